"""The repository's own site, whatever its data: it builds, and no link is broken."""

from __future__ import annotations

from pathlib import Path

from tests.tools.html import broken_links


def test_it_builds_and_every_link_resolves(own_site: Path) -> None:
    assert not broken_links(own_site)
