// The order of the answers: exact names first, then names that begin with or contain the query, all words in
// a name, the query in a text (or all words, some in the name), all words, and most words.

/**
 * @typedef {object} Judgement  How well a document answers.
 * @property {SearchRecord} record
 * @property {number} match The class of its best match; smaller is better.
 * @property {number} coverage How much of the query it has.
 * @property {number} score
 * @property {number} length Of the name that matches.
 * @property {boolean} sound Whether that is by its sound.
 */

/**
 * @typedef {object} SearchMore
 * @property {SearchRecord[]} more Further places on the page.
 * @property {boolean} sound Whether it is found by its sound, and not by the words.
 */
/** @typedef {SearchRecord & SearchMore} SearchHit */

/**
 * @typedef {object} SearchAnswer
 * @property {SearchPlan} plan
 * @property {SearchHit[]} hits
 * @property {Record<string, number>} counts How many documents of each kind have the query.
 * @property {number | null} total How many these are; null where not all are known.
 * @property {boolean} isWhole Whether a document has all of the query.
 */

/** @typedef {InstanceType<typeof SearchRank>} SearchRank */

const SearchRank = (() => {
  const MOST_LOADED = 14;
  const MOST_LISTED = 300;
  const MOST_NEAR = 5;
  const SHORTEST_NEAR = 2;
  const NEAR_LETTERS = 12;
  const MOST_EXACT = 8;
  const MOST_BEGUN = 4;
  const MOST_MORE = 2;
  const MATCH = { WHOLE: 0, BEGINNING: 1, PART: 2, WORDS: 3, TEXT: 4, ALL: 5, SOME: 6 };
  const SHORTENED = 0.15;
  const BY_SOUND = 0.2;
  /** @type {Record<string, number>} */
  const KIND_ORDER = {
    actor: 0,
    directive: 0,
    term: 1,
    topic: 1,
    page: 1,
    task: 1,
    measure: 2,
    section: 3,
    passage: 4,
  };

  /** @param {SearchCandidate} one @param {SearchCandidate} other */
  const byPromise = (one, other) =>
    Number(other.isFull) - Number(one.isFull) ||
    Number(other.isFull && other.isNamed) - Number(one.isFull && one.isNamed) ||
    Math.round(20 * (other.coverage - one.coverage)) ||
    Number(other.isNamed) - Number(one.isNamed) ||
    other.score - one.score ||
    one.number - other.number;

  /** @param {SearchRecord} record */
  const namesOf = ({ titles, names }) => [...Object.values(titles), ...names];

  /** @param {SearchRecord} record */
  const isText = ({ kind }) => Number(KIND_ORDER[kind] >= KIND_ORDER.section);

  /**
   * How far two documents differ, by each of what may decide; below zero where the first is better.
   * @param {Judgement} one
   * @param {Judgement} other
   */
  const differences = (one, other) => ({
    kinds: KIND_ORDER[one.record.kind] - KIND_ORDER[other.record.kind],
    lengths: one.length - other.length || 0,
    coverage: Math.round(50 * (other.coverage - one.coverage)),
    texts: isText(one.record) - isText(other.record),
    rest: other.score - one.score || one.record.number - other.record.number,
  });

  /** @param {Judgement} one @param {Judgement} other */
  function byQuality(one, other) {
    if (one.match !== other.match) return one.match - other.match;
    const { kinds, lengths, coverage, texts, rest } = differences(one, other);
    if (one.match < MATCH.BEGINNING) return kinds || coverage || lengths || rest;
    if (one.match < MATCH.WORDS) return texts || lengths || kinds || rest;
    return coverage || texts || (one.match === MATCH.WORDS ? lengths : 0) || rest;
  }

  /**
   * One hit a page, with further places on it.
   * @param {Judgement[]} judgements
   * @param {number} most
   */
  function byPage(judgements, most) {
    /** @type {Map<string, SearchHit>} */
    const pages = new Map();
    for (const { record, sound } of judgements) {
      const page = `${record.path}?${record.query}`;
      const hit = pages.get(page);
      if (!hit) pages.set(page, { ...record, more: [], sound });
      else if (hit.more.length < most && record.anchor && record.anchor !== hit.anchor) hit.more.push(record);
    }
    return [...pages.values()];
  }

  /**
   * How well a document answers by its sound.
   * @param {SearchCandidate} candidate
   * @param {NamedDocuments} names
   */
  function bySound({ number }, { exact, begun }) {
    if (exact.has(number)) return MATCH.WHOLE + BY_SOUND;
    return begun.has(number) ? MATCH.BEGINNING + BY_SOUND : MATCH.SOME;
  }

  /**
   * The documents that have all of the query, or else a part of it.
   * @param {SearchPool} pool
   */
  function haveAll({ candidates }) {
    const full = candidates.filter(({ isFull, mayBeFull }) => isFull || mayBeFull);
    return full.length ? full : candidates;
  }

  return class SearchRank {
    #text;
    #numbers;
    #index;
    #candidates;

    /**
     * @param {SearchText} text
     * @param {SearchNumbers} numbers
     * @param {SearchSource} index
     * @param {SearchCandidates} candidates
     */
    constructor(text, numbers, index, candidates) {
      this.#text = text;
      this.#numbers = numbers;
      this.#index = index;
      this.#candidates = candidates;
    }

    /**
     * The answer to a query, of one kind if that is asked for.
     * @param {string} words
     * @param {string} [kind]
     * @param {boolean} [all] All documents that have the query.
     * @returns {Promise<SearchAnswer>}
     */
    async find(words, kind = "", all = false) {
      const found = await this.#candidates.find(words, all);
      const whole = haveAll(found.pool);
      const judgements = await Promise.all(
        this.#chosen(found, kind, all).map(async (each) =>
          this.#judged(await this.#index.record(each.number), each, found),
        ),
      );
      return {
        plan: found.plan,
        hits: byPage(judgements.sort(byQuality), all ? MOST_LISTED : MOST_MORE),
        counts: this.#counts(found.pool),
        isWhole: found.pool.candidates.some(({ isFull }) => isFull),
        total: found.pool.postings.some(({ cutOff }) => cutOff.length) ? null : whole.length,
      };
    }

    /**
     * Records whose names begin with most of the query's letters.
     * @param {string} words
     */
    async near(words) {
      const characters = Array.from(this.#text.squeezed(this.#text.normalised(words))).slice(0, NEAR_LETTERS);
      for (let length = characters.length; length >= SHORTEST_NEAR; length--) {
        const numbers = await this.#candidates.begun(characters.slice(0, length).join(""));
        if (numbers.length)
          return Promise.all(numbers.slice(0, MOST_NEAR).map((each) => this.#index.record(each)));
      }
      return [];
    }

    /**
     * The documents worth a look.
     * @param {FoundCandidates} found
     * @param {string} kind
     * @param {boolean} all
     */
    #chosen({ pool, names }, kind, all) {
      const byNumber = new Map(pool.candidates.map((candidate) => [candidate.number, candidate]));
      const isWanted = (/** @type {number} */ number) => !kind || this.#index.kindOf(number) === kind;
      const from = (/** @type {Set<number>} */ numbers) =>
        [...numbers].filter(isWanted).map((number) => byNumber.get(number) ?? searchPool.blank(number));
      const rest = (all ? haveAll(pool) : pool.candidates)
        .filter(({ number }) => isWanted(number))
        .sort(byPromise);
      if (all) return rest.slice(0, MOST_LISTED);
      const listed = [
        ...from(names.exact).slice(0, MOST_EXACT),
        ...from(names.begun).slice(0, MOST_BEGUN),
        ...rest,
      ];
      const distinct = new Map(listed.map((candidate) => [candidate.number, candidate]));
      return [...distinct.values()].slice(0, MOST_LOADED);
    }

    /**
     * How many documents of each kind have all of the query, or else a part of it.
     * @param {SearchPool} pool
     */
    #counts(pool) {
      /** @type {Record<string, number>} */
      const counts = {};
      for (const { number } of haveAll(pool)) {
        const kind = this.#index.kindOf(number);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return counts;
    }

    /**
     * How well a document answers, and what else decides.
     * @param {SearchRecord} record
     * @param {SearchCandidate} candidate
     * @param {FoundCandidates} found
     * @returns {Judgement}
     */
    #judged(record, candidate, { pool, plan, names }) {
      const covered = this.#covered(record, candidate, pool);
      const best = namesOf(record)
        .map((name) => ({ name, match: this.#likeness(name, plan) }))
        .concat({ name: Object.values(record.titles)[0] ?? "", match: bySound(candidate, names) })
        .reduce((one, other) => (other.match < one.match ? other : one));
      const isInText = record.body.some((text) => this.#likeness(text, plan) <= MATCH.PART);
      return {
        record,
        match: Math.min(best.match, covered.match, isInText ? MATCH.TEXT : MATCH.SOME),
        coverage: covered.coverage,
        score: candidate.score,
        length: best.name ? best.name.length : Number.POSITIVE_INFINITY,
        sound:
          searchPool.isOfSound(pool.postings.map(({ slot }) => slot)) ||
          (best.match < MATCH.SOME && best.match === bySound(candidate, names)),
      };
    }

    /**
     * How much of the query a document has, and which match that makes: in its name all, some or none of it.
     * @param {SearchRecord} record
     * @param {SearchCandidate} candidate
     * @param {SearchPool} pool
     */
    #covered(record, candidate, { postings, shares }) {
      const exactness = {
        inNames: this.#exactnessIn(namesOf(record)),
        inBody: this.#exactnessIn(record.body),
      };
      const slots = postings.map(({ slot }, at) => {
        const bit = 1 << at;
        const name = Math.max(candidate.inName & bit ? 0.8 : 0, ...slot.keys.map(exactness.inNames));
        const elsewhere = candidate.inText & bit ? 0.5 : candidate.anywhere & bit ? 0.4 : 0;
        const body = Math.max(elsewhere, ...slot.keys.map((key) => 0.7 * exactness.inBody(key)));
        return { name, best: Math.max(name, body), share: shares[at] };
      });
      const coverage = slots.reduce((sum, { best, share }) => sum + share * best, 0);
      const named = slots.filter(({ name }) => name).length;
      const isWhole = slots.length > 0 && slots.every(({ best }) => best);
      const whole = named === slots.length ? MATCH.WORDS : named ? MATCH.TEXT : MATCH.ALL;
      return {
        coverage: record.kind === "passage" ? 0.6 * coverage : coverage,
        match: isWhole ? whole : MATCH.SOME,
      };
    }

    /**
     * How exactly some texts have a key, from 0 to 1: a function of keys as slots have them.
     * @param {string[]} texts
     */
    #exactnessIn(texts) {
      const keys = new Set(texts.flatMap((text) => this.#keysOf(this.#text.normalised(text))));
      const areBegun = (/** @type {string} */ key) => [...keys].some((each) => each.startsWith(key));
      return (/** @type {SearchKey} */ { key, prefix }) =>
        keys.has(key) ? 1 : prefix && areBegun(key) ? 0.8 : 0;
    }

    /** @param {string} plain */
    #keysOf(plain) {
      return [
        ...this.#text.grams(plain),
        ...this.#text.han(plain),
        ...this.#numbers.dates(plain).flatMap(({ keys }) => keys),
        ...this.#numbers.numbers(plain).map(({ key }) => key),
      ];
    }

    /**
     * How well a name matches a query, as it is or without words that only ask.
     * @param {string} name
     * @param {SearchPlan} plan
     */
    #likeness(name, { plain, core }) {
      const own = this.#text.normalised(name);
      const forms = [plain, core].filter((form) => this.#text.squeezed(form));
      return Math.min(MATCH.SOME, ...forms.map((form) => this.#compared(own, form)));
    }

    /**
     * @param {string} name Normalised, as the words.
     * @param {string} words
     */
    #compared(name, words) {
      const whole = this.#text.squeezed(name);
      const part = this.#text.squeezed(words);
      if (whole === part) return MATCH.WHOLE;
      if (this.#text.short(name) === part) return MATCH.WHOLE + SHORTENED;
      if (whole.startsWith(part)) return MATCH.BEGINNING;
      return this.#contains(name, words) ? MATCH.PART : MATCH.SOME;
    }

    /**
     * Whether a name has some words: Chinese anywhere, others from the beginning of a word.
     * @param {string} name
     * @param {string} words
     */
    #contains(name, words) {
      const part = this.#text.squeezed(words);
      if (this.#text.isChinese(part)) return this.#text.squeezed(name).includes(part);
      const spaced = (/** @type {string} */ text) => ` ${this.#text.pieces(text).join(" ")}`;
      return spaced(name).includes(spaced(words));
    }
  };
})();
