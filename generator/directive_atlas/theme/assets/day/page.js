// A directive's or an actor's page as it stood on the day that a reader chose, an actor's by its own reports.
//
// <data class="stands"> tells how the task of its value stands, <data class="published"> of a report that came on that
// day; what holds only on the reference date is [data-of-today]. All numbers are those of the task finder.

/** @typedef {InstanceType<typeof DayPage>} DayPage */
/** @typedef {{ seen: FinderData, counts: Record<string, Uint32Array>, total: number, text: string }} DayShown */

const DayPage = (() => {
  const { element } = atlas;

  /** @param {string} selector @returns {HTMLElement[]} */
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  /** @param {"stands" | "published"} kind @returns {NodeListOf<HTMLDataElement>} */
  const marked = (kind) => document.querySelectorAll(`data.${kind}`);

  return class DayPage {
    /** The choice of the finder that gives the same numbers, as its address has it. */
    #query;
    #data;
    /** @type {FinderChoice} */
    #choice;
    /** The rows of the tasks on the page, by their keys. */
    #places;
    /** What stands on the page of the reference date: its children, by element. @type {Map<Element, Node[]>} */
    #kept = new Map();
    #turn = 0;

    /**
     * @param {Record<string, string>} query
     * @param {FinderData} data
     * @param {Map<string, number>} places
     */
    constructor(query, data, places) {
      const numbered = Object.entries(query).map(([facet, value]) => [
        facet,
        new Set([data.names[facet].values.indexOf(value)]),
      ]);
      this.#query = query;
      this.#data = data;
      this.#choice = Object.fromEntries(numbered);
      this.#places = places;
    }

    /**
     * Loads all that the page of a form needs.
     * @param {HTMLFormElement} form
     */
    static async start({ dataset: { actor, directive } }) {
      await atlas.run("assets/finder/main");
      const data = await finderMain.load();
      const { index, table, names } = data;
      await Promise.all([names.actor.load(), names.directive.load()]);
      const keys = new Set(Array.from(marked("stands"), ({ value }) => value));
      const places = await finderSearch.placesOfKeys(keys, index, table, names.directive.values);
      return new DayPage({ ...(actor && { actor }), ...(directive && { directive }) }, data, places);
    }

    /**
     * Shows a day, or the reference date again where the text names none; returns what is to be said of it.
     * @param {string} text
     */
    async show(text) {
      this.#turn += 1;
      const turn = this.#turn;
      const { rows } = this.#select(this.#data);
      const { day, says } = daySentence.chosen(
        text,
        this.#data.index,
        this.#data.messages,
        this.#daysOf(rows),
      );
      const seen = day === null ? null : await this.#seenOn(day);
      if (turn !== this.#turn) return says;
      this.#restore();
      if (seen) this.#replace(seen, text);
      this.#hide(seen ? text : null);
      const later = seen ? daySentence.later(seen.table, rows, seen.messages) : "";
      const told = later ? `${says} ${later}` : says;
      for (const place of all("[data-day-told]")) place.textContent = told;
      return told;
    }

    /** @param {FinderData} data */
    #select({ table, index, facets }) {
      return finderSelect.select(table, index.groups, facets, this.#choice, null);
    }

    /** The days of the directives of rows. @param {Uint32Array} rows */
    #daysOf(rows) {
      const { ofRow, day } = this.#data.table.directives;
      return Array.from(new Set(Array.from(rows, (row) => ofRow[row])), (directive) => day[directive]);
    }

    /** @param {number} day */
    async #seenOn(day) {
      const on = await finderMain.onDay(this.#data, day);
      const [actor] = this.#choice.actor ?? [];
      return actor === undefined ? on : finderMain.seenBy(on, actor);
    }

    /**
     * What holds only on the reference date, and the reports that came after a day.
     * @param {string | null} day
     */
    #hide(day) {
      for (const place of all("[data-of-today], .by-month")) place.hidden = day !== null;
      for (const place of marked("published")) place.hidden = day !== null && place.value > day;
    }

    #restore() {
      for (const [place, children] of this.#kept) place.replaceChildren(...children);
      this.#kept.clear();
    }

    /** @param {Element | null} place @param {(Node | string)[]} children */
    #put(place, children) {
      if (!place) return;
      this.#kept.set(place, [...place.childNodes]);
      place.replaceChildren(...children);
    }

    /** @param {FinderData} seen @param {string} text */
    #replace(seen, text) {
      const { rows, counts } = this.#select(seen);
      const shown = { seen, counts, total: rows.length, text };
      const states = seen.index.bar.filter((state) => counts.state[state]);
      const standings = [...counts.standing.keys()].filter((standing) => counts.standing[standing]);
      this.#put(
        document.querySelector(".board .bar"),
        states.map((state) => this.#piece(shown, state)),
      );
      this.#put(
        document.querySelector(".board .bar + ul"),
        states.map((state) => this.#item(shown, "state", state)),
      );
      this.#put(
        document.querySelector("ul.by-time"),
        standings.map((standing) => this.#item(shown, "standing", standing)),
      );
      this.#put(document.querySelector(".board-note .evidence"), [this.#evidence(seen, rows)]);
      for (const place of marked("stands")) {
        const row = this.#places.get(place.value);
        if (row !== undefined) this.#put(place, this.#standing(seen, row));
      }
    }

    /** What is known of rows. @param {FinderData} seen @param {Uint32Array} rows */
    #evidence({ table, messages }, rows) {
      const counted = [0, 0, 0, 0];
      for (const row of rows) counted[table.evidence?.[row] ?? 0] += 1;
      const [none, doubtful, , counts] = counted.map((count) => messages.number(count));
      const share = `${Math.floor((counted[3] * 100) / rows.length)}%`;
      return messages.get("evidence", { counts, doubtful, none, share, total: messages.number(rows.length) });
    }

    /** @param {DayShown} shown @param {number} state */
    #piece({ seen, counts, total }, state) {
      const piece = element("span", { className: seen.index.values.state[state] });
      piece.style.width = `${(counts.state[state] * 100) / total}%`;
      return piece;
    }

    /** @param {DayShown} shown @param {"state" | "standing"} facet @param {number} value */
    #item({ seen, counts, text }, facet, value) {
      const name = seen.index.values[facet][value];
      const query = new URLSearchParams({ ...this.#query, [facet]: name, on: text });
      const link = element(
        "a",
        {
          className: `${facet === "state" ? "told" : "state"} ${name}`,
          href: `${atlas.address("tasks/index.html")}?${query}`,
        },
        element("b", {}, seen.messages.number(counts[facet][value])),
        " ",
        element("span", {}, seen.messages.get(`${facet}.${name}`)),
      );
      return element("li", {}, link);
    }

    /**
     * How a row stands: the status, what was reported where that adds something, the day where it still counts.
     * @param {FinderData} seen
     * @param {number} row
     */
    #standing({ index, table, rows, messages }, row) {
      const [standing, state] = [table.standing[row], table.state[row]];
      const name = index.values.standing[standing];
      const href = atlas.address(`help/statuses.html#${name}`);
      const status = element("a", { className: `state ${name}`, href }, messages.get(`standing.${name}`));
      const reported = index.tells[standing]
        ? [" · ", messages.get(`state.${index.values.state[state]}`)]
        : [];
      const when = index.running[standing] ? rows.when(row) : undefined;
      return [status, ...reported, ...(when ? [" · ", finderDom.shown(when)] : [])];
    }
  };
})();
