// The chosen values, each as a button that takes it away.

/** @typedef {{ label: string, remove: () => void }} FinderChip */

class FinderChips {
  #messages;
  #all;

  /** @param {FinderMessages} messages @param {() => void} clear */
  constructor(messages, clear) {
    this.#messages = messages;
    this.#all = atlas.element("button", { type: "button", className: "finder-clear" }, messages.get("clear"));
    this.#all.addEventListener("click", clear);
    this.frame = atlas.element("ul", { className: "finder-chips", "aria-label": messages.get("chosen") });
  }

  /**
   * Shows the chosen values; returns whether one of them had the focus, which is then lost.
   * @param {FinderChip[]} chosen
   */
  update(chosen) {
    const hadFocus = this.frame.contains(document.activeElement);
    const chips = chosen.map((each) => this.#chip(each));
    const all = chosen.length ? [this.#all] : [];
    this.frame.replaceChildren(...[...chips, ...all].map((button) => atlas.element("li", {}, button)));
    this.frame.hidden = !chosen.length;
    return hadFocus;
  }

  /** @param {FinderChip} chip */
  #chip({ label, remove }) {
    const cross = atlas.element("span", { "aria-hidden": "true" }, " ✕");
    const properties = { type: "button", "aria-label": this.#messages.get("remove", { name: label }) };
    const button = atlas.element("button", properties, label, cross);
    button.addEventListener("click", remove);
    return button;
  }
}
