"""``python -m tests.benchmarks.draft``: precision, recall and F1 of drafts, per document and language."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.draft.drafting import NotDraftedError, draft, written
from tests.benchmarks.draft.gold import HALVES, Document, annotated_rows, documents, read_text
from tests.benchmarks.draft.record import Drafted
from tests.benchmarks.draft.report import differences, table
from tests.benchmarks.draft.score import Scores, compare
from tests.tools.corpora.encodings import CORPUS


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the drafts of annotated documents and print the table."""
    options = _parser().parse_args(arguments)
    chosen = list(_chosen(options.half, options.documents))
    if options.record and len(chosen) != 1:
        raise SystemExit("--record needs the one document that the record is of")
    found = {document: document.find(options.corpus) for document in chosen}
    for document in (each for each, file in found.items() if file is None):
        print(f"skipped: {options.corpus} has no {document.pattern} with the words that were annotated")
    scores = {
        document.slug: _score(document, file, options.record, options.misses)
        for document, file in found.items()
        if file
    }
    if scores:
        languages = {document.slug: document.language for document in chosen}
        print("\n".join(table(scores, languages)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.benchmarks.draft", description=main.__doc__)
    parser.add_argument("--half", choices=HALVES, default="dev", help="which half; dev if left out")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of the texts")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what is too much")
    parser.add_argument("--record", type=Path, help="score this directive.yml instead of a new draft")
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="only these; all if left out")
    return parser


def _chosen(half: str, slugs: Sequence[str]) -> Iterator[Document]:
    """The documents of a half, or those named of it.

    Raises:
        SystemExit: one that is named is not in this half.
    """
    own = {document.slug: document for document in documents() if document.half == half}
    if unknown := [slug for slug in slugs if slug not in own]:
        raise SystemExit(f"not in the half {half}: {', '.join(unknown)}")
    yield from (own[slug] for slug in slugs or own)


def _score(document: Document, file: Path, record: Path | None, misses: bool) -> Scores:
    """The scores of one document; without a record, everything in it was missed."""
    text = read_text(file)
    with tempfile.TemporaryDirectory() as folder:
        try:
            drafted = _record(document, file, record, Path(folder))
        except NotDraftedError as error:
            print(f"no record of {document.slug}: {error}", file=sys.stderr)
            drafted = Drafted(text, (), ())
    scores = compare(annotated_rows(document, text), text, drafted, document.limit)
    if misses:
        print("\n".join((document.slug, *differences(scores))))
    return scores


def _record(document: Document, file: Path, record: Path | None, folder: Path) -> Drafted:
    return written(record, file, folder) if record else draft(file, document, folder)


if __name__ == "__main__":
    main()
