"""The one sheet of a file that has a table of tasks, with its parts and its source text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.intake import RefusedError
from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.tables.cells import Sheet
from directive_atlas.tables.columns import Column
from directive_atlas.tables.layout import Heading, Layout, layout_of
from directive_atlas.tables.rows import Contents, contents_of
from directive_atlas.tables.source import TableText, table_text

_NO_TITLE = re.compile(
    r"附件|附表|表\s*\d|单位[:：]|填报|联系人|\d{4}年\d+月\d+日$"
    r"|annex|appendix|attachment|table \d|as of |page ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of tasks: the sheet with its parts, the tasks, the title, and all of it as a source text."""

    layout: Layout
    contents: Contents
    title: str
    text: TableText

    @property
    def problems(self) -> list[Problem]:
        """W812 for each column that has no place of its own in a record."""
        file = self.layout.sheet.place
        return [
            problem(
                "W812", Place(file, self.layout.line, heading.index + 1), _hint(heading), heading=heading.text
            )
            for heading in self.layout.headings
            if heading.column in {None, Column.OTHER, Column.STATUS} and heading.text
        ]


def _hint(heading: Heading) -> Wording | None:
    """What to do with a column that says how far the tasks have come."""
    reports = heading.column is Column.STATUS
    return say("what it reports belongs into progress.csv, with its day and source") if reports else None


def table_in(file: str, sheets: Sequence[Sheet], name: str, title: str) -> Table:
    """The table of tasks of the sheet with a ``name``, else of the one that has any.

    Its ``title`` is what it is given, else the longest line above it that can be one.

    Raises:
        RefusedError: no sheet is called so (E811), none has a table of tasks (E809), or several (E810).

    """
    if name:
        sheets = [sheet for sheet in sheets if sheet.name == name] or _refuse_name(file, sheets, name)
    found = [layout for sheet in sheets if (layout := layout_of(sheet))]
    found = [layout for layout in found if layout.rows]
    if not found:
        raise RefusedError(problem("E809", Place(file)))
    if len(found) > 1:
        names = ", ".join(layout.sheet.name for layout in found)
        raise RefusedError(problem("E810", Place(file), sheets=names))
    [layout] = found
    contents = contents_of(layout)
    title = title or max((line for line in layout.above if not _NO_TITLE.search(line)), key=len, default="")
    return Table(layout, contents, title, table_text(layout, contents, title))


def _refuse_name(file: str, sheets: Sequence[Sheet], name: str) -> list[Sheet]:
    names = ", ".join(sheet.name for sheet in sheets) or say("none with a name")
    raise RefusedError(problem("E811", Place(file), name=name, sheets=names))
