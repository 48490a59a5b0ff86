"""The task or measure of a unit: its duties, times and targets, and the sentences that have others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from directive_atlas.draft.en.demands import tells
from directive_atlas.draft.en.duties import Said
from directive_atlas.draft.en.reading import Above, Reading
from directive_atlas.draft.en.structure import Unit, first_words
from directive_atlas.draft.en.targets import targets_in
from directive_atlas.draft.en.times import times_in
from directive_atlas.draft.en.verbs import is_imperative
from directive_atlas.draft.model import (
    Body,
    Certainty,
    DraftDuty,
    DraftTime,
    Part,
    PartKind,
    Question,
    Why,
)
from directive_atlas.passages import Span
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.tasks import Obligation, Role


def opening(reading: Reading, unit: Unit, says: Sequence[Said], parts: tuple[Part, ...]) -> Part:
    """Words before a colon that demand nothing, but give a purpose, a time or bodies for what follows."""
    times = tuple(time for each in says for time in _times(reading, each.span))
    others = tuple(duty for each in says for duty in each.duties if not duty.role.owns)
    why = Why(say("opening words of what follows"), Certainty.LIKELY, unit.span)
    words = " ".join(reading.text[first_words(reading.text, unit) : unit.span.end].split()).rstrip(":")
    title = unit.title or (words if len(words) < 90 else f"{words[:80].rpartition(' ')[0]} …")
    below = tuple(_with_others(part, others) for part in parts)
    return Part(PartKind.SECTION, unit.spans, why, unit.label, title, times=times, parts=below)


def _with_others(part: Part, others: tuple[DraftDuty, ...]) -> Part:
    """A part with those whom the words above it name; a section has its parts take them."""
    if part.kind is PartKind.SECTION:
        return replace(part, parts=tuple(_with_others(below, others) for below in part.parts))
    return (
        replace(part, duties=(*part.duties, *others), adds=part.adds or not part.duties) if others else part
    )


def item(reading: Reading, unit: Unit, says: Sequence[Said], above: Above, inside: tuple[Part, ...]) -> Part:
    """A task or measure with its duties, times and targets, and the sentences that have others."""
    main = _main(reading, says, above)
    apart = [each for each in says if main and each is not main and _stands_apart(reading, main, each, unit)]
    merged = [each for each in says if each not in apart]
    duties = _duties(reading, unit, main, merged, says[-1]) if main else ()
    if not duties and main:
        duties = tuple(
            _required(reading, main) if above.requires else () if above.demands else _teller(reading, main)
        )
    ended = tuple(_ended(reading, unit, main, merged, says[-1])) if main else ()
    own = any(_does(duty, main) for duty in duties)
    times, later = _first_deadline([(each, time) for each in merged for time in _times(reading, each.span)])
    targets = tuple(t for span in unit.spans for t in targets_in(reading.text, reading.plain, span))
    return Part(
        above.kind,
        unit.spans,
        Why(
            _why_item(reading, unit, main, above),
            Certainty.CERTAIN if main and main.binds else Certainty.LIKELY,
            unit.span,
        ),
        unit.label,
        unit.title,
        _obligation(reading, unit, main, above),
        main.stage if main else None,
        duties,
        adds=bool(duties) and not own,
        times=times,
        targets=targets,
        parts=(*later, *ended, *_below(reading, unit, apart, says[-1:], inside)),
        questions=tuple(_questions(reading, unit, duties, above)),
    )


_OWN_DATES = ("signed", "published", "effective")


def _is_day(time: DraftTime) -> bool:
    """Whether it is a last day that does not hang on what happens: by a date, or so long after the issue."""
    written = time.written if isinstance(time.written, Mapping) else {}
    within = written.get("within")
    return "by" in written or (isinstance(within, Mapping) and within.get("of") in _OWN_DATES)


def _first_deadline(found: Sequence[tuple[Said, DraftTime]]) -> tuple[tuple[DraftTime, ...], list[Part]]:
    """The times of a unit up to its first last day; each other last day is that of a measure of its own."""
    days = [(each, time) for each, time in found if _is_day(time)]
    later = [_with_day(each, time) for each, time in days[1:] if time.written != days[0][1].written]
    kept = (time for _, time in found if not _is_day(time) or time is days[0][1])
    return tuple(kept), later


def _with_day(each: Said, time: DraftTime) -> Part:
    why = Why(say("another deadline in the same words"), Certainty.LIKELY, each.span)
    return Part(PartKind.MEASURE, (each.span,), why, times=(time,))


def _does(duty: DraftDuty, main: Said | None) -> bool:
    """Whether it is for whom it names; who is to chair a group that others set up does not set it up."""
    return duty.role.owns and (duty.role is not Role.LEAD or bool(main and main.subject))


def _main(reading: Reading, says: Sequence[Said], above: Above) -> Said | None:
    """The sentence that asks: one that binds a body, or else the first that begins with a verb or binds.

    Below a chapeau the verb at the beginning goes before: it is for those whom the chapeau names.
    """
    bound = next((each for each in says if each.binds and each.subject), None)
    if not says:
        return None
    is_told = not says[0].subject and is_imperative(reading.plain[says[0].span.start : says[0].span.end])
    if bound and not (is_told and above.demands):
        return bound
    return says[0] if is_told else next((each for each in says if each.binds), says[0])


def _obligation(reading: Reading, unit: Unit, main: Said | None, above: Above) -> Obligation | None:
    """How binding a unit is by its own words: “shall: (a) not close bridges” forbids; else as above it."""
    if main and main.binds:
        return main.obligation
    if not above.demands:
        return Obligation.MUST
    return Obligation.MUST_NOT if _NOT.match(reading.text, first_words(reading.text, unit)) else None


_NOT = re.compile(r"\W*not (?!only|later|more|less|fewer)\w")


def _teller(reading: Reading, main: Said) -> Iterator[DraftDuty]:
    """The body with which a sentence without a binding word begins."""
    first = next((m for m in reading.finder.within(main.span) if m.start - main.span.start < 5), None)
    if first and tells(reading, main) and main.binds is None:
        why = Why(say("the body with which the sentence begins"), Certainty.LIKELY, first.body.span)
        yield DraftDuty(first.body, Role.RESPONSIBLE, why, each=first.each)


_NOUN = re.compile(
    r"(?P<who>[A-Z][^,;:.]{2,60}?)(?=,| (?:that|who|developing|with|which|to"
    r"|acting|or other)\b)"
)


def _required(reading: Reading, main: Said) -> Iterator[DraftDuty]:
    """Who begins a part of what somebody has to require: “shall require: (i) companies … to …”."""
    match = _NOUN.match(reading.plain, main.span.start, main.span.end)
    if match and re.search(r"\sto\s+[a-z]", reading.plain[match.end() : main.span.end]):
        span = Span(match.start("who"), match.end("who"))
        why = Why(say("of whom something is to be required"), Certainty.LIKELY, span)
        yield DraftDuty(Body(match["who"], None, span), Role.SUBJECT, why)


def _why_item(reading: Reading, unit: Unit, main: Said | None, above: Above) -> Wording:
    if main and main.binds:
        return say("“{words}” makes it a demand", words=reading.plain[main.binds.start : main.binds.end])
    if above.demands:
        return say("it is a part of what is demanded above")
    return say("it begins with a verb, or stands among actions")


def _key(body: Body) -> str:
    return body.id or body.words.casefold()


def _stands_apart(reading: Reading, main: Said, each: Said, unit: Unit) -> bool:
    """Whether another sentence is a measure of its own.

    It binds others, or at another time; or it names bodies that have no part in what a colon opens.
    """
    if each.binds is None or not each.subject:
        return False
    others = {_key(body) for body in each.subject} - {_key(body) for body in main.subject}
    names_more = unit.children and any(not duty.role.owns for duty in each.duties)
    opens = unit.opens(reading.text) and each.span.end < unit.spans[-1].end
    return bool(others or (names_more and opens) or times_in(reading.text, each.span, reading.own))


def _ends(reading: Reading, unit: Unit, main: Said, each: Said, last: Said) -> bool:
    """Whether what a sentence says of others is no part of what the last one opens with its colon.

    So it is where the last one has a subject of its own, or goes on with another sentence.
    """
    opens = bool(unit.children) and unit.opens(reading.text)
    return opens and each is not last and (bool(last.subject) or each is not main)


def _duties(
    reading: Reading, unit: Unit, main: Said, merged: Sequence[Said], last: Said
) -> tuple[DraftDuty, ...]:
    """The duties of a main sentence and of those that add to it, each body and part once."""
    found: dict[tuple[str, Role], DraftDuty] = {}
    for each in (main, *(other for other in merged if other is not main)):
        for duty in each.duties:
            leads = duty.role is Role.RESPONSIBLE and (_key(duty.body), Role.LEAD) in found
            if (duty.role.owns or not _ends(reading, unit, main, each, last)) and not leads:
                found.setdefault((_key(duty.body), duty.role), duty)
    return tuple(found.values())


def _ended(reading: Reading, unit: Unit, main: Said, merged: Sequence[Said], last: Said) -> Iterator[Part]:
    """Measures for the sentences whose others have no part in what follows the colon."""
    for each in merged:
        others = tuple(duty for duty in each.duties if not duty.role.owns)
        if others and _ends(reading, unit, main, each, last):
            why = Why(say("others that have no part in what follows the colon"), Certainty.LIKELY, each.span)
            yield Part(PartKind.MEASURE, (each.span,), why, duties=others, adds=True)


def _tells_of(reading: Reading, each: Said) -> bool:
    """Whether its colon opens what a thing has: “… develop a plan, which shall include:”."""
    behind = reading.plain[each.binds.end if each.binds else each.span.start : each.span.end]
    return bool(re.search(r"\b(?:which|that)\b|\binclud\w+", behind))


def _below(
    reading: Reading, unit: Unit, apart: Sequence[Said], last: Sequence[Said], inside: tuple[Part, ...]
) -> Iterator[Part]:
    """The sentences that stand apart, and what lies in the unit.

    That lies in the last sentence where it opens it for others: “The Board shall: (i) …”.
    """
    asked = any(each in apart and each.subject and not _tells_of(reading, each) for each in last)
    opens = bool(inside) and unit.opens(reading.text) and asked
    for each in apart:
        measure = _measure(reading, each)
        yield replace(measure, parts=inside) if opens and each in last else measure
    yield from () if opens else inside


def _measure(reading: Reading, each: Said) -> Part:
    why = Why(say("a sentence for other bodies, or with a time of its own"), Certainty.LIKELY, each.span)
    times = tuple(_times(reading, each.span))
    return Part(
        PartKind.MEASURE,
        (each.span,),
        why,
        obligation=each.obligation,
        stage=each.stage,
        duties=each.duties,
        times=times,
    )


def _times(reading: Reading, span: Span) -> Iterator[DraftTime]:
    for when in times_in(reading.text, span, reading.own):
        yield when.draft(reading.text)


def _questions(reading: Reading, unit: Unit, duties: Sequence[DraftDuty], above: Above) -> Iterator[Question]:
    """What a person has to look at: nobody is named, or a time can be read two ways."""
    if not duties and not above.demands and not (reading.binding and reading.bound):
        yield Question(unit.span, say("Nobody is named who has to do this."))
    for duty in duties:
        if (
            duty.body.id is None
            and duty.body.words.split()[-1] in {"Secretary", "Director", "Administrator", "Chair"}
            and len(duty.body.words.split()) == 1
        ):
            yield Question(duty.body.span, say("Which body is meant by “{words}”?", words=duty.body.words))
