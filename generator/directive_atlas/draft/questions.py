"""What a person has to decide about a whole record, or about words that no part of it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from directive_atlas.draft.kinds import is_group
from directive_atlas.draft.marks import unread
from directive_atlas.draft.model import Aside, Certainty, Draft
from directive_atlas.draft.parts import Writer
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.directives import DirectiveKind


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a directive apart from its text, or instead of it.

    ``issuers`` are written as they are; ``kind`` and ``dates`` take precedence over those of the text.
    ``file`` is the name of the source beside the record, ``title`` what its own file calls it.
    """

    id: str
    file: str
    kind: DirectiveKind | None = None
    issuers: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


def questions_of(draft: Draft, writer: Writer, given: Given, asides: Sequence[Aside]) -> Iterator[str]:
    """The lines of ``to_decide`` of the directive itself: of its head, of its bodies, of the text."""
    yield from _of_head(draft, writer, given)
    yield from _of_bodies(draft, writer)
    for relation in draft.relations:
        if relation.why.certainty is Certainty.POSSIBLE:
            asked = say("is this read rightly ({rule})?", rule=relation.why.rule)
            yield writer.question(asked, relation.span)
    yield from (writer.question(each.text, each.span) for each in draft.questions)
    for span in unread(draft, writer.source, asides):
        number = writer.source.paragraph_at(span.start).number
        yield writer.question(say("paragraph {number} was not understood:", number=number), span)


def _of_head(draft: Draft, writer: Writer, given: Given) -> Iterator[str]:
    if not (given.kind or draft.head.kind):
        yield writer.tell(say("kind: no rule has found it; is this a notice?"))
    if not (draft.head.title or given.title):
        yield writer.tell(say("title: no rule has found it"))
    if not (draft.head.dates or given.dates):
        yield writer.tell(say("dates: no rule has found one"))
    for event in writer.anchors.events:
        yield writer.tell(say("event “{event}”: on which day, or again and again?", event=event))


def _of_bodies(draft: Draft, writer: Writer) -> Iterator[str]:
    for body in (*draft.head.issuers, *draft.head.recipients):
        if writer.cast.called(body) is None:
            yield writer.which(body)
    for own, words in writer.cast.unknown.items():
        if not is_group(words):
            yield writer.tell(about_actor(own, words))


def about_actor(own: str, words: str) -> Wording:
    """The question about a body that nothing knows."""
    return say("actor {id}, “{words}”: say in actors.yml what it is", id=own, words=words)
