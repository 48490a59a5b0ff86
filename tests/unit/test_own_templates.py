"""A site's own template is used as it is now, whatever earlier runs of the same process have read."""

from __future__ import annotations

from pathlib import Path

from directive_atlas.build import build

from tests.golden.base import BASE
from tests.tools.moment import AS_OF, midnight


def _help(folder: Path) -> str:
    output = build(folder / "data", midnight(AS_OF), overrides=folder / "overrides").output
    assert output
    return output.files["help/index.md"].decode()


def test_a_template_that_comes_changes_and_goes_shows_at_once(tmp_path: Path) -> None:
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    ours = _help(tmp_path)
    own = tmp_path / "overrides" / "templates" / "help.md.j2"
    own.parent.mkdir(parents=True)
    for text in ("first", "second"):
        own.write_text(f"# The {text} help\n", "utf-8")
        assert f"# The {text} help" in _help(tmp_path)
    own.unlink()
    assert _help(tmp_path) == ours
