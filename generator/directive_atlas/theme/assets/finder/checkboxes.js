// The values of one facet as boxes to tick, with counts.

/** @typedef {InstanceType<typeof FinderCheckboxes>} FinderCheckboxes */

const FinderCheckboxes = (() => {
  const SHOWN = 8;
  const OPEN = new Set(["actor", "standing", "due"]);
  const LONG = new Set(["actor", "directive", "topic"]);
  const { element } = atlas;

  /** @param {string} label @param {string} placeholder */
  const finderField = (label, placeholder) =>
    element("input", { type: "search", autocomplete: "off", "aria-label": label, placeholder });

  return class FinderCheckboxes {
    #messages;
    #isLong;
    #names;
    #change;
    /** @type {Map<number, { row: HTMLElement, input: HTMLInputElement, count: HTMLElement }>} */
    #boxes = new Map();
    /** @type {Uint32Array} */
    #counts = new Uint32Array(0);
    /** @type {Set<number>} */
    #chosen = new Set();
    #number = element("span", { className: "finder-number" });
    #list = element("ul");
    #more = element("p", { className: "finder-more" });
    #field;

    /**
     * @param {string} name
     * @param {FinderMessages} messages
     * @param {FacetNames} names
     * @param {(chosen: Set<number>) => void} change Takes what the reader chose.
     */
    constructor(name, messages, names, change) {
      this.#messages = messages;
      this.#isLong = LONG.has(name);
      this.#names = names;
      this.#change = change;
      const title = messages.get(name);
      this.#field = finderField(messages.get("find", { facet: title }), messages.get("typed"));
      const label = element("span", { id: `finder-${name}` }, title);
      const field = this.#isLong ? this.#field : null;
      const group = { role: "group", "aria-labelledby": label.id };
      this.frame = element(
        "details",
        { className: "finder-facet", open: OPEN.has(name) },
        element("summary", {}, label, this.#number),
        element("div", group, field, this.#list, this.#more),
      );
      this.frame.addEventListener("toggle", () => this.#draw());
      this.#field.addEventListener("input", () => this.#draw());
    }

    /**
     * @param {Uint32Array} counts How many rows fit each value.
     * @param {Set<number>} chosen
     */
    update(counts, chosen) {
      this.#counts = counts;
      this.#chosen = chosen;
      this.#draw();
    }

    async #draw() {
      this.#number.textContent = this.#chosen.size ? this.#messages.number(this.#chosen.size) : "";
      if (!this.frame.open) return;
      if (!this.#names.isReady) await this.#names.load();
      const wanted = atlas.caseless(this.#field.value.trim());
      const { shown, left } = this.#values(wanted);
      this.#field.hidden = !wanted && left === 0 && shown.length <= SHOWN;
      this.#more.textContent = left ? this.#messages.get("more", { count: this.#messages.number(left) }) : "";
      const focus = /** @type {HTMLElement | null} */ (document.activeElement);
      const boxes = shown.map((value) => this.#box(value));
      finderDom.arrange(this.#list, boxes);
      if (focus !== document.activeElement && this.#list.contains(focus)) focus?.focus();
    }

    /**
     * The values to show: of a long facet the most frequent ones, or those whose names have what was typed.
     * @param {string} wanted
     */
    #values(wanted) {
      const present = [...this.#counts.keys()].filter(
        (value) => this.#counts[value] || this.#chosen.has(value),
      );
      if (!this.#isLong) return { shown: present, left: 0 };
      const fitting = present.filter((value) => this.#nameOf(value).includes(wanted));
      const isChosen = (/** @type {number} */ value) => Number(this.#chosen.has(value));
      fitting.sort(
        (one, other) =>
          isChosen(other) - isChosen(one) || this.#counts[other] - this.#counts[one] || one - other,
      );
      const shown = fitting.slice(0, Math.max(SHOWN, wanted ? 0 : this.#chosen.size));
      return { shown, left: fitting.length - shown.length };
    }

    /** @param {number} value */
    #nameOf(value) {
      return atlas.caseless(finderDom.plain(this.#names.of(value)));
    }

    /**
     * The box of a value, brought up to date; made once, so that it keeps the focus.
     * @param {number} value
     */
    #box(value) {
      const box = this.#boxes.get(value) ?? this.#newBox(value);
      this.#boxes.set(value, box);
      box.input.checked = this.#chosen.has(value);
      box.count.textContent = this.#messages.number(this.#counts[value] ?? 0);
      return box.row;
    }

    /** @param {number} value */
    #newBox(value) {
      const input = element("input", { type: "checkbox", value: this.#names.values[value] });
      const count = element("span", { className: "finder-number" });
      const text = element("span", {}, finderDom.shown(this.#names.of(value)));
      input.addEventListener("change", () => {
        const chosen = new Set(this.#chosen);
        if (input.checked) chosen.add(value);
        else chosen.delete(value);
        this.#change(chosen);
      });
      return { row: element("li", {}, element("label", {}, input, text, count)), input, count };
    }
  };
})();
