// Finds the words of a query in a text as it is written.

/** @typedef {[number, number]} Stretch  Where a part of a text starts and ends. */
/**
 * @typedef {object} Needles  What to look for in a text.
 * @property {string[]} words
 * @property {string[]} keys Of dates and numbers.
 * @property {string[]} [whole] The words that are not the beginning of others.
 */
/** @typedef {InstanceType<typeof SearchMarks>} SearchMarks */

const SearchMarks = (() => {
  const LATIN = /[a-z0-9]/;
  const LETTERS = /^[a-z]+$/;
  const ENGLISH = /(?<![a-z0-9])[a-z]+(?![a-z0-9])/g;

  /**
   * One original character may be compared as several: then all of them belong to the stretch.
   * @param {number[]} starts
   * @param {number} end
   */
  function originalEnd(starts, end) {
    let at = end;
    while (at < starts.length - 1 && starts[at] === starts[end - 1]) at += 1;
    return starts[at];
  }

  /**
   * The places of a word in a text; a Latin one only where a word begins.
   * @param {string} text
   * @param {string} word
   */
  function places(text, word) {
    /** @type {Stretch[]} */
    const found = [];
    const isLatin = LATIN.test(word[0]);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const isInside = isLatin && LATIN.test(text[at - 1] ?? " ");
      if (!isInside) found.push([at, at + word.length]);
    }
    return found;
  }

  /**
   * Stretches in order; those that touch become one.
   * @param {Stretch[]} found
   */
  function joined(found) {
    /** @type {Stretch[]} */
    const apart = [];
    for (const [start, end] of found.sort((one, other) => one[0] - other[0])) {
      const last = apart.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
    }
    return apart;
  }

  return class SearchMarks {
    #text;
    #numbers;

    /** @param {SearchText} text @param {SearchNumbers} numbers */
    constructor(text, numbers) {
      this.#text = text;
      this.#numbers = numbers;
    }

    /**
     * The stretches of a text that a query asks for, in order and apart from each other.
     * @param {SearchPlan} plan
     * @param {string} raw
     */
    stretches(plan, raw) {
      return this.ranges(raw, this.needles(plan, raw));
    }

    /**
     * What to look for in a text: the stretches of the query that it has as a whole, of others the parts.
     * @param {SearchPlan} plan
     * @param {string} raw
     * @returns {Needles}
     */
    needles({ core, readings: [slots = []], whole }, raw) {
      const { plain } = this.#folded(raw);
      const words = this.#text.segments(core).flatMap((segment) => {
        const isWhole = this.#text.isChinese(segment) && plain.includes(segment);
        return isWhole || segment.length === 1 ? [segment] : this.#text.grams(segment);
      });
      const keys = [
        ...this.#numbers
          .dates(core)
          .flatMap((date) => date.keys.filter((key) => key.length === date.keys[0].length)),
        ...this.#numbers.numbers(core).map(({ key }) => key),
      ];
      const forms = slots.flatMap((slot) => slot.keys.filter(({ loose }) => loose).map(({ key }) => key));
      return { words: [...new Set([...words, ...forms])], keys, whole };
    }

    /**
     * The places of the needles in a text.
     * @param {string} raw
     * @param {Needles} needles
     */
    ranges(raw, { words, keys, whole = [] }) {
      const { plain, starts } = this.#folded(raw);
      const dates = this.#numbers.dates(plain).filter((date) => date.keys.some((key) => keys.includes(key)));
      const numbers = this.#numbers.numbers(plain).filter(({ key }) => keys.includes(key));
      const found = words.flatMap((word) => (whole.includes(word) ? [] : places(plain, word)));
      found.push(...this.#spelt(plain, words, whole));
      for (const { start, end } of [...dates, ...numbers]) found.push([start, end]);
      return joined(found.map(([start, end]) => [starts[start], originalEnd(starts, end)]));
    }

    /**
     * The places of English words that are spelt in another way, and of abbreviations.
     * @param {string} plain
     * @param {string[]} words
     * @param {string[]} whole
     */
    #spelt(plain, words, whole) {
      const english = words.filter((word) => LETTERS.test(word));
      const begun = english.filter((word) => !whole.includes(word));
      /** @type {Stretch[]} */
      const found = [];
      for (const { 0: own, index } of english.length ? plain.matchAll(ENGLISH) : []) {
        const stem = this.#text.stem(own);
        const isSpelt = begun.some((word) => !own.startsWith(word) && stem.startsWith(word));
        if (isSpelt || (whole.includes(stem) && words.includes(stem)))
          found.push([index, index + own.length]);
      }
      return found;
    }

    /**
     * A text as it is compared, and for each of its characters where that is in the original.
     * @param {string} raw
     */
    #folded(raw) {
      let plain = "";
      /** @type {number[]} */
      const starts = [];
      let at = 0;
      for (const character of raw) {
        const folded = this.#text.normalised(character);
        plain += folded;
        for (let unit = 0; unit < folded.length; unit++) starts.push(at);
        at += character.length;
      }
      return { plain, starts: [...starts, raw.length] };
    }
  };
})();
