"""Outputs with a few pages, and what a run makes of them."""

from __future__ import annotations

from pathlib import Path

from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import Summary, alone_with_pages, carry_out, plan

from tests.tools.kills.killing import page


def output(**files: str) -> Output:
    """An output with a page of each text, below ``tasks/``."""
    named = {f"tasks/{name}.md": page(text) for name, text in files.items()}
    return Output(named, {path: Place("data/x.yml", 3, 1) for path in named})


def at(*paths: str) -> Output:
    """An output with the same bytes at some paths."""
    return Output(dict.fromkeys(paths, page("1")), dict.fromkeys(paths, Place("data/x.yml", 3, 1)))


def run(output: Output, root: Path) -> Summary:
    """Plan an output, which must have no problem, and carry it out."""
    with alone_with_pages(root, "a test"):
        planned = plan(output, root)
        assert not planned.problems
        return carry_out(planned)


def codes(output: Output, root: Path) -> list[str]:
    """The codes of the problems of the plan for an output."""
    return [found.kind.code for found in plan(output, root).problems]
