// A page without a browser: scripts of the site run in Node and declare their globals, as they do on a page.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInThisContext } = require("node:vm");

const ROOT = join(__dirname, "../..");
const ASSETS = join(ROOT, "generator/directive_atlas/theme/assets");

/** Elements that only keep what is put into them. @param {string} name */
const createElement = (name) => ({
  name,
  /** @type {unknown[]} */
  children: [],
  /** @param {unknown[]} children */
  append(...children) {
    this.children.push(...children);
  },
  setAttribute() {},
  remove() {},
});

/** The data files of the page, by name; a script that is added finds its file here or fails. */
const files = /** @type {Map<string, unknown>} */ (new Map());

const head = {
  /** @param {{ src: string, onload: () => void, onerror: () => void }} script */
  append(script) {
    const name = script.src.replace(/^.*\/site\//, "").replace(/\.js$/, "");
    if (files.has(name)) atlas.define(name, files.get(name));
    setTimeout(files.has(name) ? script.onload : script.onerror);
  },
};

Object.assign(globalThis, {
  document: {
    currentScript: { src: "file:///site/assets/atlas.js", dataset: { language: "zh", folder: "zh/" } },
    documentElement: { lang: "zh" },
    readyState: "loading",
    head,
    createElement,
    querySelector: () => null,
    querySelectorAll: () => [],
  },
  addEventListener() {},
});

/**
 * Runs scripts of the site, named by their path in assets/ without ending; atlas.js has run already.
 * @param {string[]} names
 */
function run(...names) {
  for (const name of names) {
    const filename = join(ASSETS, `${name}.js`);
    runInThisContext(readFileSync(filename, "utf8"), { filename });
  }
}

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

run("atlas");

module.exports = {
  run,
  files,
  /** What Python and the scripts must both get right. */
  examples: json("tests/scripts/examples.json"),
  /** What Python hands to the search; `make scripts` writes it. */
  rules: () => /** @type {{ text: TextRules, numbers: NumberRules }} */ (json(".cache/script-rules.json")),
};
