// The first rows of a long list, shown while the columns of all rows are still to come.
const finderFirst = (() => {
  const PARTS = ["bodies", "columns", "dom", "list", "messages", "rows", "texts"];
  const SHOWN = 50;

  /** Whether there are rows to show at once: a long list, of which nothing is chosen. @param {FinderIndex} index */
  const isWanted = ({ rows, columnRows }) => rows > columnRows && !location.search;

  /**
   * Shows them inside an element of the page.
   * @param {Element} frame
   * @param {FinderIndex} index
   */
  async function show(frame, index) {
    const [shard, { messages: words, actors }] = await Promise.all([
      /** @type {Promise<FinderShard>} */ (atlas.load("finder/first")),
      finderMain.loadNames(),
      atlas.run("assets/packing"),
      ...PARTS.map((part) => atlas.run(`assets/finder/${part}`)),
    ]);
    const table = finderColumns.table({ ...index, rows: shard.depth.length }, [shard]);
    const messages = new FinderMessages(words);
    const rows = new FinderRows(index, table, messages, actors, new FinderTexts(index, table));
    const shown = Uint32Array.from({ length: SHOWN }, (_, row) => row);
    await rows.need(shown);
    const list = new FinderList(messages, rows);
    list.update(rows, shown, new Set());
    frame.replaceChildren(list.frame);
  }

  return { isWanted, show };
})();
