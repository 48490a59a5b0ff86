"""Recorded changes: from the history of git to data, and from data to pages, calendars, feeds and JSON."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from directive_atlas.build import Built, build
from directive_atlas.changes.recording import with_changesets
from directive_atlas.cli import main
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.golden.base import BASE
from tests.tools.moment import AS_OF, midnight

SETTINGS = BASE["settings.yml"] + "address: https://bridges.example/\n"
RECORD = "directives/river/directive.yml"
TEXT = "directives/river/source.txt"
Edit = Callable[[Path], None]


def replaced(name: str, *pairs: tuple[str, str]) -> Edit:
    """An edit of one file; each text must be there."""

    def edit(data: Path) -> None:
        text = (data / name).read_text("utf-8")
        for before, after in pairs:
            assert before in text
            text = text.replace(before, after)
        (data / name).write_text(text, "utf-8")

    return edit


MOVED = replaced(RECORD, ("{by: 2020, words: 年底前}", "{by: 2020-11-30, words: 年底前}"))
NAMED = replaced(RECORD, ("id: count", "id: survey-all"))
TOPIC = replaced("topics.yml", ("id: bridges", "id: all-bridges"))
TOPIC_OF = replaced(RECORD, ("topics: [bridges]", "topics: [all-bridges]"))


def without_task(data: Path) -> None:
    record = yaml.safe_load((data / RECORD).read_text("utf-8"))
    record["tasks"] = [{"id": "report", "title": {"en": "Report"}, "quotes": ["结果报总办公室。"]}]
    head = BASE[RECORD].splitlines()[0]
    dates = {"signed": "2020-03-01"}
    text = yaml.safe_dump({**record, "dates": dates}, allow_unicode=True, sort_keys=False)
    (data / RECORD).write_text(f"{head}\n{text}", "utf-8")


class Repository:
    """A site of bridges with a history, a commit a day."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.day = folder, folder / "data", dt.date(2020, 6, 1)
        for name, text in {**BASE, "settings.yml": SETTINGS}.items():
            path = self.data / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self.git("init", "--quiet")
        self.commit()

    def git(self, *arguments: str) -> bytes:
        own = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        moment = f"{self.day.isoformat()}T12:00:00Z"
        dates = {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
        done = subprocess.run(
            ["git", *own, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env={**os.environ, **dates},
        )
        return done.stdout

    def commit(self, *edits: Edit) -> None:
        for edit in edits:
            edit(self.data)
        self.git("add", "data")
        self.git("commit", "--quiet", "--allow-empty", "--message", "data")
        self.day += dt.timedelta(days=20)

    def rewrite_date(self, moment: str) -> None:
        """Give the last commit another date, also one that git itself would not write."""
        about = self.git("cat-file", "commit", "HEAD")
        lines = [
            f"committer a <a@example.org> {moment} +0000".encode() if line.startswith(b"committer") else line
            for line in about.split(b"\n")
        ]
        odd = self.folder / "commit"
        odd.write_bytes(b"\n".join(lines))
        name = self.git("hash-object", "-t", "commit", "-w", "--literally", str(odd)).decode().strip()
        self.git("update-ref", "HEAD", name)

    def record(self, *arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(
            main, ["record-changes", "--lang", "en", "--site", str(self.folder), *arguments]
        )
        assert done.exit_code == code, done.output
        return done.output

    def recorded(self) -> Mapping[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.data / "changes").glob("*"))}

    def changes(self) -> Iterator[tuple[str, str, str]]:
        """Day, what, and id of each."""
        for text in self.recorded().values():
            for changeset in yaml.safe_load(text)["changes"]:
                yield from (
                    (str(changeset["date"]), each["what"], each["id"]) for each in changeset["records"]
                )

    def build(self) -> Built:
        built = build(self.data, midnight(AS_OF))
        assert built.output, built.problems
        return built


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "site")


def test_each_revision_is_recorded_on_its_day_and_the_first_is_where_it_begins(
    repository: Repository,
) -> None:
    repository.commit(MOVED)
    repository.commit()
    repository.commit(TOPIC, TOPIC_OF)
    assert repository.record() == "2 of 2 revisions changed records and were recorded\n"
    assert list(repository.changes()) == [
        ("2020-06-21", "changed", "river/count"),
        ("2020-06-21", "changed", "river/report"),  # a measure inherits the deadline
        ("2020-07-31", "renamed", "all-bridges"),
    ]
    assert list(repository.recorded()) == ["2020-06.yml", "2020-07.yml"]


@pytest.mark.parametrize("moment", ["99999999999999", "253402300800", "253402300799"])
def test_a_revision_whose_date_is_in_no_calendar_comes_with_the_next(
    repository: Repository, moment: str
) -> None:
    repository.commit(MOVED)
    repository.rewrite_date(moment)
    told = repository.record()
    assert "was skipped: its date is in no calendar" in told and not list(repository.changes())
    repository.commit(TOPIC, TOPIC_OF)
    repository.record()
    assert {(day, each) for day, _, each in repository.changes()} == {
        ("2020-07-11", "river/count"),
        ("2020-07-11", "river/report"),
        ("2020-07-11", "all-bridges"),
    }


def test_a_second_run_adds_nothing_and_what_people_wrote_stays(repository: Repository) -> None:
    repository.commit(MOVED)
    repository.record()
    first = repository.recorded()
    repository.record()
    assert repository.recorded() == first
    path = repository.data / "changes" / "2020-06.yml"
    edited = path.read_text("utf-8").replace(
        "    records:", "    reason: {en: read again} # by Li\n    records:"
    )
    path.write_text(edited, "utf-8")
    repository.commit(TOPIC, TOPIC_OF)
    repository.record()
    assert path.read_text("utf-8") == edited
    assert "2020-07.yml" in repository.recorded()


def test_step_by_step_is_as_all_at_once(repository: Repository, tmp_path: Path) -> None:
    for edits in ((MOVED,), (TOPIC, TOPIC_OF), (NAMED,)):
        repository.commit(*edits)
        repository.record()
        repository.git("add", "data")
    steps = repository.recorded()
    shutil.rmtree(repository.data / "changes")
    repository.record()
    assert repository.recorded() == steps


def test_a_revision_with_errors_is_skipped_and_its_changes_come_with_the_next(repository: Repository) -> None:
    repository.commit(MOVED, replaced(RECORD, ("actor: branches", "actor: nobody")))
    repository.commit(replaced(RECORD, ("actor: nobody", "actor: branches")))
    assert "was skipped: its data have errors" in repository.record()
    changes = [("2020-07-11", "changed", name) for name in ("river/count", "river/report")]
    assert list(repository.changes()) == changes


def test_it_begins_after_the_revision_that_is_named(repository: Repository) -> None:
    repository.commit(MOVED)
    repository.commit(TOPIC, TOPIC_OF)
    repository.record("--since", "HEAD~1")
    assert {day for day, _, _ in repository.changes()} == {"2020-07-11"}
    assert "there is no such revision" in repository.record("--since", "--output=x", code=1)


def test_without_a_repository_it_says_what_is_lacking(repository: Repository) -> None:
    shutil.rmtree(repository.folder / ".git")
    assert "no repository of git that has a commit" in repository.record(code=1)


def test_a_history_without_what_was_recorded_is_refused(repository: Repository) -> None:
    folder = repository.data / "changes"
    folder.mkdir()
    repository.commit(MOVED)
    repository.record()
    path = folder / "2020-06.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join("    revision: aaaaaaaaaaaa\n" if "revision:" in line else line for line in lines)
    path.write_text(text, "utf-8")
    assert "no recorded revision is in the history" in repository.record(code=1)
    assert path.read_text("utf-8") == text


def test_a_build_is_the_same_with_git_and_without(repository: Repository) -> None:
    repository.commit(MOVED)
    repository.commit(NAMED)
    repository.record()
    output = repository.build().output
    shutil.rmtree(repository.folder / ".git")
    again = repository.build().output
    assert output and again
    assert output.files == again.files
    assert "changes/2020-06.md" in output.files


# Calendars: what a program has that reads the calendar again and again.


def events(built: Built, path: str = "calendars/all.ics") -> Mapping[str, tuple[str, int, dt.date]]:
    """The status, SEQUENCE and day of each event by its UID."""
    assert built.output
    read = Calendar.from_ical(built.output.files[path]).walk("VEVENT")
    found = [
        (str(e["UID"]).partition("@")[0], (str(e["STATUS"]), int(str(e["SEQUENCE"])), e.decoded("dtstart")))
        for e in read
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def recorded(repository: Repository, *edits: Edit) -> Built:
    repository.commit(*edits)
    repository.record()
    return repository.build()


def test_an_edit_updates_an_event_a_rename_keeps_it_and_a_removal_cancels_it(repository: Repository) -> None:
    uid = "river/count/due-1"
    first = events(repository.build())
    assert first[uid] == ("CONFIRMED", 0, dt.date(2020, 12, 31))
    moved = events(recorded(repository, MOVED))
    assert moved[uid] == ("CONFIRMED", 1, dt.date(2020, 11, 30))
    renamed = events(recorded(repository, NAMED))
    assert renamed.keys() == first.keys()
    assert renamed[uid] == ("CONFIRMED", 2, dt.date(2020, 11, 30))
    removed = recorded(repository, without_task)
    for path in ("all", "directives/river", "topics/bridges", "actors/north", "actors/branches"):
        found = events(removed, f"calendars/{path}.ics")
        assert found[uid][0] == "CANCELLED", path
        assert found[uid][1] > 2
        assert found[uid][2] == dt.date(2020, 11, 30)


def test_a_directive_that_is_gone_keeps_its_calendar_and_feed(repository: Repository) -> None:
    repository.commit(lambda data: shutil.rmtree(data / "directives/river"))
    other = {"directives/lake/directive.yml": BASE[RECORD].replace("id: river", "id: lake"), TEXT: ""}
    text = other["directives/lake/directive.yml"].replace("普查", "清查").replace("quotes:", "quotes:")
    folder = repository.data / "directives" / "lake"
    folder.mkdir(parents=True)
    (folder / "directive.yml").write_text(text, "utf-8")
    (folder / "source.txt").write_text(BASE[TEXT].replace("普查", "清查"), "utf-8")
    built = recorded(repository)
    assert built.output
    assert {status for status, _, _ in events(built, "calendars/directives/river.ics").values()} == {
        "CANCELLED"
    }
    assert b"removed" in built.output.files["en/feeds/directives/river.atom"]
    assert b'"status":"gone"' in built.output.files["api/v1/directives/river.json"]
    assert "removed on" in built.output.files["en/directives/river/index.md"].decode()


def test_a_topic_under_another_id_is_followed_under_both(repository: Repository) -> None:
    built = recorded(repository, TOPIC, TOPIC_OF)
    assert built.output
    files = built.output.files
    assert files["calendars/topics/bridges.ics"] == files["calendars/topics/all-bridges.ics"]
    assert (
        b'"successor":"all-bridges","file":"topics/all-bridges.json"' in files["api/v1/topics/bridges.json"]
    )
    assert '<a href="all-bridges.html">' in files["en/topics/bridges.md"].decode()


# The file of a month.

CHANGESETS = st.lists(
    st.fixed_dictionaries(
        {
            "date": st.dates(dt.date(2020, 6, 1), dt.date(2020, 6, 30)).map(str),
            "revision": st.text("0123456789abcdef", min_size=12, max_size=12),
            "records": st.lists(
                st.fixed_dictionaries(
                    {
                        "id": st.sampled_from(["river", "lake"]),
                        "kind": st.just("directive"),
                        "what": st.just("removed"),
                        "title": st.fixed_dictionaries(
                            {"en": st.text(st.characters(codec="utf-8", categories=["L", "P", "N", "Zs"]))}
                        ),
                    }
                ),
                min_size=1,
                max_size=3,
            ),
        }
    ),
    min_size=1,
    max_size=3,
)


@given(CHANGESETS, CHANGESETS)
def test_a_month_grows_at_its_end(
    first: list[Mapping[str, object]], more: list[Mapping[str, object]]
) -> None:
    text = with_changesets(None, first)
    longer = with_changesets(text, more)
    assert longer.startswith(text)
    assert yaml.load(longer, yaml.BaseLoader) == {"changes": [*first, *more]}


def test_an_empty_list_in_brackets_is_written_anew() -> None:
    text = with_changesets("# a remark\nchanges: []\n", [{"date": "2020-06-01", "records": []}])
    assert yaml.load(text, yaml.BaseLoader) == {"changes": [{"date": "2020-06-01", "records": []}]}
