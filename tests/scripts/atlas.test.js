const assert = require("node:assert/strict");
const { test } = require("node:test");
const { files } = require("./page.js");

test("a page is addressed below the folder of the language that the page names", () => {
  assert.equal(atlas.address("tasks/index.html"), "file:///site/zh/tasks/index.html");
});

test("a data file gives what it defines", async () => {
  files.set("numbers", [1, 2]);
  assert.deepEqual(await atlas.load("numbers"), [1, 2]);
});

test("a file that is missing is asked for again at the next time", async () => {
  await assert.rejects(atlas.load("later"), /cannot load file:\/\/\/site\/later\.js/);
  files.set("later", "here");
  assert.equal(await atlas.load("later"), "here");
});

test("a message is filled with values, and is its name where there is none", async () => {
  files.set("words/zh", { count: "{count}行，共{total}行" });
  assert.equal(await atlas.message("count", { count: 0 }), "0行，共{total}行");
  assert.equal(await atlas.message("no.such"), "no.such");
});

test("an element takes properties, attributes and children, of which null is left out", () => {
  const made = atlas.element("p", { hidden: true, "aria-label": "x" }, "one", null, ["two", undefined]);
  assert.deepEqual(/** @type {any} */ (made).children, ["one", "two"]);
});
