"""Addresses in rendered text, written so that the text can stand on any page, and made relative at the end.

What a template writes of a record is the same wherever it stands, so that it need be written only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from directive_atlas.interface.addresses import Address
from directive_atlas.interface.markup import safe

_OPEN, _CLOSE = "\x02", "\x03"
"""Signs that no text has: those of data are dropped where texts are escaped."""
_NOTED, _QUIET = "+", "-"
_ADDRESS = re.compile(f"{_OPEN}([+-])([^#{_CLOSE}]*)#([^{_CLOSE}]*){_CLOSE}")


def rooted(target: Address, *, noted: bool = True) -> Markup:
    """An address; one that is ``noted`` gives its page a link back."""
    return safe(f"{_OPEN}{_NOTED if noted else _QUIET}{target.path}#{target.anchor}{_CLOSE}")


def noted(text: str) -> Iterator[str]:
    """The paths of all pages that a text leads to and that are to link back."""
    for sign, path, _ in _ADDRESS.findall(text):
        if sign == _NOTED:
            yield path


def placed(text: str, path: str) -> str:
    """A text on the page at ``path``: all its addresses made relative."""
    known: dict[str, str] = {}

    def relative(match: re.Match[str]) -> str:
        whole = match[0]
        if whole not in known:
            known[whole] = Address(match[2], match[3]).href(path)
        return known[whole]

    return _ADDRESS.sub(relative, text)
