"""Resolving one directive: its quotes located, its terms found, its reports sorted."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.expand import Counts, Inherited, Origins
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import sections_of
from directive_atlas.passages import DirectivePassages, Passages, fingerprint
from directive_atlas.redline import Bodies
from directive_atlas.resolve import model, values
from directive_atlas.resolve.editions import editions
from directive_atlas.resolve.in_time import InTime, bodies_with_a_day
from directive_atlas.resolve.obligation import Quoted, WordsOfText
from directive_atlas.resolve.origins import OriginsOf, Titles, titles_of
from directive_atlas.resolve.prospects import Prospects
from directive_atlas.resolve.relations import outside, relations
from directive_atlas.resolve.reports import Reports, reports_of
from directive_atlas.resolve.standing import AsOf, Progressed, progress_of, told_of_bodies
from directive_atlas.resolve.terms import TermFinder
from directive_atlas.review import review_of
from directive_atlas.schedule import DayOff, DaysOff, Schedule
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.languages import main_language


@dataclass(frozen=True, slots=True)
class Context:
    """What a directive needs of the rest of the corpus."""

    corpus: RawCorpus
    passages: Passages
    finder: TermFinder
    schedule: Schedule
    origins: Origins
    translations: Mapping[str, Counts]
    prospects: Prospects
    days_off: DaysOff
    as_of: AsOf
    horizons: Mapping[str, model.Horizon]
    members: Mapping[str, tuple[str, ...]]
    bodies: Bodies


def resolve_directive(raw: schema.Directive, context: Context) -> model.Directive:
    """Resolve a directive that has passed the checks.

    Raises:
        KeyError: a quote is not in its source (the checks were not run).
    """
    builder, own, dates = _builder(raw, context), context.passages.of(raw), values.dates(raw.dates)
    language, horizon = _language(raw.source, own, context), context.horizons.get(raw.id)
    sections = sections_of(raw)
    return model.Directive(
        id=raw.id,
        kind=raw.kind,
        title=values.text(raw.title),
        issuers=raw.issuers,
        issuers_complete=raw.issuers_complete,
        number=raw.number,
        date=builder.date,
        dates=dates,
        dates_note=values.maybe_text(raw.dates.note),
        addressees=raw.addressees,
        participants=tuple(values.participant(p) for p in raw.participants),
        events={event.id: values.event(event) for event in raw.events},
        endings=context.prospects.endings.directives.get(raw.id, ()),
        source=own.source if own else None,
        source_note=values.source_note(raw.source, language) if raw.source else None,
        background=tuple(builder.background(mark) for mark in raw.background),
        coverage=own.coverage if own else None,
        references=tuple(values.reference(r) for r in raw.references),
        summary=values.maybe_text(raw.summary),
        applies_to=values.maybe_text(raw.applies_to),
        topics=raw.topics,
        relations=tuple(relations(raw, builder.passage)),
        outside=tuple(outside(raw, builder.passage)),
        rules=tuple(builder.passage(rule.quote) for rule in raw.rules),
        targets=tuple(builder.target(t, None) for t in raw.targets),
        sections=builder.sections(raw.sections, _tasks_by_section(raw)),
        tasks=tuple(
            builder.task(t, _Above(t.section, horizon, sections.get(t.section or "", ()))) for t in raw.tasks
        ),
        place=raw.place,
        translations=context.translations.get(raw.place.file, {}),
        searched=raw.searched,
        planned_to=raw.dates.planned_to,
        series=raw.series,
        horizon=horizon,
        document=values.document(raw),
        to_decide=raw.to_decide,
        editions=tuple(editions(raw, own, context.bodies)),
        findings=tuple(values.finding(each, raw.id) for each in raw.findings),
    )


def _builder(raw: schema.Directive, context: Context) -> _Builder:
    """What the parts of a directive need, from its passages, titles and reports."""
    own, dates = context.passages.of(raw), values.dates(raw.dates)
    language = _language(raw.source, own, context)
    titles = titles_of(raw, own, language)
    reports = reports_of(raw, context.corpus.progress[raw.place.file], context.as_of.clock)
    return _Builder(
        raw,
        own,
        context,
        titles,
        WordsOfText(own, titles, language),
        dates[0][1] if dates else None,
        reports,
        progress_of(raw.tasks, raw.id, reports.by_task, context.members),
        _reviews(raw, context.corpus),
    )


def _language(raw: schema.Source | None, own: DirectivePassages | None, context: Context) -> str:
    """The language of a source: as the record says, else by its script."""
    languages = context.corpus.settings.languages
    return (raw.language if raw else None) or main_language(own.source.text if own else "", languages)


def _reviews(raw: schema.Directive, corpus: RawCorpus) -> dict[str, schema.Reviewed]:
    """The last review of each passage, by the passage's anchor."""
    return {row.passage: row for row in corpus.reviews[raw.place.file]}


def _tasks_by_section(raw: schema.Directive) -> dict[str | None, list[str]]:
    by_section: dict[str | None, list[str]] = defaultdict(list)
    for task in raw.tasks:
        by_section[task.section].append(f"{raw.id}/{task.id}")
    return by_section


@dataclass(frozen=True, slots=True)
class _Above:
    """Where a task stands: in a section, below those with these keys, with the horizon that holds there.

    ``records`` are the sections and tasks around it, the outermost first.
    """

    section: str | None
    horizon: model.Horizon | None
    records: tuple[Quoted, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Own:
    """What is found of a task by itself: where it stands, what is quoted, asked of whom, and reported.

    ``line`` has the keys from the outermost task down to its own, ``horizon`` is the one that holds for it.
    """

    key: str
    line: tuple[str, ...]
    section: str | None
    passages: tuple[model.Passage, ...]
    duties: tuple[model.Duty, ...]
    inherited: Mapping[str, model.Origin]
    reports: tuple[model.Report, ...]
    horizon: model.Horizon | None
    obligation_word: model.ObligationWord | None


@dataclass(frozen=True, slots=True)
class _Stands:
    """How a task stands with its measures: the whole, and each body where it stands otherwise."""

    measures: tuple[model.Task, ...]
    timings: tuple[model.Timing, ...]
    whole: model.Standing
    bodies: model.BodyStandings | None
    endings: tuple[model.Ending, ...]


@dataclass(frozen=True)
class _Builder:
    """What every part of one directive needs to be resolved."""

    raw: schema.Directive
    own: DirectivePassages | None
    context: Context
    titles: Titles
    words: WordsOfText
    date: ImpreciseDate | None
    reports: Reports
    progress: Mapping[str, Progressed]
    reviews: Mapping[str, schema.Reviewed]

    @property
    def directive(self) -> str:
        """The id of the directive."""
        return self.raw.id

    def task(self, raw: schema.Measure, above: _Above) -> model.Task:
        """A task with its measures."""
        own = self._own(raw, above)
        below = _Above(above.section, own.horizon, (*above.records, raw), own.line)
        measures = tuple(self.task(measure, below) for measure in raw.measures)
        return self._made(raw, own, self._stands(raw, own, measures))

    def _own(self, raw: schema.Measure, above: _Above) -> _Own:
        """What is found of a task where it stands, without its measures."""
        key = f"{self.directive}/{raw.id}"
        passages = tuple(map(self.passage, raw.quotes))
        origins = self._origins(key, passages)
        return _Own(
            key=key,
            line=(*above.keys, key),
            section=above.section,
            passages=passages,
            duties=self._duties(raw, origins, above),
            inherited=origins.fields(),
            reports=tuple(self.reports.by_task.get(key, ())),
            horizon=values.horizon(raw.horizon) if raw.horizon else above.horizon,
            obligation_word=self.words.of(raw, raw.obligation, above.records[::-1]),
        )

    def _stands(self, raw: schema.Measure, own: _Own, measures: tuple[model.Task, ...]) -> _Stands:
        """How a task stands, by its days, its reports and its measures."""
        context, told = self.context, self.progress[own.key]
        dated = bodies_with_a_day(own.duties, own.inherited)
        prospect = context.prospects.of(self.raw, raw, own.line, own.horizon).on(context.as_of)
        in_time = InTime(raw, told, prospect, context.schedule.of(own.key), dated)
        times = in_time.times()
        parts = [own.reports, *(part.reports for measure in measures for part in measure.walk())]
        bodies = told_of_bodies(raw, told, parts, context.members, dated)
        return _Stands(
            measures=measures,
            timings=in_time.timings(self._day_off),
            whole=in_time.whole(times, self.reports.later.get(own.key, 0), measures),
            bodies=in_time.bodies(times, bodies) if bodies else None,
            endings=prospect.endings,
        )

    def _made(self, raw: schema.Measure, own: _Own, stands: _Stands) -> model.Task:
        """All of it put together."""
        return model.Task(
            key=own.key,
            id=raw.id,
            directive=self.directive,
            root=own.line[0],
            depth=len(own.line) - 1,
            label=raw.label,
            title=values.title(raw),
            section=own.section,
            passages=own.passages,
            obligation=raw.obligation,
            duties=own.duties,
            duties_complete=raw.actors_complete,
            timings=stands.timings,
            targets=tuple(self.target(t, own.key) for t in raw.targets),
            deliverables=tuple(values.text(d) for d in raw.deliverables),
            measures=stands.measures,
            choose=raw.choose,
            order=raw.order,
            depends_on=tuple(n if "/" in n else f"{self.directive}/{n}" for n in raw.depends_on),
            applies_to=values.maybe_text(raw.applies_to),
            topics=raw.topics,
            terms=self.context.finder.terms_in(passage.text for passage in own.passages),
            reports=own.reports,
            standing=stands.whole,
            endings=stands.endings,
            note=values.maybe_text(raw.note),
            place=raw.place,
            inherited=own.inherited,
            bodies=stands.bodies,
            obligation_word=own.obligation_word,
            choices_complete=raw.choices_complete,
            precondition=values.maybe_text(raw.precondition),
            stage=raw.stage,
            stage_word=self.words.of_stage(raw),
            to_decide=raw.to_decide,
        )

    def _duties(self, raw: schema.Measure, origins: OriginsOf, above: _Above) -> tuple[model.Duty, ...]:
        around = above.records[::-1]
        return tuple(
            values.duty(duty, origins.of_duty(number), self.words.of(raw, duty.obligation, around))
            for number, duty in enumerate(raw.actors)
        )

    def _origins(self, key: str, passages: Sequence[model.Passage]) -> OriginsOf:
        """Where a task has from what it does not say itself."""
        inherited = self.context.origins.get(key, Inherited())
        return OriginsOf(inherited, self.titles, self.own, [passage.span for passage in passages])

    def _day_off(self, day: dt.date) -> DayOff | None:
        return self.context.days_off.of(self.raw, day)

    def target(self, raw: schema.Target, task: str | None) -> model.Target:
        readings = self.reports.by_target.get(raw.id, ()) if raw.id else ()
        passage = self.passage(raw.quote) if raw.quote else None
        return values.target(raw, tuple(readings), passage, self.directive, task)

    def sections(
        self, raw: Iterable[schema.Section], tasks: Mapping[str | None, list[str]]
    ) -> tuple[model.Section, ...]:
        return tuple(
            model.Section(
                id=section.id,
                title=values.text(section.title),
                applies_to=values.maybe_text(section.applies_to),
                passages=tuple(map(self.passage, section.quotes)),
                sections=self.sections(section.sections, tasks),
                tasks=tuple(tasks.get(section.id, ())),
                to_decide=section.to_decide,
            )
            for section in raw
        )

    def background(self, raw: schema.Background) -> model.Background:
        return model.Background(self.passage(raw), values.text(raw.reason))

    def passage(self, raw: schema.Quote) -> model.Passage:
        if self.own is None:
            raise KeyError(raw.place)
        (quotation, span), source = self.own.of(raw), self.own.source
        paragraph = source.paragraph_at(span.start)
        row, edition = self.reviews.get(quotation.anchor), self.own.renewed_since(span)
        return model.Passage(
            anchor=quotation.anchor,
            span=span,
            paragraph=paragraph.number,
            label=paragraph.label,
            text=source.text[span.start : span.end],
            translation=values.maybe_text(raw.translation),
            review=review_of(row, fingerprint(source, span), renewed=edition is not None),
            edition=edition.date if edition and not row else None,
        )
