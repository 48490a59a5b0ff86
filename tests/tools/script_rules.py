"""``python -m tests.tools.script_rules``: what Python hands to the scripts of the search, as JSON.

The tests of the scripts in Node read it, because the index of a site holds it beside all else.
"""

from __future__ import annotations

import json

from directive_atlas.outputs.search import numbers, text

from tests.tools.sites import COUNTRIES, LANGUAGES

if __name__ == "__main__":
    rules = {"text": text.rules(LANGUAGES, COUNTRIES), "numbers": numbers.rules()}
    print(json.dumps(rules, ensure_ascii=False))
