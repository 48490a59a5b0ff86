"""Whether a unit of a text asks something of somebody, and why not if it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from directive_atlas.draft.en.duties import Said
from directive_atlas.draft.en.obligation import Modal
from directive_atlas.draft.en.reading import Above, Reading
from directive_atlas.draft.en.structure import Unit, first_words
from directive_atlas.draft.en.verbs import is_imperative
from directive_atlas.draft.en.zones import Zone, is_authority, is_definition, is_provision, reason
from directive_atlas.passages import Kind
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.tasks import Obligation


def quiet(reading: Reading, unit: Unit, above: Above) -> Wording | None:
    """Why a unit asks nothing by its form or place; nothing if it may ask something."""
    words = reading.text[first_words(reading.text, unit) : unit.span.end]
    if is_authority(words):
        return say("The words of enactment.")
    if is_definition(words):
        return reason(Zone.DEFINITIONS)
    if is_provision(words):
        return reason(Zone.PROVISIONS)
    return reason(above.zone) if above.zone in {Zone.DEFINITIONS, Zone.PROVISIONS, Zone.NOTES} else None


def quiet_zone(reading: Reading, unit: Unit, above: Above) -> Zone:
    """The zone of what lies in a unit that asks nothing."""
    words = reading.text[first_words(reading.text, unit) : unit.span.end]
    if is_definition(words):
        return Zone.DEFINITIONS
    return Zone.PROVISIONS if is_provision(words) and unit.opens(reading.text) else above.zone


def asks_after_all(reading: Reading, unit: Unit, says: Sequence[Said], above: Above) -> bool:
    """Among general provisions a body may still be told to do something; a footnote may add a demand."""
    words = reading.text[first_words(reading.text, unit) : unit.span.end]
    if is_authority(words) or is_definition(words) or is_provision(words):
        return False
    strict = (
        each
        for each in says
        if each.binds
        and any(duty.role.owns for duty in each.duties)
        and each.obligation in {Obligation.MUST, Obligation.MUST_NOT}
    )
    if above.zone is Zone.PROVISIONS:
        return any(True for _ in strict)
    return unit.paragraph.kind is Kind.FOOTNOTE and _binds(reading, says, bool(unit.paragraph.own))


def _binds(reading: Reading, says: Sequence[Said], passive: bool) -> bool:
    """Whether a sentence binds somebody, or says what must be done."""
    for each in says:
        if each.binds is None:
            continue
        word = reading.plain[each.binds.start : each.binds.end]
        if each.subject or (passive and word in {"shall", "must", "shall not", "must not"}):
            return True
    return False


def _asks(reading: Reading, modal: Modal, listed: bool) -> bool:
    """Whether a binding word of whom it is not known asks; “may” and “will” in prose often only tell."""
    return listed or not re.match(r"(?:may|will)\b", reading.plain[modal.start : modal.end])


def may_ask(says: Sequence[Said], above: Above) -> bool:
    """Whether words that no rule takes for a demand still have a binding word, so that a person must look."""
    return above.zone in {Zone.BODY, Zone.ACTIONS} and any(each.binds for each in says)


def demands(reading: Reading, unit: Unit, says: Sequence[Said], above: Above) -> bool:
    """Whether a unit asks something of somebody."""
    labelled = bool(unit.paragraph.own) and (unit.label is not None or unit.paragraph.kind is Kind.FOOTNOTE)
    if above.demands and (above.lists or labelled or unit.opens(reading.text)):
        return True
    if above.zone is Zone.BACKGROUND:
        return any(_strict(reading, each) for each in says)
    listed = labelled or unit.paragraph.kind is Kind.ENTRY
    stands_alone = listed and not unit.opens(reading.text)
    if any(each.subject or _asks(reading, each.binds, stands_alone) for each in says if each.binds):
        return True
    words = reading.text[first_words(reading.text, unit) : unit.span.end]
    if labelled and re.match(r"There (?:is|are)\s+(?:hereby\s+)?established\b", words):
        return True
    if is_imperative(words) and (listed or above.demands or above.zone is Zone.ACTIONS or reading.binding):
        return True
    return above.zone is Zone.ACTIONS and listed and any(tells(reading, each) for each in says)


def _strict(reading: Reading, each: Said) -> bool:
    """In a part for reasons only a plain “shall” or “is directed to” that is said of a body counts."""
    if each.binds is None or not each.subject:
        return False
    return bool(re.search(r"shall|directed|instructed", reading.plain[each.binds.start : each.binds.end]))


def tells(reading: Reading, each: Said) -> bool:
    """In a list of actions a plain sentence tells what a body does: “The Centre maintains a list.”"""
    head = reading.plain[each.span.start : each.span.start + 120]
    return any(m.start - each.span.start < 5 for m in reading.finder.within(each.span)) and bool(
        re.search(r"\s[a-z]+s\b", head)
    )
