"""The texts of the rows on the screen, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from directive_atlas.interface.language import Language
from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.outputs.finder.bodies import last_day, standings
from directive_atlas.outputs.finder.columns import EPOCH, TEXT_ROWS
from directive_atlas.outputs.finder.table import Table
from directive_atlas.resolve.model import Standing, Task, Text, Timing
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.languages import language_by_script
from directive_atlas.vocabulary.word import N_

Marked = str | list[str]
"""A text in the language of the page, or a pair: text, the other language that it is in."""


def marked(text: Text, language: str) -> Marked:
    """A text as ``Marked``."""
    words, its_language = text.best(language)
    return words if its_language == language else [words, its_language]


def row_texts(table: Table, times: PlainTimes) -> Iterator[dict[str, Any]]:
    """The texts of every run of ``TEXT_ROWS`` rows: the rows and their directives."""
    code = times.language.code
    for tasks in batched(table.tasks, TEXT_ROWS):
        directives = dict.fromkeys(task.directive for task in tasks)
        yield {
            "rows": [_row(task, times) for task in tasks],
            "directives": [
                [record_id, marked(table.corpus.directives[record_id].title, code)]
                for record_id in directives
            ],
        }


def _row(task: Task, times: PlainTimes) -> list[Any]:
    """Its id, title and time; then by day the times of bodies that are due on other days."""
    title = marked(task.title, times.language.code)
    row = [task.id, title, when(task, task.timings, task.standing, times)]
    apart = standings(task.bodies) if task.bodies else []
    others = {_key(own): when(task, task.timings, own, times) for own in apart}
    others.pop(_key(task.standing), None)
    return [*row, others] if others else row


def _key(standing: Standing) -> str:
    """The last day, in days from 1 January 1970; nothing where there is none."""
    day = last_day(standing)
    return str((day - EPOCH).days) if day else ""


def when(task: Task, timings: Sequence[Timing], standing: Standing, times: PlainTimes) -> Marked:
    """The deadline of the deadline status, else the form of the timings of the task, else its measures'."""
    language = times.language
    if standing.due:
        return _day(timings, standing.due, language)
    if not timings:
        return times.of_measures(task)
    if len(timings) == 1 and timings[0].during:
        return marked(timings[0].during, language.code)
    return language.gettext("; ").join(dict.fromkeys(_form(timing, language) for timing in timings))


def only_begins(timings: Sequence[Timing], due: ImpreciseDate | None) -> bool:
    """Whether a task is only to begin by a day."""
    ours = [timing.begins for timing in timings if timing.due == due]
    return due is not None and bool(ours) and all(ours)


def _day(timings: Sequence[Timing], due: ImpreciseDate, language: Language) -> str:
    """The day of a deadline, or the end of its month or year; what is only to begin by it says so."""
    day = language.date(due)
    if only_begins(timings, due):
        return language.gettext(N_("to begin by %(day)s")) % {"day": day}
    return day if due.is_day else language.gettext(N_("by the end of %(end)s")) % {"end": day}


def _form(timing: Timing, language: Language) -> str:
    """The day at the latest; words of the text where they are in the language of the page; else the form."""
    if timing.latest:
        day = language.date(timing.latest)
        return language.gettext(N_("at the latest %(day)s, day not fixed yet")) % {"day": day}
    words = timing.own_words
    own = words and language_by_script(words, [language.code]) == language.code
    return words if words and own else language.gettext(timing.form.label)
