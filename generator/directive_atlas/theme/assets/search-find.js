// Which documents have the keys of a query: candidates with what they have, before any record is loaded.
(() => {
  const WEIGHTS = [10, 8, 6, 3, 2.5, 1];
  const IN_NAME = 2;
  const IN_TEXT = 4;
  const INEXACT = 8;
  const ROUND = 6;
  const ENOUGH = 12;
  const TOP = 5;

  const make = ({ text, query, index }) => {
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

    // Candidates by document: "hit", "named" and "told" are bits by slot (anywhere, in a name, in a text), "has"
    // is the share of the query that a document has, rare keys counting more.
    function tally(postings) {
      const candidates = new Map();
      const rarity = postings.map(({ total }) => Math.log(1 + index.size / Math.max(total, 0.5)));
      const sum = rarity.reduce((one, other) => one + other, 0);
      const shares = rarity.map((weight) => weight / sum);
      postings.forEach(({ found }, at) => {
        for (const [number, code] of found) {
          const candidate = candidates.get(number) ?? blank(number);
          const level = code % INEXACT;
          const factor = code < INEXACT ? 1 : 0.7;
          candidate.score += rarity[at] * WEIGHTS[level] * factor;
          candidate.has += shares[at] * factor;
          candidate.hit |= 1 << at;
          if (level <= IN_NAME) candidate.named |= 1 << at;
          if (level <= IN_TEXT) candidate.told |= 1 << at;
          candidates.set(number, candidate);
        }
      });
      return weighed({ postings, shares, candidates: [...candidates.values()] });
    }

    const blank = (number) => ({ number, score: 0, has: 0, hit: 0, named: 0, told: 0 });

    // Where a key's list was cut off, a document may have it or not: half of it is counted.
    function weighed(pool) {
      const all = 2 ** pool.postings.length - 1;
      const open = pool.postings.reduce((mask, { long }, at) => (long.length ? mask | (1 << at) : mask), 0);
      for (const candidate of pool.candidates) {
        const unknown = open & ~candidate.hit;
        pool.shares.forEach((share, at) => {
          if (unknown & (1 << at)) candidate.has += share / 2;
        });
        candidate.full = candidate.hit === all;
        candidate.maybe = (candidate.hit | unknown) === all;
        candidate.inName = candidate.named === all;
      }
      return { ...pool, best: Math.max(0, ...pool.candidates.map(({ has }) => has)) };
    }

    // A few keys at a time, until few documents have all of them; where none has, every key counts.
    async function gathered(slots, tolerant = false) {
      const postings = [];
      let pool = tally(postings);
      for (let start = 0; start < slots.length; start += ROUND) {
        const next = slots.slice(start, start + ROUND).map((slot) => look(slot, tolerant));
        postings.push(...await Promise.all(next));
        pool = tally(postings);
        const fitting = having(pool, "maybe");
        if (fitting && fitting <= ENOUGH) break;
      }
      return having(pool, "full") < TOP && having(pool, "maybe") > ENOUGH ? lengthened(pool) : pool;
    }

    const having = ({ candidates }, property) => candidates.filter((each) => each[property]).length;

    async function lengthened(pool) {
      const cut = pool.postings.filter(({ long }) => long.length).sort((one, other) => one.total - other.total);
      await Promise.all(cut.slice(0, 2).map(complete));
      return tally(pool.postings);
    }

    // The query read as words; where that finds no name, by its sound; where nothing fits, with slips.
    async function read(plan) {
      const pools = [];
      for (const slots of plan.ways) {
        pools.push(await gathered(slots));
        if (pools.at(-1).candidates.some(({ inName }) => inName)) return pools.at(-1);
      }
      const whole = pools.find((pool) => having(pool, "full"));
      if (whole) return whole;
      if (plan.ways.length) pools.unshift(await gathered(plan.ways[0], true));
      if (!pools.some(({ best }) => best)) pools.push(await gathered(plan.signs));
      return pools.reduce((one, other) => (other.best > one.best ? other : one));
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

    // A query's plan, its candidates, and those that are called like it.
    async function candidates(words) {
      const plan = query.plan(words);
      const [pool, names] = await Promise.all([read(plan), named(plan)]);
      return await learnedMore(pool) ? candidates(words) : { plan, pool, names, blank };
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

    return { candidates, matching };
  };

  atlas.give("assets/search-find", make);
})();
