// What the values of facets are called.

/**
 * @typedef {object} FacetNames  The values of a facet; those of records once they are loaded.
 * @property {boolean} isReady
 * @property {() => Promise<void>} load
 * @property {string[]} values As addresses name them, by number.
 * @property {(value: number) => MarkedText} of What a value is called.
 */

const finderNames = (() => {
  const RECORDS = ["actor", "topic", "directive"];

  /**
   * The names of all facets; those of records are files of their own, loaded when they are needed.
   * @param {Record<string, FinderFacet>} facets
   * @param {FinderMessages} messages
   * @param {number} day The reference date.
   */
  function namesOf(facets, messages, day) {
    const limits = Object.entries(finderFacets.limits(day)).map(([name, own]) => [name, messages.day(own)]);
    const dates = Object.fromEntries(limits);
    const entries = Object.entries(facets).map(([name, facet]) => [
      name,
      RECORDS.includes(name) ? recordNames(name, facet, messages) : fixedNames(name, facet, messages, dates),
    ]);
    return /** @type {Record<string, FacetNames>} */ (Object.fromEntries(entries));
  }

  /**
   * @param {string} name
   * @param {FinderFacet} facet
   * @param {FinderMessages} messages
   * @param {Record<string, string>} dates By the names that messages have for them.
   * @returns {FacetNames}
   */
  function fixedNames(name, { values = [] }, messages, dates) {
    const called = values.map((value) => {
      if (value === finderFacets.NONE) return messages.get("none");
      return /^\d+$/.test(value) ? value : messages.get(`${name}.${value}`, dates);
    });
    return { isReady: true, load: async () => {}, values, of: (value) => called[value] };
  }

  /**
   * @param {string} name
   * @param {FinderFacet} facet
   * @param {FinderMessages} messages
   * @returns {FacetNames}
   */
  function recordNames(name, { values = [] }, messages) {
    /** @type {MarkedText[]} */
    let called = [];
    const names = {
      isReady: false,
      values,
      of: (/** @type {number} */ value) => called[value] ?? messages.get("none"),
      async load() {
        const file = `finder/${name}s`;
        /** @type {[string, MarkedText[]]} */
        const [ids, texts] = await Promise.all([atlas.load(file), atlas.load(`${file}-${atlas.language}`)]);
        if (!names.values.length) names.values = ids.split(" ").filter(Boolean);
        called = texts;
        names.isReady = true;
      },
    };
    return names;
  }

  return { namesOf };
})();
