// The parts of the finder above its rows: search box, order, CSV buttons.

/**
 * @typedef {object} FinderActions  What the reader can do there.
 * @property {(q: string) => void} seek
 * @property {(order: string) => void} sort
 * @property {() => void} reverse
 * @property {() => void} copy
 * @property {() => void} save
 */

/** @typedef {InstanceType<typeof FinderTools>} FinderTools */

const FinderTools = (() => {
  /** How long after a letter the words are sought, in milliseconds. */
  const WAIT = 200;
  const { element } = atlas;

  /** @param {HTMLElement} control @param {string} id @param {string} label */
  function labelled(control, id, label) {
    control.id = id;
    return element("p", { className: "finder-field" }, element("label", { htmlFor: id }, label), control);
  }

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  return class FinderTools {
    #actions;
    #words = element("input", { type: "search", autocomplete: "off", maxLength: 200 });
    #order;
    #reverse;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;

    /**
     * @param {FinderMessages} messages
     * @param {string[]} orders
     * @param {FinderActions} actions
     */
    constructor(messages, orders, actions) {
      this.#actions = actions;
      const option = (/** @type {string} */ order) =>
        element("option", { value: order }, messages.get(`sort.${order}`));
      this.#order = element("select", {}, orders.map(option));
      this.#reverse = button(messages.get("reverse"), actions.reverse);
      this.#words.addEventListener("input", () => this.#seekSoon());
      this.#order.addEventListener("change", () => actions.sort(this.#order.value));
      this.frame = element(
        "div",
        { className: "finder-tools", role: "search" },
        labelled(this.#words, "finder-q", messages.get("q")),
        labelled(this.#order, "finder-sort", messages.get("sort")),
        this.#reverse,
        button(messages.get("copy"), actions.copy),
        button(messages.get("save"), actions.save),
      );
    }

    #seekSoon() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#actions.seek(this.#words.value.trim()), WAIT);
    }

    /** @param {FinderState} state */
    update({ q, sort, reverse }) {
      const isTyping = document.activeElement === this.#words;
      if (!isTyping && this.#words.value.trim() !== q) this.#words.value = q;
      this.#order.value = sort;
      this.#reverse.setAttribute("aria-pressed", String(reverse));
    }
  };
})();
