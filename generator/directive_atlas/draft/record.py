"""A draft as a lean record: a block of keys in the forms of the data format, shortest forms first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from directive_atlas.draft.cast import LISTS_OF_BODIES, Cast
from directive_atlas.draft.lifting import lifted
from directive_atlas.draft.marks import asides_of, quoted_in, runs, walk
from directive_atlas.draft.model import (
    Aside,
    Body,
    Draft,
    DraftRelation,
    DraftRule,
    PartKind,
)
from directive_atlas.draft.parts import Around, Block, Tell, Writer, one_or_more
from directive_atlas.draft.questions import Given, questions_of
from directive_atlas.draft.quoting import quotes_of, words_of
from directive_atlas.draft.reasons import with_reasons
from directive_atlas.draft.times import Anchors
from directive_atlas.draft.values import Written, named, time_block, written
from directive_atlas.identify.ids import label_parts
from directive_atlas.passages import SourceText, Span
from directive_atlas.vocabulary.directives import DirectiveKind

_USUAL_KIND = DirectiveKind.NOTICE


def record_of(draft: Draft, source: SourceText, cast: Cast, given: Given, tell: Tell) -> Block:
    """The record of a draft; what it says not for certain stands in ``to_decide``."""
    head, dates = draft.head, {**draft.head.dates, **given.dates}
    asides = asides_of(draft, source)
    own = written(head.block.get("events", ()))
    events = _events(draft, own)
    quotes = quotes_of(source, (*quoted_in(draft), *(aside.span for aside in asides)))
    anchors = Anchors(dates, tuple(events.values()), (*named(own, "id"), *named(own, "title")))
    writer = Writer(source, quotes, cast, anchors, draft.rules, _ids(draft), tell)

    record = {
        "id": given.id,
        "kind": (given.kind or head.kind or _USUAL_KIND).value,
        "title": head.title or given.title or _first_words(source),
        "number": head.number,
        **_bodies(draft, cast, given),
        "dates": dates,
        **_others(draft),
        "events": [*own, *({"id": each, "title": title} for each, title in events.items())],
        "source": {"file": given.file},
        "rules": [_rule(each, draft, writer) for each in draft.rules if each.span in quotes],
        "background": [entry for _, entry in background(source, asides, quotes, tell)],
        "relations": [_relation(each, writer) for each in draft.relations],
        **_parts(draft, writer),
        "to_decide": one_or_more(questions_of(draft, writer, given, asides)),
    }
    kept = {key: value for key, value in record.items() if value or key == "dates"}
    return with_reasons(lifted(kept), draft, tell)


def _first_words(source: SourceText) -> str:
    """What the text begins with, where it gives no title."""
    return words_of(source, source.paragraphs[0].span)[:_TITLE] if source.paragraphs else source.file


def _events(draft: Draft, given: Written) -> dict[str, str]:
    """The events that times are counted from, each by the id that it is given, with the words of the text."""
    times = (time for part in draft.parts for each in walk(part) for time in each.times)
    blocks = (time_block(written(time.written)) for time in times)
    titles = dict.fromkeys(title for block in blocks if block for title in named(block, "event"))
    known = {*named(given, "id"), *named(given, "title")}
    return {
        f"event-{number}": title for number, title in enumerate(titles, 1) if title and title not in known
    }


def _bodies(draft: Draft, cast: Cast, given: Given) -> Mapping[str, Written]:
    """The lists of bodies of the head, by their keys."""
    head = draft.head
    lists: dict[str, Sequence[Body]] = {"issuers": head.issuers, "addressees": head.recipients}
    lists |= {key: cast.listed(head.block[key]) for key in LISTS_OF_BODIES if key in head.block}
    found: dict[str, Written] = {key: _called(bodies, cast) for key, bodies in lists.items()}
    return {**found, "issuers": list(given.issuers) or found["issuers"]}


def _called(bodies: Iterable[Body], cast: Cast) -> list[str]:
    return list(dict.fromkeys(name for body in bodies if (name := cast.called(body))))


def _others(draft: Draft) -> Block:
    """The other keys of the head."""
    return {k: written(v) for k, v in draft.head.block.items() if k not in LISTS_OF_BODIES}


def _ids(draft: Draft) -> dict[Span, str]:
    """An id for each part that a time is counted from, by its first passage: only these need one."""
    every = [part for top in draft.parts for part in walk(top)]
    wanted = {time.after for part in every for time in part.times if time.after}
    parts = [part for part in every if part.kind is not PartKind.SECTION and part.quotes]
    found: dict[Span, str] = {}
    for number, part in enumerate(parts, 1):
        if part.quotes[0] in wanted and part.quotes[0] not in found:
            own = "-".join(("t", *(label_parts(part.label or "") or (str(number),))))[:70]
            found[part.quotes[0]] = own if own not in found.values() else f"{own}-{number}"
    return found


def _parts(draft: Draft, writer: Writer) -> Block:
    around = Around(ranked=any(rule.section is None for rule in draft.rules))
    sections = [part for part in draft.parts if part.kind is PartKind.SECTION]
    tasks = [part for part in draft.parts if part.kind is not PartKind.SECTION]
    return {
        "sections": [writer.section(part, around) for part in sections],
        "tasks": [writer.task(part, around) for part in tasks],
    }


def _rule(rule: DraftRule, draft: Draft, writer: Writer) -> Block:
    within = (p for top in draft.parts for p in walk(top) if p.kind is PartKind.SECTION)
    section = next((p for p in within if rule.section and rule.section in p.quotes), None)
    block = {"rule": rule.kind.value, "quote": writer.quotes[rule.span]}
    return block | ({"section": writer.heading(section)} if section else {})


def background(
    source: SourceText, asides: Sequence[Aside], quotes: Mapping[Span, Written], tell: Tell
) -> Iterator[tuple[Span, Block]]:
    """Passages that ask nothing: paragraphs by their numbers, one entry for several, else by their words."""
    for aside, first, last in runs(source, asides):
        reason = {"reason": tell(aside.reason)}
        if first:
            through = {"through": str(last)} if last > first else {}
            yield aside.span, {"paragraph": str(first)} | through | reason
        elif quote := quotes.get(aside.span):
            yield aside.span, ({"exact": quote} if isinstance(quote, str) else quote) | reason


def _relation(relation: DraftRelation, writer: Writer) -> Block:
    """A relation to a record of the site, if it has one of this number or title, else to a title."""
    names = writer.cast.directives
    own = next((found for word in (relation.number, relation.title) if word and (found := names(word))), None)
    other = {"to": own} if own else {"title": relation.title or relation.number}
    if not own and relation.title and relation.number:
        other["number"] = relation.number
    quote = writer.quotes.get(relation.span)
    return {"kind": relation.kind.value, **other, **({"quote": quote} if quote else {})}


_TITLE = 80
"""How many characters of a text without a title stand for one."""
