// How far off a deadline is on the reader's own day. Without this script there is the date alone.
// Pages mark running deadlines as <span data-due="2020-12-31">; the words come from the browser.
const days = (() => {
  const DAY = 86_400_000;

  /**
   * Whole days from a reader's moment to a day, as the reader's calendar counts; nothing where it is no day.
   * @param {string} due such as `2020-12-31`
   * @param {Date} now
   */
  function until(due, now) {
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const day = Date.parse(`${due}T00:00:00Z`);
    return Number.isNaN(day) ? null : Math.round((day - today) / DAY);
  }

  /**
   * "in 12 days" comes from the browser, "{} overdue" from the page, "3 days" from the browser again.
   * @param {number} days
   * @param {string} late
   * @param {string} language
   */
  function phrase(days, late, language) {
    if (days >= 0) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
    const long = new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" });
    return late.replace("{}", long.format(-days));
  }

  /** @param {HTMLElement} element */
  function annotate(element) {
    const { due = "", late = "" } = element.dataset;
    const left = until(due, new Date());
    if (left === null) return;
    const language = /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang || "en";
    const className = left < 0 ? "days past" : "days";
    element.append(atlas.element("span", { className }, ` (${phrase(left, late, language)})`));
  }

  for (const element of document.querySelectorAll("[data-due]")) {
    annotate(/** @type {HTMLElement} */ (element));
  }
  return { until, phrase };
})();
