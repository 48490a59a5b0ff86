// The search as readers see it: a dialog with a field, filters by kind, and results in groups.

/** @typedef {InstanceType<typeof SearchDialog>} SearchDialog */

const SearchDialog = (() => {
  /** How long after a letter a query is answered, in milliseconds. */
  const PAUSE = 40;
  const { element } = atlas;

  /** The messages of the dialog, by name. */
  async function loadMessages() {
    const kinds = searchResults.KINDS.map((kind) => `kind.${kind}`);
    const names = [
      "field",
      "close",
      "best",
      "none",
      "failed",
      "hint",
      "filter",
      "paragraph",
      "count",
      "all",
      "mentions",
      "sound",
      ...kinds,
    ];
    const pairs = names.map(async (name) => [name, await atlas.message(`search.${name}`)]);
    return /** @type {Record<string, string>} */ (Object.fromEntries(await Promise.all(pairs)));
  }

  /** @param {Record<string, string>} messages */
  function searchField({ field }) {
    return element("input", {
      type: "search",
      placeholder: field,
      autocomplete: "off",
      spellcheck: false,
      maxLength: 20_000,
      enterKeyHint: "search",
      "aria-label": field,
      "aria-controls": "atlas-results",
    });
  }

  return class SearchDialog {
    #messages;
    #ready;
    #field;
    #close;
    #chips;
    #status = element("p", { className: "atlas-status", role: "status" });
    #results = element("div", { id: "atlas-results" });
    #dialog;
    #kind = "";
    /** Whether all that has the query is shown, in place of the best. */
    #all = false;
    /** The number of the query that is answered last: an answer that is overtaken by a later one is dropped. */
    #run = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;

    /** @param {() => Promise<SearchEngine>} ready */
    static async make(ready) {
      return new SearchDialog(await loadMessages(), ready);
    }

    /**
     * @param {Record<string, string>} messages
     * @param {() => Promise<SearchEngine>} ready Gives the engine, once it is loaded.
     */
    constructor(messages, ready) {
      this.#messages = messages;
      this.#ready = ready;
      this.#field = searchField(messages);
      this.#close = element("button", { type: "button", className: "atlas-close" }, messages.close);
      this.#chips = element("div", {
        className: "atlas-chips",
        role: "group",
        "aria-label": messages.filter,
      });
      const bar = element("div", { className: "atlas-bar" }, this.#field, this.#close);
      const properties = { id: "atlas-search", "aria-label": messages.field };
      this.#dialog = element("dialog", properties, bar, this.#chips, this.#status, this.#results);
      this.#listen();
      document.body.append(this.#dialog);
    }

    #listen() {
      this.#field.addEventListener("input", () => this.#answerSoon());
      this.#results.addEventListener("click", (event) => this.#onClick(event));
      this.#dialog.addEventListener("keydown", (event) => this.#onKey(event));
      this.#dialog.addEventListener("click", ({ target }) => {
        if (target === this.#dialog) this.#dialog.close();
      });
      this.#close.addEventListener("click", () => this.#dialog.close());
    }

    /**
     * Opens the dialog, with a query if there is one.
     * @param {string} [words]
     * @param {boolean} [all] With all that it finds.
     */
    show(words, all = false) {
      if (!this.#dialog.open) this.#dialog.showModal();
      if (words !== undefined) this.#field.value = words;
      this.#field.focus();
      this.#field.select();
      this.#all = all;
      if (this.#field.value !== this.#answered || all) this.#answer();
    }

    /**
     * Answers a query that a reader chose.
     * @param {string} words
     */
    #ask(words) {
      this.#field.value = words;
      this.#field.focus();
      this.#all = false;
      this.#answer();
    }

    /** @param {MouseEvent} event */
    #onClick(event) {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && this.#answered) searchStart.remember(this.#answered);
      if (!link?.hasAttribute("data-all") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#all = true;
      this.#answer();
      this.#field.focus();
    }

    /** The query whose results are shown. */
    get #answered() {
      return this.#results.dataset.query;
    }

    #answerSoon() {
      clearTimeout(this.#timer);
      this.#all = false;
      this.#results.setAttribute("aria-busy", "true");
      this.#timer = setTimeout(() => this.#answer(), PAUSE);
    }

    /** Answers what is in the field. */
    async #answer() {
      this.#run += 1;
      const run = this.#run;
      const words = this.#field.value;
      this.#results.setAttribute("aria-busy", "true");
      const draw = await this.#drawing(words);
      if (run !== this.#run) return;
      draw();
      this.#results.dataset.query = words;
      this.#results.setAttribute("aria-busy", "false");
    }

    /**
     * What is to be done to show the answer to a query.
     * @param {string} words
     */
    async #drawing(words) {
      const ask = (/** @type {string} */ query) => this.#ask(query);
      try {
        if (!words.trim()) {
          const start = await searchStart.sections(ask);
          return () => this.#say(this.#messages.hint, start);
        }
        const engine = await this.#ready();
        const all = this.#all;
        const answer = await engine.ask(words, this.#kind, all);
        const sections = answer.hits.length
          ? searchResults.sections({ words, answer, engine, messages: this.#messages, all })
          : await searchStart.instead(await engine.near(words), ask);
        return () => this.#draw(answer, sections);
      } catch (error) {
        console.warn(error);
        return () => this.#say(this.#messages.failed);
      }
    }

    /** @param {string} message @param {HTMLElement[]} [sections] */
    #say(message, sections = []) {
      this.#results.replaceChildren(...sections);
      this.#chips.replaceChildren();
      this.#status.textContent = message;
    }

    /** @param {SearchAnswer} answer @param {HTMLElement[]} sections */
    #draw({ hits, counts }, sections) {
      const shown = searchResults.counts(hits);
      const count = atlas.filled(this.#messages.count, { count: searchResults.places(hits) });
      this.#status.textContent = hits.length ? count : this.#messages.none;
      this.#drawChips(counts, shown);
      this.#results.replaceChildren(...sections);
      this.#results.scrollTop = 0;
    }

    /**
     * A chip for each kind that has the query; its number is what the list shows of it.
     * @param {Record<string, number>} counts
     * @param {Record<string, number>} shown
     */
    #drawChips(counts, shown) {
      const kinds = searchResults.KINDS.filter((kind) => counts[kind] || kind === this.#kind);
      const areShown = kinds.length > 1 || this.#kind !== "";
      this.#chips.replaceChildren(
        ...(areShown ? kinds.map((kind) => this.#chip(kind, shown[kind] ?? 0)) : []),
      );
    }

    /** @param {string} kind @param {number} count */
    #chip(kind, count) {
      const isChosen = kind === this.#kind;
      const properties = { type: "button", "aria-pressed": String(isChosen) };
      const number = count ? [" ", element("span", {}, String(count))] : [];
      const button = element("button", properties, this.#messages[`kind.${kind}`], ...number);
      button.addEventListener("click", async () => {
        this.#kind = isChosen ? "" : kind;
        await this.#answer();
        /** @type {HTMLElement | null} */ (this.#chips.querySelector("[aria-pressed=true]"))?.focus();
      });
      return button;
    }

    /** Opens the first result of what is in the field now. */
    async #openFirst() {
      clearTimeout(this.#timer);
      if (this.#answered !== this.#field.value) await this.#answer();
      if (this.#dialog.open && this.#answered === this.#field.value)
        /** @type {HTMLElement | null} */ (this.#results.querySelector("a.atlas-hit"))?.click();
    }

    /** @param {KeyboardEvent} event */
    #onKey(event) {
      if (event.isComposing) return;
      if (event.key === "Enter" && document.activeElement === this.#field) this.#openFirst();
      if (event.key === "Escape") this.#dialog.close();
      if (event.key === "ArrowDown") this.#move(event, 1);
      if (event.key === "ArrowUp") this.#move(event, -1);
    }

    /**
     * From the field to the first result, from each result to the next, and round.
     * @param {KeyboardEvent} event
     * @param {1 | -1} step
     */
    #move(event, step) {
      /** @type {(Element | null)[]} */
      const stops = [this.#field, ...this.#results.querySelectorAll("a, button")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      /** @type {HTMLElement} */ (stops[(at + step + stops.length) % stops.length]).focus();
    }
  };
})();
