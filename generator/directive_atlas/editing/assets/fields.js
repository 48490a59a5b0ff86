// The controls of a form: one line, a text in several languages, words to choose from, lists of names and times.

import { combobox } from "./combobox.js";
import { button, element, filled } from "./dom.js";
import { isBlock, listed } from "./record.js";

/** @import { Child } from "./dom.js" */
/** @import { Block, Field, Opened, Suggestion, Value } from "./types.js" */
/**
 * @typedef {object} Context What a control knows and does.
 * @property {Field} field
 * @property {string} id
 * @property {Value | undefined} value
 * @property {Opened} opened
 * @property {Record<string, unknown>} about Attributes that say what is wrong with it.
 * @property {(value: Value) => unknown} set
 * @property {(value: Value) => string} passage The words that a quote means.
 */

const LONG = ["note", "summary", "reason", "applies_to", "part"];

/** @param {string} text */
const line = (text) => text.replace(/\s+/g, " ").trim();

/** @param {Context} context @param {string} value @param {Record<string, unknown>} [more] */
function typed(context, value, more = {}) {
  const isLong = LONG.includes(context.field.key) || value.length > 60;
  const properties = { id: context.id, defaultValue: value, ...context.about, ...more };
  const field = isLong
    ? element("textarea", { rows: 2, ...properties })
    : element("input", { type: "text", autocomplete: "off", ...properties });
  if (!more.onchange) field.addEventListener("change", () => context.set(line(field.value)));
  return field;
}

/** @param {Context} context */
function oneLine(context) {
  return typed(context, typeof context.value === "string" ? context.value : "");
}

/** A text that is plain, or has a field for each language. @param {Context} context @returns {Child[]} */
function inLanguages(context) {
  const { value, opened, id, field } = context;
  if (!isBlock(value)) return [oneLine(context)];
  const codes = [...new Set([...opened.languages, ...Object.keys(value)])];
  return codes.map((code, place) => {
    const own = typed(context, String(value[code] ?? ""), {
      id: place === 0 ? id : `${id}-${code}`,
      lang: code,
      "aria-label": `${field.label} (${code})`,
      onchange: () => context.set(without({ ...value, [code]: line(own.value) })),
    });
    return element("div", { className: "language" }, element("span", { "aria-hidden": true }, code), own);
  });
}

/** A block without what is empty. @param {Block} block @returns {Block} */
const without = (block) => Object.fromEntries(Object.entries(block).filter(([, value]) => value !== ""));

/** @param {Context} context */
function choice({ field, id, value, opened, about, set }) {
  return select({ id, ...about }, field.words, opened.words.usual ?? "", value, set);
}

/**
 * @param {Record<string, unknown>} properties
 * @param {[string, string][]} words
 * @param {string} empty
 * @param {Value | undefined} value
 * @param {(value: string) => unknown} set
 */
function select(properties, words, empty, value, set) {
  const known = words.some(([word]) => word === value) || typeof value !== "string" ? [] : [[value, value]];
  const all = [["", empty], ...known, ...words];
  const options = all.map(([word = "", label = ""]) =>
    element("option", { value: word, defaultSelected: word === (value ?? "") }, label),
  );
  const made = element("select", properties, options);
  made.addEventListener("change", () => set(made.value));
  return made;
}

/** @param {Context} context @param {Suggestion[]} suggestions @returns {Child[]} */
function namesList({ id, value, opened, field, set, about }, suggestions) {
  const all = listed(value);
  const rows = all.map((name, place) => {
    const rest = () => set(all.filter((_, other) => other !== place));
    const label = filled(opened.words.remove ?? "", { name });
    const remove = button("×", rest, { id: `${id}-${place}-remove`, "aria-label": label, title: label });
    return element("li", {}, element("span", {}, String(name)), remove);
  });
  const add = combobox({
    id,
    label: `${field.label}: ${opened.words.add}`,
    isNew: true,
    suggestions,
    more: about,
    pick: (name) => set([...all, name]),
  });
  return [rows.length > 0 ? element("ul", { className: "names" }, rows) : null, add];
}

/** A part as it is written: only the name, if there is no more to say. @param {Block} duty @returns {Value} */
function shortDuty(duty) {
  const kept = without(duty);
  return Object.keys(kept).length === 1 && kept.actor ? kept.actor : kept;
}

/** @param {Context} context @returns {Child[]} */
function duties(context) {
  const { id, value, opened, field, set, about } = context;
  const all = listed(value);
  const add = combobox({
    id,
    label: `${field.label}: ${opened.words.add}`,
    isNew: true,
    suggestions: opened.names.bodies,
    more: about,
    pick: (actor) => set([...all, actor]),
  });
  return [...all.map((_, place) => duty(context, all, place)), add];
}

/** @param {Context} context @param {Value[]} all @param {number} place */
function duty({ id, opened, field, set }, all, place) {
  const { words } = opened;
  const own = all[place] ?? "";
  const block = isBlock(own) ? own : { actor: own };
  const put = (/** @type {Block} */ change) => set(all.with(place, shortDuty({ ...block, ...change })));
  const name = String(block.actor ?? "");
  const label = filled(words.remove ?? "", { name });
  const reason = element("input", {
    type: "text",
    id: `${id}-${place}-reason`,
    defaultValue: typeof block.reason === "string" ? block.reason : "",
    disabled: isBlock(block.reason),
    placeholder: words.reason,
    "aria-label": `${name}: ${words.reason}`,
    onchange: () => put({ reason: line(reason.value) }),
  });
  return element(
    "div",
    { className: "duty", role: "group", "aria-label": name },
    combobox({
      id: `${id}-${place}-actor`,
      label: words.actor ?? "",
      value: name,
      suggestions: opened.names.bodies,
      pick: (actor) => (actor ? put({ actor }) : set(all.filter((_, other) => other !== place))),
    }),
    select(
      { id: `${id}-${place}-role`, "aria-label": `${name}: ${words.role}` },
      field.words,
      words.usual ?? "",
      block.role,
      (role) => put({ role }),
    ),
    reason,
    button("×", () => set(all.filter((_, other) => other !== place)), {
      id: `${id}-${place}-remove`,
      "aria-label": label,
      title: label,
    }),
  );
}

/** Times, each in one line; what is a block is only shown. @param {Context} context @returns {Child[]} */
function times({ id, value, opened, field, set, about }) {
  const all = listed(value);
  const put = (/** @type {Value[]} */ times) => set(times.length === 1 ? (times[0] ?? "") : times);
  const rows = all.map((time, place) => {
    if (isBlock(time))
      return element("p", {}, filled(opened.words.block ?? "", { value: JSON.stringify(time) }));
    const own = element("input", {
      type: "text",
      ...about,
      id: place === 0 ? id : `${id}-${place}`,
      defaultValue: String(time),
      "aria-label": all.length > 1 ? `${field.label} ${place + 1}` : null,
      onchange: () =>
        put(own.value ? all.with(place, line(own.value)) : all.filter((_, other) => other !== place)),
    });
    return own;
  });
  const more = element("input", {
    type: "text",
    id: all.length === 0 ? id : `${id}-new`,
    ...(all.length === 0 ? about : {}),
    "aria-label": all.length === 0 ? null : `${field.label}: ${opened.words.add}`,
    placeholder: "2020-09 · 30 days after signed · every quarter",
    onchange: () => (more.value ? put([...all, line(more.value)]) : null),
  });
  return [...rows, more];
}

/** @param {Context} context @returns {Child[]} */
function quotes({ id, value, opened, set, passage }) {
  const all = listed(value);
  if (all.length === 0) return [element("p", { id, tabIndex: -1 }, opened.words.none)];
  return all.map((quote, place) => {
    const words = passage(quote);
    const label = filled(opened.words.remove ?? "", { name: words.slice(0, 30) });
    const rest = all.filter((_, other) => other !== place);
    const remove = button("×", () => set(rest), {
      id: `${id}-${place}-remove`,
      "aria-label": label,
      title: label,
    });
    const shown = element("blockquote", { lang: opened.source?.language }, words);
    return element("div", { className: "quote", id: place === 0 ? id : null, tabIndex: -1 }, shown, remove);
  });
}

/** What a person still has to decide. @param {Context} context @returns {Child[]} */
function questions({ id, value, opened, set }) {
  const all = listed(value);
  return all.map((question, place) => {
    const rest = () => set(all.filter((_, other) => other !== place));
    const properties = { id: place === 0 ? id : `${id}-${place}`, "aria-description": String(question) };
    return element(
      "p",
      { className: "question" },
      element("span", {}, String(question), " "),
      button(opened.words.decided ?? "", rest, properties),
    );
  });
}

/** @param {Context} context */
const olderDirective = ({ id, value, opened, field, set, about }) =>
  combobox({
    id,
    label: field.label,
    value: String(value ?? ""),
    suggestions: opened.names.directives,
    more: about,
    pick: set,
  });

/** The kinds of control, each with what it draws, and whether it is a group of several. */
export const CONTROLS =
  /** @type {Record<string, { draw: (context: Context) => Child | Child[], isGroup?: boolean }>} */ ({
    line: { draw: oneLine },
    text: { draw: inLanguages },
    choice: { draw: choice },
    directive: { draw: olderDirective },
    bodies: { draw: (context) => namesList(context, context.opened.names.bodies), isGroup: true },
    topics: { draw: (context) => namesList(context, context.opened.names.topics), isGroup: true },
    duties: { draw: duties, isGroup: true },
    times: { draw: times },
    quotes: { draw: quotes, isGroup: true },
    quote: { draw: quotes, isGroup: true },
    own: { draw: quotes, isGroup: true },
    questions: { draw: questions, isGroup: true },
  });
