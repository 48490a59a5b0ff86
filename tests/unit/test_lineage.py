"""The lineage of directives: who hangs together, and lines that do not lie on each other."""

from __future__ import annotations

from directive_atlas.resolve.model import Relation
from directive_atlas.views.lineage.lanes import LANES, Form, pieces
from directive_atlas.views.lineage.places import PER_PAGE, lineage_addresses, packed
from directive_atlas.views.lineage.relations import RelationGraph, components
from directive_atlas.vocabulary.directives import RelationKind
from directive_atlas.vocabulary.tasks import Basis
from hypothesis import given
from hypothesis import strategies as st

ROWS = [f"d-{number}" for number in range(12)]
CITES, IMPLEMENTS = RelationKind.CITES, RelationKind.IMPLEMENTS


def relation(newer: int, older: int, kind: RelationKind = CITES) -> Relation:
    return Relation(kind, f"d-{newer}", f"d-{older}", (), None, None, Basis.STATED, None, None)


def relation_graph(relations: list[Relation], count: int) -> RelationGraph:
    relatives: dict[str, dict[str, None]] = {}
    for each in relations:
        relatives.setdefault(each.newer, {})[each.older] = None
        relatives.setdefault(each.older, {})[each.newer] = None
    order = {f"d-{number}": number for number in range(count)}
    return RelationGraph(order, {key: tuple(others) for key, others in relatives.items()})


pairs = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] != pair[1])
relations = st.lists(
    st.builds(lambda p, kind: relation(p[0], p[1], kind), pairs, st.sampled_from(RelationKind))
)


@given(relations)
def test_no_two_lines_are_on_one_lane_of_a_row(found: list[Relation]) -> None:
    for row in pieces(ROWS, found):
        lanes = [piece.lane for piece in row]
        assert len(lanes) == len(set(lanes))
        assert all(lane < LANES for lane in lanes)


@given(relations)
def test_every_line_begins_runs_and_ends(found: list[Relation]) -> None:
    """Read from the top, each lane is left down, passed or joined, and left up, and nothing else."""
    running: dict[int, RelationKind] = {}
    for row in pieces(ROWS, found):
        for piece in row:
            if piece.form is Form.DOWN:
                assert piece.lane not in running
                running[piece.lane] = piece.kind
            else:
                assert running[piece.lane] is piece.kind
                if piece.form is Form.UP:
                    del running[piece.lane]
        assert {piece.lane for piece in row} >= set(running)
    assert not running


def test_the_arrow_points_at_the_older_directive() -> None:
    above, below = (row[0] for row in pieces(["d-0", "d-1"], [relation(0, 1)]))
    assert (above.form, above.head) == (Form.DOWN, False)
    assert (below.form, below.head) == (Form.UP, True)


def test_an_older_directive_without_a_date_can_stand_above() -> None:
    above, below = (row[0] for row in pieces(["d-1", "d-0"], [relation(0, 1)]))
    assert above.head
    assert not below.head


def test_standing_beside_has_no_arrow() -> None:
    for row in pieces(["d-0", "d-1"], [relation(0, 1, RelationKind.COEXISTS)]):
        assert not row[0].head


def test_relations_of_one_kind_to_one_directive_share_a_line() -> None:
    drawn = pieces(ROWS, [relation(0, 3), relation(1, 3), relation(2, 3, IMPLEMENTS)])
    assert [[(p.form, p.kind) for p in row] for row in drawn[:4]] == [
        [(Form.DOWN, CITES)],
        [(Form.JOIN, CITES)],
        [(Form.PASS, CITES), (Form.DOWN, IMPLEMENTS)],
        [(Form.UP, CITES), (Form.UP, IMPLEMENTS)],
    ]


def test_families_come_largest_first_and_hold_together() -> None:
    found = relation_graph([relation(0, 5), relation(1, 2), relation(2, 3), relation(4, 3)], 7)
    assert components(found) == [["d-1", "d-2", "d-3", "d-4"], ["d-0", "d-5"]]


def test_a_long_chain_is_one_family_in_pages() -> None:
    """Three thousand directives, each following up the next older one: no recursion, nothing lost."""
    found = relation_graph([relation(n, n + 1) for n in range(2999)], 3000)
    pages = packed(found)
    rows = [row for parts in pages for part in parts for row in part.rows]
    assert rows == [f"d-{n}" for n in range(3000)]
    assert all(sum(len(part.rows) for part in parts) <= PER_PAGE for parts in pages)
    assert lineage_addresses(found)["d-150"].path == "lineage/page-2.md"
