// How far off a deadline is on the reader's own day. Without this script the date stands alone.
// Pages mark running deadlines as <span data-due="2020-12-31">; the words come from the browser.
(() => {
  const DAY = 86400000;

  function midnight(date) {
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  }

  // "in 12 days" comes from the browser, "{} overdue" from the page, "3 days" from the browser again.
  function words(days, late, language) {
    if (days >= 0) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
    const long = { style: "unit", unit: "day", unitDisplay: "long" };
    return late.replace("{}", new Intl.NumberFormat(language, long).format(-days));
  }

  function count(element) {
    const due = Date.parse(`${element.dataset.due}T00:00:00Z`);
    if (Number.isNaN(due)) return;
    const days = Math.round((due - midnight(new Date())) / DAY);
    const language = element.closest("[lang]")?.lang || "en";
    const note = document.createElement("span");
    note.className = days < 0 ? "days past" : "days";
    note.textContent = ` (${words(days, element.dataset.late, language)})`;
    element.append(note);
  }

  document.querySelectorAll("[data-due]").forEach(count);
})();
