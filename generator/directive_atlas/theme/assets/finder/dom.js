// What the parts of the finder share to build the page: texts stay texts, whatever they contain.

/** @typedef {string | [string, string]} MarkedText  A text in the page's language, or one with its own language. */

const finderDom = (() => {
  /** @param {MarkedText} text */
  const plain = (text) => (typeof text === "string" ? text : text[0]);

  /**
   * A text, in an element with its language if that is not the page's.
   * @param {MarkedText} text
   */
  const shown = (text) =>
    typeof text === "string" ? text : atlas.element("span", { lang: text[1] }, text[0]);

  const CHINESE = /(\p{Script=Han}+)/u;

  /**
   * A text of ours that has words of a paper in it; on pages in another language Chinese ones are marked.
   * @param {MarkedText} text
   */
  const withWords = (text) =>
    typeof text !== "string" || atlas.language === "zh"
      ? [shown(text)]
      : text.split(CHINESE).map((each, at) => (at % 2 ? atlas.element("span", { lang: "zh" }, each) : each));

  /**
   * Makes the children of an element these, in this order; what stays where it is keeps the focus.
   * @param {Element} parent
   * @param {Element[]} children
   */
  function arrange(parent, children) {
    const kept = new Set(children);
    for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
    for (const [place, child] of children.entries()) {
      if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
    }
  }

  return { plain, shown, withWords, arrange };
})();
