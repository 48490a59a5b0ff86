// What Python and the scripts of the site must both get right; ../test_examples.py reads the same file.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { examples, rules, run } = require("./page.js");

run("packing", "search/text", "search/numbers");
const text = new SearchText(rules().text);
const numbers = new SearchNumbers(rules().numbers);
text.learn(examples.simplified);

/**
 * What is found in a text: each as it is written, then its keys.
 * @param {string} words
 * @param {{ start: number, end: number, keys: string[] }[]} found
 */
const written = (words, found) => found.map(({ start, end, keys }) => [words.slice(start, end), ...keys]);

/**
 * By kind how a script makes the result, or where it only reads what Python wrote, the other way round.
 * @type {Record<string, { make: (given: any) => unknown } | { read: (written: any) => unknown }>}
 */
const RULES = {
  caseless: { make: atlas.caseless },
  chinese: { make: (words) => text.isChinese(words) },
  normalised: { make: (words) => text.normalised(words) },
  squeezed: { make: (words) => text.squeezed(words) },
  short: { make: (words) => text.short(words) },
  stem: { make: (word) => text.stem(word) },
  grams: { make: (words) => text.grams(words) },
  han: { make: (words) => text.han(words) },
  dates: { make: (words) => written(words, numbers.dates(words)) },
  numbers: {
    make: (words) => {
      const found = numbers.numbers(words).map((each) => ({ ...each, keys: [each.key] }));
      return written(words, found);
    },
  },
  "packed characters": { read: (packed) => [...packing.chars(packed)] },
  "packed numbers": { read: (packed) => [...packing.numbers(packed)] },
  zigzag: { read: packing.unzigzag },
};

for (const [kind, rule] of Object.entries(RULES)) {
  for (const [given, result] of examples[kind]) {
    test(`${kind}: ${given}`, () => {
      if ("make" in rule) assert.deepEqual(rule.make(given), result);
      else assert.deepEqual(rule.read(result), given);
    });
  }
}

test("each kind of example is tried", () => {
  assert.deepEqual(new Set(Object.keys(examples)), new Set([...Object.keys(RULES), "about", "simplified"]));
});
