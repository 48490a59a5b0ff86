// What a reader sees of a page, for `reader.py`: a phrase or a control by its words, and how far away it is.
(() => {
  const MARK = "data-answer";
  const SKIPPED = "script, style, template, noscript, head";
  const CONTROLS = "a[href], button, label, summary, [role=button], [role=link]";

  /** @param {DOMRect} rect whether it takes room, and not beside the window as a closed drawer does */
  const takesRoom = (rect) => rect.width > 0 && rect.height > 0 && rect.right > 0 && rect.left < innerWidth;

  /** @param {Element} element */
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** @param {Element} element the outermost fold around it that is closed, if any */
  function closed(element) {
    let found = null;
    for (let at = element; at; at = at.parentElement) {
      const isHead = at.parentElement?.matches("details:not([open])") && at.matches("summary");
      if (at.matches("details:not([open])") && !isHead && at !== element) found = at;
      if (isHead) at = /** @type {Element} */ (at.parentElement);
    }
    return found?.querySelector(":scope > summary") ?? null;
  }

  /** @param {Element} root the open dialog, or the page: what lies behind a dialog cannot be used */
  const scopeOf = (root) => root.querySelector("dialog[open]") ?? root;

  /** @param {Node} node the nearest element around a text that begins a line of its own */
  function blockOf(node) {
    let at = node.parentElement;
    while (at && getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
    return at;
  }

  /** @param {Element} scope the words of a page with, for each text, where it begins in them */
  function wordsOf(scope) {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let text = "";
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest(SKIPPED) || !node.textContent?.trim()) continue;
      const own = blockOf(node);
      if (own !== block) text += "\n";
      block = own;
      pieces.push({ node, start: text.length });
      text += node.textContent.replaceAll(/\s/g, " ");
    }
    return { text, pieces };
  }

  function rangeOf(pieces, start, end) {
    const range = document.createRange();
    const at = (place) => pieces.findLast((piece) => piece.start <= place);
    const [first, last] = [at(start), at(end - 1)];
    range.setStart(first.node, Math.min(Math.max(start - first.start, 0), first.node.length));
    range.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return { range, element: first.node.parentElement };
  }

  /** Where a box lies, in pixels of the page, and how far one must scroll until all of it is in the window. */
  function placed(rect) {
    const above = Math.min(rect.top, 0);
    const below = Math.max(rect.bottom - innerHeight, 0);
    const tall = rect.height > innerHeight;
    return { top: rect.top + scrollY, bottom: rect.bottom + scrollY, away: tall ? rect.top : above || below };
  }

  function answer(element, rect, words) {
    for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
    element.setAttribute(MARK, "");
    return { ...placed(rect), words };
  }

  /** The first place on the page, in reading order, that says something like the pattern. */
  function phrase(pattern) {
    const { text, pieces } = wordsOf(scopeOf(document.body));
    let folded = null;
    for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
      const { range, element } = rangeOf(pieces, match.index, match.index + match[0].length);
      const rect = range.getBoundingClientRect();
      if (shown(element) && takesRoom(rect)) return answer(element, rect, match[0].trim());
      folded ??= closed(element);
    }
    return folded && { ...answer(folded, folded.getBoundingClientRect(), folded.textContent), folded: true };
  }

  /** @param {Element} element its name; the sign for the menu has none that shows */
  function nameOf(element) {
    if (element.matches(".atlas-menu")) return "Menu";
    return (element.getAttribute("aria-label") ?? element.textContent).trim();
  }

  /** @param {Element} element @param {string | null} group whether it is in a fold or group of that name */
  function isIn(element, group) {
    if (!group) return true;
    const holder = element.closest("details, fieldset");
    const head = holder?.querySelector("summary, legend");
    return Boolean(head && new RegExp(group, "iu").test(head.textContent.trim()));
  }

  /** The nearest control whose name is like the pattern; else the fold that hides one. */
  function control(pattern, group) {
    const wanted = new RegExp(pattern, "iu");
    const all = [...scopeOf(document.body).querySelectorAll(CONTROLS)];
    const named = all.filter((element) => wanted.test(nameOf(element)) && isIn(element, group));
    const seen = named.filter((element) => shown(element) && takesRoom(element.getBoundingClientRect()));
    const near = seen.toSorted((a, b) => distance(a) - distance(b))[0];
    if (near) return answer(near, near.getBoundingClientRect(), nameOf(near));
    const folded = named.map(closed).find(Boolean);
    return folded
      ? { ...answer(folded, folded.getBoundingClientRect(), nameOf(folded)), folded: true }
      : null;
  }

  const distance = (element) => Math.abs(placed(element.getBoundingClientRect()).away);

  return { phrase, control };
})();
