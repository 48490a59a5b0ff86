"""The mistakes that ``make mutants`` makes in code: each is one change, and the code can still be run."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest

from tests.tools.mutants import STAGES, SURVIVORS, cases
from tests.tools.mutation import mutants, mutated


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("z = x < 1", {"z = x <= 1", "z = x < 2"}),
        ("w = x == y != z", {"w = x != y != z", "w = x == y == z"}),
        ("c = a and b", {"c = a or b"}),
        ("c = a + b", {"c = a - b"}),
        ("x += 1", {"x -= 1", "x += 2", "pass"}),
        ("flag = True", {"flag = False"}),
        ("x: Literal[1] = None", set()),
        ("done()", {"pass"}),
        ("y = x if x else None", {"y = x if not x else None"}),
        ("y = [x for x in z if not x]", {"y = [x for x in z if x]"}),
        ("def f() -> int:\n    return x", {"def f() -> int:\n    return None"}),
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
    assert SURVIVORS.keys() <= set(known)
    assert [each for each in SURVIVORS if known.count(each) != 1] == []
