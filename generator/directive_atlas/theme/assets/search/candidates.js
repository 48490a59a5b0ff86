// Which documents have the keys of a query: candidates with what they have, before any record is loaded.

/**
 * @typedef {object} SearchPosting  What a slot finds.
 * @property {SearchSlot} slot
 * @property {Map<number, number>} found By document the most prominent level; more by INEXACT if not exact.
 * @property {number} total How many documents have it in all.
 * @property {{ file: number, key: string, isExact: boolean }[]} cutOff The rest of it, which is not loaded yet.
 */

/**
 * @typedef {object} SearchCandidate
 * @property {number} number
 * @property {number} score
 * @property {number} coverage The share of the query that the document has, rare keys counting more.
 * @property {number} anywhere Which slots it has, as bits.
 * @property {number} inName Which of them in a name.
 * @property {number} inText Which of them in a name or a text of its own.
 * @property {boolean} isFull Whether it has every slot.
 * @property {boolean} mayBeFull Whether it has every slot whose documents are all known.
 * @property {boolean} isNamed Whether it has every slot in a name.
 */

/**
 * @typedef {object} SearchPool  The candidates of one reading of a query.
 * @property {SearchPosting[]} postings
 * @property {number[]} shares How much of the query each slot is.
 * @property {SearchCandidate[]} candidates
 * @property {number} best The greatest coverage.
 */

/** @typedef {{ exact: Set<number>, begun: Set<number> }} NamedDocuments  By whole name, by how a name begins. */
/** @typedef {{ plan: SearchPlan, pool: SearchPool, names: NamedDocuments }} FoundCandidates */
/** @typedef {InstanceType<typeof SearchCandidates>} SearchCandidates */

const SearchCandidates = (() => {
  const WEIGHTS = [10, 8, 6, 3, 2.5, 1];
  const LAST_IN_NAME = 2;
  const LAST_IN_TEXT = 4;
  const INEXACT = 8;
  const INEXACT_SHARE = 0.7;
  const SLOTS_AT_ONCE = 6;
  const ENOUGH = 12;
  const TOP = 5;
  const MOST_COMPLETED = 2;
  /** The share of the letters that a name has at least where it is found by a part of its sound. */
  const LEAST_OF_SOUND = 0.5;

  /**
   * What a key counts that is found at a level, as it is or as another form.
   * @param {number} level
   * @param {boolean} isExact
   */
  const weight = (level, isExact) => WEIGHTS[level] * (isExact ? 1 : INEXACT_SHARE);

  /**
   * A document that has nothing of the query.
   * @param {number} number
   * @returns {SearchCandidate}
   */
  const blank = (number) => ({
    number,
    score: 0,
    coverage: 0,
    anywhere: 0,
    inName: 0,
    inText: 0,
    isFull: false,
    mayBeFull: false,
    isNamed: false,
  });

  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

  /**
   * Takes the documents of a key into what a slot finds.
   * @param {SearchPosting} posting
   * @param {number[][]} levels
   * @param {boolean} isExact
   */
  function include({ found }, levels, isExact) {
    for (const [level, numbers] of levels.entries()) {
      const code = isExact ? level : level + INEXACT;
      for (const number of numbers) found.set(number, Math.min(code, found.get(number) ?? code));
    }
  }

  /**
   * The candidates of some slots.
   * @param {SearchPosting[]} postings
   * @param {number} size How many documents there are.
   * @returns {SearchPool}
   */
  function pooled(postings, size) {
    const rarities = postings.map(({ total }) => Math.log(1 + size / Math.max(total, 0.5)));
    const shares = rarities.map((rarity) => rarity / sum(rarities));
    /** @type {Map<number, SearchCandidate>} */
    const byNumber = new Map();
    for (const [at, { found }] of postings.entries()) {
      for (const [number, code] of found) {
        const candidate = byNumber.get(number) ?? blank(number);
        credit(candidate, code, at, rarities[at], shares[at]);
        byNumber.set(number, candidate);
      }
    }
    const candidates = [...byNumber.values()];
    for (const candidate of candidates) settle(candidate, postings, shares);
    return { postings, shares, candidates, best: Math.max(0, ...candidates.map(({ coverage }) => coverage)) };
  }

  /**
   * Counts a slot for a candidate.
   * @param {SearchCandidate} candidate
   * @param {number} code
   * @param {number} at
   * @param {number} rarity
   * @param {number} share
   */
  function credit(candidate, code, at, rarity, share) {
    const level = code % INEXACT;
    const factor = code < INEXACT ? 1 : INEXACT_SHARE;
    candidate.score += rarity * weight(level, code < INEXACT);
    candidate.coverage += share * factor;
    candidate.anywhere |= 1 << at;
    if (level <= LAST_IN_NAME) candidate.inName |= 1 << at;
    if (level <= LAST_IN_TEXT) candidate.inText |= 1 << at;
  }

  /**
   * Where the documents of a slot were cut off, a candidate may have it or not: half of it is counted.
   * @param {SearchCandidate} candidate
   * @param {SearchPosting[]} postings
   * @param {number[]} shares
   */
  function settle(candidate, postings, shares) {
    const all = 2 ** postings.length - 1;
    let maybe = candidate.anywhere;
    for (const [at, { cutOff }] of postings.entries()) {
      const bit = 1 << at;
      if (!cutOff.length || candidate.anywhere & bit) continue;
      candidate.coverage += shares[at] / 2;
      maybe |= bit;
    }
    candidate.isFull = candidate.anywhere === all;
    candidate.mayBeFull = maybe === all;
    candidate.isNamed = candidate.inName === all;
  }

  /**
   * Each entry once, as several keys may find it.
   * @param {SearchEntry[]} entries
   */
  const distinct = (entries) => [...new Map(entries.map((entry) => [entry.key, entry])).values()];

  /** Whether slots are of a reading by sound. @param {SearchSlot[]} slots */
  const isOfSound = (slots) => slots.some(({ keys: [{ key }] }) => /^[~^]/.test(key));

  /** @param {SearchPool} pool @param {"isFull" | "mayBeFull" | "isNamed"} property */
  const countOf = ({ candidates }, property) => candidates.filter((each) => each[property]).length;

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

    static weight = weight;

    static blank = blank;

    static isOfSound = isOfSound;

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
      return pooled(postings, this.#index.size);
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
        if (keys.size) return { keys, isOfSound: isOfSound(slots) };
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
        if (countOf(pool, "isNamed")) return pool;
        pools.push(pool);
      }
      return pools.find((pool) => countOf(pool, "isFull")) ?? this.#bestOf(plan, pools);
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
      let pool = pooled(postings, this.#index.size);
      while (postings.length < slots.length) {
        const next = slots.slice(postings.length, postings.length + SLOTS_AT_ONCE);
        postings.push(...(await Promise.all(next.map((slot) => this.#look(slot, isTolerant)))));
        pool = pooled(postings, this.#index.size);
        const count = countOf(pool, "mayBeFull");
        if (count && count <= ENOUGH) break;
      }
      const areTooFew = countOf(pool, "isFull") < TOP && countOf(pool, "mayBeFull") > ENOUGH;
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
      return pooled(postings, this.#index.size);
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
        include(posting, entry.levels, isExact);
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
          include(posting, await this.#index.whole(file, key), isExact),
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
