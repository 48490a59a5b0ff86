const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("search/results");

test("stretches of a text are put into marks", () => {
  const parts = searchResults.marked("加快建设进度", [
    [0, 2],
    [4, 6],
  ]);
  const shown = parts.map((part) => (typeof part === "string" ? part : [part.children[0]]));
  assert.deepEqual(shown, ["", ["加快"], "建设", ["进度"], ""]);
});

test("of a long text the part around the first stretch is shown", () => {
  const long = `${"一".repeat(100)}找到${"二".repeat(100)}`;
  const part = searchResults.excerpt(long, [[100, 102]]);
  assert.match(part, /^…一{24}找到二{64}…$/);
  assert.equal(searchResults.excerpt("短", []), "短");
  assert.match(searchResults.excerpt(long, []), /^一{90}…$/);
});

test("places are counted by kind, measures as tasks, and all of them are as many as the kinds together", () => {
  const task = /** @type {SearchHit} */ (
    /** @type {unknown} */ ({ kind: "task", more: [{ kind: "measure" }] })
  );
  const actor = /** @type {SearchHit} */ (/** @type {unknown} */ ({ kind: "actor", more: [] }));
  assert.deepEqual(searchResults.counts([task, actor]), { task: 2, actor: 1 });
  assert.equal(searchResults.places([task, actor]), 3);
});
