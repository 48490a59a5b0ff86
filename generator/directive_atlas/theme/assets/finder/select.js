// Which rows fit a choice, how many fit each value besides, and in which order they come. No page in here.
//
// A choice is { facet: Set of numbers of values }: several values of a facet mean any of them, several facets
// all of them. The counts of a facet follow the choices in the others and ignore its own. Actor and role share
// one test: both must hold of the same duty.
(() => {
  const DUTY = 1, WORDS = 2, FIRST = 4;
  const byDuty = (name) => name === "actor" || name === "role";
  const size = (facet) => facet.size ?? facet.values.length;

  function flags(facet, chosen) {
    const wanted = new Uint8Array(size(facet));
    for (const value of chosen) if (value >= 0) wanted[value] = 1;
    return wanted;
  }

  function markFailing(facet, wanted, bit, failed) {
    const { items, start } = facet;
    for (let row = 0; row < failed.length; row++) {
      if (!start) {
        if (!wanted[items[row]]) failed[row] |= bit;
        continue;
      }
      let found = 0;
      for (let at = start[row]; at < start[row + 1]; at++) found |= wanted[items[at]];
      if (!found) failed[row] |= bit;
    }
  }

  function count(facet, others, failed) {
    const { items, start } = facet;
    const counts = new Uint32Array(size(facet));
    for (let row = 0; row < failed.length; row++) {
      if (failed[row] & others) continue;
      if (!start) counts[items[row]]++;
      else for (let at = start[row]; at < start[row + 1]; at++) counts[items[at]]++;
    }
    return counts;
  }

  // Duties of a table with a choice of actors and roles; `groups` has the members of each group.
  function dutiesOf(table, groups, facets, choice) {
    const { start, items } = table.duties;
    const roles = facets.role.values.length;
    const nobody = facets.actor.values.length - 1;
    const role = choice.role && flags(facets.role, choice.role);
    const actor = choice.actor && flags(facets.actor, choice.actor);
    // A duty of a group is one of its members, too.
    for (const [group, members] of Object.entries(groups)) {
      if (actor && members.some((member) => actor[member])) actor[group] = 1;
    }

    function markFailingDuties(failed) {
      if (!role && !actor) return;
      for (let row = 0; row < failed.length; row++) {
        let found = start[row] === start[row + 1] && !role && actor[nobody];
        for (let at = start[row]; at < start[row + 1] && !found; at++) {
          const owner = (items[at] / roles) | 0;
          found = (!actor || actor[owner]) && (!role || role[items[at] - owner * roles]);
        }
        if (!found) failed[row] |= DUTY;
      }
    }

    function countActors(others, failed) {
      const counts = new Uint32Array(nobody + 1);
      const seen = new Uint32Array(nobody + 1);
      const note = (row, owner) => {
        if (seen[owner] === row + 1) return;
        seen[owner] = row + 1;
        counts[owner]++;
      };
      for (let row = 0; row < failed.length; row++) {
        if (failed[row] & others) continue;
        if (start[row] === start[row + 1] && !role) counts[nobody]++;
        for (let at = start[row]; at < start[row + 1]; at++) {
          const owner = (items[at] / roles) | 0;
          if (role && !role[items[at] - owner * roles]) continue;
          note(row, owner);
          const members = groups[owner];
          if (members) for (const member of members) note(row, member);
        }
      }
      return counts;
    }

    function countRoles(others, failed) {
      const counts = new Uint32Array(roles);
      for (let row = 0; row < failed.length; row++) {
        if (failed[row] & others) continue;
        let seen = 0;
        for (let at = start[row]; at < start[row + 1]; at++) {
          const owner = (items[at] / roles) | 0;
          if (!actor || actor[owner]) seen |= 1 << (items[at] - owner * roles);
        }
        for (let place = 0; seen; place++, seen >>>= 1) counts[place] += seen & 1;
      }
      return counts;
    }

    return { markFailingDuties, countActors, countRoles };
  }

  // The rows that fit, and the counts of all facets; `words` has 1 for each row with the words sought, if any.
  function select(table, groups, facets, choice, words) {
    const failed = new Uint16Array(table.rows);
    const bits = Object.fromEntries(Object.keys(facets).map((name, place) => [name, FIRST << place]));
    for (const [name, chosen] of Object.entries(choice)) {
      if (!byDuty(name)) markFailing(facets[name], flags(facets[name], chosen), bits[name], failed);
    }
    const duties = dutiesOf(table, groups, facets, choice);
    duties.markFailingDuties(failed);
    if (words) for (let row = 0; row < failed.length; row++) if (!words[row]) failed[row] |= WORDS;
    const counts = {};
    for (const [name, facet] of Object.entries(facets)) {
      if (name === "actor") counts.actor = duties.countActors(~DUTY, failed);
      else if (name === "role") counts.role = duties.countRoles(~DUTY, failed);
      else counts[name] = count(facet, ~bits[name], failed);
    }
    let fitting = 0;
    const rows = new Uint32Array(table.rows);
    for (let row = 0; row < failed.length; row++) if (!failed[row]) rows[fitting++] = row;
    return { rows: rows.subarray(0, fitting), counts };
  }

  // Days and ranks are below this, so that key, day and row go into one exact number.
  const SPAN = 2 ** 23;
  const bounded = (day, table) => Math.max(0, Math.min(SPAN - 1, day - table.day + SPAN / 2));

  const ORDERS = {
    text: (table) => (row) => row,
    due: (table, none) => (row) => (table.due[row] === none ? -1 : bounded(table.due[row], table)),
    date: (table, none) => (row) => {
      const day = table.directives.day[table.directives.ofRow[row]];
      return day === none ? -1 : bounded(day, table);
    },
    standing: (table) => (row) => table.standing[row] * SPAN + bounded(table.due[row], table),
    title: (table, none, ranks) => (row) => ranks[row],
  };

  // Rows in an order; those without what it goes by come last either way, equal ones stay as in the text.
  function sorted(table, rows, order, reverse, none, ranks) {
    if (order === "text" && !reverse) return rows;
    const key = ORDERS[order](table, none, ranks);
    const top = 64 * SPAN;
    const composite = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place++) {
      const own = key(rows[place]);
      composite[place] = (own < 0 ? top : reverse ? top - 1 - own : own) * table.rows + rows[place];
    }
    composite.sort();
    const ordered = new Uint32Array(rows.length);
    for (let place = 0; place < rows.length; place++) ordered[place] = composite[place] % table.rows;
    return ordered;
  }

  atlas.give("assets/finder/select", { select, sorted, orders: Object.keys(ORDERS) });
})();
