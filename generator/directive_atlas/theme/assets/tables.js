// Tables that sort and filter in place. A table below an element with `data-plain` is left alone (facts, each a name
// and a value, are in one), and so are short ones and the tables of the guide, which are read in their order.

/** @typedef {string | number | null} SortKey */
/**
 * @typedef {object} SortColumn  A key for each group, and how two of them compare.
 * @property {SortKey[]} keys
 * @property {(one: any, other: any) => number} compare
 */
/** @typedef {HTMLTableRowElement[]} RowGroup  Rows that stay together. */

const tables = (() => {
  const SORTED_FROM = 3;
  const FILTERED_FROM = 10;
  const AT_ONCE = 300;
  const NEXT = new Map([
    [null, "ascending"],
    ["ascending", "descending"],
  ]);
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  /** @param {HTMLTableRowElement} row */
  const wordsOf = (row) => atlas.caseless(Array.from(row.cells, (cell) => cell.textContent).join("\n"));

  /**
   * A row marked as a part (↳) belongs to the one above it.
   * @param {HTMLTableRowElement[]} rows
   */
  function groupsOf(rows) {
    /** @type {RowGroup[]} */
    const groups = [];
    for (const row of rows) {
      const isPart = row.cells[0]?.querySelector(".part");
      if (isPart && groups.length) groups.at(-1)?.push(row);
      else groups.push([row]);
    }
    return groups;
  }

  /**
   * A day as text that sorts: a month or a year comes after its days.
   * @param {Element | undefined} cell
   */
  function dayOf(cell) {
    const day = [...(cell?.querySelectorAll("time") ?? [])].at(-1)?.dateTime;
    return day ? day + "-99".repeat(Math.max(0, 3 - day.split("-").length)) : null;
  }

  /** @param {Element | undefined} cell */
  function numberOf(cell) {
    const text = (cell?.textContent ?? "")
      .normalize("NFKC")
      .replace(/[,\s%]/g, "")
      .replace("−", "-");
    return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  }

  /** @param {Element | undefined} cell */
  function textOf(cell) {
    const text = (cell?.textContent ?? "").trim();
    return /^[-–—]?$/.test(text) ? null : text;
  }

  /** @param {string} one @param {string} other */
  const byCodePoint = (one, other) => (one < other ? -1 : Number(one > other));

  /** @param {number} one @param {number} other */
  const bySize = (one, other) => one - other;

  /**
   * The keys of a column by group: days or numbers where most cells have one, else texts.
   * @param {RowGroup[]} groups
   * @param {number} place
   * @returns {SortColumn}
   */
  function column(groups, place) {
    const cells = groups.map((group) => group[0].cells[place]);
    const filled = cells.filter((cell) => textOf(cell) !== null).length;
    const isUsual = (/** @type {SortKey[]} */ keys) => 2 * keys.filter((key) => key !== null).length > filled;
    const [days, numbers] = [cells.map(dayOf), cells.map(numberOf)];
    if (isUsual(days)) return { keys: days, compare: byCodePoint };
    if (isUsual(numbers)) return { keys: numbers, compare: bySize };
    return { keys: cells.map(textOf), compare: collator.compare };
  }

  /**
   * The groups in the order of a column; those without a key come last either way.
   * @param {RowGroup[]} groups
   * @param {SortColumn} column
   * @param {1 | -1} sign
   */
  function inOrder(groups, { keys, compare }, sign) {
    const isUnknown = (/** @type {number} */ place) => Number(keys[place] === null);
    const places = [...groups.keys()].sort((one, other) => {
      const unknown = isUnknown(one) - isUnknown(other);
      const known = isUnknown(one) ? 0 : sign * compare(keys[one], keys[other]);
      return unknown || known || one - other;
    });
    return places.map((place) => groups[place]);
  }

  /**
   * The rows of groups that have all words; the row that a part belongs to stays with it.
   * @param {RowGroup[]} groups
   * @param {Map<HTMLTableRowElement, string>} texts
   * @param {string[]} words
   */
  function fitting(groups, texts, words) {
    return groups.flatMap((group) => {
      const fits = group.map((row) => words.every((word) => texts.get(row)?.includes(word)));
      return group.filter((_, place) => fits[place] || (place === 0 && fits.includes(true)));
    });
  }

  /**
   * Shows rows of a large table bit by bit: the first at once, the rest while the reader already reads them.
   * @param {HTMLTableElement} table
   */
  function painter(table) {
    const body = table.tBodies[0];
    let turn = 0;
    return (/** @type {HTMLTableRowElement[]} */ rows) => {
      if (body.rows.length > AT_ONCE) keepWidths(table);
      turn += 1;
      const own = turn;
      const goOn = (/** @type {number} */ at) => {
        if (own !== turn || at >= rows.length) return;
        body.append(...rows.slice(at, at + AT_ONCE));
        setTimeout(goOn, 0, at + AT_ONCE);
      };
      body.replaceChildren(...rows.slice(0, AT_ONCE));
      requestAnimationFrame(() => setTimeout(goOn, 0, AT_ONCE));
    };
  }

  /** @param {HTMLTableElement} table */
  const headsOf = (table) => [...(table.tHead?.rows[0].cells ?? [])];

  /**
   * Columns stay as wide as all rows made them, whatever rows are there.
   * @param {HTMLTableElement} table
   */
  function keepWidths(table) {
    if (table.style.tableLayout) return;
    const whole = table.offsetWidth;
    const shares = headsOf(table).map((head) => `${(100 * head.offsetWidth) / whole}%`);
    if (whole > (table.parentElement?.clientWidth ?? whole)) table.style.minWidth = `${whole}px`;
    table.style.tableLayout = "fixed";
    for (const [place, head] of headsOf(table).entries()) head.style.width = shares[place];
  }

  /**
   * Buttons in the heads of columns.
   * @param {HTMLTableElement} table
   * @param {RowGroup[]} groups
   * @param {(groups: RowGroup[]) => void} change Takes the groups in their new order.
   */
  function makeSortable(table, groups, change) {
    const heads = headsOf(table);
    /** @type {Map<number, SortColumn>} */
    const columns = new Map();

    /** @param {HTMLTableCellElement} head @param {number} place */
    function sort(head, place) {
      const next = NEXT.get(head.getAttribute("aria-sort"));
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next) head.setAttribute("aria-sort", next);
      const keys = columns.get(place) ?? column(groups, place);
      columns.set(place, keys);
      change(next ? inOrder(groups, keys, next === "ascending" ? 1 : -1) : groups);
    }

    for (const [place, head] of heads.entries()) {
      if (!head.textContent?.trim() || head.querySelector("a, button, input")) continue;
      const button = atlas.element("button", { type: "button", className: "table-sort" }, ...head.childNodes);
      button.addEventListener("click", () => sort(head, place));
      head.append(button);
    }
  }

  /**
   * A box above the table.
   * @param {HTMLTableElement} table
   * @param {number} total
   * @param {(words: string[]) => number} change Takes the words and gives how many rows have them.
   */
  async function makeFilterable(table, total, change) {
    const { element } = atlas;
    const input = element("input", { type: "search", autocomplete: "off" });
    const status = element("span", { role: "status" });
    const label = element("label", {}, await atlas.message("table.filter"), " ", input);
    input.addEventListener("input", async () => {
      const words = atlas.caseless(input.value).split(/\s+/).filter(Boolean);
      const count = change(words);
      status.textContent = words.length ? await atlas.message("table.count", { count, total }) : "";
    });
    table.dataset.filtered = "";
    table.before(element("p", { className: "table-filter" }, label, " ", status));
  }

  /** @param {HTMLTableElement} table */
  function enhance(table) {
    const rows = [...table.tBodies[0].rows];
    const groups = groupsOf(rows);
    const paint = painter(table);
    let order = groups;
    /** @type {string[]} */
    let words = [];
    /** @type {Map<HTMLTableRowElement, string> | undefined} */
    let texts;

    function show() {
      if (words.length) texts ??= new Map(rows.map((row) => [row, wordsOf(row)]));
      const shown = texts && words.length ? fitting(order, texts, words) : order.flat();
      paint(shown);
      return shown.length;
    }

    makeSortable(table, groups, (sorted) => {
      order = sorted;
      show();
    });
    if (rows.length < FILTERED_FROM) return;
    makeFilterable(table, rows.length, (wanted) => {
      words = wanted;
      return show();
    }).catch(console.warn);
  }

  /** @param {HTMLTableElement} table */
  const isPlain = (table) => table.closest("[data-plain], nav, .highlight") !== null;

  /** @param {HTMLTableElement} table */
  function suits(table) {
    if (table.tHead?.rows.length !== 1 || table.tBodies.length !== 1 || isPlain(table)) return false;
    const [body] = table.tBodies;
    const hasSpans =
      body.querySelector(":is([colspan], [rowspan]):not([colspan='1'], [rowspan='1'])") !== null;
    return body.rows.length >= SORTED_FROM && !hasSpans;
  }

  /**
   * What is wider than its place, a table or a block of code, can be moved by keyboard, too, if nothing in it takes
   * the focus. All are measured before one changes: after each change the browser would lay out the page again.
   */
  function letScroll() {
    const blocks = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("article .md-typeset__scrollwrap, article pre > code")
    );
    const wide = [...blocks].map((block) => block.scrollWidth > block.clientWidth);
    for (const [number, block] of blocks.entries()) {
      if (wide[number] && !block.querySelector("a[href], button, input")) block.tabIndex = 0;
      else block.removeAttribute("tabindex");
    }
  }

  function begin() {
    letScroll();
    addEventListener("resize", letScroll);
    if (location.href.startsWith(atlas.address("guide/"))) return;
    const all = /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("article table"));
    for (const table of all) if (suits(table)) enhance(table);
  }

  // After the theme's own script, which wraps tables once the page is read.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => setTimeout(begin));
  else begin();

  return { groupsOf, column, inOrder, fitting };
})();
