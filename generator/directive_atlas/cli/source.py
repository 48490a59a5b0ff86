"""``directives source``: a source text as it is read, with the numbers and labels that quotes may use."""

from __future__ import annotations

from collections.abc import Iterator

import click

from directive_atlas.build import read_records
from directive_atlas.cli.language import told
from directive_atlas.cli.options import Folders, in_site, refuse_unknown, shown
from directive_atlas.cli.printing import echo, fail
from directive_atlas.passages import DirectivePassages, Paragraph
from directive_atlas.problems import say

_UNREAD = "…"
"""Stands before a sentence that is not quoted and not background, or only in part."""


@click.command("source")
@in_site
@click.option("--uncovered", is_flag=True, help="Only the sentences that no task quotes in full.")
@click.argument("directive")
def source_command(folders: Folders, directive: str, uncovered: bool) -> None:
    """Print the source of DIRECTIVE: number and label of each paragraph, number of each sentence."""
    records, _ = read_records(folders.data, shown(folders.data))
    known = {each.id: each for each in records.expanded.corpus.directives}
    refuse_unknown(directive, known, folders.data)
    found = records.passages.of(known[directive])
    if not found:
        fail(say("{directive} has no source text; add source: with file: to its record", directive=directive))
    lines = "\n".join(_lines(found, uncovered))
    echo(lines or told(say("all of it is quoted or background")))


def _lines(found: DirectivePassages, uncovered: bool) -> Iterator[str]:
    open_ = {sentence.span for sentence in found.coverage.open}
    for paragraph in found.source.paragraphs:
        wanted = [n for n, span in enumerate(paragraph.sentences, 1) if span in open_ or not uncovered]
        if wanted:
            yield _title(paragraph)
        for number in wanted:
            span = paragraph.sentences[number - 1]
            mark = _UNREAD if span in open_ else " "
            words = " ".join(found.source.text[span.start : span.end].split())
            yield f"  {mark} {number:>2}  {words}"


def _title(paragraph: Paragraph) -> str:
    """Number, label and kind of a paragraph: all that names it."""
    kind = f"[{paragraph.kind.value}]" if paragraph.kind.value != "text" else ""
    return "  ".join(filter(None, (str(paragraph.number), paragraph.label, kind)))
