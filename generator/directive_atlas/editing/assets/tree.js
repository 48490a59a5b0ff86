// The parts of the record as a list in levels.

import { button, byId, element, redraw } from "./dom.js";
import { called, isSame, kindOf, partOf, parts } from "./record.js";

/** @import { Desk } from "./desk.js" */
/** @import { Path } from "./types.js" */

export class Tree {
  #part = byId("tree");
  #desk;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  draw() {
    redraw(this.#part, () => (this.#desk.view.values ? [element("ul", {}, this.#entry([]))] : []));
  }

  /**
   * @param {Path} path
   * @returns {HTMLLIElement}
   */
  #entry(path) {
    const { view, chosen, source, opened } = this.#desk;
    const kind = kindOf(path);
    const count = view.problems.filter(
      (each) => each.file && isSame(partOf(each.path), path) && each.path.length,
    ).length;
    const name = called(view, path, source) || "…";
    const properties = {
      id: `part-${path.join("-")}`,
      "aria-current": isSame(path, chosen) ? "true" : null,
      className: kind,
    };
    const label = [
      element("span", { className: "kind" }, opened.words[kind] ?? kind, " "),
      element("span", { className: "name" }, name),
      count > 0 ? element("span", { className: "count" }, ` ${count}`) : null,
    ];
    const own = button("", () => this.#desk.choose(path), properties);
    own.append(...label.filter((each) => each !== null));
    const inner = parts(view, path).map((each) => this.#entry(each));
    return element("li", {}, own, inner.length > 0 ? element("ul", {}, inner) : null);
  }
}
