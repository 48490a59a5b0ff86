// Which documents have the keys of a query: candidates with what they have, before any record is loaded.

/** @typedef {{ exact: Set<number>, begun: Set<number> }} NamedDocuments  By whole name, by how a name begins. */
/** @typedef {{ plan: SearchPlan, pool: SearchPool, names: NamedDocuments }} FoundCandidates */
/** @typedef {InstanceType<typeof SearchCandidates>} SearchCandidates */

const SearchCandidates = (() => {
  const SLOTS_AT_ONCE = 6;
  const ENOUGH = 12;
  const TOP = 5;
  const MOST_COMPLETED = 2;
  /** The share of the letters that a name has at least where it is found by a part of its sound. */
  const LEAST_OF_SOUND = 0.5;

  /**
   * Each entry once, as several keys may find it.
   * @param {SearchEntry[]} entries
   */
  const distinct = (entries) => [...new Map(entries.map((entry) => [entry.key, entry])).values()];

  return class SearchCandidates {
    #text;
    #query;
    #index;
    #hasLearned = false;

    /** @param {SearchText} text @param {SearchQuery} query @param {SearchSource} index */
    constructor(text, query, index) {
      this.#text = text;
      this.#query = query;
      this.#index = index;
    }

    /**
     * A query's plan, its candidates, and those that are called like it.
     * @param {string} words
     * @param {boolean} [all] With all documents of every word, and not only the most prominent.
     * @returns {Promise<FoundCandidates>}
     */
    async find(words, all = false) {
      const plan = this.#query.plan(words);
      const [pool, names] = await Promise.all([this.#read(plan), this.#named(plan)]);
      if (await this.#learnedMore(pool.postings)) return this.find(words, all);
      return { plan, pool: all ? await this.#whole(pool) : pool, names };
    }

    /** @param {SearchPool} pool */
    async #whole({ postings }) {
      await Promise.all(postings.map((posting) => this.#complete(posting)));
      return searchPool.pooled(postings, this.#index.size);
    }

    /**
     * The documents of which a name begins so.
     * @param {string} letters
     */
    async begun(letters) {
      const entries = await this.#index.entries({ key: `=${letters}`, prefix: true });
      return [...new Set(entries.flatMap(({ levels }) => levels.flat()))];
    }

    /**
     * The keys of all tasks and measures that have every word of a query, with the tasks of those measures.
     * @param {string} words
     * @returns {Promise<Set<string>>}
     */
    async matching(words) {
      return (await this.#tasks(words)).keys;
    }

    /**
     * Whether what `matching` gives is found by its sound, and not by the words.
     * @param {string} words
     */
    async isOfSound(words) {
      return (await this.#tasks(words)).isOfSound;
    }

    /**
     * @param {string} words
     * @returns {Promise<{ keys: Set<string>, isOfSound: boolean }>}
     */
    async #tasks(words) {
      for (const slots of this.#query.plan(words).readings) {
        const postings = await Promise.all(slots.map((slot) => this.#look(slot)));
        if (await this.#learnedMore(postings)) return this.#tasks(words);
        await Promise.all(postings.map((posting) => this.#complete(posting)));
        const [first, ...others] = postings.sort((one, other) => one.found.size - other.found.size);
        const numbers = [...first.found.keys()];
        const keys = await this.#index.taskKeys(
          numbers.filter((number) => others.every(({ found }) => found.has(number))),
        );
        if (keys.size) return { keys, isOfSound: searchPool.isOfSound(slots) };
      }
      return { keys: new Set(), isOfSound: false };
    }

    /**
     * The query read as words; where that finds no name, by its sound; where nothing fits, with slips.
     * @param {SearchPlan} plan
     */
    async #read(plan) {
      /** @type {SearchPool[]} */
      const pools = [];
      for (const slots of plan.readings) {
        const pool = await this.#gathered(slots);
        if (searchPool.countOf(pool, "isNamed")) return pool;
        pools.push(pool);
      }
      return pools.find((pool) => searchPool.countOf(pool, "isFull")) ?? this.#bestOf(plan, pools);
    }

    /**
     * The pool with most of the query; words with slips and single characters count, too.
     * @param {SearchPlan} plan
     * @param {SearchPool[]} exact
     */
    async #bestOf({ readings, characters }, exact) {
      const tolerant = readings.length ? [await this.#gathered(readings[0], true)] : [];
      const likely = exact.filter(({ best }, at) => at === 0 || best >= LEAST_OF_SOUND);
      const pools = [...tolerant, ...likely];
      if (!pools.some(({ best }) => best)) pools.push(await this.#gathered(characters));
      return pools.reduce((one, other) => (other.best > one.best ? other : one));
    }

    /**
     * A few keys at a time, until few documents have all of them; where none has, every key counts.
     * @param {SearchSlot[]} slots
     * @param {boolean} [isTolerant]
     */
    async #gathered(slots, isTolerant = false) {
      /** @type {SearchPosting[]} */
      const postings = [];
      let pool = searchPool.pooled(postings, this.#index.size);
      while (postings.length < slots.length) {
        const next = slots.slice(postings.length, postings.length + SLOTS_AT_ONCE);
        postings.push(...(await Promise.all(next.map((slot) => this.#look(slot, isTolerant)))));
        pool = searchPool.pooled(postings, this.#index.size);
        const count = searchPool.countOf(pool, "mayBeFull");
        if (count && count <= ENOUGH) break;
      }
      const areTooFew =
        searchPool.countOf(pool, "isFull") < TOP && searchPool.countOf(pool, "mayBeFull") > ENOUGH;
      return areTooFew ? this.#lengthened(postings) : pool;
    }

    /**
     * The pool with all documents of the rarest slots that were cut off.
     * @param {SearchPosting[]} postings
     */
    async #lengthened(postings) {
      const cut = postings
        .filter(({ cutOff }) => cutOff.length)
        .sort((one, other) => one.total - other.total);
      await Promise.all(cut.slice(0, MOST_COMPLETED).map((posting) => this.#complete(posting)));
      return searchPool.pooled(postings, this.#index.size);
    }

    /**
     * What a slot finds; tolerantly also words with a slip, if it finds nothing.
     * @param {SearchSlot} slot
     * @param {boolean} [isTolerant]
     */
    async #look(slot, isTolerant = false) {
      const lists = await Promise.all(slot.keys.map((key) => this.#index.entries(key)));
      const [{ prefix }] = slot.keys;
      const exact = distinct(lists.flat());
      const entries = !exact.length && isTolerant && prefix ? await this.#alike(slot) : exact;
      /** @type {SearchPosting} */
      const posting = { slot, found: new Map(), total: 0, cutOff: [] };
      for (const entry of entries) {
        const isExact = slot.keys.some((wanted) => wanted.key === entry.key && !wanted.loose);
        searchPool.include(posting, entry.levels, isExact);
        posting.total += entry.total;
        if (entry.long !== null) posting.cutOff.push({ file: entry.long, key: entry.key, isExact });
      }
      return posting;
    }

    /**
     * What stands for a word that no text has: one that it makes with its neighbour, one with a slip, or
     * those that it is made of.
     * @param {SearchSlot} slot
     */
    async #alike({ keys: [{ key }], joined = [] }) {
      const compounds = await Promise.all(joined.map((each) => this.#index.entries(each)));
      if (compounds.flat().length) return distinct(compounds.flat());
      const similar = await this.#index.similar(key);
      return similar.length ? similar : this.#index.parted(key, SearchQuery.alike);
    }

    /**
     * Loads the rest of a frequent key's documents.
     * @param {SearchPosting} posting
     */
    async #complete(posting) {
      const rest = posting.cutOff.splice(0);
      await Promise.all(
        rest.map(async ({ file, key, isExact }) =>
          searchPool.include(posting, await this.#index.whole(file, key), isExact),
        ),
      );
    }

    /**
     * Documents by whole name, and by the beginning of a name, shorter names first.
     * @param {SearchPlan} plan
     * @returns {Promise<NamedDocuments>}
     */
    async #named({ names, plain, whole }) {
      const isWhole = whole.includes(plain.trim());
      const lists = await Promise.all(
        names.map((key) => this.#index.entries({ key, prefix: !isWhole && key.startsWith("=") })),
      );
      const entries = lists.flat().sort((one, other) => one.key.length - other.key.length);
      const numbers = (/** @type {boolean} */ isExact) =>
        entries.filter(({ key }) => names.includes(key) === isExact).flatMap(({ levels }) => levels.flat());
      return { exact: new Set(numbers(true)), begun: new Set(numbers(false)) };
    }

    /**
     * Takes in the traditional characters, if a query's Chinese is not found as it is; returns whether it did.
     * @param {SearchPosting[]} postings
     */
    async #learnedMore(postings) {
      const isStrange = (/** @type {SearchPosting} */ { slot, total }) =>
        !total && slot.keys.some(({ key }) => this.#text.isChinese(key));
      if (this.#hasLearned || !postings.some(isStrange)) return false;
      this.#text.learn(await atlas.load("search/traditional"));
      this.#hasLearned = true;
      return true;
    }
  };
})();
