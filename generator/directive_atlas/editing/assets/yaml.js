// The chosen part as it is written in the file, for what the form has no field for.

import { button, byId, element, redraw } from "./dom.js";

/** @import { Perform } from "./actions.js" */
/** @import { Desk } from "./desk.js" */

export class Yaml {
  #part = byId("yaml");
  #desk;
  #perform;
  #isOpen = false;
  /** What is shown, and for which text and part. */
  #shown = { key: "", yaml: "" };

  /** @param {Desk} desk @param {Perform} perform */
  constructor(desk, perform) {
    this.#desk = desk;
    this.#perform = perform;
  }

  /** A record that cannot be read is shown as a whole. */
  get #path() {
    return this.#desk.view.values ? this.#desk.chosen : [];
  }

  draw() {
    const { words } = this.#desk.opened;
    if (!this.#desk.view.values) this.#isOpen = true;
    redraw(this.#part, () => [
      element(
        "details",
        { open: this.#isOpen, ontoggle: (/** @type {Event} */ event) => this.#toggle(event) },
        element("summary", { id: "yaml-summary" }, words.yaml),
        this.#isOpen ? this.#area() : null,
      ),
    ]);
    if (this.#isOpen) this.#load();
  }

  #area() {
    const { words } = this.#desk.opened;
    const lines = this.#shown.yaml.split("\n").length;
    const area = element("textarea", {
      id: "yaml-text",
      rows: Math.min(24, lines + 1),
      spellcheck: false,
      defaultValue: this.#shown.yaml,
      "aria-label": words.yaml,
    });
    return [area, button(words.take ?? "", () => this.#take(area.value), { id: "yaml-take" })];
  }

  /** @param {Event} event */
  #toggle({ target }) {
    const isOpen = target instanceof HTMLDetailsElement && target.open;
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.draw();
  }

  async #load() {
    const path = this.#path;
    const key = JSON.stringify([path, this.#desk.view.text]);
    if (key === this.#shown.key) return;
    this.#shown = { key, yaml: this.#shown.yaml };
    const yaml = path.length > 0 ? await this.#desk.yaml(path) : this.#desk.view.text;
    if (key !== this.#shown.key) return;
    this.#shown = { key, yaml };
    this.draw();
  }

  /** @param {string} yaml */
  #take(yaml) {
    return this.#perform(async () => {
      await this.#desk.change({ do: "write", path: this.#path, yaml });
      return this.#desk.opened.words.changed ?? "";
    });
  }
}
