// Tables that sort and filter in place. A table below an element with `data-plain` is left alone, and so are
// short ones, facts (pairs of a name and a value), and the tables of the guide, which are read in their order.
(() => {
  const SORTED_FROM = 3;
  const FILTERED_FROM = 10;
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const wordsOf = (row) => fold(Array.from(row.cells, (cell) => cell.textContent).join("\n"));

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

  function makeSortable(table, groups) {
    const heads = [...table.tHead.rows[0].cells];
    const columns = new Map();

    function sort(head, place) {
      const next = NEXT[head.getAttribute("aria-sort") ?? "none"];
      if (!columns.has(place)) columns.set(place, column(groups, place));
      const sign = next === "ascending" ? 1 : -1;
      const order = next === "none" ? groups : inOrder(groups, columns.get(place), sign);
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== "none") head.setAttribute("aria-sort", next);
      table.tBodies[0].append(...order.flat());
    }

    heads.forEach((head, place) => {
      if (!head.textContent.trim() || head.querySelector("a, button, input")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "table-sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, place));
      head.append(button);
    });
  }

  // Hides the rows that lack one of the words; the row that a part belongs to stays with it.
  function show(groups, texts, query) {
    const words = fold(query).split(/\s+/).filter(Boolean);
    let count = 0;
    groups.forEach((group, place) => {
      const fits = group.map((_, at) => words.every((word) => texts[place][at].includes(word)));
      fits[0] ||= fits.includes(true);
      group.forEach((row, at) => {
        if (row.hidden === fits[at]) row.hidden = !fits[at];
        count += fits[at];
      });
    });
    return count;
  }

  async function makeFilterable(table, groups) {
    const total = groups.flat().length;
    const box = document.createElement("p");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const status = document.createElement("span");
    let texts = null;
    box.className = "table-filter";
    input.type = "search";
    input.autocomplete = "off";
    status.setAttribute("role", "status");
    label.append(await atlas.word("table.filter"), " ", input);
    box.append(label, " ", status);
    input.addEventListener("input", async () => {
      texts ??= groups.map((group) => group.map(wordsOf));
      const count = show(groups, texts, input.value);
      status.textContent = input.value.trim() ? await atlas.word("table.count", { count, total }) : "";
    });
    table.dataset.filtered = "";
    table.before(box);
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

  function begin() {
    if (location.href.startsWith(atlas.address("guide/"))) return;
    for (const table of document.querySelectorAll("article table")) {
      if (!suits(table)) continue;
      const groups = groupsOf(table.tBodies[0].rows);
      makeSortable(table, groups);
      if (table.tBodies[0].rows.length >= FILTERED_FROM) makeFilterable(table, groups).catch(console.warn);
    }
  }

  // Behind the theme's own script, which wraps tables once the page is read.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => setTimeout(begin));
  else begin();
})();
