"""From a filter to its calendar, its feed and its spreadsheet, and back as a record, with nothing lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

import feedparser
import pytest
from directive_atlas.api.v1 import Records, Task, records, walk
from directive_atlas.draft.bodies import Names
from directive_atlas.draft.marks import walk as walk_parts
from directive_atlas.draft.model import Head, Part
from directive_atlas.outputs.exports.calendars import calendar_files
from directive_atlas.outputs.exports.feeds import feed_files
from directive_atlas.outputs.exports.sheets import sheet_files
from directive_atlas.resolve import Corpus
from directive_atlas.tables import draft_of, read_sheets, table_in
from directive_atlas.tables.ledger import Field, as_xlsx, labels_in, ledger_of, read_ledgers
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.tasks import Basis, Role
from icalendar import Calendar

from tests.tools.sites import bilingual

SITE = bilingual()
TABS = {"": "任务分工表", "en/": "Division of work"}
"""The sheet of the division of work, by the folder of its language."""


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> Records:
    """The records of the fixture."""
    return records(corpus)


@pytest.fixture(scope="module")
def files(made: Records, corpus: Corpus) -> Mapping[str, bytes]:
    """The calendars, feeds and spreadsheets of the fixture by their paths."""
    forms = (calendar_files, feed_files, sheet_files)
    return {file.path: file.content for form in forms for file in form(made, corpus, SITE)}


@pytest.fixture(scope="module")
def filters(corpus: Corpus) -> Mapping[str, set[str]]:
    """What the finder shows for a body and a role: the keys of tasks, by the path of the body's files."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor, owed in corpus.links.owed.items():
        for each in owed:
            found[f"actors/{actor}-{each.duty.role}"].add(each.task)
    return found


def test_a_filter_and_its_calendar_have_the_same_deadlines(
    filters: Mapping[str, set[str]], files: Mapping[str, bytes], corpus: Corpus
) -> None:
    assert len(filters) > 30
    for path, keys in filters.items():
        events = Calendar.from_ical(files[f"calendars/{path}.ics"]).walk("VEVENT")
        outlasting = {key: corpus.history.origin((RecordKind.TASK, key)) for key in keys}
        due = {
            f"{name}/due-{n}"
            for key, name in outlasting.items()
            for n, each in enumerate(corpus.tasks[key].timings, 1)
            if each.due
        }
        known = {str(event["UID"]).partition("@")[0]: event.get("STATUS") for event in events}
        assert due <= known.keys(), path
        held = {name.rpartition("/")[0] for name, status in known.items() if status != "CANCELLED"}
        assert held <= set(outlasting.values()), path


def test_a_filter_and_its_feed_have_the_same_reports(
    filters: Mapping[str, set[str]], files: Mapping[str, bytes], corpus: Corpus
) -> None:
    for path, keys in filters.items():
        actor = path.removeprefix("actors/").rpartition("-")[0]
        told = [
            report
            for key in keys
            for report in corpus.tasks[key].reports
            if not report.context and report.actor in (None, actor)
        ]
        entries = feedparser.parse(files[f"feeds/{path}.atom"]).entries
        reports = [entry for entry in entries if entry.tags[0].term == "report"]
        assert len(reports) == len(told) or len(entries) == 50, path


@pytest.mark.parametrize("folder", TABS)
def test_a_spreadsheet_comes_back_as_the_record_that_it_was_made_of(
    folder: str, files: Mapping[str, bytes], made: Records, corpus: Corpus
) -> None:
    names, seen = _names(corpus), set[str]()
    for directive in made.directives.values():
        if directive.tasks:
            parts = _imported(files[f"{folder}sheets/directives/{directive.id}.xlsx"], TABS[folder], names)
            tasks = [task for key in directive.tasks for task in walk(made.tasks[key])]
            for part, task in zip(parts, tasks, strict=True):
                assert _bodies(part) == _duties(task), task.key
                assert not _day(task) or [time.written for time in part.times] == [_day(task)], task.key
                assert part.note or not task.note, task.key
                assert part.times or part.questions or not task.timings, task.key
                seen.add(task.key)
    assert seen == set(corpus.tasks)


def _names(corpus: Corpus) -> Names:
    found: dict[str, list[str]] = defaultdict(list)
    for actor in corpus.actors.values():
        for name in {*(text for _, text in actor.name.values), *(alias.name for alias in actor.aliases)}:
            found[name].append(actor.id)
    return Names(found)


def _imported(content: bytes, tab: str, names: Names) -> list[Part]:
    """The tasks and measures of the draft that a table becomes, in their order."""
    table = table_in("a.xlsx", read_sheets("a.xlsx", content), tab, "")
    draft = draft_of(table, Head(title=table.title), names, None)
    return list(chain.from_iterable(map(walk_parts, draft.parts)))


def _bodies(part: Part) -> dict[tuple[str, bool], bool]:
    """The bodies of a draft: which, whether it leads, and whether that is inferred."""
    return {
        (duty.body.id or duty.body.words, duty.role is Role.LEAD): bool(duty.inferred) for duty in part.duties
    }


def _duties(task: Task) -> dict[tuple[str, bool], bool]:
    """The same of a record: who leads or is responsible, then who supports it; others have no column."""
    own = {duty.actor: duty.basis is Basis.INFERRED for duty in task.duties if duty.role.owns}
    helping = [duty for duty in task.duties if duty.role.part in {"work", "involved"}]
    others = {duty.actor: duty.basis is Basis.INFERRED for duty in helping if duty.actor not in own}
    return {(actor, actor in own): inferred for actor, inferred in {**own, **others}.items()}


def _day(task: Task) -> str:
    """The last day, where the cell has one and no words."""
    due = task.timings[0].due if len(task.timings) == 1 else None
    return due.text if due and due.first == due.last and not task.timings[0].recurrence else ""


def test_the_sheet_of_a_body_comes_back_cell_by_cell(corpus: Corpus) -> None:
    for actor in corpus.links.owed:
        for language in SITE.languages:
            ledger = ledger_of(corpus, SITE, language, actor)
            sheets = read_sheets("a.xlsx", as_xlsx(ledger))
            labels = labels_in([{field: language.gettext(field.label) for field in Field}])
            read, problems = read_ledgers("a.xlsx", sheets, labels)
            if ledger.rows:
                assert not problems
                assert [row.key for row in read[0].rows] == [row.key for row in ledger.rows]
                for came, went in zip(read[0].rows, ledger.rows, strict=True):
                    cells = {field: came.text(field) for field in came.cells}
                    assert cells == {field: went.texts.get(field, "") for field in came.cells}, went.key
