// Reads the files that outputs/search/files.py writes: keys with postings, records, names of tasks.

/**
 * @typedef {object} SearchManifest  The file search/index.
 * @property {number} size How many documents there are.
 * @property {number} records How many of them are in a file.
 * @property {[string, number][]} starts Each kind of documents, and the number of its first.
 * @property {number[]} tasks The number of the first task in each file of tasks.
 * @property {[string, string]} folded The traditional characters in texts that are shown, and their simplified forms.
 * @property {TextRules} text
 * @property {NumberRules} numbers
 * @property {EndpointSettings} [endpoint] The engine that is asked first, if there is one.
 */

/** @typedef {Record<string, string>} Texts  A text by language. */

/**
 * @typedef {object} SearchRecord  What is shown of a document.
 * @property {number} number
 * @property {string} kind
 * @property {string} path The page, without ending.
 * @property {string} anchor
 * @property {Texts} titles
 * @property {Texts} context
 * @property {string[]} names
 * @property {string[]} body
 * @property {number | string} [paragraph] its number, or what the text itself calls it
 * @property {Texts} facts Who, by when, and how it stands.
 * @property {string} query Of the address.
 */

/** @typedef {[string, string, string, Texts, number, string[], string[], (number | string)?, (Texts | 0)?, string?]} PackedRecord */

/**
 * @typedef {object} SearchEntry  One key with its documents.
 * @property {string} key
 * @property {number[][]} levels The numbers of documents by level: how prominent the key is in them.
 * @property {number} total How many documents there are in all.
 * @property {number | null} long The file of all of them, where `levels` are only the most prominent.
 */

/** @typedef {InstanceType<typeof SearchIndex>} SearchIndex */

/** @typedef {Pick<SearchIndex, keyof SearchIndex>} SearchSource  An index, or what answers as one. */

const SearchIndex = (() => {
  const MOST_ENTRIES = 40;
  const MOST_SIMILAR = 5;
  const SHORTEST_SIMILAR = 4;
  const SHORTEST_START = 2;
  const SHORTEST_END = 4;

  /**
   * The place of the last of some sorted keys that does not come after a key.
   * @param {string[]} keys
   * @param {string} key
   */
  function lastUpTo(keys, key) {
    let low = 0;
    let high = keys.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * Whether one letter more, less, other, or two exchanged, make one word of the other.
   * @param {string} one
   * @param {string} other
   */
  function areNear(one, other) {
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let end = 0;
    const most = Math.min(one.length, other.length) - start;
    while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const left = one.slice(start, one.length - end);
    const right = other.slice(start, other.length - end);
    const areSwapped = left.length === 2 && left === Array.from(right).reverse().join("");
    return areSwapped || Math.max(left.length, right.length) <= 1;
  }

  /**
   * The documents of a word in two parts: those that have both.
   * @param {string} key
   * @param {SearchEntry} one
   * @param {SearchEntry} other
   * @returns {SearchEntry}
   */
  function shared(key, one, other) {
    const level = new Map(one.levels.flatMap((list, at) => list.map((number) => [number, at])));
    const depth = Math.max(one.levels.length, other.levels.length);
    const levels = Array.from({ length: depth }, () => /** @type {number[]} */ ([]));
    for (const [at, list] of other.levels.entries()) {
      for (const number of list)
        levels[Math.max(at, level.get(number) ?? at)].push(...(level.has(number) ? [number] : []));
    }
    return { key, levels, total: levels.flat().length, long: null };
  }

  /**
   * Numbers of documents by level: each list has the differences between its numbers.
   * @param {string} packed
   */
  function levelsOf(packed) {
    return packed.split(",").map((list) => {
      let number = 0;
      return Array.from(packing.numbers(list), (difference) => {
        number += difference;
        return number;
      });
    });
  }

  /**
   * What a shard is called that begins with a key: FNV-1a of it (outputs/search/shards.py).
   * @param {string} key
   */
  function nameOf(key) {
    let name = 0x811c9dc5;
    for (const sign of key) name = Math.imul(name ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    return (name >>> 0).toString(16);
  }

  /** @param {string} file of entries */
  const linesOf = (file) => file.split(";").slice(0, -1);

  /**
   * @param {string} line such as `key AB,C` or, with the file and the number of all, `key AB!3.400`
   * @returns {SearchEntry}
   */
  function entryOf(line) {
    const [key, packed] = line.split(" ");
    const [head, more] = packed.split("!");
    const levels = levelsOf(head);
    if (!more) return { key, levels, total: levels.flat().length, long: null };
    const [long, total] = more.split(".").map(Number);
    return { key, levels, total, long };
  }

  /**
   * Keys of which each is written as how much it shares with the one before, and the rest.
   * @param {string} shortened
   */
  function keysOf(shortened) {
    /** @type {string[]} */
    const keys = [];
    for (const part of shortened.split(" ")) {
      const [shared] = packing.chars(part.slice(0, 1));
      keys.push(
        Array.from(keys.at(-1) ?? "")
          .slice(0, shared)
          .join("") + part.slice(1),
      );
    }
    return keys;
  }

  /**
   * Each task of a file of tasks: its keys (directive/id; of a measure first that of its task).
   * @param {string} file
   */
  function* taskKeysIn(file) {
    for (const line of file.split("\n")) {
      const [directive, ...names] = line.split(" ");
      let task = "";
      for (const name of names) {
        const isMeasure = name.startsWith("-");
        if (!isMeasure) task = name;
        yield [`${directive}/${task}`, `${directive}/${isMeasure ? name.slice(1) : name}`];
      }
    }
  }

  return class SearchIndex {
    #manifest;
    /** @type {Promise<string[]> | undefined} */
    #firstKeys;

    /** @param {SearchManifest} manifest */
    constructor(manifest) {
      this.#manifest = manifest;
    }

    static areNear = areNear;

    /** How many documents there are. */
    get size() {
      return this.#manifest.size;
    }

    /** The first key of each shard. */
    #places() {
      this.#firstKeys ??= atlas.load("search/places").then(keysOf);
      return this.#firstKeys;
    }

    /**
     * The entries of the shard in which a key is, if it is in any, and the first key of the next.
     * @param {string} key
     * @returns {Promise<{ lines: string[], next: string }>}
     */
    async #shardOf(key) {
      const places = await this.#places();
      const shard = lastUpTo(places, key);
      return { lines: await this.#lines(places[shard]), next: places[shard + 1] ?? "" };
    }

    /**
     * @param {string} firstKey
     * @returns {Promise<string[]>}
     */
    async #lines(firstKey) {
      return linesOf(await atlas.load(`search/keys/${nameOf(firstKey)}`));
    }

    /**
     * The entry of a key, and with `prefix` the entries of keys that begin with it; exact ones first.
     * @param {SearchKey} wanted
     */
    async entries({ key, prefix = false }) {
      const { lines, next } = await this.#shardOf(key);
      const found = lines.filter((line) => line.startsWith(prefix ? key : `${key} `));
      if (prefix && next.startsWith(key)) {
        found.push(...(await this.#lines(next)).filter((line) => line.startsWith(key)));
      }
      return found.slice(0, MOST_ENTRIES).map(entryOf);
    }

    /**
     * Entries of words that are one slip away, from the neighbourhood of the key.
     * @param {string} key
     */
    async similar(key) {
      if (key.length < SHORTEST_SIMILAR) return [];
      const { lines } = await this.#shardOf(key);
      const found = lines.filter((line) => areNear(line.slice(0, line.indexOf(" ")), key));
      return found.slice(0, MOST_SIMILAR).map(entryOf);
    }

    /**
     * The documents of a compound that no text has, by the words that it is made of.
     * @param {string} word
     * @param {(part: string) => string[]} [alike] What else its first part may be called.
     */
    async parted(word, alike = () => []) {
      for (let at = word.length - SHORTEST_END; at >= SHORTEST_START; at--) {
        const part = word.slice(0, at);
        const starts = await Promise.all([part, ...alike(part)].map((key) => this.entries({ key })));
        const [start] = starts.flat();
        const [end] = start ? await this.entries({ key: word.slice(at) }) : [];
        const both = end && shared(word, start, end);
        if (both?.total) return [both];
      }
      return [];
    }

    /**
     * All documents of a frequent key, by level.
     * @param {number} file
     * @param {string} key
     */
    async whole(file, key) {
      const lines = linesOf(await atlas.load(`search/full/${file}`));
      const line = lines.find((each) => each.startsWith(`${key} `));
      return line ? levelsOf(line.split(" ")[1]) : [];
    }

    /**
     * The record of a document.
     * @param {number} number
     * @returns {Promise<SearchRecord>}
     */
    async record(number) {
      const size = this.#manifest.records;
      /** @type {[Texts[], PackedRecord[]]} */
      const [contexts, records] = await atlas.load(`search/records/${Math.floor(number / size)}`);
      const [kind, path, anchor, titles, context, names, body, paragraph, facts, query = ""] =
        records[number % size];
      const place = { path, anchor, query, paragraph: paragraph || undefined };
      return {
        number,
        kind,
        ...place,
        titles,
        context: contexts[context] ?? {},
        names,
        body,
        facts: facts || {},
      };
    }

    /**
     * The kind of a document; measures count as tasks.
     * @param {number} number
     */
    kindOf(number) {
      return this.#manifest.starts.findLast(([, start]) => start <= number)?.[0] ?? "";
    }

    /**
     * The keys of those documents that are tasks or measures, and of the tasks of those measures.
     * @param {number[]} numbers
     */
    async taskKeys(numbers) {
      const starts = this.#manifest.tasks;
      const keys = /** @type {Set<string>} */ (new Set());
      for (const [file, start] of starts.entries()) {
        const end = starts[file + 1] ?? Number.POSITIVE_INFINITY;
        const wanted = new Set(numbers.filter((number) => number >= start && number < end));
        if (wanted.size) await this.#collect(file, wanted, keys);
      }
      return keys;
    }

    /**
     * Adds the keys of the wanted documents of a file of tasks.
     * @param {number} file
     * @param {Set<number>} wanted
     * @param {Set<string>} keys
     */
    async #collect(file, wanted, keys) {
      let number = this.#manifest.tasks[file];
      for (const own of taskKeysIn(await atlas.load(`search/tasks/${file}`))) {
        if (wanted.has(number)) for (const key of own) keys.add(key);
        number += 1;
      }
    }
  };
})();
