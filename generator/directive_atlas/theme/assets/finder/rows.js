// The rows on the screen, and the same as lines of a CSV file.
(() => {
  const SETTLED = new Set(["cancelled", "on_time", "late", "finished"]);
  const ACTORS_SHOWN = 6;

  // Texts of rows by their numbers; each shard is loaded once.
  function texts(index, language) {
    const shards = new Map();
    const shardOf = (row) => Math.floor(row / index.textRows);

    async function need(rows) {
      const missing = [...new Set(Array.from(rows, shardOf))].filter((shard) => !shards.has(shard));
      await Promise.all(missing.map(async (shard) => {
        shards.set(shard, await atlas.load(`finder/rows-${language}/${shard}`));
      }));
    }

    // One row's id, title and time, and its directive's id and title.
    function of(row, directiveOf) {
      const shard = shards.get(shardOf(row));
      const first = shardOf(row) * index.textRows;
      const [id, title, when] = shard.rows[row - first];
      const [directive, directiveTitle] = shard.directives[directiveOf[row] - directiveOf[first]];
      return { id, title, when, directive, directiveTitle };
    }

    const has = (row) => shards.has(shardOf(row));
    return { need, of, has };
  }

  // What is told of rows: `told(row)` gives a row's parts, once `need(rows)` has loaded them.
  function teller(index, table, words, actors, groups, text) {
    const roles = index.values.role;
    const directiveOf = table.directives.ofRow;

    function rootOf(row) {
      while (table.depth[row]) row--;
      return row;
    }

    function duties(row) {
      const { start, items } = table.duties;
      return Array.from(items.subarray(start[row], start[row + 1]), (duty) => {
        const actor = Math.floor(duty / roles.length);
        return { actor, role: words(`role.${roles[duty % roles.length]}`) };
      });
    }

    // Through which groups the chosen actors have to do with a row.
    function through(row, chosen) {
      const found = [];
      for (const group of new Set(duties(row).map((duty) => duty.actor))) {
        for (const member of groups[group] ?? []) if (chosen.has(member)) found.push({ member, group });
      }
      return found;
    }

    function told(row) {
      const own = text.of(row, directiveOf);
      const root = text.of(rootOf(row), directiveOf);
      const anchor = table.depth[row] ? `#m-${own.id}` : "";
      return {
        ...own,
        row,
        root: table.depth[row] ? root : null,
        key: `${own.directive}/${own.id}`,
        address: atlas.address(`directives/${own.directive}/${root.id}.html${anchor}`),
        duties: duties(row),
        timeliness: index.values.standing[table.standing[row]],
        state: index.values.state[table.state[row]],
        day: table.due[row],
      };
    }

    const nameOf = (actor) => actors.names[actor];
    const actorAddress = (actor) => atlas.address(`actors/${actors.ids[actor]}.html`);
    const need = (rows) => text.need([...rows, ...Array.from(rows, rootOf)]);
    const standing = ({ timeliness, state }) => [
      words(`standing.${timeliness}`), ...(SETTLED.has(timeliness) ? [] : [words(`state.${state}`)]),
    ].join(" · ");
    return { need, told, through, standing, rootOf, nameOf, actorAddress };
  }

  // The table of rows. Its roles are written out, because small screens show it as cards.
  function rowsView({ element, shown, textOf }, words, teller) {
    const columns = ["task", "directive", "who", "when", "standing"];
    const heads = columns.map((name) => element("th", { role: "columnheader", scope: "col" }, words(name)));
    const body = element("tbody", { role: "rowgroup" });
    const frame = element("div", { className: "finder-rows" }, element("table", { role: "table" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, heads)), body));

    const link = (address, text) => element("a", { href: address }, text);
    const actorLink = (actor) => link(teller.actorAddress(actor), shown(teller.nameOf(actor)));

    function task(told, after) {
      const title = link(told.address, shown(told.title));
      if (!told.root) return [title];
      const context = after ? null : element("span", { className: "finder-root" },
        words("part.of"), words("colon"), shown(told.root.title));
      return [element("span", { className: "part" }, "↳ "), title, context];
    }

    function who(told, chosen) {
      const listed = told.duties.slice(0, ACTORS_SHOWN).flatMap(({ actor, role }, place) => [
        place ? words("comma") : null, actorLink(actor), words("open"), role, words("close"),
      ]);
      const left = told.duties.length - ACTORS_SHOWN;
      if (left > 0) listed.push(` +${words.number(left)}`);
      const ways = teller.through(told.row, chosen).map(({ member, group }) => element(
        "span", { className: "finder-through" },
        ...(chosen.size > 1 ? [shown(teller.nameOf(member)), words("colon")] : []),
        words("through", { group: textOf(teller.nameOf(group)) }),
      ));
      return listed.length ? [...listed, ...ways] : [words("none")];
    }

    function standing(told) {
      const rest = SETTLED.has(told.timeliness) ? null : ` · ${words(`state.${told.state}`)}`;
      return [element("span", { className: `state ${told.timeliness}` }, words(`standing.${told.timeliness}`)), rest];
    }

    function line(row, before, chosen) {
      const told = teller.told(row);
      const after = before != null && teller.rootOf(before) === teller.rootOf(row);
      const directive = link(atlas.address(`directives/${told.directive}/index.html`), shown(told.directiveTitle));
      const when = told.when === "" ? words("none") : shown(told.when);
      const cells = [task(told, after), after ? [] : [directive], who(told, chosen), [when], standing(told)];
      return element("tr", { role: "row" }, cells.map((content, place) => element(
        "td", { role: "cell", className: `finder-${columns[place]}`, "data-label": words(columns[place]) }, content,
      )));
    }

    function update(rows, chosenActors) {
      const listed = Array.from(rows);
      body.replaceChildren(...listed.map((row, place) => line(row, listed[place - 1], chosenActors)));
    }
    return { frame, update };
  }

  // All rows as lines of a CSV file, under the names of the columns; `progress` takes the share done, 0 to 1.
  async function lines({ textOf }, words, teller, rows, none, progress) {
    const BATCH = 5_000;
    const head = ["key", "title", "directive", "actors", "due", "standing", "address"].map((name) => words(name));
    const found = [head];
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.subarray(at, at + BATCH);
      await teller.need(batch);
      for (const row of batch) {
        const told = teller.told(row);
        const actors = told.duties.map(({ actor, role }) =>
          `${textOf(teller.nameOf(actor))}${words("open")}${role}${words("close")}`).join(words("semicolon"));
        const due = told.day === none ? "" : new Date(told.day * 86_400_000).toISOString().slice(0, 10);
        found.push([told.key, textOf(told.title), textOf(told.directiveTitle), actors, due, teller.standing(told),
          told.address]);
      }
      progress(Math.min(1, (at + BATCH) / rows.length));
    }
    return found;
  }

  atlas.give("assets/finder/rows", { texts, teller, rowsView, lines });
})();
