"""What the page shows of a record: its values, what it quotes, how much is read, and what is wrong with it.

All is computed from the text of the record as it is on the page, not as it is on disk.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path as Folder

import yaml

from directive_atlas.build import complete
from directive_atlas.check import check
from directive_atlas.editing.files import record_name
from directive_atlas.editing.offsets import Units
from directive_atlas.lean.spans import Node, Path, UneditableError, path_at, plain, read_nodes
from directive_atlas.load import RawCorpus, load, schema
from directive_atlas.load.parsed import Known
from directive_atlas.passages import DirectivePassages, Purpose
from directive_atlas.problems import Place, Problem, order
from directive_atlas.schedule import schedule


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that the record quotes, in units of the browser, and the value that quotes it."""

    start: int
    end: int
    purpose: Purpose
    path: Path


@dataclass(frozen=True, slots=True)
class Found:
    """A problem of the record, and the value that has it; the path is empty where it is in another file."""

    problem: Problem
    path: Path


@dataclass(frozen=True, slots=True)
class View:
    """A record as it is shown.

    ``values`` is the record as texts, lists and blocks, or nothing if it cannot be read. ``open_`` are the
    unread runs of words, ``read`` and ``sentences`` count sentences.
    """

    values: object
    marks: tuple[Mark, ...]
    open_: tuple[tuple[int, int], ...]
    read: int
    sentences: int
    problems: tuple[Found, ...]
    corpus: RawCorpus
    passages: DirectivePassages | None


def view(
    data: Folder, shown: str, directive: str, text: str, day: dt.date, known: Known | None = None
) -> View:
    """A record whose file has this text, in a data folder, on a day; ``known`` is what was read before."""
    name = record_name(directive)
    file = f"{shown}/{name}"
    loaded, problems = load(data, shown, {name: text.encode()}, known)
    records, unnamed = complete(_alone(loaded, file, text))
    corpus = records.expanded.corpus
    problems += [*unnamed, *check(corpus, records.passages), *schedule(corpus, day)[1]]
    passages = records.passages.by_record.get(file)
    lines = _Lines(re.sub("\r\n?", "\n", text), file)
    return View(
        plain(lines.root) if lines.root else None,
        tuple(_marks(passages, lines)) if passages else (),
        tuple(_open(passages)) if passages else (),
        len(passages.coverage.sentences) - len(passages.coverage.open) if passages else 0,
        len(passages.coverage.sentences) if passages else 0,
        tuple(_own(problems, lines, file.rpartition("/")[0])),
        loaded,
        passages,
    )


_INSIDE: dict[str, object] = dict.fromkeys(
    ("sections", "tasks", "relations", "targets", "background", "rules"), ()
)
"""What other directives are shown without: it is checked where they are edited."""


def _alone(raw: RawCorpus, file: str, text: str) -> RawCorpus:
    """A corpus in which other directives have no content, unless the text of the record names them.

    So a change takes as long on a large site as on a small one.
    """
    directives = tuple(
        each if each.place.file == file or _is_named(each, text) else each.model_copy(update=_INSIDE)
        for each in raw.directives
    )
    return replace(
        raw,
        directives=directives,
        sources={key: source for key, source in raw.sources.items() if key == file},
        progress={key: reports if key == file else () for key, reports in raw.progress.items()},
        reviews={key: rows if key == file else () for key, rows in raw.reviews.items()},
        targets={key: rows if key == file else () for key, rows in raw.targets.items()},
    )


def _is_named(directive: schema.Directive, text: str) -> bool:
    """Whether a text may name a directive: by its id, its number or its title."""
    names = (directive.id, directive.number, *(words for _, words in directive.title.values))
    return any(name and name in text for name in names)


class _Lines:
    """The values of a text by line and column, as places have them."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.root = _root(text)

    def path(self, place: Place) -> Path:
        """The path of the value at a place; empty where it is in another file."""
        if place.file != self.file or not self.root or place.line > len(self.starts):
            return ()
        return path_at(self.root, self.starts[place.line - 1] + place.column - 1)


def _root(text: str) -> Node | None:
    """The nodes of a text; nothing if it is no block of keys that can be changed."""
    try:
        root = read_nodes(text)
    except (yaml.YAMLError, UneditableError, StopIteration, IndexError):
        return None
    return root if root.keys else None


def _marks(passages: DirectivePassages, lines: _Lines) -> Iterator[Mark]:
    units = Units(passages.source.text)
    for quotation, span in passages.located:
        yield Mark(*units.span(span), quotation.purpose, lines.path(quotation.quote.place))


def _open(passages: DirectivePassages) -> Iterator[tuple[int, int]]:
    units = Units(passages.source.text)
    for sentence in passages.coverage.open:
        yield from map(units.span, sentence.rest)


def _own(problems: list[Problem], lines: _Lines, folder: str) -> Iterator[Found]:
    """The problems of the files in the folder of the record."""
    for each in order(problems):
        if each.place.file.rpartition("/")[0] == folder:
            yield Found(each, lines.path(each.place))
