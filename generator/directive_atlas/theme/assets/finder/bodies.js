// How single bodies stand in rows of several: what outputs/finder/bodies.py packed, and the table as one of them sees it.

/**
 * @typedef {object} FinderStands  Standings, one array a column.
 * @property {Uint8Array} standing
 * @property {Uint8Array} state
 * @property {Int32Array} due
 * @property {Uint32Array} [when] On a chosen day: the number of the text of each one's day.
 * @property {Uint8Array} [evidence] On a chosen day: what the reports are worth, as in views/evidence.py.
 */

/**
 * @typedef {object} FinderBodies  The rows in which a body stands otherwise than the whole. The standings of rows[at]
 *   are numbered start[at] to start[at + 1] - 1: that of the whole, of a silent body, of a silent member of a group,
 *   then of each body that has one of its own.
 * @property {Uint32Array} rows
 * @property {Uint32Array} start
 * @property {Uint32Array} row Of each standing.
 * @property {Uint32Array} actor Of each standing, where it is one of a body's own.
 * @property {FinderStands} stands
 * @property {Map<number, Set<number>>} members Of each group.
 * @property {number[]} asks By role, 1 where it is work of the actor itself.
 */

const finderBodies = (() => {
  /** The places of the standings of a row: of the whole, of a silent body, of a silent member, of the others. */
  const [WHOLE, SILENT, MEMBER, OWN] = [0, 1, 2, 3];

  /**
   * Standings that are listed row by row, each with its actor.
   * @param {FinderStands} whole
   */
  function gathering(whole) {
    /** @type {Record<"rows" | "start" | "row" | "actor" | "standing" | "state" | "due" | "when" | "evidence", number[]>} */
    const found = {
      ...{ rows: [], start: [0], row: [], actor: [] },
      ...{ standing: [], state: [], due: [], when: [], evidence: [] },
    };
    /**
     * @param {FinderStands} stands
     * @param {number} place
     * @param {number} actor
     */
    const add = (stands, place, actor) => {
      found.actor.push(actor);
      found.standing.push(stands.standing[place]);
      found.state.push(stands.state[place]);
      found.due.push(stands.due[place]);
      if (stands.when) found.when.push(stands.when[place]);
      if (stands.evidence) found.evidence.push(stands.evidence[place]);
    };
    /** @param {number} row @param {FinderStands} stands @param {[number, number][]} own */
    const addRow = (row, stands, own) => {
      add(whole, row, 0);
      for (const [actor, number] of own) {
        if (number) add(stands, number - 1, actor);
        else add(whole, row, actor);
      }
      while (found.row.length < found.actor.length) found.row.push(row);
      found.rows.push(row);
      found.start.push(found.actor.length);
    };
    /** @param {FinderIndex} index @returns {FinderBodies} */
    const sealed = ({ groups, asks }) => {
      const members = Object.entries(groups).map(([group, own]) => [Number(group), new Set(own)]);
      return {
        rows: Uint32Array.from(found.rows),
        start: Uint32Array.from(found.start),
        row: Uint32Array.from(found.row),
        actor: Uint32Array.from(found.actor),
        stands: {
          standing: Uint8Array.from(found.standing),
          state: Uint8Array.from(found.state),
          due: Int32Array.from(found.due),
          when: Uint32Array.from(found.when),
          evidence: Uint8Array.from(found.evidence),
        },
        members: new Map(/** @type {[number, Set<number>][]} */ (members)),
        asks,
      };
    };
    return { addRow, sealed };
  }

  /**
   * The standings that a file has, by their numbers less one.
   * @param {FinderShard} shard
   * @param {(packed: Uint32Array) => Int32Array} days
   * @returns {FinderStands}
   */
  function standsOf(shard, days) {
    const packed = packing.numbers(shard.stands);
    const column = (/** @type {number} */ at) => packed.filter((_, place) => place % 3 === at);
    return { standing: Uint8Array.from(column(0)), state: Uint8Array.from(column(1)), due: days(column(2)) };
  }

  /**
   * Reads the rows of all files.
   * @param {FinderIndex} index
   * @param {FinderShard[]} shards
   * @param {FinderStands} whole
   * @param {(packed: Uint32Array) => Int32Array} days
   * @returns {FinderBodies}
   */
  function read(index, shards, whole, days) {
    const { addRow, sealed } = gathering(whole);
    for (const [place, shard] of shards.entries()) {
      const packed = packing.numbers(shard.bodies);
      const stands = standsOf(shard, days);
      let row = place * index.columnRows;
      for (let at = 0; at < packed.length; ) {
        row += packed[at];
        /** @type {[number, number][]} */
        const own = [
          [0, packed[at + 1]],
          [0, packed[at + 2]],
        ];
        const end = at + 4 + 2 * packed[at + 3];
        for (at += 4; at < end; at += 2) own.push([packed[at], packed[at + 1]]);
        addRow(row, stands, own);
      }
    }
    return sealed(index);
  }

  /**
   * Whether a row is an actor's own work, itself or only as a member of a group; the same rule as in views/work.py.
   * @param {FinderTable} table
   * @param {number} row
   * @param {number} actor
   */
  function partIn({ duties: { start, items }, bodies: { members, asks } }, row, actor) {
    let part = WHOLE;
    for (let at = start[row]; at < start[row + 1]; at++) {
      const owner = Math.floor(items[at] / asks.length);
      if (!asks[items[at] % asks.length]) continue;
      if (owner === actor) return SILENT;
      if (members.get(owner)?.has(actor)) part = MEMBER;
    }
    return part;
  }

  /**
   * The number of an actor's standing in rows[at].
   * @param {FinderTable} table
   * @param {number} at
   * @param {number} actor
   */
  function numberOf(table, at, actor) {
    const { rows, start, actor: actors } = table.bodies;
    const part = partIn(table, rows[at], actor);
    if (part === WHOLE) return start[at];
    const own = actors.subarray(start[at] + OWN, start[at + 1]).indexOf(actor);
    return start[at] + (own < 0 ? part : OWN + own);
  }

  /**
   * The same table with each row as it stands for one actor.
   * @param {FinderTable} table
   * @param {number} actor
   * @returns {FinderTable}
   */
  function seenBy(table, actor) {
    const { rows, stands } = table.bodies;
    const [standing, state, due] = [table.standing.slice(), table.state.slice(), table.due.slice()];
    const [when, evidence] = [table.when?.slice(), table.evidence?.slice()];
    for (const [at, row] of rows.entries()) {
      const number = numberOf(table, at, actor);
      standing[row] = stands.standing[number];
      state[row] = stands.state[number];
      due[row] = stands.due[number];
      if (when && stands.when) when[row] = stands.when[number];
      if (evidence && stands.evidence) evidence[row] = stands.evidence[number];
    }
    return { ...table, standing, state, due, when, evidence, actor };
  }

  return { gathering, read, numberOf, seenBy };
})();
