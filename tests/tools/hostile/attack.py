"""Pages whose texts all hold an attack and a character that programs treat in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from directive_atlas.build import build
from directive_atlas.load import folder as folder_module
from directive_atlas.load import yaml_file
from directive_atlas.outputs.files import Output

from tests.tools.hostile.characters import CLASSES
from tests.tools.moment import AS_OF, midnight

ATTACK = (
    "![x](x){{: onerror='window.ran=1' }} ![x](http://other.example/{n}) [x](javascript:window.ran=1) "
    "<img src=x onerror=window.ran=1> <script>window.ran=1</script>"
)


def attack(number: int, char: str) -> str:
    """The text that stands in all the pages of a class of characters."""
    return f"Zebra{char} {ATTACK.format(n=number)} {char}"


def _records(number: int, char: str) -> dict[str, object]:
    """A directive with one task, and an actor and a topic of its own, each with the attack in its texts."""
    text, name = attack(number, char), f"c-{number}"
    quote = f"{text} Zebra {number} must run{char}."
    task = {"id": "task", "title": text, "quotes": [quote], "actors": [{"actor": name, "words": text}]}
    directive = {
        "id": name,
        "kind": "notice",
        "title": text,
        "issuers": [name],
        "dates": {"signed": "2020"},
        "source": {"file": "source.txt", "language": "en"},
        "summary": text,
        "relations": [{"kind": "cites", "to": f"c-{number - 1}"}] if number else [],
        "tasks": [task | {"note": text, "topics": [name]}],
    }
    return {
        "actor": {"id": name, "name": text, "kind": "ministry", "aliases": [{"name": text}]},
        "topic": {"id": name, "name": text, "summary": text},
        "directive": directive,
        "source": f"{quote}\n",
    }


def attacked_pages(root: Path) -> Output:
    """Pages of records with a character of each class, also of those that loading refuses.

    The records are written below ``root``.
    """
    made = [_records(number, char) for number, char in enumerate(CLASSES.values())]
    files: dict[str, object] = {
        "actors.yml": {"actors": [each["actor"] for each in made]},
        "topics.yml": {"topics": [each["topic"] for each in made]},
        "glossary.yml": {"terms": []},
        "settings.yml": {"languages": ["en"]},
    }
    for number, each in enumerate(made):
        files[f"directives/c-{number}/directive.yml"] = each["directive"]
        source = root / f"directives/c-{number}/source.txt"
        source.parent.mkdir(parents=True)
        source.write_text(str(each["source"]), "utf-8")
    for name, record in files.items():
        (root / name).write_text(yaml.safe_dump(record, width=10**6), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for module in (folder_module, yaml_file):
            patch.setattr(module, "fit", lambda text: text)
        patch.setattr(folder_module, "unfit_in_file", lambda *_: ())
        patch.setattr(yaml_file, "unfit_in_value", lambda *_: ())
        built = build(root, midnight(AS_OF))
    assert built.output, [problem for problem in built.problems if problem.is_error]
    return built.output


def own_pages(paths: Iterable[str], number: int) -> list[str]:
    """The pages of one class: of its actor, directive, task and topic."""
    return [path for path in paths if re.search(rf"/c-{number}[./]", path)]


def relative(folder: Path, pattern: str) -> Iterator[str]:
    """The files below a folder, in order."""
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob(pattern)))
