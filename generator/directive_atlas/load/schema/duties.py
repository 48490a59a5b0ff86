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
    """The actor, by id or name."""
    role: Role = Role.RESPONSIBLE
    """What the actor has to do with it; responsible if left out."""
    basis: Basis = Basis.STATED
    """How we know; if left out, inferred with a reason, else stated."""
    reason: Text | None = None
    """The words on which this is based; or the id of a named reason."""
    via: ActorName | None = None
    """Through whom the actor acts."""
    chosen_by: ActorName | None = None
    """Who chooses those that are meant: “such agencies as it deems appropriate”."""
    obligation: Obligation | None = None
    """How binding it is for this actor, if that differs."""
    applies_to: Text | None = None
    """The scope for this actor, if that differs."""
    words: Line | None = None
    """What the text calls the actor here."""
    and_others: bool = False
    """true if the text's list of those with this role goes on after this actor: “and others”."""
    each: bool = False
    """true if each member of the group does it and reports for itself."""
    inherit: bool = True
    """false if this part does not hold for the tasks or measures below; true if left out."""

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
    """How binding it is; if left out, inherited, else not stated."""
    actors: tuple[DutyField, ...] = ()
    """Who has a role in it; if left out, inherited, else the text names nobody."""
    timing: tuple[TimingField, ...] = ()
    """When; several if it differs by case; if left out, inherited, else the text does not say."""
    topics: tuple[TopicName, ...] = ()
    """Its topics, by id or name; if left out, inherited."""
    applies_to: Text | None = None
    """The scope: for whom, where, in which case; if left out, inherited."""


class Rule(Record):
    """A rule that the text states once for all its tasks, or for those of a section."""

    rule: RuleKind
    """What the text states."""
    quote: QuoteField
    """The passage that states it."""
    section: SectionName | None = None
    """The section to which it is limited; if left out, all of the directive."""


class Reasons(Record):
    """Reasons and notes that recur in a file, each under a name that stands where it belongs."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Text]

    @property
    def named(self) -> dict[str, Languages]:
        """Each text by its name."""
        return dict(self.__pydantic_extra__)
