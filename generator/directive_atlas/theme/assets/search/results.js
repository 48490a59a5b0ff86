// The results of a query as elements: texts stay texts, whatever they contain.

/**
 * @typedef {object} ShownAnswer  What results are drawn from.
 * @property {string} words The query as it was typed.
 * @property {SearchAnswer} answer
 * @property {SearchEngine} engine
 * @property {Record<string, string>} messages Of the dialog, by name.
 * @property {boolean} all Whether these are all mentions, or the best.
 */

const searchResults = (() => {
  const TOP = 5;
  const PASSAGE = 90;
  const LEAD = 24;
  const LONGEST_WORDS = 200;
  const LETTERS = /^[a-z\s'’]+$/;
  const KINDS = ["directive", "task", "measure", "actor", "topic", "term", "section", "passage", "page"];

  /**
   * A text in parts, with its stretches in marks.
   * @param {string} text
   * @param {Stretch[]} stretches
   */
  function marked(text, stretches) {
    /** @type {(string | HTMLElement)[]} */
    const parts = [];
    let at = 0;
    for (const [start, end] of stretches) {
      parts.push(text.slice(at, start), atlas.element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  /**
   * The part of a long text around its first stretch.
   * @param {string} text
   * @param {Stretch[]} stretches
   */
  function excerpt(text, stretches) {
    const characters = Array.from(text);
    if (characters.length <= PASSAGE) return text;
    const first = Array.from(text.slice(0, stretches[0]?.[0] ?? 0)).length;
    const start = Math.max(0, Math.min(first - LEAD, characters.length - PASSAGE));
    const end = start + PASSAGE;
    const part = characters.slice(start, end).join("");
    return (start ? "…" : "") + part + (end < characters.length ? "…" : "");
  }

  /**
   * A text in the language of the page, else in another that it is in, with that language.
   * @param {Texts} texts
   */
  function best(texts) {
    const lang = atlas.language in texts ? atlas.language : (Object.keys(texts)[0] ?? atlas.language);
    return { lang, text: texts[lang] ?? "" };
  }

  /**
   * The results in groups: the best, then the others by kind.
   * @param {ShownAnswer} shown
   */
  function sections(shown) {
    const { hits } = shown.answer;
    const top = shown.all ? 0 : TOP;
    const rest = hits.slice(top);
    const groups = [
      { title: shown.messages.best, hits: hits.slice(0, top) },
      ...KINDS.map((kind) => ({
        title: shown.messages[`kind.${kind}`],
        hits: rest.filter((hit) => hit.kind === kind),
      })),
    ];
    const made = groups
      .filter((each) => each.hits.length)
      .map((each) => section(each.title, each.hits, shown));
    return [...made, ...mentions(shown)];
  }

  /**
   * How many places of each kind are shown.
   * @param {SearchHit[]} hits
   */
  function counts(hits) {
    /** @type {Record<string, number>} */
    const found = {};
    for (const { kind } of hits.flatMap((hit) => [hit, ...hit.more])) {
      const counted = kind === "measure" ? "task" : kind;
      found[counted] = (found[counted] ?? 0) + 1;
    }
    return found;
  }

  /**
   * How many places are shown: each page, and the further places on it.
   * @param {SearchHit[]} hits
   */
  const places = (hits) => hits.reduce((sum, { more }) => sum + 1 + more.length, 0);

  /**
   * The way to all mentions, where more have the query than are shown.
   * @param {ShownAnswer} shown
   */
  function mentions({ words, all, messages, answer: { hits, total } }) {
    if (all || (total !== null && total <= places(hits))) return [];
    const label = total === null ? messages.all : atlas.filled(messages.mentions, { count: total });
    const href = `?${new URLSearchParams({ q: words.slice(0, LONGEST_WORDS), all: "1" })}`;
    return [
      atlas.element("p", {}, atlas.element("a", { href, className: "atlas-all", "data-all": "" }, label)),
    ];
  }

  /**
   * @param {string} title
   * @param {SearchHit[]} hits
   * @param {ShownAnswer} shown
   */
  function section(title, hits, shown) {
    const items = hits.map((hit) => atlas.element("li", {}, links(hit, shown)));
    return atlas.element("section", {}, atlas.element("h2", {}, title), atlas.element("ol", {}, items));
  }

  /**
   * The link to a page, and those to further places on it.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function links(hit, shown) {
    const { element } = atlas;
    const label = element("span", { className: "atlas-kind" }, shown.messages[`kind.${hit.kind}`]);
    const main = element(
      "a",
      { className: "atlas-hit", href: address(hit, shown.words), "data-kind": hit.kind },
      label,
      title(hit, shown),
      context(hit, shown),
      facts(hit),
      passage(hit, shown) ?? sound(hit, shown) ?? beginning(hit, shown),
    );
    const more = hit.more.map((other) => {
      const { lang, text } = best(other.titles);
      const name = text ? element("span", { lang }, text) : paragraph(other, shown);
      return element("a", { className: "atlas-more", href: address(other, shown.words) }, name);
    });
    return [main, ...more];
  }

  /**
   * The page of a document, which then marks the words.
   * @param {SearchRecord} record
   * @param {string} words
   */
  function address({ path, anchor, query }, words) {
    if (query) return `${atlas.address(`${path}.html`)}?${query}`;
    const asked = new URLSearchParams({ h: Array.from(words).slice(0, LONGEST_WORDS).join("") });
    return `${atlas.address(`${path}.html`)}?${asked}${anchor ? `#${anchor}` : ""}`;
  }

  /** @param {SearchRecord} record */
  const heading = ({ titles, context }) => best(best(titles).text ? titles : context);

  /**
   * Its title, or that of what it is a part of.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function title(hit, { answer, engine }) {
    const { lang, text } = heading(hit);
    const parts = marked(text, engine.marks.stretches(answer.plan, text));
    return atlas.element("span", { className: "atlas-title", lang }, parts);
  }

  /**
   * What it is a part of: a record with its title, a paragraph with its label or number.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function context(hit, shown) {
    const className = "atlas-context";
    if (!best(hit.titles).text) return atlas.element("span", { className }, paragraph(hit, shown));
    const { lang, text } = best(hit.context);
    return text ? atlas.element("span", { className, lang }, text) : null;
  }

  /**
   * What the text itself calls a paragraph, or else its number.
   * @param {SearchRecord} record
   * @param {ShownAnswer} shown
   */
  function paragraph({ paragraph: place }, { messages, engine }) {
    if (typeof place !== "string") return atlas.filled(messages.paragraph, { number: place });
    const lang = engine.text.languageOf(place);
    return atlas.element("span", lang ? { lang } : {}, place);
  }

  /** Who, by when, and how it stands. @param {SearchHit} hit */
  function facts({ facts: known }) {
    const { lang, text } = best(known);
    return text ? atlas.element("span", { className: "atlas-facts", lang }, text) : null;
  }

  /**
   * The Chinese name that is found by its sound, where nothing else tells why it is found.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function sound({ sound: isFoundSo, titles, names }, { answer, engine, messages }) {
    const name = [...Object.values(titles), ...names].find((each) => engine.text.isChinese(each));
    if (!isFoundSo || !name || !LETTERS.test(answer.plan.plain)) return null;
    const lang = engine.text.languageOf(name);
    const [before, after] = messages.sound.split("{name}");
    return atlas.element(
      "span",
      { className: "atlas-passage" },
      before,
      atlas.element("span", { lang }, name),
      after,
    );
  }

  /**
   * The text, or other name, that has the query: of those in the language of the page the one that has most of
   * it, else of all.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function passage(hit, { answer, engine }) {
    const known = heading(hit).text;
    const isOwn = (/** @type {string} */ text) => engine.text.languageOf(text) === atlas.language;
    const isKnown = engine.marks.stretches(answer.plan, known).length > 0;
    const texts = [...(isKnown ? [] : hit.names), ...hit.body].filter((text) => text !== known);
    const rated = texts.map((text) => {
      const stretches = engine.marks.stretches(answer.plan, text);
      return { text, stretches, size: stretches.reduce((sum, [start, end]) => sum + end - start, 0) };
    });
    const sorted = rated.filter(({ size }) => size).sort((one, other) => other.size - one.size);
    const top = sorted.find(({ text }) => isOwn(text)) ?? sorted[0];
    if (!top) return null;
    const part = excerpt(top.text, top.stretches);
    return quoted(top.text, marked(part, engine.marks.stretches(answer.plan, part)), engine);
  }

  /**
   * The beginning of its own text in the language of the page.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function beginning({ body }, { engine }) {
    const text = body.find((each) => engine.text.languageOf(each) === atlas.language);
    return text ? quoted(text, [excerpt(text, [])], engine) : null;
  }

  /**
   * @param {string} text
   * @param {(string | HTMLElement)[]} parts
   * @param {SearchEngine} engine
   */
  function quoted(text, parts, engine) {
    const lang = engine.text.languageOf(text);
    return atlas.element("span", { className: "atlas-passage", ...(lang ? { lang } : {}) }, parts);
  }

  return { KINDS, sections, counts, places, marked, excerpt };
})();
