// The search as readers see it: a dialog with a field, filters by kind, and results in groups.
(() => {
  const PAUSE = 40;
  const TOP = 5;
  const PASSAGE = 90;
  const LEAD = 24;
  const KINDS = ["directive", "task", "measure", "actor", "topic", "term", "section", "passage", "page"];
  const { element } = atlas;

  // A text as a node list with its marked stretches.
  function marked(text, ranges) {
    const parts = [];
    let at = 0;
    for (const [start, end] of ranges) {
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  // The stretch of a text around its first match.
  function excerpt(text, ranges) {
    const signs = Array.from(text);
    if (signs.length <= PASSAGE) return text;
    const first = Array.from(text.slice(0, ranges[0]?.[0] ?? 0)).length;
    const start = Math.max(0, Math.min(first - LEAD, signs.length - PASSAGE));
    const end = start + PASSAGE;
    return (start ? "…" : "") + signs.slice(start, end).join("") + (end < signs.length ? "…" : "");
  }

  // A text in an element that says its language: Chinese with a Han character, none without a letter.
  function spoken(text, properties, ...children) {
    const lang = /\p{Script=Han}/u.test(text) ? "zh" : /\p{L}/u.test(text) ? "en" : "";
    return element("span", lang ? { ...properties, lang } : properties, ...children);
  }

  const best = (texts) => texts[atlas.language] ?? Object.values(texts)[0] ?? "";
  const spokenBest = (texts, properties, show = (text) => [text]) => {
    const lang = atlas.language in texts ? atlas.language : Object.keys(texts)[0] ?? atlas.language;
    return element("span", { ...properties, lang }, ...show(best(texts)));
  };

  const make = async ({ ready }) => {
    const names = ["field", "close", "best", "none", "failed", "hint", "filter", "paragraph",
      ...KINDS.map((kind) => `kind.${kind}`)];
    const said = Object.fromEntries(await Promise.all(
      names.map(async (name) => [name, await atlas.word(`search.${name}`)]),
    ));
    const field = element("input", {
      type: "search", placeholder: said.field, autocomplete: "off", spellcheck: false, maxLength: 20000,
      "aria-label": said.field, "aria-controls": "atlas-results", enterKeyHint: "search",
    });
    const close = element("button", { type: "button", className: "atlas-close" }, said.close);
    const chips = element("div", { className: "atlas-chips", role: "group", "aria-label": said.filter });
    const status = element("p", { className: "atlas-status", role: "status" });
    const results = element("div", { id: "atlas-results" });
    const bar = element("div", { className: "atlas-bar" }, field, close);
    const dialog = element("dialog", { id: "atlas-search", "aria-label": said.field }, bar, chips, status, results);
    const state = { run: 0, kind: "", timer: 0 };
    document.body.append(dialog);

    function show(words) {
      if (!dialog.open) dialog.showModal();
      if (words !== undefined) field.value = words;
      field.focus();
      field.select();
      if (field.value !== results.dataset.query) answer();
    }

    // Answers what is in the field; an answer that is overtaken by a later query is dropped.
    async function answer() {
      const run = (state.run += 1);
      const words = field.value;
      results.setAttribute("aria-busy", "true");
      try {
        const found = words.trim() ? await lookup(words) : null;
        if (run === state.run) await draw(words, found);
      } catch {
        if (run === state.run) message(said.failed);
      }
      if (run !== state.run) return;
      results.dataset.query = words;
      results.setAttribute("aria-busy", "false");
    }

    async function lookup(words) {
      const engine = await ready();
      const { plan, hits, counts } = await engine.find(words, state.kind);
      return { engine, plan, hits, counts };
    }

    function message(words) {
      results.replaceChildren();
      chips.replaceChildren();
      status.textContent = words;
    }

    async function draw(words, found) {
      if (!found) return message(said.hint);
      const { hits, counts } = found;
      status.textContent = hits.length ? await atlas.word("search.count", { count: hits.length }) : said.none;
      drawChips(counts);
      const groups = [[said.best, hits.slice(0, TOP)]];
      for (const kind of KINDS) groups.push([said[`kind.${kind}`], hits.slice(TOP).filter((hit) => hit.kind === kind)]);
      results.replaceChildren(...groups.filter(([, each]) => each.length).map((group) => drawGroup(group, words, found)));
      results.scrollTop = 0;
      return undefined;
    }

    function drawGroup([title, hits], words, found) {
      const items = hits.map((hit) => element("li", {}, ...drawHit(hit, words, found)));
      return element("section", {}, element("h2", {}, title), element("ol", {}, ...items));
    }

    function drawHit(hit, words, found) {
      const title = best(hit.titles) || best(hit.context);
      const label = element("span", { className: "atlas-kind" }, said[`kind.${hit.kind}`]);
      const head = spokenBest(best(hit.titles) ? hit.titles : hit.context, { className: "atlas-title" },
        (text) => inMarks(text, found));
      const link = element("a", { className: "atlas-hit", href: address(hit, words), "data-kind": hit.kind }, label, head);
      const below = { className: "atlas-context" };
      if (!best(hit.titles)) link.append(element("span", below, paragraph(hit)));
      else if (best(hit.context)) link.append(spokenBest(hit.context, below));
      const passage = drawPassage(hit, title, found);
      if (passage) link.append(passage);
      const more = hit.more.map((other) => element("a", { className: "atlas-more", href: address(other, words) },
        best(other.titles) ? spokenBest(other.titles, {}) : paragraph(other)));
      return [link, ...more];
    }

    const paragraph = (hit) => said.paragraph.replace("{number}", hit.paragraph);

    function inMarks(text, { engine, plan }) {
      return marked(text, engine.ranges(text, engine.needles(plan, text)));
    }

    // The text, or other name, that has most of the query.
    function drawPassage(hit, title, { engine, plan }) {
      const texts = [...hit.names, ...hit.body].filter((text) => text !== title);
      const rated = texts.map((text) => ({ text, ranges: engine.ranges(text, engine.needles(plan, text)) }));
      const size = ({ ranges }) => ranges.reduce((sum, [start, end]) => sum + end - start, 0);
      const top = rated.sort((one, other) => size(other) - size(one))[0];
      if (!top || (!top.ranges.length && !hit.body.includes(top.text))) return null;
      const words = inMarks(excerpt(top.text, top.ranges), { engine, plan });
      return spoken(top.text, { className: "atlas-passage" }, ...words);
    }

    function address({ path, anchor }, words) {
      const asked = new URLSearchParams({ h: Array.from(words).slice(0, 200).join("") });
      return `${atlas.address(`${path}.html`)}?${asked}${anchor ? `#${anchor}` : ""}`;
    }

    function drawChips(counts) {
      const kinds = KINDS.filter((kind) => counts[kind] || kind === state.kind);
      chips.replaceChildren(...(kinds.length > 1 || state.kind ? kinds.map((kind) => chip(kind, counts[kind] ?? 0)) : []));
    }

    function chip(kind, count) {
      const button = element("button", { type: "button", "aria-pressed": String(kind === state.kind) },
        said[`kind.${kind}`], " ", element("span", {}, String(count)));
      button.addEventListener("click", () => {
        state.kind = kind === state.kind ? "" : kind;
        answer().then(() => chips.querySelector("[aria-pressed=true]")?.focus());
      });
      return button;
    }

    // Opens the first result, of what is in the field now.
    async function openFirst() {
      clearTimeout(state.timer);
      if (results.dataset.query !== field.value) await answer();
      if (dialog.open && results.dataset.query === field.value) results.querySelector("a")?.click();
    }

    function move(event) {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...results.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (event.key === "Enter" && at === 0) openFirst();
      if (event.key === "Escape") dialog.close();
      if (!step || at < 0) return;
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    }

    field.addEventListener("input", () => {
      clearTimeout(state.timer);
      results.setAttribute("aria-busy", "true");
      state.timer = setTimeout(answer, PAUSE);
    });
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    close.addEventListener("click", () => dialog.close());
    message(said.hint);
    return { show };
  };

  atlas.give("assets/search-dialog", make);
})();
