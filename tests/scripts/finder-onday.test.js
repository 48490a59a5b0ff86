// The day that a reader chooses: which texts name one, and how rows stand on it. test_any_day.py compares with a build.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("packing", "finder/columns", "finder/messages", "finder/onday", "day/form", "day/sentence");

const DAY = 86_400_000;
/** @param {string} text */
const day = (text) => Date.parse(text) / DAY;

for (const [text, named] of /** @type {[string, string | null][]} */ ([
  ["2020-02-29", "2020-02-29"],
  ["0001-01-01", "0001-01-01"],
  ["9999-12-31", "9999-12-31"],
  ["2021-02-29", null],
  ["0000-01-01", null],
  ["2020-6-1", null],
  ["2020-06", null],
  ["+275760-09-13", null],
  ["next week", null],
  ["", null],
])) {
  test(`${text || "nothing"} names ${named ?? "no day"}`, () => {
    assert.equal(DayForm.read(text), named && day(named));
  });
}

// Courses: always 1; first 2, 3 from two days before the reference date on, then 1 from the day after it on; first none.
const COURSES = Uint32Array.of(0, 1, 2, 2, 3, 3, 3, 1, 1, 0, 0, 2);
for (const [ahead, standings] of /** @type {[number, number[]][]} */ ([
  [-1_000, [1, 2, 0]],
  [-3, [1, 2, 0]],
  [-2, [1, 3, 0]],
  [0, [1, 3, 2]],
  [1, [1, 1, 2]],
  [1_000, [1, 1, 2]],
])) {
  test(`${ahead} days after the reference date the standings are ${standings}`, () => {
    assert.deepEqual(finderOnDay.standingsOn(COURSES, ahead), standings);
  });
}

const messages = new FinderMessages({
  "on.told": "told of {day}",
  "on.ahead": "ahead to {day}",
  "on.before": "before {day}",
  "on.far": "far beyond {last}",
  "on.bad": "no day: {text}",
  "on.later": "later: {count}",
});
const index = /** @type {FinderIndex} */ ({ day: day("2024-06-30"), last: day("2026-06-30") });
const DIRECTIVES = [day("2020-03-01"), day("2023-03-01")];

for (const [text, says] of [
  ["2022-01-01", "told of 2022年1月1日"],
  ["2020-03-01", "told of 2020年3月1日"],
  ["2024-06-30", "told of 2024年6月30日"],
  ["2024-07-01", "ahead to 2024年7月1日"],
  ["2026-06-30", "ahead to 2026年6月30日"],
]) {
  test(`on ${text} it is told how tasks stood`, () => {
    assert.deepEqual(daySentence.chosen(text, index, messages, DIRECTIVES), { day: day(text), says });
  });
}

for (const [text, says] of [
  ["2026-07-01", "far beyond 2026年6月30日"],
  ["9999-12-31", "far beyond 2026年6月30日"],
  ["2020-02-29", "before 2020年2月29日"],
  ["<b>", "no day: <b>"],
  ["", ""],
]) {
  test(`of ${text || "no day"} the data are shown as they are`, () => {
    assert.deepEqual(daySentence.chosen(text, index, messages, DIRECTIVES), { day: null, says });
  });
}

test("a directive without a date is always there", () => {
  assert.equal(
    daySentence.chosen("1900-01-01", index, messages, [finderColumns.NO_DAY]).day,
    day("1900-01-01"),
  );
});

test("rows of directives that came only later are counted", () => {
  const directives = {
    ofRow: Uint32Array.of(0, 0, 1, 2),
    day: Int32Array.of(...DIRECTIVES, finderColumns.NO_DAY),
  };
  const table = /** @type {FinderTable} */ ({ day: day("2022-01-01"), directives });
  const later = (/** @type {number[]} */ ...rows) =>
    daySentence.later(table, Uint32Array.from(rows), messages);
  assert.equal(later(0, 1, 2, 3), "later: 1");
  assert.equal(later(0, 1, 3), "");
});
