// Beside each quoted sentence: copy its address, its words with their source, or a citation of the page. Where a
// pointer can rest on a sentence, or the focus be on it, the tools stand by it; where it cannot, below its paragraph.
// The citations are in the page; without this script they can be read there, and copied by hand.

(() => {
  /**
   * @typedef {object} Quote
   * @property {string} id Its anchor.
   * @property {string} words
   * @property {string} place Where they stand.
   * @property {string} [translation] The words in the language of the page, where the page has them.
   */
  /** @typedef {Awaited<ReturnType<typeof messages>>} Words */

  const NAMES = ["tools", "which", "link", "quote", "copy", "copied", "selected"];
  const RESTS = 300; // milliseconds
  const SHOWN = 24; // characters of a sentence in a list
  const IN_TOOLS = 2; // forms of citation beside a sentence; the page has all
  const IN_SOURCE = ".source > :is(a, .background)";
  const TOUCH = matchMedia("(hover: none)").matches;

  /** @type {HTMLElement | null} */
  const plain = document.querySelector(".citation");
  /** @type {HTMLElement[]} */
  const forms = Array.from(document.querySelectorAll("pre[data-form]"));
  const source = plain?.textContent ?? "";
  const page = plain?.dataset.address ?? location.href.replace(/[?#].*$/, "");

  async function messages() {
    const found = await Promise.all(NAMES.map((name) => atlas.message(`share.${name}`)));
    return Object.fromEntries(NAMES.map((name, number) => [name, found[number] ?? ""]));
  }

  // What is copied

  /** @param {Quote} quote */
  const address = (quote) => `${page}#${quote.id}`;

  /** A citation of the page, with the address of a sentence in it. @param {string} text @param {Quote} quote */
  const cited = (text, quote) => text.replaceAll(page, address(quote));

  /** @param {Quote} quote */
  function sourced(quote) {
    const place = source.includes(quote.place) ? "" : quote.place;
    const translation = quote.translation ? `(${quote.translation})` : "";
    const lines = [`“${quote.words}”`, translation, place, cited(source, quote)];
    return [...lines, source.includes(page) ? "" : address(quote)].filter(Boolean).join("\n");
  }

  // The sentences

  /** Whether a text is of the source, not of ours beside it. @param {Node} node */
  function isOfSource({ parentElement }) {
    return parentElement?.closest(".source") && !parentElement.closest(".paragraph-number, .suspect, .share");
  }

  /** The words from an anchor on, so many without white space. @param {HTMLElement} anchor @param {number} length */
  function wordsFrom(anchor, length) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      isOfSource(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    walker.currentNode = anchor;
    let words = "";
    for (let left = length; left > 0 && walker.nextNode(); left = length - signs(words).length)
      words += upTo(walker.currentNode.textContent ?? "", left);
    return words;
  }

  /** The characters of a text that are no white space. @param {string} text */
  const signs = (text) => Array.from(text.replace(/\s/g, ""));

  /** The beginning of a text with so many of these characters. @param {string} text @param {number} length */
  function upTo(text, length) {
    let left = length;
    const whole = Array.from(text);
    const end = whole.findIndex((sign) => sign.trim() && left-- === 0);
    return end < 0 ? text : whole.slice(0, end).join("");
  }

  /** The sentence that a piece of the source text belongs to. @param {HTMLElement} piece @returns {Quote | null} */
  function quoteOf(piece) {
    const before = piece.previousElementSibling;
    const id = piece.dataset.of ?? (before?.matches(".anchor") ? before.id : "");
    const anchor = document.getElementById(id);
    if (!anchor) return null;
    const { length } = anchor.dataset;
    const words = length ? wordsFrom(anchor, Number(length)) : (piece.textContent ?? "");
    return { id, words: words.trim(), place: placeOf(anchor) };
  }

  /** @param {Element} element */
  const placeOf = (element) => element.closest("[data-place]")?.getAttribute("data-place") ?? "";

  /** All sentences of a paragraph, each once. @param {Element} paragraph */
  function quotesIn(paragraph) {
    /** @type {HTMLElement[]} */
    const pieces = Array.from(paragraph.querySelectorAll(IN_SOURCE));
    const found = pieces.map(quoteOf).filter((quote) => quote !== null);
    return [...new Map(found.map((quote) => [quote.id, quote])).values()];
  }

  // The tools

  /**
   * Copies a text, or selects it in a field where the browser does not allow that.
   * @param {string} text @param {string} name @param {HTMLElement} tools @param {Words} words
   */
  async function copy(text, name, tools, words) {
    const field = /** @type {HTMLTextAreaElement} */ (tools.querySelector("textarea"));
    const status = /** @type {HTMLElement} */ (tools.querySelector("[role=status]"));
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      status.textContent = atlas.filled(words.copied ?? "", { what: name });
    } catch {
      field.value = text;
      field.hidden = false;
      field.select();
      status.textContent = words.selected ?? "";
    }
  }

  /** One stop for the tab key; the arrow keys go from one button to the next. @param {HTMLButtonElement[]} buttons */
  function rove(buttons) {
    /** @param {number} to */
    const stopAt = (to) => {
      for (const [number, button] of buttons.entries()) button.tabIndex = number === to ? 0 : -1;
    };
    stopAt(0);
    for (const [number, button] of buttons.entries())
      button.addEventListener("keydown", ({ key }) => {
        if (key !== "ArrowRight" && key !== "ArrowLeft") return;
        const to = (number + (key === "ArrowRight" ? 1 : buttons.length - 1)) % buttons.length;
        stopAt(to);
        buttons[to]?.focus();
      });
  }

  /**
   * The tools for what `chosen` gives at the time.
   * @param {() => Quote} chosen @param {Words} words @param {HTMLElement} [choice]
   */
  function toolsFor(chosen, words, choice) {
    /** @type {[string, () => string][]} */
    const actions = [
      [words.link ?? "", () => address(chosen())],
      [words.quote ?? "", () => sourced(chosen())],
    ];
    for (const form of forms.slice(0, IN_TOOLS))
      actions.push([form.dataset.form ?? "", () => cited(form.textContent ?? "", chosen())]);
    const buttons = actions.map(([name, text]) => {
      const onclick = () => copy(text(), name, tools, words);
      return atlas.element("button", { type: "button", onclick }, name);
    });
    const field = atlas.element("textarea", {
      hidden: true,
      readOnly: true,
      rows: 4,
      "aria-label": words.quote,
    });
    const bar = atlas.element("span", { role: "toolbar", "aria-label": words.tools }, buttons);
    const tools = atlas.element("span", { className: "share" }, choice, bar, field);
    tools.append(atlas.element("span", { role: "status" }));
    rove(buttons);
    return tools;
  }

  /** The tools of a paragraph, with a list of its sentences. @param {HTMLElement} paragraph @param {Words} words */
  function belowParagraph(paragraph, words) {
    const quotes = quotesIn(paragraph);
    const [first] = quotes;
    if (!first) return;
    const names = quotes.map((quote) =>
      atlas.element("option", { value: quote.id }, quote.words.slice(0, SHOWN)),
    );
    const list = atlas.element("select", { "aria-label": words.which }, names);
    const chosen = () => quotes[list.selectedIndex] ?? first;
    paragraph.append(toolsFor(chosen, words, quotes.length > 1 ? list : undefined));
  }

  /** Puts tools after a sentence, as if they were new. @param {HTMLElement} tools @param {HTMLElement} piece */
  function put(tools, piece) {
    tools.querySelector("textarea")?.setAttribute("hidden", "");
    for (const each of tools.querySelectorAll("[role=status]")) each.textContent = "";
    piece.after(tools);
    const room = (piece.parentElement?.offsetWidth ?? 0) - tools.offsetWidth;
    tools.style.left = "auto";
    tools.style.left = `${Math.max(0, Math.min(tools.offsetLeft, room))}px`;
  }

  /** The tools that go to the sentence with the pointer or the focus. @param {Words} words */
  function followed(words) {
    /** @type {Quote | null} */
    let quote = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let waiting;
    const tools = toolsFor(() => /** @type {Quote} */ (quote), words);
    tools.classList.add("beside");

    /** @param {HTMLElement} piece */
    function show(piece) {
      const found = quoteOf(piece);
      if (!found || (found.id === quote?.id && tools.isConnected)) return;
      quote = found;
      put(tools, piece);
    }

    function hide() {
      clearTimeout(waiting);
      tools.remove();
    }

    /** @param {EventTarget | null} target @returns {HTMLElement | null} */
    const pieceAt = (target) => (target instanceof Element ? target.closest(IN_SOURCE) : null);

    document.addEventListener("mouseover", ({ target }) => {
      clearTimeout(waiting);
      const piece = pieceAt(target);
      if (piece) waiting = setTimeout(() => show(piece), RESTS);
      else if (!(target instanceof Element && target.closest(".source")) && !tools.matches(":focus-within"))
        hide();
    });
    document.addEventListener("focusin", ({ target }) => {
      const piece = pieceAt(target);
      if (piece) show(piece);
      else if (!(target instanceof Node && tools.contains(target))) hide();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !tools.isConnected) return;
      if (tools.contains(document.activeElement))
        /** @type {HTMLElement} */ (tools.previousElementSibling)?.focus();
      hide();
    });
  }

  /** The tools of the words that a task is read from. @param {HTMLElement} mark @param {Words} words */
  function besideMark(mark, words) {
    const after = mark.closest("p")?.nextElementSibling;
    const isOurs = after?.matches(".translation") && !after.querySelector("[lang]");
    const translation = isOurs ? (after?.textContent ?? "").trim() : "";
    const quote = { id: mark.id, words: mark.textContent ?? "", place: placeOf(mark), translation };
    mark.closest("blockquote")?.append(toolsFor(() => quote, words));
  }

  /** A button that copies a citation of the page. @param {string} text @param {string} name @param {Words} words */
  function copying(text, name, words) {
    const tools = atlas.element("span", { className: "share" });
    const label = atlas.filled(words.copy ?? "", { what: name }).trim();
    const onclick = () => copy(text, label, tools, words);
    tools.append(
      atlas.element("button", { type: "button", onclick }, label),
      atlas.element("textarea", { hidden: true, readOnly: true, rows: 4, "aria-label": label }),
      atlas.element("span", { role: "status" }),
    );
    return tools;
  }

  async function start() {
    const words = await messages();
    for (const mark of document.querySelectorAll("article blockquote mark[id]"))
      besideMark(/** @type {HTMLElement} */ (mark), words);
    const paragraphs = document.querySelectorAll("article .source");
    if (TOUCH) for (const each of paragraphs) belowParagraph(/** @type {HTMLElement} */ (each), words);
    else if (paragraphs.length) followed(words);
    plain?.append(copying(source, "", words));
    for (const form of forms) form.after(copying(form.textContent ?? "", form.dataset.form ?? "", words));
  }

  if (plain) start();
})();
