// Tables that sort and filter in place. A table below an element with `data-plain` is left alone, and so are
// short ones, facts (pairs of a name and a value), and the tables of the guide, which are read in their order.
(() => {
  const SORTED_FROM = 3;
  const FILTERED_FROM = 10;
  const AT_ONCE = 300;
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  const wordsOf = (row) => atlas.folded(Array.from(row.cells, (cell) => cell.textContent).join("\n"));

  // The rows as groups that stay together: a row marked as a part (↳) belongs to the one above it.
  function groupsOf(rows) {
    const groups = [];
    for (const row of rows) {
      if (groups.length && row.cells[0]?.querySelector(".part")) groups.at(-1).push(row);
      else groups.push([row]);
    }
    return groups;
  }

  // A day as text that sorts: a month or a year stands at its end.
  function dayOf(cell) {
    const day = [...(cell?.querySelectorAll("time[datetime]") ?? [])].at(-1)?.dateTime;
    return day ? day + "-99".repeat(Math.max(0, 3 - day.split("-").length)) : null;
  }

  function numberOf(cell) {
    const text = (cell?.textContent ?? "").normalize("NFKC").replace(/[,\s%]/g, "").replace("−", "-");
    return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  }

  function textOf(cell) {
    const text = (cell?.textContent ?? "").trim();
    return /^[-–—]?$/.test(text) ? null : text;
  }

  const KINDS = [
    { of: dayOf, compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
    { of: numberOf, compare: (a, b) => a - b },
    { of: textOf, compare: collator.compare },
  ];

  // The keys of a column by group, and how they compare: days or numbers where most cells have one, else texts.
  function column(groups, place) {
    const cells = groups.map((group) => group[0].cells[place]);
    const filled = cells.filter((cell) => textOf(cell) !== null).length;
    for (const { of, compare } of KINDS) {
      const keys = cells.map(of);
      if (2 * keys.filter((key) => key !== null).length > filled || of === textOf) return { keys, compare };
    }
    return null;
  }

  // The groups in the order of a column; those without a key come last either way.
  function inOrder(groups, { keys, compare }, sign) {
    const places = [...groups.keys()].sort((a, b) => {
      if (keys[a] === null || keys[b] === null) return (keys[a] === null) - (keys[b] === null) || a - b;
      return sign * compare(keys[a], keys[b]) || a - b;
    });
    return places.map((place) => groups[place]);
  }

  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  // Shows rows of a large table bit by bit: the first at once, the rest while the reader already reads them.
  function painter(table) {
    const body = table.tBodies[0];
    let turn = 0;
    return (rows) => {
      if (body.rows.length > AT_ONCE) keepWidths(table);
      const own = ++turn;
      body.replaceChildren(...rows.slice(0, AT_ONCE));
      const goOn = (at) => {
        if (own !== turn || at >= rows.length) return;
        body.append(...rows.slice(at, at + AT_ONCE));
        setTimeout(goOn, 0, at + AT_ONCE);
      };
      requestAnimationFrame(() => setTimeout(goOn, 0, AT_ONCE));
    };
  }

  // Columns stay as wide as all rows made them, whatever rows are there.
  function keepWidths(table) {
    if (table.style.tableLayout) return;
    const whole = table.offsetWidth;
    const shares = Array.from(table.tHead.rows[0].cells, (head) => `${(100 * head.offsetWidth) / whole}%`);
    if (whole > table.parentElement.clientWidth) table.style.minWidth = `${whole}px`;
    table.style.tableLayout = "fixed";
    [...table.tHead.rows[0].cells].forEach((head, place) => { head.style.width = shares[place]; });
  }

  // Buttons in the heads of columns; `change` takes the groups in their new order.
  function makeSortable(table, groups, change) {
    const heads = [...table.tHead.rows[0].cells];
    const columns = new Map();

    function sort(head, place) {
      const next = NEXT[head.getAttribute("aria-sort") ?? "none"];
      if (!columns.has(place)) columns.set(place, column(groups, place));
      const sign = next === "ascending" ? 1 : -1;
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== "none") head.setAttribute("aria-sort", next);
      change(next === "none" ? groups : inOrder(groups, columns.get(place), sign));
    }

    heads.forEach((head, place) => {
      if (!head.textContent.trim() || head.querySelector("a, button, input")) return;
      const button = atlas.element("button", { type: "button", className: "table-sort" }, ...head.childNodes);
      button.addEventListener("click", () => sort(head, place));
      head.append(button);
    });
  }

  // The rows of groups that have all words; the row that a part belongs to stays with it.
  function fitting(groups, texts, words) {
    return groups.flatMap((group) => {
      const fits = group.map((row) => words.every((word) => texts.get(row).includes(word)));
      fits[0] ||= fits.includes(true);
      return group.filter((_, place) => fits[place]);
    });
  }

  // A box above the table; `change` takes the words and gives how many rows have them.
  async function makeFilterable(table, total, change) {
    const { element } = atlas;
    const input = element("input", { type: "search", autocomplete: "off" });
    const status = element("span", { role: "status" });
    const label = element("label", {}, await atlas.word("table.filter"), " ", input);
    input.addEventListener("input", async () => {
      const words = atlas.folded(input.value).split(/\s+/).filter(Boolean);
      const count = change(words);
      status.textContent = words.length ? await atlas.word("table.count", { count, total }) : "";
    });
    table.dataset.filtered = "";
    table.before(element("p", { className: "table-filter" }, label, " ", status));
  }

  function enhance(table) {
    const rows = [...table.tBodies[0].rows];
    const groups = groupsOf(rows);
    const paint = painter(table);
    let order = groups, words = [], texts = null;

    function show() {
      if (words.length) texts ??= new Map(rows.map((row) => [row, wordsOf(row)]));
      const shown = words.length ? fitting(order, texts, words) : order.flat();
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

  function isFacts(table) {
    const block = table.closest(".md-typeset__scrollwrap") ?? table;
    return block.previousElementSibling?.id === "facts";
  }

  function suits(table) {
    const body = table.tBodies[0];
    return table.tHead?.rows.length === 1 && table.tBodies.length === 1 && body.rows.length >= SORTED_FROM
      && !body.querySelector(":is([colspan], [rowspan]):not([colspan='1'], [rowspan='1'])")
      && !table.closest("[data-plain], nav, .highlight") && !isFacts(table);
  }

  // A table that is wider than its place can be moved by keyboard, too, if nothing in it takes the focus.
  function letScroll() {
    for (const wrap of document.querySelectorAll("article .md-typeset__scrollwrap")) {
      const wide = wrap.scrollWidth > wrap.clientWidth && !wrap.querySelector("a[href], button, input");
      if (wide) wrap.tabIndex = 0;
      else wrap.removeAttribute("tabindex");
    }
  }

  function begin() {
    letScroll();
    addEventListener("resize", letScroll);
    if (location.href.startsWith(atlas.address("guide/"))) return;
    [...document.querySelectorAll("article table")].filter(suits).forEach(enhance);
  }

  // Behind the theme's own script, which wraps tables once the page is read.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => setTimeout(begin));
  else begin();
})();
