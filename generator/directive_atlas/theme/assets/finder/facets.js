// Facets: for each row the values that it has, as numbers of a facet's list of values.

/**
 * @typedef {object} FinderFacet  Row r has the values numbered items[start[r]] to items[start[r + 1] - 1] or,
 *   without `start`, the one numbered items[r]. Actors and roles go by duties instead, because a role is that
 *   of the actor chosen with it.
 * @property {number} size How many values there are.
 * @property {string[]} [values] What they are called in addresses, unless a file of their own says that.
 * @property {ArrayLike<number>} [items]
 * @property {Uint32Array} [start]
 * @property {FinderFacet} [ofBodies] The values of the standings of bodies, which `table.bodies` has.
 * @property {number[]} [asks] Of roles, 1 for those that count where an actor is chosen without a role.
 */

/** @typedef {{ actors: string[], topics: string[] }} FinderIds  Of records, in the order of their numbers. */

const finderFacets = (() => {
  const NONE = "-";
  const DAY = 86_400_000;
  const BUCKETS = ["overdue", "month", "quarter", "later", "none"];
  const [OVERDUE, MONTH, QUARTER, LATER, NO_DUE] = BUCKETS.keys();
  const UNSETTLED = ["overdue", "unreported"];

  /** @param {number} day From 1 January 1970. */
  const date = (day) => new Date(day * DAY);

  /**
   * The last day of the month of a day, or of its quarter.
   * @param {number} day
   * @param {1 | 3} months
   */
  function lastDay(day, months) {
    const when = date(day);
    const next = Math.floor(when.getUTCMonth() / months) * months + months;
    return Date.UTC(when.getUTCFullYear(), next, 0) / DAY;
  }

  /**
   * The years of days, newest first, and each day's place among them; days without one get the last place.
   * @param {Int32Array} days
   */
  function years(days) {
    const yearOf = new Map(Array.from(new Set(days), (day) => [day, date(day).getUTCFullYear()]));
    yearOf.delete(finderColumns.NO_DAY);
    const known = [...new Set(yearOf.values())].sort((one, other) => other - one);
    const places = new Map(Array.from(yearOf, ([day, year]) => [day, known.indexOf(year)]));
    const place = (/** @type {number} */ day) => places.get(day) ?? known.length;
    return { known: known.map(String), place };
  }

  /**
   * The values of rows one after the other, and where those of each row start.
   * @param {number} rows
   * @param {(row: number) => Iterable<number>} valuesOf
   * @returns {Lists}
   */
  function listed(rows, valuesOf) {
    const start = new Uint32Array(rows + 1);
    /** @type {number[]} */
    const items = [];
    for (let row = 0; row < rows; row++) {
      for (const value of valuesOf(row)) items.push(value);
      start[row + 1] = items.length;
    }
    return { items: Uint32Array.from(items), start };
  }

  /**
   * The days that the values of `due` are told by: the reference date, the last ones of its month and its quarter.
   * @param {number} day
   */
  const limits = (day) => ({ day, month: lastDay(day, 1), quarter: lastDay(day, 3) });

  /** The days of a row. @param {Days} days @param {number} row */
  const daysIn = ({ start, items }, row) => items.subarray(start[row], start[row + 1]);

  /**
   * When rows are due, seen from the reference date; what is due this month is due this quarter, too. A row with several
   * deadlines is due at each; only the one that its status refers to can have passed it by.
   * @param {FinderStands} stands
   * @param {FinderIndex} index
   * @param {ReturnType<typeof years>} years Of all days that occur.
   * @param {(place: number) => Int32Array} others The days of all deadlines, where there are several.
   * @returns {FinderFacet}
   */
  function due(stands, index, { known, place }, others) {
    const unsettled = new Set(UNSETTLED.map((name) => index.values.standing.indexOf(name)));
    const { day: today, month, quarter } = limits(index.day);

    /** @param {number} day @param {number} standing */
    function buckets(day, standing) {
      if (day < today) return unsettled.has(standing) ? [OVERDUE] : [];
      if (day > quarter) return [LATER];
      return day > month ? [QUARTER] : [MONTH, QUARTER];
    }

    const lists = listed(stands.due.length, (at) => {
      const own = stands.due[at];
      /** @param {number} day @param {number} standing */
      const values = (day, standing) => [...buckets(day, standing), BUCKETS.length + place(day)];
      const found = own === finderColumns.NO_DAY ? [] : values(own, stands.standing[at]);
      const several = others(at);
      if (!several.length) return found.length ? found : [NO_DUE];
      return new Set([...found, ...Array.from(several, (day) => values(day, -1)).flat()]);
    });
    return { ...named([...BUCKETS, ...known]), ...lists };
  }

  /**
   * The facets of how rows stand: for the whole, or for the actor for whom the table is.
   * @param {FinderIndex} index
   * @param {FinderTable} table
   * @returns {Record<"standing" | "due" | "state", FinderFacet>}
   */
  function standings(index, table) {
    const { values } = index;
    const { stands } = table.bodies;
    const known = years(
      Int32Array.from([...new Set(table.due), ...new Set(stands.due), ...table.dues.items]),
    );
    const ofRow = (/** @type {number} */ row) => daysIn(table.dues, row);
    const ofBody = (/** @type {number} */ at) => daysIn(table.dues, table.bodies.row[at]);
    /** @param {FinderFacet} ofRows @param {FinderFacet} ofBodies */
    const facet = (ofRows, ofBodies) => ({ ...ofRows, ofBodies });
    /** @param {"standing" | "state"} name */
    const fixed = (name) => {
      const own = named(values[name]);
      return facet({ ...own, items: table[name] }, { ...own, items: stands[name] });
    };
    return {
      standing: fixed("standing"),
      due: facet(due(table, index, known, ofRow), due(stands, index, known, ofBody)),
      state: fixed("state"),
    };
  }

  /**
   * Topics, with one more value for rows that have none.
   * @param {FinderTable} table
   * @param {string[]} ids
   * @returns {FinderFacet}
   */
  function topics(table, ids) {
    const { start, items } = table.topics;
    const lists = listed(table.rows, (row) =>
      start[row] === start[row + 1] ? [ids.length] : items.subarray(start[row], start[row + 1]),
    );
    return { ...named([...ids, NONE]), ...lists };
  }

  /**
   * The years in which figures are due, with one more value for rows that have none.
   * @param {FinderTable} table
   * @returns {FinderFacet}
   */
  function figures(table) {
    const { known, place } = years(table.figures.items);
    const lists = listed(table.rows, (row) => {
      const found = new Set(Array.from(daysIn(table.figures, row), place));
      return found.size ? found : [known.length];
    });
    return { ...named([...known, NONE]), ...lists };
  }

  /** @param {string[]} values */
  const named = (values) => ({ size: values.length, values });

  /**
   * All facets of a table, in the order in which they are shown.
   * @param {FinderIndex} index
   * @param {FinderTable} table
   * @param {FinderIds} ids
   * @returns {Record<string, FinderFacet>}
   */
  function facets(index, table, ids) {
    const { ofRow, kind, day } = table.directives;
    const { values } = index;
    const issued = years(day);
    const yearOf = Array.from(day, issued.place);
    return {
      actor: named([...ids.actors, NONE]),
      role: { ...named(values.role), asks: index.asks },
      ...standings(index, table),
      figure: figures(table),
      topic: topics(table, ids.topics),
      directive: { size: day.length, items: ofRow },
      year: { ...named([...issued.known, NONE]), items: ofRow.map((directive) => yearOf[directive]) },
      kind: { ...named(values.kind), items: ofRow.map((directive) => kind[directive]) },
      obligation: { ...named(values.obligation), items: table.obligation },
      level: { ...named(["task", "measure"]), items: table.depth.map((depth) => (depth ? 1 : 0)) },
    };
  }

  return { facets, standings, limits, NONE };
})();
