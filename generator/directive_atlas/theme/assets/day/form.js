// The field for a day and the buttons beside it: `form[data-on-day]`; without script there is none.

class DayForm {
  #field;
  #status;

  /**
   * @param {HTMLFormElement} form
   * @param {(day: string) => void} choose Takes the day that the reader chose; nothing for that of the data.
   */
  constructor(form, choose) {
    this.#field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.#status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    this.#field.addEventListener("change", () => choose(this.#field.value));
    for (const button of form.querySelectorAll("button")) {
      button.addEventListener("click", () => choose(button.value === "today" ? DayForm.today() : ""));
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.dataset.onDay = "ready";
  }

  /**
   * The day that a text such as `2020-06-01` names, in days from 1 January 1970; nothing where it names none.
   * @param {string} text
   */
  static read(text) {
    const time = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
    return isDay ? time / 86_400_000 : null;
  }

  /** The reader's own day. */
  static today() {
    const now = new Date();
    const digits = (/** @type {number} */ value) => String(value).padStart(2, "0");
    return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
  }

  /**
   * @param {string} text The day as the address has it.
   * @param {string} says
   */
  update(text, says) {
    const value = DayForm.read(text) === null ? "" : text;
    if (this.#field.value !== value) this.#field.value = value;
    if (this.#status.textContent !== says) this.#status.textContent = says;
  }
}
