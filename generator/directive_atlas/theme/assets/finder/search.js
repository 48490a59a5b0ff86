// Free text: the rows in which the site's search finds the words of a query.

/** @typedef {{ hits: Uint8Array | null, note: string }} FinderHits  1 for each row found, and what to say of it. */

const finderSearch = (() => {
  /** How many titles are searched where the site has no search. */
  const MOST_TITLES = 2_000;

  /** The site's search, which may still be on its way while the page loads. */
  async function siteSearch() {
    if (!atlas.search && document.readyState !== "complete") {
      await new Promise((go) => addEventListener("load", go, { once: true }));
    }
    return atlas.search;
  }

  /**
   * The rows of tasks that are named by keys, 1 for each.
   * @param {Set<string>} keys Each is directive/id.
   * @param {FinderIndex} index
   * @param {FinderTable} table
   * @param {string[]} directiveIds
   */
  async function rowsOfKeys(keys, index, table, directiveIds) {
    const hits = new Uint8Array(table.rows);
    for (const row of (await placesOfKeys(keys, index, table, directiveIds)).values()) hits[row] = 1;
    return hits;
  }

  /**
   * The row of each task that is named by its key: only the ids of the directives that occur are loaded.
   * @param {Set<string>} keys
   * @param {FinderIndex} index
   * @param {FinderTable} table
   * @param {string[]} directiveIds
   */
  async function placesOfKeys(keys, index, table, directiveIds) {
    const { first } = table.directives;
    const directives = new Set(Array.from(keys, (key) => key.slice(0, key.indexOf("/"))));
    const places = [...directiveIds.entries()].filter(([, id]) => directives.has(id));
    const rows = places.flatMap(([place, id]) =>
      Array.from({ length: first[place + 1] - first[place] }, (_, at) => ({ row: first[place] + at, id })),
    );
    const shardOf = (/** @type {number} */ row) => Math.floor(row / index.columnRows);
    const ids = await idsIn(new Set(rows.map(({ row }) => shardOf(row))));
    /** @param {{ row: number, id: string }} place @returns {[string, number]} */
    const keyed = ({ row, id }) => [`${id}/${ids.get(shardOf(row))?.[row % index.columnRows]}`, row];
    return new Map(rows.map(keyed).filter(([key]) => keys.has(key)));
  }

  /**
   * The ids of the rows of some files.
   * @param {Set<number>} shards
   */
  async function idsIn(shards) {
    const loaded = Array.from(shards, async (shard) => {
      /** @type {string} */
      const ids = await atlas.load(`finder/keys/${shard}`);
      return /** @type {[number, string[]]} */ ([shard, ids.split(" ")]);
    });
    return new Map(await Promise.all(loaded));
  }

  /**
   * Without a search: the rows whose titles have the words, of those that are loaded.
   * @param {string} query
   * @param {FinderTable} table
   * @param {FinderTexts} texts
   */
  function rowsByTitle(query, table, texts) {
    const words = atlas.caseless(query).split(/\s+/).filter(Boolean);
    return Uint8Array.from({ length: table.rows }, (_, row) => {
      const own = texts.of(row);
      const title = own && atlas.caseless(finderDom.plain(own.title));
      return title !== null && words.every((word) => title.includes(word)) ? 1 : 0;
    });
  }

  /**
   * The rows in which words are found; of all rows where none are sought.
   * @param {string} words
   * @param {FinderData} data
   * @returns {Promise<FinderHits>}
   */
  async function find(words, { index, table, names, texts, messages }) {
    if (!words) return { hits: null, note: "" };
    const search = await siteSearch();
    if (!search) {
      await texts.need(Array.from({ length: Math.min(MOST_TITLES, table.rows) }, (_, row) => row));
      return { hits: rowsByTitle(words, table, texts), note: messages.get("titles") };
    }
    try {
      const [keys] = await Promise.all([search.matching(words), names.directive.load()]);
      const note = keys.size && (await search.isOfSound?.(words)) ? messages.get("sound") : "";
      return { hits: await rowsOfKeys(keys, index, table, names.directive.values), note };
    } catch (error) {
      console.warn(error);
      return { hits: null, note: messages.get("failed") };
    }
  }

  return { find, placesOfKeys, rowsOfKeys, rowsByTitle };
})();
