"""What a draft suggests: parts of a text with their quotes, each suggestion with its rule and its certainty.

Every span counts characters of ``SourceText.text``. The rules of a language (``draft/zh``, ``draft/en``)
make a ``Draft``; ``draft/record.py`` writes it as a lean record. Nothing here is invented: what a rule
cannot read for certain becomes a ``Question``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from directive_atlas.passages import Span
from directive_atlas.problems import Wording
from directive_atlas.vocabulary.directives import DirectiveKind, RelationKind
from directive_atlas.vocabulary.tasks import Choice, Obligation, Role, RuleKind, Stage


class Certainty(StrEnum):
    """How sure a suggestion is: read from a fixed form; most likely so; or one of several readings."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Why:
    """The rule that made a suggestion, how sure it is, and the words that it read."""

    rule: Wording
    certainty: Certainty
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the text names it: its words, and the id of its record or registry entry if it has one."""

    words: str
    id: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class DraftDuty:
    """The part of a body in a task; the keys are those of ``load.schema.Duty``."""

    body: Body
    role: Role
    why: Why
    via: Body | None = None
    and_others: bool = False
    each: bool = False
    inferred: Wording | None = None
    """The reason, where the text does not say so itself."""


Block = Mapping[str, object]
"""Keys and values as a record has them: texts, numbers, booleans, lists and blocks."""


@dataclass(frozen=True, slots=True)
class DraftTime:
    """A time in the form of the record: one line (“2020-09”, “90 days after signed”) or a block of keys.

    ``after`` is the span of the part whose completion it is counted from, if it is counted from one;
    the record then has the id of that part.
    """

    written: str | Block
    words: str
    why: Why
    after: Span | None = None


@dataclass(frozen=True, slots=True)
class DraftTarget:
    """A value to be reached; ``block`` has the keys of ``load.schema.Target`` except ``quote``."""

    block: Block
    why: Why


class PartKind(StrEnum):
    """What a part of a text becomes in the record."""

    SECTION = "section"
    TASK = "task"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Part:
    """A section, task or measure, with the passages that it quotes and what the text says of it.

    ``duties`` are the part's own; what it inherits from above is not repeated. ``adds`` tells that they
    stand beside the inherited ones (``also``), else they replace them.
    """

    kind: PartKind
    quotes: tuple[Span, ...]
    why: Why
    label: str | None = None
    title: str = ""
    """The text's own heading; left empty where the quote says it."""
    obligation: Obligation | None = None
    stage: Stage | None = None
    duties: tuple[DraftDuty, ...] = ()
    adds: bool = False
    times: tuple[DraftTime, ...] = ()
    targets: tuple[DraftTarget, ...] = ()
    applies_to: str = ""
    choose: Choice = Choice.ALL
    parts: tuple[Part, ...] = ()
    questions: tuple[Question, ...] = ()
    note: str = ""
    """What the text says of it that has no place of its own in a record."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage that asks nothing: page furniture, head, signature, reasons; ``reason`` tells readers why."""

    span: Span
    reason: Wording
    why: Why


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to decide, about some words: what was not understood, or could be read two ways."""

    span: Span
    text: Wording


@dataclass(frozen=True, slots=True)
class DraftRelation:
    """What this text does to another paper, called by title, by number or both."""

    kind: RelationKind
    title: str
    number: str
    span: Span
    why: Why


@dataclass(frozen=True, slots=True)
class DraftRule:
    """What the text states once for all its tasks, or for those of the section that has ``section``."""

    kind: RuleKind
    span: Span
    why: Why
    section: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What the text says of itself; an empty value is one that it does not give.

    ``dates`` maps words of ``DateKind`` (signed, published, effective …) to dates in the record's form;
    ``block`` has other keys of ``load.schema.Directive`` (copies, index_number, category, release …).
    """

    title: str = ""
    kind: DirectiveKind | None = None
    number: str = ""
    issuers: tuple[Body, ...] = ()
    recipients: tuple[Body, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    block: Block = field(default_factory=dict)
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All suggestions for one text, in the order of the text."""

    language: str
    head: Head
    parts: tuple[Part, ...]
    asides: tuple[Aside, ...] = ()
    relations: tuple[DraftRelation, ...] = ()
    rules: tuple[DraftRule, ...] = ()
    questions: tuple[Question, ...] = ()
