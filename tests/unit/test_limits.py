"""Reading is bounded: what has more than the limits is a problem with its place, and costs no more."""

from __future__ import annotations

import cProfile
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml
from directive_atlas import filesystem
from directive_atlas.build import build
from directive_atlas.check.cycles import cycles
from directive_atlas.cli.printing import reading_shown
from directive_atlas.load import load
from directive_atlas.load.csv_file import parse_csv
from directive_atlas.load.marked import Mapping
from directive_atlas.load.schema.limits import USUAL, Limits
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place, Problem, summed_up

from tests.golden.base import BASE, write_base
from tests.tools.moment import AS_OF, midnight

RIVER = "directives/river"
SETTINGS = "settings.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small corpus of the golden cases."""
    return write_base(tmp_path)


def _errors(data: Path) -> list[str]:
    built = build(data, midnight(AS_OF))
    return [f"{p.place}: {p.kind.code}: {p.message}" for p in built.problems if p.is_error]


def _allow(data: Path, **limits: int) -> None:
    settings = yaml.safe_load((data / SETTINGS).read_text())
    (data / SETTINGS).write_text(yaml.safe_dump({**settings, "limits": limits}, allow_unicode=True))


def _append(data: Path, name: str, text: str) -> None:
    with (data / name).open("a") as file:
        file.write(text)


def _rows(count: int) -> str:
    return "date,task,status\n" + "2020-05-01,count,done\n" * count


TOO_MUCH: dict[str, tuple[str, str, dict[str, int], str]] = {
    "size": (
        f"{RIVER}/source.txt",
        "甲" * 400_000,
        {"megabytes": 1},
        f"data/{RIVER}/source.txt:1:1: E119: more than 1 megabytes in one file are not read",
    ),
    "lines": (
        f"{RIVER}/source.txt",
        "第一条要在年底。\n" * 40,
        {"lines": 30},
        f"data/{RIVER}/source.txt:31:1: E119: more than 30 lines in one source text are not read",
    ),
    "rows": (
        f"{RIVER}/progress.csv",
        _rows(12),
        {"rows": 10},
        f"data/{RIVER}/progress.csv:12:1: E119: more than 10 rows in one table are not read",
    ),
    "days": (
        f"{RIVER}/progress.csv",
        "date,task,status\n" + "".join(f"2020-05-{day:02},count,in_progress\n" for day in range(1, 13)),
        {"days": 10},
        f"data/{RIVER}/progress.csv:12:1: E119: more than 10 days with a report on one task are not read",
    ),
    "cell": (
        f"{RIVER}/progress.csv",
        f"date,task,status,note\n2020-05-01,count,done,{'a' * 1001}\n",
        {"characters": 1000},
        f"data/{RIVER}/progress.csv:2:23: E119: more than 1,000 characters in one value are not read",
    ),
    "values": (
        "topics.yml",
        "".join(f"  - {{id: t{n}, name: T{n}}}\n" for n in range(200)),
        {"values": 500},
        "E119: more than 500 keys and values in one file are not read",
    ),
    "value": (
        "topics.yml",
        f"  - {{id: long, name: {'a' * 1001}}}\n",
        {"characters": 1000},
        "E119: more than 1,000 characters in one value are not read",
    ),
    "heading": (
        f"{RIVER}/progress.csv",
        f"date,task,note{'.a' * 2000}\n2020,count,x\n",
        {},
        f"data/{RIVER}/progress.csv:1:11: E107: this file is nested more than 40 levels deep",
    ),
    "parents": (
        "actors.yml",
        "".join(
            f"  - {{id: a{n}, name: A, kind: office, parent: {f'a{n - 1}' if n else 'office'}}}\n"
            for n in range(60)
        ),
        {"depth": 30},
        "E119: more than 30 levels of bodies, one above the other, are not read",
    ),
}
"""What has more than a limit: the file, what it is given, the limits of the site, and the problem."""


@pytest.mark.parametrize("case", TOO_MUCH)
def test_what_has_more_is_a_problem_with_the_number(data: Path, case: str) -> None:
    name, text, limits, expected = TOO_MUCH[case]
    _append(data, name, text)
    _allow(data, **limits)
    found = _errors(data)
    assert [each for each in found if expected in each], found


@pytest.mark.parametrize("case", sorted(set(TOO_MUCH) - {"heading"}))
def test_settings_may_allow_it(data: Path, case: str) -> None:
    name, text, _, _ = TOO_MUCH[case]
    _append(data, name, text)
    _allow(data, megabytes=20, rows=100_000, values=1_000_000, characters=100_000, days=600, depth=100)
    assert not [each for each in _errors(data) if "E119" in each or "E107" in each]


@pytest.mark.parametrize(("bodies", "first"), [(9, []), (10, ["a9"]), (12, ["a9"])])
def test_the_first_body_that_is_too_deep_is_named(data: Path, bodies: int, first: list[str]) -> None:
    """The office is on the first of ten levels, ``a0`` on the second."""
    lines = "".join(
        f"  - {{id: a{n}, name: A{n}, kind: office, parent: {f'a{n - 1}' if n else 'office'}}}\n"
        for n in range(bodies)
    )
    _append(data, "actors.yml", lines)
    _allow(data, depth=10)
    rows = (data / "actors.yml").read_text().splitlines()
    numbers = [int(place.split(":")[1]) for place in _errors(data) if ": E119: " in place]
    assert [rows[number - 1].split("id: ")[1].split(",")[0] for number in numbers] == first


@pytest.mark.parametrize(("bodies", "codes"), [(10, ["E303"]), (11, ["E119", "E303"])])
def test_bodies_in_a_circle_are_as_deep_as_it_is_long(data: Path, bodies: int, codes: list[str]) -> None:
    lines = "".join(
        f"  - {{id: a{n}, name: A{n}, kind: office, parent: a{(n or bodies) - 1}}}\n" for n in range(bodies)
    )
    _append(data, "actors.yml", lines)
    _allow(data, depth=10)
    assert sorted(each.split(": ")[1] for each in _errors(data)) == codes


@pytest.mark.parametrize(
    ("tasks", "found"),
    [(["count"] * 10, []), (["count"] * 11, [12]), (["count"] * 5 + ["report"] * 6, [12])],
)
def test_the_first_report_on_a_day_too_many_is_named(data: Path, tasks: list[str], found: list[int]) -> None:
    """However often a day comes again, and whether the task is named or one of its measures."""
    rows = [f"2020-05-{day:02},{task},in_progress\n" for day, task in enumerate(tasks, 1)]
    _append(data, f"{RIVER}/progress.csv", "date,task,status\n" + "".join([*rows, *rows]))
    _allow(data, days=10)
    assert [int(place.split(":")[1]) for place in _errors(data) if ": E119: " in place] == found


@pytest.mark.parametrize(("key", "number"), [("depth", 101), ("characters", 131_073), ("rows", 0)])
def test_limits_have_limits(data: Path, key: str, number: int) -> None:
    _allow(data, **{key: number})
    [found] = _errors(data)
    assert ": E203: " in found


def test_the_settings_cannot_allow_themselves_more(data: Path) -> None:
    _allow(data, characters=100_000)
    _append(data, SETTINGS, f"description: {'a' * 30_000}\n")
    [found] = _errors(data)
    assert "E119: more than 20,000 characters in one value are not read" in found


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no such files here")
def test_a_file_that_grows_while_it_is_read_is_not_read_to_its_end() -> None:
    """The size is counted while reading: here the system says 0 for a file that has bytes."""
    folder, name = Path("/proc/self").resolve(), "status"
    assert (folder / name).stat().st_size == 0
    assert len(filesystem.read(folder, name, 100_000) or b"") > 100
    with pytest.raises(filesystem.TooLargeError):
        filesystem.read(folder, name, 10)


def test_a_number_with_thousands_of_decimals_is_refused(data: Path) -> None:
    path = data / RIVER / "directive.yml"
    target = f"    targets:\n      - {{metric: 桥, value: 0.{'0' * 5000}1, unit: 座}}\n"
    path.write_text(
        path.read_text().replace("    topics: [bridges]\n", f"    topics: [bridges]\n{target}", 1)
    )
    [found] = _errors(data)
    assert "E203: " in found
    assert found.endswith("a number has at most 60 digits")


def test_a_rule_without_end_is_refused(data: Path) -> None:
    path = data / RIVER / "directive.yml"
    rule = f"{{every: 'FREQ=WEEKLY;BYDAY={'MO,' * 400}MO', words: 年底前}}"
    path.write_text(path.read_text().replace("{by: 2020, words: 年底前}", rule))
    assert [each for each in _errors(data) if "it has over 1000 characters" in each]


# Counted work


def _calls(run: Callable[[], object]) -> int:
    profile = cProfile.Profile(subcalls=False)
    profile.runcall(run)
    return sum(entry.callcount for entry in profile.getstats())


def _growth(run: Callable[[int], Callable[[], object]], smaller: int) -> float:
    """How many times as many calls something costs that is four times as large."""
    run(smaller)()
    return _calls(run(4 * smaller)) / _calls(run(smaller))


def _parsed(text: str, keys: list[str], limits: Limits = USUAL) -> list[Mapping | Problem]:
    return list(parse_csv(text, "progress.csv", keys, [], limits))


def _unknown_columns(count: int) -> Callable[[], object]:
    text = "date,task," + ",".join(f"x{n}" for n in range(count)) + "\n"
    return lambda: _parsed(text, ["date", "task"])


def _one_row(count: int) -> Callable[[], object]:
    text = ",".join(f"note.x{n}" for n in range(count)) + "\n" + ",".join("1" * count) + "\n"
    return lambda: _parsed(text, ["note"])


def _reports(count: int) -> Callable[[], object]:
    return lambda: _parsed(_rows(count), ["date", "task", "status"])


def _values(count: int) -> Callable[[], object]:
    text = "".join(f"- {{id: t{n}}}\n" for n in range(count))
    return lambda: parse_yaml(text, "topics.yml")


@pytest.mark.parametrize("run", [_unknown_columns, _one_row, _reports, _values])
def test_work_grows_with_what_is_read_and_not_faster(run: Callable[[int], Callable[[], object]]) -> None:
    assert _growth(run, 100) < 4.2


def test_a_chain_of_parents_is_looked_at_once(data: Path) -> None:
    def chain(count: int) -> Callable[[], object]:
        parents = (f"a{n - 1}" if n else "office" for n in range(count))
        lines = (f"  - {{id: a{n}, name: A, kind: office, parent: {each}}}" for n, each in enumerate(parents))
        (data / "actors.yml").write_text(f"{BASE['actors.yml']}{chr(10).join(lines)}\n")
        raw, _ = load(data)
        return lambda: list(cycles(raw))

    assert _growth(chain, 100) < 4.2


@pytest.mark.parametrize("text", [_rows(10**6), "date,task,status\n" + "2020-05-01,x,done\n" * 10**5])
def test_reading_ends_at_the_limit(text: str) -> None:
    """However much there is behind it."""
    limits = Limits(rows=10)
    few = text[:10_000]
    keys = ["date", "task", "status"]
    long, short = (_calls(partial(_parsed, each, keys, limits)) for each in (text, few))
    assert long == short


@pytest.mark.parametrize(("rows", "told"), [(9_000, []), (25_000, ["10000", "20000"])])
def test_reading_a_long_table_tells_how_far_it_is(data: Path, rows: int, told: list[str]) -> None:
    _append(data, f"{RIVER}/progress.csv", _rows(rows))
    heard: list[str] = []
    load(data, watch=lambda place: heard.append(f"{place}"))
    assert heard == [f"data/{RIVER}/progress.csv:{line}:1" for line in told]


@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_shows_how_far_a_table_is_read_until_it_is(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    with reading_shown() as watch:
        watch(Place("data/p.csv", 20_000))
    empty = "\r\x1b[K"
    assert capsys.readouterr().err == (f"{empty}data/p.csv:20000:1{empty}" if terminal else "")


# Problems without end


def test_problems_of_one_kind_are_summed_up(data: Path) -> None:
    _append(data, "topics.yml", "".join(f"  - {{id: T {n}, name: x}}\n" for n in range(300)))
    problems = build(data, midnight(AS_OF)).problems
    told = list(summed_up(problems))
    assert len([each for each in problems if each.kind.code == "E207"]) == 300
    assert len([each for each in told if each.kind.code == "E207"]) == 101
    [rest] = [each for each in told if "more problems" in each.message]
    assert (rest.message, rest.place.line) == ("200 more problems have the code E207, the next one here", 105)


def test_one_problem_more_is_told_as_well(data: Path) -> None:
    _append(data, "topics.yml", "".join(f"  - {{id: T {n}, name: x}}\n" for n in range(101)))
    problems = [each for each in build(data, midnight(AS_OF)).problems if each.kind.code == "E207"]
    assert list(summed_up(problems)) == problems
