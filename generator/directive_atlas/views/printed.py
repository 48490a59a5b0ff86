"""Which records have something to print: a directive its sheet, a body the form of its work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.views.work import Work, work_of


@dataclass(frozen=True, slots=True)
class Way:
    """What is asked of a body itself, or as a member of the group ``through``, in the order of the text."""

    through: str | None
    rows: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What one directive wants of a body: first what it asks of the body itself."""

    directive: str
    ways: tuple[Way, ...]


def has_sheet(directive: Directive) -> bool:
    """Whether a directive has a sheet: its text is here."""
    return directive.source is not None


def has_form(corpus: Corpus, actor: str) -> bool:
    """Whether a body has a form: it has work of its own, itself or as a member of a group."""
    return any(item.duty.role.asks for item in corpus.links.owed.get(actor, ()))


def form_of(corpus: Corpus, actor: str) -> Iterator[Group]:
    """The work of a body by directive, as on its page but all of it, without what it has no work in."""
    rows = [row for row in work_of(corpus, actor) if row.asks]
    place = {key: number for number, key in enumerate(corpus.directives)}
    rows.sort(key=lambda row: place[row.task.directive])
    for directive, own in groupby(rows, key=lambda row: row.task.directive):
        yield Group(directive, tuple(_ways(own)))


def _ways(rows: Iterable[Work]) -> Iterator[Way]:
    found: dict[str | None, list[Work]] = defaultdict(list)
    for row in rows:
        found[row.through].append(row)
    for through in sorted(found, key=lambda way: way is not None):
        yield Way(through, tuple(found[through]))
