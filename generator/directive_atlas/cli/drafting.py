"""What ``directives draft`` does with files that are there: copies of them, more actors, a new edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from directive_atlas import filesystem
from directive_atlas.cli.options import Folders, refuse_unknown, shown
from directive_atlas.cli.printing import fail, print_difference, refuse, tell
from directive_atlas.draft.additions import Additions
from directive_atlas.draft.again import Found, renewed
from directive_atlas.draft.carrying import Editions
from directive_atlas.draft.making import NO_ACTORS, Drafted, Wanted, mended_text, with_actors
from directive_atlas.draft.quoted import quoted
from directive_atlas.lean.editing import UneditableError, with_value, without
from directive_atlas.lean.spans import plain, read_nodes
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.kinds import BEFORE_DRAFT
from directive_atlas.passages import read_source
from directive_atlas.problems import say
from directive_atlas.vocabulary.editions import Fate


def keep(folders: Folders, files: Mapping[str, bytes]) -> None:
    """Keep a copy of files that are about to be replaced; one that is there already stays, too."""
    for name, content in files.items():
        copy, number = name + BEFORE_DRAFT, 1
        while filesystem.read(folders.data, copy) not in (None, content):
            number += 1
            copy = f"{name}.{number}{BEFORE_DRAFT}"
        filesystem.write(folders.data, copy, content)
        tell(say("a copy of what was there: {copy}", copy=shown(folders.data / copy)))


def with_new_actors(folders: Folders, actors: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The file of the actors with more of them, by its name; nothing if there are no more."""
    if not actors:
        return {}
    old = filesystem.read(folders.data, "actors.yml")
    try:
        return {"actors.yml": with_actors(old.decode("utf-8-sig") if old else NO_ACTORS, actors)}
    except UneditableError:
        ids, file = ", ".join(str(actor["id"]) for actor in actors), shown(folders.data / "actors.yml")
        fail(say("{file} can only be changed by hand; add these first: {names}", file=file, names=ids))


def as_before(wanted: Wanted, raw: RawCorpus) -> Wanted:
    """What is wanted of a directive, with the issuers and the kind that its record has, if it has one."""
    old = next((each for each in raw.directives if each.id == wanted.id), None)
    if old is None:
        return wanted
    return replace(wanted, issuers=wanted.issuers or old.issuers, kind=wanted.kind or old.kind)


def renew(folders: Folders, raw: RawCorpus, made: Drafted, text: str, *, to_write: bool) -> None:
    """Bring a record to a new edition of its text: show what changes, then write it, with copies."""
    refuse_unknown(made.id, (each.id for each in raw.directives), folders.data)
    old = next(each for each in raw.directives if each.id == made.id)
    if old.source is None or (before := raw.sources.get(old.place.file)) is None:
        refuse(say("{directive} has no text yet; leave out --again", directive=made.id))
    source = read_source(before, old.source.file, wrapped=old.source.wrapped)
    folder = f"directives/{made.id}"
    record = (filesystem.read(folders.data, f"{folder}/directive.yml") or b"").decode("utf-8-sig")
    editions = Editions(source, made.source)
    try:
        new, actors = _renewed(record, editions, made, old.source)
        new = mended_text(made, new, text, shown(folders.data))
    except UneditableError:
        file = shown(folders.data / folder / "directive.yml")
        fail(say("{file} is written so that only a person can change it", file=file))
    files = {f"{folder}/{made.source.file}": text, f"{folder}/directive.yml": new}
    files = with_new_actors(folders, actors) | files
    _show(folders, files)
    _count(editions)
    if to_write:
        _replace(folders, files)


def _renewed(
    record: str, editions: Editions, made: Drafted, source: schema.Source
) -> tuple[str, list[Mapping[str, Any]]]:
    """The text of the record for the new edition, and the actors that it adds."""
    block: Any = plain(read_nodes(record))
    additions = Additions(editions, made, quoted(record, editions), block, made.tell)
    found = Found(additions.records, list(additions.background), list(additions.questions))
    text = renewed(record, editions, found, made.tell)
    if source.file != made.source.file:
        text = with_value(text, ("source", "file"), made.source.file)
    if source.wrapped:
        text = without(text, ("source", "wrapped"))
    return text, additions.actors


def _show(folders: Folders, files: Mapping[str, str]) -> None:
    """Print how the files change."""
    for name, new in files.items():
        old, path = (
            (filesystem.read(folders.data, name) or b"").decode("utf-8-sig"),
            shown(folders.data / name),
        )
        print_difference(path, old, new)


def _count(editions: Editions) -> None:
    fates = [match.fate for match in editions.matches]
    counts = {fate.value: fates.count(fate) for fate in Fate}
    tell(
        say(
            "sentences: {kept} unchanged, {moved} moved, {changed} changed, {added} added, {dropped} dropped"
        ).with_words(counts)
    )


def _replace(folders: Folders, files: Mapping[str, str]) -> None:
    before = {name: text for name in files if (text := filesystem.read(folders.data, name)) is not None}
    changed = {name: text for name, text in before.items() if text != files[name].encode()}
    keep(folders, changed)
    for name, new in files.items():
        if name in changed or name not in before:
            filesystem.write(folders.data, name, new.encode())
            tell(say("written: {file}", file=shown(folders.data / name)))
