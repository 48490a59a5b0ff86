"""Entries as a calendar file, in one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directive_atlas.interface import addresses
from directive_atlas.interface.language import Language
from directive_atlas.interface.markup import visible
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.calendars.entries import Entry
from directive_atlas.outputs.exports.calendars.lines import lines, text
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Task, Text

_Property = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes entries in one language of a site."""

    corpus: Corpus
    site: Site
    language: Language

    def drawn(self, entry: Entry) -> bytes:
        """An entry as the lines of an event, made once for all calendars that it is in."""
        return lines((("BEGIN", "VEVENT"), *self._event(entry), ("END", "VEVENT")))

    def calendar(self, name: str, drawn: Iterable[bytes]) -> bytes:
        """A calendar of some events; they keep their ids in every calendar, so that none doubles."""
        shown = visible(name)  # programs show it as it is written, with any backslashes
        head = (
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Directive Atlas//Calendars 1//EN"),
            ("NAME", shown),
            ("X-WR-CALNAME", shown),
            ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        )
        return b"".join((lines(head), *drawn, lines([("END", "VCALENDAR")])))

    def _event(self, entry: Entry) -> Iterator[_Property]:
        summary, stamp = text(self._summary(entry)), f"{_written(self._changed(entry))}T000000Z"
        yield "SUMMARY", summary
        yield from _days(entry)
        yield "DTSTAMP", stamp
        yield "UID", text(f"{entry.id}@{self._host}")
        yield "SEQUENCE", str(entry.version)
        if entry.rule:
            yield "RRULE", entry.rule
        yield "DESCRIPTION", text("\n".join(self._description(entry)))
        yield "LAST-MODIFIED", stamp
        yield "STATUS", self._status(entry)
        yield "TRANSP", "TRANSPARENT"
        if address := self._address(entry):
            yield "URL", address
        if not entry.cancelled:
            yield from self._alarm(summary)

    def _alarm(self, summary: str) -> Iterator[_Property]:
        yield "BEGIN", "VALARM"
        yield "ACTION", "DISPLAY"
        yield "DESCRIPTION", summary
        yield "TRIGGER", f"-P{self.site.due_soon}D" if self.site.due_soon else "P0D"
        yield "END", "VALARM"

    @property
    def _host(self) -> str:
        """What makes the ids of this site different from those of others."""
        address = self.site.address or ""
        return re.sub(r"^https?://", "", address).strip("/").replace("/", ".") or "directives.invalid"

    def _text(self, text: Text) -> str:
        return visible(text.best(self.language.code)[0])

    def _summary(self, entry: Entry) -> str:
        label = self.language.gettext(entry.kind.label)
        return (
            f"{label}: {self._text(entry.what)}"
            if self.language.is_spaced
            else f"{label}：{self._text(entry.what)}"
        )

    def _description(self, entry: Entry) -> Iterator[str]:
        task = self.corpus.tasks.get(entry.task) if entry.task else None
        directive = self.corpus.directives.get(entry.directive)
        if task:
            yield from (visible(passage.text) for passage in task.passages)
            yield from self._bodies(task)
        if entry.rule is None and not entry.day.is_day:
            yield self.language.date(entry.day)
        yield self._text(directive.title) if directive else entry.directive

    def _bodies(self, task: Task) -> Iterator[str]:
        """Who has which part in it: a line for each role, in the order of the text."""
        roles = dict.fromkeys(duty.role for duty in task.duties)
        join = ", " if self.language.is_spaced else "、"
        for role in roles:
            names = [
                self._text(self.corpus.actors[duty.actor].name) for duty in task.duties if duty.role is role
            ]
            colon = ": " if self.language.is_spaced else "："
            yield f"{self.language.gettext(role.label)}{colon}{join.join(dict.fromkeys(names))}"

    def _status(self, entry: Entry) -> str:
        return "CANCELLED" if entry.cancelled else "CONFIRMED" if entry.firm else "TENTATIVE"

    def _address(self, entry: Entry) -> str | None:
        if not self.site.address:
            return None
        task = self.corpus.tasks.get(entry.task) if entry.task else None
        found = addresses.task(task.key, task.root) if task else addresses.directive(entry.directive)
        if entry.left and not task:
            found = addresses.of_record(entry.left.kind, entry.left.id, entry.left.root)
        return f"{self.site.address.rstrip('/')}/{self.language.folder}{found.href('index.md')}"

    def _changed(self, entry: Entry) -> dt.date:
        """The day on which it came to be what it is: of its last change, or of the directive."""
        if entry.changed:
            return entry.changed
        date = self.corpus.directives[entry.directive].date
        return date.first if date else dt.date(1970, 1, 1)


def _days(entry: Entry) -> Iterator[_Property]:
    """An all-day event ends on the day after it; what is due at a time of day takes none."""
    if entry.moment:
        moment = entry.moment.astimezone(dt.UTC)
        yield "DTSTART", f"{_written(moment.date())}T{moment:%H%M%S}Z"
    else:
        day = entry.day.last
        yield "DTSTART;VALUE=DATE", _written(day)
        yield "DTEND;VALUE=DATE", _written(day + dt.timedelta(days=1))


def _written(day: dt.date) -> str:
    return day.isoformat().replace("-", "")
