"""What a draft says of itself: how much was read, and on what each suggestion rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from directive_atlas.draft.cast import Cast
from directive_atlas.draft.marks import walk
from directive_atlas.draft.model import Draft, Part, PartKind, Why
from directive_atlas.draft.parts import whys
from directive_atlas.draft.quoting import words_of
from directive_atlas.draft.values import Written
from directive_atlas.lean.spans import plain, read_nodes
from directive_atlas.passages import SourceText, Span
from directive_atlas.problems import Wording, say

_WIDTH = 100
"""How many characters a line of the explanation has at most; a Chinese sign counts as two."""

_NAMES = {
    PartKind.SECTION: say("section"),
    PartKind.TASK: say("task"),
    PartKind.MEASURE: say("measure"),
}
_HOW_SURE = {"certain": say("certain"), "likely": say("likely"), "possible": say("possible")}


def open_questions(record: Written) -> int:
    """How many lines a person has to decide, anywhere in a record."""
    if isinstance(record, list):
        return sum(map(open_questions, record))
    if not isinstance(record, dict):
        return 0
    own = record.get("to_decide", [])
    below = sum(open_questions(each) for key, each in record.items() if key != "to_decide")
    return below + (1 if isinstance(own, str) else len(own))


def summary(draft: Draft, text: str, cast: Cast) -> Iterator[Wording]:
    """How much of each kind was found, a line each."""
    parts = [each for part in draft.parts for each in walk(part)]
    kinds = [part.kind for part in parts]
    bodies = {cast.called(duty.body) for part in parts for duty in part.duties}
    yield say(
        "sections: {sections}, tasks: {tasks}, measures: {measures}",
        sections=kinds.count(PartKind.SECTION),
        tasks=kinds.count(PartKind.TASK),
        measures=kinds.count(PartKind.MEASURE),
    )
    yield say(
        "bodies: {bodies}, times: {times}, targets: {targets}",
        bodies=len(bodies - {None}),
        times=sum(len(part.times) for part in parts),
        targets=sum(len(part.targets) for part in parts),
    )
    yield say(
        "relations: {relations}, passages set aside: {asides}",
        relations=len(draft.relations),
        asides=len(draft.asides),
    )
    yield say("to decide: {count}", count=open_questions(plain(read_nodes(text))))


def explained(draft: Draft, source: SourceText, tell: Callable[[Wording], str]) -> Iterator[str]:
    """Each suggestion in a line, in the order of the text: place, what it is, how sure, rule, words."""
    found = sorted(_suggestions(draft), key=lambda each: each[0].start)
    for span, what, sure, rule in found:
        line, column = source.place(span.start) if source.paragraphs else (1, 1)
        head = f"{line}:{column}  {tell(what)}"
        if sure:
            head += f" · {tell(_HOW_SURE[sure])}"
        yield _clipped(f"{head} · {tell(rule)}: {words_of(source, span)}")


def _suggestions(draft: Draft) -> Iterator[tuple[Span, Wording, str, Wording]]:
    yield from (_of(why, say("head")) for why in draft.head.why)
    for part in (each for top in draft.parts for each in walk(top)):
        yield from _of_part(part)
    yield from (_of(aside.why, say("background")) for aside in draft.asides)
    yield from (_of(relation.why, say("relation")) for relation in draft.relations)
    yield from (_of(rule.why, say("rule")) for rule in draft.rules)
    yield from ((each.span, say("to decide"), "", each.text) for each in draft.questions)


def _of_part(part: Part) -> Iterator[tuple[Span, Wording, str, Wording]]:
    yield _of(part.why, _NAMES[part.kind])
    yield from (_of(why, what) for what, why in whys(part))
    yield from ((each.span, say("to decide"), "", each.text) for each in part.questions)


def _of(why: Why, what: Wording) -> tuple[Span, Wording, str, Wording]:
    return why.span, what, why.certainty.value, why.rule


def _clipped(line: str) -> str:
    """A line that fits a terminal."""
    width, kept = 0, ""
    for char in line:
        width += 2 if ord(char) > 0x1100 else 1
        if width > _WIDTH - 1:
            return f"{kept}…"
        kept += char
    return kept
