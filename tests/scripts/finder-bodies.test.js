// Bodies that stand otherwise than the whole, in a table of two rows; test_finder_data.py tries large ones.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("packing", "finder/bodies", "finder/columns", "finder/facets", "finder/select");

// Of actors 0 to 2, 2 is a group with the member 1; only role 0 is work, a duty is actor * 2 + role.
const index = {
  day: Date.UTC(2026, 10, 20) / 86_400_000,
  last: Date.UTC(2028, 10, 20) / 86_400_000,
  rows: 2,
  columnRows: 1,
  actors: 3,
  textRows: 2,
  values: {
    standing: ["overdue", "on_time"],
    state: ["done", "unknown"],
    obligation: ["-"],
    role: ["lead", "informed"],
    basis: ["stated"],
    terms: [],
    kind: ["law"],
  },
  asks: [1, 0],
  tells: Array(2).fill(0),
  ahead: Array(2).fill(0),
  running: Array(2).fill(0),
  presses: Array(2).fill(0),
  hidesParts: Array(2).fill(0),
  bar: [],
  directives: { rows: "C", kind: "A", day: "A" },
  groups: { 2: [1] },
};
const plain = { depth: "A", state: "B", obligation: "A", topics: "A" };
/** @type {FinderShard[]} */
const shards = [
  // Row 0: on time without a day, for the group (lead); a member of which nothing is known is overdue since yesterday.
  {
    ...plain,
    standing: "B",
    due: "A",
    dues: "AA",
    figures: "AA",
    duties: "BE",
    bases: "A",
    terms: "A",
    stands: "ABC",
    bodies: "AABA",
  },
  // Row 1: overdue since yesterday, for actor 0 (lead), with actor 1 informed; actor 0 is done on time.
  {
    ...plain,
    standing: "A",
    due: "C",
    dues: "AA",
    figures: "AA",
    duties: "CAD",
    bases: "AA",
    terms: "AA",
    stands: "BAC",
    bodies: "AAABAB",
  },
];
const table = finderColumns.table(index, shards);
const facets = finderFacets.facets(index, table, { actors: ["a", "member", "group"], topics: [] });

/** How each row stands for an actor, in words. @param {number} actor */
function seenBy(actor) {
  const { standing, state, due } = finderBodies.seenBy(table, actor);
  return Array.from(standing, (own, row) => [
    index.values.standing[own],
    index.values.state[state[row]],
    due[row] === finderColumns.NO_DAY ? null : due[row] - index.day,
  ]);
}

test("who reported stands by its own report", () => {
  assert.deepEqual(seenBy(0)[1], ["on_time", "done", -1]);
});

test("a silent member does not stand as its group does", () => {
  assert.deepEqual(seenBy(1)[0], ["overdue", "unknown", -1]);
  assert.deepEqual(seenBy(2)[0], ["on_time", "unknown", null]);
});

test("what is not an actor's work stands as the whole does", () => {
  assert.deepEqual(seenBy(1)[1], ["overdue", "unknown", -1]);
});

test("the table of the whole is left as it was", () => {
  assert.deepEqual([...table.standing], [1, 0]);
  assert.equal(table.actor, undefined);
});

for (const [standing, rows] of /** @type {[string, number[]][]} */ ([
  ["overdue", [0, 1, 0]],
  ["on_time", [1, 0, 1]],
])) {
  test(`an actor counts by its own standing where ${standing} is chosen`, () => {
    const chosen = { standing: new Set([index.values.standing.indexOf(standing)]) };
    const { counts } = finderSelect.select(table, index.groups, facets, chosen, null);
    assert.deepEqual([...counts.actor], [...rows, 0]);
    for (const [actor, count] of rows.entries()) {
      const own = finderBodies.seenBy(table, actor);
      const seen = { ...facets, ...finderFacets.standings(index, own) };
      const choice = { ...chosen, actor: new Set([actor]) };
      assert.equal(finderSelect.select(own, index.groups, seen, choice, null).rows.length, count);
    }
  });
}
