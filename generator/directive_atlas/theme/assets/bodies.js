// A field that suggests bodies while a reader types: by any part of a name or an alias, by pinyin, as the search finds
// them. It takes the place of the link to the list of all bodies; the search is loaded at the first letter.

const bodies = (() => {
  const MOST = 8;
  const PAUSE = 60;
  const { element } = atlas;

  /**
   * Puts the field in the place of a link; what the link says is its label.
   * @param {Element} link
   */
  function offer(link) {
    link.replaceWith(new BodyField(link.textContent ?? "").whole);
  }

  /** @param {Texts} texts */
  const best = (texts) => texts[atlas.language] ?? Object.values(texts)[0] ?? "";

  /** @param {SearchHit} hit */
  const address = ({ path }) => atlas.address(`${path}.html`);

  /**
   * The body with the name that was found, if that is not the one it is called by.
   * @param {SearchHit} hit
   * @param {string} words
   */
  function nameOf({ titles, names }, words) {
    const [name, typed] = [best(titles), atlas.caseless(words.trim())];
    const has = (/** @type {string} */ text) => atlas.caseless(text).includes(typed);
    const other = has(name) ? undefined : names.find(has);
    return [name, other ? element("small", {}, other) : null];
  }

  /**
   * The bodies that have some words, and what is said of that.
   * @param {string} words
   * @returns {Promise<{ hits: SearchHit[], said: string }>}
   */
  async function found(words) {
    if (!words.trim() || !atlas.search) return { hits: [], said: "" };
    try {
      const { hits } = await atlas.search.find(words, "actor");
      return { hits, said: hits.length ? "bodies.found" : "bodies.none" };
    } catch (error) {
      console.warn(error);
      return { hits: [], said: "search.failed" };
    }
  }

  class BodyField {
    #field;
    #list;
    #status = element("span", { role: "status" });
    /** @type {SearchHit[]} */
    #shown = [];
    #active = -1;
    /** The number of the query that is answered last. */
    #run = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;

    /** @param {string} label */
    constructor(label) {
      this.#list = element("ul", { id: "atlas-bodies", role: "listbox", "aria-label": label, hidden: true });
      this.#field = element("input", {
        type: "text",
        placeholder: label,
        autocomplete: "off",
        spellcheck: false,
        maxLength: 200,
        enterKeyHint: "go",
        role: "combobox",
        "aria-label": label,
        "aria-autocomplete": "list",
        "aria-controls": "atlas-bodies",
        "aria-expanded": "false",
      });
      this.#field.addEventListener("input", () => this.#suggestSoon());
      this.#field.addEventListener("keydown", (event) => this.#onKey(event));
      this.#field.addEventListener("blur", () => this.#open(false));
    }

    get whole() {
      return element("span", { className: "body-field" }, this.#field, this.#list, this.#status);
    }

    #suggestSoon() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#suggest(), PAUSE);
    }

    /** Shows the bodies that have what is in the field. */
    async #suggest() {
      clearTimeout(this.#timer);
      this.#run += 1;
      const run = this.#run;
      const words = this.#field.value;
      const { hits, said } = await found(words);
      if (run !== this.#run) return;
      this.#shown = hits.slice(0, MOST);
      this.#active = -1;
      this.#list.replaceChildren(...this.#shown.map((hit, place) => this.#option(hit, words, place)));
      this.#open(hits.length > 0);
      this.#status.textContent = said && (await atlas.message(said, { count: hits.length }));
    }

    /** @param {SearchHit} hit @param {string} words @param {number} place */
    #option(hit, words, place) {
      const own = { id: `atlas-body-${place}`, role: "option", "aria-selected": "false" };
      const option = element("li", own, nameOf(hit, words));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => location.assign(address(hit)));
      return option;
    }

    /** @param {boolean} isOpen */
    #open(isOpen) {
      this.#list.hidden = !isOpen;
      this.#field.setAttribute("aria-expanded", String(isOpen));
      this.#field.removeAttribute("aria-activedescendant");
    }

    /** @param {KeyboardEvent} event */
    #onKey(event) {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") this.#move(1);
      else if (event.key === "ArrowUp") this.#move(-1);
      else if (event.key === "Enter") this.#go();
      else if (event.key === "Escape" && !this.#list.hidden) this.#open(false);
      else return;
      event.preventDefault();
    }

    /** @param {1 | -1} step */
    #move(step) {
      const count = this.#shown.length;
      if (!count) return;
      this.#open(true);
      this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
      for (const [place, option] of [...this.#list.children].entries())
        option.setAttribute("aria-selected", String(place === this.#active));
      this.#field.setAttribute("aria-activedescendant", `atlas-body-${this.#active}`);
      this.#list.children[this.#active].scrollIntoView({ block: "nearest" });
    }

    /** Opens the page of the chosen body, or of the first that has what is in the field now. */
    async #go() {
      if (this.#active < 0) await this.#suggest();
      const chosen = this.#shown[Math.max(0, this.#active)];
      if (chosen) location.assign(address(chosen));
    }
  }

  return { offer };
})();
