// What the page and the CSV file say of rows.

/**
 * @typedef {object} RowFacts
 * @property {number} row
 * @property {MarkedText | null} taskTitle Of the task that a measure is a part of.
 * @property {string} key
 * @property {string} address
 * @property {{ actor: number, role: string }[]} duties
 * @property {string} timeliness
 * @property {string} state
 * @property {number} day
 */

/** @typedef {RowTexts & RowFacts} FinderRow */
/** @typedef {{ ids: string[], names: MarkedText[] }} FinderActors  By number. */
/** @typedef {InstanceType<typeof FinderRows>} FinderRows */

const FinderRows = (() => {
  /** The reader's own day, from 1 January 1970. */
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
  }

  return class FinderRows {
    #index;
    #table;
    #messages;
    #actors;
    #texts;
    #today = today();

    /**
     * @param {FinderIndex} index
     * @param {FinderTable} table
     * @param {FinderMessages} messages
     * @param {FinderActors} actors
     * @param {FinderTexts} texts
     */
    constructor(index, table, messages, actors, texts) {
      this.#index = index;
      this.#table = table;
      this.#messages = messages;
      this.#actors = actors;
      this.#texts = texts;
    }

    /**
     * The same rows as they are in another table.
     * @param {FinderTable} table
     */
    in(table) {
      return new FinderRows(this.#index, table, this.#messages, this.#actors, this.#texts);
    }

    /** Whose standings are told, if not those of the whole. */
    get whose() {
      const { actor } = this.#table;
      return actor === undefined ? "" : finderDom.plain(this.actorName(actor));
    }

    /**
     * Loads what is said of rows.
     * @param {Uint32Array} rows
     */
    need(rows) {
      return this.#texts.need([...rows, ...Array.from(rows, (row) => this.taskOf(row))]);
    }

    /**
     * The row of the task that a row is or is a part of.
     * @param {number} row
     */
    taskOf(row) {
      let task = row;
      while (this.#table.depth[task]) task--;
      return task;
    }

    /**
     * What is said of a row, once it is loaded.
     * @param {number} row
     * @returns {FinderRow}
     */
    of(row) {
      const own = this.#textsOf(row);
      const task = this.#textsOf(this.taskOf(row));
      const isMeasure = this.#table.depth[row] > 0;
      const anchor = isMeasure ? `#m-${own.id}` : "";
      const { values } = this.#index;
      const day = this.#table.due[row];
      return {
        ...own,
        when: this.when(row) ?? own.otherwise[day === finderColumns.NO_DAY ? "" : day] ?? own.when,
        row,
        taskTitle: isMeasure ? task.title : null,
        key: `${own.directive}/${own.id}`,
        address: atlas.address(`directives/${own.directive}/${task.id}.html${anchor}`),
        duties: this.#duties(row),
        timeliness: values.standing[this.#table.standing[row]],
        state: values.state[this.#table.state[row]],
        day,
      };
    }

    /**
     * The text of the day of a row on the day that the reader chose; nothing where none was chosen.
     * @param {number} row
     */
    when(row) {
      const { when, on } = this.#table;
      return when && on?.[when[row]];
    }

    /** @param {number} row */
    #textsOf(row) {
      const texts = this.#texts.of(row);
      if (!texts) throw new Error(`row ${row} is not loaded`);
      return texts;
    }

    /** @param {number} row */
    #duties(row) {
      const { start, items } = this.#table.duties;
      const roles = this.#index.values.role;
      return Array.from(items.subarray(start[row], start[row + 1]), (duty, place) => ({
        actor: Math.floor(duty / roles.length),
        role: this.#role(roles[duty % roles.length], start[row] + place),
      }));
    }

    /**
     * A role, what else is said of the part, and how we know of it where the text does not state it.
     * @param {string} role
     * @param {number} duty Its place among all of the table.
     */
    #role(role, duty) {
      const { values } = this.#index;
      const { bases, terms } = this.#table;
      const told = values.terms
        .filter((_, place) => (terms[duty] >> place) & 1)
        .map((term) => `terms.${term}`);
      const known = bases[duty] ? [`basis.${values.basis[bases[duty]]}`] : [];
      return [`role.${role}`, ...told, ...known].map((name) => this.#messages.get(name)).join(" · ");
    }

    /**
     * The groups through which the chosen actors have to do with a row.
     * @param {FinderRow} row
     * @param {Set<number>} chosen
     */
    through({ duties }, chosen) {
      const groups = [...new Set(duties.map(({ actor }) => actor))];
      return groups.flatMap((group) => {
        const members = this.#index.groups[group] ?? [];
        return members.filter((member) => chosen.has(member)).map((member) => ({ member, group }));
      });
    }

    /**
     * The deadline status of a row and, where it adds something, the reported status; as messages.
     * @param {FinderRow} row
     */
    standing({ timeliness, state, day }) {
      const { tells } = this.#index;
      const reported = tells[this.#place(timeliness)] ? [this.#messages.get(`state.${state}`)] : [];
      const name = this.hasPassed({ timeliness, day }) ? "passed" : `standing.${timeliness}`;
      return [this.#messages.get(name), ...reported];
    }

    /**
     * How the parts of a row stand, as in resolve/model/progress.py: where they press more than it; for no single actor.
     * @param {number} row
     */
    pressingParts(row) {
      const { depth, standing, actor, rows } = this.#table;
      const { values, presses, hidesParts } = this.#index;
      if (actor !== undefined || hidesParts[standing[row]]) return null;
      let found = values.standing.length;
      for (let part = row + 1; part < rows && depth[part] > depth[row]; part++) {
        found = Math.min(found, standing[part]);
      }
      return presses[found] && found !== standing[row] ? values.standing[found] : null;
    }

    /** @param {string} timeliness */
    #place(timeliness) {
      return this.#index.values.standing.indexOf(timeliness);
    }

    /**
     * Whether a day that was ahead on the reference date has passed by the reader's own calendar.
     * @param {{ timeliness: string, day: number }} row
     */
    hasPassed({ timeliness, day }) {
      return Boolean(this.#index.ahead[this.#place(timeliness)]) && day < this.#today && !this.#table.on;
    }

    /** @param {number} actor */
    actorName(actor) {
      return this.#actors.names[actor];
    }

    /** @param {number} actor */
    actorAddress(actor) {
      return atlas.address(`actors/${this.#actors.ids[actor]}.html`);
    }
  };
})();
