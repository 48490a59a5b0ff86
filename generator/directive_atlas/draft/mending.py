"""A record that the check would refuse, without what it refuses: that becomes a question.

The rules of a language need not know all that the check knows. So each record is tried before it is
written, and what does not fit is taken out and told, until nothing is wrong but what is to be decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from directive_atlas.draft.parts import Tell, one_or_more
from directive_atlas.draft.trying import Trial
from directive_atlas.lean.editing import UneditableError, with_value, without
from directive_atlas.lean.spans import Path, node_at, path_at, plain, read_nodes
from directive_atlas.lean.values import inline
from directive_atlas.problems import Place, Problem, say
from directive_atlas.vocabulary.tasks import Basis

Mend = Callable[[str, Path, Problem, Tell], str]

_ROUNDS = 8
"""How often a record is tried; each round mends all that it finds."""
_OPEN = "W444"
_TOLD_BY_LINES = frozenset({"sections", "tasks", "measures"})
_ENTRIES = frozenset(
    {"actors", "also", "timing", "targets", "relations", "rules", "background", "events", "quotes"}
)
"""The lists from which an entry may be taken out."""
_KEYS = frozenset({"due", "stage", "label", "quote", "applies_to", "choose", "title", "obligation", "each"})
"""The keys of a record that are taken out for themselves, before all of another one is."""
_NEEDED = frozenset({"id", "kind", "issuers", "dates", "source", *_TOLD_BY_LINES})
"""The keys without which there is no record, or nothing in it."""


def mended(text: str, trial: Trial, tell: Tell) -> str:
    """The text of a record that loads, with a question for each thing that was taken out.

    Raises:
        UneditableError: something is wrong that cannot be taken out.

    """
    for _ in range(_ROUNDS):
        found = [each for each in trial.problems(text) if each.kind.code != _OPEN]
        wrong = [each for each in found if each.is_error or each.kind.code in _MENDS]
        if not wrong:
            return text
        text = _round(text, wrong, tell)
    if any(each.is_error for each in trial.problems(text)):
        raise UneditableError
    return text


def _round(text: str, wrong: Iterable[Problem], tell: Tell) -> str:
    """The text without what was wrong, the last first, so that the places before stay right."""
    root = read_nodes(text)
    paths = {path_at(root, _offset(text, each.place)): each for each in reversed([*wrong])}
    done: list[Path] = []
    for path, each in sorted(paths.items(), key=lambda item: _order(item[0]), reverse=True):
        mend = _MENDS.get(each.kind.code, _without_it)
        if not any(path[: len(other)] == other or other[: len(path)] == path for other in done):
            text = mend(text, path, each, tell)
            done.append(_record_of(path))
    return text


def _order(path: Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


def _offset(text: str, place: Place) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


def _record_of(path: Path) -> Path:
    """The section, task or measure around a value; the directive itself is the empty path."""
    while path and (len(path) < 2 or path[-2] not in _TOLD_BY_LINES):
        path = path[:-1]
    return path


def with_question(text: str, path: Path, line: str) -> str:
    """The text with one more line of ``to_decide`` in the record at a path."""
    record: Any = plain(node_at(read_nodes(text), path))
    there = record.get("to_decide", [])
    before = [there] if isinstance(there, str) else there
    return with_value(text, (*path, "to_decide"), one_or_more([*before, line]))


def _inherited(text: str, path: Path, _: Problem, tell: Tell) -> str:
    """E432: the passage does not name the body, so it is not said to be stated there."""
    path = path[:-1] if path[-1] == "actor" else path
    duty: Any = plain(node_at(read_nodes(text), path))
    block = {"actor": duty} if isinstance(duty, str) else duty
    reason = tell(say("these words do not name it; it is read from elsewhere in the text"))
    return with_value(text, path, {**block, "basis": Basis.INHERITED.value, "reason": reason})


def _without_words(text: str, path: Path, found: Problem, tell: Tell) -> str:
    """E431, E433: the words are not those of the passage, so they are left out."""
    return (
        without(text, path)
        if path[-1] in {"words", "obligation_word"}
        else _without_it(text, path, found, tell)
    )


def _without_key(text: str, path: Path, _: Problem, tell: Tell) -> str:
    """A label or stage that the passage does not have; what only a group can be asked for."""
    return without(text, path) if path[-1] in _KEYS else text


def _without_it(text: str, path: Path, found: Problem, tell: Tell) -> str:
    """Any other error: the smallest part of the record that can go is taken out, and told."""
    record = _record_of(path)
    gone = next(_removable(path), None)
    if gone is None or len(gone) <= len(record):
        raise UneditableError
    value = _as_told(plain(node_at(read_nodes(text), gone)))
    text = without(text, gone)
    told = say("this could not be written, {why}: {value}", why=found.what, value=value)
    return with_question(text, record, tell(told))


def _as_told(value: Any) -> str:
    """What was taken out, as a person reads it: the words that it came from, or as the record had it."""
    words = value.get("words") if isinstance(value, dict) else None
    return str(words) if words else inline(value)


def _removable(path: Path) -> Iterator[Path]:
    """The values around a place that can be taken out of their record, the smallest first."""
    for length in range(len(path), 0, -1):
        step, above = path[length - 1], path[length - 2] if length > 1 else None
        if above in _ENTRIES or step in _KEYS:
            yield path[:length]
    record = len(_record_of(path))
    if len(path) > record and path[record] not in _NEEDED:
        yield path[: record + 1]


_MENDS: dict[str, Mend] = {
    "E431": _without_words,
    "E432": _inherited,
    "E433": _without_words,
    "E435": _without_key,
    "W309": _without_key,
    "W442": _without_key,
}
"""What is done about each problem; every other error takes out what is wrong."""
