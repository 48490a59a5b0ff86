"""Texts that would run, leak or break something in some format, were they not written as text; by kind.

Each one that runs sets ``window.ran``, shows a dialog or asks ``other.example``; tests look for just that.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from tests.tools.hostile.payloads.aims import AWAY, RUN
from tests.tools.hostile.payloads.lines import FORMULAS, LINES, PATHS, UNICODE
from tests.tools.hostile.payloads.markup import ADDRESSES, EVENTS, HTML, QUOTES, SCHEMES
from tests.tools.hostile.payloads.written import MARKDOWN, TEMPLATES, YAML

__all__ = ["ALL", "AWAY", "PAYLOADS", "RUN"]

PAYLOADS: Mapping[str, tuple[str, ...]] = {
    "HTML": tuple(HTML),
    "attributes": (
        *(f"x{quote} {event}={RUN} x{quote}" for quote, event in product(QUOTES[:2], EVENTS)),
        *(f"{quote} autofocus onfocus={RUN} x=" for quote in QUOTES),
        *(f"x{quote}><img src=x onerror={RUN}>" for quote in QUOTES),
    ),
    "addresses": (*(f"{scheme}{RUN}" for scheme in SCHEMES), *ADDRESSES),
    "Markdown": tuple(MARKDOWN),
    "templates": tuple(TEMPLATES),
    "YAML": tuple(YAML),
    "spreadsheets": tuple(FORMULAS),
    "lines, terminals, queries and scripts": tuple(LINES),
    "paths": tuple(PATHS),
    "Unicode": tuple(UNICODE),
}
"""All of them, by kind."""

ALL = tuple(dict.fromkeys(text for kind in PAYLOADS.values() for text in kind))
"""Each of them once."""
