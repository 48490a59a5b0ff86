// What can be followed that has all rows of a choice in it: the nearest calendar, feed and spreadsheet.

/**
 * @typedef {object} Followed  What has files of its own.
 * @property {string} path Of its files, without an ending.
 * @property {string[]} of The facets whose one chosen value it is of; none for everything.
 * @property {number} rows
 */

const finderFollow = (() => {
  /**
   * What has files, by the facets that name it; workbooks are only of some.
   * @type {{ of: string[], path: (values: string[]) => string, sheet: boolean }[]}
   */
  const KINDS = [
    { of: ["actor", "role"], path: ([actor, role]) => `actors/${actor}-${role}`, sheet: false },
    { of: ["directive"], path: ([directive]) => `directives/${directive}`, sheet: true },
    { of: ["actor"], path: ([actor]) => `actors/${actor}`, sheet: false },
    { of: ["topic"], path: ([topic]) => `topics/${topic}`, sheet: false },
    { of: [], path: () => "all", sheet: true },
  ];

  /**
   * How many rows have a value, whatever else is chosen; of a role, in how many the actor has it.
   * @param {FinderData} data
   * @param {FinderChoice} choice
   * @param {string[]} names
   */
  function rowsOf({ table, index, facets }, choice, names) {
    if (!names.length) return table.rows;
    const [name, role] = names;
    const above = role ? { [name]: choice[name] } : {};
    const { counts } = finderSelect.select(table, index.groups, facets, above, null);
    const [value] = choice[role ?? name];
    return counts[role ?? name][value] ?? 0;
  }

  /**
   * What a choice can be followed by, the fewest rows first. A facet with several values, or with one that the site
   * does not have, names nothing.
   * @param {FinderData} data
   * @param {Record<string, string[]>} named The chosen values as the address names them.
   * @param {FinderChoice} choice The same as numbers.
   * @returns {(Followed & { sheet: boolean })[]}
   */
  function followed(data, named, choice) {
    const isOne = (/** @type {string} */ name) =>
      named[name]?.length === 1 && named[name][0] !== finderFacets.NONE && choice[name]?.size === 1;
    return KINDS.filter(({ of }) => of.every(isOne))
      .map(({ of, path, sheet }) => ({
        path: path(of.map((name) => named[name][0])),
        of,
        sheet,
        rows: rowsOf(data, choice, of),
      }))
      .filter(({ rows, of }) => rows || !of.length)
      .sort((one, other) => one.rows - other.rows);
  }

  /**
   * The nearest to follow, and the nearest that has a spreadsheet.
   * @param {FinderData} data
   * @param {Record<string, string[]>} named
   * @param {FinderChoice} choice
   */
  function nearest(data, named, choice) {
    const found = followed(data, named, choice);
    return { follow: found[0], sheet: found.filter(({ sheet }) => sheet)[0] };
  }

  /**
   * The nearest files as links, with what each is of.
   * @param {FinderMessages} messages
   * @param {{ follow: Followed, sheet: Followed }} found
   * @param {(name: string) => string} called What the chosen value of a facet is called.
   * @returns {(Node | string)[]}
   */
  function shown(messages, { follow, sheet }, called) {
    /** @param {string} kind @param {string} path */
    const link = (kind, path) =>
      atlas.element("a", { href: atlas.address(path) }, messages.get(`follow.${kind}`));
    const what = (/** @type {Followed} */ { of }) => {
      const name = of.map(called).join(" · ");
      return (
        messages.get("open") +
        messages.get(name ? "follow.of" : "follow.all", { name }) +
        messages.get("close")
      );
    };
    return [
      messages.get("follow") + messages.get("colon"),
      link("calendar", `calendars/${follow.path}.ics`),
      " · ",
      link("feed", `feeds/${follow.path}.atom`),
      follow === sheet ? "" : what(follow),
      " · ",
      link("spreadsheet", `sheets/${sheet.path}.xlsx`),
      what(sheet),
    ];
  }

  return { nearest, shown };
})();
