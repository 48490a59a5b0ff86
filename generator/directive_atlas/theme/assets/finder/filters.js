// The facets on the page: boxes to tick with counts, and the chosen ones as chips.
(() => {
  const SHOWN = 8;
  const OPEN = new Set(["actor", "standing", "due"]);
  const LONG = new Set(["actor", "directive", "topic"]);

  // One facet. `names` gives the name of a value by its number, once they are loaded; `change` takes its choice.
  function facetView({ element, arrange, shown, textOf }, words, name, facet, names, change) {
    const boxes = new Map();
    let counts = new Uint32Array(0), chosen = new Set(), wanted = "";
    const label = element("span", { id: `finder-${name}` }, words(name));
    const number = element("span", { className: "finder-number" });
    const list = element("ul", {});
    const more = element("p", { className: "finder-more" });
    const find = LONG.has(name) && element("input", {
      type: "search", autocomplete: "off", "aria-label": words("find", { facet: words(name) }), placeholder: words("typed"),
    });
    const frame = element("details", { className: "finder-facet", open: OPEN.has(name) },
      element("summary", {}, label, number),
      element("div", { role: "group", "aria-labelledby": label.id }, find || null, list, more));

    function box(value) {
      if (!boxes.has(value)) {
        const input = element("input", { type: "checkbox", value: facet.values[value] });
        const count = element("span", { className: "finder-number" });
        input.addEventListener("change", () => {
          const next = new Set(chosen);
          next[input.checked ? "add" : "delete"](value);
          change(next);
        });
        const text = element("span", {}, shown(names.of(value)));
        boxes.set(value, { row: element("li", {}, element("label", {}, input, text, count)), input, count });
      }
      const { row, input, count } = boxes.get(value);
      input.checked = chosen.has(value);
      count.textContent = words.number(counts[value] ?? 0);
      return row;
    }

    // The values to show: of a long facet the most frequent ones, or those whose names have what was typed.
    function values() {
      const present = [...counts.keys()].filter((value) => counts[value] > 0 || chosen.has(value));
      if (!LONG.has(name)) return { shown: present, left: 0 };
      const fitting = wanted ? present.filter((value) => atlas.folded(textOf(names.of(value))).includes(wanted)) : present;
      fitting.sort((a, b) => chosen.has(b) - chosen.has(a) || counts[b] - counts[a] || a - b);
      const top = fitting.slice(0, Math.max(SHOWN, wanted ? 0 : chosen.size));
      return { shown: top, left: fitting.length - top.length };
    }

    function draw() {
      number.textContent = chosen.size ? words.number(chosen.size) : "";
      if (!frame.open) return;
      if (!names.ready) {
        names.load().then(draw);
        return;
      }
      const { shown: top, left } = values();
      if (find) find.hidden = !wanted && left === 0 && top.length <= SHOWN;
      more.textContent = left ? words("more", { count: words.number(left) }) : "";
      const focus = document.activeElement;
      arrange(list, top.map(box));
      if (focus !== document.activeElement && list.contains(focus)) focus.focus();
    }

    frame.addEventListener("toggle", draw);
    if (find) find.addEventListener("input", () => {
      wanted = atlas.folded(find.value.trim());
      draw();
    });

    function update(newCounts, newChosen) {
      [counts, chosen] = [newCounts, newChosen];
      draw();
    }
    return { frame, update };
  }

  // All facets behind one heading, which folds them away where there is little room.
  function filters(dom, words, facets, names, change) {
    const views = Object.entries(facets).map(([name, facet]) => [
      name, facetView(dom, words, name, facet, names[name], (chosen) => change(name, chosen)),
    ]);
    const frame = dom.element("details", { className: "finder-filters" },
      dom.element("summary", {}, words("filters")), ...views.map(([, view]) => view.frame));
    const wide = matchMedia("(min-width: 60em)");
    const fit = () => { frame.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
    function update(counts, choice) {
      for (const [name, view] of views) view.update(counts[name], choice[name] ?? new Set());
    }
    return { frame, update };
  }

  // The chosen values, each with a button that takes it away: `chosen` is a list of { name, text, remove }.
  function chips({ element }, words, clear) {
    const list = element("ul", { className: "finder-chips", "aria-label": words("chosen") });
    const all = element("button", { type: "button", className: "finder-clear" }, words("clear"));
    all.addEventListener("click", clear);
    function update(chosen) {
      const had = list.contains(document.activeElement);
      list.replaceChildren(...chosen.map(({ text, remove }) => {
        const cross = element("span", { "aria-hidden": "true" }, " ✕");
        const chip = element("button", { type: "button", "aria-label": words("remove", { name: text }) }, text, cross);
        chip.addEventListener("click", remove);
        return element("li", {}, chip);
      }), ...(chosen.length ? [element("li", {}, all)] : []));
      list.hidden = !chosen.length;
      return had;
    }
    return { frame: list, update };
  }

  atlas.give("assets/finder/filters", { filters, chips });
})();
