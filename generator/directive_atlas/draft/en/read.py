"""From the units of a text to sections, tasks and measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from directive_atlas.draft.en.demands import asks_after_all, demands, may_ask, quiet, quiet_zone
from directive_atlas.draft.en.duties import Said
from directive_atlas.draft.en.items import item, opening
from directive_atlas.draft.en.reading import Above, Found, Reading, sentences_of
from directive_atlas.draft.en.structure import Unit, first_words
from directive_atlas.draft.en.tables import row_part
from directive_atlas.draft.en.zones import Zone, reason, zone_of
from directive_atlas.draft.model import Aside, Certainty, DraftDuty, Part, PartKind, Why
from directive_atlas.passages import Kind, Span
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.tasks import Role


def read_units(reading: Reading, units: Sequence[Unit], above: Above) -> Found:
    """The parts of some units that lie beside each other; a heading may go on with the zone of the last."""
    parts: list[Part] = []
    asides: list[Aside] = []
    zone = above.zone
    for unit in units:
        if unit.is_section:
            zone = _zone(reading, unit, zone, above.zone)
            found = _section(reading, unit, replace(above, zone=zone))
        else:
            found = _unit(reading, unit, above)
        parts += found.parts
        asides += found.asides
    return Found(tuple(parts), tuple(asides))


def _zone(reading: Reading, unit: Unit, last: Zone, above: Zone) -> Zone:
    if unit.title.endswith("?"):
        return Zone.NOTES
    own = zone_of(unit.title)
    if own is not None:
        return own
    is_heading = unit.paragraph.kind is Kind.HEADING and unit.label is None
    return last if is_heading and last in {Zone.NOTES, Zone.ACTIONS} else above


def _section(reading: Reading, unit: Unit, above: Above) -> Found:
    """A section with what lies in it; one without any task is set aside."""
    inside = read_units(reading, unit.children, replace(above, demands=False))
    heading = reading.text[unit.span.start : unit.span.end]
    if not inside.parts:
        return Found((), (_aside(unit.span, _heading_reason(above.zone)), *inside.asides))
    title = unit.title or " ".join(heading.split())
    why = Why(say("a heading with tasks below it"), Certainty.CERTAIN, unit.span)
    duties = tuple(_section_duties(reading, unit, above.zone))
    part = Part(PartKind.SECTION, (unit.span,), why, unit.label, title, duties=duties, parts=inside.parts)
    return Found((part,), inside.asides)


def _heading_reason(zone: Zone) -> Wording:
    return (
        reason(zone)
        if zone in {Zone.DEFINITIONS, Zone.PROVISIONS, Zone.NOTES, Zone.BACKGROUND}
        else say("A heading.")
    )


def _section_duties(reading: Reading, unit: Unit, zone: Zone) -> Iterator[DraftDuty]:
    """Whose actions a section lists: a body in its heading, or those whom the whole paper binds."""
    named = [*reading.finder.names.within(reading.text, unit.span)]
    own = zone is Zone.ACTIONS and named and unit.title.startswith(named[0].words)
    if own:
        why = Why(say("the heading names whose actions these are"), Certainty.CERTAIN, named[0].span)
        yield DraftDuty(named[0], Role.RESPONSIBLE, why)
    elif reading.binding and reading.bound and unit.paragraph.kind is Kind.HEADING:
        inferred = say("The paper binds them as a whole.")
        why = Why(say("whom the whole paper binds"), Certainty.LIKELY, reading.bound.span)
        yield DraftDuty(reading.bound, Role.RESPONSIBLE, why, inferred=inferred)


def _aside(span: Span, why: Wording) -> Aside:
    return Aside(span, why, Why(why, Certainty.LIKELY, span))


def _row(reading: Reading, unit: Unit, above: Above) -> Found:
    """A row of a table whose columns have headings."""
    columns = reading.rows[unit.paragraph.number]
    part = row_part(reading, unit, columns, above.kind) if columns else None
    if part is None:
        return Found((), (_aside(unit.span, say("Headings of a table, or an empty row.")),))
    return Found((part,))


def _only_heads(reading: Reading, unit: Unit) -> bool:
    """Whether it is a title with units below it, or only joins two of them: “OR”."""
    words = reading.text[first_words(reading.text, unit) : unit.span.end].strip(" .*_")
    if not unit.more and words.lower() in {"and", "or"}:
        return True
    heads = bool(unit.children) or (unit.paragraph.kind is Kind.TEXT and not unit.paragraph.own)
    return heads and bool(unit.title) and not unit.more and words == unit.title


_ANNOUNCES = re.compile(
    r"\b(?:following|follows?|below|these|includ\w+|(?:shall|must|should|will|may|to|that|by|for|of|with))\b"
    r"\W*:\W*$|\b(?:following|as follows|includ\w+|these)\b[^.]*:\W*$"
)


def _is_complete(reading: Reading, unit: Unit, says: Sequence[Said]) -> bool:
    """Whether a colon stands behind a whole sentence and before others, each with a binding word of its own.

    These stand beside it: “Faults must be repaired within ten days: The Office will keep a list. …”.
    """
    words = reading.text[unit.spans[-1].start : unit.spans[-1].end]
    if len(unit.children) < 2 or not unit.opens(reading.text) or _ANNOUNCES.search(words):
        return False
    own = [
        reading.says[each]
        for child in unit.children
        for each in sentences_of(reading.source, reading.text, child)[:1]
    ]
    return (
        bool(says[-1].binds)
        and len(own) == len(unit.children)
        and all(_is_whole(reading, each) for each in own)
    )


def _is_whole(reading: Reading, each: Said) -> bool:
    """Whether a sentence has a capital at its beginning, words before its binding word, and a full stop."""
    words = reading.text[each.span.start : each.span.end]
    return bool(
        each.binds and each.binds.start > each.span.start and words[0].isupper() and words.endswith(".")
    )


def _unit(reading: Reading, unit: Unit, above: Above) -> Found:
    if unit.paragraph.number in reading.rows:
        return _row(reading, unit, above)
    if _only_heads(reading, unit):
        below = read_units(reading, unit.children, above)
        return Found(below.parts, (_aside(unit.span, say("A heading.")), *below.asides))
    sentences = sentences_of(reading.source, reading.text, unit)
    says = [reading.says[each] for each in sentences]
    silent = quiet(reading, unit, above)
    if silent is not None and not asks_after_all(reading, unit, says, above):
        below = read_units(
            reading, unit.children, replace(above, demands=False, zone=quiet_zone(reading, unit, above))
        )
        return Found(below.parts, (*(_aside(span, silent) for span in unit.spans), *below.asides))
    if demands(reading, unit, says, above):
        requires = re.search(
            r"\brequires?(?:\s+that)?\s*:\W*$", reading.text[unit.span.start : unit.span.end]
        )
        within = Above(above.zone, True, PartKind.MEASURE, unit.opens(reading.text), bool(requires))
        if _is_complete(reading, unit, says):
            beside = read_units(reading, unit.children, replace(within, kind=above.kind))
            return Found((item(reading, unit, says, above, ()), *beside.parts), beside.asides)
        inside = read_units(reading, unit.children, within)
        return Found((item(reading, unit, says, above, inside.parts),), inside.asides)
    below = read_units(reading, unit.children, replace(above, demands=False))
    if below.parts and unit.opens(reading.text):
        return Found((opening(reading, unit, says, below.parts),), below.asides)
    if may_ask(says, above):  # what is not set aside, a person is asked about
        return below
    return Found(below.parts, (*(_aside(span, reason(above.zone)) for span in unit.spans), *below.asides))
