// What the search shows before anything is typed, or where nothing is found: examples, the last searches of this
// browser, ways into the site, names that begin alike.

/**
 * @typedef {object} StartData  The file search/start of a language.
 * @property {Record<string, string>} words
 * @property {string} sent To which host queries go, if they go to any.
 * @property {string[]} examples
 * @property {[string, string][]} ways The sections of the site: page without ending, title.
 */

const searchStart = (() => {
  const STORED = "atlas-searches";
  const MOST = 5;
  const { element } = atlas;

  /** The last queries, kept in this browser; none where it keeps nothing. @returns {string[]} */
  function recent() {
    try {
      const kept = JSON.parse(localStorage.getItem(STORED) ?? "[]");
      return Array.isArray(kept) ? kept.filter((each) => typeof each === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  /** @param {string[]} queries */
  function keep(queries) {
    try {
      localStorage.setItem(STORED, JSON.stringify(queries));
    } catch {
      // A browser that keeps nothing has no last searches.
    }
  }

  /** @param {string} words */
  function remember(words) {
    const query = words.trim().slice(0, 200);
    if (query) keep([query, ...recent().filter((each) => each !== query)].slice(0, MOST));
  }

  /**
   * @param {string} title
   * @param {(HTMLElement | null)[]} items
   */
  const group = (title, items) =>
    element("section", { className: "atlas-start" }, element("h2", {}, title), element("p", {}, items));

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = element("button", { type: "button", className: "atlas-query" }, text);
    made.addEventListener("click", act);
    return made;
  }

  /**
   * @param {string} page
   * @param {string} title
   */
  const way = (page, title) => element("a", { href: atlas.address(`${page}.html`) }, title);

  /**
   * The groups before anything is typed.
   * @param {(query: string) => void} ask
   */
  async function sections(ask) {
    /** @type {StartData} */
    const { words, sent, examples, ways } = await atlas.load(`search/start-${atlas.language}`);
    const asking = (/** @type {string} */ query) => button(query, () => ask(query));
    const forget = button(words.forget, () => {
      keep([]);
      ask("");
    });
    const last = recent();
    return [
      ...(sent ? [element("p", { className: "atlas-sent" }, sent)] : []),
      group(words.examples, examples.map(asking)),
      ...(last.length ? [group(words.recent, [...last.map(asking), forget])] : []),
      group(
        words.ways,
        ways.map(([page, title]) => way(page, title)),
      ),
    ];
  }

  /**
   * The groups where nothing is found.
   * @param {SearchRecord[]} near
   * @param {(query: string) => void} ask
   */
  async function instead(near, ask) {
    /** @type {StartData} */
    const { words } = await atlas.load(`search/start-${atlas.language}`);
    const names = near
      .map(({ titles }) => titles[atlas.language] ?? Object.values(titles)[0])
      .filter(Boolean);
    const alike = [...new Set(names)].map((name) => button(name, () => ask(name)));
    return [...(alike.length ? [group(words.near, alike)] : []), ...(await sections(ask))];
  }

  return { sections, instead, remember };
})();
