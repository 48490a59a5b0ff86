"""A run makes only the pages of which something has changed, and all are as a clean run makes them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.build import build
from directive_atlas.cli.options import Folders
from directive_atlas.cli.planning import Planned, keep_traces, plan_pages
from directive_atlas.outputs.engine import Run
from directive_atlas.outputs.pages.rendering import Linked
from directive_atlas.problems import Wording
from directive_atlas.write import carry_out
from directive_atlas.write.traces import RECORD
from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.golden.base import BASE
from tests.tools.hostile.lines import Case, as_bytes, changed, changes
from tests.tools.moment import AS_OF, FIXTURE_DAY, midnight
from tests.tools.paths import FIXTURE


@dataclass
class Counting:
    """This process, which notes how many pages it puts into frames."""

    made: int = 0

    @contextmanager
    def __call__(self, shared: Any) -> Iterator[Run]:
        def run(function: Callable[[Any, Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
            for part in parts:
                self.made += len(part.chunk.numbers) if isinstance(part, Linked) else 0
                yield function(shared, part)

        yield run


@dataclass
class Site:
    """A site whose pages are made again and again."""

    root: Path
    notes: list[Wording] = field(default_factory=list)

    @property
    def folders(self) -> Folders:
        """Its folders, as commands have them."""
        return Folders(self.root, self.root / "data", self.root / "docs")

    def run(self, day: dt.date) -> int | None:
        """Make the pages as ``generate`` does; returns how many were rendered, nothing if data are wrong."""
        counting = Counting()
        planned = plan_pages(self.folders, day, engine=counting)
        self._keep(planned)
        return counting.made if planned.plan else None

    def _keep(self, planned: Planned) -> None:
        if planned.plan:
            carry_out(planned.plan)
        self.notes += filter(None, (planned.note, keep_traces(self.folders, planned)))

    def unlike_a_clean_run(self, day: dt.date) -> list[str]:
        """The files that are not as a clean run makes them."""
        built = build(self.folders.data, midnight(day), as_of=day, overrides=self.folders.overrides)
        assert built.output
        docs = self.folders.docs
        present = {path.relative_to(docs).as_posix() for path in docs.rglob("[!.]*") if path.is_file()}
        wrong = [path for path, own in built.output.files.items() if _content(docs / path) != own]
        return [*wrong, *sorted(present - built.output.files.keys())]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


PIECES = st.sampled_from(("x", " ", "河", "2020-06-30", "2021", "river", "harbours", "[]", "true", "done"))
"""What maintainers write: most of it leaves the data right."""


@given(st.lists(st.lists(changes(PIECES), min_size=1, max_size=2), min_size=1, max_size=4))
@settings(max_examples=settings().max_examples // 16)
def test_after_any_edits_all_is_as_in_a_clean_run(edits: list[list[Case]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site, texts = Site(Path(folder)), {name: text.split("\n") for name, text in BASE.items() if text}
        _write(site, texts)
        assert site.run(AS_OF)
        for number, cases in enumerate(edits):
            before = texts
            for case in cases:
                texts = changed(texts, case)
            _write(site, texts)
            day = AS_OF + dt.timedelta(days=number // 2)
            if (made := site.run(day)) is None:
                texts = before  # what is wrong stays until somebody mends it
                continue
            note(f"{made} pages made")
            assert site.unlike_a_clean_run(day) == []


def _write(site: Site, texts: dict[str, list[str]]) -> None:
    for name, lines in texts.items():
        path = site.folders.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(lines))


@pytest.fixture(scope="module")
def fixture_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The whole fixture with its pages."""
    site = Site(tmp_path_factory.mktemp("site"))
    shutil.copytree(FIXTURE / "data", site.folders.data)
    assert site.run(FIXTURE_DAY)
    return site


MEETING = "directives/ferries-2023-harbour-meeting/directive.yml"


@dataclass(frozen=True)
class Edit:
    """Other words in a file of the data, and for how many pages of a hundred they matter at most."""

    file: str
    old: str
    new: str
    most: int

    def on(self, data: Path) -> None:
        path = data / self.file
        text = path.read_text("utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new), "utf-8")


OF_THE_SMALL_SITE = {
    "nothing": Edit("actors.yml", "actors:", "actors:", 0),
    "a task's title": Edit("directives/river/directive.yml", "Survey the bridges", "Survey all bridges", 80),
    "a body's name": Edit("actors.yml", "North Branch", "Northern Branch", 40),
}
EDITS = {
    "a task's title": Edit(MEETING, "Mend the quays", "Mend all quays", 15),
    "nothing": Edit("actors.yml", "actors:", "actors:", 0),
    "a body's name": Edit("actors.yml", "Council of the Isles League", "Council of the League", 40),
    "a report": Edit(MEETING, "已清点两处。", "已清点三处。", 20),
    "who does it": Edit(MEETING, "actors: [lights]", "actors: [egret]", 25),
    "a directive's title": Edit(MEETING, "Spring meeting on the harbours", "Meeting on the harbours", 25),
    "a meaning": Edit("glossary.yml", "耗电只有旧灯的三分之一", "耗电只有旧灯的四分之一", 30),
    "how long an open task stays": Edit("settings.yml", "open_months: 24", "open_months: 12", 100),
    "the name of the site": Edit("settings.yml", "Directives of Jilan", "What Jilan asks", 100),
}


@pytest.mark.parametrize("edit", OF_THE_SMALL_SITE.values(), ids=OF_THE_SMALL_SITE)
def test_an_edit_makes_only_pages_for_which_it_matters(small: Site, edit: Edit) -> None:
    _makes_few(small, edit, AS_OF)


@pytest.mark.long
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_of_the_fixture_makes_only_pages_for_which_it_matters(fixture_site: Site, edit: Edit) -> None:
    _makes_few(fixture_site, edit, FIXTURE_DAY)


def _makes_few(site: Site, edit: Edit, day: dt.date) -> None:
    edit.on(site.folders.data)
    made = site.run(day)
    pages = len([*site.folders.docs.rglob("*.md")])
    assert made is not None and made <= pages * edit.most / 100
    assert site.unlike_a_clean_run(day) == []


RECORDS = {"small": "directives/river/directive.yml", "fixture_site": MEETING}


@pytest.mark.parametrize("name", ["small", pytest.param("fixture_site", marks=pytest.mark.long)])
def test_what_comes_and_goes(name: str, request: pytest.FixtureRequest) -> None:
    """A directive, then another day, a template and words of the site, then none of them."""
    site: Site = request.getfixturevalue(name)
    old, own, day = site.folders.data / RECORDS[name], site.root / "overrides", FIXTURE_DAY
    new = old.parent.with_name("another")
    shutil.copytree(old.parent, new)
    text = old.read_text("utf-8").replace(f"id: {old.parent.name}", f"id: {new.name}")
    (new / old.name).write_text(text, "utf-8")
    _same(site, day)
    shutil.rmtree(new)
    _same(site, day + dt.timedelta(days=1))
    (own / "templates").mkdir(parents=True)
    (own / "templates" / "help.md.j2").write_text("<p>{{ _('Home') }}</p>\n", "utf-8")
    _same(site, day)
    shutil.rmtree(own)
    _same(site, day)


def _same(site: Site, day: dt.date) -> None:
    assert site.run(day)
    assert site.unlike_a_clean_run(day) == []


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A small site with its pages."""
    site = Site(tmp_path)
    _write(site, {name: text.split("\n") for name, text in BASE.items() if text})
    assert site.run(AS_OF)
    return site


def test_nothing_is_made_twice(small: Site) -> None:
    assert small.run(AS_OF) == 0


def test_a_page_that_is_gone_is_made_again(small: Site) -> None:
    (small.folders.docs / "help" / "index.md").unlink()
    assert small.run(AS_OF) == 1
    assert small.unlike_a_clean_run(AS_OF) == []


def test_what_a_template_of_the_site_reads_when_it_is_imported_counts(small: Site) -> None:
    """Jinja keeps what a file of macros says at its beginning; only the first page reads it."""
    ours = Path(str(files("directive_atlas.outputs.pages"))) / "templates" / "macros" / "text.j2"
    own = small.root / "overrides" / "templates" / "macros" / "text.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{% set count = w.corpus.topics|length %}\n" + ours.read_text("utf-8"), "utf-8")
    assert small.run(AS_OF)
    topics = small.folders.data / "topics.yml"
    topics.write_text(topics.read_text("utf-8") + "  - {id: canals, name: {zh: 运河, en: Canals}}\n", "utf-8")
    made = small.run(AS_OF)
    assert made == len([*small.folders.docs.rglob("*.md")])


def test_another_program_makes_all_pages(small: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directive_atlas.cli.planning.of_program", lambda: "another")
    assert small.run(AS_OF) == len([*small.folders.docs.rglob("*.md")])


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[:-10],
    "empty": lambda _: b"",
    "no text": lambda _: b"\xff\xfe",
    "not JSON": lambda content: content.replace(b"{", b"[", 1),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_not_used(small: Site, damage: Callable[[bytes], bytes]) -> None:
    record = small.root / RECORD
    record.write_bytes(damage(record.read_bytes()))
    assert small.run(AS_OF) == len([*small.folders.docs.rglob("*.md")])
    assert [str(note.template) for note in small.notes] == ["{file} is damaged; all is made anew"]
    assert small.run(AS_OF) == 0


def test_a_record_of_another_form_is_not_used(small: Site) -> None:
    _, _, body = (small.root / RECORD).read_bytes().partition(b"\n")
    told = json.loads(body)
    for wrong in ({**told, "format": 0}, {**told, "content": {"files": {}}}, {**told, "content": [1]}):
        _forge(small.root / RECORD, wrong)
        assert small.run(AS_OF)
        assert small.unlike_a_clean_run(AS_OF) == []
    assert len(small.notes) == 3


def _forge(record: Path, told: object) -> None:
    """A record with the right digest, as somebody may write it by hand."""
    body = json.dumps(told).encode()
    record.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


@pytest.mark.parametrize("then", ["Canals", "Bridges", "Locks"])
def test_a_run_that_ends_between_its_pages_and_their_record_does_no_harm(small: Site, then: str) -> None:
    """The record is then of the run before; the next one sees that the pages are others."""
    topics = small.folders.data / "topics.yml"
    text = topics.read_text("utf-8")
    assert "Bridges" in text
    topics.write_text(text.replace("Bridges", "Canals"), "utf-8")
    planned = plan_pages(small.folders, AS_OF)
    assert planned.plan
    carry_out(planned.plan)
    topics.write_text(text.replace("Bridges", then), "utf-8")
    _same(small, AS_OF)


def test_a_record_of_an_earlier_run_does_no_harm(small: Site) -> None:
    """As a cache of CI may have it: the record is older than the pages."""
    topics, record = small.folders.data / "topics.yml", small.root / RECORD
    text, old = topics.read_text("utf-8"), record.read_bytes()
    topics.write_text(text.replace("Bridges", "Canals"), "utf-8")
    assert small.run(AS_OF)
    record.write_bytes(old)
    assert small.run(AS_OF)
    assert small.unlike_a_clean_run(AS_OF) == []
    record.write_bytes(old)
    topics.write_text(text, "utf-8")
    _same(small, AS_OF)


def test_where_nothing_can_be_kept_a_word_says_so(small: Site) -> None:
    shutil.rmtree(small.root / ".cache")
    (small.root / ".cache").write_text("", "utf-8")
    assert small.run(AS_OF)
    assert small.notes
