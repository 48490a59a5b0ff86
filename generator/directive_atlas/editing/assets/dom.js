// Elements, and what keeps the focus where it was when a part of the page is drawn again.

/** @typedef {Node | string | null | undefined} Child  What an element can contain; null is left out. */

/**
 * An element with properties, attributes (`aria-…`, `data-…`, `role`) and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Child | Child[])} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value == null) continue;
    if (key in made && !key.includes("-")) Object.assign(made, { [key]: value });
    else made.setAttribute(key, String(value));
  }
  made.append(...children.flat().filter((child) => child != null));
  return made;
}

/**
 * @param {string} label
 * @param {() => unknown} act
 * @param {Record<string, unknown>} [properties]
 */
export const button = (label, act, properties = {}) =>
  element("button", { type: "button", onclick: act, ...properties }, label);

/**
 * The element with an id, which the page must have.
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * A text with values for the names in braces: `{count} rows`.
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
export const filled = (text, values) =>
  text.replace(/\{(\w+)\}/g, (braces, key) => String(values[key] ?? braces));

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Typed */

/**
 * Draws a part of the page again; what has the focus, and what is being typed there, stays.
 * @param {HTMLElement} part
 * @param {() => Child[]} draw
 */
export function redraw(part, draw) {
  const before = /** @type {HTMLElement} */ (document.activeElement);
  const isInside = part.contains(before);
  part.replaceChildren(...draw().filter((child) => child != null));
  const after = isInside && before.id ? document.getElementById(before.id) : null;
  if (!after) return;
  if (isTyped(before) && isTyped(after)) carryOver(before, after);
  after.focus({ preventScroll: true });
}

/**
 * @param {Element} one
 * @returns {one is Typed}
 */
const isTyped = (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;

/** @param {Typed} before @param {Typed} after */
function carryOver(before, after) {
  const { selectionStart, selectionEnd } = before;
  if (before.value !== before.defaultValue) after.value = before.value;
  after.setSelectionRange(selectionStart, selectionEnd);
}
