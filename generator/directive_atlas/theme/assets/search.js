// Opens the search, and loads the rest of it only then. Readers open it by "/", "s" or "f", by any element
// with data-atlas-search, or by an address with ?q=; a page opened from it has ?h= and marks the words.
(() => {
  const load = (name) => atlas.load(`assets/search-${name}`);
  const asked = new URLSearchParams(location.search);
  let engine;
  let dialog;

  async function start() {
    const names = ["text", "figures", "query", "index", "find", "rank", "marks"];
    const [text, figures, makeQuery, { open }, makeFind, makeRank, makeMarks] = await Promise.all(names.map(load));
    const index = await open();
    text.learn(index.folded);
    const query = makeQuery({ text, figures });
    const { candidates, matching } = makeFind({ text, query, index });
    const { find } = makeRank({ text, figures, index, candidates });
    return { find, matching, plan: query.plan, ...makeMarks({ text, figures }) };
  }

  // A search that could not load is tried again at the next query.
  const ready = () => (engine ??= start().catch((error) => {
    engine = undefined;
    throw error;
  }));

  async function show(words) {
    dialog ??= load("dialog").then((make) => make({ ready }));
    (await dialog).show(words);
  }

  function isTyping({ target }) {
    return target.closest("input, textarea, select, dialog, [contenteditable]");
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
    if (!["/", "s", "f"].includes(event.key)) return;
    event.preventDefault();
    show();
  });

  addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest("[data-atlas-search]")) return;
    event.preventDefault();
    show();
  });

  atlas.search = {
    open: show,
    // The answer to a query: { plan, hits, counts }; see assets/search-rank.js.
    find: async (words, kind) => (await ready()).find(words, kind),
    // The keys (directive/id) of all tasks and measures that have every word of a query, as a Set; the
    // task of a measure is in it too.
    matching: async (words) => (await ready()).matching(words),
  };
  if (asked.get("q") && !document.querySelector("[data-finder]")) show(asked.get("q"));
  if (asked.get("h")) load("arrival").then((mark) => mark({ ready, words: asked.get("h") }));
})();
