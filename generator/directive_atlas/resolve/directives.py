"""Resolving one directive: its quotes located, its terms found, its reports sorted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from directive_atlas.expand import Counts, Inherited, Origins
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in, sections_of
from directive_atlas.passages import DirectivePassages, Passages, fingerprint
from directive_atlas.resolve import model, values
from directive_atlas.resolve.endings import Endings
from directive_atlas.resolve.obligation import Quoted, WordsOfText
from directive_atlas.resolve.origins import OriginsOf, Titles, titles_of
from directive_atlas.resolve.relations import outside, relations
from directive_atlas.resolve.standing import AsOf, Progressed, progressed, standing, timeliness
from directive_atlas.resolve.terms import TermFinder
from directive_atlas.review import review_of
from directive_atlas.schedule import ResolvedTiming, Schedule
from directive_atlas.schedule.completion import known
from directive_atlas.schedule.recurrence import stopped
from directive_atlas.vocabulary.dates import on_day
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
    endings: Endings
    as_of: AsOf


def resolve_directive(raw: schema.Directive, context: Context) -> model.Directive:
    """Resolve a directive that has passed the checks.

    Raises:
        KeyError: a quote is not in its source (the checks were not run).
    """
    own = context.passages.of(raw)
    titles = titles_of(raw, own, _language(raw.source, own, context))
    words = WordsOfText(own, titles, _language(raw.source, own, context))
    builder = _Builder(
        raw.id, own, context, titles, words, _reports(raw, context), _reviews(raw, context.corpus)
    )
    sections = sections_of(raw)
    dates = values.dates(raw.dates)
    return model.Directive(
        id=raw.id,
        kind=raw.kind,
        title=values.text(raw.title),
        issuers=raw.issuers,
        issuers_complete=raw.issuers_complete,
        number=raw.number,
        date=dates[0][1] if dates else None,
        dates=dates,
        dates_note=values.maybe_text(raw.dates.note),
        addressees=raw.addressees,
        participants=tuple(values.participant(p) for p in raw.participants),
        events={event.id: values.event(event) for event in raw.events},
        endings=context.endings.directives.get(raw.id, ()),
        source=own.source if own else None,
        source_note=values.source_note(raw.source, _language(raw.source, own, context))
        if raw.source
        else None,
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
        tasks=tuple(builder.task(t, _Above(t.section, sections.get(t.section or "", ()))) for t in raw.tasks),
        place=raw.place,
        translations=context.translations.get(raw.place.file, {}),
        approved_by=raw.approved_by,
        index_number=raw.index_number,
        category=values.maybe_text(raw.category),
        copies=raw.copies,
        attachments=tuple(values.attachment(each) for each in raw.attachments),
        release=values.maybe_text(raw.release),
    )


def _language(raw: schema.Source | None, own: DirectivePassages | None, context: Context) -> str:
    """The language of a source: as the record says, else by its script."""
    languages = context.corpus.settings.languages
    return (raw.language if raw else None) or main_language(own.source.text if own else "", languages)


def _reports(raw: schema.Directive, context: Context) -> _Reports:
    """The reports of a directive, known by the reference date, by task key and by target, oldest first."""
    reported = [values.report(p, raw.id) for p in context.corpus.progress[raw.place.file]]
    by_task: dict[str, list[model.Report]] = defaultdict(list)
    by_target: dict[str | None, list[model.Report]] = defaultdict(list)
    for report in known(reported, context.as_of.day):
        by_task[report.task].append(report)
        by_target[report.target].append(report)
    later = Counter(report.task for report in reported if report.date.last > context.as_of.day)
    return _Reports(by_task, by_target, later)


def _reviews(raw: schema.Directive, corpus: RawCorpus) -> dict[str, schema.Reviewed]:
    """The last review of each passage, by the passage's anchor."""
    return {row.passage: row for row in corpus.reviews[raw.place.file]}


def _tasks_by_section(raw: schema.Directive) -> dict[str | None, list[str]]:
    by_section: dict[str | None, list[str]] = defaultdict(list)
    for task in raw.tasks:
        by_section[task.section].append(f"{raw.id}/{task.id}")
    return by_section


@dataclass(frozen=True)
class _Reports:
    """Reports by task key and by target id, and how many of a task were published only later."""

    by_task: Mapping[str, list[model.Report]]
    by_target: Mapping[str | None, list[model.Report]]
    later: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Above:
    """Where a task stands: in a section, and below those with these keys.

    ``records`` are the sections and tasks around it, the outermost first; ``told`` is what was reported of
    the one right above it.
    """

    section: str | None
    records: tuple[Quoted, ...] = ()
    keys: tuple[str, ...] = ()
    told: Progressed | None = None

    def told_of_time(
        self, own: Progressed, reports: Sequence[model.Report], inherited: Mapping[str, model.Origin]
    ) -> Progressed:
        """The reports that a task's time goes by: an inherited time has those above, without own ones.

        Whether the task binds, and whether it is in force, stays its own.
        """
        if not self.told or reports or "timing" not in inherited:
            return own
        return replace(self.told, binding=own.binding, ended=own.ended)


@dataclass(frozen=True)
class _Builder:
    """What every part of one directive needs to be resolved."""

    directive: str
    own: DirectivePassages | None
    context: Context
    titles: Titles
    words: WordsOfText
    reports: _Reports
    reviews: Mapping[str, schema.Reviewed]

    def task(self, raw: schema.Measure, above: _Above) -> model.Task:
        """A task with its measures."""
        key = f"{self.directive}/{raw.id}"
        line = (*above.keys, key)
        passages = tuple(map(self.passage, raw.quotes))
        origins = self._origins(key, passages)
        duties = self._duties(raw, origins, above)
        reports = tuple(self.reports.by_task.get(key, ()))
        endings = (*self.context.endings.directives.get(self.directive, ()), *self._endings(line))
        told = progressed(raw.obligation, reports, duties, endings, parts_reported=self._parts_reported(raw))
        inherited = origins.fields()
        of_time = above.told_of_time(told, reports, inherited)
        measures = tuple(
            self.task(m, _Above(above.section, (*above.records, raw), line, of_time)) for m in raw.measures
        )
        timings = self.timings(raw, key, of_time, endings)
        return model.Task(
            key=key,
            id=raw.id,
            directive=self.directive,
            root=line[0],
            depth=len(above.keys),
            label=raw.label,
            title=values.title(raw),
            section=above.section,
            passages=passages,
            obligation=raw.obligation,
            duties=duties,
            duties_complete=raw.actors_complete,
            timings=timings,
            targets=tuple(self.target(t, key) for t in raw.targets),
            deliverables=tuple(values.text(d) for d in raw.deliverables),
            measures=measures,
            choose=raw.choose,
            depends_on=tuple(n if "/" in n else f"{self.directive}/{n}" for n in raw.depends_on),
            applies_to=values.maybe_text(raw.applies_to),
            topics=raw.topics,
            terms=self.context.finder.terms_in(passage.text for passage in passages),
            reports=reports,
            standing=standing(told, timings, measures, self.reports.later.get(key, 0)),
            endings=endings,
            note=values.maybe_text(raw.note),
            place=raw.place,
            inherited=inherited,
            obligation_word=self.words.of(raw, raw.obligation, above.records[::-1]),
            choices_complete=raw.choices_complete,
            precondition=values.maybe_text(raw.precondition),
            stage=raw.stage,
            stage_word=self.words.of_stage(raw),
        )

    def _duties(self, raw: schema.Measure, origins: OriginsOf, above: _Above) -> tuple[model.Duty, ...]:
        around = above.records[::-1]
        return tuple(
            values.duty(duty, origins.of_duty(number), self.words.of(raw, duty.obligation, around))
            for number, duty in enumerate(raw.actors)
        )

    def _parts_reported(self, raw: schema.Measure) -> bool:
        """Whether there is a report on one of the measures of a task, at any depth."""
        parts = (part for part in records_in(raw, schema.Measure) if part is not raw)
        return any(self.reports.by_task.get(f"{self.directive}/{part.id}") for part in parts)

    def _origins(self, key: str, passages: Sequence[model.Passage]) -> OriginsOf:
        """Where a task has from what it does not say itself."""
        inherited = self.context.origins.get(key, Inherited())
        return OriginsOf(inherited, self.titles, self.own, [passage.span for passage in passages])

    def _endings(self, line: tuple[str, ...]) -> tuple[model.Ending, ...]:
        """What ends a task: whatever ends it, or a task that it is a part of."""
        return tuple(ending for key in line for ending in self.context.endings.tasks.get(key, ()))

    def timings(
        self, raw: schema.Measure, key: str, progress: Progressed, endings: Sequence[model.Ending]
    ) -> tuple[model.Timing, ...]:
        whens = self.context.schedule.of(key)
        return tuple(
            self.timing(t, when, progress, endings) for t, when in zip(raw.timing, whens, strict=True)
        )

    def timing(
        self, raw: schema.Timing, when: ResolvedTiming, progress: Progressed, endings: Sequence[model.Ending]
    ) -> model.Timing:
        form = next(form for form in model.TimingForm if getattr(raw, form.value))
        when = self._in_force(when, endings)
        status, due = timeliness(form, when, progress, self.context.as_of)
        return model.Timing(
            form=form,
            start=when.start,
            due=due,
            time=raw.time,
            zone=raw.zone,
            first=when.first,
            last=when.last,
            cycle=when.cycle,
            during=values.maybe_text(raw.during),
            soft=raw.soft,
            at_least=bool(raw.every and raw.every.at_least),
            case=values.maybe_text(raw.case),
            words=raw.words,
            note=values.maybe_text(raw.note),
            earlier=tuple(values.earlier_deadline(earlier_deadline) for earlier_deadline in raw.earlier),
            timeliness=status,
            days=(due.last - self.context.as_of.day).days if due else None,
        )

    def _in_force(self, when: ResolvedTiming, endings: Sequence[model.Ending]) -> ResolvedTiming:
        """A recurrence without the times after its end of force, where that is known."""
        cycle = when.cycle
        ends = [ending.date.last for ending in endings if ending.date and not ending.part]
        if not (cycle and cycle.series and ends):
            return when
        near = stopped(cycle.series, cycle.near, min(ends), self.context.as_of.day)
        return ResolvedTiming(due=on_day(near.next) if near.next else None, cycle=replace(cycle, near=near))

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
        return model.Passage(
            anchor=quotation.anchor,
            span=span,
            paragraph=paragraph.number,
            label=paragraph.label,
            text=source.text[span.start : span.end],
            translation=values.maybe_text(raw.translation),
            review=review_of(self.reviews.get(quotation.anchor), fingerprint(source, span)),
        )
