const assert = require("node:assert/strict");
const { test } = require("node:test");
const { run } = require("./page.js");

run("finder/csv");

test("cells are quoted where they must be", () => {
  assert.equal(
    finderCsv.csv([
      ["a", "b,c"],
      ['say "x"', "一\n二"],
    ]),
    'a,"b,c"\r\n"say ""x""","一\n二"\r\n',
  );
});

test("what a spreadsheet takes for a formula is text", () => {
  assert.equal(
    finderCsv.csv([["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"]]),
    "'=1+1,'+1,'-1,'@SUM(A1),'\tx,'＝1\r\n",
  );
});
