"""Entries as a calendar file, in one language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event, vRecur

from directive_atlas.interface import addresses
from directive_atlas.interface.language import Language
from directive_atlas.interface.markup import visible
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.calendars.entries import Entry
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Task, Text

_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes entries in one language of a site."""

    corpus: Corpus
    site: Site
    language: Language

    def drawn(self, entry: Entry) -> bytes:
        """An entry as the lines of an event, made once for all calendars that it is in."""
        event = Event()
        event.add("uid", f"{entry.id}@{self._host}")
        stamp = dt.datetime.combine(self._changed(entry), dt.time(), dt.UTC)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", entry.version)
        event.add("summary", self._summary(entry))
        event.add("description", "\n".join(self._description(entry)))
        event.add("status", self._status(entry))
        event.add("transp", "TRANSPARENT")
        self._add_days(event, entry)
        if address := self._address(entry):
            event.add("url", address)
        if not entry.cancelled:
            event.add_component(self._alarm(entry))
        return bytes(event.to_ical())

    def calendar(self, name: str, drawn: Iterable[bytes]) -> bytes:
        """A calendar of some events; they keep their ids in every calendar, so that none doubles."""
        head = Calendar()
        head.add("prodid", "-//Directive Atlas//Calendars 1//EN")
        head.add("version", "2.0")
        head.add("name", visible(name))
        head.add("x-wr-calname", visible(name))
        head.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
        return bytes(head.to_ical()).removesuffix(_END) + b"".join(drawn) + _END

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

    def _add_days(self, event: Event, entry: Entry) -> None:
        """An all-day event ends on the day after it; what is due at a time of day takes none."""
        day = entry.day.last
        event.add("dtstart", entry.moment.astimezone(dt.UTC) if entry.moment else day)
        if not entry.moment:
            event.add("dtend", day + dt.timedelta(days=1))
        if entry.rule:
            event.add("rrule", vRecur.from_ical(entry.rule))

    def _alarm(self, entry: Entry) -> Alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", self._summary(entry))
        alarm.add("trigger", -dt.timedelta(days=self.site.due_soon))
        return alarm

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
