"""Addresses in rendered text, written so that the text can stand on any page, and made relative at the end.

What a template writes of a record is the same wherever it stands, so that it need be written only once.
"""

from __future__ import annotations

import re
import sys
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
            yield sys.intern(path)  # pages that link to one are many, and so would be its names


class Places:
    """Makes the addresses in texts relative; those of one folder are the same on all its pages.

    Pages come folder by folder, so those of one folder are enough to know.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._folder, self._known = "", dict[str, str]()

    def placed(self, text: str, path: str) -> str:
        """A text on the page at ``path``."""
        folder = path.rpartition("/")[0]
        if folder != self._folder:
            self._folder, self._known = folder, {}
        known = self._known

        def relative(match: re.Match[str]) -> str:
            _, target, anchor = match.groups()
            if target == path:
                return Address(target, anchor).href(path)
            found = known.get(match[0])
            if found is None:
                found = known[match[0]] = Address(target, anchor).href(path)
            return found

        return _ADDRESS.sub(relative, text)
