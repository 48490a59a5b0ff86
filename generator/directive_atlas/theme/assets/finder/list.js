// The table of rows on the screen. Its roles are written out, because small screens show it as cards.

/** @typedef {InstanceType<typeof FinderList>} FinderList */
/** @typedef {"task" | "directive" | "who" | "when" | "standing"} FinderColumn */

const FinderList = (() => {
  const ACTORS_SHOWN = 6;
  /** @type {FinderColumn[]} */
  const COLUMNS = ["task", "directive", "who", "when", "standing"];
  const { element } = atlas;

  /** @param {string} href @param {MarkedText} text */
  const link = (href, text) => element("a", { href }, finderDom.shown(text));

  /** @param {FinderRow} row */
  const directiveOf = (row) =>
    link(atlas.address(`directives/${row.directive}/index.html`), row.directiveTitle);

  return class FinderList {
    #messages;
    /** @type {FinderRows} */
    #rows;
    #body = element("tbody", { role: "rowgroup" });
    #heads = element("tr", { role: "row" });
    #only = element("p", { className: "finder-only" });

    /** @param {FinderMessages} messages @param {FinderRows} rows */
    constructor(messages, rows) {
      this.#messages = messages;
      this.#rows = rows;
      const heads = element("thead", { role: "rowgroup" }, this.#heads);
      this.frame = element(
        "div",
        { className: "finder-rows" },
        this.#only,
        element("table", { role: "table" }, heads, this.#body),
      );
    }

    /**
     * Shows rows that are loaded.
     * @param {FinderRows} known What is said of them.
     * @param {Uint32Array} rows
     * @param {Set<number>} chosenActors
     * @param {boolean} [isOfOne] Whether all rows of the list are of one directive: it is named above them, once.
     */
    update(known, rows, chosenActors, isOfOne = false) {
      this.#rows = known;
      const columns = isOfOne ? COLUMNS.filter((name) => name !== "directive") : COLUMNS;
      this.#heads.replaceChildren(...columns.map((name) => this.#head(name)));
      this.#only.replaceChildren(...(isOfOne ? this.#directive(rows[0]) : []));
      const lines = Array.from(rows, (row, place) => {
        const isFirst = place === 0 || this.#rows.taskOf(rows[place - 1]) !== this.#rows.taskOf(row);
        return this.#line(this.#rows.of(row), isFirst, chosenActors, columns);
      });
      this.#body.replaceChildren(...lines);
    }

    /** @param {string} name */
    #head(name) {
      const properties = { role: "columnheader", scope: "col", className: `column-${name}` };
      return element("th", properties, this.#messages.get(name));
    }

    /** The directive of a row, with what it is. @param {number} row */
    #directive(row) {
      return [this.#messages.labelled("directive", ""), directiveOf(this.#rows.of(row))];
    }

    /**
     * @param {FinderRow} row
     * @param {boolean} isFirst Whether the row above is of another task.
     * @param {Set<number>} chosenActors
     * @param {FinderColumn[]} columns
     */
    #line(row, isFirst, chosenActors, columns) {
      const contents = {
        task: this.#task(row, isFirst),
        directive: isFirst ? [directiveOf(row)] : [],
        who: this.#who(row, chosenActors),
        when: row.when === "" ? [this.#messages.get("none")] : finderDom.withWords(row.when),
        standing: this.#standing(row),
      };
      const cells = columns.map((name) => {
        const properties = {
          role: "cell",
          className: `finder-${name}`,
          "data-label": this.#messages.get(name),
        };
        return element("td", properties, contents[name]);
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
      const shown = this.#state(row.timeliness, name, standing);
      return [shown, reported ? ` · ${reported}` : null, ...this.#parts(row)];
    }

    /** @param {FinderRow} row */
    #parts({ row }) {
      const parts = this.#rows.pressingParts(row);
      if (!parts) return [];
      const label = this.#messages.labelled("parts", "");
      return [` · ${label}`, this.#state(parts, parts, this.#messages.get(`standing.${parts}`))];
    }

    /** A status, with what it means. @param {string} status @param {string} look @param {string} words */
    #state(status, look, words) {
      return element(
        "a",
        { className: `state ${look}`, href: atlas.address(`help/statuses.html#${status}`) },
        words,
      );
    }
  };
})();
