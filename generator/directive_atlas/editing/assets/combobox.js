// A field that suggests names while somebody types: by any part of a name, by pinyin, or by its initials.

import { element } from "./dom.js";

/** @import { Suggestion } from "./types.js" */
/**
 * @typedef {object} Options
 * @property {string} id
 * @property {string} label
 * @property {string} [value]
 * @property {boolean} [isNew] Whether it adds to a list: then only Enter takes what is no known name.
 * @property {Record<string, unknown>} [more] Further properties of the field.
 * @property {Suggestion[]} suggestions
 * @property {(written: string) => unknown} pick
 */

const MOST = 8;

/** @param {string} text */
const caseless = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * The best suggestions for what was typed; each record only once under each thing that would be written.
 * @param {Suggestion[]} all
 * @param {string} typed
 * @returns {Suggestion[]}
 */
export function suggested(all, typed) {
  const wanted = caseless(typed);
  if (!wanted) return [];
  const ranked = all.map((each) => ({ each, rank: rank(each, wanted) })).filter(({ rank }) => rank < 4);
  ranked.sort((a, b) => a.rank - b.rank || a.each.name.length - b.each.name.length);
  const seen = new Set();
  const isNew = (/** @type {Suggestion} */ one) => !seen.has(one.written) && seen.add(one.written);
  return ranked
    .map(({ each }) => each)
    .filter(isNew)
    .slice(0, MOST);
}

/** @param {Suggestion} suggestion @param {string} wanted */
function rank({ name, sound }, wanted) {
  const own = caseless(name);
  if (own === wanted) return 0;
  if (own.startsWith(wanted)) return 1;
  if (own.includes(wanted)) return 2;
  const typed = wanted.replaceAll(" ", "");
  return sound.split(" ").some((each) => each.startsWith(typed)) ? 3 : 4;
}

class Combobox {
  #options;
  #field;
  #list;
  /** @type {Suggestion[]} */
  #shown = [];
  #active = -1;

  /** @param {Options} options */
  constructor(options) {
    const { id, label, value = "", more = {} } = options;
    this.#options = options;
    this.#list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
    this.#field = element("input", {
      ...more,
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: false,
      defaultValue: value,
      role: "combobox",
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-expanded": false,
      "aria-controls": `${id}-list`,
    });
    this.#field.addEventListener("input", () => this.#suggest());
    this.#field.addEventListener("keydown", (event) => this.#onKey(event));
    this.#field.addEventListener("blur", () => this.#leave());
  }

  get whole() {
    return element("div", { className: "combobox" }, this.#field, this.#list);
  }

  #suggest() {
    this.#shown = suggested(this.#options.suggestions, this.#field.value);
    this.#active = -1;
    this.#list.replaceChildren(...this.#shown.map((each, place) => this.#option(each, place)));
    this.#open(this.#shown.length > 0);
  }

  /** @param {Suggestion} suggestion @param {number} place */
  #option({ name, of, written }, place) {
    const others = [of, written].filter((other) => other !== name);
    const also = others.length > 0 ? element("small", {}, ` ${[...new Set(others)].join(" · ")}`) : null;
    return element(
      "li",
      {
        id: `${this.#options.id}-${place}`,
        role: "option",
        "aria-selected": false,
        onpointerdown: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#pick(written);
        },
      },
      name,
      also,
    );
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#list.hidden = !isOpen;
    this.#field.setAttribute("aria-expanded", String(isOpen));
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const isOpen = !this.#list.hidden;
    if (event.key === "ArrowDown" && !isOpen) this.#suggest();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") this.#pick(this.#shown[this.#active]?.written ?? this.#field.value);
    else if (event.key === "Escape" && isOpen) this.#open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} step */
  #move(step) {
    const count = this.#shown.length;
    if (count === 0) return;
    this.#active = (this.#active + step + (this.#active < 0 && step < 0 ? 1 : 0) + count) % count;
    for (const [place, option] of [...this.#list.children].entries())
      option.setAttribute("aria-selected", String(place === this.#active));
    this.#field.setAttribute("aria-activedescendant", `${this.#options.id}-${this.#active}`);
    this.#list.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  #leave() {
    const typed = caseless(this.#field.value);
    const isKnown = this.#options.suggestions.some(({ name }) => caseless(name) === typed);
    if (isKnown || !this.#options.isNew) this.#pick(this.#field.value);
    else this.#open(false);
  }

  /** @param {string} written */
  #pick(written) {
    this.#open(false);
    const value = written.trim();
    if (value === this.#field.defaultValue) return;
    if (this.#field.defaultValue === "") this.#field.value = "";
    else this.#field.defaultValue = value;
    this.#options.pick(value);
  }
}

/** @param {Options} options */
export const combobox = (options) => new Combobox(options).whole;
