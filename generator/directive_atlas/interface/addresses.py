"""The address of each record's page: made from ids, never from titles."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from directive_atlas.interface import anchors
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.word import N_

HOME = "index.md"
SECTIONS: Mapping[str, str] = {
    "directives": N_("Directives"),
    "tasks": N_("Tasks"),
    "actors": N_("Actors"),
    "matrix": N_("Responsibility matrix"),
    "topics": N_("Topics"),
    "timeline": N_("Timeline"),
    "lineage": N_("Related documents"),
    "glossary": N_("Glossary"),
    "changes": N_("What changed"),
    "coverage": N_("Coverage"),
    "quality": N_("Quality of the data"),
    "help": N_("Help"),
}
"""The folders of generated pages with their titles, in the order of the site's navigation."""


class Address(NamedTuple):
    """A Markdown file below ``docs/`` and, within it, an anchor (empty for the whole page)."""

    path: str
    anchor: str = ""

    def relative_to(self, path: str) -> str:
        """The link from the file ``path`` to this address."""
        fragment = f"#{self.anchor}" if self.anchor else ""
        target, here = self.path.split("/"), path.split("/")
        if target == here:
            return fragment or target[-1]
        shared = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(target, here[:-1], strict=False))
        )
        return "/".join([".."] * (len(here) - 1 - shared) + target[shared:]) + fragment

    def href(self, path: str) -> str:
        """The same link to the page that a builder makes of the file."""
        link, hash_, anchor = self.relative_to(path).partition("#")
        return re.sub(r"\.md$", ".html", link) + hash_ + anchor


def statuses(anchor: str = "") -> Address:
    """The page that tells how statuses come about, and the line of one of them."""
    return Address("help/statuses.md", anchor)


def help_on(anchor: str) -> Address:
    """A part of the reader's help."""
    return Address("help/index.md", anchor)


def index_of(section: str, number: int = 1) -> Address:
    """The list of one kind of record; ``number`` counts its pages from 1."""
    return Address(f"{section}/index.md" if number == 1 else f"{section}/page-{number}.md")


def directive(record_id: str, anchor: str = "") -> Address:
    """A directive's page, or a passage on it."""
    return Address(f"directives/{record_id}/index.md", anchor)


def editions(directive_id: str) -> Address:
    """What changed between the editions of a directive's text."""
    return Address(f"directives/{directive_id}/editions/index.md")


def paragraph(directive_id: str, number: int) -> Address:
    """A paragraph of the source text on its directive's page."""
    return directive(directive_id, anchors.paragraph(number))


def section(directive_id: str, section_id: str) -> Address:
    """A section's heading on its directive's page."""
    return directive(directive_id, anchors.section(section_id))


def task(key: str, root: str) -> Address:
    """A task's page; for a measure, its anchor on the page of the task ``root``."""
    anchor = "" if key == root else anchors.measure(key.partition("/")[2])
    return Address(f"directives/{root}.md", anchor)


def actor(record_id: str) -> Address:
    """An actor's page."""
    return Address(f"actors/{record_id}.md")


def topic(record_id: str) -> Address:
    """A topic's page."""
    return Address(f"topics/{record_id}.md")


def term(record_id: str, number: int = 1) -> Address:
    """A term's entry on a page of the glossary, counted from 1."""
    return Address(index_of("glossary", number).path, anchors.term(record_id))


def of_record(kind: RecordKind, record_id: str, root: str | None = None) -> Address:
    """The page of a record of any kind; ``root`` is the task whose page shows a task or measure."""
    if kind is RecordKind.TASK:
        return task(record_id, root or record_id)
    return {
        RecordKind.DIRECTIVE: directive,
        RecordKind.ACTOR: actor,
        RecordKind.TOPIC: topic,
        RecordKind.TERM: term,
    }[kind](record_id)


def period(name: str, number: int = 1, anchor: str = "") -> Address:
    """The timeline of a year or quarter, ``2020`` or ``2020-Q1``; ``number`` counts its pages from 1."""
    page = f"-page-{number}" if number > 1 else ""
    return Address(f"timeline/{name.lower()}{page}.md", anchor)


def lineage(number: int = 1, record_id: str = "") -> Address:
    """The lineage of directives, and a directive's place in it."""
    return Address(index_of("lineage", number).path, anchors.directive(record_id) if record_id else "")


def coverage(number: int, record_id: str) -> Address:
    """A directive's place in the list that tells how much of each text is read."""
    return Address(index_of("coverage", number).path, anchors.directive(record_id))


def changes(month: str, number: int = 1, day: dt.date | None = None) -> Address:
    """What changed in a month, ``2020-06``, or on a day of it; ``number`` counts its pages from 1."""
    page = f"-page-{number}" if number > 1 else ""
    return Address(f"changes/{month}{page}.md", anchors.day(day) if day else "")


def backlinks(path: str, number: int = 1) -> Address:
    """All that links to a page, where it is much; ``number`` counts its pages from 1."""
    page = f"-{number}" if number > 1 else ""
    return Address(f"{path.removesuffix('.md')}/linked-from{page}.md")


def event(directive_id: str, event_id: str) -> Address:
    """An event from which times are counted, on its directive's page."""
    return directive(directive_id, anchors.event(event_id))


ALL = "all"
"""The calendar, feed or workbook of everything."""


def listed(kind: str) -> Address:
    """The JSON file that lists the records of a kind; ``index`` names all such files."""
    return Address(f"api/v1/{kind}.json")


def exported(kind: str, record_id: str) -> Address:
    """The JSON file of a record, the same for all languages."""
    return Address(f"api/v1/{kind}/{record_id}.json")


def calendar(selection: str) -> Address:
    """The calendar of what can be followed, such as ``actors/<id>``."""
    return Address(f"calendars/{selection}.ics")


def feed(selection: str) -> Address:
    """The feed of what can be followed, such as ``actors/<id>``."""
    return Address(f"feeds/{selection}.atom")


def workbook(name: str) -> Address:
    """A workbook, such as that of ``directives/<id>``."""
    return Address(f"sheets/{name}.xlsx")


def plan(directive_id: str) -> Address:
    """The plan of action and milestones of a directive that has tasks."""
    return Address(f"poam/{directive_id}.json")


def plain_text(name: str) -> Address:
    """The plain text of a directive or a body, such as ``directives/<id>``."""
    return Address(f"text/{name}.txt")


def printed(name: str) -> Address:
    """The page for paper of a directive or a body, such as ``directives/<id>``."""
    return Address(f"print/{name}.html")


def preview(directive_id: str) -> str:
    """The picture that goes with a link to a directive, from the root of the site."""
    return f"previews/{directive_id}.png"
