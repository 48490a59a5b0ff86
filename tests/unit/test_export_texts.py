"""Plain texts for programs that read: each task with its words, its bodies and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports import export_files
from directive_atlas.outputs.exports.texts import text_files
from directive_atlas.resolve import Corpus
from markdown_it import MarkdownIt

from tests.tools.sites import bilingual

SITE = bilingual()


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> Mapping[str, str]:
    """The texts of the fixture by their paths."""
    return {file.path: file.content.decode() for file in text_files(records(corpus), corpus, SITE)}


def test_each_directive_tells_all_its_quotes_and_bodies(texts: Mapping[str, str], corpus: Corpus) -> None:
    for directive in corpus.directives.values():
        for folder, language in (("", "zh"), ("en/", "en")):
            text = " ".join(texts[f"{folder}text/directives/{directive.id}.txt"].split())
            for task in directive.walk():
                assert all(" ".join(passage.text.split()) in text for passage in task.passages)
                names = [corpus.actors[duty.actor].name.best(language)[0] for duty in task.duties]
                assert all(name in text for name in names)


def test_a_directive_has_one_title_and_a_heading_for_each_task(
    texts: Mapping[str, str], corpus: Corpus
) -> None:
    for directive in corpus.directives.values():
        tokens = MarkdownIt().parse(texts[f"text/directives/{directive.id}.txt"])
        headings = [token.tag for token in tokens if token.type == "heading_open"]
        assert headings.count("h1") == 1
        assert len(headings) == 1 + sum(1 for _ in directive.walk())


def test_the_start_lists_files_that_are_there(texts: Mapping[str, str], corpus: Corpus) -> None:
    paths = {file.path for file in export_files(corpus, SITE)}
    tokens = MarkdownIt().parse(texts["llms.txt"])
    links = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert len(links) > len(corpus.directives)
    assert set(links) <= paths
