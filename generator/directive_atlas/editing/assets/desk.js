// The record on the page: its text, what was changed, what is chosen. All changes are made by the server.

import { at, isSame, partOf } from "./record.js";

/** @import { Change, Opened, Path, Span, Value, View } from "./types.js" */
/** @typedef {{ text: string, digest: string }} Conflict */
/** @typedef {{ quote: Value, words: string } & Span} Quoted */

/** The server says why it does not do something. */
export class RefusedError extends Error {}

/** @param {string} what @param {Record<string, unknown>} asked */
async function ask(what, asked) {
  const token = document.querySelector("meta[name=token]")?.getAttribute("content") ?? "";
  const headers = { "Content-Type": "application/json", "X-Token": token };
  const reply = await fetch(`/do/${what}`, { method: "POST", headers, body: JSON.stringify(asked) });
  const answer = reply.headers.get("Content-Type") === "application/json" ? await reply.json() : {};
  if (!reply.ok || answer.why) throw new RefusedError(answer.why ?? reply.statusText);
  return answer;
}

export class Desk {
  /** @type {Opened} */
  // @ts-expect-error: open() is what makes a desk.
  opened;
  /** @type {View} */
  // @ts-expect-error: likewise.
  view;
  /** @type {Path} */
  chosen = [];
  /** @type {Conflict | null} */
  conflict = null;
  /** The text on disk, as far as the page knows. */
  saved = "";
  #digest = "";
  /** @type {{ text: string, chosen: Path }[]} */
  #before = [];
  /** @type {{ text: string, chosen: Path }[]} */
  #after = [];
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();

  /** @param {string} directive @param {() => void} draw Draws what is shown, after each change. */
  constructor(directive, draw) {
    this.directive = directive;
    this.draw = draw;
  }

  get source() {
    return this.opened.source?.text ?? "";
  }

  get isSaved() {
    return this.view.text === this.saved;
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#after.length > 0;
  }

  /** Reads the record from its file; what was not saved is lost. */
  async open() {
    const answer = await ask("open", { directive: this.directive });
    this.opened = answer;
    this.view = answer;
    this.saved = answer.text;
    this.#digest = answer.digest;
    this.conflict = null;
    this.#before = [];
    this.#after = [];
    this.choose(this.chosen);
  }

  /**
   * Does one thing after the other, so that each begins with what the one before has made.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** @param {Record<string, unknown>} asked */
  #about(asked) {
    const digest = this.opened.source?.digest ?? null;
    return { directive: this.directive, text: this.view.text, source_digest: digest, ...asked };
  }

  /**
   * Shows what the server answers, and a part of it, unless somebody has chosen another one meanwhile.
   * @param {View & { source?: Opened["source"] }} view
   * @param {Path} chosen
   * @param {Path} before The part that was chosen when the server was asked.
   */
  #take(view, chosen, before) {
    this.view = view;
    if (view.source !== undefined) this.opened.source = view.source;
    this.choose(isSame(this.chosen, before) ? chosen : this.chosen);
  }

  /**
   * Makes a change; `chosen` is the part that is then shown.
   * @param {Change} change
   * @param {Path} [chosen]
   */
  change(change, chosen) {
    return this.#inTurn(async () => {
      const before = { text: this.view.text, chosen: this.chosen };
      const view = await ask("change", this.#about({ change }));
      if (view.text !== before.text) {
        this.#before.push(before);
        this.#after = [];
      }
      this.#take(view, chosen ?? before.chosen, before.chosen);
    });
  }

  undo() {
    return this.#step(this.#before, this.#after);
  }

  redo() {
    return this.#step(this.#after, this.#before);
  }

  /** @param {{ text: string, chosen: Path }[]} from @param {{ text: string, chosen: Path }[]} onto */
  #step(from, onto) {
    return this.#inTurn(async () => {
      const step = from.at(-1);
      const before = { text: this.view.text, chosen: this.chosen };
      if (!step) return;
      const view = await ask("look", this.#about({ text: step.text }));
      from.pop();
      onto.push(before);
      this.#take(view, step.chosen, before.chosen);
    });
  }

  /** Writes the record, unless its file was changed; tells whether it was written. */
  save() {
    return this.#inTurn(async () => {
      const { text } = this.view;
      const answer = await ask("save", this.#about({ digest: this.#digest }));
      this.conflict = answer.conflict ?? null;
      if (!this.conflict) {
        this.#digest = answer.digest;
        this.saved = text;
      }
      this.draw();
      return !this.conflict;
    });
  }

  /**
   * Keeps what is here as a copy beside the record.
   * @returns {Promise<string>} the file
   */
  keep() {
    return this.#inTurn(async () => (await ask("keep", this.#about({}))).file);
  }

  /**
   * What can be quoted of a selection, and how.
   * @param {Span} span
   * @param {boolean} [byPosition]
   * @returns {Promise<Quoted>}
   */
  quote({ start, end }, byPosition = false) {
    return this.#inTurn(() => ask("quote", this.#about({ start, end, by_position: byPosition })));
  }

  /**
   * The part that is chosen, or all of the record, as it is written.
   * @param {Path} path
   * @returns {Promise<string>}
   */
  yaml(path) {
    return this.#inTurn(async () => (await ask("yaml", this.#about({ path }))).yaml);
  }

  /**
   * Shows a part of the record, or what is around it if it is not there any more.
   * @param {Path} path
   */
  choose(path) {
    let part = partOf(path);
    while (part.length > 0 && at(this.view.values, part) === undefined) part = partOf(part.slice(0, -1));
    if (!isSame(part, this.chosen)) this.chosen = part;
    this.draw();
  }
}
