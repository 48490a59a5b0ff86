const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("days");

test("days are counted by the reader's calendar, whatever the time of day", () => {
  assert.equal(days.until("2020-12-31", new Date(2020, 11, 19, 0, 0)), 12);
  assert.equal(days.until("2020-12-31", new Date(2020, 11, 19, 23, 59)), 12);
  assert.equal(days.until("2020-12-31", new Date(2021, 0, 3)), -3);
});

test("what is no day has no distance", () => {
  assert.equal(days.until("2020-12", new Date(2020, 11, 19)) === null, false);
  assert.equal(days.until("soon", new Date(2020, 11, 19)), null);
});

test("a distance is given in the language of the page", () => {
  assert.equal(days.phrase(12, "{} overdue", "en"), "in 12 days");
  assert.equal(days.phrase(0, "{} overdue", "en"), "today");
  assert.equal(days.phrase(-3, "{} overdue", "en"), "3 days overdue");
  assert.equal(days.phrase(-3, "逾期{}", "zh"), "逾期3天");
});
