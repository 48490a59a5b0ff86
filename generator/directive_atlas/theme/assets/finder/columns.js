// Columns of the finder's rows: what generator/exports/finder/columns.py packed, as typed arrays.
(() => {
  // The day of a row or directive that has none: later than any other, so that it sorts last.
  const NO_DAY = 0x7fffffff;

  // Days from 1 January 1970; packed as 0 for none, else one more than the folded distance from `day`.
  function days(packedDays, day) {
    return Int32Array.from(packedDays, (packed) => {
      if (packed === 0) return NO_DAY;
      const folded = packed - 1;
      return day + (folded & 1 ? -(folded + 1) / 2 : folded / 2);
    });
  }

  // Lists within a list, each with its length first, as all items and where each list starts.
  function lists(packed, rows) {
    const start = new Uint32Array(rows + 1);
    const items = new Uint32Array(packed.length);
    let at = 0, count = 0;
    for (let row = 0; row < rows; row++) {
      for (let left = packed[at++]; left > 0; left--) items[count++] = packed[at++];
      start[row + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  function joined(Type, parts) {
    const whole = new Type(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  function joinedLists(parts) {
    const items = joined(Uint32Array, parts.map((part) => part.items));
    const start = joined(Uint32Array, [[0], ...parts.map((part) => part.start.subarray(1))]);
    let row = 1, before = 0;
    for (const part of parts) {
      for (let end = row + part.start.length - 1; row < end; row++) start[row] += before;
      before += part.items.length;
    }
    return { start, items };
  }

  // Of each row the number of its directive; `first` is the row at which each directive begins.
  function directivesOfRows(counts, rows) {
    const ofRow = new Uint32Array(rows);
    const first = new Uint32Array(counts.length + 1);
    counts.forEach((count, directive) => {
      first[directive + 1] = first[directive] + count;
      ofRow.fill(directive, first[directive], first[directive + 1]);
    });
    return { ofRow, first };
  }

  // The table: one typed array a column, by row or by directive; takes what assets/packing.js gives.
  function table({ chars, numbers }, index, shards) {
    const rows = index.rows;
    const sizes = shards.map((shard) => shard.depth.length);
    const all = (name) => joined(Uint8Array, shards.map((shard) => chars(shard[name])));
    const listed = (name) => joinedLists(shards.map((shard, at) => lists(numbers(shard[name]), sizes[at])));
    return {
      rows,
      day: index.day,
      depth: all("depth"),
      standing: all("standing"),
      state: all("state"),
      obligation: all("obligation"),
      due: joined(Int32Array, shards.map((shard) => days(numbers(shard.due), index.day))),
      duties: listed("duties"),
      topics: listed("topics"),
      directives: {
        ...directivesOfRows(numbers(index.directives.rows), rows),
        kind: chars(index.directives.kind),
        day: days(numbers(index.directives.day), index.day),
      },
    };
  }

  atlas.give("assets/finder/columns", { NO_DAY, table });
})();
