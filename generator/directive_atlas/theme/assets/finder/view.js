// The finder on the page: its parts, and what happens when the reader chooses.

/** @typedef {InstanceType<typeof FinderView>} FinderView */

const FinderView = (() => {
  const PER_PAGE = 50;
  const FILE = "tasks.csv";
  const NOTHING_CHOSEN = { choice: {}, q: "" };
  const { element } = atlas;

  return class FinderView {
    /** The data of the reference date, and those of the chosen day. */
    #plain;
    #data;
    /** The data as the chosen actor sees them; kept until another one is chosen. */
    #seen;
    #messages;
    #state;
    /** All rows that fit, in their order. @type {Uint32Array} */
    #rows = new Uint32Array(0);
    /** The number of the last update: one that is overtaken by a later one is dropped. */
    #turn = 0;
    #status = element("p", { className: "finder-status", role: "status", tabIndex: -1 });
    #whose = element("p", { className: "finder-whose" });
    #note = element("p", { className: "finder-note", role: "status" });
    #follow = element("p", { className: "finder-follow" });
    #tools;
    #filters;
    #chips;
    #list;
    #pager;
    #empty;
    #results;
    /** The field for a day, where the page has one. @type {DayForm | null} */
    #day = null;
    /** The day that is shown, as the address has it, and what is said of it. */
    #on = { text: "", says: "" };

    /** @param {FinderData} data */
    constructor(data) {
      this.#data = data;
      this.#seen = data;
      this.#plain = data;
      this.#messages = data.messages;
      this.#state = this.#stateOfAddress();
      const clear = () => this.#change(NOTHING_CHOSEN);
      this.#tools = new FinderTools(data.messages, finderSelect.orders, this.#actions());
      this.#filters = this.#newFilters();
      this.#chips = new FinderChips(data.messages, clear);
      this.#list = new FinderList(data.messages, data.rows);
      this.#pager = new FinderPager(data.messages, (page) => this.#turnTo(page));
      this.#empty = this.#wayOut(clear);
      this.#results = element(
        "div",
        { className: "finder-results" },
        this.#tools.frame,
        this.#chips.frame,
        this.#status,
        this.#whose,
        this.#note,
        this.#follow,
        this.#empty,
        this.#list.frame,
        this.#pager.frame,
      );
      addEventListener("popstate", () => {
        this.#state = this.#stateOfAddress();
        this.#update();
      });
    }

    /**
     * Shows what the address names inside an element of the page.
     * @param {Element} frame
     */
    async open(frame) {
      /** @type {HTMLFormElement | null} */
      const form = document.querySelector("form[data-on-day]");
      if (form) this.#day = new DayForm(form, (on) => this.#change({ on }));
      await this.#data.names.actor.load();
      await this.#update();
      frame.replaceChildren(this.#filters.frame, this.#results);
    }

    #newFilters() {
      const { messages, names } = this.#data;
      return new FinderFilters(messages, names, (name, chosen) => this.#choose(name, chosen));
    }

    /** Goes over to the data of the day that the address names, or to those of the reference date. */
    async #goToDay() {
      const { on: text } = this.#state;
      if (text === this.#on.text) return;
      const { index, table, messages } = this.#plain;
      const { day, says } = daySentence.chosen(text, index, messages, table.directives.day);
      const data = day === null ? this.#plain : await finderMain.onDay(this.#plain, day);
      if (text !== this.#state.on) return;
      this.#on = { text, says };
      this.#data = this.#seen = data;
      const { frame } = this.#filters;
      this.#filters = this.#newFilters();
      frame.replaceWith(this.#filters.frame);
    }

    /** @returns {FinderActions} */
    #actions() {
      return {
        seek: (q) => this.#change({ q }),
        sort: (sort) => this.#change({ sort }),
        reverse: () => this.#change({ reverse: !this.#state.reverse }),
        copy: () => this.#export("copied", finderCsv.copy),
        save: () => this.#export("saved", async (making) => finderCsv.save(await making, FILE)),
      };
    }

    /**
     * What is shown where no row fits.
     * @param {() => void} clear
     */
    #wayOut(clear) {
      const again = element("button", { type: "button" }, this.#messages.get("clear"));
      again.addEventListener("click", clear);
      return element(
        "div",
        { className: "finder-empty" },
        element("p", {}, this.#messages.get("empty")),
        again,
      );
    }

    #stateOfAddress() {
      return finderAddress.read(location.search, Object.keys(this.#data.facets), finderSelect.orders);
    }

    get #address() {
      return location.pathname + finderAddress.write(this.#state, finderSelect.orders) + location.hash;
    }

    /** @param {Partial<FinderState>} part */
    #change(part) {
      this.#state = { ...this.#state, page: 1, ...part };
      history.replaceState(null, "", this.#address);
      return this.#update();
    }

    /** @param {number} page */
    async #turnTo(page) {
      this.#state = { ...this.#state, page };
      history.pushState(null, "", this.#address);
      await this.#update();
      this.#results.scrollIntoView({ block: "start" });
    }

    /**
     * A choice keeps values that the site does not have, as the address may name them; they fit no row.
     * @param {string} name
     * @param {Set<number>} chosen
     */
    #choose(name, chosen) {
      const { values } = this.#data.names[name];
      const known = [...chosen].filter((number) => number >= 0).map((number) => values[number]);
      const unknown = (this.#state.choice[name] ?? []).filter((value) => !values.includes(value));
      this.#setValues(name, [...known, ...unknown]);
    }

    /** @param {string} name @param {string[]} values */
    #setValues(name, values) {
      const choice = { ...this.#state.choice, [name]: values };
      if (!values.length) delete choice[name];
      this.#change({ choice });
    }

    /**
     * The chosen values as numbers; what they are called is loaded first.
     * @returns {Promise<FinderChoice>}
     */
    async #numbered() {
      const entries = Object.entries(this.#state.choice).map(async ([name, values]) => {
        const names = this.#data.names[name];
        if (!names.isReady) await names.load();
        return [name, new Set(values.map((value) => names.values.indexOf(value)))];
      });
      return Object.fromEntries(await Promise.all(entries));
    }

    /** @returns {Promise<Uint32Array | undefined>} */
    async #ranks() {
      if (this.#state.sort !== "title") return undefined;
      return packing.numbers(await atlas.load(`finder/ranks-${atlas.language}`));
    }

    async #update() {
      this.#turn += 1;
      const turn = this.#turn;
      await this.#goToDay();
      if (turn !== this.#turn) return;
      const [choice, { hits, note }, ranks] = await Promise.all([
        this.#numbered(),
        finderSearch.find(this.#state.q, this.#data),
        this.#ranks(),
      ]);
      if (turn !== this.#turn) return;
      this.#seen = this.#seenBy(choice.actor);
      const { table, index, facets, rows: known } = this.#seen;
      const { sort, reverse, page } = this.#state;
      const { rows, counts } = finderSelect.select(table, index.groups, facets, choice, hits);
      this.#rows = finderSelect.sorted(table, rows, sort, reverse, ranks);
      this.#note.textContent = note;
      this.#filters.update(counts, choice);
      this.#drawFollow(choice);
      this.#drawAround();
      const first = (Math.min(page, this.#pages) - 1) * PER_PAGE;
      const shown = this.#rows.subarray(first, first + PER_PAGE);
      await known.need(shown);
      const { ofRow } = table.directives;
      const isOfOne = this.#rows.length > 0 && this.#rows.every((row) => ofRow[row] === ofRow[this.#rows[0]]);
      if (turn === this.#turn) this.#list.update(known, shown, choice.actor ?? new Set(), isOfOne);
    }

    /**
     * What one chosen actor sees are its own standings; several see those of the whole.
     * @param {Set<number>} [actors]
     */
    #seenBy(actors = new Set()) {
      const [actor] = actors.size === 1 ? actors : [];
      const isActor = actor !== undefined && actor >= 0 && actor < this.#data.index.actors;
      if (!isActor) return this.#data;
      return this.#seen.table.actor === actor ? this.#seen : finderMain.seenBy(this.#data, actor);
    }

    get #pages() {
      return Math.max(1, Math.ceil(this.#rows.length / PER_PAGE));
    }

    /** Everything but facets and rows. */
    #drawAround() {
      const count = this.#rows.length;
      const numbers = {
        count: this.#messages.number(count),
        total: this.#messages.number(this.#data.table.rows),
      };
      this.#tools.update(this.#state);
      if (this.#chips.update(this.#chosen())) this.#status.focus();
      this.#status.textContent = this.#messages.get("count", numbers);
      const actor = this.#seen.rows.whose;
      this.#whose.textContent = actor && this.#messages.get("own", { actor });
      this.#day?.update(this.#state.on, this.#told);
      this.#empty.hidden = count > 0;
      this.#list.frame.hidden = count === 0;
      this.#pager.update(Math.min(this.#state.page, this.#pages), this.#pages);
    }

    /** The nearest files to follow what is chosen. @param {FinderChoice} choice */
    #drawFollow(choice) {
      const found = finderFollow.nearest(this.#plain, this.#state.choice, choice);
      const called = (/** @type {string} */ name) => this.#nameOf(name, this.#state.choice[name][0]);
      this.#follow.replaceChildren(...finderFollow.shown(this.#messages, found, called));
    }

    /** What is said of the chosen day. */
    get #told() {
      const { table } = this.#data;
      const later = table.on ? daySentence.later(table, this.#rows, this.#messages) : "";
      return later ? `${this.#on.says} ${later}` : this.#on.says;
    }

    /**
     * What is chosen, as readers see it.
     * @returns {FinderChip[]}
     */
    #chosen() {
      const chips = Object.entries(this.#state.choice).flatMap(([name, values]) =>
        values.map((value) => ({
          label: this.#messages.labelled(name, this.#nameOf(name, value)),
          remove: () =>
            this.#setValues(
              name,
              values.filter((other) => other !== value),
            ),
        })),
      );
      const { q } = this.#state;
      const words = { label: this.#messages.labelled("q", q), remove: () => this.#change({ q: "" }) };
      return q ? [...chips, words] : chips;
    }

    /** @param {string} name @param {string} value */
    #nameOf(name, value) {
      const names = this.#data.names[name];
      const number = names.values.indexOf(value);
      return number < 0 ? value : finderDom.plain(names.of(number));
    }

    /**
     * Makes the CSV text of all rows that fit and gives it away; says how many they were.
     * @param {"copied" | "saved"} done
     * @param {(making: Promise<string>) => Promise<boolean | void>} give False where the browser refuses.
     */
    async #export(done, give) {
      const rows = this.#rows;
      const count = this.#messages.number(rows.length);
      const progress = (/** @type {number} */ share) =>
        this.#say("preparing", { share: Math.round(share * 100) });
      const making = finderCsv.lines(this.#messages, this.#seen.rows, rows, progress).then(finderCsv.csv);
      try {
        if ((await give(making)) === false) this.#say("refused");
        else this.#say(done, { count });
      } catch (error) {
        console.warn(error);
        this.#say("missing");
      }
    }

    /** @param {string} name @param {Record<string, unknown>} [values] */
    #say(name, values) {
      this.#note.textContent = this.#messages.get(name, values);
    }
  };
})();
