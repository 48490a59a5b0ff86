// How far off a deadline is on the reader's own day. Without this script the date stands alone.
// Pages mark running deadlines as <span data-due="2020-12-31">; the words come from the browser.
(() => {
  const DAY = 86400000;

  function midnight(date) {
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  }

  function count(element) {
    const due = Date.parse(`${element.dataset.due}T00:00:00Z`);
    if (Number.isNaN(due)) return;
    const days = Math.round((due - midnight(new Date())) / DAY);
    const language = element.closest("[lang]")?.lang || "en";
    const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
    const note = document.createElement("span");
    note.className = days < 0 ? "days past" : "days";
    note.textContent = ` (${words})`;
    element.append(note);
  }

  document.querySelectorAll("[data-due]").forEach(count);
})();
