"""What the rules read in sentences that a new edition has added, and where it goes in the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from directive_atlas.draft.carrying import Editions
from directive_atlas.draft.kinds import is_group
from directive_atlas.draft.making import Drafted, actors_in
from directive_atlas.draft.marks import asides_of, unread
from directive_atlas.draft.model import Aside, Part, PartKind
from directive_atlas.draft.parts import Tell, asked, one_or_more
from directive_atlas.draft.questions import about_actor
from directive_atlas.draft.quoted import Quoted
from directive_atlas.draft.quoting import quotes_of
from directive_atlas.draft.record import background
from directive_atlas.draft.values import named, with_reasons_as
from directive_atlas.lean.spans import Path
from directive_atlas.lean.values import inline
from directive_atlas.passages import Span, merged, overlaps
from directive_atlas.problems import say

Block = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Addition:
    """A new record, and where it goes: the path of a list and the number there; ``start`` is its place."""

    path: Path
    index: int
    start: int
    block: Block


@dataclass(frozen=True)
class Additions:
    """What a new edition adds to a record; ``quotes`` are those of the record, ``old`` is its block."""

    editions: Editions
    made: Drafted
    quotes: Sequence[Quoted]
    old: Block
    tell: Tell

    @cached_property
    def records(self) -> Sequence[Addition]:
        """New sections, tasks and measures, each with what is new in it."""
        return tuple(self._all_records())

    @property
    def actors(self) -> list[Block]:
        """The actors that new records name and the site lacks."""
        return actors_in([each.block for each in self.records], self.made.cast)

    def _all_records(self) -> Iterator[Addition]:
        record = with_reasons_as(self.made.record, self.made.record.get("reasons", {}))
        above = record.get("defaults", {}).get("obligation")
        for part, block in _pairs(self.made.draft.parts, record):
            yield from self._records(part, block, (), above)

    @property
    def background(self) -> Iterator[tuple[Span, Block]]:
        """What is set aside in new sentences."""
        asides = [aside for aside in self._asides if self._is_new((aside.span,))]
        quotes = quotes_of(self.editions.new, (aside.span for aside in asides))
        yield from background(self.editions.new, asides, quotes, self.tell)

    @property
    def questions(self) -> Iterator[str]:
        """What the text says of itself and the record does not, and new words that no rule understood."""
        new, head = self.editions.new, self.made.draft.head
        given = {"title": head.title, "number": head.number, **head.dates}
        known = {each for key in given for each in _texts(self.old.get(key, self.old["dates"].get(key, "")))}
        for key, value in given.items():
            if value and value not in known:
                yield self.tell(say("{key}: the new text has “{value}”", key=key, value=value))
        unknown = self.made.cast.unknown
        for own in (str(actor["id"]) for actor in self.actors if actor["id"] in unknown):
            if not is_group(unknown[own]):
                yield self.tell(about_actor(own, unknown[own]))
        for span in unread(self.made.draft, new, self._asides):
            if self._is_new((span,)):
                number = new.paragraph_at(span.start).number
                yield asked(
                    say("paragraph {number} was not understood:", number=number), span, new, self.tell
                )

    @cached_property
    def _asides(self) -> tuple[Aside, ...]:
        return asides_of(self.made.draft, self.editions.new)

    @cached_property
    def _covered(self) -> Sequence[Span]:
        """The passages of the new text that the record has decided about."""
        return merged(each.now.span for each in self.quotes if each.now.span)

    @cached_property
    def _starts(self) -> Mapping[Path, Span]:
        """Where the sections, tasks and measures of the record begin in the new text."""
        found: dict[Path, Span] = {}
        for each in self.quotes:
            if each.listed_in in _RECORDS and each.now.span:
                found[each.owner] = min(each.now.span, found.get(each.owner, each.now.span))
        return found

    def _is_new(self, spans: Iterable[Span]) -> bool:
        """Whether all sentences of some passages came or changed, and nothing was decided about them."""
        sentences = [each for span in spans for each in self.editions.sentences(span)]
        settled = any(map(self.editions.is_settled, sentences))
        return bool(sentences) and not settled and not any(overlaps(sentences, self._covered))

    def _records(self, part: Part, block: Block, parent: Path, above: str | None) -> Iterator[Addition]:
        obligation = block.get("obligation", above)
        if self._is_new(part.quotes):
            yield self._addition(part, self._new_only(part, block), parent, obligation)
            return
        own = self._record_of(part) or parent
        for each, inner in _pairs(part.parts, block):
            yield from self._records(each, inner, own, obligation)

    def _new_only(self, part: Part, block: Block) -> Block:
        """A new record without what it has of sentences that were there before."""
        kept: dict[str, Any] = {key: value for key, value in block.items() if key not in _RECORDS}
        for each, inner in _pairs(part.parts, block):
            if self._is_new(each.quotes):
                kept.setdefault(_list_for(each, part), []).append(self._new_only(each, inner))
        return self._uncounted(kept)

    def _uncounted(self, block: dict[str, Any]) -> Block:
        """A record without times that are counted from another one: that one may be called otherwise here."""
        key = next((k for k in ("due", "timing") if any(named([block.get(k, "")], "done"))), None)
        if key is None:
            return block
        asked = self.tell(say("write this time by hand: {time}", time=inline(block[key], key)))
        questions = block.get("to_decide", [])
        before = [questions] if isinstance(questions, str) else questions
        kept = {name: value for name, value in block.items() if name != key}
        return {**kept, "to_decide": one_or_more([*before, asked])}

    def _addition(self, part: Part, block: Block, parent: Path, obligation: str | None) -> Addition:
        start = part.quotes[0].start
        key = "sections" if part.kind is PartKind.SECTION else "tasks"
        path = (*parent, "measures" if len(parent) > 1 and parent[-2] != "sections" else key)
        before = [own[-1] for own, span in self._starts.items() if own[:-1] == path and span.start < start]
        index = 1 + max((each for each in before if isinstance(each, int)), default=-1)
        kept = {name: value for name, value in block.items() if name != "obligation"}
        said = {"obligation": obligation} if obligation and obligation != self._obligation(parent) else {}
        return Addition(path, index, start, {**kept, **said})

    def _obligation(self, path: Path) -> str | None:
        """What holds for the obligation of a new record at a path."""
        value: Any = self.old
        found = value.get("defaults", {}).get("obligation")
        for step in path:
            value = value[step]
            found = value.get("obligation", found) if isinstance(value, dict) else found
        return str(found) if found else None

    def _record_of(self, part: Part) -> Path | None:
        """The record that quotes a part's first words."""
        if not part.quotes:
            return None
        section, first = part.kind is PartKind.SECTION, part.quotes[0]
        near = [
            (span != first, -len(own), own)
            for own, span in self._starts.items()
            if (own[-2] == "sections") == section and span.start < first.end and first.start < span.end
        ]
        return min(near, key=lambda each: each[:2])[2] if near else None


_RECORDS = ("sections", "tasks", "measures")


def _list_for(part: Part, parent: Part) -> str:
    """The list in which a part stands."""
    if parent.kind is not PartKind.SECTION:
        return "measures"
    return "sections" if part.kind is PartKind.SECTION else "tasks"


def _pairs(parts: Sequence[Part], block: Block) -> Iterator[tuple[Part, Block]]:
    """Parts with their blocks: sections have a list of their own."""
    sections = iter(block.get("sections", ()))
    others = iter(block.get("measures") or block.get("tasks", ()))
    for part in parts:
        yield part, next(sections if part.kind is PartKind.SECTION else others)


def _texts(value: Any) -> Iterable[str]:
    return map(str, value.values()) if isinstance(value, dict) else (str(value),)
