"""The pinned packages: what ``requirements.lock`` and ``package-lock.json`` say of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.tools.paths import ROOT

PROJECT = "directive-atlas (pyproject.toml)"
"""How the lock names a dependency of the package itself; those of a group end with ``:dev)``."""

_LINE = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)(?P<marker> ; .*?)?(?: \\)?$")


@dataclass(frozen=True, slots=True)
class Locked:
    """A pinned package; ``kind`` is ``pypi`` or ``npm``, ``hashes`` the SHA-256 of its files, if known.

    ``wanted_by`` are the packages that need it, ``licence`` is what its lock says, and ``marked`` whether
    only some systems need it.
    """

    kind: str
    name: str
    version: str
    hashes: tuple[str, ...] = ()
    wanted_by: tuple[str, ...] = ()
    licence: str = ""
    marked: bool = False


def python_packages() -> list[Locked]:
    """The packages of ``requirements.lock``; some are there twice, for different Pythons."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    return [_package(block.splitlines()) for block in re.split(r"\n(?=[a-z0-9])", text)]


def _package(lines: list[str]) -> Locked:
    first = _LINE.match(lines[0])
    assert first, lines[0]
    via = [line.strip(" #").removeprefix("via").strip() for line in lines if line.lstrip().startswith("#")]
    hashes = [found[1] for line in lines if (found := re.search(r"--hash=sha256:([0-9a-f]{64})", line))]
    wanted_by = tuple(name for name in via if name)
    return Locked(
        "pypi", first["name"], first["version"], tuple(hashes), wanted_by, marked=bool(first["marker"])
    )


def node_packages() -> list[Locked]:
    """The packages of ``package-lock.json``."""
    packages: Mapping[str, Mapping[str, str]] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))[
        "packages"
    ]
    return [
        Locked("npm", name, each["version"], licence=each["license"], marked="optional" in each)
        for path, each in packages.items()
        if (name := path.removeprefix("node_modules/"))
    ]


def needed_by_sites(packages: Sequence[Locked]) -> set[str]:
    """The names of the packages without which no site can be built: direct ones, and what these need."""
    found = {each.name for each in packages if PROJECT in each.wanted_by}
    while more := set(_needed(packages, found)) - found:
        found |= more
    return found


def _needed(packages: Sequence[Locked], by: set[str]) -> Iterator[str]:
    return (each.name for each in packages if by & set(each.wanted_by))
