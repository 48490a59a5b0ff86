// What the finder shows, as the query of the page's address, and back.

/**
 * @typedef {object} FinderState  What a reader chose.
 * @property {Record<string, string[]>} choice By facet the chosen values.
 * @property {string} q The words sought.
 * @property {string} sort One of the orders.
 * @property {boolean} reverse
 * @property {number} page Counted from 1.
 * @property {string} on The day on which rows are shown, as the reader wrote it; nothing for that of the data.
 */

const finderAddress = (() => {
  /** @param {string | null} text */
  const pageNumber = (text) => (/^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : 1);

  /**
   * The state that a query names; what it does not name, or names wrongly, is as in the list of everything.
   * @param {string} query
   * @param {string[]} facets
   * @param {string[]} orders
   * @returns {FinderState}
   */
  function read(query, facets, orders) {
    const named = new URLSearchParams(query);
    const chosen = facets.map((name) => [name, [...new Set(named.getAll(name).filter(Boolean))]]);
    const [, minus, order] = /^(-?)(.*)$/s.exec(named.get("sort") ?? "") ?? ["", "", ""];
    return {
      choice: Object.fromEntries(chosen.filter(([, values]) => values.length)),
      q: named.get("q") ?? "",
      sort: orders.includes(order) ? order : orders[0],
      reverse: minus === "-",
      page: pageNumber(named.get("page")),
      on: named.get("on") ?? "",
    };
  }

  /**
   * The query of a state; nothing for the list of everything.
   * @param {FinderState} state
   * @param {string[]} orders
   */
  function write({ choice, q, sort, reverse, page, on }, orders) {
    const chosen = Object.entries(choice).flatMap(([name, values]) => values.map((value) => [name, value]));
    const query = new URLSearchParams(chosen);
    if (q) query.set("q", q);
    if (on) query.set("on", on);
    if (sort !== orders[0] || reverse) query.set("sort", (reverse ? "-" : "") + sort);
    if (page > 1) query.set("page", String(page));
    const text = query.toString();
    return text && `?${text}`;
  }

  return { read, write };
})();
