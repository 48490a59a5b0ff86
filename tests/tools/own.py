"""What the repository's own site is, for tests that hold only of it: another site may stand in its place."""

from __future__ import annotations

import pytest

from tests.tools.paths import ROOT

GUIDE = ROOT / "docs" / "guide"
FIRST = "miit-2020-02-22-5g"
"""The directive that our site is about."""

needs_guide = pytest.mark.skipif(not GUIDE.is_dir(), reason="the guide is not here")
needs_our_data = pytest.mark.skipif(
    not (ROOT / "data" / "directives" / FIRST).is_dir(), reason="the data are those of another site"
)
