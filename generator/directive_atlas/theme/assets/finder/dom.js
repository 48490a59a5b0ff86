// What the parts of the finder share to build the page: texts stay texts, whatever they contain.
(() => {
  const { element } = atlas;

  const textOf = (marked) => (typeof marked === "string" ? marked : marked[0]);

  // A text in the page's language, or [text, language] marked with the other one that it is in.
  const shown = (marked) => (typeof marked === "string" ? marked : element("span", { lang: marked[1] }, marked[0]));

  // Makes the children of an element these, in this order; what stays where it is keeps the focus.
  function arrange(parent, children) {
    const kept = new Set(children);
    for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
    children.forEach((child, place) => {
      if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
    });
  }

  atlas.give("assets/finder/dom", { element, textOf, shown, arrange });
})();
