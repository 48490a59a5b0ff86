// Elements made by code: texts stay texts, whatever they contain.
(() => {
  // An element with properties, attributes (`aria-…`, `data-…`, `role`, `for`) and children, of which null is left out.
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made && !key.includes("-")) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children.flat().filter((child) => child != null));
    return made;
  }

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
