// Which rows fit a choice, how many fit each value besides, and in which order they come. No page in here.
//
// Several values of a facet mean any of them, several facets all of them. The counts of a facet follow the choices
// in the others and ignore its own. Actor and role share one test: both must hold of the same duty. Without a role, a
// duty is one of an actor if it is its own work: whom a task consults, binds or informs has it only by that role.

/** @typedef {Record<string, Set<number>>} FinderChoice  By facet the numbers of the chosen values. */

/**
 * @typedef {object} DutyFilter  The duties of a table with a choice of actors and roles.
 * @property {Lists} duties
 * @property {Record<string, number[]>} groups
 * @property {number} roles How many there are.
 * @property {number} nobody The value of rows without a duty.
 * @property {Uint8Array | null} role 1 for each chosen role; nothing where none is chosen.
 * @property {ArrayLike<number>} work 1 for each role in which a duty is one of an actor: a chosen one, else its own work.
 * @property {Uint8Array | null} actor 1 for each chosen actor.
 */

/**
 * @typedef {object} FinderFailed  Why rows fail, as bits.
 * @property {Uint16Array} rows
 * @property {Uint16Array} bodies Why the standings of bodies fail, by their numbers.
 * @property {number} ofBodies The bits of the choices that depend on whose standing it is.
 */

const finderSelect = (() => {
  /** Why a row fails: no duty fits, the words are not in it, the first of the other facets. */
  const DUTY = 1;
  const WORDS = 2;
  const FIRST = 4;
  /** Days and ranks are below this, so that key and row go into one exact number. */
  const SPAN = 2 ** 23;
  const LAST_KEY = 64 * SPAN;

  /** @param {string} name */
  const isOfDuty = (name) => name === "actor" || name === "role";

  /**
   * @param {FinderFacet} facet
   * @param {Set<number>} chosen
   */
  function flags(facet, chosen) {
    const wanted = new Uint8Array(facet.size);
    for (const value of chosen) if (value >= 0) wanted[value] = 1;
    return wanted;
  }

  /**
   * Marks the rows that have none of the wanted values.
   * @param {FinderFacet} facet
   * @param {Uint8Array} wanted
   * @param {number} bit
   * @param {Uint16Array} failed
   */
  function markFailing({ items = [], start }, wanted, bit, failed) {
    for (let row = 0; row < failed.length; row++) {
      const first = start ? start[row] : row;
      const end = start ? start[row + 1] : row + 1;
      let found = 0;
      for (let at = first; at < end; at++) found |= wanted[items[at]];
      if (!found) failed[row] |= bit;
    }
  }

  /**
   * How many rows have each value, of those that fail nothing else.
   * @param {FinderFacet} facet
   * @param {number} others
   * @param {Uint16Array} failed
   */
  function count({ size, items = [], start }, others, failed) {
    const counts = new Uint32Array(size);
    for (let row = 0; row < failed.length; row++) {
      if (failed[row] & others) continue;
      const first = start ? start[row] : row;
      const end = start ? start[row + 1] : row + 1;
      for (let at = first; at < end; at++) counts[items[at]]++;
    }
    return counts;
  }

  /**
   * @param {FinderTable} table
   * @param {Record<string, number[]>} groups
   * @param {Record<string, FinderFacet>} facets
   * @param {FinderChoice} choice
   * @returns {DutyFilter}
   */
  function dutyFilter(table, groups, facets, choice) {
    const role = choice.role ? flags(facets.role, choice.role) : null;
    const actor = choice.actor ? flags(facets.actor, choice.actor) : null;
    if (actor) chooseGroups(actor, groups);
    return {
      duties: table.duties,
      groups,
      roles: facets.role.size,
      nobody: facets.actor.size - 1,
      role,
      work: role ?? facets.role.asks ?? new Uint8Array(facets.role.size).fill(1),
      actor,
    };
  }

  /**
   * A duty of a group is one of its members, too.
   * @param {Uint8Array} actor
   * @param {Record<string, number[]>} groups
   */
  function chooseGroups(actor, groups) {
    for (const [group, members] of Object.entries(groups)) {
      if (members.some((member) => actor[member])) actor[Number(group)] = 1;
    }
  }

  /**
   * Marks the rows without a duty of a chosen actor in a chosen role.
   * @param {DutyFilter} filter
   * @param {Uint16Array} failed
   */
  function markFailingDuties(filter, failed) {
    if (!filter.role && !filter.actor) return;
    for (let row = 0; row < failed.length; row++) if (!hasDuty(filter, row)) failed[row] |= DUTY;
  }

  /** @param {DutyFilter} filter @param {number} row */
  function hasDuty({ duties: { start, items }, roles, nobody, role, work, actor }, row) {
    const [first, end] = [start[row], start[row + 1]];
    if (first === end) return !role && actor !== null && actor[nobody] === 1;
    for (let at = first; at < end; at++) {
      const owner = (items[at] / roles) | 0;
      const isActor = !actor || actor[owner];
      if (isActor && work[items[at] - owner * roles]) return true;
    }
    return false;
  }

  /**
   * How many rows are of each actor, its own and those of its groups: in the chosen roles, else as its own work.
   * Where bodies stand apart, each one counts by its own standing, as it would if it were chosen.
   * @param {DutyFilter} filter
   * @param {FinderTable} table
   * @param {FinderFailed} failed
   */
  function countActors(filter, table, failed) {
    const { start } = filter.duties;
    const counts = new Uint32Array(filter.nobody + 1);
    const seen = new Uint32Array(filter.nobody + 1);
    const fits = fitsFor(table, failed);
    for (let row = 0; row < table.rows; row++) {
      const test = fits(row);
      if (!test) continue;
      if (start[row] === start[row + 1] && !filter.role) counts[filter.nobody]++;
      else countOwners(filter, row, test, counts, seen);
    }
    return counts;
  }

  /**
   * For each row whether it fits as it stands for an actor; nothing where it fits for none.
   * @param {FinderTable} table
   * @param {FinderFailed} failed
   */
  function fitsFor(table, failed) {
    const apart = new Int32Array(table.rows).fill(-1);
    if (failed.ofBodies) for (const [at, row] of table.bodies.rows.entries()) apart[row] = at;
    const always = () => true;
    return (/** @type {number} */ row) => {
      const at = apart[row];
      if (at < 0) return failed.rows[row] & ~DUTY ? null : always;
      if (failed.rows[row] & ~(DUTY | failed.ofBodies)) return null;
      return (/** @type {number} */ actor) => !failed.bodies[finderBodies.numberOf(table, at, actor)];
    };
  }

  /**
   * Counts each owner of a row's duties once.
   * @param {DutyFilter} filter
   * @param {number} row
   * @param {(actor: number) => boolean} fits Whether the row fits as it stands for an actor.
   * @param {Uint32Array} counts
   * @param {Uint32Array} seen By actor one more than the last row that was counted for it.
   */
  function countOwners({ duties: { start, items }, groups, roles, work }, row, fits, counts, seen) {
    /** @param {number} actor */
    const note = (actor) => {
      if (seen[actor] === row + 1) return;
      seen[actor] = row + 1;
      if (fits(actor)) counts[actor]++;
    };
    for (let at = start[row]; at < start[row + 1]; at++) {
      const owner = (items[at] / roles) | 0;
      if (!work[items[at] - owner * roles]) continue;
      note(owner);
      groups[owner]?.forEach(note);
    }
  }

  /**
   * How many rows have a duty of a chosen actor in each role.
   * @param {DutyFilter} filter
   * @param {Uint16Array} failed
   */
  function countRoles(filter, failed) {
    const counts = new Uint32Array(filter.roles);
    for (let row = 0; row < failed.length; row++) {
      if (failed[row] & ~DUTY) continue;
      const seen = rolesIn(filter, row);
      for (let role = 0; role < filter.roles; role++) counts[role] += (seen >> role) & 1;
    }
    return counts;
  }

  /**
   * The roles in which the chosen actors owe a row, as bits.
   * @param {DutyFilter} filter
   * @param {number} row
   */
  function rolesIn({ duties: { start, items }, roles, actor }, row) {
    let seen = 0;
    for (let at = start[row]; at < start[row + 1]; at++) {
      const owner = (items[at] / roles) | 0;
      if (!actor || actor[owner]) seen |= 1 << (items[at] - owner * roles);
    }
    return seen;
  }

  /**
   * The rows that fit, and by facet how many fit each value.
   * @param {FinderTable} table
   * @param {Record<string, number[]>} groups
   * @param {Record<string, FinderFacet>} facets
   * @param {FinderChoice} choice
   * @param {Uint8Array | null} hits 1 for each row with the words sought; nothing where none are sought.
   */
  function select(table, groups, facets, choice, hits) {
    const failed = new Uint16Array(table.rows);
    const others = Object.keys(facets).filter((name) => !isOfDuty(name));
    const bits = Object.fromEntries(others.map((name, place) => [name, FIRST << place]));
    const duties = dutyFilter(table, groups, facets, choice);
    const bodies = new Uint16Array(table.bodies.actor.length);
    let ofBodies = 0;
    for (const name of others.filter((each) => choice[each])) {
      const wanted = flags(facets[name], choice[name]);
      markFailing(facets[name], wanted, bits[name], failed);
      if (!facets[name].ofBodies) continue;
      markFailing(facets[name].ofBodies, wanted, bits[name], bodies);
      ofBodies |= bits[name];
    }
    markFailingDuties(duties, failed);
    if (hits) for (let row = 0; row < failed.length; row++) if (!hits[row]) failed[row] |= WORDS;
    const counts = others.map((name) => [name, count(facets[name], ~bits[name], failed)]);
    return {
      rows: fitting(failed),
      counts: /** @type {Record<string, Uint32Array>} */ ({
        ...Object.fromEntries(counts),
        actor: countActors(duties, table, { rows: failed, bodies, ofBodies }),
        role: countRoles(duties, failed),
      }),
    };
  }

  /** @param {Uint16Array} failed */
  function fitting(failed) {
    const rows = new Uint32Array(failed.length);
    let count = 0;
    for (let row = 0; row < failed.length; row++) if (!failed[row]) rows[count++] = row;
    return rows.subarray(0, count);
  }

  /** @param {number} day @param {FinderTable} table */
  const bounded = (day, table) => Math.max(0, Math.min(SPAN - 1, day - table.day + SPAN / 2));

  /**
   * The key of each row in an order; below zero where the row has nothing to go by.
   * @type {Record<string, (table: FinderTable, ranks: Uint32Array) => (row: number) => number>}
   */
  const KEYS = {
    text: () => (row) => row,
    due: (table) => (row) => dayKey(table.due[row], table),
    date: (table) => (row) => dayKey(table.directives.day[table.directives.ofRow[row]], table),
    standing: (table) => (row) => table.standing[row] * SPAN + bounded(table.due[row], table),
    title: (_, ranks) => (row) => ranks[row],
  };

  /** @param {number} day @param {FinderTable} table */
  const dayKey = (day, table) => (day === finderColumns.NO_DAY ? -1 : bounded(day, table));

  /**
   * Rows in an order; those without what it goes by come last either way, equal ones stay as in the text.
   * @param {FinderTable} table
   * @param {Uint32Array} rows
   * @param {string} order
   * @param {boolean} reverse
   * @param {Uint32Array} [ranks] Of the titles of all rows; the order of titles needs them.
   */
  function sorted(table, rows, order, reverse, ranks = new Uint32Array(0)) {
    if (order === "text" && !reverse) return rows;
    const key = KEYS[order](table, ranks);
    const composite = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place++) {
      const own = key(rows[place]);
      const directed = reverse ? LAST_KEY - 1 - own : own;
      composite[place] = (own < 0 ? LAST_KEY : directed) * table.rows + rows[place];
    }
    return new Uint32Array(composite.sort().map((each) => each % table.rows));
  }

  return { select, sorted, orders: Object.keys(KEYS) };
})();
