// Previous and next page; a button that has come to its end hands the focus to the other one.
class FinderPager {
  #messages;
  #back;
  #on;
  #where = atlas.element("span");
  #page = 1;

  /** @param {FinderMessages} messages @param {(page: number) => void} go */
  constructor(messages, go) {
    this.#messages = messages;
    this.#back = atlas.element("button", { type: "button" }, messages.get("previous"));
    this.#on = atlas.element("button", { type: "button" }, messages.get("next"));
    this.#back.addEventListener("click", () => go(this.#page - 1));
    this.#on.addEventListener("click", () => go(this.#page + 1));
    const properties = { className: "finder-pages", "aria-label": messages.get("pages") };
    this.frame = atlas.element("nav", properties, this.#back, this.#where, this.#on);
  }

  /** @param {number} page @param {number} pages */
  update(page, pages) {
    this.#page = page;
    const focus = document.activeElement;
    const numbers = { page: this.#messages.number(page), pages: this.#messages.number(pages) };
    this.#where.textContent = this.#messages.get("page", numbers);
    this.#back.disabled = page <= 1;
    this.#on.disabled = page >= pages;
    this.frame.hidden = pages <= 1;
    if (focus === this.#back && this.#back.disabled) this.#on.focus();
    if (focus === this.#on && this.#on.disabled) this.#back.focus();
  }
}
