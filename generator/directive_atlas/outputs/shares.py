"""A share of the work of a run as one file, for machines without a cluster: each makes one, one joins them.

The file is a ZIP archive with texts, bytes and a JSON index. Nothing in it is run by the one that joins.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.outputs.files import File
from directive_atlas.outputs.pages.render import Body
from directive_atlas.outputs.work import Made
from directive_atlas.problems import Place

INDEX = "index.json"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of each member: a share of the same data is the same bytes."""


@dataclass(frozen=True, slots=True)
class About:
    """Which share of how many it is, from 1 on; ``of_what`` follows from the data and the program."""

    number: int
    shares: int
    of_what: str


class ShareError(ValueError):
    """Files are not shares, or not those of one run; the message says which and why."""


def packed(about: About, made: Mapping[int, Made]) -> bytes:
    """A share as the content of a file."""
    content = io.BytesIO()
    index: dict[str, Any] = {"number": about.number, "shares": about.shares, "of": about.of_what, "parts": {}}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, found in made.items():
            index["parts"][str(part)] = [_told(each) for each in found]
            members: Iterable[Body | File] = found
            for number, each in enumerate(members):
                own = each.content if isinstance(each, File) else each.text.encode("utf-8", "surrogatepass")
                archive.writestr(zipfile.ZipInfo(f"{part}/{number}", _MOMENT), own)
        archive.writestr(zipfile.ZipInfo(INDEX, _MOMENT), json.dumps(index))
    return content.getvalue()


def _told(each: Body | File) -> dict[str, Any]:
    if isinstance(each, Body):
        return {"linked": sorted(each.linked)}
    return {"path": each.path, "place": [each.place.file, each.place.line, each.place.column]}


def joined(contents: Mapping[str, bytes], of_what: str) -> dict[int, Made]:
    """All parts of a run from its shares, which are given by the names of their files.

    Raises:
        ShareError: one is no share, or of other data or another program; or some are missing or twice.
    """
    found = [(name, *_read(name, content)) for name, content in contents.items()]
    for name, about, _ in found:
        if about.of_what != of_what:
            raise ShareError(f"{name}: it is of other data, another day, or another version of this program")
    _all_there([about for _, about, _ in found])
    return {part: made for _, _, parts in found for part, made in parts.items()}


def _all_there(abouts: Sequence[About]) -> None:
    shares = {about.shares for about in abouts}
    numbers = sorted(about.number for about in abouts)
    if len(shares) != 1 or numbers != list(range(1, shares.pop() + 1)):
        listed = ", ".join(f"{about.number}/{about.shares}" for about in abouts)
        raise ShareError(f"these are not all shares of a run, each once: {listed or '–'}")


def _read(name: str, content: bytes) -> tuple[About, dict[int, Made]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            index = json.loads(archive.read(INDEX))
            about = About(int(index["number"]), int(index["shares"]), str(index["of"]))
            return about, {int(part): _made(archive, part, told) for part, told in index["parts"].items()}
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, RecursionError, OSError) as error:
        raise ShareError(f"{name}: it is not a share of a run ({error})") from error


def _made(archive: zipfile.ZipFile, part: str, told: Sequence[Mapping[str, Any]]) -> Made:
    contents = [archive.read(f"{part}/{number}") for number in range(len(told))]
    if all("linked" in each for each in told):
        return tuple(map(_body, told, contents))
    return tuple(map(_file, told, contents))


def _body(told: Mapping[str, Any], content: bytes) -> Body:
    return Body(content.decode("utf-8", "surrogatepass"), frozenset(map(str, told["linked"])))


def _file(told: Mapping[str, Any], content: bytes) -> File:
    file, line, column = told["place"]
    return File(str(told["path"]), content, Place(str(file), int(line), int(column)))
