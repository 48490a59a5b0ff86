"""Which glossary terms occur in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from directive_atlas.vocabulary.folding import name_key


class TermFinder:
    """Finds terms by any of their names; the cost grows with the text, not with the glossary.

    Names are indexed by their first two characters, so each position of a text is compared only with the
    few names that can begin there. Names in Latin letters must be whole words.
    """

    def __init__(self, names_by_term: Mapping[str, Iterable[str]]) -> None:
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for term, names in names_by_term.items():
            for name in sorted({_key(name) for name in names}):
                self._names[name[:2]].append((name, term))

    def terms_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The ids of the terms that occur in any of the texts, in order of first occurrence."""
        found = (hit for text in texts for hit in self._hits(_key(text)))
        return tuple(dict.fromkeys(found))

    def _hits(self, text: str) -> Iterator[str]:
        for index in range(len(text)):
            for name, term in self._names.get(text[index : index + 2], ()):
                if text.startswith(name, index) and _whole(text, index, index + len(name)):
                    yield term


def _key(text: str) -> str:
    """A text as it is compared: without spaces, but for those that keep Latin words apart."""
    found = list[str]()
    for word in filter(None, map(name_key, text.split())):
        apart = found and _is_latin(found[-1][-1]) and _is_latin(word[0])
        found.append(f" {word}" if apart else word)
    return "".join(found)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a match does not cut a Latin word or number in two."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, index: int) -> bool:
    if not 0 < index < len(text):
        return False
    pair = text[index - 1 : index + 1]
    return pair.isascii() and pair.isalnum()
