// Runs before anything of a page shows: what the theme's own scripts keep on the reader's device, by the place where
// the site begins, and the colours that the reader chose. The theme would write these functions into each page, where a
// content security policy would have to allow all such scripts.

(() => {
  /** @typedef {{color?: Record<string, string>}} Palette */
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(own.dataset.base ?? ".", location.href);

  /**
   * @param {string} name
   * @param {Storage} storage
   * @param {URL} place
   */
  function get(name, storage = localStorage, place = scope) {
    return JSON.parse(storage.getItem(`${place.pathname}.${name}`) ?? "null");
  }

  /**
   * @param {string} name
   * @param {unknown} value
   * @param {Storage} storage
   * @param {URL} place
   */
  function set(name, value, storage = localStorage, place = scope) {
    try {
      storage.setItem(`${place.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // The reader's browser keeps nothing: then the choice holds for this page.
    }
  }

  /**
   * A number that tells texts apart, as the theme has it.
   * @param {string} text
   */
  function hash(text) {
    return [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);
  }

  /** Gives the page the colours that the reader chose, where there is a choice. */
  function paint() {
    const { color } = /** @type {Palette} */ (get("__palette") ?? {});
    if (!color || !document.querySelector("[data-md-component=palette]")) return;
    if (color.media === "(prefers-color-scheme)") {
      const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
      const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
      for (const name of ["media", "scheme", "primary", "accent"]) {
        color[name] = input?.getAttribute(`data-md-color-${name}`) ?? "";
      }
    }
    for (const [name, value] of Object.entries(color))
      document.body.setAttribute(`data-md-color-${name}`, value);
  }

  Object.assign(globalThis, { __md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash });
  paint();
})();
