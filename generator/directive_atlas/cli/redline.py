"""``directives redline``: what changed between two editions of a text, and what it moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from directive_atlas.build import Records, read_records
from directive_atlas.cli.language import told
from directive_atlas.cli.naming import the_record
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.printing import echo, fail, refuse_record
from directive_atlas.identify.names import names_of_corpus
from directive_atlas.intake import RefusedError, read_file
from directive_atlas.passages import DirectivePassages, align, read_source
from directive_atlas.problems import Place, Wording, say
from directive_atlas.redline import Bodies, Edition, redline, resting
from directive_atlas.redline.report import Compared, as_json, as_markdown, as_text


def _lines(form: Callable[[Compared], Iterable[Wording]]) -> Callable[[Compared], str]:
    return lambda compared: "".join(f"{told(line)}\n" for line in form(compared))


_FORMS: dict[str, Callable[[Compared], str]] = {
    "text": _lines(as_text),
    "markdown": _lines(as_markdown),
    "json": as_json,
}


@click.command("redline")
@in_site
@click.option("--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
def redline_command(folders: Folders, form: str, old: str, new: str | None) -> None:
    """Show what changed from the text OLD to the text NEW, sentence by sentence.

    Each is a file (text, Markdown, HTML, DOCX, PDF) or a directive of the site; with one directive only,
    its last earlier edition is compared with its present text. Tasks and measures are named that rest on
    a sentence.
    """
    records, _ = read_records(folders.data, shown(folders.data))
    first, second = _both(records, folders, old, new)
    bodies = Bodies(records.expanded.corpus.actors)
    changes = redline(align(first.source, second.source), first, second, bodies)
    echo(_FORMS[form](Compared(first.source, second.source, changes)), form, nl=False)


def _both(records: Records, folders: Folders, old: str, new: str | None) -> tuple[Edition, Edition]:
    if new is not None:
        return _edition(records, folders, old), _edition(records, folders, new)
    present, own = _of_directive(records, folders, old)
    if not own.earlier:
        fail(
            say(
                "{directive} has no earlier edition; name a second text, or add source: editions:",
                directive=old,
            )
        )
    return Edition(own.earlier[-1].source, {}), present


def _edition(records: Records, folders: Folders, name: str) -> Edition:
    """The text of a file, or that of a directive with what rests on it."""
    if not Path(name).is_file():
        return _of_directive(records, folders, name)[0]
    try:
        taken = read_file(Path(name))
    except RefusedError as error:
        refuse_record(error.problem)
    source = read_source(taken.text, Path(name).with_suffix(taken.suffix).name)
    return Edition(source, {})


def _of_directive(records: Records, folders: Folders, name: str) -> tuple[Edition, DirectivePassages]:
    corpus = records.expanded.corpus
    place = Place(shown(folders.data / "directives"))
    record = the_record(names_of_corpus(corpus), "directive", name, place)
    raw = next(each for each in corpus.directives if each.id == record)
    own = records.passages.of(raw)
    if own is None:
        fail(say("{directive} has no source text; add source: with file: to its record", directive=name))
    return Edition(own.source, resting(raw, own)), own
