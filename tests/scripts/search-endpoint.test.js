// What the search asks of an engine, and what it makes of its answers.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { rules, run } = require("./page.js");

run(
  "packing",
  "search/text",
  "search/numbers",
  "search/query",
  "search/pool",
  "search/candidates",
  "search/endpoint",
);
const text = new SearchText(rules().text);
const query = new SearchQuery(text, new SearchNumbers(rules().numbers));
const settings = {
  address: "https://engine.example/search",
  edition: "e1",
  fields: ["a", "b", "c", "d", "e", "f"],
};
const index = /** @type {any} */ ({ size: 3, record: async () => ({}), kindOf: () => "task" });
const HIT = { id: 1, edition: "e1", a: "bridge =bridge", e: "river", counts: "CBd" };

const endpoint = () => new SearchEndpoint(settings, index);

/**
 * The documents of an engine that answers so, and what was sent to it.
 * @param {unknown} answer
 * @param {ReturnType<typeof endpoint>} [asked]
 * @param {string} [words]
 */
async function answered(answer, asked = endpoint(), words = "bridge") {
  /** @type {{ address: string, init: RequestInit }[]} */
  const sent = [];
  const warn = console.warn;
  Object.assign(globalThis, {
    fetch: async (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
      sent.push({ address, init });
      return { ok: answer !== "503", status: 503, json: async () => answer };
    },
  });
  console.warn = () => {};
  const documents = await asked.documents(query.plan(words), "");
  console.warn = warn;
  return { documents, sent };
}

test("a query has the whole of each reading first, then each of its keys, then names", () => {
  const asked = endpoint().query(query.plan("桥梁"), "");
  assert.ok(
    asked.startsWith('edition:e1 AND ((((a:"桥梁"^10 OR b:"桥梁"^8 OR c:"桥梁"^6 OR d:"桥梁"^3'),
    asked,
  );
  assert.match(asked, /\)\)\)\^20 OR \(\(\(a:"桥梁"\^10 /);
  assert.ok(asked.includes('(a:"=桥梁"^200 OR b:"=桥梁"^160 OR c:"=桥梁"^120)'), asked);
  assert.ok(asked.includes("(a:=桥梁*^40 OR b:=桥梁*^32 OR c:=桥梁*^24)"), asked);
});

test("the beginning of a word is asked for, and another form of it counts less", () => {
  const asked = endpoint().query(query.plan("assessing"), "");
  assert.ok(asked.includes("a:assessing*^10"), asked);
  assert.ok(asked.includes("a:assess*^7"), asked);
});

test("a kind is asked for, and measures are tasks", () => {
  assert.ok(endpoint().query(query.plan("bridge"), "actor").endsWith(" AND (kind:actor)"));
  assert.ok(endpoint().query(query.plan("bridge"), "task").endsWith(" AND (kind:task OR kind:measure)"));
});

test("the beginning of a sound is not asked for, as its sign means something else", () => {
  const asked = endpoint().query(query.plan("db"), "");
  assert.ok(!/[(:][~^]/.test(asked), asked);
  assert.ok(endpoint().query(query.plan("dbgd"), "").includes('a:"^dbg"^10'));
});

test("parts of a query count little where it is read by its sound", () => {
  const asked = endpoint().query(query.plan("gongye"), "");
  assert.match(asked, /f:gongye\*\^1\)\)\) OR/);
  assert.match(asked, /f:"~ongy"\^1\)\)\)\^0\.2 OR/);
});

test("whatever is typed, nothing but keys gets into the query", () => {
  const asked = endpoint().query(query.plan('a" OR kind:"actor) ^9 \\ *:* [x TO y] {z} `~!'), "");
  const left = asked.replaceAll(/\w+:("[=~^¶#@]?[\p{L}\p{N}]+"|=?[\p{L}\p{N}]+\*)\^[\d.]+/gu, "x");
  assert.match(left, /^edition:e1 AND [()x^\d.]+(( AND | OR )[()x^\d.]+)*$/);
});

test("nothing that tells of the reader is sent beside the query", async () => {
  const { sent } = await answered({ hits: [], num_hits: 0 });
  assert.equal(sent[0].address, settings.address);
  assert.deepEqual([sent[0].init.credentials, sent[0].init.referrerPolicy], ["omit", "no-referrer"]);
  const body = /** @type {Blob} */ (sent[0].init.body);
  assert.deepEqual(Object.keys(JSON.parse(await body.text())), ["query", "max_hits", "sort_by"]);
  assert.equal(body.type, "");
});

test("the keys of what was found are looked up as those of the index, with the counts of the whole", async () => {
  const { documents } = await answered({ hits: [HIT], num_hits: 7 });
  assert.ok(documents);
  assert.equal(documents.areAll, false);
  const [exact] = await documents.source.entries({ key: "bridge" });
  assert.deepEqual(exact, { key: "bridge", levels: [[1], [], [], [], [], []], total: 2, long: null });
  const [begun] = await documents.source.entries({ key: "riv", prefix: true });
  assert.deepEqual([begun.key, begun.levels[4]], ["river", [1]]);
  assert.deepEqual(await documents.source.entries({ key: "riv" }), []);
});

test("an engine that finds nothing is asked again for something else, but not for nothing", async () => {
  const asked = endpoint();
  assert.equal((await answered({ hits: [], num_hits: 0 }, asked)).documents, null);
  assert.equal((await answered({ hits: [HIT], num_hits: 1 }, asked, "?!")).sent.length, 0);
  assert.ok((await answered({ hits: [HIT], num_hits: 1 }, asked)).documents);
});

const WRONG = {
  "a status of failure": "503",
  nothing: null,
  "no list": { hits: { length: 1 } },
  "another build": { hits: [{ ...HIT, edition: "e0" }] },
  "a number that no document has": { hits: [{ ...HIT, id: 3 }] },
  "a number that is none": { hits: [{ ...HIT, id: "1" }] },
  "a document twice": { hits: [HIT, HIT] },
  "keys without counts": { hits: [{ ...HIT, counts: "" }] },
  "more than was asked for": { hits: Array.from({ length: 101 }, () => HIT) },
};

for (const [name, answer] of Object.entries(WRONG)) {
  test(`an answer is dropped, and the engine asked no more: ${name}`, async () => {
    const asked = endpoint();
    assert.equal((await answered(answer, asked)).documents, null);
    const again = await answered({ hits: [HIT], num_hits: 1 }, asked);
    assert.deepEqual([again.documents, again.sent.length], [null, 0]);
  });
}
