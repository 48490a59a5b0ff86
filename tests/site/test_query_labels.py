"""The labels of the search queries lead to pages and entries of our own site that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.search.labels import HAND_WRITTEN, read
from tests.tools.own import needs_our_data


@needs_our_data
@pytest.mark.parametrize("name", ["queries.yml", "unseen-en.yml", "unseen-zh.yml"])
def test_every_label_is_a_page_or_an_entry(name: str, own_site: Path) -> None:
    for query in read(HAND_WRITTEN.with_name(name)):
        for label in query.pages:
            page, _, entry = label.partition("#")
            text = (own_site / page).read_text("utf-8")
            assert not entry or f'id="{entry}"' in text, (query.text, label)
