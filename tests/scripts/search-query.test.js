const assert = require("node:assert/strict");
const { test } = require("node:test");
const { rules, run } = require("./page.js");

run("search/text", "search/numbers", "search/query");
const query = new SearchQuery(new SearchText(rules().text), new SearchNumbers(rules().numbers));

/** The keys of each slot of a reading. @param {SearchSlot[]} slots */
const keysOf = (slots) =>
  slots.map(({ keys }) => keys.map(({ key, prefix }) => key + (prefix ? "…" : "")).join("|"));

/** The readings of a query, each as the keys of its slots. @param {string} words */
const read = (words) => query.plan(words).readings.map(keysOf);

test("a word in few capitals is not the beginning of others", () => {
  assert.deepEqual(read("SA networks")[0], ["sa", "network…"]);
  assert.deepEqual(read("sa")[0], ["sa…"]);
});

test("a word is also looked up by what its other forms begin with", () => {
  assert.deepEqual(read("assessing organisations")[0], ["assessing…|assess…", "organization…|organiz…"]);
});

test("a word is also looked up as another one for the same thing", () => {
  assert.deepEqual(read("telecom operators")[0], ["telecom…", "operator…|enterprize"]);
});

test("a date that may be read in two ways is looked up in both", () => {
  assert.deepEqual(read("3/4/2020")[0], ["@2020-03-04|@2020-04-03"]);
});

test("a word may make one with its neighbour", () => {
  const [[stand, alone]] = query.plan("stand alone").readings;
  assert.deepEqual(stand.joined, [{ key: "standalone", prefix: true }]);
  assert.deepEqual(alone.joined, stand.joined);
});

test("a paragraph is looked up by its number", () => {
  for (const words of ["第5段", "paragraph 5", "para. 5"]) assert.ok(query.plan(words).names.includes("¶5"));
  assert.ok(!query.plan("第5段的任务").names.includes("¶5"));
});

test("Chinese is looked up by pairs, every second one first", () => {
  assert.deepEqual(read("工业互联网"), [["工业", "互联", "业互", "联网"]]);
  assert.deepEqual(read("苗"), [["苗"]]);
});

test("other words are looked up by how they begin", () => {
  assert.deepEqual(read("Unicom 5G")[0], ["unicom…", "5g…"]);
});

test("words that only ask are left out, unless there are no others", () => {
  assert.equal(query.plan("如何解决进场问题").core.trim(), "解决进场问题");
  assert.equal(query.plan("what must Unicom do").core.trim(), "unicom");
  assert.equal(query.plan("什么").core, "什么");
});

test("dates and numbers are one slot each, in any writing", () => {
  assert.deepEqual(read("2020年2月22日"), [["@2020-02-22"]]);
  assert.deepEqual(read("60万 基站"), [["#600000", "基站"]]);
  assert.deepEqual(read("六十"), [["#60|六十"]]);
  assert.deepEqual(read("600000"), [["600000…|#600000"]]);
  assert.deepEqual(read("2020"), [["2020…"]]);
});

test("letters may be pinyin, or initials of pinyin", () => {
  const [, pinyin] = read("gongye");
  assert.deepEqual(pinyin, ["~gong", "~ngye", "~ongy"]);
  assert.deepEqual(read("gyhlw").at(-1), ["^gyh", "^hlw", "^yhl"]);
  assert.equal(read("strict").length, 1);
});

test("the parts of several words take turns", () => {
  assert.deepEqual(read("工业互联 铁塔"), [["工业", "铁塔", "互联", "业互"]]);
});

test("a name is looked up by its whole beginning", () => {
  assert.deepEqual(query.plan("China Unicom").names, ["=chinaunicom"]);
  assert.deepEqual(query.plan("the topic of this").names, ["=thetopicofth", "=thetopicofthis", "=topic"]);
});

test("a query has a limited number of slots", () => {
  const [words] = read(Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(""));
  assert.equal(words.length, 18);
});
