// Answers a query: which documents have its keys, and among those the order. Exact names come first, then
// names that begin with or contain the query, all words in a name, the query in a text, all words, most words.
(() => {
  const WEIGHTS = [10, 8, 6, 3, 2.5, 1];
  const FOUND_IN_NAME = 2;
  const RELATED = 5;
  const INEXACT = 8;
  const ROUND = 6;
  const ENOUGH = 24;
  const LOADED = 16;
  const TOP = 5;
  const KIND_ORDER = {
    actor: 0, directive: 0, term: 1, topic: 1, page: 1, task: 1, measure: 2, section: 3, passage: 4,
  };

  const make = ({ text, figures, query, index }) => {
    let learned = false;

    // What a slot finds: level by document (inexact ones with a mark), how many in all, and what is cut off.
    async function look(slot, tolerant = false) {
      const lists = await Promise.all(slot.keys.map(index.entries));
      let entries = lists.flat();
      if (!entries.length && tolerant && slot.keys[0].prefix) entries = await index.similar(slot.keys[0].key);
      const posting = { slot, found: new Map(), total: 0, long: [] };
      for (const entry of entries) {
        const exact = slot.keys.some(({ key }) => key === entry.key);
        count(posting, entry.levels, exact);
        posting.total += entry.total;
        if (entry.long !== null) posting.long.push({ long: entry.long, exact });
      }
      return posting;
    }

    function count({ found }, levels, exact) {
      for (const [level, numbers] of levels.entries()) {
        const code = exact ? level : level + INEXACT;
        for (const number of numbers) {
          if (!(found.get(number) <= code)) found.set(number, code);
        }
      }
    }

    // The rest of a frequent key's documents.
    async function complete(posting) {
      const long = posting.long.splice(0);
      await Promise.all(long.map(async (each) => count(posting, await index.whole(each.long), each.exact)));
    }

    // Candidates by document: what they have, as bits by slot, and how much of the query that is.
    function tally(postings) {
      const candidates = new Map();
      const rarity = postings.map(({ total }) => Math.log(1 + index.size / Math.max(total, 0.5)));
      const sum = rarity.reduce((one, other) => one + other, 0);
      postings.forEach(({ found }, at) => {
        for (const [number, code] of found) {
          const level = code % INEXACT;
          const candidate = candidates.get(number) ?? { number, score: 0, hit: 0, named: 0, has: 0 };
          candidate.score += rarity[at] * WEIGHTS[level] * (code < INEXACT ? 1 : 0.7);
          candidate.has += rarity[at] / sum;
          candidate.hit |= 1 << at;
          if (level <= FOUND_IN_NAME) candidate.named |= 1 << at;
          candidates.set(number, candidate);
        }
      });
      return weighed({ postings, candidates: [...candidates.values()], rarity, sum });
    }

    // Where a key's list was cut off, a document may have it or not: half of it is counted.
    function weighed(pool) {
      const all = 2 ** pool.postings.length - 1;
      const open = pool.postings.reduce((mask, { long }, at) => (long.length ? mask | (1 << at) : mask), 0);
      for (const candidate of pool.candidates) {
        const unknown = open & ~candidate.hit;
        pool.rarity.forEach((weight, at) => {
          if (unknown & (1 << at)) candidate.has += weight / pool.sum / 2;
        });
        candidate.full = candidate.hit === all;
        candidate.maybe = (candidate.hit | unknown) === all;
        candidate.inName = candidate.named === all;
      }
      return pool;
    }

    // A few keys at a time, until few enough documents have all of them.
    async function gathered(slots, tolerant = false) {
      const postings = [];
      let pool = tally(postings);
      for (let start = 0; start < slots.length; start += ROUND) {
        const next = slots.slice(start, start + ROUND).map((slot) => look(slot, tolerant));
        postings.push(...await Promise.all(next));
        pool = tally(postings);
        if (pool.candidates.filter(({ maybe }) => maybe).length <= ENOUGH) break;
      }
      return isShort(pool) ? lengthened(pool) : pool;
    }

    const isShort = ({ candidates }) => candidates.filter(({ full }) => full).length < TOP
      && candidates.filter(({ maybe }) => maybe).length > LOADED;

    async function lengthened(pool) {
      const cut = pool.postings.filter(({ long }) => long.length).sort((one, other) => one.total - other.total);
      await Promise.all(cut.slice(0, 2).map(complete));
      return tally(pool.postings);
    }

    // The query read as words; where that finds no name, by its sound; where nothing fits, with slips.
    async function read(plan) {
      const pools = [await gathered(plan.ways[0] ?? [])];
      const best = ({ candidates }) => candidates.some(({ inName }) => inName);
      for (const slots of plan.ways.slice(1)) {
        if (pools.some(best)) break;
        pools.push(await gathered(slots));
      }
      const isWhole = ({ candidates }) => candidates.some(({ full }) => full);
      if (!pools.some(isWhole)) pools.unshift(await gathered(plan.ways[0] ?? [], true));
      return pools.find(best) ?? pools.find(isWhole) ?? pools[0];
    }

    // Documents by whole name, and by the beginning of a name, shorter names first.
    async function named(plan) {
      const lists = await Promise.all(plan.names.map((key) => index.entries({ key, prefix: true })));
      const entries = lists.flat().sort((one, other) => one.key.length - other.key.length);
      const numbers = (exact) => entries.filter(({ key }) => plan.names.includes(key) === exact)
        .flatMap(({ levels }) => levels.flat());
      return { exact: new Set(numbers(true)), begun: new Set(numbers(false)) };
    }

    // Takes in the traditional characters, if a query's Chinese is not found as it is; tells whether it did.
    async function learnedMore({ postings }) {
      const isStrange = ({ slot, total }) => !total && slot.keys.some(({ key }) => text.han(key).length);
      if (learned || !postings.some(isStrange)) return false;
      text.learn(await atlas.load("search/traditional"));
      learned = true;
      return true;
    }

    const order = (one, other) => other.inName - one.inName || other.full - one.full
      || Math.round(20 * other.has) - Math.round(20 * one.has) || other.score - one.score
      || one.number - other.number;

    // The documents worth a look, of one kind if that is asked for.
    function chosen(pool, names, kind) {
      const wanted = (number) => !kind || index.kindOf(number) === kind;
      const byNumber = new Map(pool.candidates.map((candidate) => [candidate.number, candidate]));
      const from = (numbers) => [...numbers].filter(wanted).map((number) => byNumber.get(number)
        ?? { number, score: 0, hit: 0, named: 0, has: 0 });
      const rest = pool.candidates.filter(({ number }) => wanted(number)).sort(order);
      const all = [...from(names.exact).slice(0, 8), ...from(names.begun).slice(0, 4), ...rest];
      const distinct = [...new Map(all.map((candidate) => [candidate.number, candidate])).values()];
      return distinct.slice(0, LOADED);
    }

    function counts(pool) {
      const full = pool.candidates.filter((candidate) => candidate.full || candidate.maybe);
      const found = {};
      for (const { number } of full.length ? full : pool.candidates) {
        const kind = index.kindOf(number);
        found[kind] = (found[kind] ?? 0) + 1;
      }
      return found;
    }

    // How well a document answers: the class of its best match (smaller is better), and what else decides.
    function judged(record, candidate, pool, plan, names) {
      const titles = Object.values(record.titles);
      const inNames = keysOf([...titles, ...record.names]);
      const inBody = keysOf(record.body);
      let has = 0, missing = 0, outside = 0;
      pool.postings.forEach(({ slot }, at) => {
        const bit = 1 << at;
        const share = pool.rarity[at] / pool.sum;
        if (candidate.named & bit || slot.keys.some(inNames)) has += share;
        else if (candidate.hit & bit || slot.keys.some(inBody)) [has, outside] = [has + 0.9 * share, outside + 1];
        else missing += 1;
      });
      const called = Math.min(...titles.map((name) => likeness(name, plan)),
        ...record.names.map((name) => likeness(name, plan) + 0.1), bySound(candidate, names));
      const classes = [called];
      if (!missing && pool.postings.length) classes.push(outside ? 5 : 3);
      if (record.body.some((words) => likeness(words, plan) < 3)) classes.push(4);
      const length = Math.min(...titles.map((name) => name.length), Infinity);
      return { record, best: Math.min(6, ...classes), has, score: candidate.score, length };
    }

    const bySound = ({ number }, { exact, begun }) => (exact.has(number) ? 0.2 : begun.has(number) ? 1.2 : 6);

    // 0 the whole name, 1 its beginning, 2 a part of it, 6 none of these.
    function likeness(name, plan) {
      const plain = text.normalised(name);
      const forms = [plan.plain, plan.core].filter((words) => text.squeezed(words).length > 0);
      return Math.min(6, ...forms.map((words) => compared(plain, words)));
    }

    function compared(plain, words) {
      const [whole, part] = [text.squeezed(plain), text.squeezed(words)];
      if (whole === part) return 0;
      if (whole.startsWith(part)) return 1;
      if (text.han(part).length) return whole.includes(part) ? 2 : 6;
      const spaced = (each) => ` ${text.segments(each).join(" ")}`;
      return spaced(plain).includes(spaced(words)) ? 2 : 6;
    }

    // Whether texts have a key; a function of keys as slots have them.
    function keysOf(texts) {
      const keys = new Set(texts.flatMap((words) => allKeys(text.normalised(words))));
      return ({ key, prefix }) => keys.has(key) || (prefix && [...keys].some((each) => each.startsWith(key)));
    }

    function allKeys(plain) {
      const dates = figures.dates(plain).flatMap(({ keys }) => keys);
      return [...text.grams(plain), ...text.han(plain), ...dates, ...figures.numbers(plain).map(({ key }) => key)];
    }

    function compare(one, other) {
      const kinds = KIND_ORDER[one.record.kind] - KIND_ORDER[other.record.kind];
      const lengths = one.length - other.length || 0;
      const rest = other.score - one.score || one.record.number - other.record.number;
      if (one.best !== other.best) return one.best - other.best;
      if (one.best < 1) return kinds || lengths || rest;
      if (one.best < 3) return lengths || kinds || rest;
      const isText = ({ record }) => Number(KIND_ORDER[record.kind] >= 3);
      return Math.round(50 * (other.has - one.has)) || isText(one) - isText(other) || rest;
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
      const plan = query.plan(words);
      const [pool, names] = await Promise.all([read(plan), named(plan)]);
      if (await learnedMore(pool)) return find(words, kind);
      const candidates = chosen(pool, names, kind);
      const judge = async (each) => judged(await index.record(each.number), each, pool, plan, names);
      const judgements = await Promise.all(candidates.map(judge));
      return { plan, hits: byPage(judgements.sort(compare)), counts: counts(pool) };
    }

    // The keys of all tasks and measures that have every word of a query, with the tasks of those measures.
    async function matching(words) {
      for (const slots of query.plan(words).ways) {
        const postings = await Promise.all(slots.map((slot) => look(slot)));
        if (await learnedMore({ postings })) return matching(words);
        await Promise.all(postings.map(complete));
        const [first, ...others] = postings.sort((one, other) => one.found.size - other.found.size);
        const numbers = [...first.found.keys()].filter((number) => others.every(({ found }) => found.has(number)));
        const keys = await index.taskKeys(numbers);
        if (keys.size) return keys;
      }
      return new Set();
    }

    return { find, matching };
  };

  atlas.give("assets/search-rank", make);
})();
