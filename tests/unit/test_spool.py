"""Contents that wait until they are written: in memory or on the disk, they come back as they went in."""

from __future__ import annotations

import pytest
from directive_atlas.outputs.spool import Spool
from hypothesis import given
from hypothesis import strategies as st


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=30)), st.integers(1, 100))
def test_what_went_in_comes_back_in_any_order(contents: dict[str, bytes], room: int) -> None:
    spool = Spool(room)
    for name, content in contents.items():
        spool.put(name, content)
    assert list(spool) == list(contents)
    assert dict(spool) == contents
    assert {name: spool[name] for name in reversed(list(spool))} == contents
    assert len(spool) == len(contents)


def test_a_name_that_is_not_there() -> None:
    spool = Spool()
    assert "a" not in spool
    with pytest.raises(KeyError):
        spool["a"]
