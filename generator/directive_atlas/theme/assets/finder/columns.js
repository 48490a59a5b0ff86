// Columns of the finder's rows: what outputs/finder/columns.py packed, as typed arrays.

/**
 * @typedef {object} FinderIndex  The file finder/index.
 * @property {number} day The reference date, in days from 1 January 1970.
 * @property {number} last The last day of which standings are told.
 * @property {number} rows
 * @property {number} columnRows How many rows are in a file of columns.
 * @property {number} actors How many there are.
 * @property {number} textRows How many rows are in a file of texts.
 * @property {Record<"standing" | "state" | "obligation" | "role" | "basis" | "terms" | "kind", string[]>} values
 * @property {number[]} asks By role, 1 where it is work of the actor itself.
 * @property {number[]} tells By standing, 1 where what was reported adds something to it.
 * @property {number[]} ahead By standing, 1 where its last day lies ahead of the reference date.
 * @property {number[]} running By standing, 1 where its last day is told beside it.
 * @property {number[]} presses By standing, 1 where something is required now.
 * @property {number[]} hidesParts By standing, 1 where it is not told how parts stand.
 * @property {number[]} bar The reported statuses in the order of a board.
 * @property {{ rows: string, kind: string, day: string }} directives
 * @property {Record<string, number[]>} groups The members of each group of actors.
 */

/** @typedef {"depth" | "standing" | "state" | "obligation"} ByteColumn */
/** @typedef {Record<ByteColumn | "due" | "dues" | "figures" | "duties" | "bases" | "terms" | "topics" | "stands" | "bodies", string>} FinderShard  A file finder/columns/…. */
/** @typedef {{ start: Uint32Array, items: Int32Array }} Days  As in Lists, days from 1 January 1970. */
/** @typedef {{ start: Uint32Array, items: Uint32Array }} Lists  Row r has items[start[r]] to items[start[r + 1] - 1]. */

/**
 * @typedef {object} FinderTable  One array a column, by row or by directive.
 * @property {number} rows
 * @property {number} day The reference date, or the day that the reader chose.
 * @property {Uint8Array} depth
 * @property {Uint8Array} standing
 * @property {Uint8Array} state
 * @property {Uint8Array} obligation
 * @property {Int32Array} due
 * @property {Days} dues The days of all deadlines of rows that have several; those of other rows are not listed.
 * @property {Days} figures The days by which the text wants figures of a row reached.
 * @property {Lists} duties Each is actor * roles + role.
 * @property {Uint8Array} bases The basis of each of the duties' items.
 * @property {Uint8Array} terms What else is said of each of them: a bit for each of the index's terms.
 * @property {Lists} topics
 * @property {{ ofRow: Uint32Array, first: Uint32Array, kind: Uint8Array, day: Int32Array }} directives
 * @property {FinderBodies} bodies
 * @property {Uint32Array} [when] On a chosen day: the number of the text of each row's day.
 * @property {Uint8Array} [evidence] On a chosen day: what the reports on each row are worth, as in views/evidence.py.
 * @property {MarkedText[]} [on] On a chosen day: these texts.
 * @property {number} [actor] For whom standing, state and due are; without one they are those of the whole.
 */

const finderColumns = (() => {
  /** The day of a row or directive that has none: later than any other, so that it sorts last. */
  const NO_DAY = 0x7fffffff;

  /**
   * Days from 1 January 1970; packed as 0 for none, else as one more than the folded distance from `day`.
   * @param {Uint32Array} packed
   * @param {number} day
   */
  const days = (packed, day) =>
    Int32Array.from(packed, (value) => (value === 0 ? NO_DAY : day + packing.unzigzag(value - 1)));

  /**
   * Lists within a list, each with its length first.
   * @param {Uint32Array} packed
   * @param {number} rows
   * @returns {Lists}
   */
  function lists(packed, rows) {
    const start = new Uint32Array(rows + 1);
    const items = new Uint32Array(packed.length);
    let at = 0;
    let count = 0;
    for (let row = 0; row < rows; row++) {
      for (let left = packed[at++]; left > 0; left--) items[count++] = packed[at++];
      start[row + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /**
   * Puts parts one after the other into an array that has room for them.
   * @template {Uint8Array | Uint32Array | Int32Array} Numbers
   * @param {Numbers} whole
   * @param {ArrayLike<number>[]} parts
   */
  function joined(whole, parts) {
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** @param {Lists[]} parts @param {number} rows */
  function joinedLists(parts, rows) {
    const start = new Uint32Array(rows + 1);
    let row = 0;
    let before = 0;
    for (const part of parts) {
      for (const end of part.start.subarray(1)) start[++row] = before + end;
      before += part.items.length;
    }
    const items = parts.map((part) => part.items);
    return { start, items: joined(new Uint32Array(before), items) };
  }

  /**
   * Of each row the number of its directive; `first` is the row at which each directive begins.
   * @param {Uint32Array} counts
   * @param {number} rows
   */
  function directivesOfRows(counts, rows) {
    const ofRow = new Uint32Array(rows);
    const first = new Uint32Array(counts.length + 1);
    for (const [directive, count] of counts.entries()) {
      first[directive + 1] = first[directive] + count;
      ofRow.fill(directive, first[directive], first[directive + 1]);
    }
    return { ofRow, first };
  }

  /**
   * @param {FinderIndex} index
   * @param {FinderShard[]} shards
   * @returns {FinderTable}
   */
  function table(index, shards) {
    const { rows, day, directives } = index;
    /** @param {ByteColumn} name */
    const bytes = (name) => {
      const parts = shards.map((shard) => packing.chars(shard[name]));
      return joined(new Uint8Array(rows), parts);
    };
    /** @param {"duties" | "topics" | "dues" | "figures"} name */
    const listed = (name) => {
      const parts = shards.map((shard) => lists(packing.numbers(shard[name]), shard.depth.length));
      return joinedLists(parts, rows);
    };
    const duties = listed("duties");
    const bases = shards.map((shard) => packing.chars(shard.bases));
    const terms = shards.map((shard) => packing.chars(shard.terms));
    const daysOf = (/** @type {Uint32Array} */ packed) => days(packed, day);
    const listedDays = (/** @type {"dues" | "figures"} */ name) => {
      const { start, items } = listed(name);
      return { start, items: daysOf(items) };
    };
    const dueDays = shards.map((shard) => daysOf(packing.numbers(shard.due)));
    const whole = {
      standing: bytes("standing"),
      state: bytes("state"),
      due: joined(new Int32Array(rows), dueDays),
    };
    return {
      rows,
      day,
      ...whole,
      depth: bytes("depth"),
      obligation: bytes("obligation"),
      dues: listedDays("dues"),
      figures: listedDays("figures"),
      duties,
      bases: joined(new Uint8Array(duties.items.length), bases),
      terms: joined(new Uint8Array(duties.items.length), terms),
      topics: listed("topics"),
      directives: {
        ...directivesOfRows(packing.numbers(directives.rows), rows),
        kind: packing.chars(directives.kind),
        day: daysOf(packing.numbers(directives.day)),
      },
      bodies: finderBodies.read(index, shards, whole, daysOf),
    };
  }

  return { NO_DAY, days, table };
})();
