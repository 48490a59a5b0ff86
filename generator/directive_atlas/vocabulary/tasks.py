"""Words about tasks: roles, their basis, obligation, and forms of timing."""

from __future__ import annotations

from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class Role(Word):
    """What an actor has to do with a task; the roles are those of RASCI and of official documents.

    ``letter`` is its abbreviation in a matrix. ``part`` is the part that it gives in the task: own, which
    includes responsibility for its completion (``owns``); work of another kind; involved in what another
    one does; or concern, which asks nothing. Only the first two are work of the actor itself (``asks``).
    """

    letter: str
    part: str
    owns: bool
    asks: bool

    def __new__(cls, value: str, label: str, letter: str, part: str) -> Self:
        """A role with its label, its letter, and its part."""
        role = new_word(cls, value, label)
        role.letter, role.part, role.owns, role.asks = letter, part, part == "own", part in {"own", "work"}
        return role

    LEAD = "lead", N_("lead"), N_("L"), "own"
    RESPONSIBLE = "responsible", N_("responsible"), N_("R"), "own"
    SUPPORT = "support", N_("support"), N_("S"), "work"
    SUPERVISE = "supervise", N_("supervise"), N_("Sv"), "work"
    GUIDE = "guide", N_("guide"), N_("G"), "work"
    CONSULTED = "consulted", N_("consulted"), N_("C"), "involved"
    INFORMED = "informed", N_("informed"), N_("I"), "concern"
    BENEFICIARY = "beneficiary", N_("beneficiary"), N_("B"), "concern"
    COORDINATED = "coordinated", N_("coordinated with"), N_("Co"), "involved"
    RECIPIENT = "recipient", N_("recipient"), N_("Rc"), "concern"
    SUBJECT = "subject", N_("subject to it"), N_("Sj"), "involved"


class Basis(Word):
    """How we know: the passage says so, it is inherited from another one, or the editors infer it.

    ``mark`` stands behind the letter of a role in a matrix.
    """

    mark: str

    def __new__(cls, value: str, label: str, mark: str) -> Self:
        """A basis with its label and its mark."""
        basis = new_word(cls, value, label)
        basis.mark = mark
        return basis

    STATED = "stated", N_("stated in the text"), ""
    INHERITED = "inherited", N_("carried over"), "°"
    INFERRED = "inferred", N_("inferred by the editors"), "*"


class RuleKind(Word):
    """What a text states once for all its tasks."""

    FIRST_LEADS = "first_leads", N_("the first named leads")


class OriginKind(Word):
    """What says something that holds for all below it."""

    DIRECTIVE = "directive", N_("the directive")
    SECTION = "section", N_("the section")
    TASK = "task", N_("the task")
    RULE = "rule", N_("a rule of the text")


class Obligation(Word):
    """How binding a task is; nobody can be late with what is only allowed, or forbidden."""

    binding: bool

    def __new__(cls, value: str, label: str, binding: bool) -> Self:
        """A degree of obligation with its label."""
        obligation = new_word(cls, value, label)
        obligation.binding = binding
        return obligation

    MUST = "must", N_("must"), True
    SHOULD = "should", N_("should"), True
    MAY = "may", N_("may"), False
    ENCOURAGED = "encouraged", N_("encouraged"), False
    SHOULD_NOT = "should_not", N_("should not"), False
    MUST_NOT = "must_not", N_("must not"), False


class Choice(Word):
    """How many of its measures a task requires."""

    ALL = "all", N_("all of the parts")
    ONE = "one", N_("one of the parts")
    ANY = "any", N_("any of the parts")


class Stage(Word):
    """How far a text wants something to go; ``words`` are what it may call that."""

    words: tuple[str, ...]

    def __new__(cls, value: str, label: str, words: str) -> Self:
        """A stage with its label, and its words in texts, with bars between them."""
        stage = new_word(cls, value, label)
        stage.words = tuple(words.split("|"))
        return stage

    PILOT = "pilot", N_("pilot"), "试点|试行|先行先试|pilot|trial"
    EXPLORE = "explore", N_("to be explored"), "探索|研究|explore|study|examine"
    GRADUAL = "gradual", N_("gradually"), "逐步|分步|分批|gradual|phase|in stages|incremental"
    BASIC = "basic", N_("in the main"), "基本|basically|in the main|largely|substantially"
    IN_PRINCIPLE = "in_principle", N_("in principle"), "原则上|in principle"


class TimingForm(Word):
    """The forms in which a text says when.

    A ``lasting`` one continues or recurs; of a ``worded`` one there is nothing to tell but the words.
    """

    lasting: bool
    worded: bool

    def __new__(cls, value: str, label: str, kind: str = "") -> Self:
        """A form with its label; ``kind`` is lasting, worded or nothing."""
        form = new_word(cls, value, label)
        form.lasting, form.worded = kind == "lasting", kind == "worded"
        return form

    BY = "by", N_("by")
    WITHIN = "within", N_("within a time")
    EARLIER_OF = "earlier_of", N_("whichever is earlier")
    LATER_OF = "later_of", N_("whichever is later")
    BEFORE = "before", N_("before a moment")
    UPON = "upon", N_("upon an event")
    PERIOD = "period", N_("in the period")
    DURING = "during", N_("during")
    EVERY = "every", N_("again and again"), "lasting"
    REGULARLY = "regularly", N_("regularly"), "lasting"
    ONGOING = "ongoing", N_("ongoing"), "lasting"
    ASAP = "asap", N_("as soon as possible"), "worded"
    PROMPTLY = "promptly", N_("promptly"), "worded"
    SUITABLE = "suitable", N_("at a suitable time"), "worded"
    SET_BY = "set_by", N_("within the time that another body sets")
