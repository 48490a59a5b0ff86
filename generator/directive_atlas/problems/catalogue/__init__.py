"""The wording of every problem.

``docs/en/guide/problems.md`` explains each code; a test compares the two.
"""

from __future__ import annotations

from directive_atlas.problems.catalogue import (
    corpus,
    files,
    links,
    quotes,
    records,
    sheets,
    site,
    times,
    writing,
)
from directive_atlas.problems.model import Catalogue

_GROUPS = (files, records, corpus, quotes, writing, times, site, sheets, links)

problem = Catalogue(kind for group in _GROUPS for kind in group.KINDS)
"""The catalogue: ``problem("E302", place, what=say("actor"), id="miit")`` makes a problem."""
