"""What a record says, whole: every task and measure with its passages, and all that it inherits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from directive_atlas.build import Records
from directive_atlas.load import schema
from directive_atlas.passages import DirectivePassages, Span

from tests.benchmarks.draft.bodies import Known, known_bodies


@dataclass(frozen=True, slots=True)
class Figure:
    """A value to be reached, its unit in every language that it is given in, and where its quote begins."""

    value: Decimal
    units: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Part:
    """A task or measure; its ``spans`` count characters of the drafted text."""

    id: str
    spans: tuple[Span, ...]
    words: str
    duties: tuple[tuple[Known, str], ...]
    times: tuple[schema.Timing, ...]
    figures: tuple[Figure, ...]

    @property
    def start(self) -> int:
        """Where it begins; before everything if it quotes nothing."""
        return min((span.start for span in self.spans), default=-1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A relation: what it calls the other paper, and the passage that makes it."""

    kind: str
    names: tuple[str, ...]
    span: Span | None

    @property
    def start(self) -> int:
        """Where its passage begins; before everything if it has none."""
        return self.span.start if self.span else -1

    @property
    def called(self) -> str:
        """The name of the other paper, for people."""
        return self.names[0] if self.names else ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A record and the text that it was made from; ``figures`` are those that belong to no single task."""

    text: str
    parts: tuple[Part, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...] = ()


def read_drafted(records: Records, directive: schema.Directive) -> Drafted:
    """The whole record of one directive.

    Raises:
        LookupError: the record has no text.
    """
    passages = records.passages.of(directive)
    if passages is None:
        raise LookupError(f"{directive.id} has no text")
    corpus = records.expanded.corpus
    bodies = known_bodies(corpus.actors)
    quoted = _quoted(directive.tasks, (), passages)
    parts = (_part(raw, spans, passages, bodies.__getitem__) for raw, spans in quoted)
    papers = {each.id: each for each in corpus.directives}
    mentions = tuple(_mention(each, papers, passages) for each in directive.relations)
    return Drafted(passages.source.text, tuple(parts), mentions, _figures(directive.targets, passages))


_Spans = tuple[Span, ...]


def _quoted(
    measures: tuple[schema.Measure, ...], above: _Spans, passages: DirectivePassages
) -> Iterator[tuple[schema.Measure, _Spans]]:
    """Every measure with its passages; one without a quote rests on those of what it is a part of."""
    for measure in measures:
        spans = tuple(sorted(_spans(measure.quotes, passages))) or above
        yield measure, spans
        yield from _quoted(measure.measures, spans, passages)


def _part(
    raw: schema.Measure, spans: _Spans, passages: DirectivePassages, body: Callable[[str], Known]
) -> Part:
    text = passages.source.text
    return Part(
        raw.id,
        spans,
        " ".join(text[span.start : span.end] for span in spans),
        tuple(duty for each in raw.actors for duty in _duty(each, body)),
        raw.timing,
        _figures(raw.targets, passages),
    )


def _spans(quotes: tuple[schema.Quote, ...], passages: DirectivePassages) -> Iterator[Span]:
    for quote in quotes:
        try:
            yield passages.of(quote)[1]
        except KeyError:
            continue


def _duty(duty: schema.Duty, body: Callable[[str], Known]) -> Iterator[tuple[Known, str]]:
    """A part in a task, and that of whoever acts for the body; unknown bodies are problems of the record."""
    try:
        yield body(duty.actor).called(duty.words), duty.role.value
        if duty.via:
            yield body(duty.via), "via"
    except KeyError:
        return


def _figures(targets: tuple[schema.Target, ...], passages: DirectivePassages) -> tuple[Figure, ...]:
    return tuple(_figure(each, each.value, passages) for each in targets if each.value is not None)


def _figure(target: schema.Target, value: Decimal, passages: DirectivePassages) -> Figure:
    spans = list(_spans((target.quote,), passages)) if target.quote else []
    units = tuple(text for _, text in target.unit.values) if target.unit else ("",)
    return Figure(value, units, spans[0].start if spans else -1)


def _mention(
    raw: schema.Relation, papers: dict[str, schema.Directive], passages: DirectivePassages
) -> Mention:
    names = [raw.title.first if raw.title else "", raw.number or ""]
    if other := papers.get(raw.to or ""):
        names += [*(text for _, text in other.title.values), other.number or ""]
    spans = list(_spans((raw.quote,), passages)) if raw.quote else []
    return Mention(raw.kind.value, tuple(name for name in names if name), spans[0] if spans else None)
