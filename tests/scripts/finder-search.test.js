const assert = require("node:assert/strict");
const { test } = require("node:test");
const { files, run } = require("./page.js");

run("finder/dom", "finder/search");

const index = /** @type {FinderIndex} */ ({ columnRows: 2 });
const table = /** @type {FinderTable} */ ({ rows: 5, directives: { first: Uint32Array.of(0, 3, 5) } });
files.set("finder/keys/0", "one two");
files.set("finder/keys/1", "three one");
files.set("finder/keys/2", "two");

test("keys name rows, in whichever files these are", async () => {
  const keys = new Set(["law/three", "act/two", "act/none", "gone/one"]);
  assert.deepEqual([...(await finderSearch.rowsOfKeys(keys, index, table, ["law", "act"]))], [0, 0, 1, 0, 1]);
});

test("titles that are loaded are searched by all words, without case", () => {
  const titles = ["Build 5G", ["建设 ５Ｇ", "zh"], "Build"];
  const texts = /** @type {any} */ ({
    of: (/** @type {number} */ row) => (titles[row] ? { title: titles[row] } : null),
  });
  assert.deepEqual([...finderSearch.rowsByTitle("5g", table, texts)], [1, 1, 0, 0, 0]);
  assert.deepEqual([...finderSearch.rowsByTitle("BUILD 5g", table, texts)], [1, 0, 0, 0, 0]);
});
