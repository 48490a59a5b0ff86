"""What pages written by hand may link to: the builder checks these links, so it needs their targets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

_WORD = re.compile(r"[^\s()<>\[\]\"'`|,;\\]+")


def targets(pages: Mapping[str, str], known: Collection[str]) -> dict[str, list[str]]:
    """The files among ``known`` that some pages may link to, each with the anchors that links name.

    Any word of a page counts that would be the path of such a file: one too many does no harm.
    """
    found: dict[str, set[str]] = {}
    for path, text in pages.items():
        for target, anchor in _links(path, text):
            if target in known:
                found.setdefault(target, set()).update({anchor} - {""})
    return {target: sorted(anchors) for target, anchors in sorted(found.items())}


def _links(path: str, text: str) -> Iterator[tuple[str, str]]:
    folder = posixpath.dirname(path)
    for word in set(_WORD.findall(text)):
        address, _, anchor = word.partition("#")
        address = unquote(address.partition("?")[0])
        if address and not address.startswith("."):
            yield address.lstrip("/"), anchor
        if address:
            yield posixpath.normpath(posixpath.join(folder, address)), anchor
