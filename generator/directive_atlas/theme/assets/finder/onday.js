// How rows stand on a chosen day: what outputs/finder/days.py packed, and the table as it is on that day.

/** @typedef {Record<"stands" | "courses" | "rows" | "bodies", string>} FinderDayShard  A file finder/days/…. */

/**
 * @typedef {object} FinderDayFiles  Of each run of rows the courses, and the texts of their days.
 * @property {FinderDayShard[]} shards
 * @property {MarkedText[][]} texts
 */

const finderOnDay = (() => {
  /** How many numbers a standing has, and how many are before the bodies of a row. */
  const [OF_STAND, OF_ROW] = [5, 4];

  /**
   * @param {FinderIndex} index
   * @returns {Promise<FinderDayFiles>}
   */
  async function load({ rows, columnRows }) {
    const places = [...Array(Math.max(1, Math.ceil(rows / columnRows))).keys()];
    /** @param {string} folder */
    const all = (folder) => Promise.all(places.map((place) => atlas.load(`${folder}/${place}`)));
    const [shards, texts] = await Promise.all([all("finder/days"), all(`finder/days-${atlas.language}`)]);
    return { shards, texts };
  }

  /**
   * For each course of a file the number of its standing on a day, from 1; 0 where there is none.
   * @param {Uint32Array} packed
   * @param {number} ahead How many days the day is after the reference date.
   */
  function standingsOn(packed, ahead) {
    const found = [];
    for (let at = 0; at < packed.length; ) {
      const changes = packed[at++];
      let stand = packed[at++];
      let since = 0;
      for (let change = 0; change < changes; change++) {
        since += change ? packed[at] : packing.unzigzag(packed[at]);
        if (since <= ahead) stand = packed[at + 1];
        at += 2;
      }
      found.push(stand);
    }
    return found;
  }

  /**
   * The standings of a file; its texts are numbered on from those of the files before it.
   * @param {FinderDayShard} shard
   * @param {number} day The reference date.
   * @param {number} texts
   * @returns {Required<FinderStands>}
   */
  function standsOf(shard, day, texts) {
    const packed = packing.numbers(shard.stands);
    const column = (/** @type {number} */ at) => packed.filter((_, place) => place % OF_STAND === at);
    return {
      standing: Uint8Array.from(column(0)),
      state: Uint8Array.from(column(1)),
      due: finderColumns.days(column(2), day),
      when: column(3).map((own) => own + texts),
      evidence: Uint8Array.from(column(4)),
    };
  }

  /**
   * The bodies of the rows of a file: of each row its number, then its bodies' actors and standings.
   * @param {Uint32Array} packed
   * @param {number[]} on The standings of the courses.
   * @returns {[number, [number, number][]][]}
   */
  function bodiesOn(packed, on) {
    /** @type {[number, [number, number][]][]} */
    const found = [];
    let row = 0;
    for (let at = 0; at < packed.length; ) {
      row += packed[at];
      /** @type {[number, number][]} */
      const own = [
        [0, on[packed[at + 1]]],
        [0, on[packed[at + 2]]],
      ];
      const end = at + OF_ROW + 2 * packed[at + 3];
      for (at += OF_ROW; at < end; at += 2) {
        const stand = on[packed[at + 1]];
        if (stand) own.push([packed[at], stand]);
      }
      found.push([row, own]);
    }
    return found;
  }

  /**
   * The same table as it is on a day.
   * @param {FinderTable} table
   * @param {FinderIndex} index
   * @param {FinderDayFiles} files
   * @param {number} day
   * @returns {FinderTable}
   */
  function table(table, index, files, day) {
    const { rows } = table;
    const whole = {
      standing: new Uint8Array(rows),
      state: new Uint8Array(rows),
      due: new Int32Array(rows),
      when: new Uint32Array(rows),
      evidence: new Uint8Array(rows),
    };
    const bodies = finderBodies.gathering(whole);
    let texts = 0;
    for (const [place, shard] of files.shards.entries()) {
      const first = place * index.columnRows;
      const stands = standsOf(shard, index.day, texts);
      const on = standingsOn(packing.numbers(shard.courses), day - index.day);
      for (const [at, course] of packing.numbers(shard.rows).entries()) {
        const stand = on[course] - 1;
        whole.standing[first + at] = stands.standing[stand];
        whole.state[first + at] = stands.state[stand];
        whole.due[first + at] = stands.due[stand];
        whole.when[first + at] = stands.when[stand];
        whole.evidence[first + at] = stands.evidence[stand];
      }
      for (const [row, own] of bodiesOn(packing.numbers(shard.bodies), on)) {
        bodies.addRow(first + row, stands, own);
      }
      texts += files.texts[place].length;
    }
    return { ...table, ...whole, day, on: files.texts.flat(), bodies: bodies.sealed(index) };
  }

  return { load, standingsOn, table };
})();
