// A query as what is looked up: slots, of which each must be found, and the ways in which the query can be read
// (as words, as pinyin, as initials of pinyin), each a list of slots.

/** @typedef {{ key: string, prefix?: boolean, loose?: boolean }} SearchKey  A key, or with `prefix` all that begin
 *   with it; a `loose` one is another form of a word. */
/**
 * @typedef {object} SearchSlot  One thing to be found, under one key or another.
 * @property {SearchKey[]} keys
 * @property {SearchKey[]} [joined] The words that it makes with its neighbours, for where it is not found.
 */

/**
 * @typedef {object} SearchPlan
 * @property {string} plain The query, normalised.
 * @property {string} core The query without words that only ask.
 * @property {SearchSlot[][]} readings The ways to read it, the likeliest first.
 * @property {SearchSlot[]} characters Its single Chinese characters, for names that are misspelt.
 * @property {string[]} names The keys of names that are written so, and of parts that are called so.
 * @property {string[]} whole Its words in few capitals, which are not the beginning of others.
 */

/** @typedef {InstanceType<typeof SearchQuery>} SearchQuery */

const SearchQuery = (() => {
  const QUESTION = new RegExp(
    [
      "如何|是什么|什么是|什么叫|怎么样|怎么办|怎么|怎样|为什么|什么时候|什么|哪些|哪个|哪里|哪几|多少|几时|何时",
      "是否|有没有|能不能|请问|应该|应当|需要|必须|谁|吗|呢",
    ].join("|"),
    "gu",
  );
  const JOINING = /[的了和与及或在把给向对由被将是]/g;
  const SMALL_WORDS = new Set(
    [
      "what which who whom whose when where why how any must shall should do does did is are was were be been",
      "the a an of to in on for and or by with from at as it its that this has have had will can could would may",
    ]
      .join(" ")
      .split(" "),
  );
  const INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?";
  const FINAL = "(?:i?ao|i[ae]|iong|iu|u?ai|u?ang?|iang?|uo|ui|u[en]|v[en]?|ou|ong|ei|eng?|ing?|er|[aeiou])";
  const PINYIN = new RegExp(`^(?:${INITIAL}${FINAL})*${INITIAL}$`);
  const NO_INITIAL = /[iuv]/;
  const MOST_INITIALS = 12;
  const LATIN_WORD = /(?<![\p{L}\p{N}])[a-z']+(?![\p{L}\p{N}])/gu;
  const LETTER_RUN = /(?<![\p{L}\p{N}])[a-z]+(?:[ '’]+[a-z]+)*(?![\p{L}\p{N}])/gu;
  const YEAR = /^(?:19|20)..$/;
  const NAME_LETTERS = 24;
  /** Words that translations use for the same thing. @type {Map<string, string[]>} */
  const ALIKE = new Map([
    ["cyber", ["network"]],
    ["company", ["enterprise"]],
    ["firm", ["enterprise"]],
    ["operator", ["enterprise"]],
    ["carrier", ["operator", "enterprise"]],
    ["ministry", ["department"]],
    ["agency", ["administration"]],
  ]);
  const CAPITALS = /(?<![\p{L}\p{N}])[A-Z]{2,4}(?![\p{L}\p{N}])/gu;
  const PLACE = /^(?:paragraph|para[.]?|第) ?([0-9]{1,4}) ?(?:段|自然段)?$/;
  const ENDINGS = /^([a-z]{4,}?)(?:ed|ing|ation|ations)$/;
  const LONGEST = 400;
  const MOST_SLOTS = 18;
  const MOST_CHARACTERS = 6;

  /** How the index writes names by their sound (outputs/search/pinyin.py): runs of letters, or of initials. */
  const PINYIN_RUNS = { sign: "~", length: 4, fits: (/** @type {string} */ letters) => PINYIN.test(letters) };
  const INITIAL_RUNS = {
    sign: "^",
    length: 3,
    fits: (/** @type {string} */ letters) => !NO_INITIAL.test(letters) && letters.length <= MOST_INITIALS,
  };

  /**
   * Without duplicates, every second one first: so few of overlapping parts cover the whole.
   * @param {string[]} parts
   */
  const everySecondFirst = (parts) => [
    ...new Set([...parts.filter((_, at) => at % 2 === 0), ...parts.filter((_, at) => at % 2)]),
  ];

  /**
   * The first of each list, then the second of each, without duplicates.
   * @param {string[][]} lists
   */
  function alternating(lists) {
    const longest = Math.max(0, ...lists.map((list) => list.length));
    const rows = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)));
    return [...new Set(rows.flat())];
  }

  /** @param {string} letters @param {number} length */
  function runs(letters, length) {
    const count = Math.max(1, letters.length - length + 1);
    return everySecondFirst(Array.from({ length: count }, (_, at) => letters.slice(at, at + length)));
  }

  /**
   * The key of a paragraph that is asked for by its number.
   * @param {string} plain
   */
  const placeKeys = (plain) =>
    (PLACE.exec(plain.trim())?.slice(1) ?? []).map((number) => `¶${Number(number)}`);

  /** @param {string} word */
  const alike = (word) => ALIKE.get(word) ?? [];

  /**
   * Other forms of an English word are looked up by what they begin with: assessing, assess, assessment.
   * @param {string} word
   * @returns {SearchKey[]}
   */
  const otherForms = (word) =>
    (ENDINGS.exec(word)?.slice(1) ?? []).map((key) => ({ key, prefix: true, loose: true }));

  return class SearchQuery {
    #text;
    #numbers;

    static alike = alike;

    /** @param {SearchText} text @param {SearchNumbers} numbers */
    constructor(text, numbers) {
      this.#text = text;
      this.#numbers = numbers;
    }

    /**
     * @param {string} query
     * @returns {SearchPlan}
     */
    plan(query) {
      const plain = this.#text.normalised(query.slice(0, LONGEST));
      const core = this.#withoutSmallWords(plain);
      const whole = this.#abbreviations(query.slice(0, LONGEST));
      const readings = [
        this.#wordSlots(core, whole),
        this.#soundSlots(plain, PINYIN_RUNS),
        this.#soundSlots(plain, INITIAL_RUNS),
      ];
      return {
        plain,
        core,
        readings: readings.filter((slots) => slots.length),
        characters: this.#text
          .han(core)
          .slice(0, MOST_CHARACTERS)
          .map((key) => ({ keys: [{ key }] })),
        names: [...this.#nameKeys(plain, core), ...placeKeys(plain)],
        whole,
      };
    }

    /**
     * Without words that only ask; as it is if nothing else is in it.
     * @param {string} plain
     */
    #withoutSmallWords(plain) {
      const cleared = plain.replace(QUESTION, " ");
      const parts = cleared === plain ? plain : cleared.replace(JOINING, " ");
      const rest = parts.replace(LATIN_WORD, (word) => (SMALL_WORDS.has(word) ? " " : word));
      return this.#text.segments(rest).length ? rest : plain;
    }

    /**
     * The words in few capitals, if not all of a query is written so.
     * @param {string} query
     */
    #abbreviations(query) {
      const words = [...new Set(query.match(CAPITALS))];
      return words.map((word) => this.#text.normalised(word));
    }

    /** @param {string[]} forms */
    #nameKeys(...forms) {
      const keys = forms.flatMap((form) => [
        this.#text.nameKey(form),
        this.#text.nameKey(form, NAME_LETTERS),
      ]);
      return [...new Set(keys)].filter((key) => key.length > 1);
    }

    /**
     * @param {string} core
     * @param {string[]} [whole]
     * @returns {SearchSlot[]}
     */
    #wordSlots(core, whole = []) {
      const { slots, rest } = this.#numberSlots(core);
      const lists = this.#text.segments(rest).map((segment) => this.#keysOf(segment));
      return [...slots, ...alternating(lists).map((key) => this.#wordSlot(key, whole, core))].slice(
        0,
        MOST_SLOTS,
      );
    }

    /**
     * Dates and numbers, and the text without them.
     * @param {string} core
     */
    #numberSlots(core) {
      /** @type {SearchSlot[]} */
      const slots = [];
      let rest = core;
      const take = (
        /** @type {{ start: number, end: number }} */ { start, end },
        /** @type {SearchKey[]} */ keys,
      ) => {
        slots.push({ keys });
        rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
      };
      for (const date of this.#numbers.dates(rest)) {
        const exact = date.keys.filter((key) => key.length === date.keys[0].length);
        take(
          date,
          exact.map((key) => ({ key })),
        );
      }
      for (const number of this.#numbers.numbers(rest)) {
        const written = rest.slice(number.start, number.end);
        if (!/^[0-9]+$/.test(written)) take(number, [{ key: number.key }, ...this.#pairOnly(written)]);
      }
      return { slots, rest };
    }

    /**
     * A number in two Chinese characters may also be part of a longer one, or of a word.
     * @param {string} written
     */
    #pairOnly(written) {
      return this.#text.han(written).length === 2 ? [{ key: written }] : [];
    }

    /**
     * @param {string} key
     * @param {string[]} whole
     * @param {string} core
     * @returns {SearchSlot}
     */
    #wordSlot(key, whole, core) {
      const word = { key, prefix: !this.#text.isChinese(key) && !whole.includes(key) };
      const isNumber = /^[0-9]{3,}$/.test(key) && !YEAR.test(key);
      return {
        keys: isNumber
          ? [word, { key: `#${key.replace(/^0+/, "")}` }]
          : [word, ...otherForms(key), ...this.#alike(key)],
        joined: this.#joined(key, core),
      };
    }

    /**
     * The words that stand for the same thing.
     * @param {string} key
     * @returns {SearchKey[]}
     */
    #alike(key) {
      return alike(key).map((word) => ({ key: this.#text.stem(word), loose: true }));
    }

    /**
     * A word with the one before it, and with the one after it: stand alone, home office.
     * @param {string} key
     * @param {string} core
     */
    #joined(key, core) {
      const words = this.#text.segments(core).map((word) => this.#text.stem(word));
      const at = words.indexOf(key);
      const pairs =
        at < 0 || !/^[a-z]+$/.test(key) ? [] : [words.slice(at - 1, at + 1), words.slice(at, at + 2)];
      return pairs.filter(({ length }) => length === 2).map((pair) => ({ key: pair.join(""), prefix: true }));
    }

    /**
     * The keys of a stretch of text, the most important first.
     * @param {string} segment
     */
    #keysOf(segment) {
      const keys = this.#text.grams(segment);
      if (!keys.length) return this.#text.han(segment);
      const isPair = (/** @type {string} */ key) => this.#text.isChinese(key);
      return [...new Set([...keys.filter((key) => !isPair(key)), ...everySecondFirst(keys.filter(isPair))])];
    }

    /**
     * The query with its runs of Latin letters read by their sound; nothing where that cannot be.
     * @param {string} plain
     * @param {typeof PINYIN_RUNS} form
     */
    #soundSlots(plain, { sign, length, fits }) {
      /** @type {SearchSlot[]} */
      const slots = [];
      const rest = plain.replace(LETTER_RUN, (run) => {
        const letters = run.replace(/[^a-z]/g, "");
        if (letters.length < 2 || !fits(letters)) return run;
        const keys = runs(letters, length);
        slots.push(...keys.map((key) => ({ keys: [{ key: sign + key, prefix: key.length < length }] })));
        return " ";
      });
      return slots.length ? [...slots, ...this.#wordSlots(rest)].slice(0, MOST_SLOTS) : [];
    }
  };
})();
