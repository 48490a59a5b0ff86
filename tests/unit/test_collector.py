"""While a site is made, Python does not look for circles of objects; then it does again."""

from __future__ import annotations

import gc

import pytest
from directive_atlas.collector import without_collector


def test_it_is_off_meanwhile_and_on_again() -> None:
    assert gc.isenabled()
    with without_collector():
        assert not gc.isenabled()
        with without_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(KeyError), without_collector():
        raise KeyError
    assert gc.isenabled()
