"""Which fields the page has for each kind of record, in which order, and how each is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.record import Record
from directive_atlas.vocabulary.directives import DirectiveKind, RelationKind
from directive_atlas.vocabulary.progress import Comparator
from directive_atlas.vocabulary.tasks import Basis, Choice, Obligation, Role, Stage
from directive_atlas.vocabulary.word import N_, Word


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: the key, its label, the kind of control, and the words to choose from.

    The kinds are those of ``assets/fields.js``. Keys that stand below another one have a dot.
    """

    key: str
    label: str
    kind: str
    words: type[Word] | None = None
    needed: bool = False


_QUESTIONS = Field("to_decide", N_("To decide"), "questions")
_SAID = (
    Field("actors", N_("Actors"), "duties", Role),
    Field("due", N_("Time"), "times"),
    Field("obligation", N_("Obligation"), "choice", Obligation),
    Field("topics", N_("Topics"), "topics"),
    Field("applies_to", N_("Scope"), "text"),
)
_NOTE = Field("note", N_("Note"), "text")
_QUOTES = Field("quote", N_("Passages"), "quotes")
_QUOTE = Field("quote", N_("Passage"), "quote")
_DATES = (
    Field("dates.signed", N_("Signed"), "line"),
    Field("dates.published", N_("Published"), "line"),
    Field("dates.effective", N_("In force from"), "line"),
)
_MEASURE = (
    _QUESTIONS,
    Field("title", N_("Title"), "text"),
    _QUOTES,
    Field("label", N_("Number in the text"), "line"),
    *_SAID[:1],
    Field("also", N_("Also, beside those from above"), "duties", Role),
    *_SAID[1:],
    Field("stage", N_("Stage"), "choice", Stage),
    Field("choose", N_("How many of its parts"), "choice", Choice),
    _NOTE,
)

FORMS: dict[str, tuple[Field, ...]] = {
    "directive": (
        _QUESTIONS,
        Field("title", N_("Title"), "text", needed=True),
        Field("kind", N_("Kind of document"), "choice", DirectiveKind, needed=True),
        Field("number", N_("Number"), "line"),
        Field("issuers", N_("Issued by"), "bodies", needed=True),
        *_DATES,
        Field("summary", N_("Summary"), "text"),
        Field("topics", N_("Topics"), "topics"),
        Field("applies_to", N_("Scope"), "text"),
        Field("defaults.obligation", N_("Obligation of all tasks"), "choice", Obligation),
        Field("defaults.actors", N_("Actors of all tasks"), "duties", Role),
        Field("defaults.due", N_("Time of all tasks"), "times"),
    ),
    "section": (_QUESTIONS, Field("title", N_("Title"), "text", needed=True), _QUOTES, *_SAID),
    "task": _MEASURE,
    "measure": _MEASURE,
    "target": (
        Field("metric", N_("What is measured"), "text", needed=True),
        Field("comparator", N_("How it is meant"), "choice", Comparator),
        Field("value", N_("Value"), "line"),
        Field("to", N_("Upper end"), "line"),
        Field("unit", N_("Unit"), "text"),
        Field("by", N_("Reached by"), "line"),
        _QUOTE,
        _NOTE,
    ),
    "relation": (
        Field("kind", N_("What it does"), "choice", RelationKind, needed=True),
        Field("to", N_("Older directive"), "directive"),
        Field("title", N_("Its title, if it has no record"), "text"),
        Field("number", N_("Its number, if it has no record"), "line"),
        Field("part", N_("Part"), "text"),
        Field("basis", N_("How we know"), "choice", Basis),
        _NOTE,
        _QUOTE,
    ),
    "background": (
        Field("reason", N_("Why it asks nothing"), "text", needed=True),
        Field("", N_("Passage"), "own"),
    ),
}
"""The fields by the kind of record; a background passage is a quote itself."""

RECORDS: dict[str, type[Record]] = {
    "directive": schema.Directive,
    "section": schema.Section,
    "task": schema.Task,
    "measure": schema.Measure,
    "target": schema.Target,
    "relation": schema.Relation,
    "background": schema.Background,
}
"""The record that each form is for."""


def messages() -> Iterable[str]:
    """The labels of all fields."""
    return (field.label for fields in FORMS.values() for field in fields)
