"""The directive that the home page shows as an example, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive, Finding, Passage
from directive_atlas.views.board import Board, board

MOST_FINDINGS = 3
"""The number of questions that are answered on the home page."""


@dataclass(frozen=True, slots=True)
class Featured:
    """A directive with the first passage that a task quotes, its board, and its first findings."""

    directive: Directive
    passage: Passage | None
    board: Board
    findings: tuple[Finding, ...]


def featured(corpus: Corpus) -> Featured | None:
    """Of the directives with tasks one with findings, else with most reports; of equals the newest."""
    candidates = [directive for directive in corpus.directives.values() if directive.tasks]
    if not candidates:
        return None
    chosen = max(candidates, key=lambda each: (bool(each.findings), _reports(each)))
    passages = (passage for task in chosen.walk() for passage in task.passages)
    return Featured(chosen, next(passages, None), board(chosen.walk()), chosen.findings[:MOST_FINDINGS])


def _reports(directive: Directive) -> int:
    return sum(len(task.reports) for task in directive.walk())
