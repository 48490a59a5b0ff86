const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

globalThis.document.getElementById = () => null;
run("visit");

const PAGE = ["2024-06-10.:2", "2024-06-03.2c3d4e:4", "2024-04-20.1b2c3d:7"];

/** A store that keeps what it is given. */
function store() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ name) => kept.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value),
  };
}

/** A store of a browser that allows none. @returns {never} */
function blocked() {
  throw new DOMException("denied", "SecurityError");
}

test("the changes after the last revision that was seen are new", () => {
  assert.deepEqual(visit.newer(PAGE, "2024-06-03.2c3d4e:4"), { count: 2, more: false });
  assert.deepEqual(visit.newer(PAGE, "2024-06-10.:2"), { count: 0, more: false });
});

test("of a revision that is not listed any more the day decides", () => {
  assert.deepEqual(visit.newer(PAGE, "2024-06-03.other:1"), { count: 2, more: false });
  assert.deepEqual(visit.newer(PAGE, "2023-01-01.aaaaaaa:1"), { count: 13, more: true });
});

test("a first visit has none before it, and the next one has it", () => {
  const [lasting, first, second] = [store(), store(), store()];
  const old = { seen: "2024-04-20.1b2c3d:7", day: "2024-05-01" };
  const now = { seen: "2024-06-10.:2", day: "2024-06-11" };
  const before = visit.last(
    old,
    () => lasting,
    () => first,
  );
  assert.equal(before, null);
  for (const _ of ["the home page", "what changed"]) {
    const found = visit.last(
      now,
      () => lasting,
      () => second,
    );
    assert.deepEqual(found, old);
  }
});

test("where nothing can be kept each visit is the first", () => {
  const now = { seen: "2024-06-10.:2", day: "2024-06-11" };
  assert.equal(visit.last(now, blocked, blocked), null);
  assert.equal(visit.last(now, blocked, blocked), null);
});

test("what is kept by others is no visit", () => {
  const odd = store();
  odd.setItem("atlas.visit:file:///site/", '{"seen": 1}');
  const now = { seen: "2024-06-10.:2", day: "2024-06-11" };
  assert.equal(
    visit.last(
      now,
      () => odd,
      () => store(),
    ),
    null,
  );
});

test("a day is the reader's own", () => {
  assert.equal(visit.today(new Date(2024, 5, 3, 23, 59)), "2024-06-03");
});
