"""``directives new``: begins a record, which is then completed in an editor."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Cells
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from directive_atlas import filesystem
from directive_atlas.cli.bodies import described, the_body
from directive_atlas.cli.language import told
from directive_atlas.cli.loading import loaded
from directive_atlas.cli.naming import refuse_unknown_actor, the_record
from directive_atlas.cli.options import Day, Folders, in_site, now, refuse_unfit, shown
from directive_atlas.cli.printing import fail, refuse, refuse_record, tell
from directive_atlas.identify import identify
from directive_atlas.identify.names import names_of_corpus, names_of_directive
from directive_atlas.load import schema
from directive_atlas.load.fields import ID, guessed_id, is_id
from directive_atlas.load.marked import Mapping, Sequence
from directive_atlas.load.validate import did_you_mean
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place, Wording, problem, say
from directive_atlas.registry import copies, names_in, present, skeleton
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import Status

_Identified = schema.Actor | schema.Topic | schema.Term | schema.Directive


class _Word(click.Choice[str]):
    """One of the words of an enumeration; the nearest is named where another stands."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; exits if it is none of them."""
        known = [*self.choices]
        if value not in known and (hint := did_you_mean(value, known)):
            wrong = say("“{value}” is not one of the allowed words", value=value)
            self.fail(told(say("{message} ({hint})", message=wrong, hint=hint)), param, ctx)
        return super().convert(value, param, ctx)


def _choice(words: type[StrEnum]) -> click.Choice[str]:
    return _Word([word.value for word in words])


@click.group("new")
def new_command() -> None:
    """Begin a record: directive, actor, topic, term or report."""


def _id_and_title(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--title", prompt=sys.stdin.isatty(), required=True, help="Its title or name.")(
        command
    )
    return click.argument("record_id", metavar="ID")(command)


_REST = """
# Put the verbatim text into source.txt in this folder. Then take away the signs # and write its tasks:
# source: {file: source.txt}
# defaults: {obligation: must}
# tasks:
#   - quote: the words of the text, exactly
#     actors: [who has to do it]
#     due: 2020-12-31
"""
"""How a new directive goes on: what its maintainer completes."""


@new_command.command("directive")
@in_site
@_id_and_title
@click.option("--kind", type=_choice(DirectiveKind), default="notice", show_default=True)
@click.option(
    "--issuer", "issuers", multiple=True, required=True, help="An actor, by id or name; may be repeated."
)
@click.option("--signed", type=Day(), help="The day on which it was signed. [default: today]")
def directive_command(
    folders: Folders, record_id: str, title: str, kind: str, issuers: tuple[str, ...], signed: dt.date | None
) -> None:
    """Begin a directive: its folder and its record."""
    raw = loaded(folders)
    file = folders.data / "directives" / record_id / "directive.yml"
    _refuse_bad_id(record_id, say("directive"), raw.directives, file)
    for issuer in issuers:
        refuse_unknown_actor(raw, issuer, Place(shown(file)))
    record = [
        "# yaml-language-server: $schema=../../schemas/directive.schema.json",
        f"id: {record_id}",
        f"kind: {kind}",
        f"title: {_quoted(title)}",
        f"issuers: [{', '.join(map(_name, issuers))}]",
        f"dates: {{signed: {signed or now().date()}}}",
    ]
    _write(folders, file, "\n".join(record) + _REST)


@new_command.command("actor")
@in_site
@click.argument("record_id", metavar="[ID]", default="")
@click.option("--title", default="", help="Its title or name.")
@click.option("--kind", type=_choice(ActorKind), help="What sort of body or person it is. [default: agency]")
@click.option(
    "--from", "body", metavar="NAME-OR-ID", default="", help="Copy this body of the registries instead."
)
def actor_command(folders: Folders, record_id: str, title: str, kind: str | None, body: str) -> None:
    """Add an actor to actors.yml, or copy one of the registries with its parents."""
    if body:
        if title or kind:
            refuse(say("--from brings title and kind with it; leave out --title and --kind"))
        _copy(folders, body, record_id)
        return
    if not record_id:
        refuse(say("give an id and --title, or a body of the registries with --from"))
    if not title and not sys.stdin.isatty():
        raise click.UsageError("Missing option '--title'.")
    title = title or click.prompt("Title")
    _refuse_bad_id(record_id, say("actor"), loaded(folders).actors, folders.data / "actors.yml")
    _append(folders, "actors", [f"id: {record_id}", f"name: {_quoted(title)}", f"kind: {kind or 'agency'}"])


def _copy(folders: Folders, body: str, record_id: str) -> None:
    """Add a body of the registries under an id, by default its own, with its missing parents."""
    raw = loaded(folders)
    languages, file = raw.settings.languages, folders.data / "actors.yml"
    source, entry = the_body(body, shown(file), languages)
    if there := present(entry, raw.actors):
        body_of = described(source, entry, languages)
        refuse(say("there is a record “{id}” of this body already: {body}", id=there, body=body_of))
    _refuse_bad_id(record_id or entry.id, say("actor"), raw.actors, file)
    added = copies(source, entry, raw.actors, record_id or entry.id)
    records = [skeleton(each, languages).splitlines() for each in added]
    _append(folders, "actors", *records)
    for each in added:
        tell(say("added: {id} ({name})", id=each.id, name=names_in(each, languages)[0]))


@new_command.command("topic")
@in_site
@_id_and_title
def topic_command(folders: Folders, record_id: str, title: str) -> None:
    """Add a topic to topics.yml."""
    _refuse_bad_id(record_id, say("topic"), loaded(folders).topics, folders.data / "topics.yml")
    _append(folders, "topics", [f"id: {record_id}", f"name: {_quoted(title)}"])


@new_command.command("term")
@in_site
@_id_and_title
@click.option("--definition", prompt=sys.stdin.isatty(), required=True, help="What it means.")
def term_command(folders: Folders, record_id: str, title: str, definition: str) -> None:
    """Add a term to glossary.yml."""
    _refuse_bad_id(record_id, say("term"), loaded(folders).terms, folders.data / "glossary.yml")
    lines = [f"id: {record_id}", f"term: {_quoted(title)}", f"definition: {_quoted(definition)}"]
    _append(folders, "terms", lines, name="glossary.yml")


@new_command.command("report")
@in_site
@click.argument("directive")
@click.option("--task", required=True, help="The task or measure that it is about, by id, title or label.")
@click.option("--date", type=Day(), help="The day on which it was published. [default: today]")
@click.option("--actor", default="", help="The actor whose progress it is, by id or name.")
@click.option("--status", type=_choice(Status), help="What it says, if it says so.")
@click.option("--note", prompt=sys.stdin.isatty(), required=True, help="What it reports, in a sentence.")
@click.option("--source", "title", default="", help="The title of the page or paper that says so.")
@click.option("--speaker", default="", help="Who says so.")
@click.option("--url", default="", help="Where it can be read.")
def report_command(
    folders: Folders, directive: str, task: str, date: dt.date | None, **cells: str | None
) -> None:
    """Add a report to the progress.csv of DIRECTIVE."""
    raw, _ = identify(loaded(folders))
    directives = folders.data / "directives"
    directive = the_record(names_of_corpus(raw), "directive", directive, Place(shown(directives)))
    record = next(each for each in raw.directives if each.id == directive)
    file = directives / directive / "progress.csv"
    the_record(names_of_directive(record, ()), "task", task, Place(shown(file)))
    if cells["actor"]:
        refuse_unknown_actor(raw, cells["actor"], Place(shown(file)))
    row = {
        "date": str(date or now().date()),
        "task": task,
        "actor": cells["actor"],
        "status": cells["status"],
        "note": cells["note"],
        "evidence.title": cells["title"],
        "evidence.speaker": cells["speaker"],
        "evidence.url": cells["url"],
        "evidence.grade": "A" if cells["title"] else "",
    }
    _append_row(folders, file, row)


def _append_row(folders: Folders, path: Path, row: Cells[str, str | None]) -> None:
    """Add a row to the table, and the columns that it lacks."""
    for cell in row.values():
        refuse_unfit(cell or "", path)
    table = path.read_text("utf-8-sig") if path.exists() else ""
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    columns = list(dict.fromkeys([*(rows[0] if rows else _header(table)), *(c for c, v in row.items() if v)]))
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows([*rows, {column: value or "" for column, value in row.items()}])
    _write(folders, path, written.getvalue(), complete=True)


def _header(table: str) -> list[str]:
    return next(csv.reader(io.StringIO(table)), [])


def _refuse_bad_id(record_id: str, what: Wording, records: Iterable[_Identified], file: Path) -> None:
    """Exit with E207 if a text cannot be an id, with E301 if one of the records has it."""
    if not is_id(record_id):
        refuse_record(problem("E207", Place(shown(file)), value=record_id, guess=guessed_id(record_id)))
    for each in records:
        if each.id == record_id:
            refuse_record(problem("E301", Place(shown(file)), what=what, id=record_id, first=each.at("id")))


def _quoted(text: str) -> str:
    """A text as a quoted YAML scalar."""
    if not text.isprintable():
        refuse(say("a title is one line without control characters"))
    return json.dumps(text, ensure_ascii=False)


def _name(name: str) -> str:
    """The name of a record in a list in brackets: an id as it is, others as quoted scalars."""
    return name if ID.fullmatch(name) else _quoted(name)


def _append(folders: Folders, key: str, *records: list[str], name: str = "") -> None:
    """Add entries at the end of the list under ``key``, in the indentation of the file."""
    path = folders.data / (name or f"{key}.yml")
    schema = f"# yaml-language-server: $schema=schemas/{path.stem}.schema.json\n"
    text = path.read_text("utf-8-sig") if path.exists() else f"{schema}{key}: []\n"
    text = re.sub(rf"^{key}:[ ]*\[\s*\][ ]*$", f"{key}:", text.rstrip("\n"), flags=re.M) + "\n"
    indent = (re.search(r"^( *)- ", text, re.M) or re.match("(  )", "  "))[1]  # type: ignore[index]
    entries = "".join(_entry(lines, indent) for lines in records)
    value, problems = parse_yaml(text + entries, shown(path))
    listed = value.get(key) if isinstance(value, Mapping) else None
    ids = [lines[0].removeprefix("id: ") for lines in records]
    if (
        problems
        or not isinstance(listed, Sequence)
        or [each.get("id") for each in listed[-len(ids) :]] != ids
    ):
        fail(
            say(
                "{file} does not end with its list; add this to the list by hand:\n{lines}",
                file=shown(path),
                lines=entries.rstrip(),
            )
        )
    _write(folders, path, text + entries)


def _entry(lines: list[str], indent: str) -> str:
    """The lines of a record as an entry of a list."""
    first, *rest = lines
    return "".join([f"{indent}- {first}\n", *(f"{indent}  {line}\n" for line in rest)])


def _write(folders: Folders, path: Path, text: str, *, complete: bool = False) -> None:
    filesystem.write(folders.data, path.relative_to(folders.data).as_posix(), text.encode())
    file = shown(path)
    tell(
        say("written: {file}; next: directives check", file=file)
        if complete
        else say("written: {file}; complete it there, then directives check", file=file)
    )
