// How many changes were recorded since the reader's last visit. The page has the last revisions with their numbers of
// changes; the browser keeps the newest one that was there at the last visit, and nothing is sent anywhere. Where
// nothing can be kept, or at the first visit, the page says nothing.

const visit = (() => {
  /** @typedef {{ seen: string, day: string }} Visit  The newest revision that was there, and the day of the visit. */
  /** @typedef {Pick<Storage, "getItem" | "setItem">} Store */

  const NAME = `atlas.visit:${atlas.root}`;

  /** The number of changes of a revision: `2020-06-30.1a2b3c:12` has 12. @param {string} revision */
  const count = (revision) => Number(revision.slice(revision.lastIndexOf(":") + 1)) || 0;

  /** @param {string} revision */
  const day = (revision) => revision.slice(0, 10);

  /**
   * The changes that are newer than a revision; `more` if there may be others that the page does not list.
   * @param {string[]} revisions the newest first
   * @param {string} seen one of them, or one that is not among them any more: then its day decides
   */
  function newer(revisions, seen) {
    const known = revisions.indexOf(seen);
    const found = known < 0 ? revisions.filter((each) => day(each) > day(seen)) : revisions.slice(0, known);
    return {
      count: found.reduce((sum, each) => sum + count(each), 0),
      more: revisions.length > 0 && found.length === revisions.length,
    };
  }

  /** @param {() => Store} store @returns {Visit | null} */
  function kept(store) {
    try {
      const found = JSON.parse(store().getItem(NAME) ?? "null");
      return typeof found?.seen === "string" && typeof found?.day === "string" ? found : null;
    } catch {
      return null;
    }
  }

  /** @param {() => Store} store @param {Visit} value */
  function keep(store, value) {
    try {
      store().setItem(NAME, JSON.stringify(value));
    } catch {
      // The browser keeps nothing: the next visit is a first one, too.
    }
  }

  /**
   * The last visit before this one; all pages that are opened in one tab are one visit.
   * @param {Visit} now
   * @param {() => Store} lasting
   * @param {() => Store} session
   */
  function last(now, lasting, session) {
    const before = kept(session) ?? kept(lasting);
    keep(session, before ?? now);
    keep(lasting, now);
    return before;
  }

  /** @param {{ count: number, more: boolean }} found @param {string} date */
  function message(found, date) {
    const name = found.more ? "visit.more" : found.count === 1 ? "visit.one" : "visit.many";
    const number = new Intl.NumberFormat(atlas.language).format(found.count);
    const [year = 0, month = 1, on = 1] = date.split("-").map(Number);
    const long = new Intl.DateTimeFormat(atlas.language, { dateStyle: "long" });
    return atlas.message(name, { count: number, day: long.format(new Date(year, month - 1, on)) });
  }

  /** The reader's own day. @param {Date} now */
  function today(now) {
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** @param {HTMLElement} place */
  async function tell(place) {
    const revisions = (place.dataset.seen ?? "").split(" ").filter(Boolean);
    const now = { seen: revisions[0] ?? "", day: today(new Date()) };
    const before = last(
      now,
      () => localStorage,
      () => sessionStorage,
    );
    const found = before ? newer(revisions, before.seen) : { count: 0, more: false };
    if (!before || !found.count) return;
    const words = await message(found, before.day);
    const href = place.dataset.href ?? "";
    place.append(href ? atlas.element("a", { href }, words) : words);
    place.hidden = false;
  }

  const place = document.getElementById("visit");
  if (place) tell(place).catch(console.warn);

  return { newer, last, today };
})();
