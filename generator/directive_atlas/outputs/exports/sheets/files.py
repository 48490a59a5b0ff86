"""All workbooks, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from directive_atlas.api.v1 import Records, walk
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.plain import Plain, plain_in
from directive_atlas.outputs.exports.sheets.forms import dispositions, division, ledger, recommendations
from directive_atlas.outputs.exports.sheets.sheet import Sheet
from directive_atlas.outputs.exports.sheets.workbook import as_csv, as_xlsx
from directive_atlas.outputs.files import File
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus

ROOT = "sheets"
"""The folder of the workbooks below the folder of a language."""

_ALL = Place("data")


def sheet_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """A workbook of everything with its sheets as CSV too, and one of each directive that has tasks."""
    for words in plain_in(made, site):
        whole = _whole(words, words.text(dict(site.name.values)))
        yield _file(words, "all.xlsx", as_xlsx(tuple(whole.values())), _ALL)
        for name, sheet in whole.items():
            yield _file(words, f"{name}.csv", as_csv(sheet), _ALL)
        of_tasks = [whole[name] for name in ("division", "ledger", "demands")]
        places = _places(made)
        for directive in made.directives.values():
            if directive.tasks:
                place, title = corpus.directives[directive.id].place, words.text(directive.title)
                rows = [places[key] for key in directive.tasks]
                content = as_xlsx([_part(sheet, title, rows) for sheet in of_tasks])
                yield _file(words, f"directives/{directive.id}.xlsx", content, place)


def _whole(words: Plain, title: str) -> dict[str, Sheet]:
    """The sheets of everything by the names of their files."""
    tasks = tuple(words.made.tasks.values())
    return {
        "division": division(title, tasks, words),
        "ledger": ledger(title, tasks, words),
        "demands": recommendations(title, tasks, words),
        "dispositions": dispositions(title, words.made.directives.values(), words),
    }


def _places(made: Records) -> dict[str, slice]:
    """Where the rows of each task and its measures are in a sheet of all tasks."""
    ends = list(accumulate(sum(1 for _ in walk(task)) for task in made.tasks.values()))
    return {key: slice(start, end) for key, start, end in zip(made.tasks, [0, *ends], ends, strict=False)}


def _part(whole: Sheet, title: str, places: Iterable[slice]) -> Sheet:
    """The rows of some tasks of a sheet of all; their numbers, in the first column, begin anew."""
    rows = (
        (f"{number}{str(name).lstrip('0123456789')}", *cells)
        for number, place in enumerate(places, 1)
        for name, *cells in whole.rows[place]
    )
    return replace(whole, title=title, rows=tuple(rows))


def _file(words: Plain, name: str, content: bytes, place: Place) -> File:
    return File(f"{words.language.folder}{ROOT}/{name}", content, place)
