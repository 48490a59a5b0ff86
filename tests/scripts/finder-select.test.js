// Facets and choices over a small table; test_finder_data.py compares with a naive count over large ones.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("packing", "finder/bodies", "finder/columns", "finder/facets", "finder/select");

// Two directives with three rows and one. Of actors 0 to 2, 2 is a group with the member 1; roles are lead (0) and
// support (1), a duty is actor * 2 + role. The reference date is 20 November 2026; days are folded distances from it.
const index = {
  day: Date.UTC(2026, 10, 20) / 86_400_000,
  last: Date.UTC(2028, 10, 20) / 86_400_000,
  rows: 4,
  columnRows: 2,
  actors: 3,
  textRows: 2,
  values: {
    standing: ["overdue", "on_time"],
    state: ["done", "unknown"],
    obligation: ["-", "must"],
    role: ["lead", "support"],
    basis: ["stated", "inherited", "inferred"],
    terms: ["each", "chosen", "others"],
    kind: ["law", "notice"],
  },
  asks: [1, 1],
  tells: Array(2).fill(0),
  ahead: Array(2).fill(0),
  running: Array(2).fill(0),
  presses: Array(2).fill(0),
  hidesParts: Array(2).fill(0),
  bar: [],
  directives: { rows: "DB", kind: "AB", day: "gBA" },
  groups: { 2: [1] },
};
/** @type {FinderShard[]} */
const shards = [
  // Row 0: overdue since the day before; owed by actor 0 (lead). Row 1, a measure: due in 10 days, by the group.
  {
    depth: "AB",
    standing: "AB",
    state: "BB",
    obligation: "BA",
    due: "CV",
    dues: "AA",
    figures: "AA",
    duties: "BAB" + "E",
    bases: "AB",
    terms: "AE",
    topics: "BAA",
    stands: "",
    bodies: "",
  },
  // Row 2: due in 41 days and, in a second case, in 10, with a figure due in 41 days; by actor 1 (support) and actor 0 (support). Row 3: no day, nobody, no topic.
  {
    depth: "AA",
    standing: "BB",
    state: "AB",
    obligation: "AA",
    due: "zCA",
    dues: "CVzCA",
    figures: "BzCA",
    duties: "CDBA",
    bases: "AC",
    terms: "AA",
    topics: "CABA",
    stands: "",
    bodies: "",
  },
];
const table = finderColumns.table(index, shards);
const facets = finderFacets.facets(index, table, { actors: ["a", "b", "g"], topics: ["t", "u"] });

/** The values of a facet that have rows, with how many. @param {string} name @param {Uint32Array} counts */
const named = (name, counts) =>
  Object.fromEntries(
    [...counts].map((count, at) => [facets[name].values?.[at] ?? at, count]).filter(([, count]) => count),
  );

/** What a choice by names selects. @param {Record<string, string[]>} choice @param {Uint8Array | null} hits */
function select(choice, hits = null) {
  const numbered = Object.entries(choice).map(([name, values]) => {
    return [name, new Set(values.map((value) => facets[name].values?.indexOf(value) ?? -1))];
  });
  const { rows, counts } = finderSelect.select(
    table,
    index.groups,
    facets,
    Object.fromEntries(numbered),
    hits,
  );
  const listed = Object.entries(counts).map(([name, own]) => [name, named(name, own)]);
  return { rows: [...rows], counts: Object.fromEntries(listed) };
}

test("columns are read from all files", () => {
  assert.deepEqual([...table.depth], [0, 1, 0, 0]);
  assert.deepEqual([...table.due].map((day) => day - index.day).slice(0, 3), [-1, 10, 41]);
  assert.equal(table.due[3], finderColumns.NO_DAY);
  assert.deepEqual([...table.duties.start], [0, 1, 2, 4, 4]);
  assert.deepEqual([...table.directives.ofRow], [0, 0, 0, 1]);
});

test("without a choice all rows are counted", () => {
  const { rows, counts } = select({});
  assert.deepEqual(rows, [0, 1, 2, 3]);
  assert.deepEqual(counts.due, { overdue: 1, month: 2, quarter: 2, none: 1, 2026: 3 });
  assert.deepEqual(counts.figure, { "-": 3, 2026: 1 });
  assert.deepEqual(counts.topic, { t: 2, u: 1, "-": 2 });
  assert.deepEqual(counts.year, { 2026: 3, "-": 1 });
  assert.deepEqual(counts.level, { task: 3, measure: 1 });
  assert.deepEqual(counts.actor, { a: 2, b: 2, g: 1, "-": 1 });
});

test("a member has the duties of its group", () => {
  assert.deepEqual(select({ actor: ["b"] }).rows, [1, 2]);
});

test("actor and role are those of one duty", () => {
  assert.deepEqual(select({ actor: ["a"], role: ["support"] }).rows, [2]);
  assert.deepEqual(select({ actor: ["b"], role: ["lead"] }).rows, [1]);
});

test("without a role, only the work of an actor is its own, and only that is counted for it", () => {
  const known = { ...facets, role: { ...facets.role, asks: [1, 0] } };
  /** @param {FinderChoice} choice */
  const found = (choice) => finderSelect.select(table, index.groups, known, choice, null);
  assert.deepEqual([...found({ actor: new Set([0]) }).rows], [0]);
  assert.deepEqual([...found({ actor: new Set([0]), role: new Set([1]) }).rows], [2]);
  assert.deepEqual(named("actor", found({}).counts.actor), { a: 1, b: 1, g: 1, "-": 1 });
  assert.deepEqual(named("role", found({ actor: new Set([0]) }).counts.role), { lead: 1, support: 1 });
});

test("nobody can be chosen, but has no role", () => {
  assert.deepEqual(select({ actor: ["-"] }).rows, [3]);
  assert.deepEqual(select({ actor: ["-"], role: ["lead"] }).rows, []);
});

test("several values of a facet mean any, several facets all, and its own counts ignore a facet", () => {
  const { rows, counts } = select({ standing: ["overdue"], kind: ["law"] });
  assert.deepEqual(rows, [0]);
  assert.deepEqual(counts.standing, { overdue: 1, on_time: 2 });
  assert.deepEqual(counts.kind, { law: 1 });
});

test("words leave out the rows that do not have them", () => {
  const { rows, counts } = select({}, Uint8Array.of(0, 1, 1, 0));
  assert.deepEqual(rows, [1, 2]);
  assert.deepEqual(counts.level, { task: 1, measure: 1 });
});

test("a value that does not exist fits no row", () => {
  assert.deepEqual(select({ topic: ["nothing"] }).rows, []);
});

for (const [order, reverse, rows] of /** @type {[string, boolean, number[]][]} */ ([
  ["text", false, [0, 1, 2, 3]],
  ["text", true, [3, 2, 1, 0]],
  ["due", false, [0, 1, 2, 3]],
  ["due", true, [2, 1, 0, 3]],
  ["date", false, [0, 1, 2, 3]],
  ["standing", false, [0, 1, 2, 3]],
  ["title", false, [3, 1, 0, 2]],
  ["title", true, [2, 0, 1, 3]],
])) {
  test(`rows in the order of ${order}${reverse ? ", reversed" : ""}`, () => {
    const all = Uint32Array.of(0, 1, 2, 3);
    const ranks = Uint32Array.of(2, 1, 3, 0);
    assert.deepEqual([...finderSelect.sorted(table, all, order, reverse, ranks)], rows);
  });
}
