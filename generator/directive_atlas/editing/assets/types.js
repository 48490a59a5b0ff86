// The shapes of what the server sends and of what the parts of the page share; there is no code here.

/** @typedef {string | number} Step */
/** @typedef {Step[]} Path  The way from the top of the record to one of its values. */
/** @typedef {string | Value[] | { [key: string]: Value }} Value  Numbers, dates, true and false are texts, too. */
/** @typedef {{ [key: string]: Value }} Block */
/** @typedef {{ start: number, end: number }} Span  Characters of the source text. */
/** @typedef {Span & { purpose: string, path: Path }} Mark */
/**
 * @typedef {object} Problem
 * @property {string} code
 * @property {boolean} isError
 * @property {string} file
 * @property {number} line
 * @property {string} message
 * @property {string} hint
 * @property {Path} path
 */
/** @typedef {{ number: number, label: string, kind: string, sentences: [number, number][] }} Paragraph */
/** @typedef {{ text: string, digest: string, language: string, paragraphs: Paragraph[] }} Source */
/**
 * @typedef {object} View
 * @property {string} text The record as YAML.
 * @property {Block | null} values
 * @property {Mark[]} marks
 * @property {[number, number][]} open The runs of words that are not read.
 * @property {number} read
 * @property {number} sentences
 * @property {Problem[]} problems
 */
/** @typedef {{ key: string, label: string, kind: string, words: [string, string][], needed: boolean, help: string }} Field */
/** @typedef {{ name: string, written: string, of: string, sound: string }} Suggestion */
/**
 * @typedef {object} Opened
 * @property {string} digest
 * @property {string[]} languages
 * @property {Source | null} source
 * @property {Record<string, string>} words
 * @property {Record<string, Field[]>} forms
 * @property {{ bodies: Suggestion[], topics: Suggestion[], directives: Suggestion[] }} names
 */
/**
 * @typedef {object} Change
 * @property {"set" | "add" | "remove" | "move" | "write"} do
 * @property {Path} path
 * @property {Value} [value]
 * @property {number} [index]
 * @property {Path} [to]
 * @property {string} [yaml]
 */

export {};
