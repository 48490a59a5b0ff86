"""``directives explain``: the entry of a problem's code in the guide."""

from __future__ import annotations

import re
from pathlib import Path

import click

from directive_atlas.cli.language import lang_option, language
from directive_atlas.cli.printing import echo, refuse
from directive_atlas.problems import problem, say

_PACKAGE = Path(__file__).parents[1]


@click.command("explain")
@lang_option
@click.argument("code")
def explain_command(code: str) -> None:
    """Print the entry of the problem CODE in the guide, with an example of what to write instead."""
    if code.upper() not in problem.kinds:
        refuse(say("there is no problem “{code}”", code=code))
    echo(entry(code.upper(), _guide(language()).read_text("utf-8")))


def _guide(code: str) -> Path:
    """The page on problems in a language: inside the installed package, or in a checkout of the project."""
    shipped = _PACKAGE / "guide" / f"problems.{code}.md"
    folder = "" if code == "zh" else f"{code}/"
    return shipped if shipped.exists() else _PACKAGE.parents[1] / f"docs/{folder}guide/problems.md"


def entry(code: str, page: str) -> str:
    """The section of a code as plain text: without addresses of headings, links as their words."""
    _, _, rest = page.partition(f"\n### {code} ")
    section = re.split(r"^#{2,3} ", rest, maxsplit=1, flags=re.M)[0]
    plain = re.sub(r" \{ #\w+ \}", "", re.sub(r"(?<!!)\[([^\]]+)\]\([^)]+\)", r"\1", section))
    return f"{code} {plain.strip()}"
