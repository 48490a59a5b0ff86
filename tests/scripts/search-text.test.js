const assert = require("node:assert/strict");
const { test } = require("node:test");
const { rules, run } = require("./page.js");

run("search/text");

test("a text is in the language of its script, one without a letter in none", () => {
  const text = new SearchText({ ...rules().text, languages: { han: "zh-Hant", other: "fr" } });
  assert.equal(text.languageOf("5G网络"), "zh-Hant");
  assert.equal(text.languageOf("réseau"), "fr");
  assert.equal(text.languageOf("512"), "");
});

test("traditional characters are simplified once they are learned", () => {
  const text = new SearchText(rules().text);
  assert.equal(text.normalised("互聯網"), "互聯網");
  text.learn(["聯網", "联网"]);
  assert.equal(text.normalised("互聯網"), "互联网");
});

test("the key of a name is cut", () => {
  const text = new SearchText(rules().text);
  assert.equal(text.nameKey("5G + 工业互联网"), "=5G工业互联网");
  assert.equal(text.nameKey("一二三四五六七八九十一二三"), "=一二三四五六七八九十一二");
  assert.equal(text.nameKey("abcdef", 3), "=abc");
});
