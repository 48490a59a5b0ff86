"""One source in the forms in which papers cite it: GB/T 7714, BibTeX and RIS. All functions are pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from directive_atlas.vocabulary.dates import ImpreciseDate

_MOST_AUTHORS = 3
"""The number of authors that GB/T 7714 names; of more, the first three and “others”."""

_URL_SAFE = ":/?#[]@!$&'()*+,;=%~-._"
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LATEX: Mapping[int, str] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts a brace also behind a backslash; these two keep the braces of the field in pairs.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


class Form(StrEnum):
    """The forms of a citation; the values are their names, the same in every language."""

    GBT = "GB/T 7714"
    BIBTEX = "BibTeX"
    RIS = "RIS"


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited; all texts are in one ``language`` and plain.

    ``key`` is the lasting name of the record, ``number`` that of a document, ``place`` where in it the words
    are, ``note`` through what it was read; ``accessed`` is a day in ISO form. Of a ``database``, a page of
    the site itself is cited, not a paper; ``container`` is then the site.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    language: str
    accessed: str
    number: str | None = None
    container: str | None = None
    date: ImpreciseDate | None = None
    place: str | None = None
    note: str | None = None
    url: str | None = None
    database: bool = False


def cited(citation: Citation, form: Form) -> str:
    """A citation in one of the forms."""
    return {Form.GBT: gbt_7714, Form.BIBTEX: bibtex, Form.RIS: ris}[form](citation)


def gbt_7714(citation: Citation) -> str:
    """In the form of GB/T 7714—2015, chapter 8.2: an electronic resource, or a document."""
    kind = "DB" if citation.database else "EB" if citation.url else "Z"
    carrier = "/OL" if citation.url else ""
    title = ": ".join(filter(None, [citation.title, citation.container, citation.number]))
    seen = f"[{_seen(citation)}]" if _seen(citation) else ""
    parts = [_authors(citation), f"{title}[{kind}{carrier}]", f"{_published(citation)}{seen}", citation.url]
    return ". ".join(_line(part) for part in parts if part) + "."


def _authors(citation: Citation) -> str:
    names = citation.authors[:_MOST_AUTHORS]
    others = "等" if citation.language.startswith("zh") else "et al"
    return ", ".join([*names, *([others] if len(citation.authors) > len(names) else [])])


def _published(citation: Citation) -> str:
    """The date: of an address in brackets; after a year and a colon the place of the words."""
    date = citation.date.iso if citation.date else ""
    if not citation.url:
        return ": ".join(filter(None, [date, citation.place]))
    shown = f"({date})" if date else ""
    return f"{date[:4]}: {citation.place}{shown}".removeprefix(": ") if citation.place else shown


def bibtex(citation: Citation) -> str:
    """As an entry for BibTeX and biblatex; names and title are in braces of their own."""
    date = citation.date.iso if citation.date else None
    texts = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in citation.authors),
        "title": f"{{{_latex(citation.title)}}}",
        "howpublished": _latex(citation.container),
        "number": _latex(citation.number),
        "year": date and date[:4],
        "date": date,
        "note": _latex(". ".join(filter(None, [citation.place, citation.note]))),
        "url": _address(citation.url),
        "urldate": _seen(citation),
    }
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in texts.items() if text)
    return f"@misc{{{citation.key.replace('/', ':')},\n{fields}}}"


def _latex(text: str | None) -> str:
    """A text that LaTeX prints as it is."""
    return _line(text or "").translate(_LATEX)


def ris(citation: Citation) -> str:
    """As an entry of the RIS format, for reference managers."""
    date = citation.date.iso if citation.date else ""
    tags = [
        ("TY", "ELEC" if citation.database else "GOVDOC"),
        *(("AU", name) for name in citation.authors),
        ("TI", citation.title),
        ("T2", citation.container),
        ("M1", citation.number),
        ("PY", date[:4]),
        ("DA", date and "/".join([*date.split("-"), "", "", ""][:4])),
        ("N1", ". ".join(filter(None, [citation.place, citation.note]))),
        ("UR", _address(citation.url)),
        ("Y2", _seen(citation).replace("-", "/")),
    ]
    lines = [f"{tag}  - {_line(text)}" for tag, text in tags if text]
    return "\n".join([*lines, "ER  - "])


def _seen(citation: Citation) -> str:
    """The day on which it was read, of what changes or can be gone: of an address and of the site itself."""
    return citation.accessed if citation.url or citation.database else ""


def _address(url: str | None) -> str | None:
    return quote(url, safe=_URL_SAFE) if url else None


def _line(text: str) -> str:
    """A text on one line."""
    return _BREAKS.sub(" ", text).strip()
