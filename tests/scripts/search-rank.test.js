// Candidates and their order, over an index that is made here from a few documents.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { files, rules, run } = require("./page.js");

run("search/text", "search/numbers", "search/query", "search/candidates", "search/pool", "search/rank");
const text = new SearchText(rules().text);
const numbers = new SearchNumbers(rules().numbers);
const query = new SearchQuery(text, numbers);
files.set("search/traditional", ["聯網業", "联网业"]);

/** @typedef {{ kind: string, title: string, body?: string[], path?: string, anchor?: string }} Made */

/**
 * An index of documents, as SearchIndex would read it: names at level 0, texts at level 3.
 * @param {Made[]} documents
 */
function indexOf(documents) {
  /** @type {Map<string, Map<number, number>>} */
  const postings = new Map();
  const note = (/** @type {string} */ key, /** @type {number} */ number, /** @type {number} */ level) => {
    const found = postings.get(key) ?? new Map();
    postings.set(key, found.set(number, Math.min(level, found.get(number) ?? level)));
  };
  for (const [number, { title, body = [] }] of documents.entries()) {
    const plain = text.normalised(title);
    for (const key of [...text.grams(plain), ...text.han(plain), text.nameKey(plain)]) note(key, number, 0);
    for (const each of body) for (const key of text.grams(text.normalised(each))) note(key, number, 3);
  }
  const entry = (/** @type {string} */ key) => {
    const found = [...(postings.get(key) ?? [])];
    const levels = [0, 1, 2, 3].map((level) => found.filter((pair) => pair[1] === level).map(([n]) => n));
    return { key, levels, total: found.length, long: null };
  };
  return {
    size: documents.length,
    entries: async (/** @type {SearchKey} */ { key, prefix }) => {
      const keys = [...postings.keys()].filter((each) => (prefix ? each.startsWith(key) : each === key));
      return keys.sort().map(entry);
    },
    similar: async () => [],
    kindOf: (/** @type {number} */ number) => documents[number].kind,
    taskKeys: async (/** @type {number[]} */ found) => new Set(found.map((n) => documents[n].title)),
    record: async (/** @type {number} */ number) => {
      const { kind, title, body = [], path = `page-${number}`, anchor = "" } = documents[number];
      return { number, kind, path, anchor, titles: { zh: title }, context: {}, names: [], body };
    },
  };
}

/** @param {Made[]} documents */
function engineOf(documents) {
  const index = /** @type {any} */ (indexOf(documents));
  const candidates = new SearchCandidates(text, query, index);
  return { candidates, rank: new SearchRank(text, numbers, index, candidates) };
}

/** The titles of the answers, in order. @param {Made[]} documents @param {string} words */
async function titles(documents, words) {
  const { hits } = await engineOf(documents).rank.find(words);
  return hits.map((hit) => hit.titles.zh);
}

const NAMES = [
  { kind: "task", title: "推进工业互联网平台建设" },
  { kind: "topic", title: "工业互联网平台" },
  { kind: "actor", title: "中国工业互联网研究院" },
  { kind: "topic", title: "工业互联网" },
  { kind: "task", title: "帮助企业", body: ["用好工业互联网。"] },
];

test("the whole name comes first, then what begins with it, then what has it, then texts", async () => {
  const [first, second, ...rest] = await titles(NAMES, "工业互联网");
  assert.deepEqual([first, second], ["工业互联网", "工业互联网平台"]);
  assert.equal(rest.at(-1), "帮助企业");
});

test("a name is found without the country that it begins with", async () => {
  const documents = [
    { kind: "task", title: "联通网络" },
    { kind: "actor", title: "中国联通" },
  ];
  assert.equal((await titles(documents, "联通"))[0], "中国联通");
});

test("of equal names an actor comes before a topic", async () => {
  const documents = [
    { kind: "topic", title: "铁塔" },
    { kind: "actor", title: "铁塔" },
  ];
  const { hits } = await engineOf(documents).rank.find("铁塔");
  assert.deepEqual(
    hits.map(({ kind }) => kind),
    ["actor", "topic"],
  );
});

test("of one kind only that is shown, and all kinds are counted", async () => {
  const { hits, counts } = await engineOf(NAMES).rank.find("工业互联网", "topic");
  assert.deepEqual(new Set(hits.map(({ kind }) => kind)), new Set(["topic"]));
  assert.deepEqual(counts, { topic: 2, actor: 1, task: 2 });
});

test("a page is one hit, with two more places on it", async () => {
  const places = ["a", "b", "c", "d"].map((anchor) => ({
    kind: "task",
    title: `铁塔${anchor}`,
    path: "page",
    anchor,
  }));
  const { hits } = await engineOf(places).rank.find("铁塔");
  assert.deepEqual(
    hits.map(({ more }) => more.length),
    [2],
  );
});

test("a query that has only a part in common finds that part", async () => {
  assert.deepEqual(await titles([{ kind: "task", title: "基站建设" }], "基站 独角兽"), ["基站建设"]);
});

test("nothing in common is no answer", async () => {
  assert.deepEqual(await titles(NAMES, "独角兽"), []);
});

test("matching asks for every word, in whatever document of a task", async () => {
  const { candidates } = engineOf(NAMES);
  assert.deepEqual(await candidates.matching("帮助 互联网"), new Set(["帮助企业"]));
  assert.deepEqual(await candidates.matching("帮助 独角兽"), new Set());
});

test("traditional characters are learned when a query is not found as it is", async () => {
  assert.equal((await titles(NAMES, "工業互聯網"))[0], "工业互联网");
});
