"""Titles of tasks that were given none: their quote, or the head of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from directive_atlas.load import schema
from directive_atlas.load.record import Languages
from directive_atlas.passages import DirectivePassages, Passages
from directive_atlas.vocabulary.languages import main_language

M = TypeVar("M", bound=schema.Measure)

_LONGEST = {True: 120, False: 48}
"""How many characters a title may have, in words of letters and in Chinese."""
_ENDS = " \t\n。．.；;，,：:、"
_CLAUSE = re.compile(r"[，；、。：]|[,;:.](?=\s)")


def head(text: str) -> str:
    """A quote as a title: the whole of it, or as many of its first clauses as fit, with an ellipsis."""
    line = " ".join(text.split()).strip(_ENDS)
    longest = _LONGEST[line.isascii()]
    if len(line) <= longest:
        return line
    clauses = [mark.start() for mark in _CLAUSE.finditer(line, 8, longest)]
    cut = clauses[-1] if clauses else max(line[:longest].rfind(" "), 0) or longest
    return f"{line[:cut].strip(_ENDS)}…"


def with_titles(
    directive: schema.Directive, passages: Passages, languages: Sequence[str]
) -> schema.Directive:
    """A directive whose tasks all have titles, in the language of the source where they are from a quote."""
    own = passages.of(directive)
    language = source_language(directive, own, languages)
    tasks = tuple(_titled(task, own, language) for task in directive.tasks)
    return directive.model_copy(update={"tasks": tasks})


def source_language(
    directive: schema.Directive, own: DirectivePassages | None, languages: Sequence[str]
) -> str:
    """The language of a directive's source: as the record says, else by its script."""
    named = directive.source.language if directive.source else None
    return named or main_language(own.source.text if own else "", languages)


def _titled(measure: M, own: DirectivePassages | None, language: str) -> M:
    inner = tuple(_titled(part, own, language) for part in measure.measures)
    title = measure.title or Languages.of({language: _words(measure, own)}, measure.place)
    return measure.model_copy(update={"measures": inner, "title": title})


def _words(measure: schema.Measure, own: DirectivePassages | None) -> str:
    """What the quote of a task says; its label or id where it has none, or one that is not found."""
    text = quoted(measure.quotes[0], own) if measure.quotes else None
    label = measure.label or ""
    return head((text or "").removeprefix(label)) or label or measure.id


def quoted(quote: schema.Quote, own: DirectivePassages | None) -> str | None:
    """The words of the source that a quote selects; those it was given where the source has them not."""
    return (own.text_of(quote) if own else None) or quote.exact
