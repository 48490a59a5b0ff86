// How texts become keys of the search index: the rules of outputs/search/text.py, by which the index is made.

/**
 * @typedef {object} TextRules  What outputs/search/text.py hands over.
 * @property {string} han The Chinese characters, as the content of a character class.
 * @property {number} wordLength The number of characters to which longer words are cut where they are keys.
 * @property {number} nameLength Longer whole names, too.
 * @property {[string, string][]} spellings Patterns of British spelling, and what becomes of each.
 * @property {string[]} countries The names of the countries whose bodies the site has, as names begin with them.
 * @property {{ han: string, other: string }} languages Of the site: the one of Chinese characters, that of letters.
 */

/** @typedef {InstanceType<typeof SearchText>} SearchText */

const SearchText = (() => {
  const NOT_SQUEEZED = /[^\p{L}\p{N}]+/gu;
  const SEGMENT = /[\p{L}\p{N}]+/gu;
  const LETTER = /\p{L}/u;
  const PLURAL = /^[a-z]*[a-hj-rtv-z]s$/;
  const ES = /(?:sses|xes|zes|ches|shes)$/;

  const ENGLISH = /^[a-z]+$/;

  /** @param {string} word */
  function singular(word) {
    if (!PLURAL.test(word)) return word;
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return word.slice(0, ES.test(word) ? -2 : -1);
  }

  /** @param {string} text @param {number} length */
  const cut = (text, length) => Array.from(text).slice(0, length).join("");

  /** @param {string} run */
  function pairs(run) {
    const characters = Array.from(run);
    return characters.slice(1).map((character, at) => characters[at] + character);
  }

  /**
   * The key of a word and a run of Chinese that touch: the word and one character of the run.
   * @param {string} before
   * @param {string} after
   * @param {boolean} isRun Whether the run comes after the word.
   */
  const joint = (before, after, isRun) =>
    isRun ? before + cut(after, 1) : Array.from(before).at(-1) + after;

  return class SearchText {
    /** @type {Map<string, string>} */
    #simplified = new Map();
    #rules;
    #piece;
    #hanCharacter;
    #spellings;

    /** @param {TextRules} rules */
    constructor(rules) {
      this.#rules = rules;
      this.#spellings = rules.spellings.map(
        ([pattern, american]) => /** @type {const} */ ([new RegExp(pattern), american]),
      );
      this.#piece = new RegExp(`([${rules.han}]+)|((?:(?![${rules.han}])[\\p{L}\\p{N}])+)`, "gu");
      this.#hanCharacter = new RegExp(`[${rules.han}]`, "gu");
    }

    /**
     * Takes in traditional characters and their simplified forms.
     * @param {[string, string]} pair Two texts of the same number of characters.
     */
    learn([traditional, simplified]) {
      const forms = Array.from(simplified);
      for (const [at, character] of Array.from(traditional).entries()) {
        this.#simplified.set(character, forms[at]);
      }
    }

    /**
     * A text as the search compares it: without case, in simplified characters.
     * @param {string} text
     */
    normalised(text) {
      const simple = (/** @type {string} */ character) => this.#simplified.get(character) ?? character;
      return Array.from(atlas.caseless(text), simple).join("");
    }

    /**
     * The different Chinese characters of a text.
     * @param {string} text
     */
    han(text) {
      return [...new Set(text.match(this.#hanCharacter))];
    }

    /**
     * Whether a text has a Chinese character.
     * @param {string} text
     */
    isChinese(text) {
      return text.search(this.#hanCharacter) >= 0;
    }

    /**
     * The language of a text that is not recorded; nothing for one without a letter.
     * @param {string} text
     */
    languageOf(text) {
      if (this.isChinese(text)) return this.#rules.languages.han;
      return LETTER.test(text) ? this.#rules.languages.other : "";
    }

    /**
     * A normalised text without anything but letters and digits: so whole names are compared.
     * @param {string} text
     */
    squeezed(text) {
      return text.replace(NOT_SQUEEZED, "");
    }

    /**
     * A squeezed name without the country that it begins with, as people shorten it; two characters stay.
     * @param {string} text
     */
    short(text) {
      const name = this.squeezed(text);
      /** @param {string} each */
      const begins = (each) => name.startsWith(each) && name.length > each.length + 1;
      return name.slice(this.#rules.countries.find(begins)?.length ?? 0);
    }

    /**
     * The key of a whole name.
     * @param {string} text
     * @param {number} [length]
     */
    nameKey(text, length = this.#rules.nameLength) {
      return `=${cut(this.squeezed(text), length)}`;
    }

    /**
     * An English word without its plural, in American spelling; any other word as it is.
     * @param {string} whole
     */
    stem(whole) {
      const word = cut(whole, this.#rules.wordLength);
      if (word.length < 4 || !ENGLISH.test(word)) return word;
      const spell = (
        /** @type {string} */ one,
        /** @type {readonly [RegExp, string]} */ [pattern, american],
      ) => one.replace(pattern, american);
      return this.#spellings.reduce(spell, singular(word));
    }

    /**
     * The keys of a normalised text: pairs of Chinese characters, words, and the pairs that join both.
     * @param {string} text
     */
    grams(text) {
      /** @type {string[]} */
      const keys = [];
      let end = -1;
      let before = "";
      for (const { 0: run, 1: chinese, index } of text.matchAll(this.#piece)) {
        const word = chinese ? run : this.stem(run);
        if (index === end) keys.push(joint(before, word, Boolean(chinese)));
        keys.push(...(chinese ? pairs(run) : [word]));
        end = index + run.length;
        before = word;
      }
      return keys;
    }

    /**
     * The runs of Chinese and the other words of a normalised text.
     * @param {string} text
     */
    pieces(text) {
      return text.match(this.#piece) ?? [];
    }

    /**
     * The stretches of letters and digits of a normalised text, whatever their script.
     * @param {string} text
     */
    segments(text) {
      return text.match(SEGMENT) ?? [];
    }
  };
})();
