// On a page opened from the search: marks the words that were looked for. Escape takes the marks away.
const searchArrival = (() => {
  const MOST = 300;
  const UNSEEN = "script, style, svg, .headerlink, .share";

  /**
   * The texts that a reader sees in an article.
   * @param {Element} article
   */
  function textNodes(article) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    return nodes;
  }

  /**
   * Puts stretches of a text into marks; from the last one, so that the others stay where they are.
   * @param {Text} node
   * @param {Stretch[]} stretches
   */
  function wrapped(node, stretches) {
    const marks = stretches.reverse().map(([start, end]) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = atlas.element("mark", { className: "found" });
      range.surroundContents(mark);
      return mark;
    });
    return marks.reverse();
  }

  /** @param {HTMLElement[]} marks */
  function unwrap(marks) {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  }

  /**
   * To the place that the address names, else to the first mark outside of the heading.
   * @param {HTMLElement[]} marks
   */
  function scroll(marks) {
    const anchor = document.querySelector(":target");
    const target = anchor ?? marks.find((each) => !each.closest("h1"));
    target?.scrollIntoView({ block: anchor ? "start" : "center" });
  }

  /** @param {HTMLElement[]} marks */
  function unwrapOnEscape(marks) {
    addEventListener("keydown", function clear({ key }) {
      if (key !== "Escape" || document.querySelector("dialog[open]")) return;
      unwrap(marks);
      removeEventListener("keydown", clear);
    });
  }

  /**
   * @param {SearchEngine} engine
   * @param {string} words
   */
  function mark(engine, words) {
    const article = document.querySelector("article");
    if (!article) return;
    const needles = engine.marks.needles(engine.query.plan(words), article.textContent ?? "");
    /** @type {HTMLElement[]} */
    const marks = [];
    for (const node of textNodes(article)) {
      if (marks.length > MOST) break;
      marks.push(...wrapped(node, engine.marks.ranges(node.data, needles)));
    }
    scroll(marks);
    unwrapOnEscape(marks);
  }

  return { mark };
})();
