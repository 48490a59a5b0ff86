// The part of the record that is chosen, as a form.

import { button, byId, element, filled, redraw } from "./dom.js";
import { CONTROLS } from "./fields.js";
import {
  at,
  begins,
  called,
  isBlock,
  isSame,
  kindOf,
  listed,
  partOf,
  placeFor,
  startsWith,
} from "./record.js";

/** @import { Perform } from "./actions.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Child } from "./dom.js" */
/** @import { SourceText } from "./source.js" */
/** @import { Field, Path, Problem, Value } from "./types.js" */

/** Keys that hold the same in another form. */
const OTHER = /** @type {Record<string, string>} */ ({ due: "timing", quote: "quotes" });

export class Form {
  #part = byId("form");
  #desk;
  #source;
  #perform;

  /** @param {Desk} desk @param {SourceText} source @param {Perform} perform */
  constructor(desk, source, perform) {
    this.#desk = desk;
    this.#source = source;
    this.#perform = perform;
    this.#part.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#source.focus();
    });
  }

  draw() {
    const { view, opened } = this.#desk;
    redraw(this.#part, () =>
      view.values ? this.#drawn() : [element("p", { className: "wrong" }, opened.words.unread)],
    );
  }

  /** @returns {Child[]} */
  #drawn() {
    const { chosen, opened, view, source } = this.#desk;
    const kind = kindOf(chosen);
    const name = called(view, chosen, source);
    const heading = element("h3", { id: "form-heading", tabIndex: -1 }, `${opened.words[kind]}: ${name}`);
    const own = view.problems.filter(({ path, file }) => file && isSame(path, chosen) && path.length > 0);
    const fields = opened.forms[kind] ?? [];
    return [
      heading,
      this.#tools(),
      problemList("form-wrong", own),
      ...fields.map((field) => this.#field(field)),
    ];
  }

  /** The keys of a field, in the form in which the record has it. @param {Field} field @returns {Path} */
  #keys({ key }) {
    if (!key) return [];
    const keys = key.split(".");
    const other = OTHER[keys.at(-1) ?? ""];
    const long = other ? [...keys.slice(0, -1), other] : keys;
    return at(this.#desk.view.values, [...this.#desk.chosen, ...long]) === undefined ? keys : long;
  }

  /** @param {Field} field @returns {Child} */
  #field(field) {
    const { view, chosen, opened } = this.#desk;
    const path = [...chosen, ...this.#keys(field)];
    const value = at(view.values, path);
    const control = CONTROLS[field.kind];
    if (!control || (field.kind === "questions" && value === undefined)) return null;
    const id = fieldId(field.key);
    const wrong = field.key ? view.problems.filter((each) => startsWith(each.path, path)) : [];
    const context = {
      field,
      id,
      value,
      opened,
      about: wrong.length > 0 ? { "aria-invalid": true, "aria-describedby": `${id}-wrong` } : {},
      set: (/** @type {Value} */ to) => this.#set(field, path, to),
      passage: (/** @type {Value} */ quote) => this.#passage(path, value, quote),
    };
    const drawn = [control.draw(context)].flat();
    const label = control.isGroup
      ? element("legend", { title: field.help }, field.label)
      : element("label", { htmlFor: id, title: field.help }, field.label);
    const whole = control.isGroup ? "fieldset" : "div";
    return element(
      whole,
      { className: `field ${field.kind}` },
      label,
      drawn,
      problemList(`${id}-wrong`, wrong),
    );
  }

  /** @param {Field} field @param {Path} path @param {Value} value */
  #set(field, path, value) {
    return this.#perform(async () => {
      await this.#desk.change({ do: "set", path, value });
      return filled(this.#desk.opened.words.set ?? "", { field: field.label });
    });
  }

  /** The words that a quote of a field means. @param {Path} path @param {Value | undefined} all @param {Value} quote */
  #passage(path, all, quote) {
    const { view, source } = this.#desk;
    const place = Array.isArray(all) ? all.indexOf(quote) : -1;
    const own = place < 0 ? path : [...path, place];
    const mark = view.marks.find(
      (each) => startsWith(each.path, own) && isSame(partOf(each.path), this.#desk.chosen),
    );
    if (mark) return source.slice(mark.start, mark.end);
    return isBlock(quote) ? String(quote.exact ?? JSON.stringify(quote)) : String(quote);
  }

  #tools() {
    const { chosen, opened, view } = this.#desk;
    if (chosen.length === 0) return null;
    const { words } = opened;
    const place = Number(chosen.at(-1));
    const list = chosen.slice(0, -1);
    const count = listed(at(view.values, list)).length;
    const start = begins(view, chosen);
    const find = () => this.#source.show({ start, end: start });
    return element(
      "div",
      { className: "buttons" },
      Number.isFinite(start) ? button(words.find ?? "", find, { id: "find" }) : null,
      button(words.up ?? "", () => this.#move(list, place - 1), { id: "up", disabled: place === 0 }),
      button(words.down ?? "", () => this.#move(list, place + 1), {
        id: "down",
        disabled: place === count - 1,
      }),
      kindOf(chosen) === "task" ? this.#sections() : null,
      button(words.delete ?? "", () => this.#delete(), { id: "delete" }),
    );
  }

  /** Where else a task may go. */
  #sections() {
    const { view, chosen, opened, source } = this.#desk;
    const { words } = opened;
    const own = chosen.slice(0, -2);
    const all = [[], ...sectionsIn(view.values, [])];
    const options = all.map((path, place) => {
      const name = path.length > 0 ? called(view, path, source) : words["move.none"];
      return element("option", { value: String(place), defaultSelected: isSame(path, own) }, name);
    });
    const move = () => {
      const to = [...(all[Number(made.value)] ?? []), "tasks"];
      return this.#move(to, placeFor(view, to, begins(view, chosen)));
    };
    const made = element("select", { id: "move", "aria-label": words.move, onchange: move }, options);
    return made;
  }

  /** @param {Path} to @param {number} index */
  #move(to, index) {
    return this.#perform(async () => {
      const path = this.#desk.chosen;
      await this.#desk.change({ do: "move", path, to, index }, [...to, index]);
      return this.#desk.opened.words.moved ?? "";
    });
  }

  #delete() {
    return this.#perform(async () => {
      const path = this.#desk.chosen;
      await this.#desk.change({ do: "remove", path }, partOf(path.slice(0, -1)));
      this.toHeading();
      return this.#desk.opened.words.deleted ?? "";
    });
  }

  toHeading() {
    byId("form-heading").focus();
  }

  /** The focus on the first field that must be filled in and is not; else on the heading. */
  toFirst() {
    const { view, chosen, opened } = this.#desk;
    const fields = opened.forms[kindOf(chosen)] ?? [];
    const empty = fields.find(({ key, needed }) => needed && at(view.values, [...chosen, key]) === undefined);
    const field = empty && document.getElementById(fieldId(empty.key));
    if (field) field.focus();
    else this.toHeading();
  }

  /** The focus on the field of a value. @param {Path} path */
  toField(path) {
    this.#desk.choose(path);
    const rest = path.slice(partOf(path).length).map(String);
    const fields = this.#desk.opened.forms[kindOf(this.#desk.chosen)] ?? [];
    const found = fields.find(({ key }) => {
      const [first = "", second] = key.split(".");
      const isOwn = rest[0] === first || rest[0] === OTHER[first];
      return isOwn && (!second || rest[1] === second || rest[1] === OTHER[second]);
    });
    const field = found && document.getElementById(fieldId(found.key));
    if (field) field.focus();
    else this.toHeading();
  }
}

/** @param {string} key */
const fieldId = (key) => `f-${key.replaceAll(".", "-")}`;

/**
 * @param {Value | null | undefined} value
 * @param {Path} path
 * @returns {Path[]}
 */
function sectionsIn(value, path) {
  return listed(at(value, [...path, "sections"])).flatMap((_, place) => {
    const own = [...path, "sections", place];
    return [own, ...sectionsIn(value, own)];
  });
}

/** @param {string} id @param {Problem[]} problems */
function problemList(id, problems) {
  if (problems.length === 0) return null;
  const lines = problems.map(({ code, message, hint }) =>
    element("li", {}, filled("{code}: {message} ({hint})", { code, message, hint })),
  );
  return element("ul", { id, className: "wrong" }, lines);
}
