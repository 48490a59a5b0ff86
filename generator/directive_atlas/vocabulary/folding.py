"""Comparing texts: without case, or as quotes, ignoring white space and the width of punctuation.

Scripts of the site have the same ``caseless`` (``theme/assets/atlas.js``).
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

from directive_atlas.vocabulary.characters import usual

_UNUSUAL = {
    char: usual(char) for point in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)) if (char := chr(point))
}
"""Radicals and compatibility ideographs, which printed and scanned documents have, to the usual ones."""

_INVISIBLE = "\u200b\u2060\ufeff"
"""Characters without width: they come with text that is copied, and nobody sees them."""

_DROPPED = re.compile(rf"[\s{_INVISIBLE}]+")
_KEPT = re.compile(rf"[^\s{_INVISIBLE}]+")

_PUNCTUATION = str.maketrans(
    _UNUSUAL
    |
    {
        "“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'",
        "。": ".", "．": ".", "，": ",", "；": ";", "：": ":", "！": "!", "？": "?",
        "（": "(", "）": ")", "［": "[", "］": "]", "｛": "{", "｝": "}",
        "—": "-", "–": "-", "－": "-", "～": "~", "／": "/", "％": "%", "＋": "+",
    }
)  # fmt: skip
"""Each full-width punctuation mark, and each unusual ideograph, with the one it is compared as."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without white space and with half-width punctuation and usual ideographs.

    ``offsets[i]`` is the position of its character ``i`` in the original; one more entry is the end.
    """

    text: str
    offsets: array[int]

    def index_of(self, offset: int) -> int:
        """The first folded character at or after an offset of the original."""
        return bisect.bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold a text; every character keeps its offset in the original."""
    offsets = array("I")  # a tuple of numbers takes several times the room, in a library more than its texts
    for run in _KEPT.finditer(text):
        offsets.extend(range(*run.span()))
    offsets.append(len(text))
    return Folded(folded_text(text), offsets)


def folded_text(text: str) -> str:
    """The folded text alone, where nobody asks for offsets."""
    return _DROPPED.sub("", text).translate(_PUNCTUATION)


def caseless(text: str) -> str:
    """A text for comparison: compatibility forms replaced (NFKC), in small letters."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """A name as it is looked up: without case, white space, width of punctuation and kind of brackets."""
    return folded_text(caseless(name)).translate(_BRACKETS)


_BRACKETS = str.maketrans("〔〕[]【】", "()()()")
"""The number of a document is typed with any of these: 国办发〔2018〕121号."""
