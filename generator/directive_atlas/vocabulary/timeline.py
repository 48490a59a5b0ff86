"""Words about dated entries and how a timeline draws them."""

from __future__ import annotations

from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class EntryGroup(Word):
    """What the entries of a month are about, roughly: few enough to be told apart in one bar."""

    DOCUMENT = "document", N_("documents and events")
    TIME = "time", N_("times and figures")
    REPORT = "told", N_("reports and context")


class Shape(Word):
    """How an entry is drawn; pages also give each shape in words."""

    group: EntryGroup

    def __new__(cls, value: str, label: str = "", group: EntryGroup = EntryGroup.TIME) -> Self:
        """A shape with its label and the group of its entries."""
        shape = new_word(cls, value, label)
        shape.group = group
        return shape

    DIRECTIVE = "directive", N_("dates of a directive"), EntryGroup.DOCUMENT
    EVENT = "event", N_("event"), EntryGroup.DOCUMENT
    PERIOD = "period", N_("period of a task")
    BEGINS = "begins", N_("task begins")
    DUE = "due", N_("task due")
    AGAIN = "again", N_("time of a recurring task")
    TARGET = "target", N_("target due")
    REPORT = "report", N_("progress reported"), EntryGroup.REPORT
    CONTEXT = "context", N_("context"), EntryGroup.REPORT
    FIGURE = "figure", N_("reference figure")
    BEGIN_BY = "begin_by", N_("task to begin by then")
    TENTATIVE = "tentative", N_("task due at the latest, day not fixed yet")


class EventKind(Word):
    """The kind of a dated entry; ``is_deadline`` if something ends on that day."""

    shape: Shape
    is_deadline: bool

    def __new__(
        cls, value: str, label: str = "", shape: Shape = Shape.DIRECTIVE, is_deadline: bool = False
    ) -> Self:
        """A kind with its label and shape."""
        kind = new_word(cls, value, label)
        kind.shape, kind.is_deadline = shape, is_deadline
        return kind

    HELD = "held", N_("held"), Shape.DIRECTIVE
    SIGNED = "signed", N_("signed"), Shape.DIRECTIVE
    PUBLISHED = "published", N_("published"), Shape.DIRECTIVE
    REPORTED = "reported", N_("reported in the press"), Shape.DIRECTIVE
    EFFECTIVE = "effective", N_("in force from"), Shape.DIRECTIVE
    EXPIRES = "expires", N_("in force until"), Shape.DIRECTIVE, True
    BEGINS = "begins", N_("task begins"), Shape.BEGINS
    DUE = "due", N_("task due"), Shape.DUE, True
    TARGET = "target", N_("target due"), Shape.TARGET, True
    EVENT = "event", N_("event"), Shape.EVENT
    REPORT = "report", N_("progress reported"), Shape.REPORT
    CONTEXT = "context", N_("context"), Shape.CONTEXT
    FIGURE = "figure", N_("reference figure"), Shape.FIGURE
    BEGIN_BY = "begin_by", N_("task to begin by then"), Shape.BEGIN_BY, True
    TENTATIVE = "tentative", N_("task due at the latest, day not fixed yet"), Shape.TENTATIVE, True


class NewsKind(Word):
    """The kinds of news that readers may follow."""

    REPORT = "report", N_("New report")
    AHEAD = "ahead", N_("Date ahead")
