"""A role that the text does not state is marked wherever it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from directive_atlas.outputs.finder.columns import shards
from directive_atlas.outputs.finder.table import table
from directive_atlas.outputs.packing import chars
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Duty, Task
from directive_atlas.vocabulary.tasks import Basis

from tests.tools.reading import reading

DIRECTIVE = "ferries-2024-buoy-notice"
PAGES = f"directives/{DIRECTIVE}"
WORDS = {Basis.STATED: "", Basis.INHERITED: " · carried over", Basis.INFERRED: " · inferred by the editors"}
LETTER = {Basis.STATED: "", Basis.INHERITED: "°", Basis.INFERRED: r"\*"}
Duties = list[tuple[Task, Duty]]


@pytest.fixture(scope="module")
def duties(corpus: Corpus) -> Duties:
    """Who has which part in a directive that states some, carries some over and leaves some to us."""
    found = [(task, duty) for task in corpus.directives[DIRECTIVE].tasks for duty in task.duties]
    assert {duty.basis for _, duty in found} == set(Basis)
    return found


def _lines(project: Path, name: str, start: str) -> list[str]:
    """The lines in the reading of an English page that begin in one way."""
    text = reading((project / "docs" / "en" / name).read_text("utf-8"))
    return [line for line in text.splitlines() if line.startswith(start)]


def _who(duty: Duty) -> str:
    """What follows the name of the actor in a list of parts."""
    return f"/actors/{duty.actor}.html) ({duty.role.label}{WORDS[duty.basis]})"


def test_in_the_list_of_tasks(duties: Duties, project: Path) -> None:
    rows = _lines(project, f"{PAGES}/index.md", "| ")
    for task, duty in duties:
        assert any(f"]({task.id}.html) |" in row and _who(duty) in row for row in rows), task.id


def test_in_the_facts_of_a_task(duties: Duties, project: Path) -> None:
    for task, duty in duties:
        who = _lines(project, f"{PAGES}/{task.id}.md", "- **Who** ")[0]  # then those of its measures
        assert _who(duty) in who


def test_in_the_matrix(duties: Duties, project: Path) -> None:
    for task, duty in duties:
        rows = _lines(project, f"{PAGES}/index.md", "| ")
        [row] = [row for row in rows if row.endswith(f"{{ #matrix-{duty.actor} }}")]
        title = f"{duty.role.label}{WORDS[duty.basis]}"
        assert re.search(
            rf'"{task.id}\.html" title="{title}" aria-label="{title}">\w+{re.escape(LETTER[duty.basis])}<',
            row,
        )


def test_on_the_page_of_the_actor(duties: Duties, project: Path) -> None:
    for task, duty in duties:
        rows = _lines(project, f"actors/{duty.actor}.md", "| ")
        own = [row for row in rows if f"/{DIRECTIVE}/{task.id}.html)**" in row]
        assert any(WORDS[duty.basis].removeprefix(" · ") in row for row in own), (task.id, duty.actor)


def test_in_the_columns_of_the_finder(corpus: Corpus) -> None:
    rows = table(corpus)
    bases = [duty.basis for task in rows.tasks for duty in task.duties]
    assert "".join(shard["bases"] for shard in shards(rows)) == chars(map(list(Basis).index, bases))


def test_what_is_said_beside_a_role_is_in_the_columns_of_the_finder(corpus: Corpus) -> None:
    rows = table(corpus)
    told = {
        (duty.each, bool(duty.chosen_by), duty.and_others): place
        for place, duty in enumerate(duty for task in rows.tasks for duty in task.duties)
    }
    terms = "".join(shard["terms"] for shard in shards(rows))
    assert {terms[place] for place in told.values()} == set(chars([0, 1, 2, 4]))
