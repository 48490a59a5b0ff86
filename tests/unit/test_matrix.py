"""The responsibility matrices: every part of every actor has its cell, and nothing more is kept."""

from __future__ import annotations

from directive_atlas.resolve.model import Directive, Task
from directive_atlas.views.matrix import MOST_COLUMNS, Matrix, of_directive, of_directives
from directive_atlas.vocabulary.tasks import Role
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora import made

ACTORS = [f"a-{n}" for n in range(6)]
duties = st.lists(st.builds(made.duty, st.sampled_from(ACTORS), st.sampled_from(Role)), max_size=3)


@st.composite
def directives(draw: st.DrawFn) -> Directive:
    """A directive of up to 40 tasks with a measure each, in sections or in none."""
    tasks = [_task(f"river/t-{n}", draw) for n in range(draw(st.integers(0, 40)))]
    cut = draw(st.integers(0, len(tasks)))
    parts = [made.section("one", tasks[: cut // 2]), made.section("two", tasks[cut // 2 : cut])]
    return made.directive("river", tasks, parts if draw(st.booleans()) else ())


def _task(key: str, draw: st.DrawFn) -> Task:
    part = made.task(f"{key}-part", draw(duties), root=key)
    return made.task(key, draw(duties), [part])


def _parts(directive: Directive) -> set[tuple[str, Role]]:
    return {(duty.actor, duty.role) for task in directive.walk() for duty in task.duties}


def _entries(matrix: Matrix) -> set[tuple[str, Role]]:
    cells = ((row.actor, entry) for row in matrix.rows for cell in row.cells.values() for entry in cell)
    return {(actor, entry.role) for actor, entry in cells}


@given(directives())
def test_each_part_has_its_cell_and_no_cell_is_made_up(directive: Directive) -> None:
    assert _entries(of_directive(directive)) == _entries(of_directives([directive])) == _parts(directive)


@given(directives())
def test_a_matrix_fits_on_paper_and_each_task_has_one_column(directive: Directive) -> None:
    matrix = of_directive(directive)
    assert len(matrix.columns) <= MOST_COLUMNS
    in_columns = [task.key for column in matrix.columns for task in column.tasks]
    assert sorted(in_columns) == sorted(task.key for task in directive.tasks)


@given(directives())
def test_a_cell_counts_the_tasks_in_which_the_actor_has_the_role(directive: Directive) -> None:
    matrix = of_directive(directive)
    for row in matrix.rows:
        for number, entries in row.cells.items():
            for entry in entries:
                own = [t for t in matrix.columns[number].tasks if _has(t, row.actor, entry.role)]
                parts = [part for task in own for part in task.walk()]
                assert entry.count == sum(_is_in(part, row.actor, entry.role) for part in parts)
                assert entry.parts_only == (not any(_is_in(t, row.actor, entry.role) for t in own))
                assert (entry.target is not None) == (len(own) == 1)


def _has(task: Task, actor: str, role: Role) -> bool:
    return any(_is_in(part, actor, role) for part in task.walk())


def _is_in(part: Task, actor: str, role: Role) -> bool:
    return any((d.actor, d.role) == (actor, role) for d in part.duties)


def test_the_columns_are_tasks_then_sections_then_numbers() -> None:
    few, many = ([made.task(f"river/t-{n}") for n in range(count)] for count in (MOST_COLUMNS, 30))
    assert [c.title for c in of_directive(made.directive("river", few)).columns] == [t.title for t in few]
    parts = [made.section("one", many[:20]), made.section("two", many[20:29])]
    by_section = of_directive(made.directive("river", many, parts)).columns
    assert [(len(column.tasks), column.target.anchor) for column in by_section] == [
        (20, "section-one"),
        (9, "section-two"),
        (1, "other-tasks"),
    ]
    by_number = of_directive(made.directive("river", many)).columns
    assert [column.title for column in by_number][:2] == ["1–3", "4–6"]


def test_a_matrix_of_many_keeps_only_the_cells_that_have_something() -> None:
    """1,000 directives with three actors of their own each: 3,000 cells, not three million."""
    several = [
        made.directive(f"d-{n}", [made.task(f"d-{n}/t", [made.duty(f"a-{n}-{m}") for m in range(3)])])
        for n in range(1000)
    ]
    matrix = of_directives(several)
    assert len(matrix.rows) == 3000
    assert sum(len(row.cells) for row in matrix.rows) == 3000


def test_every_role_has_its_letter_and_no_two_share_one() -> None:
    letters = [role.letter for role in Role]
    assert all(letters)
    assert len(set(letters)) == len(letters)
