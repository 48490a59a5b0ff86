"""Directives and bodies as plain Markdown: each task with its words, its bodies, its time and its reports."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.api.v1 import Actor, Directive, Report, Task
from directive_atlas.interface.markup import visible
from directive_atlas.outputs.exports.plain import Plain
from directive_atlas.resolve.corpus import Owed
from directive_atlas.vocabulary.word import N_


def directive(found: Directive, words: Plain) -> Iterator[str]:
    """A directive with all its tasks."""
    yield f"# {words.text(found.title)}"
    yield ""
    yield from _about(found, words)
    if found.summary:
        yield f"\n{words.text(found.summary)}"
    for key in found.tasks:
        yield from task(words.made.tasks[key], words, 2)


def _about(found: Directive, words: Plain) -> Iterator[str]:
    yield words.line(N_("Page"), words.page(found.page))
    if found.number:
        yield words.line(N_("Number"), visible(found.number))
    yield words.line(N_("Issuers"), words.joined(map(words.actor, found.issuers)))
    for kind, day in found.dates.items():
        yield words.line(kind.label, words.day(day))
    if found.status:
        parts = [words.word(found.status.status), words.day(found.status.date) if found.status.date else ""]
        yield words.line(N_("Status"), words.joined(parts))
    yield words.line(N_("Data as of"), words.made.as_of.isoformat())


def task(found: Task, words: Plain, level: int) -> Iterator[str]:
    """A task, and below it its measures."""
    label = f"{visible(found.label)} " if found.label else ""
    yield f"\n{'#' * min(level, 6)} {label}{words.text(found.title)}\n"
    for quote in found.quotes:
        yield f"> {visible(quote.text)}"
    if found.quotes:
        yield ""
    yield words.line(N_("Page"), words.page(found.page))
    yield from _duties(found, words)
    for timing in found.timings:
        yield words.line(N_("Time limit"), words.when(timing))
    for target in found.targets:
        value = "" if target.value is None else f"{target.value:f}"
        by = words.day(target.by) if target.by else ""
        parts = (words.text(target.metric), words.word(target.comparator), value, words.text(target.unit), by)
        yield words.line(N_("Figure"), words.joined(parts))
    standing = found.standing
    yield words.line(
        N_("Status"), words.joined((words.word(standing.timeliness), words.word(standing.state)))
    )
    for report in found.reports:
        yield words.line(N_("Report"), _report(report, words))
    for measure in found.measures:
        yield from task(measure, words, level + 1)


def _duties(found: Task, words: Plain) -> Iterator[str]:
    for duty in found.duties:
        yield words.line(duty.role.label, words.joined((words.actor(duty.actor), words.word(duty.basis))))
    if not found.duties_complete:
        yield words.line(N_("Other bodies"), words.language.gettext(N_("the text names more, but not which")))


def _report(report: Report, words: Plain) -> str:
    """Who said what when, and how far that can be relied on."""
    return words.joined(
        (
            words.day(report.date),
            words.actor(report.actor) if report.actor else "",
            words.word(report.status) if report.status else "",
            words.word(report.verification),
            words.text(report.note),
            words.reference(report.evidence)
            if report.evidence
            else words.language.gettext(N_("without a source")),
        )
    )


def actor(found: Actor, owed: tuple[Owed, ...], words: Plain) -> Iterator[str]:
    """A body with what it has to do: a line for each task, with its part in it."""
    yield f"# {words.text(found.name)}"
    yield ""
    yield words.line(N_("Page"), words.page(found.page))
    yield words.line(N_("Kind"), words.word(found.kind))
    yield words.line(N_("Data as of"), words.made.as_of.isoformat())
    if found.summary:
        yield f"\n{words.text(found.summary)}"
    yield f"\n## {words.language.gettext(N_('Tasks'))}\n" if owed else ""
    for each in owed:
        yield _owed(each, words.tasks[each.task], words)


def _owed(owed: Owed, found: Task, words: Plain) -> str:
    due = found.standing.due
    through = words.actor(owed.through) if owed.through else ""
    parts = (
        words.text(found.title),
        through,
        words.day(due) if due else "",
        words.word(found.standing.timeliness),
        words.page(found.page),
    )
    return words.line(owed.duty.role.label, words.joined(parts))
