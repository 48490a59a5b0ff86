// What the finder shows, as the query of the page's address, and back.
(() => {
  const number = (text) => (/^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : 1);

  // The view that a query names; what it does not name, or names wrongly, is as in the view of everything.
  function read(query, facets, orders) {
    const given = new URLSearchParams(query);
    const choice = {};
    for (const name of facets) {
      const values = given.getAll(name).filter((value) => value !== "");
      if (values.length) choice[name] = [...new Set(values)];
    }
    const [, minus, order] = /^(-?)(.*)$/s.exec(given.get("sort") ?? "");
    const sort = orders.includes(order) ? order : orders[0];
    return { choice, q: given.get("q") ?? "", sort, reverse: minus === "-", page: number(given.get("page")) };
  }

  function write(view, orders) {
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(view.choice)) {
      for (const value of values) query.append(name, value);
    }
    if (view.q) query.set("q", view.q);
    if (view.sort !== orders[0] || view.reverse) query.set("sort", (view.reverse ? "-" : "") + view.sort);
    if (view.page > 1) query.set("page", view.page);
    const text = query.toString();
    return text && `?${text}`;
  }

  atlas.give("assets/finder/address", { read, write });
})();
