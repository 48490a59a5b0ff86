// Finding one's way in a record: its parts, what each is called, and which passages it quotes.

/** @import { Block, Mark, Path, Value, View } from "./types.js" */

/** The kinds of part by the list that they stand in. */
export const LISTS = /** @type {Record<string, string>} */ ({
  relations: "relation",
  background: "background",
  targets: "target",
  sections: "section",
  tasks: "task",
  measures: "measure",
});

/** The lists that a kind of part may have, in the order in which they are shown. */
const INSIDE = /** @type {Record<string, string[]>} */ ({
  directive: ["relations", "background", "targets", "sections", "tasks"],
  section: ["sections", "tasks"],
  task: ["targets", "measures"],
  measure: ["targets", "measures"],
});

const LONGEST = 48;

/**
 * @param {Value | null | undefined} value
 * @returns {value is Block}
 */
export const isBlock = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A value as a list: one alone is a list of one.
 * @param {Value | undefined} value
 * @returns {Value[]}
 */
export const listed = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/**
 * The value at a path; nothing where there is none.
 * @param {Value | null | undefined} value
 * @param {Path} path
 * @returns {Value | undefined}
 */
export function at(value, path) {
  let found = /** @type {any} */ (value ?? undefined);
  for (const step of path) found = typeof found === "object" ? found?.[step] : undefined;
  return found;
}

/** @param {Path} path */
export function kindOf(path) {
  const list = path.findLast((step) => typeof step === "string");
  return list === undefined ? "directive" : (LISTS[list] ?? "");
}

/** @param {Path} one @param {Path} other */
export const isSame = (one, other) => one.length === other.length && startsWith(one, other);

/** @param {Path} path @param {Path} beginning */
export const startsWith = (path, beginning) => beginning.every((step, place) => path[place] === step);

/**
 * The innermost part of the record that has the value at a path; the record itself is the outermost.
 * @param {Path} path
 */
export function partOf(path) {
  let length = 0;
  for (let end = 1; end < path.length; end++) {
    if (typeof path[end] === "number" && String(path[end - 1]) in LISTS) length = end + 1;
  }
  return path.slice(0, length);
}

/**
 * The innermost part of one of some kinds on the way along a path.
 * @param {Path} path
 * @param {string[]} kinds
 */
export function nearest(path, kinds) {
  for (let part = partOf(path); part.length > 0; part = partOf(part.slice(0, -1))) {
    if (kinds.includes(kindOf(part))) return part;
  }
  return null;
}

/**
 * The parts right inside a part, in order.
 * @param {View} view
 * @param {Path} path
 * @returns {Path[]}
 */
export function parts(view, path) {
  const lists = INSIDE[kindOf(path)] ?? [];
  return lists.flatMap((list) =>
    listed(at(view.values, [...path, list])).map((_, place) => [...path, list, place]),
  );
}

/**
 * The passages that a part quotes itself.
 * @param {View} view
 * @param {Path} path
 * @returns {Mark[]}
 */
export function marksOf(view, path) {
  return view.marks.filter((mark) => isSame(partOf(mark.path), path));
}

/**
 * The first place of the text that a part rests on, with what is inside it.
 * @param {View} view
 * @param {Path} path
 */
export function begins(view, path) {
  const own = view.marks.filter((mark) => startsWith(mark.path, path));
  return Math.min(...own.map((mark) => mark.start));
}

/**
 * Where a part that begins at a character goes in a list: in the order of the text.
 * @param {View} view
 * @param {Path} list
 * @param {number} start
 */
export function placeFor(view, list, start) {
  const entries = listed(at(view.values, list));
  const behind = entries.findIndex((_, place) => {
    const own = begins(view, [...list, place]);
    return Number.isFinite(own) && own > start;
  });
  return behind < 0 ? entries.length : behind;
}

/**
 * What a part is called: its title, or its words in the text, or its number.
 * @param {View} view
 * @param {Path} path
 * @param {string} source
 */
export function called(view, path, source) {
  const value = at(view.values, path);
  if (!isBlock(value)) return "";
  const title = first(value.title ?? value.metric);
  const [mark] = marksOf(view, path);
  const words = mark ? source.slice(mark.start, mark.end) : "";
  const name = title || words || first(value.label ?? value.reason ?? value.to ?? value.kind ?? value.id);
  return shortened(name);
}

/** Words on one line, cut off behind as many as a message or a button can have. @param {string} words */
export function shortened(words) {
  const signs = [...words.replace(/\s+/g, " ").trim()];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join("")}…` : signs.join("");
}

/**
 * A text in the first of its languages.
 * @param {Value | undefined} text
 * @returns {string}
 */
export function first(text) {
  if (typeof text === "string") return text;
  return isBlock(text) ? first(Object.values(text)[0]) : "";
}
