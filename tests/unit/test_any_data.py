"""Whatever is done to the files of a data folder, a run ends with pages or with coded problems.

``make fuzz`` tries ten times as many cases that no run has had before.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from directive_atlas.build import build
from directive_atlas.problems import as_text
from directive_atlas.write import carry_out, plan
from hypothesis import given, note
from hypothesis import strategies as st

from tests.golden.base import BASE
from tests.tools.hostile.lines import PIECES, Case, as_bytes, changed, changes
from tests.tools.moment import AS_OF, midnight


@given(st.lists(changes(PIECES), min_size=1, max_size=6))
def test_a_run_ends_with_pages_or_with_coded_problems(cases: list[Case]) -> None:
    texts = {name: text.split("\n") for name, text in BASE.items() if text}
    for case in cases:
        texts = changed(texts, case)
    with tempfile.TemporaryDirectory() as folder:
        data, docs = Path(folder, "data"), Path(folder, "docs")
        for name, lines in texts.items():
            path = data / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(lines))
        built = build(data, midnight(AS_OF))
        note(as_text(built.problems, "en"))
        assert built.ok != any(problem.is_error for problem in built.problems)
        assert all(problem.kind.code and problem.place.file for problem in built.problems)
        if built.output:
            done = plan(built.output, docs)
            assert not done.problems and carry_out(done).written == len(built.output.files)
