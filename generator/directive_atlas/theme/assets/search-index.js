// Reads the files that generator/exports/search/files.py writes: keys with postings, records, names of tasks.
(() => {
  const MOST_ENTRIES = 40;

  // The place of the last of some sorted keys that is not behind a key.
  function lastUpTo(keys, key) {
    let low = 0, high = keys.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  // Whether one letter more, less, other, or two exchanged, make one word of the other.
  function near(one, other) {
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let ends = [one.length, other.length];
    while (Math.min(...ends) > start && one[ends[0] - 1] === other[ends[1] - 1]) ends = ends.map((end) => end - 1);
    const [left, right] = [one.slice(start, ends[0]), other.slice(start, ends[1])];
    const swapped = left.length === 2 && left === Array.from(right).reverse().join("");
    return swapped || Math.max(left.length, right.length) <= 1;
  }

  const open = async () => {
    const [{ chars, numbers }, manifest] = await Promise.all(["assets/packing", "search/index"].map(atlas.load));

    // Document numbers by level, from text: each list has the differences between its numbers.
    function decoded(words) {
      return words.split(",").map((list) => {
        let number = 0;
        return Array.from(numbers(list), (difference) => (number += difference));
      });
    }

    // One key with its postings; "total" counts them all, "long" names the file of all of them.
    function entry(line) {
      const [key, words] = line.split(" ");
      const [head, more] = words.split("!");
      const levels = decoded(head);
      const [long, total] = more ? more.split(".").map(Number) : [null, levels.reduce((sum, list) => sum + list.length, 0)];
      return { key, levels, total, long };
    }

    // Keys that are each told by what they share with the one before, and the rest.
    function keysOf(words) {
      const keys = [];
      for (const [shared, ...rest] of words.split(" ").map((part) => Array.from(part))) {
        keys.push(Array.from(keys.at(-1) ?? "").slice(0, chars(shared)[0]).join("") + rest.join(""));
      }
      return keys;
    }

    const parts = keysOf(manifest.keys);

    // The shard in which a key is, if it is in any.
    async function shardOf(key) {
      const part = lastUpTo(parts, key);
      return part * manifest.shards + lastUpTo(await firstKeys(part), key);
    }

    const firstKeys = async (part) => keysOf(await atlas.load(`search/places/${part}`));

    // With which letters the keys of a shard begin; nothing behind the last.
    async function firstKey(shard) {
      const part = Math.floor(shard / manifest.shards);
      return part < parts.length ? (await firstKeys(part))[shard % manifest.shards] : undefined;
    }

    const lines = async (shard) => (await atlas.load(`search/keys/${shard}`)).split(";").slice(0, -1);

    // The entry of a key, and with "prefix" the entries of keys that begin with it; exact ones first.
    async function entries({ key, prefix }) {
      const shard = await shardOf(key);
      const found = (await lines(shard)).filter((line) => line.startsWith(prefix ? key : `${key} `));
      if (prefix && (await firstKey(shard + 1))?.startsWith(key)) {
        found.push(...(await lines(shard + 1)).filter((line) => line.startsWith(key)));
      }
      return found.slice(0, MOST_ENTRIES).map(entry);
    }

    // Entries of words that are one slip away, from the neighbourhood of the key.
    async function similar(key) {
      if (key.length < 4) return [];
      const words = (await lines(await shardOf(key))).filter((line) => near(line.slice(0, line.indexOf(" ")), key));
      return words.slice(0, 5).map(entry);
    }

    const whole = async (long) => decoded(await atlas.load(`search/full/${long}`));

    // A record by document number.
    async function record(number) {
      const [contexts, records] = await atlas.load(`search/records/${Math.floor(number / manifest.records)}`);
      const [kind, path, anchor, titles, context, names, body, paragraph] = records[number % manifest.records];
      return { number, kind, path, anchor, titles, context: contexts[context] ?? {}, names, body, paragraph };
    }

    // The kind of a document by its number; measures count as tasks.
    const kindOf = (number) => manifest.starts.findLast(([, start]) => start <= number)?.[0];

    // The keys of those documents that are tasks, and of the tasks whose measures they are.
    async function taskKeys(numbers) {
      const starts = manifest.tasks;
      const sorted = [...numbers].sort((one, other) => one - other);
      const keys = new Set();
      for (const [at, start] of starts.entries()) {
        const wanted = new Set(sorted.filter((n) => n >= start && (at + 1 === starts.length || n < starts[at + 1])));
        if (wanted.size) collect(await atlas.load(`search/tasks/${at}`), start, wanted, keys);
      }
      return keys;
    }

    function collect(file, start, wanted, keys) {
      let number = start;
      for (const line of file.split("\n")) {
        const [directive, ...names] = line.split(" ");
        let root = "";
        for (const name of names) {
          const id = name.replace(/^-/, "");
          if (id === name) root = id;
          if (wanted.has(number)) keys.add(`${directive}/${root}`).add(`${directive}/${id}`);
          number += 1;
        }
      }
    }

    return { size: manifest.size, folded: manifest.folded, entries, similar, whole, record, kindOf, taskKeys };
  };

  atlas.give("assets/search-index", { open, near });
})();
