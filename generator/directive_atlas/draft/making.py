"""A whole draft: the files of a directive, and the actors that the site lacks, as texts that load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from directive_atlas.draft.cast import Cast, cast_of
from directive_atlas.draft.identity import id_of
from directive_atlas.draft.kinds import kind_of
from directive_atlas.draft.mending import mended
from directive_atlas.draft.model import Draft
from directive_atlas.draft.parts import Tell
from directive_atlas.draft.questions import Given
from directive_atlas.draft.record import record_of
from directive_atlas.draft.suggesting import Read, suggested
from directive_atlas.draft.trying import Trial
from directive_atlas.lean.editing import with_entry
from directive_atlas.lean.spans import plain, read_nodes
from directive_atlas.lean.writing import record_text
from directive_atlas.load import RawCorpus
from directive_atlas.passages import SourceText
from directive_atlas.problems import Wording, message_languages, say, translation
from directive_atlas.registry import skeleton
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import DirectiveKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person says of a directive, beside its text or against it.

    ``issuers`` are names or ids, ``issuer_ids`` what they mean; ``title``, ``number`` and ``dated`` are what
    the file says of its document, for what the text does not give.
    """

    id: str = ""
    kind: DirectiveKind | None = None
    issuers: tuple[str, ...] = ()
    issuer_ids: tuple[str, ...] = ()
    signed: ImpreciseDate | None = None
    title: str = ""
    number: str = ""
    dated: ImpreciseDate | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, its record as a block and as text, and the bodies in it."""

    source: SourceText
    draft: Draft
    cast: Cast
    record: Mapping[str, Any]
    text: str
    tell: Tell

    @property
    def id(self) -> str:
        """The id of the directive, and the name of its folder."""
        return str(self.record["id"])


class UndraftableError(ValueError):
    """What a directive needs and the text does not give; ``lacks`` says what to add to the command."""

    def __init__(self, lacks: Wording) -> None:
        super().__init__(str(lacks))
        self.lacks = lacks


def drafted(source: SourceText, raw: RawCorpus, read: Read, wanted: Wanted) -> Drafted:
    """The draft of a text for a site.

    Raises:
        UndraftableError: nobody says who issued it, or what its id is to be.

    """
    found, known = suggested(source, raw, read, wanted.signed or wanted.dated)
    draft = _completed(found, wanted)
    cast = cast_of(draft, raw, known)
    if not (wanted.issuers or any(map(cast.called, draft.head.issuers))):
        raise UndraftableError(say("the text does not say who issued it; add --issuer"))
    own = wanted.id or _id(draft, wanted)
    if not own:
        raise UndraftableError(say("the text gives no number that could be its id; add --id"))
    dates = {"signed": wanted.signed.text} if wanted.signed else {}
    given = Given(own, source.file, wanted.kind, wanted.issuers, dates, wanted.title)
    translate = translation(_language(draft, raw))

    def tell(wording: Wording) -> str:
        return wording.in_(translate)

    record = record_of(draft, source, cast, given, tell)
    return Drafted(source, draft, cast, record, record_text(record), tell)


def _completed(draft: Draft, wanted: Wanted) -> Draft:
    """A draft with the number and the day that its file gives, where its text gives none."""
    head = draft.head
    dates = head.dates or ({"signed": wanted.dated.text} if wanted.dated and not wanted.signed else {})
    return replace(draft, head=replace(head, number=head.number or wanted.number, dates=dates))


def mended_text(made: Drafted, text: str, source: str, shown: str) -> str:
    """The text of its record, without what the check would refuse.

    ``source`` is the text as its file has it, ``shown`` the name of the data folder in messages.

    Raises:
        UneditableError: something is wrong that cannot be taken out.

    """
    file = f"{shown}/directives/{made.id}/directive.yml"
    trial = Trial(made.cast.raw, new_actors(made.cast), source, file)
    return mended(text, trial, made.tell)


def _id(draft: Draft, wanted: Wanted) -> str | None:
    issuers = wanted.issuer_ids or tuple(body.id for body in draft.head.issuers if body.id)
    day = wanted.signed.text if wanted.signed else draft.head.dates.get("signed", "")
    return id_of(draft.head.number, issuers, day)


def _language(draft: Draft, raw: RawCorpus) -> str:
    """The language of what a draft says itself: that of the text, if the site has it."""
    site = raw.settings.languages
    own = draft.language if draft.language in site else site[0]
    return own if own in message_languages() else "en"


def new_actors(cast: Cast) -> list[Mapping[str, Any]]:
    """The records that actors.yml lacks: copies of the registries, and those that nothing knows."""
    languages = cast.raw.settings.languages
    copied: list[Any] = [plain(read_nodes(skeleton(actor, languages))) for actor in cast.copied]
    kinds = {own: kind_of(words) for own, words in cast.unknown.items()}
    kinds |= dict.fromkeys(cast.groups, ActorKind.GROUP)
    unknown = [{"id": own, "name": words, "kind": kinds[own].value} for own, words in cast.unknown.items()]
    return [*copied, *unknown]


def actors_in(blocks: Sequence[Mapping[str, Any]], cast: Cast) -> list[Mapping[str, Any]]:
    """Those of the new actors that some records name, and the bodies above them."""
    words = {text for block in blocks for text in _texts(block)}
    wanted = {own for own, name in cast.unknown.items() if {own, name} & words}
    for actor in reversed(cast.copied):  # those above a body stand before it
        aliases = (alias.name for alias in actor.aliases)
        names = {actor.id, *(name for _, name in actor.name.values), *aliases}
        if actor.id in wanted or names & words:
            wanted |= {actor.id, actor.parent or actor.id}
    return [each for each in new_actors(cast) if each["id"] in wanted]


def _texts(value: Any) -> Iterator[str]:
    """All texts in a block."""
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


def with_actors(text: str, actors: Sequence[Mapping[str, Any]]) -> str:
    """The text of actors.yml with more records at its end.

    Raises:
        UneditableError: it is written so that only a person can add to it.

    """
    for actor in actors:
        root: Any = plain(read_nodes(text))
        text = with_entry(text, ("actors",), len(root["actors"]), actor)
    return text


NO_ACTORS = "# yaml-language-server: $schema=schemas/actors.schema.json\nactors: []\n"
"""The text of actors.yml before there are any."""
