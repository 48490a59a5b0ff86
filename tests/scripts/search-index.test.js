const assert = require("node:assert/strict");
const { test } = require("node:test");
const { files, rules, run } = require("./page.js");

run("packing", "search/index");

// Two shards: "alpha" and what follows up to "midway", and the others. "A" is 0, "B" 1 and so on. A shard is
// called by the FNV-1a hash of its first key.
const manifest = {
  size: 6,
  records: 4,
  starts: /** @type {[string, number][]} */ ([
    ["directive", 0],
    ["task", 2],
  ]),
  tasks: [2],
  folded: /** @type {[string, string]} */ (["", ""]),
  ...rules(),
};
files.set("search/places", "Aalpha Amidway");
files.set("search/keys/5d8b6dab", "alpha A,B;alphabet ,BC;beta C!0.4;mid B;");
files.set("search/keys/f7d4004", "midway D;omega E;");
files.set("search/full/0", "alpha A;beta AB,CB;");
files.set("search/tasks/0", "act plan -part -piece\nlaw report");
files.set("search/records/0", [[{ zh: "法" }], [["directive", "a", "", { zh: "甲" }, -1, [], []]]]);
files.set("search/records/1", [[{ zh: "法" }], [["passage", "b", "p-3", {}, 0, ["名"], ["文"], 3]]]);
const index = new SearchIndex(manifest);

test("a key has its documents by level", async () => {
  assert.deepEqual(await index.entries({ key: "alpha" }), [
    { key: "alpha", levels: [[0], [1]], total: 2, long: null },
  ]);
  assert.deepEqual(await index.entries({ key: "alph" }), []);
});

test("a key with a prefix has all that begin with it", async () => {
  const keys = (await index.entries({ key: "alph", prefix: true })).map(({ key }) => key);
  assert.deepEqual(keys, ["alpha", "alphabet"]);
});

test("a prefix goes on in the next shard", async () => {
  const keys = (await index.entries({ key: "mid", prefix: true })).map(({ key }) => key);
  assert.deepEqual(keys, ["mid", "midway"]);
});

test("of a frequent key the other documents are in another file", async () => {
  const [{ long, total }] = await index.entries({ key: "beta" });
  assert.deepEqual([long, total], [0, 4]);
  assert.deepEqual(await index.whole(0, "beta"), [
    [0, 1],
    [2, 3],
  ]);
});

test("a compound that no text has is found by its parts", async () => {
  assert.deepEqual(await index.parted("midwayomega"), []);
  const [{ levels }] = await index.parted("midalpha");
  assert.deepEqual(levels, [[], [1]]);
});

test("words that are one slip away are similar", async () => {
  assert.deepEqual((await index.similar("alpah")).length, 1);
  assert.deepEqual(await index.similar("alp"), []);
});

for (const [one, other, areNear] of /** @type {[string, string, boolean][]} */ ([
  ["unicom", "unicom", true],
  ["unicom", "uncom", true],
  ["unicom", "unixom", true],
  ["unicom", "uincom", true],
  ["unicom", "unicoms", true],
  ["unicom", "ucom", false],
  ["unicom", "uinocm", false],
])) {
  test(`${one} and ${other} are ${areNear ? "" : "not "}near`, () => {
    assert.equal(SearchIndex.areNear(one, other), areNear);
    assert.equal(SearchIndex.areNear(other, one), areNear);
  });
}

test("a record has the titles of what it is a part of, which its file has once", async () => {
  const { kind, path, anchor, context, paragraph } = await index.record(4);
  assert.deepEqual([kind, path, anchor, context, paragraph], ["passage", "b", "p-3", { zh: "法" }, 3]);
  assert.deepEqual((await index.record(0)).context, {});
});

test("a document's kind goes by its number", () => {
  assert.deepEqual(
    [0, 1, 2, 5].map((number) => index.kindOf(number)),
    ["directive", "directive", "task", "task"],
  );
});

test("measures bring the keys of their tasks", async () => {
  assert.deepEqual(await index.taskKeys([4]), new Set(["act/plan", "act/piece"]));
  assert.deepEqual(await index.taskKeys([5, 0]), new Set(["law/report"]));
});
