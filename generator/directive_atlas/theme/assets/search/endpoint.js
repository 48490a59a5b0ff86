// Asks the engine of a site which documents have a query, if its settings name one: a program that has the lines of
// outputs/search/export.py and answers as Quickwit does. Of an answer only the numbers and the keys of documents are
// used, to look the query up in them as in the files of the site; what is shown of a document is in those files.

/**
 * @typedef {object} EndpointSettings  What outputs/search/files.py says of the engine.
 * @property {string} address Where it is asked.
 * @property {string} edition The documents of this build, among those of others.
 * @property {string[]} fields For each level the field of the keys that are so prominent.
 */

/** @typedef {{ id: number, edition: string, counts: string } & Record<string, unknown>} EndpointHit */
/** @typedef {{ hits: EndpointHit[], num_hits: number }} EndpointAnswer */

/**
 * @typedef {object} EndpointDocuments
 * @property {SearchSource} source What the engine found, to be searched as the whole index is.
 * @property {boolean} areAll Whether that is all that it found.
 */

/** @typedef {InstanceType<typeof SearchEndpoint>} SearchEndpoint */

const SearchEndpoint = (() => {
  /** How long an answer may take, in milliseconds. */
  const PATIENCE = 1500;
  const MOST = 100;
  /** How many slots a document needs to come first; the others only add to its score. */
  const MOST_NEEDED = 6;
  const LEVELS_OF_NAMES = 3;
  const [WHOLE_QUERY, WHOLE_NAME, BEGUN_NAME] = [20, 20, 4];
  /** What a part of a query counts, read by its sound: it should not crowd out parts of it read as words. */
  const LESS_LIKELY = 0.2;
  /** The beginning of a sound: its sign would be one of the language of queries. */
  const NOT_ASKED = /^[~^]/;

  /** @param {string[]} clauses */
  const either = (clauses) => `(${clauses.join(" OR ")})`;

  /** @param {SearchSlot[]} slots */
  const canBeAsked = (slots) =>
    slots.every(({ keys }) => keys.every(({ key, prefix }) => !prefix || !NOT_ASKED.test(key)));

  /**
   * The keys of a document with their levels, in the order of its counts.
   * @param {EndpointHit} hit
   * @param {string[]} fields
   */
  const keysOf = (hit, fields) =>
    fields.flatMap((field, level) => {
      const keys = String(hit[field] ?? "").split(" ");
      return keys.filter(Boolean).map((key) => ({ key, level }));
    });

  /**
   * The entry of each key that some documents have, in the order of keys.
   * @param {EndpointHit[]} hits by number
   * @param {string[]} fields
   */
  function entriesOf(hits, fields) {
    /** @type {Map<string, SearchEntry>} */
    const entries = new Map();
    for (const hit of hits) {
      const counts = packing.numbers(hit.counts);
      for (const [at, { key, level }] of keysOf(hit, fields).entries()) {
        const entry = entries.get(key) ?? {
          key,
          levels: fields.map(() => []),
          total: counts[at],
          long: null,
        };
        entry.levels[level].push(hit.id);
        entries.set(key, entry);
      }
    }
    return new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  return class SearchEndpoint {
    #settings;
    #index;
    #isDown = false;

    /** @param {EndpointSettings} settings @param {SearchIndex} index */
    constructor(settings, index) {
      this.#settings = settings;
      this.#index = index;
    }

    /**
     * What the engine finds, if anything. Where it fails, this page asks it no more.
     * @param {SearchPlan} plan
     * @param {string} kind
     * @returns {Promise<EndpointDocuments | null>}
     */
    async documents(plan, kind) {
      const query = this.query(plan, kind);
      if (this.#isDown || !query) return null;
      try {
        const { hits, num_hits: total } = await this.#answer(query);
        this.#check(hits);
        return hits.length === 0 ? null : { source: this.#source(hits), areAll: total <= hits.length };
      } catch (error) {
        this.#isDown = true;
        console.warn(error);
        return null;
      }
    }

    /**
     * The query in the language of the engine: what has the whole of one reading, or is called so, comes first.
     * Nothing if there is no key to ask for.
     * @param {SearchPlan} plan
     * @param {string} kind
     */
    query({ readings, names }, kind) {
      const read = readings.filter(canBeAsked).flatMap((slots, at) => {
        const each = slots.map(({ keys }) => either(keys.map((key) => this.#clause(key))));
        const parts = at === 0 ? either(each) : `${either(each)}^${LESS_LIKELY}`;
        return [`(${each.slice(0, MOST_NEEDED).join(" AND ")})^${WHOLE_QUERY}`, parts];
      });
      const called = names.flatMap((key) => [
        this.#clause({ key }, WHOLE_NAME, LEVELS_OF_NAMES),
        ...(key.startsWith("=") ? [this.#clause({ key, prefix: true }, BEGUN_NAME, LEVELS_OF_NAMES)] : []),
      ]);
      const clauses = [...read, ...called];
      const kinds = kind === "task" ? ["task", "measure"] : [kind];
      const ofKind = kind ? ` AND ${either(kinds.map((each) => `kind:${each}`))}` : "";
      return clauses.length ? `edition:${this.#settings.edition} AND ${either(clauses)}${ofKind}` : "";
    }

    /**
     * One key, at each level with its weight.
     * @param {SearchKey} key
     * @param {number} [factor]
     * @param {number} [levels]
     */
    #clause({ key, prefix, loose = false }, factor = 1, levels = this.#settings.fields.length) {
      const term = prefix ? `${key}*` : `"${key}"`;
      const weighted = this.#settings.fields.slice(0, levels).map((field, level) => {
        const weight = factor * searchPool.weight(level, !loose);
        return `${field}:${term}^${Number(weight.toFixed(2))}`;
      });
      return either(weighted);
    }

    /**
     * The body has no type: with one, browsers would first ask for leave, which Quickwit does not give.
     * @param {string} query
     * @returns {Promise<EndpointAnswer>}
     */
    async #answer(query) {
      const response = await fetch(this.#settings.address, {
        method: "POST",
        body: new Blob([JSON.stringify({ query, max_hits: MOST, sort_by: "_score" })]),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!response.ok) throw new Error(`the search endpoint answers ${response.status}`);
      return response.json();
    }

    /**
     * Throws unless these are different documents of this build.
     * @param {EndpointHit[]} hits
     */
    #check(hits) {
      const { edition, fields } = this.#settings;
      const isKnown = (/** @type {EndpointHit} */ hit) =>
        Number.isInteger(hit.id) &&
        hit.id >= 0 &&
        hit.id < this.#index.size &&
        hit.edition === edition &&
        packing.numbers(hit.counts).length === keysOf(hit, fields).length;
      const differ = new Set(hits.map(({ id }) => id)).size === hits.length;
      if (hits.length > MOST || !differ || !hits.every(isKnown))
        throw new Error("the search endpoint answers with something else");
    }

    /**
     * @param {EndpointHit[]} hits
     * @returns {SearchSource}
     */
    #source(hits) {
      const index = this.#index;
      const entries = entriesOf(
        [...hits].sort((one, other) => one.id - other.id),
        this.#settings.fields,
      );
      return {
        size: index.size,
        entries: async ({ key, prefix }) =>
          prefix
            ? [...entries.values()].filter((each) => each.key.startsWith(key))
            : [entries.get(key) ?? []].flat(),
        similar: async () => [],
        parted: async () => [],
        whole: async () => [],
        record: (number) => index.record(number),
        kindOf: (number) => index.kindOf(number),
        taskKeys: (numbers) => index.taskKeys(numbers),
      };
    }
  };
})();
