const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("tables");

/**
 * A row with such cells; a text that begins with `@` is a date, one that begins with ↳ a part.
 * @param {string[]} texts
 */
function row(...texts) {
  const cells = texts.map((text) => ({
    textContent: text,
    querySelector: () => (text.startsWith("↳") ? {} : null),
    querySelectorAll: () => (text.startsWith("@") ? [{ dateTime: text.slice(1) }] : []),
  }));
  return /** @type {HTMLTableRowElement} */ (/** @type {unknown} */ ({ cells }));
}

/** The first cell of each row. @param {RowGroup[]} groups */
const firstCells = (groups) => groups.flat().map(({ cells }) => cells[0].textContent);

/** The first cells in the order of a column. @param {RowGroup[]} groups @param {1 | -1} sign @param {number} place */
const sorted = (groups, sign, place = 0) =>
  firstCells(tables.inOrder(groups, tables.column(groups, place), sign));

test("numbers sort by size, the unknown last either way", () => {
  const groups = tables.groupsOf(["12", "", "1,000", "9.5", "−3", "80%"].map((text) => row(text)));
  assert.deepEqual(sorted(groups, 1), ["−3", "9.5", "12", "80%", "1,000", ""]);
  assert.deepEqual(sorted(groups, -1), ["1,000", "80%", "12", "9.5", "−3", ""]);
});

test("a month and a year come after their days", () => {
  const groups = tables.groupsOf(
    ["@2020-02", "@2020", "@2020-02-22", "–", "@2019-12-31"].map((day) => row(day)),
  );
  assert.deepEqual(sorted(groups, 1), ["@2019-12-31", "@2020-02-22", "@2020-02", "@2020", "–"]);
});

test("texts sort as the language of the page does", () => {
  const groups = tables.groupsOf(["天津", "阿里", "中国", "第10局", "第9局"].map((text) => row(text)));
  assert.deepEqual(sorted(groups, 1), ["阿里", "第9局", "第10局", "天津", "中国"]);
});

test("a column with a few numbers among texts sorts as texts", () => {
  const groups = tables.groupsOf(["b", "10", "a"].map((text) => row(text)));
  assert.deepEqual(sorted(groups, 1), ["10", "a", "b"]);
});

test("parts stay below their whole", () => {
  const groups = tables.groupsOf([row("乙", "2"), row("↳ 甲", "9"), row("丙", "1")]);
  assert.deepEqual(sorted(groups, 1, 1), ["丙", "乙", "↳ 甲"]);
});

test("rows with all words are kept, with the whole of a part", () => {
  const rows = [row("道路"), row("↳ 桥梁"), row("↳ 隧道"), row("桥梁 道路")];
  const groups = tables.groupsOf(rows);
  const texts = new Map(rows.map((each) => [each, each.cells[0].textContent ?? ""]));
  const kept = (/** @type {string[]} */ ...words) => {
    return tables.fitting(groups, texts, words).map(({ cells }) => cells[0].textContent);
  };
  assert.deepEqual(kept("桥梁"), ["道路", "↳ 桥梁", "桥梁 道路"]);
  assert.deepEqual(kept("桥梁", "道路"), ["桥梁 道路"]);
});
