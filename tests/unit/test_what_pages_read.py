"""What a run notes of a page: the values it is made of, what of the records it read, and its files."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from directive_atlas.filesystem import Descent
from directive_atlas.outputs.pages.fingerprints import Fingerprints
from directive_atlas.outputs.pages.reads import Reads as ReadsOf
from directive_atlas.outputs.pages.reads import mappings, watched
from directive_atlas.outputs.pages.rendering import all_pages
from directive_atlas.outputs.trace import EVERYTHING, Trace
from directive_atlas.resolve import Corpus
from directive_atlas.write.manifest import digest
from directive_atlas.write.traces import read_traces, write_traces

from tests.tools.sites import bilingual


def test_a_page_of_several_files_is_known_by_the_first(tmp_path: Path) -> None:
    reads = ((("links.owed", "office"), "1"), (("days", ("river", "count")), "2"))
    files = ("actors/office.md", "actors/office-2.md")
    own = Trace("made", reads, ("topics.md", "help.md"), "linking", files)
    (tmp_path / "actors").mkdir()
    for path in files:
        (tmp_path / path).write_text(path, "utf-8")
    digests = {path: digest(path.encode()) for path in files}
    assert write_traces(tmp_path, {"actors/office.md": own}, digests) is None
    with Descent(tmp_path) as docs:
        found, why = read_traces(tmp_path, docs, "program", "data")
        assert (found.traces, why) == ({"actors/office.md": own}, None)
        assert [found.read(path) for path in files] == [path.encode() for path in files]
        (tmp_path / "actors/office-2.md").write_text("by hand", "utf-8")
        assert [found.read(path) for path in (*files, "gone.md")] == [b"actors/office.md", None, None]
        (tmp_path / "actors/office.md").replace(tmp_path / "help.md")
        (tmp_path / "actors/office.md").symlink_to("help.md")
        assert found.read("actors/office.md") is None


def test_every_page_of_the_fixture_has_a_fingerprint(corpus: Corpus) -> None:
    """Else a view has something in it that is no value, such as a function made for it."""
    fingerprints = Fingerprints()
    found = {page.path: fingerprints.of(page) for page in all_pages(corpus, bilingual())}
    again = Fingerprints()
    assert found == {page.path: again.of(page) for page in all_pages(corpus, bilingual())}
    assert len(set(found.values())) == len(found)


def test_a_watched_corpus_notes_all_that_is_read_of_it(corpus: Corpus) -> None:
    reads = ReadsOf()
    found = watched(corpus, reads)
    for name, known in mappings(corpus):
        parent: Any = found
        for part in name.split("."):
            parent = getattr(parent, part)
        for key in known:
            assert reads.of(lambda: parent[key])[1] == {(name, key)}  # noqa: B023
            assert reads.of(lambda: parent.get(key))[1] == {(name, key)}  # noqa: B023
        assert reads.of(lambda: "nobody" in parent)[1] == {(name, "nobody")}  # noqa: B023
        assert reads.of(lambda: list(parent))[1] == {EVERYTHING}  # noqa: B023
    assert reads.of(lambda: found.events[:1])[1] == {EVERYTHING}
    directive = next(iter(corpus.directives.values()))
    assert reads.of(lambda: found.course(directive, corpus.as_of))[1] == {EVERYTHING}
    assert {field.name for field in fields(corpus)} == {field.name for field in fields(found)}
