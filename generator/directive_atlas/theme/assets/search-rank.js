// The order of the answers: exact names first, then names that begin with or contain the query, all words in
// a name, the query in a text (or all words, some in the name), all words, and most words.
(() => {
  const LOADED = 14;
  const WHOLE = 0, BEGINNING = 1, PART = 2, WORDS = 3, TEXT = 4, ALL = 5, SOME = 6;
  const KIND_ORDER = {
    actor: 0, directive: 0, term: 1, topic: 1, page: 1, task: 1, measure: 2, section: 3, passage: 4,
  };
  const SHORTENED = 0.15, BY_SOUND = 0.2;

  const make = ({ text, figures, index, candidates }) => {
    const order = (one, other) => other.full - one.full || Math.round(20 * (other.has - one.has))
      || other.inName - one.inName || other.score - one.score || one.number - other.number;

    // The documents worth a look, of one kind if that is asked for.
    function chosen({ pool, names, blank }, kind) {
      const wanted = (number) => !kind || index.kindOf(number) === kind;
      const byNumber = new Map(pool.candidates.map((candidate) => [candidate.number, candidate]));
      const from = (numbers) => [...numbers].filter(wanted).map((number) => byNumber.get(number) ?? blank(number));
      const rest = pool.candidates.filter(({ number }) => wanted(number)).sort(order);
      const all = [...from(names.exact).slice(0, 8), ...from(names.begun).slice(0, 4), ...rest];
      const distinct = [...new Map(all.map((candidate) => [candidate.number, candidate])).values()];
      return distinct.slice(0, LOADED);
    }

    // How many documents of each kind have all of the query, or else a part of it.
    function counts({ candidates: all }) {
      const full = all.filter((candidate) => candidate.full || candidate.maybe);
      const found = {};
      for (const { number } of full.length ? full : all) {
        const kind = index.kindOf(number);
        found[kind] = (found[kind] ?? 0) + 1;
      }
      return found;
    }

    // How well a document answers: the class of its best match (smaller is better), and what else decides.
    function judged(record, candidate, { pool, plan, names }) {
      const titles = Object.values(record.titles);
      const coverage = covered(record, candidate, pool);
      const called = [...titles, ...record.names].map((name) => ({ name, like: likeness(name, plan) }))
        .concat({ name: titles[0] ?? "", like: bySound(candidate, names) })
        .reduce((one, other) => (other.like < one.like ? other : one));
      const words = coverage.missing ? SOME : [ALL, TEXT, WORDS][coverage.inName];
      const told = record.body.some((each) => likeness(each, plan) <= PART) ? TEXT : SOME;
      const length = called.name ? called.name.length : Infinity;
      return { record, best: Math.min(called.like, words, told), has: coverage.has, score: candidate.score, length };
    }

    // How much of the query a document has, what it lacks, and whether all (2), some or none (0) is in its name.
    function covered(record, candidate, { postings, shares }) {
      const inNames = keysOf([...Object.values(record.titles), ...record.names]);
      const inBody = keysOf(record.body);
      const result = { has: 0, missing: 0, inName: 0 };
      let named = 0;
      postings.forEach(({ slot }, at) => {
        const bit = 1 << at;
        const name = Math.max(candidate.named & bit ? 0.8 : 0, ...slot.keys.map(inNames));
        const elsewhere = candidate.told & bit ? 0.5 : candidate.hit & bit ? 0.4 : 0;
        const body = Math.max(elsewhere, ...slot.keys.map((key) => 0.7 * inBody(key)));
        result.has += shares[at] * Math.max(name, body);
        named += name ? 1 : 0;
        result.missing += name || body ? 0 : 1;
      });
      if (!postings.length) result.missing = 1;
      if (record.kind === "passage") result.has *= 0.6;
      result.inName = named === postings.length ? 2 : Math.min(named, 1);
      return result;
    }

    function bySound({ number }, { exact, begun }) {
      if (exact.has(number)) return WHOLE + BY_SOUND;
      return begun.has(number) ? BEGINNING + BY_SOUND : SOME;
    }

    function likeness(name, plan) {
      const plain = text.normalised(name);
      const forms = [plan.plain, plan.core].filter((words) => text.squeezed(words).length > 0);
      return Math.min(SOME, ...forms.map((words) => compared(plain, words)));
    }

    function compared(plain, words) {
      const [whole, part] = [text.squeezed(plain), text.squeezed(words)];
      if (whole === part) return WHOLE;
      if (text.short(plain) === part) return WHOLE + SHORTENED;
      if (whole.startsWith(part)) return BEGINNING;
      if (text.han(part).length) return whole.includes(part) ? PART : SOME;
      const spaced = (each) => ` ${text.pieces(each).join(" ")}`;
      return spaced(plain).includes(spaced(words)) ? PART : SOME;
    }

    // How exactly texts have a key, from 0 to 1; a function of keys as slots have them.
    function keysOf(texts) {
      const keys = new Set(texts.flatMap((words) => allKeys(text.normalised(words))));
      const begins = (key) => [...keys].some((each) => each.startsWith(key));
      return ({ key, prefix }) => (keys.has(key) ? 1 : prefix && begins(key) ? 0.8 : 0);
    }

    function allKeys(plain) {
      const dates = figures.dates(plain).flatMap(({ keys }) => keys);
      return [...text.grams(plain), ...text.han(plain), ...dates, ...figures.numbers(plain).map(({ key }) => key)];
    }

    function compare(one, other) {
      const kinds = KIND_ORDER[one.record.kind] - KIND_ORDER[other.record.kind];
      const lengths = one.length - other.length || 0;
      const has = Math.round(50 * (other.has - one.has));
      const rest = other.score - one.score || one.record.number - other.record.number;
      const isText = ({ record }) => Number(KIND_ORDER[record.kind] >= KIND_ORDER.section);
      if (one.best !== other.best) return one.best - other.best;
      if (one.best < BEGINNING) return kinds || has || lengths || rest;
      if (one.best < WORDS) return isText(one) - isText(other) || lengths || kinds || rest;
      return has || isText(one) - isText(other) || (one.best === WORDS ? lengths : 0) || rest;
    }

    // One hit a page, with up to two more places on it.
    function byPage(judgements) {
      const pages = new Map();
      for (const { record } of judgements) {
        const hit = pages.get(record.path);
        if (!hit) pages.set(record.path, { ...record, more: [] });
        else if (hit.more.length < 2 && record.anchor && record.anchor !== hit.anchor) hit.more.push(record);
      }
      return [...pages.values()];
    }

    // The answer to a query: its plan, hits in order, and how many documents of each kind there are.
    async function find(words, kind = "") {
      const found = await candidates(words);
      const judge = async (each) => judged(await index.record(each.number), each, found);
      const judgements = await Promise.all(chosen(found, kind).map(judge));
      return { plan: found.plan, hits: byPage(judgements.sort(compare)), counts: counts(found.pool) };
    }

    return { find };
  };

  atlas.give("assets/search-rank", make);
})();
