// Free text: the rows in which the site's search finds the words of a query.
(() => {
  // The search may still be on its way while the page loads.
  async function search() {
    if (!atlas.search && document.readyState !== "complete") {
      await new Promise((go) => addEventListener("load", go, { once: true }));
    }
    return atlas.search;
  }

  // The rows of tasks named by keys (`directive/id`): only the ids of the directives that occur are loaded.
  async function rowsOfKeys(keys, index, table, directiveIds) {
    const places = new Map(directiveIds.map((id, place) => [id, place]));
    const { first } = table.directives;
    const found = new Uint8Array(table.rows);
    const directives = new Set([...keys].map((key) => key.slice(0, key.indexOf("/"))));
    const known = [...directives].filter((id) => places.has(id));
    const shards = new Map();
    const shardOf = (row) => Math.floor(row / index.columnRows);
    for (const id of known) {
      const place = places.get(id);
      for (let shard = shardOf(first[place]); shard <= shardOf(first[place + 1] - 1); shard++) shards.set(shard, null);
    }
    await Promise.all([...shards.keys()].map(async (shard) => {
      shards.set(shard, (await atlas.load(`finder/keys/${shard}`)).split(" "));
    }));
    for (const id of known) {
      for (let row = first[places.get(id)]; row < first[places.get(id) + 1]; row++) {
        const own = shards.get(shardOf(row))[row % index.columnRows];
        if (keys.has(`${id}/${own}`)) found[row] = 1;
      }
    }
    return found;
  }

  // Without a search: the rows loaded so far whose titles have the words.
  function rowsByTitle(query, table, titleOf) {
    const terms = atlas.folded(query).split(/\s+/).filter(Boolean);
    return Uint8Array.from({ length: table.rows }, (_, row) => {
      const title = titleOf(row);
      return title != null && terms.every((term) => atlas.folded(title).includes(term)) ? 1 : 0;
    });
  }

  atlas.give("assets/finder/words", { search, rowsOfKeys, rowsByTitle });
})();
