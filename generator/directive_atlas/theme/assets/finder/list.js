// The table of rows on the screen. Its roles are written out, because small screens show it as cards.

/** @typedef {InstanceType<typeof FinderList>} FinderList */

const FinderList = (() => {
  const ACTORS_SHOWN = 6;
  const COLUMNS = ["task", "directive", "who", "when", "standing"];
  const { element } = atlas;

  /** @param {string} href @param {MarkedText} text */
  const link = (href, text) => element("a", { href }, finderDom.shown(text));

  return class FinderList {
    #messages;
    /** @type {FinderRows} */
    #rows;
    #body = element("tbody", { role: "rowgroup" });

    /** @param {FinderMessages} messages @param {FinderRows} rows */
    constructor(messages, rows) {
      this.#messages = messages;
      this.#rows = rows;
      const head = (/** @type {string} */ name) =>
        element("th", { role: "columnheader", scope: "col" }, messages.get(name));
      const heads = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, COLUMNS.map(head)));
      this.frame = element(
        "div",
        { className: "finder-rows" },
        element("table", { role: "table" }, heads, this.#body),
      );
    }

    /**
     * Shows rows that are loaded.
     * @param {FinderRows} known What is said of them.
     * @param {Uint32Array} rows
     * @param {Set<number>} chosenActors
     */
    update(known, rows, chosenActors) {
      this.#rows = known;
      const lines = Array.from(rows, (row, place) => {
        const isFirst = place === 0 || this.#rows.taskOf(rows[place - 1]) !== this.#rows.taskOf(row);
        return this.#line(this.#rows.of(row), isFirst, chosenActors);
      });
      this.#body.replaceChildren(...lines);
    }

    /**
     * @param {FinderRow} row
     * @param {boolean} isFirst Whether the row above is of another task.
     * @param {Set<number>} chosenActors
     */
    #line(row, isFirst, chosenActors) {
      const when = row.when === "" ? [this.#messages.get("none")] : finderDom.withWords(row.when);
      const contents = [
        this.#task(row, isFirst),
        isFirst ? [link(atlas.address(`directives/${row.directive}/index.html`), row.directiveTitle)] : [],
        this.#who(row, chosenActors),
        when,
        this.#standing(row),
      ];
      const cells = contents.map((content, place) => {
        const name = COLUMNS[place];
        const properties = {
          role: "cell",
          className: `finder-${name}`,
          "data-label": this.#messages.get(name),
        };
        return element("td", properties, content);
      });
      return element("tr", { role: "row" }, cells);
    }

    /** @param {FinderRow} row @param {boolean} isFirst */
    #task({ address, title, taskTitle }, isFirst) {
      const own = link(address, title);
      if (!taskTitle) return [own];
      const label = this.#messages.labelled("part.of", "");
      const whole = element("span", { className: "finder-root" }, label, finderDom.shown(taskTitle));
      return [element("span", { className: "part" }, "↳ "), own, isFirst ? whole : null];
    }

    /**
     * Who owes a row, in which roles, and through which groups the chosen actors do.
     * @param {FinderRow} row
     * @param {Set<number>} chosen
     */
    #who(row, chosen) {
      if (!row.duties.length) return [this.#messages.get("none")];
      const listed = row.duties
        .slice(0, ACTORS_SHOWN)
        .flatMap(({ actor, role }, place) => [
          place ? this.#messages.get("comma") : null,
          link(this.#rows.actorAddress(actor), this.#rows.actorName(actor)),
          `${this.#messages.get("open")}${role}${this.#messages.get("close")}`,
        ]);
      const left = row.duties.length - ACTORS_SHOWN;
      const more = left > 0 ? ` +${this.#messages.number(left)}` : null;
      const ways = this.#rows.through(row, chosen).map((way) => this.#through(way, chosen.size > 1));
      return [...listed, more, ...ways];
    }

    /**
     * @param {{ member: number, group: number }} way
     * @param {boolean} isNamed Whether to say of which actor this is.
     */
    #through({ member, group }, isNamed) {
      const name = isNamed
        ? [finderDom.shown(this.#rows.actorName(member)), this.#messages.get("colon")]
        : [];
      const groupName = finderDom.plain(this.#rows.actorName(group));
      const text = this.#messages.get("through", { group: groupName });
      return element("span", { className: "finder-through" }, ...name, text);
    }

    /** @param {FinderRow} row */
    #standing(row) {
      const [standing, reported] = this.#rows.standing(row);
      const name = this.#rows.hasPassed(row) ? "passed" : row.timeliness;
      const href = atlas.address(`help/statuses.html#${row.timeliness}`);
      const shown = element("a", { className: `state ${name}`, href }, standing);
      return [shown, reported ? ` · ${reported}` : null];
    }
  };
})();
