"""The body of the registries that a command means."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.cli.printing import fail, print_problems
from directive_atlas.problems import Place, Problem, Wording, problem, say, sequence
from directive_atlas.registry import Entry, Registry, find, nearest

Found = tuple[Registry, Entry]


def the_body(text: str, file: str) -> Found:
    """The one body that an id or a name means; exits with E306 or E307 of ``file`` if there is not one."""
    found = find(text)
    if len(found) != 1:
        print_problems([_ambiguous(text, found, file) if found else _unknown(text, file)])
        fail(say("nothing was written"))
    return found[0]


def _ambiguous(text: str, found: tuple[Found, ...], file: str) -> Problem:
    hint = say("write the id of the one that is meant: {bodies}", bodies=_list(found))
    return problem("E306", Place(file), hint, name=text, count=len(found))


def _unknown(text: str, file: str) -> Problem:
    near = nearest(text)
    hint = say("did you mean one of these? {bodies}", bodies=_list(near)) if near else None
    return problem("E307", Place(file), hint, name=text)


def _list(found: Iterable[Found]) -> Wording:
    return sequence(
        say("{id} = {body}", id=entry.id, body=described(source, entry)) for source, entry in found
    )


def described(source: Registry, entry: Entry) -> Wording:
    """A body by its names, its registry and its dates."""
    names = " / ".join(text for _, text in entry.name.values)
    begin = say(" from {day}", day=entry.from_.text) if entry.from_ else ""
    end = say(" until {day}", day=entry.until.text) if entry.until else ""
    registry = source.name
    return say("{names} ({registry}{begin}{end})", names=names, registry=registry, begin=begin, end=end)
