"""The small corpus of the golden cases with another directive in it, read and resolved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from directive_atlas.build import Records, read_records
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule

from tests.golden.base import BASE, write_base

HEAD = """\
# yaml-language-server: $schema=../../schemas/directive.schema.json
id: river
kind: notice
title: 关于桥梁普查的通知
issuers: [office]
"""


def records_of(
    folder: Path, record: str, reports: str = "", source: str = "", *, actors: str = ""
) -> Records:
    """The whole records, the directive ``river`` being ``record`` below ``HEAD``; they have no errors.

    ``actors`` are more of them, as ``actors.yml`` goes on.
    """
    data = write_base(folder)
    (data / "actors.yml").write_text(BASE["actors.yml"] + actors, "utf-8")
    river = data / "directives" / "river"
    (river / "directive.yml").write_text(HEAD + record, "utf-8")
    (river / "source.txt").unlink()
    for name, text in (("progress.csv", reports), ("source.txt", source)):
        if text:
            (river / name).write_text(text, "utf-8")
    records, problems = read_records(data)
    assert not [problem for problem in problems if problem.is_error], problems
    return records


def resolved_on(records: Records, day: dt.date) -> Corpus:
    """The corpus as it stands on a day."""
    return resolve(records.expanded, records.passages, schedule(records.expanded.corpus, day)[0], day)
