// Where the words of a query stand in a text as it is written.
(() => {
  const LATIN = /[a-z0-9]/;

  const make = ({ text, figures }) => {
    // A text as it is compared, and for each of its characters where that stands in the original.
    function folded(raw) {
      const signs = [], starts = [];
      let at = 0;
      for (const sign of raw) {
        for (const one of text.normalised(sign)) {
          signs.push(one);
          for (let unit = 0; unit < one.length; unit += 1) starts.push(at);
        }
        at += sign.length;
      }
      return { plain: signs.join(""), starts: [...starts, raw.length] };
    }

    // What to look for in a text: the stretches of the query that it has as a whole, of others the parts.
    function needles(plan, raw) {
      const { plain } = folded(raw);
      const words = [];
      for (const segment of text.segments(plan.core)) {
        const isWhole = text.han(segment).length && plain.includes(segment);
        words.push(...(isWhole ? [segment] : text.grams(segment)), ...(segment.length === 1 ? [segment] : []));
      }
      const keys = [...figures.dates(plan.core).map(({ keys: [key] }) => key),
        ...figures.numbers(plan.core).map(({ key }) => key)];
      return { words: [...new Set(words)], keys };
    }

    // Stretches [start, end] of a text where the needles stand, in order, none touching another.
    function ranges(raw, { words, keys }) {
      const { plain, starts } = folded(raw);
      const found = words.flatMap((word) => places(plain, word));
      const dates = figures.dates(plain).filter((date) => date.keys.some((key) => keys.includes(key)));
      const numbers = figures.numbers(plain).filter(({ key }) => keys.includes(key));
      found.push(...[...dates, ...numbers].map(({ start, end }) => [start, end]));
      return joined(found.map(([start, end]) => [starts[start], endOf(starts, end)]));
    }

    // One original character may be compared as several.
    function endOf(starts, end) {
      let at = end;
      while (at < starts.length - 1 && starts[at] === starts[end - 1]) at += 1;
      return starts[at];
    }

    function places(plain, word) {
      const found = [];
      const isWord = LATIN.test(word[0]);
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
        if (!(isWord && LATIN.test(plain[at - 1] ?? " "))) found.push([at, at + word.length]);
      }
      return found;
    }

    function joined(found) {
      const apart = [];
      for (const [start, end] of found.sort((one, other) => one[0] - other[0])) {
        const last = apart.at(-1);
        if (last && start <= last[1]) last[1] = Math.max(last[1], end);
        else apart.push([start, end]);
      }
      return apart;
    }

    return { needles, ranges };
  };

  atlas.give("assets/search-marks", make);
})();
