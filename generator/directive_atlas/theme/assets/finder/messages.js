// The messages of the finder and its numbers, in the language of the page.
class FinderMessages {
  #texts;
  #format;
  #days;

  /** @param {Record<string, string>} texts By name. */
  constructor(texts) {
    this.#texts = texts;
    this.#format = new Intl.NumberFormat(atlas.language);
    this.#days = new Intl.DateTimeFormat(atlas.language, { dateStyle: "long", timeZone: "UTC" });
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} [values] What to put in place of the names in braces.
   */
  get(name, values = {}) {
    return atlas.filled(this.#texts[name] ?? name, values);
  }

  /**
   * Values written one after the other, each under the name of what it is: "Role: lead".
   * @param {string} name
   * @param {string} value
   */
  labelled(name, value) {
    return `${this.get(name)}${this.get("colon")}${value}`;
  }

  /** @param {number} value */
  number(value) {
    return this.#format.format(value);
  }

  /** @param {number} day From 1 January 1970. */
  day(day) {
    return this.#days.format(day * 86_400_000);
  }
}
