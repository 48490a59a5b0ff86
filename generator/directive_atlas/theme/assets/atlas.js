// What the other scripts of this site share: where it begins, its language, words, data files, elements.
// Data files are scripts that call atlas.give(name, data), so that they also load from a folder (file://).
(() => {
  const root = document.currentScript.src.replace(/assets\/atlas\.js.*$/, "");
  const waiting = new Map();
  const loaded = new Map();

  // A data file by its name without ending; each is loaded once. Rejects where there is no such file.
  function load(name) {
    if (!loaded.has(name)) loaded.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.src = `${root}${name}.js`;
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(`cannot load ${script.src}`));
      };
      script.onload = () => script.remove();
      document.head.append(script);
    }));
    return loaded.get(name);
  }

  function give(name, data) {
    waiting.get(name)?.(data);
    waiting.delete(name);
  }

  const language = document.documentElement.lang.split("-")[0];

  // An interface word by its name, with values for what stands in braces.
  async function word(name, values = {}) {
    const words = await load(`words/${language}`);
    return (words[name] ?? name).replace(/\{(\w+)\}/g, (braces, key) => values[key] ?? braces);
  }

  // The address of a generated page (such as "tasks/index.html") in the language of this page.
  function address(path) {
    return `${root}${language === "zh" ? "" : `${language}/`}${path}`;
  }

  // An element with properties, attributes (`aria-…`, `data-…`, `role`) and children, of which null is left out.
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made && !key.includes("-")) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children.flat().filter((child) => child != null));
    return made;
  }

  // A text as it is compared where people type parts of it.
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  window.atlas = { root, language, load, give, word, address, element, folded };
})();
