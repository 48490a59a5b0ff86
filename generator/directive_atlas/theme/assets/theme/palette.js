// Gives the page the colours that the reader chose, before anything of it shows.

(() => {
  /** @typedef {{color?: Record<string, string>}} Palette */
  const remembered = /** @type {{__md_get: (name: string) => Palette | null}} */ (
    /** @type {unknown} */ (globalThis)
  );
  const color = remembered.__md_get("__palette")?.color;
  if (!color) return;
  if (color.media === "(prefers-color-scheme)") {
    const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${scheme})"]`);
    for (const name of ["media", "scheme", "primary", "accent"]) {
      color[name] = input?.getAttribute(`data-md-color-${name}`) ?? "";
    }
  }
  for (const [name, value] of Object.entries(color))
    document.body.setAttribute(`data-md-color-${name}`, value);
})();
