"""Roles, statuses and relations as words of the search, and what its start offers."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.outputs.search.asked import ASKED
from directive_atlas.outputs.search.document import Document
from directive_atlas.outputs.search.ways import LISTS, ways
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.tasks import Role

from tests.tools.sites import bilingual


def _of(corpus: Corpus, query: str) -> Iterator[Document]:
    return (each for each in ways(corpus, bilingual()) if each.query == query)


def test_a_role_leads_to_the_finder_with_its_number_of_tasks(corpus: Corpus) -> None:
    tasks = [task for directive in corpus.directives.values() for task in directive.walk()]
    for role in Role:
        count = sum(any(duty.role is role for duty in task.duties) for task in tasks)
        found = list(_of(corpus, f"role={role.value}"))
        assert len(found) == (1 if count else 0)
        for each in found:
            assert each.context
            assert all(
                words.split(": ")[-1].split("：")[-1].startswith(str(count))
                for _, words in each.context.values
            )


def test_each_word_is_listed_or_explained(corpus: Corpus) -> None:
    """Whatever a reader asks for by one of these words, some page has it among its names."""
    known = {name for each in ways(corpus, bilingual()) for name in each.names}
    assert {name for values in ASKED.values() for names in values.values() for name in names} <= known


def test_words_are_asked_of_lists_and_values_that_exist() -> None:
    for name, values in ASKED.items():
        assert set(values) <= {word.value for word in LISTS[name].words}
