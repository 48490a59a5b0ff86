// Opens the search, and loads the rest of it only then. Readers open it by "/", "s", "f" or Ctrl+K, by any element
// with data-atlas-search, or by an address with ?q=; a page opened from it has ?h= and marks the words. A link with
// data-atlas-bodies becomes a field that suggests bodies.

/**
 * @typedef {object} SiteSearch  What other scripts may ask the search.
 * @property {(words?: string, all?: boolean) => Promise<void>} open Opens the dialog, with a query if there
 *   is one, and with all that it finds or the best.
 * @property {(words: string, kind?: string) => Promise<SearchAnswer>} find Answers a query.
 * @property {(words: string) => Promise<Set<string>>} matching The keys (directive/id) of all tasks and
 *   measures that have every word of a query; the task of a measure is among them, too.
 * @property {(words: string) => Promise<boolean>} [isOfSound] Whether these are found by their sound only.
 */

(() => {
  const ENGINE = [
    "assets/packing",
    "assets/search/text",
    "assets/search/numbers",
    "assets/search/query",
    "assets/search/index",
    "assets/search/pool",
    "assets/search/candidates",
    "assets/search/rank",
    "assets/search/marks",
    "assets/search/engine",
  ];
  const DIALOG = ["assets/search/results", "assets/search/start", "assets/search/dialog"];
  const ARRIVAL = ["assets/search/arrival"];
  const OPENING_KEYS = ["/", "s", "f"];

  /** @param {string[]} names */
  const run = (names) => Promise.all(names.map((name) => atlas.run(name)));

  const engine = once(async () => {
    await run(ENGINE);
    return SearchEngine.open();
  });

  const dialog = once(async () => {
    await run(DIALOG);
    return SearchDialog.make(engine);
  });

  /**
   * Gives what is made at the first call; what could not be made is tried again at the next.
   * @template T
   * @param {() => Promise<T>} make
   */
  function once(make) {
    /** @type {Promise<T> | undefined} */
    let made;
    return () => {
      made ??= make().catch((error) => {
        made = undefined;
        throw error;
      });
      return made;
    };
  }

  /** @param {string} [words] @param {boolean} [all] */
  async function open(words, all) {
    (await dialog()).show(words, all);
  }

  /** @param {string} words */
  async function markWords(words) {
    const [found] = await Promise.all([engine(), run(ARRIVAL)]);
    searchArrival.mark(found, words);
  }

  /** @param {Event} event @param {string} selector */
  const isIn = ({ target }, selector) => target instanceof Element && target.closest(selector) !== null;

  /**
   * Whether a key opens the search: a letter only where it is not typed into a field, Ctrl+K or ⌘K everywhere.
   * @param {KeyboardEvent} event
   */
  function isOpening(event) {
    if (event.altKey || event.isComposing || isIn(event, "dialog")) return false;
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
    return OPENING_KEYS.includes(event.key) && !isIn(event, "input, textarea, select, [contenteditable]");
  }

  /** @param {KeyboardEvent} event */
  function openByKey(event) {
    if (!isOpening(event)) return;
    event.preventDefault();
    open();
  }

  /** @param {MouseEvent} event */
  function openByClick(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isIn(event, "[data-atlas-search]")) return;
    event.preventDefault();
    open();
  }

  atlas.search = {
    open,
    find: async (words, kind) => (await engine()).find(words, kind),
    matching: async (words) => (await engine()).matching(words),
    isOfSound: async (words) => (await engine()).isOfSound(words),
  };
  addEventListener("keydown", openByKey);
  addEventListener("click", openByClick);
  const asked = new URLSearchParams(location.search);
  const [query, marked] = [asked.get("q"), asked.get("h")];
  if (query && !document.querySelector("[data-finder]")) open(query, asked.has("all"));
  if (marked) markWords(marked);
  const all = document.querySelector("a[data-atlas-bodies]");
  if (all) atlas.run("assets/bodies").then(() => bodies.offer(all), console.warn);
})();
