"""Who has which part in a task, and what is said once for all tasks below."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import ConfigDict, model_validator

from directive_atlas.load.fields import ActorName, Line, SectionName, TopicName, one_word_is
from directive_atlas.load.marked import Mapping, Scalar
from directive_atlas.load.record import Languages, Record, Text, conflict
from directive_atlas.load.schema.quotes import QuoteField
from directive_atlas.load.schema.timing import TimingField
from directive_atlas.vocabulary.tasks import Basis, Obligation, Role, RuleKind


class Duty(Record):
    """An actor's part in a task; ``words`` is what the text calls the actor there.

    ``obligation`` and ``applies_to`` stand here where they are not those of the whole task;
    ``inherit`` is false where the part does not hold for the measures below. Whoever gives a
    ``reason`` need not write ``basis: inferred``.
    """

    actor: ActorName
    role: Role = Role.RESPONSIBLE
    basis: Basis = Basis.STATED
    reason: Text | None = None
    via: ActorName | None = None
    obligation: Obligation | None = None
    applies_to: Text | None = None
    words: Line | None = None
    inherit: bool = True

    @classmethod
    def long_form(cls, block: Mapping) -> None:
        """A part with a reason is our reading, unless it says otherwise."""
        if "reason" in block and "basis" not in block:
            place = block.marks.keys["reason"]
            block.set("basis", Scalar(Basis.INFERRED.value, place), place, place)

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.basis is not Basis.STATED and not self.reason:
            raise conflict(
                "a part that is {basis} needs its reason",
                "add reason: and say which words it rests on",
                basis=self.basis.value,
            )
        return self


DutyField = Annotated[Duty, one_word_is("actor")]


class Said(Record):
    """What a part of a directive says, for itself and for all below it that does not say otherwise.

    An empty list says: nobody, no time, no topic. ``due:`` is short for a list of one timing.
    """

    short_forms: ClassVar[dict[str, str]] = {"due": "timing"}

    obligation: Obligation | None = None
    actors: tuple[DutyField, ...] = ()
    timing: tuple[TimingField, ...] = ()
    topics: tuple[TopicName, ...] = ()
    applies_to: Text | None = None


class Rule(Record):
    """A rule that the text states once for all its tasks, or for those of a section."""

    rule: RuleKind
    quote: QuoteField
    section: SectionName | None = None


class Reasons(Record):
    """Reasons and notes that recur in a file, each under a name that stands where it belongs."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Text]

    @property
    def named(self) -> dict[str, Languages]:
        """Each text by its name."""
        return dict(self.__pydantic_extra__)
