// How texts become keys: the same rules as generator/exports/search/text.py, which makes the index.
(() => {
  const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const PIECE = new RegExp(`([${HAN}]+)|((?:(?![${HAN}])[\\p{L}\\p{N}])+)`, "gu");
  const HAN_CHARACTER = new RegExp(`[${HAN}]`, "gu");
  const NOT_SQUEEZED = /[^\p{L}\p{N}]+/gu;
  const ES = /(?:sses|xes|zes|ches|shes)$/;
  const WORD_LENGTH = 32;
  const NAME_LENGTH = 12;
  const simplified = new Map();

  // Takes in characters and what they are folded to: two strings of the same length.
  function learn([old, folded]) {
    const targets = Array.from(folded);
    Array.from(old).forEach((sign, at) => simplified.set(sign, targets[at]));
  }

  function normalised(text) {
    return Array.from(text.normalize("NFKC").toLowerCase(), (sign) => simplified.get(sign) ?? sign).join("");
  }

  const squeezed = (text) => text.replace(NOT_SQUEEZED, "");
  const begin = (text, length) => Array.from(text).slice(0, length).join("");
  const nameKey = (text, length = NAME_LENGTH) => `=${begin(squeezed(text), length)}`;
  const han = (text) => [...new Set(text.match(HAN_CHARACTER))];

  // An English word without its plural, any other word as it is.
  function stem(whole) {
    const word = begin(whole, WORD_LENGTH);
    if (word.length < 4 || !/^[a-z]*[a-hj-rtv-z]s$/.test(word)) return word;
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return word.slice(0, ES.test(word) ? -2 : -1);
  }

  // The keys of a normalised text: pairs, words, and the pairs that join both.
  function grams(text) {
    const keys = [];
    let end = -1, before = "";
    for (const piece of text.matchAll(PIECE)) {
      const word = piece[1] ? "" : stem(piece[0]);
      const signs = piece[1] ? Array.from(piece[1]) : [];
      if (piece.index === end) keys.push(word ? Array.from(before).at(-1) + word : before + signs[0]);
      if (word) keys.push(word);
      for (let at = 1; at < signs.length; at += 1) keys.push(signs[at - 1] + signs[at]);
      end = piece.index + piece[0].length;
      before = word || piece[0];
    }
    return keys;
  }

  // A name without the country that it begins with, as people shorten it.
  const short = (text) => squeezed(text).replace(/^(?:中国|china)(?=[\p{L}\p{N}_]{2})/u, "");

  // Runs of Chinese, and other words.
  const pieces = (text) => text.match(PIECE) ?? [];

  // The stretches of letters and digits of a normalised text, whatever their script.
  const segments = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

  atlas.give("assets/search-text", {
    learn, normalised, squeezed, short, nameKey, han, stem, grams, pieces, segments,
  });
})();
