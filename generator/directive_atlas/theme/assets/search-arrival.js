// On a page opened from the search: marks the words that were looked for. Escape takes the marks away.
(() => {
  const MOST = 300;

  // The texts that a reader sees in an article, without those of scripts, styles and pictures.
  function textNodes(article) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) => (
      node.parentElement.closest("script, style, svg, .headerlink") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    ));
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function wrapped(node, ranges) {
    return ranges.reverse().map(([start, end]) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const mark = document.createElement("mark");
      mark.className = "found";
      range.surroundContents(mark);
      return mark;
    }).reverse();
  }

  function unwrap(marks) {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  async function mark({ ready, words }) {
    const article = document.querySelector("article");
    if (!article) return;
    const { plan, needles, ranges } = await ready();
    const wanted = needles(plan(words), article.textContent);
    const marks = [];
    for (const node of textNodes(article)) {
      if (marks.length > MOST) break;
      marks.push(...wrapped(node, ranges(node.data, wanted)));
    }
    scroll(marks);
    addEventListener("keydown", function clear({ key }) {
      if (key !== "Escape" || document.querySelector("dialog[open]")) return;
      unwrap(marks);
      removeEventListener("keydown", clear);
    });
  }

  // To the place that the address names, else to the first mark outside of the heading.
  function scroll(marks) {
    const anchor = document.querySelector(":target");
    const target = anchor || marks.find((each) => !each.closest("h1"));
    target?.scrollIntoView({ block: anchor ? "start" : "center" });
  }

  atlas.give("assets/search-arrival", mark);
})();
