// Dates and numbers in a normalised text, however written, as one key each: the rules of outputs/search/numbers.py,
// which hands over its patterns and tables. Groups are named after what they hold, and end in the number of a form.

/**
 * @typedef {object} NumberRules
 * @property {string} date
 * @property {string} number
 * @property {string} sections The parts before 亿, before 万, and after.
 * @property {string} belowTenThousand
 * @property {string[]} months The first three letters of each month.
 * @property {Record<string, number>} digits Chinese digits.
 * @property {Record<string, number>} zeros How many zeros a unit stands for.
 */

/** @typedef {{ start: number, end: number, keys: string[] }} FoundDate  Its keys, the most exact first. */
/** @typedef {{ start: number, end: number, key: string }} FoundNumber */
/** @typedef {InstanceType<typeof SearchNumbers>} SearchNumbers */

const SearchNumbers = (() => {
  /** @param {RegExpMatchArray} match */
  function span(match) {
    const start = match.index ?? 0;
    return { start, end: start + match[0].length };
  }

  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");

  /**
   * @param {number} year 0 where it is not named, as month and day.
   * @param {number} month
   * @param {number} day
   */
  function dateKeys(year, month, day) {
    if (year > 0 && year < 100) return dateKeys(year + 2000, month, day);
    const isYear = (year >= 1900 && year <= 2099) || (year === 0 && day > 0);
    if (!isYear || month < 1 || month > 12 || day > 31) return [];
    const anyYear = day ? [`@--${two(month)}-${two(day)}`] : [];
    if (!year) return anyYear;
    const whole = day ? [`@${year}-${two(month)}-${two(day)}`] : [];
    return [...whole, `@${year}-${two(month)}`, ...anyYear];
  }

  /**
   * Of a date of which either number may be the month, the most exact first.
   * @param {number} year
   * @param {number} one
   * @param {number} other
   */
  function eitherKeys(year, one, other) {
    const keys = [...new Set([...dateKeys(year, one, other), ...dateKeys(year, other, one)])];
    const isDay = (/** @type {string} */ key) => key.length === "@2020-02-22".length;
    return [...keys.filter(isDay), ...keys.filter((key) => !isDay(key))];
  }

  /**
   * A decimal number times a power of ten, written without needless zeros.
   * @param {string} whole
   * @param {string} fraction
   * @param {number} zeros
   */
  function shifted(whole, fraction, zeros) {
    const digits = fraction.padEnd(zeros, "0");
    const number = (whole + digits.slice(0, zeros)).replace(/^0+/, "") || "0";
    const rest = digits.slice(zeros).replace(/0+$/, "");
    return number.slice(0, 24) + (rest && `.${rest.slice(0, 12)}`);
  }

  return class SearchNumbers {
    #rules;
    #date;
    #number;
    #sections;
    #belowTenThousand;

    /** @param {NumberRules} rules */
    constructor(rules) {
      this.#rules = rules;
      this.#date = new RegExp(rules.date, "gu");
      this.#number = new RegExp(rules.number, "gu");
      this.#sections = new RegExp(`^${rules.sections}$`, "su");
      this.#belowTenThousand = new RegExp(`^${rules.belowTenThousand}$`, "u");
    }

    /**
     * @param {string} text
     * @returns {FoundDate[]}
     */
    dates(text) {
      return Array.from(text.matchAll(this.#date), (match) => ({
        ...span(match),
        keys: this.#dateKeys((name) => this.#part(match, name)),
      })).filter(({ keys }) => keys.length);
    }

    /** @param {(name: string) => number} part */
    #dateKeys(part) {
      const year = part("year");
      return part("one")
        ? eitherKeys(year, part("one"), part("other"))
        : dateKeys(year, part("month"), part("day"));
    }

    /**
     * A part of a date, whatever form it is written in; 0 where it is not named.
     * @param {RegExpMatchArray} match
     * @param {string} name
     */
    #part(match, name) {
      const groups = Object.entries(match.groups ?? {});
      const text = groups.find(([group, value]) => value && group.startsWith(name))?.[1] ?? "";
      const month = this.#rules.months.indexOf(text.slice(0, 3)) + 1;
      return month || (/^[0-9]/.test(text) ? Number(text) : this.hanNumber(text)) || 0;
    }

    /**
     * Numbers of two digits or more.
     * @param {string} text
     * @returns {FoundNumber[]}
     */
    numbers(text) {
      const all = Array.from(text.matchAll(this.#number), (match) => ({
        ...span(match),
        key: this.#key(match),
      }));
      return all.filter(({ key }) => key.length > 2);
    }

    /** @param {RegExpMatchArray} match */
    #key({ groups = {} }) {
      const { whole, fraction = "", unit, word, percent, hundredths, chinese } = groups;
      if (hundredths) return `#${this.#percentage(hundredths)}`;
      if (chinese) return `#${this.hanNumber(chinese) ?? ""}`;
      const value = shifted(whole.replaceAll(",", ""), fraction, this.#rules.zeros[unit ?? word] ?? 0);
      return `#${value}${percent ? "%" : ""}`;
    }

    /**
     * A Chinese number with or without 点, in percent.
     * @param {string} text
     */
    #percentage(text) {
      const [before, after = ""] = text.split(/点(.*)/s);
      const whole = this.hanNumber(before);
      const fraction = after && this.#inDigits(after);
      return whole === null || fraction === null ? "" : `${shifted(String(whole), fraction, 0)}%`;
    }

    /**
     * Chinese digits as figures; nothing where another character is among them.
     * @param {string} text
     */
    #inDigits(text) {
      const digits = Array.from(text, (character) => this.#rules.digits[character] ?? Number.NaN);
      return digits.some(Number.isNaN) ? null : digits.join("");
    }

    /**
     * The value of a Chinese number; nothing where it is not written as one, or is 0 with a unit.
     * @param {string} text
     */
    hanNumber(text) {
      const digits = text && this.#inDigits(text);
      if (digits) return Number(digits);
      const [, ...parts] = this.#sections.exec(text) ?? [];
      let total = 0;
      for (const [at, factor] of [1e8, 1e4, 1].entries()) {
        const isLeftOut = parts[at] === undefined || (parts[at] === "" && factor === 1);
        const value = isLeftOut ? 0 : this.#upTo9999(parts[at]);
        if (value === null) return null;
        total += value * factor;
      }
      return total || null;
    }

    /** @param {string} text */
    #upTo9999(text) {
      const match = text && this.#belowTenThousand.exec(text);
      if (!match) return null;
      const [, thousands, hundreds, tens, ten, ones] = match;
      const value = (/** @type {string | undefined} */ digit) => (digit ? this.#rules.digits[digit] : 0);
      return (
        1000 * value(thousands) + 100 * value(hundreds) + (ten ? 10 * value(tens ?? "一") : 0) + value(ones)
      );
    }
  };
})();
