// What the keys of a query find, slot by slot, and the candidates that come of it.

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

const searchPool = (() => {
  const WEIGHTS = [10, 8, 6, 3, 2.5, 1];
  const LAST_IN_NAME = 2;
  const LAST_IN_TEXT = 4;
  const INEXACT = 8;
  const INEXACT_SHARE = 0.7;

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

  /** Whether slots are of a reading by sound. @param {SearchSlot[]} slots */
  const isOfSound = (slots) => slots.some(({ keys: [{ key }] }) => /^[~^]/.test(key));

  /** @param {SearchPool} pool @param {"isFull" | "mayBeFull" | "isNamed"} property */
  const countOf = ({ candidates }, property) => candidates.filter((each) => each[property]).length;

  return { weight, blank, include, pooled, countOf, isOfSound };
})();
