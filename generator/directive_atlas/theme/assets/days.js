// How far off a deadline is on the reader's own day. Without this script there is the date alone.
// Pages mark running deadlines as <span data-due="2020-12-31" data-days="…">, with the words once a page. Days past
// one are counted only where the page says so (late, past), days ahead only where it was ahead when the page was made
// (passed). If that day has passed since, the status before it says so instead, so that a line never contradicts itself.
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

  /**
   * The status that stands before a deadline on its line.
   * @param {HTMLElement} element
   */
  function statusBefore(element) {
    let before = element.previousElementSibling;
    while (before && !before.matches(".state")) before = before.previousElementSibling;
    return before;
  }

  /** @param {HTMLElement} element @param {string} words */
  function tellPassed(element, words) {
    const status = statusBefore(element);
    if (!status) {
      element.append(atlas.element("span", { className: "days" }, ` (${words})`));
      return;
    }
    status.textContent = words;
    status.className = "state passed";
  }

  /** @param {HTMLElement} element @param {DOMStringMap} words */
  function annotate(element, words) {
    const { due = "", days: how = "" } = element.dataset;
    const left = until(due, new Date());
    if (left === null) return;
    const wasAhead = how === "passed";
    if (wasAhead && left < 0) {
      tellPassed(element, words.passed ?? "");
      return;
    }
    if (!wasAhead && (left >= 0 || !how)) return;
    const language = /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang || "en";
    const className = how === "late" ? "days past" : "days";
    element.append(atlas.element("span", { className }, ` (${phrase(left, words[how] ?? "", language)})`));
  }

  const kept = /** @type {HTMLElement | null} */ (document.querySelector("#day-words"));
  for (const element of document.querySelectorAll("[data-due]")) {
    annotate(/** @type {HTMLElement} */ (element), kept?.dataset ?? {});
  }
  return { until, phrase };
})();

// The day that a reader chooses on a page with a board: the address keeps it, and what shows it is loaded then.
(async () => {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form[data-on-day]");
  if (!form || document.querySelector("[data-finder]")) return;
  /** @type {Promise<DayPage> | undefined} */
  let page;

  async function started() {
    await atlas.run("assets/day/page");
    return DayPage.start(/** @type {HTMLFormElement} */ (form));
  }

  /** @param {string} text */
  async function show(text) {
    if (!text && !page) return;
    page ??= started();
    field.update(text, await (await page).show(text));
  }

  await atlas.run("assets/day/form");
  const field = new DayForm(form, (text) => {
    const address = new URL(location.href);
    address.searchParams.delete("on");
    if (text) address.searchParams.set("on", text);
    history.replaceState(null, "", address);
    field.update(text, "");
    show(text);
  });
  show(new URLSearchParams(location.search).get("on") ?? "");
})();
