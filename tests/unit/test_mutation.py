"""The mistakes that ``make mutants`` makes in code: each is one change, and the code can still be run."""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tests.tools.apart import passes
from tests.tools.mutation import warm
from tests.tools.mutation.__main__ import STAGES, cases, survivors
from tests.tools.mutation.mutating import mutants, mutated
from tests.tools.mutation.swapped import differing, functions_of, swap
from tests.tools.mutation.touched import Touched
from tests.tools.paths import ROOT


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("z = x < 1", {"z = x <= 1", "z = x < 2", "z = x < 0"}),
        ("w = x == y != z", {"w = x != y != z", "w = x == y == z"}),
        ("c = a and b", {"c = a or b"}),
        ("c = a + b", {"c = a - b"}),
        ("x += 1", {"x -= 1", "x += 2", "x += 0", "pass"}),
        ("flag = True", {"flag = False"}),
        ("x: Literal[1] = None", set()),
        ("done()", {"pass"}),
        ("f(not x)", {"f(x)", "pass"}),
        ("y = x if x else None", {"y = x if not x else None"}),
        ("y = [x for x in z if not x]", {"y = [x for x in z if x]"}),
        ("def f() -> int:\n    return x", {"def f() -> int:\n    return None"}),
        ("def f() -> bool:\n    return True", {"def f() -> bool:\n    return False"}),
        ("def f() -> None:\n    return None", set()),
        ("def f():\n    yield x", {"def f():\n    yield from ()"}),
        ("for x in y:\n    continue", {"for x in y:\n    pass"}),
        ('"""A text."""', set()),
        ("@dataclass(frozen=True)\nclass A:\n    pass", set()),
    ],
)
def test_each_mistake_is_made_alone(code: str, wrong: set[str]) -> None:
    found = [ast.unparse(mutated(code, mutant.number)) for mutant in mutants(code)]
    assert sorted(found) == sorted(wrong)


def test_a_mutant_says_what_it_changes_and_where() -> None:
    [mutant] = mutants(
        dedent("""
        def f(x):
            return None if x in seen else None
    """)
    )[1:]
    assert (mutant.line, mutant.before, mutant.after) == (3, "x in seen", "x not in seen")


@pytest.mark.parametrize("stage", STAGES)
def test_the_mutants_of_a_stage_are_code_that_python_takes(stage: str) -> None:
    found = cases(stage)
    assert len(found) > 100
    for case in found[::40]:
        compile(mutated(case.path.read_text("utf-8"), case.mutant.number), str(case.path), "exec")


def test_each_mutant_that_may_survive_is_still_one() -> None:
    known = [case.known for stage in STAGES for case in cases(stage)]
    assert survivors().keys() <= set(known)
    assert [each for each in survivors() if known.count(each) != 1] == []


def test_each_module_has_its_survivors_in_one_place() -> None:
    """Of a key that stands twice, YAML would keep the last."""
    text = (ROOT / "tests/tools/mutation/survivors.yml").read_text("utf-8")
    modules = Counter(re.findall(r"^\S+\.py(?=:$)", text, re.MULTILINE))
    assert modules and max(modules.values()) == 1


@pytest.mark.parametrize(
    ("right", "wrong", "functions"),
    [
        ("def f():\n    return 1", "def f():\n    return 2", ["f"]),
        (
            "class A:\n    def f(self):\n        return 1",
            "class A:\n    def f(self):\n        return 2",
            ["A.f"],
        ),
        ("def f():\n    return [x for x in y]", "def f():\n    return [x for x in y if x]", ["f"]),
        ("def f():\n    return 1", "def f():\n    return 1", []),
        ("def f(x=1):\n    return x", "def f(x=2):\n    return x", None),
        ("class A:\n    x = 1", "class A:\n    x = 2", None),
        ("x = [y for y in z]", "x = [y for y in z if y]", None),
    ],
)
def test_a_mistake_is_in_a_function_or_in_what_runs_when_the_module_is_loaded(
    right: str, wrong: str, functions: list[str] | None
) -> None:
    found = differing(*(compile(text, "m.py", "exec") for text in (right, wrong)))
    names = None if found is None else [old.co_qualname for old, _ in found]
    assert names == functions


def test_a_function_with_a_mistake_is_wrong_wherever_it_is_used() -> None:
    code, wrong = (compile(f"def f():\n    return {n}", "/p/m.py", "exec") for n in (1, 2))
    module: dict[str, Any] = {}
    exec(code, module)
    known = module["f"]
    assert known() == 1
    swap(functions_of(Path("/p")), differing(code, wrong) or ())
    assert known() == 2
    assert functions_of(Path("/elsewhere")) == {}


def test_a_mistake_is_shown_to_the_tests_that_run_its_line_the_most_telling_first() -> None:
    """Of two that take as long, the one that runs what few others do."""
    path = Path("m.py")
    lines = {1: ["a", "b", "c"], 2: ["c"], 9: ["d"]}
    seen = Touched({"a": 3.0, "b": 1.0, "c": 1.0, "d": 5.0}, {"m.py": lines})
    assert seen.tests_of(path, [1, 2, 3]) == ["c", "b", "a"]
    assert seen.within(2.5, path, [1, 2]) == ["c", "b"]
    assert Touched({**seen.seconds, "b": 0.25}, seen.lines).within(2.5, path, [1, 2]) == ["b", "c"]
    assert seen.tests_of(path) == ["c", "d", "b", "a"]
    assert seen.tests_of(Path("n.py")) == []


def test_the_first_tests_of_a_mistake_tell_most_or_are_unlike_those_before() -> None:
    """What the line calls is in another file, where a slow test alone runs a line."""
    alike = [f"alike {number}" for number in range(50)]
    lines = {"m.py": {1: [*alike, "other"]}, "called.py": {1: alike, 2: alike, 3: ["other"]}}
    seen = Touched({**dict.fromkeys(alike, 0.1), "other": 9.0}, lines)
    assert seen.tests_of(Path("m.py"), [1])[:3] == ["alike 0", "other", "alike 1"]


def test_before_mutants_one_test_of_each_file_is_run_that_is_not_long() -> None:
    seconds = {"a.py::1": 0.1, "a.py::2": 0.2, "a.py::3": 9.0, "b.py::1": 9.0, "c.py::1": 0.1}
    assert warm.chosen(seconds) == ["a.py::2", "c.py::1"]


def test_caches_of_code_that_may_be_mistaken_are_emptied() -> None:
    kept = functools.cache(lambda: object())
    before = kept()
    warm.empty_caches(["elsewhere"])
    assert kept() is before
    warm.empty_caches([__name__.rpartition(".")[0]])
    assert kept() is not before


def test_the_lines_of_a_mistake_are_those_of_its_statement_without_the_ones_inside() -> None:
    code = "if (\n    a == b\n):\n    c = (\n        d or\n        e\n    )\n"
    found = {mutant.before: mutant.lines for mutant in mutants(code)}
    assert found == {"a == b": range(1, 4), "d or e": range(4, 8)}


@pytest.mark.parametrize(
    ("work", "passed"),
    [(lambda: 0, True), (lambda: 1, False), (lambda: 1 // 0, False), (lambda: sum(iter(int, 1)), False)],
    ids=["right", "wrong", "an error", "without end"],
)
def test_work_apart_passes_if_it_ends_well_in_time(work: Callable[[], int], passed: bool) -> None:
    assert passes(work, 0.5) == passed
