"""One raw directive to a sealed one: its quotes located, its terms found, its reports sorted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.load import RawCorpus, schema
from generator.resolve import model, values
from generator.resolve.terms import TermFinder
from generator.review import review_of
from generator.source import (
    Found,
    SourceText,
    Span,
    background_name,
    coverage_of,
    fingerprint,
    locate,
    numbered,
    quotes_of,
    source_of,
)


def resolve_directive(raw: schema.Directive, corpus: RawCorpus, finder: TermFinder) -> model.Directive:
    """Seal a directive that has passed the checks.

    Raises:
        LookupError: a quote is not in its source (the checks were not run).
    """
    builder = _Builder(raw.id, source_of(raw, corpus), finder, _reports(raw, corpus), _reviews(raw, corpus))
    dates = values.dates(raw.dates)
    return model.Directive(
        id=raw.id,
        kind=raw.kind,
        title=values.text(raw.title),
        issuers=raw.issuers,
        number=raw.number,
        date=dates[0][1] if dates else None,
        dates=dates,
        dates_note=values.maybe_text(raw.dates.note),
        addressees=raw.addressees,
        participants=tuple(values.participant(p) for p in raw.participants),
        source=builder.source,
        source_note=values.source_note(raw.source) if raw.source else None,
        background=builder.background(raw.background),
        coverage=coverage_of(builder.source, quotes_of(raw, builder.source)) if builder.source else None,
        references=tuple(values.reference(r) for r in raw.references),
        summary=values.maybe_text(raw.summary),
        topics=raw.topics,
        relations=tuple(builder.relation(r, i) for i, r in enumerate(raw.relations, 1)),
        targets=tuple(values.target(t) for t in raw.targets),
        sections=builder.sections(raw.sections, _tasks_by_section(raw)),
        tasks=tuple(builder.task(t, section=t.section) for t in raw.tasks),
        place=raw.place,
    )


def _reports(raw: schema.Directive, corpus: RawCorpus) -> dict[str, list[model.Report]]:
    """The reports of a directive by task key, oldest first."""
    by_task: dict[str, list[model.Report]] = defaultdict(list)
    reports = (values.report(p, raw.id) for p in corpus.progress[raw.place.file])
    for report in sorted(reports, key=lambda r: r.date.first):
        by_task[report.task].append(report)
    return by_task


def _reviews(raw: schema.Directive, corpus: RawCorpus) -> dict[str, schema.Reviewed]:
    """The last review of each passage, by the passage's anchor."""
    return {row.passage: row for row in corpus.reviews[raw.place.file]}


def _tasks_by_section(raw: schema.Directive) -> dict[str | None, list[str]]:
    by_section: dict[str | None, list[str]] = defaultdict(list)
    for task in raw.tasks:
        by_section[task.section].append(f"{raw.id}/{task.id}")
    return by_section


@dataclass(frozen=True)
class _Builder:
    """What every part of one directive needs to be sealed."""

    directive: str
    source: SourceText | None
    finder: TermFinder
    reports: Mapping[str, list[model.Report]]
    reviews: Mapping[str, schema.Reviewed]

    def task(self, raw: schema.Measure, *, section: str | None, root: str = "", depth: int = 0) -> model.Task:
        key = f"{self.directive}/{raw.id}"
        root = root or key
        passages = self.passages(raw.quotes, f"q-{raw.id}")
        return model.Task(
            key=key,
            id=raw.id,
            directive=self.directive,
            root=root,
            depth=depth,
            label=raw.label,
            title=values.text(raw.title),
            section=section,
            passages=passages,
            obligation=raw.obligation,
            duties=tuple(values.duty(d) for d in raw.actors),
            timings=tuple(values.timing(t) for t in raw.timing),
            targets=tuple(values.target(t) for t in raw.targets),
            deliverables=tuple(values.text(d) for d in raw.deliverables),
            measures=tuple(self.task(m, section=section, root=root, depth=depth + 1) for m in raw.measures),
            depends_on=tuple(n if "/" in n else f"{self.directive}/{n}" for n in raw.depends_on),
            applies_to=values.maybe_text(raw.applies_to),
            topics=raw.topics,
            terms=self.finder.terms_in(passage.text for passage in passages),
            reports=tuple(self.reports.get(key, ())),
            note=values.maybe_text(raw.note),
            place=raw.place,
        )

    def sections(
        self, raw: Iterable[schema.Section], tasks: Mapping[str | None, list[str]]
    ) -> tuple[model.Section, ...]:
        return tuple(
            model.Section(
                id=section.id,
                title=values.text(section.title),
                passages=self.passages(section.quotes, f"s-{section.id}"),
                sections=self.sections(section.sections, tasks),
                tasks=tuple(tasks.get(section.id, ())),
            )
            for section in raw
        )

    def relation(self, raw: schema.Relation, number: int) -> model.Relation:
        quotes = (raw.quote,) if raw.quote else ()
        return model.Relation(
            kind=raw.kind,
            newer=self.directive,
            older=raw.to,
            tasks=tuple(f"{raw.to}/{task}" for task in raw.tasks),
            basis=raw.basis,
            note=values.maybe_text(raw.note),
            passage=next(iter(self.passages(quotes, f"r-{number}")), None),
        )

    def passages(self, raw: Iterable[schema.Quote], owner: str) -> tuple[model.Passage, ...]:
        quotes = tuple(raw)
        anchors = numbered(owner for _ in quotes)
        return tuple(self.passage(*pair) for pair in zip(quotes, anchors, strict=True))

    def background(self, raw: Iterable[schema.Background]) -> tuple[model.Background, ...]:
        marks = tuple(raw)
        anchors = numbered(background_name(*self.located(mark)) for mark in marks)
        return tuple(
            model.Background(self.passage(mark, anchor), values.text(mark.reason))
            for mark, anchor in zip(marks, anchors, strict=True)
        )

    def passage(self, raw: schema.Quote, anchor: str) -> model.Passage:
        source, span = self.located(raw)
        return model.Passage(
            anchor=anchor,
            span=span,
            paragraph=source.paragraph_at(span.start).number,
            text=source.text[span.start : span.end],
            translation=values.maybe_text(raw.translation),
            review=review_of(self.reviews.get(anchor), fingerprint(source, span)),
        )

    def located(self, raw: schema.Quote) -> tuple[SourceText, Span]:
        found = locate(self.source, raw) if self.source else None
        if self.source is None or not isinstance(found, Found) or not found.spans:
            raise LookupError(raw.place)
        return self.source, found.spans[0]
