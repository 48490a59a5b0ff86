"""The body of the registries that a command means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from directive_atlas.cli.printing import fail, print_problems
from directive_atlas.problems import Place, Problem, Wording, problem, say, sequence
from directive_atlas.registry import Entry, Registry, find, names_in, nearest

Found = tuple[Registry, Entry]


def the_body(text: str, file: str, languages: Sequence[str]) -> Found:
    """The one body that an id or a name means; exits with E306 or E307 of ``file`` if there is not one."""
    found = find(text)
    if len(found) != 1:
        print_problems([(_ambiguous if found else _unknown)(text, file, languages)])
        fail(say("nothing was written"))
    return found[0]


def _ambiguous(text: str, file: str, languages: Sequence[str]) -> Problem:
    found = find(text)
    hint = say("write the id of the one that is meant: {bodies}", bodies=_list(found, languages))
    return problem("E306", Place(file), hint, name=text, count=len(found))


def _unknown(text: str, file: str, languages: Sequence[str]) -> Problem:
    near = nearest(text)
    hint = say("did you mean one of these? {bodies}", bodies=_list(near, languages)) if near else None
    return problem("E307", Place(file), hint, name=text)


def _list(found: Iterable[Found], languages: Sequence[str]) -> Wording:
    return sequence(
        say("{id} = {body}", id=entry.id, body=described(source, entry, languages)) for source, entry in found
    )


def described(source: Registry, entry: Entry, languages: Sequence[str]) -> Wording:
    """A body by its names in the languages of a site, its registry and its dates."""
    names = " / ".join(names_in(entry, languages))
    begin = say(" from {day}", day=entry.from_.text) if entry.from_ else ""
    end = say(" until {day}", day=entry.until.text) if entry.until else ""
    registry = source.name
    return say("{names} ({registry}{begin}{end})", names=names, registry=registry, begin=begin, end=end)
