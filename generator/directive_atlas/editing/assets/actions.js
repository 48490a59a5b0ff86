// What the chosen words are: a task, a measure, a target, background, a relation, one more passage.

import { button, byId, element, filled, redraw } from "./dom.js";
import { at, called, isBlock, kindOf, listed, nearest, placeFor, shortened } from "./record.js";

/** @import { Desk, Quoted } from "./desk.js" */
/** @import { SourceText } from "./source.js" */
/** @import { Block, Path, Span, Value } from "./types.js" */
/** @typedef {(work: () => Promise<string>) => Promise<void>} Perform  Does something and says the result. */

const KINDS = ["task", "measure", "part", "section", "target", "background", "relation"];
const WORK = ["task", "measure"];
const QUOTING = [...WORK, "section", "target", "relation", "background"];
/** Those that have one passage; a background passage is a quote itself. */
const WITH_ONE = ["target", "relation", "background"];
const SELECTORS = ["exact", "prefix", "suffix", "at", "paragraph", "through", "sentence", "to"];

export class Actions {
  #part = byId("actions");
  #desk;
  #source;
  #perform;
  #onAdded;

  /**
   * @param {Desk} desk
   * @param {SourceText} source
   * @param {Perform} perform
   * @param {() => void} onAdded
   */
  constructor(desk, source, perform, onAdded) {
    this.#desk = desk;
    this.#source = source;
    this.#perform = perform;
    this.#onAdded = onAdded;
    this.#part.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#source.focus();
    });
  }

  draw() {
    redraw(this.#part, () => this.#drawn());
  }

  #drawn() {
    const { words } = this.#desk.opened;
    const span = this.#source.selection;
    if (!span) return [element("p", {}, words.none)];
    const area = element("textarea", {
      id: "chosen",
      rows: 2,
      defaultValue: this.#desk.source.slice(span.start, span.end),
      lang: this.#desk.opened.source?.language,
      onchange: () => this.#narrow(span, area.value),
    });
    const name = called(this.#desk.view, this.#desk.chosen, this.#desk.source);
    const kind = words[kindOf(this.#desk.chosen)];
    return [
      element("div", { className: "buttons" }, this.#buttons(span)),
      element("p", { className: "for" }, filled(words.for ?? "", { record: `${kind}: ${name}` })),
      element("label", { htmlFor: "chosen" }, words.chosen),
      area,
    ];
  }

  /** @param {Span} span */
  #buttons(span) {
    const { words } = this.#desk.opened;
    const { chosen } = this.#desk;
    const needed = /** @type {Record<string, string[]>} */ ({ measure: WORK, part: ["measure"] });
    const isShown = (/** @type {string} */ kind) => !needed[kind] || nearest(chosen, needed[kind]);
    const made = KINDS.filter(isShown).map((kind) =>
      button(words[kind] ?? kind, () => this.#add(kind, span), { id: `add-${kind}` }),
    );
    const quoting = nearest(chosen, QUOTING);
    const more = (/** @type {boolean} */ isMore) => () =>
      this.#quote(span, /** @type {Path} */ (quoting), isMore);
    const isOne = quoting && WITH_ONE.includes(kindOf(quoting));
    return [
      ...made,
      quoting && !isOne ? button(words.passage ?? "", more(true), { id: "add-passage" }) : null,
      quoting ? button(words.replace ?? "", more(false), { id: "replace-passage" }) : null,
      this.#quotedBy(span),
    ];
  }

  /** A button that shows what quotes the chosen words already. @param {Span} span */
  #quotedBy(span) {
    const mark = this.#desk.view.marks.find((each) => each.start < span.end && span.start < each.end);
    const show = () => {
      if (!mark) return;
      this.#desk.choose(mark.path);
      this.#onAdded();
    };
    return mark ? button(this.#desk.opened.words.show ?? "", show, { id: "show-quoting" }) : null;
  }

  /** Narrows the choice to some of its words. @param {Span} span @param {string} words */
  #narrow(span, words) {
    const wanted = words.trim();
    const place = wanted ? this.#desk.source.slice(span.start, span.end).indexOf(wanted) : -1;
    if (place < 0) this.draw();
    else this.#source.select({ start: span.start + place, end: span.start + place + wanted.length });
  }

  /** @param {string} kind @param {Span} span */
  #add(kind, span) {
    return this.#perform(async () => {
      const quoted = await this.#desk.quote(span, kind === "background");
      const path = this.#listFor(kind);
      const index = placeFor(this.#desk.view, path, quoted.start);
      await this.#desk.change({ do: "add", path, index, value: written(kind, quoted) }, [...path, index]);
      this.#source.select(null);
      this.#onAdded();
      return filled(this.#desk.opened.words.added ?? "", { record: shortened(quoted.words) });
    });
  }

  /**
   * The list that a new part goes into: a measure stands beside the chosen one, or in the chosen task.
   * @param {string} kind
   * @returns {Path}
   */
  #listFor(kind) {
    const { chosen } = this.#desk;
    const within = (/** @type {string[]} */ ...kinds) => nearest(chosen, kinds) ?? [];
    const lists = /** @type {Record<string, () => Path>} */ ({
      task: () => [...within("section"), "tasks"],
      measure: () => {
        const beside = nearest(chosen, ["measure"]);
        return beside ? beside.slice(0, -1) : [...within("task"), "measures"];
      },
      part: () => [...within("measure"), "measures"],
      target: () => [...within(...WORK), "targets"],
      section: () => ["sections"],
      relation: () => ["relations"],
    });
    return lists[kind]?.() ?? [kind];
  }

  /** @param {Span} span @param {Path} path @param {boolean} isMore */
  #quote(span, path, isMore) {
    return this.#perform(async () => {
      const isBackground = kindOf(path) === "background";
      const quoted = await this.#desk.quote(span, isBackground);
      const own = /** @type {Block} */ (at(this.#desk.view.values, path));
      const value = isBackground
        ? { ...unplaced(own), ...asBlock(quoted.quote) }
        : requoted(own, quoted.quote, isMore);
      await this.#desk.change({ do: "set", path, value });
      this.#source.select(null);
      return filled(this.#desk.opened.words.added ?? "", { record: shortened(quoted.words) });
    });
  }
}

/** @param {Block} own @returns {Block} */
const unplaced = (own) => Object.fromEntries(Object.entries(own).filter(([key]) => !SELECTORS.includes(key)));

/** @param {Value} quote @returns {Block} */
const asBlock = (quote) => (isBlock(quote) ? quote : { exact: quote });

/**
 * A part with a passage in place of those that it had, or behind them.
 * @param {Block} own
 * @param {Value} added
 * @param {boolean} isMore
 * @returns {Block}
 */
function requoted({ quote, quotes, ...rest }, added, isMore) {
  const all = [...(isMore ? [...listed(quote), ...listed(quotes)] : []), added];
  return all.length === 1 && quotes === undefined ? { ...rest, quote: added } : { ...rest, quotes: all };
}

/**
 * A new part as it goes into the record; what is still missing is named by the problems.
 * @param {string} kind
 * @param {Quoted} quoted
 * @returns {Value}
 */
function written(kind, { quote, words }) {
  if (kind === "background") return asBlock(quote);
  if (kind === "section") return { title: words.replace(/\s+/g, " "), quote };
  return { quote };
}
