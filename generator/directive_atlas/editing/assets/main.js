// The page as a whole: it opens the record, draws all parts after each change, and says what was done.

import { Actions } from "./actions.js";
import { Desk, RefusedError } from "./desk.js";
import { byId, filled } from "./dom.js";
import { Form } from "./form.js";
import { ConflictPanel, Problems } from "./problems.js";
import { called } from "./record.js";
import { SourceText } from "./source.js";
import { Tree } from "./tree.js";
import { Yaml } from "./yaml.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main[data-directive]"));
const status = byId("status");
const tools = /** @type {Record<"undo" | "redo" | "save", HTMLButtonElement>} */ ({
  undo: byId("undo"),
  redo: byId("redo"),
  save: byId("save"),
});

const desk = new Desk(main.dataset.directive ?? "", draw);
const source = new SourceText(desk, () => actions.draw());
const form = new Form(desk, source, perform);
const actions = new Actions(desk, source, perform, () => form.toFirst());
const yaml = new Yaml(desk, perform);
const tree = new Tree(desk);
const problems = new Problems(desk, form);
const conflict = new ConflictPanel(desk, perform);

function draw() {
  const { view, opened } = desk;
  const { words } = opened;
  for (const part of [source, actions, tree, form, yaml, problems, conflict]) part.draw();
  byId("heading").textContent = called(view, [], desk.source) || desk.directive;
  byId("count").textContent = filled(words.read ?? "", { read: view.read, all: view.sentences });
  byId("state").textContent = (desk.isSaved ? words.same : words.unsaved) ?? "";
  tools.undo.disabled = !desk.canUndo;
  tools.redo.disabled = !desk.canRedo;
  tools.save.disabled = desk.isSaved;
}

/**
 * Does something, and says what came of it.
 * @param {() => Promise<string>} work
 */
async function perform(work) {
  try {
    say(await work());
  } catch (error) {
    if (!(error instanceof RefusedError)) console.warn(error);
    const { failed = "" } = desk.opened?.words ?? {};
    say(error instanceof RefusedError ? error.message : failed, true);
    if (desk.opened) draw();
  }
}

/** @param {string} message @param {boolean} [isWrong] */
function say(message, isWrong = false) {
  status.textContent = message;
  status.classList.toggle("wrong", isWrong);
}

const undo = () => perform(async () => desk.undo().then(() => desk.opened.words.undone ?? ""));
const redo = () => perform(async () => desk.redo().then(() => desk.opened.words.changed ?? ""));
const save = () =>
  perform(async () => {
    const isWritten = await desk.save();
    if (!isWritten) byId("conflict-heading").focus();
    return (isWritten ? desk.opened.words.saved : desk.opened.words.conflict) ?? "";
  });

tools.undo.addEventListener("click", undo);
tools.redo.addEventListener("click", redo);
tools.save.addEventListener("click", save);
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey)) return;
  const isTyping = document.activeElement?.matches("input, textarea");
  const act = { s: save, z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
  if (!act || (isTyping && act !== save)) return;
  event.preventDefault();
  // what is being typed is taken over first
  if (isTyping) /** @type {HTMLElement} */ (document.activeElement).blur();
  act();
});
addEventListener("beforeunload", (event) => {
  if (desk.opened && !desk.isSaved) event.preventDefault();
});

perform(async () => {
  await desk.open();
  main.dataset.ready = "true";
  return "";
});
