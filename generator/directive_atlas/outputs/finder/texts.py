"""The texts of the rows on the screen, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from directive_atlas.interface.language import Language
from directive_atlas.outputs.finder.columns import TEXT_ROWS
from directive_atlas.outputs.finder.table import Table
from directive_atlas.resolve.model import Task, Text, Timing
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.languages import language_by_script

Marked = str | list[str]
"""A text in the language of the page, or a pair: text, the other language that it is in."""


def marked(text: Text, language: str) -> Marked:
    """A text as ``Marked``."""
    words, its_language = text.best(language)
    return words if its_language == language else [words, its_language]


def row_texts(table: Table, language: Language) -> Iterator[dict[str, Any]]:
    """The texts of every run of ``TEXT_ROWS`` rows: each row's id, title and time, and the directives."""
    for tasks in batched(table.tasks, TEXT_ROWS):
        directives = dict.fromkeys(task.directive for task in tasks)
        yield {
            "rows": [[task.id, marked(task.title, language.code), _when(task, language)] for task in tasks],
            "directives": [
                [record_id, marked(table.corpus.directives[record_id].title, language.code)]
                for record_id in directives
            ],
        }


def _when(task: Task, language: Language) -> Marked:
    """The deadline of the deadline status, else the form of the timing."""
    if task.standing.due:
        return language.date(task.standing.due)
    if len(task.timings) == 1 and task.timings[0].during:
        return marked(task.timings[0].during, language.code)
    return language.gettext("; ").join(dict.fromkeys(_form(timing, language) for timing in task.timings))


def _form(timing: Timing, language: Language) -> str:
    """Words of the text where they are in the language of the page, else the form."""
    words = timing.own_words
    own = words and language_by_script(words, [language.code]) == language.code
    return words if words and own else language.gettext(timing.form.label)
