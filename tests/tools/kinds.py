"""A page of each kind that the fixture has."""

from __future__ import annotations

DIRECTIVE = "directives/ferries-2022-spring-meeting"
KINDS = {
    "home": "index.html",
    "directives": "directives/index.html",
    "directive": f"{DIRECTIVE}/index.html",
    "directive in English": "directives/tide-2023-closed-gauges/index.html",
    "directive by metadata": "directives/assembly-1998-navigation-law/index.html",
    "editions": "directives/ferries-lights-2023-lamp-census/editions/index.html",
    "tasks": "tasks/index.html",
    "task": f"{DIRECTIVE}/lamp-pace.html",
    "actors": "actors/index.html",
    "actor": "actors/east-bureau.html",
    "matrix": "matrix/index.html",
    "group": "actors/operators.html",
    "topics": "topics/index.html",
    "topic": "topics/lights.html",
    "timeline": "timeline/index.html",
    "year": "timeline/2024.html",
    "quarter": "timeline/2024-q1.html",
    "lineage": "lineage/index.html",
    "glossary": "glossary/index.html",
    "coverage": "coverage/index.html",
    "quality": "quality/index.html",
    "help": "help/index.html",
    "statuses": "help/statuses.html",
    "about": "about.html",
    "what changed": "changes/index.html",
    "what changed in a month": "changes/2024-06.html",
    "a record that is gone": "directives/ferries-2024-channel-works/pilots.html",
}
EACH_KIND = [f"{folder}{path}" for folder in ("", "en/") for path in KINDS.values()]
"""These pages in both languages."""
