// What the other scripts of the site share: where it begins, its language, messages, data files, elements.
//
// Scripts are plain files without modules, so that pages also work from a folder (file://). Each declares at most
// one global, named after its path: search/text.js declares SearchText. While it loads it may use `atlas` and
// nothing else of the others, so their order does not matter. Data files are scripts that call
// atlas.define(name, data).

/** @typedef {Node | string | null | undefined} Child  What an element can contain; null is left out. */

const atlas = (() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = own.src.replace(/assets\/\w+\.js.*$/, "");
  /** The code of the page's language, and the folder of that language below the root: `en/`, or nothing. */
  const { language = "", folder = "" } = own.dataset;

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();
  /** @type {Map<string, unknown>} */
  const defined = new Map();

  /**
   * Runs a script of the site, named by its path without ending; each once.
   * Rejects where there is no such file; the next call then tries again.
   * @param {string} name
   */
  function run(name) {
    let done = scripts.get(name);
    if (!done) {
      done = added(`${root}${name}.js`);
      done.catch(() => scripts.delete(name));
      scripts.set(name, done);
    }
    return done;
  }

  /**
   * Adds a script to the page and waits until it has run.
   * @param {string} source
   * @returns {Promise<void>}
   */
  function added(source) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = () => resolve(script.remove());
      script.onerror = () => reject(new Error(`cannot load ${source}`));
      document.head.append(script);
    });
  }

  /** @param {string} name @param {unknown} data */
  function define(name, data) {
    defined.set(name, data);
  }

  /**
   * The content of a data file.
   * @template T
   * @param {string} name
   * @returns {Promise<T>}
   */
  async function load(name) {
    await run(name);
    return /** @type {T} */ (defined.get(name));
  }

  /**
   * A text with values for the names in braces: `{count} rows`.
   * @param {string} text
   * @param {Record<string, unknown>} values
   */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (braces, key) => String(values[key] ?? braces));

  /**
   * A message of the interface by its name.
   * @param {string} name
   * @param {Record<string, unknown>} [values]
   */
  async function message(name, values = {}) {
    /** @type {Record<string, string>} */
    const messages = await load(`words/${language}`);
    return filled(messages[name] ?? name, values);
  }

  /**
   * The address of a page in the language of this one.
   * @param {string} path such as `tasks/index.html`
   */
  const address = (path) => `${root}${folder}${path}`;

  /**
   * An element with properties, attributes (`aria-…`, `data-…`, `role`) and children.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, unknown>} [properties]
   * @param {...(Child | Child[])} children
   */
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made && !key.includes("-")) Object.assign(made, { [key]: value });
      else made.setAttribute(key, String(value));
    }
    made.append(...children.flat().filter((child) => child != null));
    return made;
  }

  /**
   * A text as it is compared: compatibility forms as usual ones, small letters; as vocabulary/folding.py has it.
   * @param {string} text
   */
  const caseless = (text) => text.normalize("NFKC").toLowerCase();

  return {
    root,
    language,
    run,
    define,
    load,
    filled,
    message,
    address,
    element,
    caseless,
    /** What assets/search.js offers to other scripts. */
    search: /** @type {SiteSearch | null} */ (null),
  };
})();
