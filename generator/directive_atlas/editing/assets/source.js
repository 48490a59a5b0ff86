// The source text: sentences to move through, what is quoted, what is open, and the choice of words.

import { byId, element, filled, redraw } from "./dom.js";
import { called, isSame, partOf } from "./record.js";

/** @import { Desk } from "./desk.js" */
/** @import { Mark, Paragraph, Span } from "./types.js" */

const CHOSEN = "chosen";

export class SourceText {
  /** @type {Span | null} */
  selection = null;
  /** The sentence that has the focus, and the one from which a choice was begun. */
  #current = 0;
  #anchor = 0;
  #part = byId("source");
  #desk;
  #onSelect;
  /** @type {HTMLElement[]} */
  #options = [];
  /** What is drawn: a text that stays as it is, is left alone, for somebody may be selecting words in it. */
  #drawn = "";

  /** @param {Desk} desk @param {() => void} onSelect */
  constructor(desk, onSelect) {
    this.#desk = desk;
    this.#onSelect = onSelect;
    this.#part.addEventListener("keydown", (event) => this.#onKey(event));
    this.#part.addEventListener("pointerup", () => setTimeout(() => this.#onPointer()));
    this.#part.addEventListener("pointerover", (event) => this.#light(event.target));
    this.#part.addEventListener("focusin", () => this.#setCurrent(this.#current));
  }

  draw() {
    const { source, words } = this.#desk.opened;
    if (!source) {
      this.#part.replaceChildren(element("p", {}, words["no-source"]));
      this.#drawn = "";
      return;
    }
    const { view, chosen } = this.#desk;
    const names = view.marks.map(({ path }) => called(view, partOf(path), source.text));
    const shown = JSON.stringify([source.digest, view.marks, view.open, chosen, names]);
    if (shown === this.#drawn) return;
    this.#drawn = shown;
    // The focus is on the list, not on a sentence: else a browser begins no selection with its first letter.
    const properties = {
      id: "sentences",
      role: "listbox",
      tabIndex: 0,
      "aria-multiselectable": true,
      "aria-labelledby": "left-heading",
      "aria-describedby": "how",
      lang: source.language,
    };
    let number = 0;
    const draw = (/** @type {Paragraph} */ paragraph) => {
      const options = paragraph.sentences.map((span) => this.#sentence(span, number++));
      return this.#paragraph(paragraph, options);
    };
    redraw(this.#part, () => [element("div", properties, source.paragraphs.map(draw))]);
    this.#options = [
      .../** @type {NodeListOf<HTMLElement>} */ (this.#part.querySelectorAll("[role=option]")),
    ];
    this.#setCurrent(this.#current);
    this.#show();
  }

  /** @param {Paragraph} paragraph @param {HTMLElement[]} options */
  #paragraph({ number, label, kind }, options) {
    const named = filled(this.#desk.opened.words.paragraph, { number });
    const numbers = element("span", { className: "number", "aria-hidden": true }, label || String(number));
    const properties = {
      role: "group",
      className: `paragraph ${kind}`,
      "aria-label": label ? `${named}, ${label}` : named,
    };
    return element("div", properties, numbers, element("span", { role: "presentation" }, options));
  }

  /** @param {[number, number]} span @param {number} number */
  #sentence([start, end], number) {
    const marks = this.#desk.view.marks.filter((mark) => mark.start < end && start < mark.end);
    const open = this.#desk.view.open.filter((run) => run[0] < end && start < run[1]);
    const inner = [...marks.flatMap((mark) => [mark.start, mark.end]), ...open.flat()];
    const cuts = [...new Set([start, end, ...inner.filter((cut) => start < cut && cut < end)])].sort(
      (a, b) => a - b,
    );
    const runs = cuts.slice(1).map((cut, place) => this.#run(cuts[place] ?? start, cut, marks));
    const properties = {
      role: "option",
      id: `sentence-${number}`,
      "aria-selected": false,
      "aria-description": this.#about(marks, open.length > 0),
      title: this.#about(marks, open.length > 0),
      "data-start": start,
      "data-end": end,
    };
    const isSpaced = /\s/.test(this.#desk.source[end] ?? "");
    return element("span", properties, runs, isSpaced ? " " : null);
  }

  /** @param {number} start @param {number} end @param {Mark[]} marks */
  #run(start, end, marks) {
    const { view, source } = this.#desk;
    const own = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const isOpen = view.open.some((run) => run[0] <= start && end <= run[1]);
    const quoted = own.filter((mark) => mark.purpose !== "background");
    const kind = isOpen ? "open" : quoted.length > 0 ? "quoted" : own.length > 0 ? "background" : "";
    const isChosen = own.some((mark) => isSame(partOf(mark.path), this.#desk.chosen));
    const numbers = own.map((mark) => view.marks.indexOf(mark)).join(" ");
    const className = `run ${kind}${isChosen && this.#desk.chosen.length > 0 ? " own" : ""}`;
    return element(
      "span",
      { className, "data-start": start, "data-marks": numbers },
      source.slice(start, end),
    );
  }

  /** @param {Mark[]} marks @param {boolean} isOpen */
  #about(marks, isOpen) {
    const { words } = this.#desk.opened;
    const by = marks.map(({ path, purpose }) => {
      const name = called(this.#desk.view, partOf(path), this.#desk.source);
      return `${words[purpose] ?? purpose}: ${name}`;
    });
    const quoted =
      by.length > 0 ? filled(words["sentence.quoted"] ?? "", { by: [...new Set(by)].join("; ") }) : "";
    return [quoted, isOpen ? words["sentence.open"] : ""].filter(Boolean).join("; ");
  }

  /** Lights up all that is quoted together with what the pointer or the focus is on. @param {EventTarget | null} target */
  #light(target) {
    const run =
      target instanceof HTMLElement ? (target.closest(".run") ?? target.querySelector(".run")) : null;
    const wanted = /** @type {HTMLElement | null} */ (run)?.dataset.marks?.split(" ").filter(Boolean) ?? [];
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.#part.querySelectorAll(".run"))) {
      const own = each.dataset.marks?.split(" ") ?? [];
      each.classList.toggle(
        "lit",
        wanted.some((mark) => own.includes(mark)),
      );
    }
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = /** @type {Record<string, number>} */ ({
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      Home: -this.#options.length,
      End: this.#options.length,
    })[event.key];
    if (step !== undefined) this.#move(step, event.shiftKey);
    else if (event.key === "Enter" || event.key === " ") this.#toActions();
    else if (event.key === "Escape") this.select(null);
    else return;
    event.preventDefault();
  }

  /** @param {number} step @param {boolean} isLonger */
  #move(step, isLonger) {
    const last = this.#options.length - 1;
    this.#setCurrent(Math.min(last, Math.max(0, this.#current + step)));
    if (!isLonger) this.#anchor = this.#current;
    this.focus();
    this.#selectSentences();
  }

  #selectSentences() {
    const [first, last] = [this.#anchor, this.#current]
      .sort((a, b) => a - b)
      .map((place) => this.#options[place ?? 0]);
    if (first && last) this.select({ start: Number(first.dataset.start), end: Number(last.dataset.end) });
  }

  #toActions() {
    if (!this.selection) this.#selectSentences();
    byId("actions").querySelector("button")?.focus();
  }

  /** The focus on the sentence where it was. */
  focus() {
    document.getElementById("sentences")?.focus({ preventScroll: true });
    this.#options[this.#current]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} place */
  #setCurrent(place) {
    this.#current = place;
    const option = this.#options[place];
    for (const each of this.#options) each.classList.toggle("current", each === option);
    const list = document.getElementById("sentences");
    if (option) list?.setAttribute("aria-activedescendant", option.id);
    if (list === document.activeElement) this.#light(option ?? null);
  }

  /** What was chosen with the pointer. */
  #onPointer() {
    const found = getSelection();
    const target = /** @type {HTMLElement | null | undefined} */ (
      found?.anchorNode?.parentElement?.closest("[role=option]")
    );
    const place = target ? this.#options.indexOf(target) : -1;
    if (place >= 0) {
      this.#setCurrent(place);
      this.#anchor = place;
    }
    if (!found || found.isCollapsed || found.rangeCount === 0) return;
    const span = this.#spanOf(found.getRangeAt(0));
    if (span) this.select(span);
  }

  /** @param {Range} range */
  #spanOf(range) {
    const all = /** @type {NodeListOf<HTMLElement>} */ (this.#part.querySelectorAll(".run"));
    const runs = [...all].filter((run) => range.intersectsNode(run));
    const [first, last] = [runs[0], runs.at(-1)];
    if (!first || !last) return null;
    const start =
      Number(first.dataset.start) + (first.contains(range.startContainer) ? range.startOffset : 0);
    const length = last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0);
    const end = Number(last.dataset.start) + length;
    return start < end ? { start, end } : null;
  }

  /** @param {Span | null} span */
  select(span) {
    this.selection = span;
    this.#show();
    this.#onSelect();
  }

  /** Marks what is chosen, for eyes and for screen readers. */
  #show() {
    const { start, end } = this.selection ?? { start: 0, end: 0 };
    for (const option of this.#options) {
      const isIn = Number(option.dataset.start) < end && start < Number(option.dataset.end);
      option.setAttribute("aria-selected", String(isIn));
    }
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete(CHOSEN);
    if (start < end) CSS.highlights.set(CHOSEN, new Highlight(...this.#ranges(start, end)));
  }

  /** @param {number} start @param {number} end */
  *#ranges(start, end) {
    for (const run of /** @type {NodeListOf<HTMLElement>} */ (this.#part.querySelectorAll(".run"))) {
      const [text, offset] = [run.firstChild, Number(run.dataset.start)];
      const length = run.textContent?.length ?? 0;
      if (!text || offset >= end || offset + length <= start) continue;
      const range = new Range();
      range.setStart(text, Math.max(0, start - offset));
      range.setEnd(text, Math.min(length, end - offset));
      yield range;
    }
  }

  /** Shows a passage, and puts the focus on its first sentence. @param {Span} span */
  show(span) {
    const place = this.#options.findIndex((option) => Number(option.dataset.end) > span.start);
    if (place < 0) return;
    this.#setCurrent(place);
    this.#anchor = place;
    this.focus();
    this.#options[place]?.scrollIntoView({ block: "center" });
  }
}
