"""What changed between two states of the data: found, named, and put into words."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.api.v1 import Day, Records, records
from directive_atlas.changes import compare
from directive_atlas.changes.words import Sentences
from directive_atlas.cli import diff as diff_module
from directive_atlas.cli import main
from directive_atlas.cli import revisions as revisions_module
from directive_atlas.cli.revisions import NoRevisionError, TooLargeError, unpack
from directive_atlas.interface.language import interface_language
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model.changes import RecordChange
from directive_atlas.vocabulary.changes import Changing, What
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import write_base
from tests.tools.examples import examples

NOW = dt.date(2024, 6, 30)


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> Records:
    """The records of the fixture."""
    return records(corpus)


def told(changes: Sequence[RecordChange], language: str = "en") -> list[str]:
    words = Sentences(interface_language(language, "", None))
    return [line for change in changes for line in (words.record(change), *map(words.field, change.fields))]


def with_task(made: Records, key: str, **values: object) -> Records:
    """The records with other values in one task."""
    tasks = {**made.tasks, key: made.tasks[key].model_copy(update=values)}
    return Records(made.as_of, made.directives, tasks, made.actors, made.topics, made.terms)


def a_task(made: Records, fits: Callable[[object], bool]) -> str:
    return next(key for key, task in made.tasks.items() if fits(task))


def test_nothing_changed_between_a_state_and_itself(made: Records) -> None:
    assert compare(made, made) == ()


def test_a_deadline_that_moved_says_from_when_to_when(made: Records) -> None:
    key = next(key for key, task in made.tasks.items() if task.timings and task.timings[0].due)
    first, *rest = made.tasks[key].timings
    later = first.model_copy(
        update={"due": Day(text="2031-01-31", first=dt.date(2031, 1, 31), last=dt.date(2031, 1, 31))}
    )
    [change] = compare(made, with_task(made, key, timings=(later, *rest)))
    [field] = change.fields
    assert (change.what, field.field) == (What.CHANGED, Changing.DEADLINE)
    assert told([change])[1].startswith("deadline moved from ")
    assert told([change])[1].endswith(" to January 31, 2031")


def test_a_body_that_came_and_one_that_went_are_named(made: Records) -> None:
    key = next(key for key, task in made.tasks.items() if task.duties)
    duties = made.tasks[key].duties
    other = next(actor for actor in made.actors if all(duty.actor != actor for duty in duties))
    moved = duties[0].model_copy(update={"actor": other})
    [change] = compare(made, with_task(made, key, duties=(moved, *duties[1:])))
    assert {field.what for field in change.fields} == {What.ADDED, What.REMOVED}
    assert any(made.actors[other].name["en"] in line for line in told([change]))


def test_a_task_with_another_id_was_renamed(made: Records) -> None:
    key, task = next((key, task) for key, task in made.tasks.items() if task.quotes and not task.measures)
    directive = made.directives[task.directive]
    named = task.model_copy(
        update={"key": f"{task.directive}/other-name", "root": f"{task.directive}/other-name"}
    )
    tasks = {
        named.key if each == key else each: named if each == key else one for each, one in made.tasks.items()
    }
    keys = tuple(named.key if each == key else each for each in directive.tasks)
    directives = {**made.directives, directive.id: directive.model_copy(update={"tasks": keys})}
    after = Records(made.as_of, directives, tasks, made.actors, made.topics, made.terms)
    renamed = [change for change in compare(made, after) if change.id == named.key]
    assert [(change.what, change.former) for change in renamed] == [(What.RENAMED, key)]
    assert not any(change.what in {What.ADDED, What.REMOVED} for change in compare(made, after))


@examples(20)
@given(st.data())
def test_what_is_left_out_on_one_side_is_added_on_the_other(made: Records, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(made.topics)), min_size=1, max_size=3))
    whole = Records(made.as_of, {}, {}, {}, made.topics, {})  # what does not differ would only take long
    less = replace(whole, topics={name: topic for name, topic in made.topics.items() if name not in gone})
    removed = {change.id for change in compare(whole, less) if change.what is What.REMOVED}
    added = {change.id for change in compare(less, whole) if change.what is What.ADDED}
    assert removed == added == gone


def diff(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["diff", "--lang", "en", *arguments])
    assert done.exit_code == code, done.output
    return done.output


DEADLINE = 9
"""The month on whose 15th the task of the site is due."""


def moved(site: Path, before: int, after: int) -> None:
    """Move its deadline from the 15th of one month to that of another one, in the text and in the record."""
    for name in ("source.txt", "directive.yml"):
        path = site / "data" / "directives" / "river" / name
        text = path.read_text("utf-8").replace(f"{before}月15日", f"{after}月15日")
        path.write_text(text.replace(f"2020-{before:02}-15", f"2020-{after:02}-15"), "utf-8")


def small_site(folder: Path) -> Path:
    """The small corpus of the golden cases, with a day as deadline."""
    for path in write_base(folder).glob("directives/river/*"):
        text = path.read_text("utf-8").replace("by: 2020,", f"by: 2020-{DEADLINE:02}-15,")
        path.write_text(text.replace("年底前", f"{DEADLINE}月15日前"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site."""
    return small_site(tmp_path_factory.mktemp("before"))


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The same site, in which the deadline is another day."""
    site = small_site(tmp_path / "site")
    moved(site, DEADLINE, 10)
    return site


def test_two_folders_are_compared_in_each_format(before: Path, edited: Path) -> None:
    folders = (str(before / "data"), str(edited / "data"), "--site", str(edited))
    text = diff(*folders)
    assert "deadline moved from September 15, 2020 to October 15, 2020" in text
    assert text.splitlines()[0].startswith(str(edited)), "the place of the record comes first"
    assert "  - deadline moved from September 15, 2020" in diff(*folders, "--format", "markdown")
    assert diff(*folders, "--format", "github").startswith("::notice file=")
    found = json.loads(diff(*folders, "--format", "json"))
    fields = [field for change in found for field in change["changes"] if field["field"] == "deadline"]
    assert {(*field["before"], *field["after"]) for field in fields} == {("2020-09-15", "2020-10-15")}


def test_the_exit_code_tells_whether_something_changed(before: Path, edited: Path) -> None:
    folders = (str(before / "data"), str(edited / "data"), "--site", str(edited), "--exit-code")
    diff(*folders, code=1)
    assert diff(*folders[:1], *folders[:1], *folders[2:]) == "Nothing changed.\n"


def test_a_revision_of_git_is_compared_with_the_data_as_they_are(edited: Path) -> None:
    Repository(edited).commit()
    assert diff("HEAD", "--site", str(edited)) == "Nothing changed.\n"
    moved(edited, 10, 11)
    assert "to November 15, 2020" in diff("HEAD", "--site", str(edited))


class Repository:
    """The edited data with a history, which some attributes and links are part of."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.git("init")

    def git(self, *arguments: str, given: str = "") -> str:
        """What git prints for a command, which is given a text."""
        own = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
        command = ["git", *own, *arguments]
        done = subprocess.run(
            command, cwd=self.site, check=True, capture_output=True, input=given, encoding="utf-8"
        )
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", "data")
        self.git("commit", "--message", "data")

    def unpacked(self, target: Path) -> Path:
        target.mkdir()
        return unpack("HEAD", self.site / "data", target)


@pytest.fixture
def repository(edited: Path) -> Repository:
    return Repository(edited)


def test_attributes_hide_no_change_and_change_no_text(repository: Repository, tmp_path: Path) -> None:
    data = repository.site / "data"
    (data / ".gitattributes").write_text("*.yml export-ignore\n*.txt export-subst\n*.md ident eol=crlf\n")
    (data / "note.txt").write_text("$Format:%H$\n")
    (data / "note.md").write_text("$Id$\nline\n")
    repository.commit()
    found = repository.unpacked(tmp_path / "found")
    assert {name: (found / name).read_text() for name in ("note.txt", "note.md")} == {
        "note.txt": "$Format:%H$\n",
        "note.md": "$Id$\nline\n",
    }
    assert (found / "settings.yml").read_bytes() == (data / "settings.yml").read_bytes()
    moved(repository.site, 10, 11)
    assert "to November 15, 2020" in diff("HEAD", "--site", str(repository.site))


def test_links_modes_names_and_submodules_are_as_in_a_checkout(
    repository: Repository, tmp_path: Path
) -> None:
    data = repository.site / "data"
    (data / "to-settings").symlink_to("settings.yml")
    (data / "run").write_bytes(b"\0\r\n")
    (data / "run").chmod(0o755)
    (data / "empty").touch()
    (data / "桥\n梁 \t.txt").write_text("words")
    repository.git("add", "data")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},data/module")
    repository.git("commit", "--message", "data")
    found = repository.unpacked(tmp_path / "found")
    assert (found / "to-settings").readlink() == Path("settings.yml")
    assert (found / "run").stat().st_mode & 0o111 and not (found / "empty").stat().st_mode & 0o111
    assert ((found / "run").read_bytes(), (found / "empty").read_bytes()) == (b"\0\r\n", b"")
    assert (found / "桥\n梁 \t.txt").read_text() == "words"
    assert (found / "module").is_dir() and not list((found / "module").iterdir())


@pytest.mark.parametrize("target", ["/etc/passwd", "../../outside"])
def test_no_link_of_a_revision_leads_outside(repository: Repository, target: str, tmp_path: Path) -> None:
    (repository.site / "data" / "link").symlink_to(target)
    repository.commit()
    with pytest.raises(NoRevisionError):
        repository.unpacked(tmp_path / "found")
    assert "no folder, no day, and no revision" in diff("HEAD", "--site", str(repository.site), code=1)


def test_a_revision_is_unpacked_up_to_a_limit(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit()
    size = sum(path.stat().st_size for path in (repository.site / "data").rglob("*") if path.is_file())
    unpack("HEAD", repository.site / "data", tmp_path, largest=size)
    with pytest.raises(TooLargeError):
        unpack("HEAD", repository.site / "data", tmp_path / "none", largest=size - 1)
    assert not (tmp_path / "none").exists()
    monkeypatch.setattr(diff_module, "LARGEST", 10)
    wanted = "HEAD is too large to be unpacked: over 10 bytes"
    assert wanted in diff("HEAD", "--site", str(repository.site), code=1)


def test_a_revision_of_files_without_number_is_not_listed_to_its_end(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight folders in one another, each of which has the same one three times."""
    tree = repository.git(
        "mktree", given=f"100644 blob {repository.git('hash-object', '-w', '--stdin')}\tempty\n"
    )
    for _ in range(8):
        tree = repository.git("mktree", given="".join(f"040000 tree {tree}\t{name}\n" for name in "abc"))
    tree = repository.git("mktree", given=f"040000 tree {tree}\tdata\n")
    repository.git("reset", repository.git("commit-tree", "-m", "files", tree))
    monkeypatch.setattr(revisions_module, "LISTED", 300_000)
    with pytest.raises(TooLargeError):
        repository.unpacked(tmp_path / "found")
    assert not any((tmp_path / "found").iterdir())


def test_a_day_shows_the_data_as_of_that_day(before: Path) -> None:
    text = diff("2020-04-01", "2020-10-01", "--site", str(before))
    assert "standing in time changed from" in text


@pytest.mark.parametrize(
    "name", ["nothing-of-this-name", "-x", "--output=/tmp/x", "HEAD:../..", "", "9999-12-31", "0001-01-01"]
)
def test_what_is_no_state_is_refused(name: str, edited: Path) -> None:
    assert "no folder, no day, and no revision" in diff("--site", str(edited), "--", name, code=1)
