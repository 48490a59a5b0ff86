// All that is wrong with the record, and what to do when its file was changed on disk.

import { button, byId, element, filled, redraw } from "./dom.js";

/** @import { Perform } from "./actions.js" */
/** @import { Desk } from "./desk.js" */
/** @import { Form } from "./form.js" */
/** @import { Problem } from "./types.js" */

export class Problems {
  #part = byId("problems");
  #desk;
  #form;

  /** @param {Desk} desk @param {Form} form */
  constructor(desk, form) {
    this.#desk = desk;
    this.#form = form;
  }

  draw() {
    const { view, opened } = this.#desk;
    const { words } = opened;
    const count = view.problems.length;
    const title = count > 0 ? filled(words.problems ?? "", { count }) : words["problems.none"];
    const list = view.problems.map((each, place) => this.#problem(each, place));
    redraw(this.#part, () => [
      element("h3", { id: "problems-heading" }, title),
      count > 0 ? element("ul", {}, list) : null,
    ]);
  }

  /** @param {Problem} problem @param {number} place */
  #problem({ code, isError, message, hint, path, file, line }, place) {
    const { words, forms } = this.#desk.opened;
    const isOwn = file.endsWith("/directive.yml");
    const where = isOwn ? `${file.split("/").at(-1)}:${line}` : filled(words.elsewhere ?? "", { file });
    const text = [
      element("strong", {}, isError ? words.error : words.warning, ` ${code}`),
      ` ${message}`,
      element("small", {}, ` ${hint} · ${where}`),
    ];
    if (!isOwn || !forms) return element("li", { className: isError ? "error" : "warning" }, text);
    const go = button("", () => this.#form.toField(path), { id: `problem-${place}` });
    go.append(...text);
    return element("li", { className: isError ? "error" : "warning" }, go);
  }
}

export class ConflictPanel {
  #part = byId("conflict");
  #desk;
  #perform;

  /** @param {Desk} desk @param {Perform} perform */
  constructor(desk, perform) {
    this.#desk = desk;
    this.#perform = perform;
  }

  draw() {
    const { conflict, view, opened } = this.#desk;
    const { words } = opened;
    redraw(this.#part, () => {
      if (!conflict) return [];
      return [
        element("h3", { id: "conflict-heading", tabIndex: -1 }, words.conflict),
        element(
          "div",
          { className: "buttons" },
          button(words.reload ?? "", () => this.#reload(false), { id: "reload" }),
          button(words.keep ?? "", () => this.#reload(true), { id: "keep" }),
        ),
        element(
          "div",
          { className: "versions" },
          version(words.disk ?? "", conflict.text),
          version(words.here ?? "", view.text),
        ),
      ];
    });
  }

  /** @param {boolean} isKept */
  #reload(isKept) {
    return this.#perform(async () => {
      const file = isKept ? await this.#desk.keep() : "";
      await this.#desk.open();
      byId("form-heading").focus();
      return isKept ? filled(this.#desk.opened.words.kept ?? "", { file }) : "";
    });
  }
}

/** @param {string} name @param {string} text */
const version = (name, text) =>
  element("section", { "aria-label": name }, element("h4", {}, name), element("pre", { tabIndex: 0 }, text));
