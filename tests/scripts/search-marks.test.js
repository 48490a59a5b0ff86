const assert = require("node:assert/strict");
const { test } = require("node:test");
const { rules, run } = require("./page.js");

run("search/text", "search/numbers", "search/query", "search/marks");
const text = new SearchText(rules().text);
const numbers = new SearchNumbers(rules().numbers);
const query = new SearchQuery(text, numbers);
const marks = new SearchMarks(text, numbers);

for (const [words, raw, marked] of /** @type {[string, string, string[]][]} */ ([
  ["建设进度", "加快建设进度，建设网络", ["建设进度"]],
  ["建设进展", "加快建设进度", ["建设进"]],
  ["苗", "苗圩讲话", ["苗"]],
  ["unicom", "Unicom, not tunicom", ["Unicom"]],
  ["５Ｇ", "5G和５Ｇ", ["5G", "５Ｇ"]],
  ["60万", "六十万个基站，即600,000个", ["六十万", "600,000"]],
  ["2020-02-22", "2020年2月22日，22 Feb 2020", ["2020年2月22日", "22 Feb 2020"]],
  ["fi", "ﬁber", ["ﬁ"]],
  ["licenses", "Licences were given", ["Licences"]],
  ["consulting them", "they consult", ["consult"]],
  ["SA", "SA, said, Sail", ["SA"]],
  ["sa", "SA, said", ["SA", "sa"]],
  ["3/4/2020", "4 March 2020, 3 April 2020", ["4 March 2020", "3 April 2020"]],
  ["独角兽", "没有", []],
])) {
  test(`${words} in ${raw}`, () => {
    const stretches = marks.stretches(query.plan(words), raw);
    assert.deepEqual(
      stretches.map(([start, end]) => raw.slice(start, end)),
      marked,
    );
  });
}

test("stretches are in order and do not touch", () => {
  assert.deepEqual(marks.ranges("工业互联网", { words: ["互联", "工业", "业互"], keys: [] }), [[0, 4]]);
});

test("characters outside of the basic plane keep their places", () => {
  assert.deepEqual(marks.ranges("𠮷野家", { words: ["野家"], keys: [] }), [[2, 4]]);
});
