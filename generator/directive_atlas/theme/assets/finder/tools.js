// The parts of the finder around its rows: search box, order, CSV buttons, page steps.
(() => {
  const WAIT = 200;

  function field({ element }, id, text, control) {
    control.id = id;
    return element("p", { className: "finder-field" }, element("label", { htmlFor: id }, text), control);
  }

  // Search box, order and CSV buttons; `act` has what they do: words, sort, reverse, copy, save.
  function toolbar(dom, words, orders, act) {
    const { element } = dom;
    const q = element("input", { type: "search", autocomplete: "off", maxLength: 200 });
    const sort = element("select", {}, orders.map((order) => element("option", { value: order }, words(`sort.${order}`))));
    const reverse = element("button", { type: "button", "aria-pressed": "false" }, words("reverse"));
    const copy = element("button", { type: "button" }, words("copy"));
    const save = element("button", { type: "button" }, words("save"));
    let timer = 0;
    q.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => act.words(q.value.trim()), WAIT);
    });
    sort.addEventListener("change", () => act.sort(sort.value));
    reverse.addEventListener("click", act.reverse);
    copy.addEventListener("click", act.copy);
    save.addEventListener("click", act.save);
    const frame = element("div", { className: "finder-tools", role: "search" },
      field(dom, "finder-q", words("q"), q), field(dom, "finder-sort", words("sort"), sort), reverse, copy, save);

    function update(view) {
      if (q.value.trim() !== view.q && document.activeElement !== q) q.value = view.q;
      sort.value = view.sort;
      reverse.setAttribute("aria-pressed", String(view.reverse));
    }
    return { frame, update };
  }

  // Previous and next page; a button that has come to its end hands the focus to the other one.
  function pager({ element }, words, go) {
    const back = element("button", { type: "button" }, words("previous"));
    const on = element("button", { type: "button" }, words("next"));
    const where = element("span", {});
    const frame = element("nav", { className: "finder-pages", "aria-label": words("pages") }, back, where, on);
    let page = 1;
    back.addEventListener("click", () => go(page - 1));
    on.addEventListener("click", () => go(page + 1));

    function update(newPage, pages) {
      page = newPage;
      const focus = document.activeElement;
      where.textContent = words("page", { page: words.number(page), pages: words.number(pages) });
      back.disabled = page <= 1;
      on.disabled = page >= pages;
      frame.hidden = pages <= 1;
      if (focus === back && back.disabled) on.focus();
      if (focus === on && on.disabled) back.focus();
    }
    return { frame, update };
  }

  atlas.give("assets/finder/tools", { toolbar, pager });
})();
