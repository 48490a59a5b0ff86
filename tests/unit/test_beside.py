"""Words beside points of a picture cover nothing, and stand where there is room."""

from __future__ import annotations

from directive_atlas.outputs.pages.beside import Box, beside
from hypothesis import given
from hypothesis import strategies as st

FRAME = Box(100, 0, 640, 208)
points = st.lists(
    st.tuples(st.floats(100, 640), st.floats(20, 204), st.text("ab 闻库", min_size=1, max_size=40))
)


@given(points)
def test_words_lie_in_the_frame_and_cover_neither_each_other_nor_what_is_there(
    told: list[tuple[float, float, str]],
) -> None:
    taken: list[Box] = [Box(x - 6, y - 19, x + 6, y + 5) for x, y, _ in told]
    for x, y, words in told:
        if placed := beside(x, y, words, FRAME, taken):
            assert placed.box.within(FRAME)
            assert not any(placed.box.meets(other) for other in taken)
            taken.append(placed.box)


def test_words_stand_after_their_point_else_before_it_else_under_or_over_it() -> None:
    wide = "a" * 20
    sides = [beside(x, 100, wide, FRAME, ()) for x in (200, 600)]
    assert [each and each.side for each in sides] == ["after", "before"]
    narrow = Box(200, 0, 400, 208)
    under, over = (beside(300, y, "a" * 28, narrow, ()) for y in (100, 200))
    assert under
    assert over
    assert (under.side, over.side) == ("middle", "middle")
    assert over.y < 200 < under.y + 100
    assert beside(300, 100, "a" * 200, narrow, ()) is None
