"""What reading a file gives, how much of a file is read, and how a file is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from directive_atlas.problems import Place, Problem, Wording, problem, say


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of one file; the defaults fit documents of some hundred pages with pictures.

    ``size`` are the bytes of the file, ``unpacked`` those of all that an archive holds, ``xml`` those of its
    parts in XML, which take many times as much in memory, ``markup`` those of a page in HTML,
    ``paragraph`` the characters of one paragraph. ``elements`` are those of a page, ``nested`` how many may
    stand in one another, and ``attributes`` those of one element: some steps take the square of these two.
    ``seconds`` and ``memory``, in bytes, are what reading a PDF may take.
    """

    size: int = 64 * 2**20
    unpacked: int = 256 * 2**20
    xml: int = 32 * 2**20
    markup: int = 8 * 2**20
    elements: int = 100_000
    nested: int = 500
    attributes: int = 200
    entries: int = 4_000
    pages: int = 2_000
    paragraphs: int = 50_000
    characters: int = 2_000_000
    paragraph: int = 200_000
    seconds: int = 300
    memory: int = 3 * 2**30


@dataclass(frozen=True, slots=True)
class Taken:
    """The words of a file as a source text, and what a person should know of how they were read.

    ``suffix`` tells how ``text`` is written: ``.txt``, one paragraph a line, or ``.md`` where there are
    headings, lists or tables. ``title`` is the one that the file's own description gives, or empty.
    ``notes`` tell what was left out or is doubtful, ``aside`` has words that were left out as no part of
    the document. ``metadata`` is the front matter of a Markdown file, or the table that a page puts before a
    document, as it is written there.
    """

    text: str
    suffix: str = ".txt"
    title: str = ""
    notes: tuple[Wording, ...] = ()
    aside: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """A file that cannot be read as a source text; ``problem`` says why, and what to do."""

    def __init__(self, found: Problem) -> None:
        super().__init__(str(found.what))
        self.problem = found


def refused(file: str, code: str, hint: Wording | None = None, /, **words: object) -> RefusedError:
    """The error for a file, with the words of its message."""
    return RefusedError(problem(code, Place(file), hint, **words))


def too_much(file: str, limit: int, what: Wording) -> RefusedError:
    """E118: the file has more of something than is read."""
    return refused(file, "E118", limit=f"{limit:,}", what=what)


def damaged(file: str, form: str) -> RefusedError:
    """E117: the file is not what its kind of file should be."""
    return refused(file, "E117", form=form, why=say("it is damaged or incomplete"))
