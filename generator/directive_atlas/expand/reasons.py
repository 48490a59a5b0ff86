"""Reasons and notes that stand once at the head of a file, and by their name where they belong."""

from __future__ import annotations

from collections.abc import Collection

from directive_atlas.expand.texts import with_texts
from directive_atlas.load import schema
from directive_atlas.load.fields import ID
from directive_atlas.load.record import Languages
from directive_atlas.load.validate import did_you_mean
from directive_atlas.problems import Problem, problem, say

_FIELDS = ("reason", "note")


def may_be_name(path: str, text: Languages) -> bool:
    """Whether a text at a path stands where a named reason may."""
    return path.rpartition("/")[2] in _FIELDS and len(text.values) == 1


def with_reasons(
    directive: schema.Directive, unreadable: Collection[str]
) -> tuple[schema.Directive, list[Problem]]:
    """A directive with its named reasons in place of their names; a name that nothing has is E302.

    Only what looks like a name (an id with a hyphen) can be one that is missing: the rest is text.
    """
    named = directive.reasons.named
    problems: list[Problem] = []
    if not named:
        return directive, problems

    def change(path: str, text: Languages) -> Languages:
        words = text.first
        if not may_be_name(path, text):
            return text
        if words not in named and ID.fullmatch(words) and "-" in words and directive.id not in unreadable:
            hint = did_you_mean(words, sorted(named))
            problems.append(problem("E302", text.place, hint, what=say("reason"), id=words))
        return named.get(words, text)

    return with_texts(directive, change), problems
