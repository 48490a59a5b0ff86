"""The sheets, with the columns that such tables usually have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directive_atlas.api.v1 import Directive, Task
from directive_atlas.outputs.exports.plain import Plain
from directive_atlas.outputs.exports.sheets.rows import Cells, Row, rows
from directive_atlas.outputs.exports.sheets.sheet import Cell, Column, Sheet, sheet
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.tasks import Role
from directive_atlas.vocabulary.word import N_

_NO_REPORT = N_("That nothing was reported does not say that nothing was done.")
_MARKS = N_("* inferred by the editors")
_NO_AUTHORITY = N_("For information; what counts is the text of each directive.")


def division(title: str, tasks: Iterable[Task], words: Plain) -> Sheet:
    """Who does what by when, with the columns of a table of the division of work (任务分工表)."""
    cells, say = Cells(words), words.language.gettext
    columns: tuple[Column[Row], ...] = (
        Column(say(N_("No.")), 7, lambda row: row.number),
        Column(say(N_("Work")), 48, cells.title),
        Column(say(N_("Lead bodies")), 28, cells.bodies(lambda role: role.owns)),
        Column(say(N_("Supporting bodies")), 28, cells.bodies(_supports)),
        Column(say(N_("To be done by")), 16, cells.when),
        Column(say(N_("Remarks")), 30, lambda row: words.text(row.task.note)),
    )
    return sheet(say(N_("Division of work")), title, columns, rows(tasks), [say(_MARKS)])


def ledger(title: str, tasks: Iterable[Task], words: Plain) -> Sheet:
    """How far work is, with the columns of a ledger of supervision (督查台账)."""
    cells, say = Cells(words), words.language.gettext
    columns: tuple[Column[Row], ...] = (
        Column(say(N_("No.")), 7, lambda row: row.number),
        Column(say(N_("Work")), 40, cells.title),
        Column(say(N_("Text of the directive")), 40, cells.quote),
        Column(say(N_("Responsible bodies")), 24, cells.bodies(lambda role: role.asks)),
        Column(say(N_("To be done by")), 16, cells.when),
        Column(say(N_("Progress made")), 40, cells.last(lambda report: words.text(report.note))),
        Column(say(N_("Obstacles")), 26, cells.last(lambda report: words.text(report.obstacle))),
        Column(say(N_("Next steps")), 26, cells.last(lambda report: words.text(report.next))),
        Column(say(N_("Completion status")), 22, cells.status),
    )
    return sheet(say(N_("Ledger")), title, columns, rows(tasks), [_as_of(words), say(_NO_REPORT)])


def recommendations(title: str, tasks: Iterable[Task], words: Plain) -> Sheet:
    """Each demand with the bodies that it affects, its status, and dated comments."""
    cells, say = Cells(words), words.language.gettext
    columns: tuple[Column[Row], ...] = (
        Column(say(N_("Number")), 9, lambda row: row.number),
        Column(say(N_("Demand")), 48, cells.quote),
        Column(say(N_("Bodies affected")), 28, cells.bodies(lambda role: role.asks)),
        Column(say(N_("Status")), 24, cells.status),
        Column(say(N_("Comments")), 60, cells.reports),
    )
    return sheet(say(N_("Demands and status")), title, columns, rows(tasks), [_as_of(words), say(_NO_REPORT)])


def dispositions(title: str, directives: Iterable[Directive], words: Plain) -> Sheet:
    """Each directive with its dates, what it changed, and whether it is in force."""
    say = words.language.gettext
    columns: tuple[Column[Directive], ...] = (
        Column(say(N_("Number")), 20, lambda each: each.number),
        Column(
            say(N_("Date of signing")), 14, lambda each: _date(each, words, DateKind.SIGNED, DateKind.HELD)
        ),
        Column(say(N_("Date of publication")), 14, lambda each: _date(each, words, DateKind.PUBLISHED)),
        Column(say(N_("Title")), 48, lambda each: words.text(each.title)),
        Column(say(N_("Issuers")), 28, lambda each: words.joined(map(words.actor, each.issuers))),
        Column(say(N_("Amendments")), 40, lambda each: "\n".join(_relations(each, words))),
        Column(say(N_("Current status")), 28, lambda each: _status(each, words)),
    )
    notes = [_as_of(words), say(_NO_AUTHORITY)]
    return sheet(say(N_("Dispositions")), title, columns, directives, notes)


def _supports(role: Role) -> bool:
    return role.part in {"work", "involved"}


def _as_of(words: Plain) -> str:
    return words.language.gettext(N_("As of %(day)s")) % {"day": words.made.as_of.isoformat()}


def _date(each: Directive, words: Plain, *kinds: DateKind) -> Cell:
    found = next((each.dates[kind] for kind in kinds if kind in each.dates), None)
    if found is None:
        return None
    return found.first if found.first == found.last else words.day(found)


def _relations(each: Directive, words: Plain) -> Iterator[str]:
    """What it does to others; without those that are only named."""
    for relation in each.relations:
        title = words.made.directives[relation.directive].title if relation.directive else relation.title
        yield f"{words.word(relation.kind)}: {words.text(title)}"


def _status(each: Directive, words: Plain) -> str:
    if each.status is None:
        return ""
    by = (words.text(words.made.directives[other].title) for other in each.status.by)
    date = words.day(each.status.date) if each.status.date else ""
    return words.joined((words.word(each.status.status), date, *by))
