"""``python -m tests.tools.script_rules``: what Python hands to the scripts of the search, as JSON.

The tests of the scripts in Node read it, because the index of a site holds it beside all else.
"""

from __future__ import annotations

import json

from directive_atlas.outputs.search import numbers, text

from tests.tools.sites import LANGUAGES

if __name__ == "__main__":
    print(json.dumps({"text": text.rules(LANGUAGES), "numbers": numbers.rules()}, ensure_ascii=False))
