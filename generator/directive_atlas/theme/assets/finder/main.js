// The finder's table of contents: what it loads, and what it makes of that.

/**
 * @typedef {object} FinderData
 * @property {FinderIndex} index
 * @property {FinderTable} table
 * @property {Record<string, FinderFacet>} facets
 * @property {Record<string, FacetNames>} names
 * @property {FinderMessages} messages
 * @property {FinderTexts} texts
 * @property {FinderRows} rows
 */

/** @typedef {{ messages: Record<string, string>, actors: FinderActors }} FinderCalled  What the page calls things. */
/** @typedef {FinderCalled & { index: FinderIndex, shards: FinderShard[], topics: string[] }} FinderFiles  As loaded. */

const finderMain = (() => {
  const PARTS = [
    "assets/day/form",
    "assets/day/sentence",
    "assets/finder/address",
    "assets/finder/bodies",
    "assets/finder/checkboxes",
    "assets/finder/chips",
    "assets/finder/columns",
    "assets/finder/csv",
    "assets/finder/dom",
    "assets/finder/facets",
    "assets/finder/filters",
    "assets/finder/follow",
    "assets/finder/list",
    "assets/finder/messages",
    "assets/finder/names",
    "assets/finder/onday",
    "assets/finder/pager",
    "assets/finder/rows",
    "assets/finder/search",
    "assets/finder/select",
    "assets/finder/texts",
    "assets/finder/tools",
    "assets/finder/view",
    "assets/packing",
  ];

  /** @param {FinderIndex} index */
  function loadShards({ rows, columnRows }) {
    const count = Math.max(1, Math.ceil(rows / columnRows));
    return Promise.all(Array.from({ length: count }, (_, number) => atlas.load(`finder/columns/${number}`)));
  }

  /** @param {string} name */
  async function loadIds(name) {
    /** @type {string} */
    const ids = await atlas.load(`finder/${name}`);
    return ids.split(" ").filter(Boolean);
  }

  /** @returns {Promise<FinderCalled>} */
  async function loadNames() {
    const { language } = atlas;
    const [messages, ids, names] = await Promise.all([
      atlas.load(`finder/words-${language}`),
      loadIds("actors"),
      atlas.load(`finder/actors-${language}`),
    ]);
    return { messages, actors: { ids, names } };
  }

  /** @returns {Promise<FinderFiles>} */
  async function loadData() {
    /** @type {FinderIndex} */
    const index = await atlas.load("finder/index");
    const [shards, called, topics] = await Promise.all([loadShards(index), loadNames(), loadIds("topics")]);
    return { index, shards, ...called, topics };
  }

  /**
   * @param {FinderFiles} files
   * @returns {FinderData}
   */
  function prepared({ index, shards, messages: words, actors, topics }) {
    const messages = new FinderMessages(words);
    const table = finderColumns.table(index, shards);
    const facets = finderFacets.facets(index, table, { actors: actors.ids, topics });
    const texts = new FinderTexts(index, table);
    const rows = new FinderRows(index, table, messages, actors, texts);
    return {
      index,
      table,
      facets,
      names: finderNames.namesOf(facets, messages, index.day),
      messages,
      texts,
      rows,
    };
  }

  /**
   * The same with each row as it stands for one actor.
   * @param {FinderData} data
   * @param {number} actor
   * @returns {FinderData}
   */
  function seenBy(data, actor) {
    const table = finderBodies.seenBy(data.table, actor);
    const facets = { ...data.facets, ...finderFacets.standings(data.index, table) };
    return { ...data, table, facets, rows: data.rows.in(table) };
  }

  /**
   * The same as it is on a day, once the courses are loaded.
   * @param {FinderData} data
   * @param {number} day
   * @returns {Promise<FinderData>}
   */
  async function onDay(data, day) {
    const table = finderOnDay.table(data.table, data.index, await finderOnDay.load(data.index), day);
    const index = { ...data.index, day };
    const facets = { ...data.facets, ...finderFacets.standings(index, table) };
    const { due } = finderNames.namesOf({ due: facets.due }, data.messages, day);
    return { ...data, index, table, facets, names: { ...data.names, due }, rows: data.rows.in(table) };
  }

  /** All that is needed to find rows, and no page. */
  async function load() {
    const [files] = await Promise.all([loadData(), ...PARTS.map((part) => atlas.run(part))]);
    return prepared(files);
  }

  /**
   * Builds the finder inside an element of the page and shows what the address names; of a long list the first
   * rows already before.
   * @param {Element} frame
   * @param {() => void} shown Called as soon as there are rows.
   */
  async function start(frame, shown) {
    const [index] = await Promise.all([atlas.load("finder/index"), atlas.run("assets/finder/first")]);
    if (finderFirst.isWanted(index)) {
      await finderFirst.show(frame, index);
      shown();
    }
    const data = await load();
    await new FinderView(data).open(frame);
    shown();
  }

  return { load, loadNames, start, seenBy, onDay };
})();
