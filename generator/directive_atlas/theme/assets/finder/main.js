// The finder's table of contents: what it loads, and what happens when the reader chooses.
(() => {
  const PARTS = ["address", "columns", "csv", "dom", "facets", "filters", "names", "rows", "select", "tools", "words"];
  const PER_PAGE = 50;
  // How many titles are searched where the site has no search.
  const TITLES = 2_000;
  const { language } = atlas;

  async function loadParts() {
    const [packing, ...loaded] = await Promise.all(
      ["assets/packing", ...PARTS.map((part) => `assets/finder/${part}`)].map(atlas.load),
    );
    const whole = { packing, dom: loaded[PARTS.indexOf("dom")], address: loaded[PARTS.indexOf("address")] };
    return Object.assign({}, ...loaded, whole);
  }

  async function loadData() {
    const index = await atlas.load("finder/index");
    const numbers = [...Array(Math.max(1, Math.ceil(index.rows / index.columnRows))).keys()];
    const [shards, texts, actors, topics] = await Promise.all([
      Promise.all(numbers.map((number) => atlas.load(`finder/columns/${number}`))),
      atlas.load(`finder/words-${language}`),
      atlas.load("finder/actors"),
      atlas.load("finder/topics"),
    ]);
    const split = (ids) => ids.split(" ").filter(Boolean);
    return { index, shards, texts, ids: { actors: split(actors), topics: split(topics) } };
  }

  // Builds the finder inside an element of the page and shows what the address names.
  async function start(frame) {
    const [parts, data, actorNames] = await Promise.all([
      loadParts(), loadData(), atlas.load(`finder/actors-${language}`),
    ]);
    const { index, ids } = data;
    const { dom, NO_DAY: none, orders } = parts;
    const words = parts.interfaceWords(data.texts, language);
    const table = parts.table(parts.packing, index, data.shards);
    const facets = parts.facets(index, table, ids, none);
    const names = parts.namesOf(facets, words, language);
    const text = parts.texts(index, language);
    const teller = parts.teller(index, table, words, { ids: ids.actors, names: actorNames }, index.groups, text);

    let view = parts.address.read(location.search, Object.keys(facets), orders);
    let rows = new Uint32Array(0);
    let turn = 0;

    const status = dom.element("p", { className: "finder-status", role: "status" });
    const note = dom.element("p", { className: "finder-note", role: "status" });
    const list = parts.rowsView(dom, words, teller);
    const pager = parts.pager(dom, words, (page) => turnTo(page));
    const tools = parts.toolbar(dom, words, orders, {
      words: (q) => change({ q }),
      sort: (sort) => change({ sort }),
      reverse: () => change({ reverse: !view.reverse }),
      copy: () => handOver("copied", async (making) => parts.copy(making)),
      save: () => handOver("saved", async (making) => parts.save(await making, "tasks.csv") ?? true),
    });
    const chips = parts.chips(dom, words, () => change({ choice: {}, q: "" }));
    const filters = parts.filters(dom, words, facets, names, (name, numbers) =>
      choose(name, [...numbers].filter((number) => number >= 0).map((number) => facets[name].values[number])));
    const again = dom.element("button", { type: "button" }, words("clear"));
    again.addEventListener("click", () => change({ choice: {}, q: "" }));
    const empty = dom.element("div", { className: "finder-empty" }, dom.element("p", {}, words("empty")), again);
    const results = dom.element("div", { className: "finder-results" },
      tools.frame, chips.frame, status, note, empty, list.frame, pager.frame);

    // A choice keeps values that the site does not have, as the address may name them; they fit no row.
    function choose(name, values) {
      const unknown = (view.choice[name] ?? []).filter((value) => !facets[name].values.includes(value));
      setValues(name, [...values, ...unknown]);
    }

    function setValues(name, values) {
      const choice = { ...view.choice, [name]: values };
      if (!values.length) delete choice[name];
      change({ choice });
    }

    function change(part) {
      view = { ...view, page: 1, ...part };
      history.replaceState(null, "", address());
      return update();
    }

    async function turnTo(page) {
      view = { ...view, page };
      history.pushState(null, "", address());
      await update();
      results.scrollIntoView({ block: "start" });
    }

    const address = () => location.pathname + parts.address.write(view, orders) + location.hash;

    // The chosen values as numbers; what they are called is loaded first.
    async function numbered() {
      const chosen = Object.entries(view.choice);
      await Promise.all(chosen.map(([name]) => names[name].ready || names[name].load()));
      return Object.fromEntries(chosen.map(([name, values]) =>
        [name, new Set(values.map((value) => facets[name].values.indexOf(value)))]));
    }

    // 1 for each row in which the words are found; nothing where none are sought.
    async function found(q) {
      note.textContent = "";
      if (!q) return null;
      const search = await parts.search();
      if (!search?.matching) {
        note.textContent = words("titles");
        await text.need(Array.from({ length: Math.min(TITLES, table.rows) }, (_, row) => row));
        return parts.rowsByTitle(q, table, (row) =>
          (text.has(row) ? dom.textOf(text.of(row, table.directives.ofRow).title) : null));
      }
      try {
        const [keys] = await Promise.all([search.matching(q), names.directive.ready || names.directive.load()]);
        return await parts.rowsOfKeys(keys, index, table, facets.directive.values);
      } catch (error) {
        console.warn(error);
        note.textContent = words("failed");
        return null;
      }
    }

    function shownChoice() {
      const chosen = Object.entries(view.choice).flatMap(([name, values]) => values.map((value) => {
        const number = facets[name].values.indexOf(value);
        const called = number < 0 ? value : dom.textOf(names[name].of(number));
        const remove = () => setValues(name, values.filter((other) => other !== value));
        return { text: `${words(name)}${words("colon")}${called}`, remove };
      }));
      if (view.q) chosen.push({ text: `${words("q")}${words("colon")}${view.q}`, remove: () => change({ q: "" }) });
      return chosen;
    }

    async function update() {
      const own = ++turn;
      const [choice, hits, ranks] = await Promise.all([
        numbered(), found(view.q), view.sort === "title" ? atlas.load(`finder/ranks-${language}`) : null,
      ]);
      if (own !== turn) return;
      const selected = parts.select(table, index.groups, facets, choice, hits);
      rows = parts.sorted(table, selected.rows, view.sort, view.reverse, none, ranks && parts.packing.numbers(ranks));
      const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
      const page = Math.min(view.page, pages);
      const visible = rows.subarray((page - 1) * PER_PAGE, page * PER_PAGE);
      tools.update(view);
      filters.update(selected.counts, choice);
      if (chips.update(shownChoice())) status.focus();
      status.textContent = words("count", { count: words.number(rows.length), total: words.number(table.rows) });
      empty.hidden = rows.length > 0;
      list.frame.hidden = rows.length === 0;
      pager.update(page, pages);
      await teller.need(visible);
      if (own === turn) list.update(visible, choice.actor ?? new Set());
    }

    // Makes the CSV text of all rows that fit and gives it away; says how many they were.
    async function handOver(done, give) {
      const chosen = rows;
      const progress = (share) => { note.textContent = words("preparing", { share: Math.round(share * 100) }); };
      const making = parts.lines(dom, words, teller, chosen, none, progress).then(parts.csv);
      try {
        const given = await give(making);
        note.textContent = given ? words(done, { count: words.number(chosen.length) }) : words("refused");
      } catch (error) {
        console.warn(error);
        note.textContent = words("missing");
      }
    }

    addEventListener("popstate", () => {
      view = parts.address.read(location.search, Object.keys(facets), orders);
      update();
    });
    status.tabIndex = -1;
    await names.actor.load();
    await update();
    frame.replaceChildren(filters.frame, results);
  }

  atlas.give("assets/finder/main", start);
})();
