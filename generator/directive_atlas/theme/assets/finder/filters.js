// All facets under one heading, which folds them away where there is little room.

/** @typedef {InstanceType<typeof FinderFilters>} FinderFilters */

const FinderFilters = (() => {
  /** Where the facets are beside the rows, they are open. */
  const WIDE = "(min-width: 60em)";

  return class FinderFilters {
    #boxes;

    /**
     * @param {FinderMessages} messages
     * @param {Record<string, FacetNames>} names
     * @param {(facet: string, chosen: Set<number>) => void} change
     */
    constructor(messages, names, change) {
      this.#boxes = Object.entries(names).map(([name, own]) => ({
        name,
        box: new FinderCheckboxes(name, messages, own, (chosen) => change(name, chosen)),
      }));
      const summary = atlas.element("summary", {}, messages.get("filters"));
      const frames = this.#boxes.map(({ box }) => box.frame);
      this.frame = atlas.element("details", { className: "finder-filters" }, summary, ...frames);
      this.#openWhereWide();
    }

    #openWhereWide() {
      const wide = matchMedia(WIDE);
      const fit = () => {
        this.frame.open = wide.matches;
      };
      wide.addEventListener("change", fit);
      fit();
    }

    /** @param {Record<string, Uint32Array>} counts @param {FinderChoice} choice */
    update(counts, choice) {
      for (const { name, box } of this.#boxes) box.update(counts[name], choice[name] ?? new Set());
    }
  };
})();
