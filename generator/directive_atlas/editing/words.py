"""The interface words that the scripts of the page need, in one language."""

from __future__ import annotations

from directive_atlas.editing.forms import FORMS, RECORDS, Field
from directive_atlas.interface.language import Language
from directive_atlas.vocabulary.word import N_

_WORDS: dict[str, str] = {
    "read": N_("{read} of {all} sentences read"),
    "paragraph": N_("Paragraph {number}"),
    "sentence.quoted": N_("quoted: {by}"),
    "sentence.open": N_("not read yet"),
    "chosen": N_("Chosen words"),
    "none": N_("Choose words of the text first."),
    "for": N_("For: {record}"),
    "task": N_("Task"),
    "section": N_("Section"),
    "measure": N_("Measure"),
    "part": N_("Part of this measure"),
    "target": N_("Target"),
    "background": N_("Background"),
    "relation": N_("Relation"),
    "passage": N_("One more passage"),
    "replace": N_("In place of its passage"),
    "directive": N_("Directive"),
    "show": N_("Show what quotes it"),
    "find": N_("Show in the text"),
    "delete": N_("Delete"),
    "move": N_("Move to"),
    "move.none": N_("no section"),
    "up": N_("Move up"),
    "down": N_("Move down"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "save": N_("Save"),
    "saved": N_("Saved."),
    "unsaved": N_("Not saved yet"),
    "same": N_("Nothing to save"),
    "undone": N_("Undone."),
    "added": N_("Added: {record}"),
    "deleted": N_("Deleted."),
    "moved": N_("Moved."),
    "changed": N_("Changed."),
    "set": N_("Changed: {field}"),
    "yaml": N_("As YAML"),
    "take": N_("Take over"),
    "add": N_("Add"),
    "remove": N_("Remove {name}"),
    "decided": N_("Decided: remove this line"),
    "actor": N_("Actor"),
    "role": N_("Role"),
    "reason": N_("Reason, if the text does not say so"),
    "usual": N_("as usual"),
    "block": N_("Written as a block; change it in an editor: {value}"),
    "problems": N_("Problems: {count}"),
    "problems.none": N_("No problems."),
    "error": N_("Error"),
    "warning": N_("Warning"),
    "elsewhere": N_("in another file: {file}"),
    "unread": N_("This record cannot be read. Correct it here or in an editor."),
    "no-source": N_("This directive has no source text: put it beside the record and name it under source."),
    "conflict": N_("The file was changed on disk meanwhile. Nothing was overwritten."),
    "reload": N_("Reload the file; what is here is lost"),
    "keep": N_("Keep what is here as a copy, then reload"),
    "kept": N_("Kept as {file}."),
    "disk": N_("On disk"),
    "here": N_("Here"),
    "failed": N_("The server does not answer. Is directives edit still running?"),
}
"""By the name that scripts use; values in braces are filled in by the script."""


def words(language: Language) -> dict[str, str]:
    """The words by name."""
    return {name: language.gettext(message) for name, message in _WORDS.items()}


def forms(language: Language) -> dict[str, list[dict[str, object]]]:
    """The fields of each form, with labels and words to choose from."""
    return {kind: [_field(field, kind, language) for field in fields] for kind, fields in FORMS.items()}


def _field(field: Field, kind: str, language: Language) -> dict[str, object]:
    chosen = field.words or ()
    return {
        "key": field.key,
        "label": language.gettext(field.label),
        "kind": field.kind,
        "words": [[word.value, language.gettext(word.label)] for word in chosen],
        "needed": field.needed,
        "help": _help(field.key, kind, language),
    }


def _help(key: str, kind: str, language: Language) -> str:
    """What the data format says of a key."""
    own = RECORDS[kind].model_fields
    info = own.get({"due": "timing", "quote": "quotes"}.get(key, key)) or own.get(key)
    described = " ".join(info.description.split()) if info and info.description else ""
    return language.gettext(described) if described else ""
