"""YAML text to marked values: syntax errors, duplicate keys and aliases become problems.

Works on the parser's events instead of its node tree, because the C composer recurses without
a limit: a file of 100,000 opening brackets would end the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from directive_atlas.load.characters import fit, unfit, unfit_in_value
from directive_atlas.load.marked import Mapping, Marks, Scalar, Sequence, Value
from directive_atlas.load.parser_words import parser_words
from directive_atlas.load.punctuation import near, wide_indents
from directive_atlas.load.quoting import bare_colon, not_closed, unclosed
from directive_atlas.load.schema.limits import USUAL, Limits
from directive_atlas.problems import Place, Problem, Wording, problem, say

_IF_EMPTY = say("write the record, or remove the file")
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(
    text: str,
    file: str,
    *,
    any_tag: bool = False,
    if_empty: Wording = _IF_EMPTY,
    limits: Limits = USUAL,
) -> tuple[Value, list[Problem]]:
    """The one document of ``text`` and what is wrong with it; ``None`` if it cannot be read.

    ``text`` itself must have no forbidden character (``fit``); those that it escapes are found here. With
    ``any_tag``, tags such as ``!ENV`` are ignored, because other programs use them. E107 and E119 end the
    reading at the ``limits``.
    """
    if indents := list(wide_indents(text, file)):
        return None, indents
    loader = _Loader(text)
    reader = _Reader(file, _events(loader), loader, any_tag, if_empty, limits)
    try:
        value = reader.document()
    except yaml.YAMLError as error:
        return None, [*reader.problems, _syntax_problem(error, text, file)]
    except _TooMuchError as error:
        return None, [error.problem]
    finally:
        loader.dispose()
    return value, reader.problems


class _TooMuchError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def _events(loader: yaml.SafeLoader) -> Iterator[yaml.Event]:
    get: Callable[[], yaml.Event | None] = loader.get_event
    while (event := get()) is not None:
        yield event


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return problem("E102", Place(file), why=str(error).splitlines()[0])
    if surrogate := _surrogate(error, text, file):
        return surrogate
    # A bracket or quote that is not closed is reported where it was opened.
    opened = error.context_mark if re.search("flow|quoted", error.context or "") else None
    place = _place(opened or error.problem_mark or error.context_mark, file)
    if text.splitlines()[place.line - 1 : place.line] and _is_tab(text, place):
        return problem("E102", place, say("indent with spaces"), why=say("a tab is used instead of spaces"))
    return near(text, place) or _by_hand(error, text, place) or problem("E102", place, why=_why(error))


def _by_hand(error: yaml.MarkedYAMLError, text: str, place: Place) -> Problem | None:
    """What most likely was meant, for the faults that people make when they write a text."""
    if error.problem == "mapping values are not allowed in this context":
        return bare_colon(text, place)
    if error.problem == "did not find expected key":
        return unclosed(text, place)
    quoted = error.context == "while scanning a quoted scalar"
    return not_closed(place) if quoted and error.problem == "found unexpected end of stream" else None


def _why(error: yaml.MarkedYAMLError) -> Wording | str:
    found = parser_words(error.problem or "")
    if not error.context:
        return found
    return say("{context}, {found}", context=parser_words(error.context), found=found)


def _is_tab(text: str, place: Place) -> bool:
    return text.splitlines()[place.line - 1][place.column - 1 : place.column] == "\t"


def _surrogate(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem | None:
    r"""E111 where the parser stopped at the digits of an escape such as ``\ud800``."""
    mark = error.problem_mark
    if mark is None or "invalid Unicode character escape code" not in (error.problem or ""):
        return None
    digits = re.match("(?:0000)?d[89a-f][0-9a-f]{2}", text[mark.index :], re.IGNORECASE)
    place = Place(file, mark.line + 1, mark.column + 1 - len(r"\u"))
    return unfit(chr(int(digits[0], 16)), place) if digits else None


def _is_plain(tag: str | None) -> bool:
    """Whether a tag is missing or one of YAML's own (``!!str``)."""
    return not tag or tag.startswith("tag:yaml.org,2002:")


def _place(mark: Any, file: str) -> Place:
    """PyYAML counts from 0; its two kinds of mark share no type."""
    return Place(file, mark.line + 1, mark.column + 1)


@dataclass
class _Reader:
    """Turns events into marked values and collects problems."""

    file: str
    events: Iterator[yaml.Event]
    resolver: yaml.SafeLoader
    any_tag: bool
    if_empty: Wording
    limits: Limits
    problems: list[Problem] = field(default_factory=list)
    read: int = 0

    def document(self) -> Value:
        """The first document; a second one is a problem."""
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            self.problems.append(
                problem("E102", Place(self.file), self.if_empty, why=say("the file is empty"))
            )
            return None
        event = next(self.events)
        value = self._value(event, _place(event.start_mark, self.file), 0)
        next(self.events)  # document end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            why = say("a second document begins here (---)")
            place = _place(after.start_mark, self.file)
            self.problems.append(problem("E102", place, say("remove the line ---"), why=why))
        return value

    def _value(self, event: yaml.Event, place: Place, depth: int) -> Value:
        self._count(depth, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, depth)
        if isinstance(event, yaml.ScalarEvent) and (self.any_tag or _is_plain(event.tag)):
            return self._scalar(event, place)
        self.problems.append(problem("E104", place))
        return None

    def _count(self, depth: int, place: Place) -> None:
        """One value more, or one key."""
        self.read += 1
        if depth > self.limits.depth:
            raise _TooMuchError(problem("E107", place, limit=self.limits.depth))
        if self.read > self.limits.values:
            raise _TooMuchError(self.limits.exceeded("values", place))

    def _mapping(self, place: Place, depth: int) -> Mapping:
        block = Mapping(Marks(place))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_place = _place(event.start_mark, self.file)
            key = self._key(event, key_place, depth)
            event = next(self.events)
            value_place = _place(event.start_mark, self.file)
            value = self._value(event, value_place, depth + 1)
            if key is None:
                continue
            if value is None:
                block.marks.unusable |= {key}
                continue
            if key in block:
                hint = say("keep one; first seen on line {line}", line=block.marks.keys[key].line)
                self.problems.append(problem("E103", key_place, hint, key=key))
                continue
            block.set(key, value, key_place, value_place)
        return block

    def _key(self, event: yaml.Event, place: Place, depth: int) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._count(depth, place)
            return self._fit(event, place)
        self._value(event, place, depth + 1)
        why = say("a key must be one word, not a list, a block or an alias")
        self.problems.append(problem("E102", place, why=why))
        return None

    def _sequence(self, place: Place, depth: int) -> Sequence:
        items = Sequence(Marks(place))
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item_place = _place(event.start_mark, self.file)
            item = self._value(event, item_place, depth + 1)
            if item is not None:
                items.add(item, item_place)
        return items

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar | None:
        kind = "str"
        if event.implicit[0] or event.tag:
            resolve: Callable[..., str] = self.resolver.resolve
            tag = (event.tag if _is_plain(event.tag) else "") or resolve(
                yaml.ScalarNode, event.value, (True, False)
            )
            kind = str(tag).rpartition(":")[2]
        if kind == "null":
            self.problems.append(problem("E208", place))
            return None
        return Scalar(self._fit(event, place), place, kind)

    def _fit(self, event: yaml.ScalarEvent, place: Place) -> str:
        """The text of a scalar; a forbidden character that it escapes is a problem, and so is a long one."""
        if len(event.value) > self.limits.characters:
            self.problems.append(self.limits.exceeded("characters", place))
            return fit(event.value[: self.limits.characters])
        if event.style != '"':  # only there may characters be escaped, and the file has no forbidden ones
            return event.value
        self.problems += unfit_in_value(event.value, place)
        return fit(event.value)
