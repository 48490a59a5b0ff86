// A query as what is looked up: slots (each one thing that must be found, under one key or another), and
// ways to read the query (as words, as pinyin, as initials of pinyin), each a list of slots.
(() => {
  const QUESTION = new RegExp("如何|是什么|什么是|什么叫|怎么样|怎么办|怎么|怎样|为什么|什么时候|什么|哪些|哪个|哪里|哪几|多少|几时|何时"
    + "|是否|有没有|能不能|请问|应该|应当|需要|必须|谁|吗|呢", "gu");
  const JOINING = /[的了和与及或在把给向对由被将是]/g;
  const SMALL_WORDS = new Set(("what which who whom whose when where why how must shall should do does did is are was"
    + " were be been the a an of to in on for and or by with from at as it its that this has have had will can could"
    + " would may").split(" "));
  const INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?";
  const FINAL = "(?:i?ao|i[ae]|iong|iu|u?ai|u?ang?|iang?|uo|ui|u[en]|v[en]?|ou|ong|ei|eng?|ing?|er|[aeiou])";
  const PINYIN = new RegExp(`^(?:${INITIAL}${FINAL})*${INITIAL}$`);
  const LATIN_WORD = /(?<![\p{L}\p{N}])[a-z']+(?![\p{L}\p{N}])/gu;
  const LETTER_RUN = /(?<![\p{L}\p{N}])[a-z]+(?:[ '’]+[a-z]+)*(?![\p{L}\p{N}])/gu;
  const LONGEST = 400;
  const MOST = 18;

  const make = ({ text, figures }) => {
    function plan(query) {
      const plain = text.normalised(query.slice(0, LONGEST));
      const core = withoutSmallWords(plain);
      const ways = [wordSlots(core), soundSlots(plain, "~", 4), soundSlots(plain, "^", 3)];
      return { plain, core, ways: ways.filter((slots) => slots.length), signs: signSlots(core), names: nameKeys(plain, core) };
    }

    // Without words that only ask; as it is if nothing else is in it.
    function withoutSmallWords(plain) {
      const cleared = plain.replace(QUESTION, " ");
      const parts = cleared === plain ? plain : cleared.replace(JOINING, " ");
      const rest = parts.replace(LATIN_WORD, (word) => (SMALL_WORDS.has(word) ? " " : word));
      return text.segments(rest).length ? rest : plain;
    }

    function nameKeys(plain, core) {
      const keys = [plain, core].flatMap((words) => [text.nameKey(words), text.nameKey(words, 24)]);
      return [...new Set(keys)].filter((key) => key.length > 1);
    }

    function wordSlots(core) {
      const { slots, rest } = figureSlots(core);
      const lists = text.segments(rest).map((segment) => byImportance(text.grams(segment), segment));
      return [...slots, ...alternating(lists).map(wordSlot)].slice(0, MOST);
    }

    // Single characters, for names that are misspelt.
    const signSlots = (core) => text.han(core).slice(0, 6).map((key) => ({ keys: [{ key }] }));

    // Dates and numbers, and the text without them.
    function figureSlots(core) {
      const slots = [];
      let rest = core;
      const take = ({ start, end }, keys) => {
        slots.push({ keys });
        rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
      };
      for (const date of figures.dates(rest)) take(date, [{ key: date.keys[0] }]);
      for (const number of figures.numbers(rest)) {
        const written = rest.slice(number.start, number.end);
        if (!/^[0-9]+$/.test(written)) take(number, [{ key: number.key }, ...pairOnly(written)]);
      }
      return { slots, rest };
    }

    // A number in two Chinese signs may also be part of a longer one, or of a word.
    const pairOnly = (written) => (text.han(written).length === 2 ? [{ key: written }] : []);

    function wordSlot(key) {
      const keys = [{ key, prefix: !text.han(key).length }];
      if (/^[0-9]{3,}$/.test(key) && !/^(?:19|20)..$/.test(key)) keys.push({ key: `#${key.replace(/^0+/, "")}` });
      return { keys };
    }

    // Every second pair first: so few of them cover the whole stretch.
    function byImportance(keys, segment) {
      if (!keys.length) return text.han(segment);
      const words = keys.filter((key) => !text.han(key).length);
      const pairs = keys.filter((key) => text.han(key).length);
      return [...new Set([...words, ...pairs.filter((_, at) => at % 2 === 0), ...pairs.filter((_, at) => at % 2)])];
    }

    // The first of each list, then the second of each.
    function alternating(lists) {
      const longest = Math.max(0, ...lists.map((list) => list.length));
      const rows = Array.from({ length: longest }, (_, at) => lists.map((list) => list[at]));
      return [...new Set(rows.flat().filter((key) => key !== undefined))];
    }

    // The query with its runs of Latin letters read by their sound; nothing where that cannot be.
    function soundSlots(core, sign, length) {
      const keys = [];
      const rest = core.replace(LETTER_RUN, (run) => {
        const letters = run.replace(/[^a-z]/g, "");
        const fits = sign === "~" ? PINYIN.test(letters) : !/[iuv]/.test(letters) && letters.length <= 12;
        if (letters.length < 2 || !fits) return run;
        for (const key of runs(letters, length)) keys.push({ key: sign + key, prefix: key.length < length });
        return " ";
      });
      return keys.length ? [...keys.map((key) => ({ keys: [key] })), ...wordSlots(rest)].slice(0, MOST) : [];
    }

    function runs(letters, length) {
      if (letters.length <= length) return [letters];
      const all = Array.from({ length: letters.length - length + 1 }, (_, at) => letters.slice(at, at + length));
      return [...new Set([...all.filter((_, at) => at % 2 === 0), ...all.filter((_, at) => at % 2)])];
    }

    return { plan };
  };

  atlas.give("assets/search-query", make);
})();
