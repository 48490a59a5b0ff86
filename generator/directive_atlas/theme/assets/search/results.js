// The results of a query as elements: texts stay texts, whatever they contain.

/**
 * @typedef {object} ShownAnswer  What results are drawn from.
 * @property {string} words The query as it was typed.
 * @property {SearchAnswer} answer
 * @property {SearchEngine} engine
 * @property {Record<string, string>} messages Of the dialog, by name.
 */

const searchResults = (() => {
  const TOP = 5;
  const PASSAGE = 90;
  const LEAD = 24;
  const LONGEST_WORDS = 200;
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
    const rest = hits.slice(TOP);
    const groups = [
      { title: shown.messages.best, hits: hits.slice(0, TOP) },
      ...KINDS.map((kind) => ({
        title: shown.messages[`kind.${kind}`],
        hits: rest.filter((hit) => hit.kind === kind),
      })),
    ];
    return groups.filter((each) => each.hits.length).map((each) => section(each.title, each.hits, shown));
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
      passage(hit, shown),
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
  function address({ path, anchor }, words) {
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

  /**
   * The text, or other name, that has most of the query.
   * @param {SearchHit} hit
   * @param {ShownAnswer} shown
   */
  function passage(hit, { answer, engine }) {
    const known = heading(hit).text;
    const texts = [...hit.names, ...hit.body].filter((text) => text !== known);
    const rated = texts.map((text) => {
      const stretches = engine.marks.stretches(answer.plan, text);
      return { text, stretches, size: stretches.reduce((sum, [start, end]) => sum + end - start, 0) };
    });
    const top = rated.sort((one, other) => other.size - one.size)[0];
    if (!top || !(top.size || hit.body.includes(top.text))) return null;
    const part = excerpt(top.text, top.stretches);
    const lang = engine.text.languageOf(top.text);
    const properties = { className: "atlas-passage", ...(lang ? { lang } : {}) };
    return atlas.element("span", properties, marked(part, engine.marks.stretches(answer.plan, part)));
  }

  return { KINDS, sections, marked, excerpt };
})();
