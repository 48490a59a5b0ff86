"""The edits of a sheet as reports: only what somebody changed since it was written, each at its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import urlsplit

from directive_atlas.check.evidence import linked_reposts
from directive_atlas.check.progress import report_problems
from directive_atlas.load import RawCorpus
from directive_atlas.load.fields import Reading
from directive_atlas.load.marked import Mapping as Block
from directive_atlas.load.marked import Marks, Scalar
from directive_atlas.load.pasted import usual, usual_date
from directive_atlas.load.schema import Progress
from directive_atlas.load.validate import validate
from directive_atlas.problems import Place, Problem, either, problem, say
from directive_atlas.resolve import Corpus
from directive_atlas.schedule import schedule
from directive_atlas.tables.ledger.fields import FILLED, Field, Form
from directive_atlas.tables.ledger.model import Mark, cell_mark, record_mark, row_mark
from directive_atlas.tables.ledger.reading import ReadLedger, ReadRow
from directive_atlas.tables.ledger.rows import record_of
from directive_atlas.vocabulary.dates import is_date
from directive_atlas.vocabulary.folding import name_key
from directive_atlas.vocabulary.progress import Grade, Status

_OFFICIAL = (".gov", ".gov.cn", ".mil")
"""How the names of sites of government bodies end."""
_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|GETTING_DATA)")
"""What spreadsheet programs show where a formula has no value."""

Cells = dict[str, str]
"""A row of ``progress.csv``: columns to texts."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a sheet is read with: the records, the words for each status, the languages, and the day.

    ``words`` are those that may be chosen in the site's language, ``statuses`` what each word means by its
    ``name_key``, in all languages; ``last`` is the last report of each body on each task. Without a ``day``
    the cell of the sheet says it, or it is ``today``.
    """

    corpus: Corpus
    words: tuple[str, ...]
    statuses: Mapping[str, Status]
    last: Mapping[tuple[str, str], Progress]
    languages: tuple[str, ...]
    day: dt.date | None
    today: dt.date

    def status(self, text: str) -> Status | None:
        """The status that a word means, in any language."""
        return self.statuses.get(name_key(text))


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report of a sheet: its row for ``progress.csv``, and the record that it becomes."""

    cells: Cells
    record: Progress | None


@dataclass(frozen=True, slots=True)
class Imported:
    """The new reports of each directive, and every problem of the sheets."""

    reports: Mapping[str, Sequence[NewReport]]
    problems: Sequence[Problem]


def last_reports(raw: RawCorpus) -> Mapping[tuple[str, str], Progress]:
    """The last report of each body on each task, by the key of the task and the id of the body."""
    found: dict[tuple[str, str], Progress] = {}
    for directive in raw.directives:
        for report in sorted(raw.progress[directive.place.file], key=lambda each: each.date.last):
            if report.actor:
                found[f"{directive.id}/{report.task}", report.actor] = report
    return found


def reports_of(ledgers: Iterable[ReadLedger], reporting: Reporting) -> Imported:
    """The reports of some sheets; one that the record has already is left out."""
    reports: dict[str, list[NewReport]] = {}
    problems: list[Problem] = []
    seen: dict[tuple[str, str], ReadRow] = {}
    for ledger in ledgers:
        sheet = _Sheet(ledger, reporting)
        problems += sheet.problems()
        for row in ledger.rows if not sheet.problems() else ():
            first = seen.setdefault((ledger.body, row.key), row)
            found = [_twice(row, first)] if first is not row else sheet.faults(row)
            problems += found
            if not found:
                report, told = sheet.report(row)
                problems += told
                if report:
                    reports.setdefault(row.key.partition("/")[0], []).append(report)
    return Imported(reports, problems)


def misfits(raw: RawCorpus, imported: Imported, day: dt.date) -> list[Problem]:
    """What the check of the records would say of the new reports, at their places in the sheets."""
    added = {
        directive.place.file: tuple(each.record for each in imported.reports[directive.id] if each.record)
        for directive in raw.directives
        if directive.id in imported.reports
    }
    progress = {file: (*reports, *added.get(file, ())) for file, reports in raw.progress.items()}
    together = replace(raw, progress=progress)
    files = {record.place.file for records in added.values() for record in records}
    _, times = schedule(together, day)
    found = [*report_problems(together), *linked_reposts(together), *times]
    return [problem for problem in found if problem.place.file in files]


def _twice(row: ReadRow, first: ReadRow) -> Problem:
    return problem("E804", row.place, id=row.key, row=first.place.line, sheet=first.place.file)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet with what it is read with."""

    ledger: ReadLedger
    reporting: Reporting

    @property
    def day(self) -> str:
        """The day of the reports, in the form of the record."""
        written = usual_date(self.ledger.day.text)
        return str(self.reporting.day) if self.reporting.day else written or str(self.reporting.today)

    def problems(self) -> list[Problem]:
        """E302 for a body that the site has not, E205 for a day that is none."""
        found = []
        if self.ledger.body not in self.reporting.corpus.actors:
            place = Place(self.ledger.place.file, 2, 1)
            found.append(problem("E302", place, what=say("actor"), id=self.ledger.body))
        if not is_date(self.day):
            place = Place(self.ledger.place.file, self.ledger.day.row, self.ledger.day.column)
            found.append(problem("E205", place, value=self.ledger.day.text))
        return found

    def faults(self, row: ReadRow) -> list[Problem]:
        """E802 for a task that is not there, E803 for a row that is not as it was written."""
        mark = Mark.read(row.mark)
        if mark is None or mark.row != row_mark(self.ledger.body, row.key):
            return [problem("E803", row.place, id=row.key)]
        if row.key not in self.reporting.corpus.tasks:
            return [problem("E802", row.place, id=row.key)]
        return [self._error(row, field) for field in FILLED if _ERROR.fullmatch(row.text(field))]

    def _error(self, row: ReadRow, field: Field) -> Problem:
        """E117 for a cell whose formula has no value: a text such as #REF! is no report."""
        form = PurePath(row.place.file.partition(" [")[0]).suffix
        why = say("a formula gives {error} instead of a value", error=row.text(field))
        hint = say("correct the formula, or write the value in its place")
        return problem("E117", row.at(field), hint, form=form, why=why)

    def report(self, row: ReadRow) -> tuple[NewReport | None, list[Problem]]:
        """The report of a row, none where nothing was changed, and the problems with it."""
        mark = Mark.read(row.mark)
        written = dict(zip(FILLED, mark.cells if mark else (), strict=True))
        edited = [field for field in FILLED if cell_mark(row.text(field)) != written[field]]
        problems = [self._emptied(row, field) for field in edited if not row.text(field)]
        edited = [field for field in edited if row.text(field)]
        if not edited:
            return None, problems
        task = self.reporting.corpus.tasks[row.key]
        if mark and mark.record != record_mark(record_of(task)):
            problems.append(problem("W805", row.place, id=row.key))
        report, found = self._checked(row, self._told(row, edited))
        known = self._is_known(report.cells, row.key)
        return None if known else report, [*problems, *found]

    def _emptied(self, row: ReadRow, field: Field) -> Problem:
        return problem("W806", row.at(field), heading=self.ledger.headings[field])

    def _told(self, row: ReadRow, edited: Sequence[Field]) -> list[Field]:
        """What a report has to say: what was edited; with evidence alone also what it is evidence of."""
        if any(field.tells for field in edited):
            return [*edited]
        return [field for field in FILLED if field in edited or (field.tells and row.text(field))]

    def _is_known(self, cells: Cells, key: str) -> bool:
        """Whether the last report of the body says just that: the sheet was imported before."""
        last = self.reporting.last.get((key, self.ledger.body))
        return last is not None and _says(last, cells)

    def _checked(self, row: ReadRow, fields: Sequence[Field]) -> tuple[NewReport, list[Problem]]:
        """A report with every reason why it is none."""
        cells = {"date": self.day, "task": row.key.partition("/")[2], "actor": self.ledger.body}
        places = dict.fromkeys(cells, row.place)
        for field in fields:
            cells[field.key], places[field.key] = self._written(field, row.text(field)), row.at(field)
        if Field.STATUS.key in cells and not cells[Field.STATUS.key]:
            return NewReport(cells, None), [self._no_status(row)]
        warnings = self._add_evidence(row, cells, places)
        block = _block(cells, places, row.place)
        record, found = validate(Progress, block, row.place.file, Reading(self.reporting.languages))
        return NewReport(cells, record), [*warnings, *found]

    def _written(self, field: Field, text: str) -> str:
        """A value as ``progress.csv`` has it; an unknown status is empty."""
        if field.form is Form.STATUS:
            status = self.reporting.status(text)
            return status.value if status else ""
        if field.form is Form.PERCENT:
            return usual(text).removesuffix("%").strip()
        return usual_date(text) if field.form is Form.DATE else text

    def _no_status(self, row: ReadRow) -> Problem:
        text = row.text(Field.STATUS)
        known = either(dict.fromkeys(self.reporting.words))
        return problem("E807", row.at(Field.STATUS), say("choose from: {known}", known=known), value=text)

    def _add_evidence(self, row: ReadRow, cells: Cells, places: dict[str, Place]) -> list[Problem]:
        """What a report rests on: the page or paper that the row names, else the sheet itself."""
        title, url = row.text(Field.EVIDENCE), row.text(Field.ADDRESS)
        named = any(field.key in cells for field in (Field.EVIDENCE, Field.ADDRESS))
        body = self.reporting.corpus.actors[self.ledger.body].name.best(self.reporting.languages[0])[0]
        added = (
            {"evidence.title": title, "evidence.url": url}
            if named
            else {"evidence.title": self.ledger.title or body}
        )
        if not (named and url):
            added |= {"evidence.speaker": body, "evidence.date": self.day}
        official = not (named and url) or _is_official(url)
        added["evidence.grade"] = (Grade.A if official else Grade.B).value
        cells |= {key: text for key, text in added.items() if text}
        for key in added:
            places.setdefault(key, row.at(Field.EVIDENCE))
        return [] if official else [problem("W808", row.at(Field.ADDRESS), url=url)]


def _is_official(url: str) -> bool:
    """Whether an address is that of a government body, by the end of its name."""
    try:
        return (urlsplit(url).hostname or "").endswith(_OFFICIAL)
    except ValueError:
        return True  # it is no address, which the record says


def _says(report: Progress, cells: Cells) -> bool:
    """Whether a report says all that some cells do, apart from the day."""
    texts = {"note": report.note, "obstacle": report.obstacle, "next": report.next}
    said = {key: {text for _, text in each.values} for key, each in texts.items() if each}
    said |= {
        "status": {report.status.value if report.status else ""},
        "percent": {"" if report.percent is None else str(report.percent)},
        "expected": {report.expected.text if report.expected else ""},
        "occurrence": {report.occurrence.text if report.occurrence else ""},
        "evidence.url": {(report.evidence.url or "") if report.evidence else ""},
    }
    asked = {field.key for field in FILLED if field.key in cells} - {"evidence.title"}
    return bool(asked) and all(cells[key] in said.get(key, ()) for key in asked)


def _block(cells: Cells, places: Mapping[str, Place], place: Place) -> Block:
    """A report as values with their places, as the reader of CSV gives them."""
    block = Block(Marks(place))
    for key, text in cells.items():
        *outer, last = key.split(".")
        inner = block
        for name in outer:
            if name not in inner:
                inner.set(name, Block(Marks(places[key])), places[key], places[key])
            inner = inner[name]
        inner.set(last, Scalar(text, places[key]), places[key], places[key])
    return block
