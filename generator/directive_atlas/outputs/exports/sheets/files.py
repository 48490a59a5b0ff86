"""All workbooks, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from directive_atlas.api.v1 import Records
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
        for directive in made.directives.values():
            if directive.tasks:
                place = corpus.directives[directive.id].place
                content = as_xlsx(_of_directive(words, directive.id))
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


def _of_directive(words: Plain, directive: str) -> Sequence[Sheet]:
    found = words.made.directives[directive]
    tasks, title = tuple(words.made.tasks[key] for key in found.tasks), words.text(found.title)
    return division(title, tasks, words), ledger(title, tasks, words), recommendations(title, tasks, words)


def _file(words: Plain, name: str, content: bytes, place: Place) -> File:
    return File(f"{words.language.folder}{ROOT}/{name}", content, place)
