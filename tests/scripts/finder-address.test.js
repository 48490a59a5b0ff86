const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("finder/address");
const FACETS = ["actor", "role", "due", "topic", "level"];
const ORDERS = ["text", "due", "title"];

for (const query of [
  "",
  "?actor=a&actor=b&role=lead&q=%E5%BB%BA%E8%AE%BE+5G&sort=-title&page=3",
  "?due=2026&topic=-&level=measure",
  "?sort=-text",
  "?role=lead&on=2020-06-01&page=2",
]) {
  test(`${query || "nothing"} is read and written back`, () => {
    assert.equal(finderAddress.write(finderAddress.read(query, FACETS, ORDERS), ORDERS), query);
  });
}

for (const [query, left] of [
  ["?page=-1&sort=size&actor=", ""],
  ["?page=1e9&&&=&", ""],
  ["?q=%00&__proto__=1&other=2", "?q=%00"],
  ["?actor=a&actor=a", "?actor=a"],
]) {
  test(`of ${query} only what can be meant is kept`, () => {
    assert.equal(finderAddress.write(finderAddress.read(query, FACETS, ORDERS), ORDERS), left);
  });
}
