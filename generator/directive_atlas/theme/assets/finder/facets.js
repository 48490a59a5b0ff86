// Facets: for each row the values that it has, as numbers of a facet's list of values.
//
// A facet is { values, items, start }: row r has the values numbered items[start[r]] to items[start[r + 1] - 1],
// or, without `start`, the one numbered items[r]. Actors and roles go by duties instead, because a role is that
// of the actor chosen with it.
(() => {
  const NONE = "-";
  const DAY = 86_400_000;
  const BUCKETS = ["overdue", "month", "quarter", "later", "none"];
  const [OVERDUE, MONTH, QUARTER, LATER, NO_DUE] = BUCKETS.keys();

  const date = (day) => new Date(day * DAY);
  const year = (day) => date(day).getUTCFullYear();

  // The last day of the month, or of the quarter, of a day.
  function lastDay(day, months) {
    const when = date(day);
    const next = Math.floor(when.getUTCMonth() / months) * months + months;
    return Date.UTC(when.getUTCFullYear(), next, 0) / DAY;
  }

  // The years of days, newest first, and each day's place among them; days without one get the last place.
  function years(days, none) {
    const cache = new Map();
    const of = (day) => {
      if (!cache.has(day)) cache.set(day, year(day));
      return cache.get(day);
    };
    const known = [...new Set(Array.from(days).filter((day) => day !== none).map(of))].sort((a, b) => b - a);
    const places = new Map(known.map((value, place) => [value, place]));
    return { known, place: (day) => (day === none ? known.length : places.get(of(day))) };
  }

  // When rows are due, seen from the site's day; what is due this month is due this quarter, too.
  function due(table, standings, none) {
    const { known, place } = years(table.due, none);
    const unsettled = new Set(["overdue", "unreported"].map((name) => standings.indexOf(name)));
    const [month, quarter] = [lastDay(table.day, 1), lastDay(table.day, 3)];
    const start = new Uint32Array(table.rows + 1);
    const items = new Uint16Array(table.rows * 3);
    let count = 0;
    for (let row = 0; row < table.rows; row++) {
      const day = table.due[row];
      if (day === none) items[count++] = NO_DUE;
      else {
        if (day < table.day) {
          if (unsettled.has(table.standing[row])) items[count++] = OVERDUE;
        } else {
          if (day <= month) items[count++] = MONTH;
          items[count++] = day <= quarter ? QUARTER : LATER;
        }
        items[count++] = BUCKETS.length + place(day);
      }
      start[row + 1] = count;
    }
    return { values: [...BUCKETS, ...known.map(String)], items: items.subarray(0, count), start };
  }

  // Topics, with one more value for rows that have none.
  function topics(table, ids) {
    const { start, items } = table.topics;
    const filled = new Uint32Array(items.length + table.rows);
    const starts = new Uint32Array(table.rows + 1);
    let count = 0;
    for (let row = 0; row < table.rows; row++) {
      for (let at = start[row]; at < start[row + 1]; at++) filled[count++] = items[at];
      if (start[row] === start[row + 1]) filled[count++] = ids.length;
      starts[row + 1] = count;
    }
    return { values: [...ids, NONE], items: filled.subarray(0, count), start: starts };
  }

  // All facets of a table, in the order in which they are shown; `ids` has those of actors and topics.
  function facets(index, table, ids, none) {
    const { ofRow, kind, day } = table.directives;
    const issued = years(day, none);
    const yearOf = Array.from(day, issued.place);
    const fixed = index.values;
    return {
      actor: { values: [...ids.actors, NONE] },
      role: { values: fixed.role },
      standing: { values: fixed.standing, items: table.standing },
      due: due(table, fixed.standing, none),
      state: { values: fixed.state, items: table.state },
      topic: topics(table, ids.topics),
      directive: { values: null, size: day.length, items: ofRow },
      year: { values: [...issued.known.map(String), NONE], items: Uint16Array.from(ofRow, (d) => yearOf[d]) },
      kind: { values: fixed.kind, items: Uint8Array.from(ofRow, (d) => kind[d]) },
      obligation: { values: fixed.obligation, items: table.obligation },
      level: { values: ["task", "measure"], items: table.depth.map((depth) => (depth ? 1 : 0)) },
    };
  }

  atlas.give("assets/finder/facets", { facets });
})();
