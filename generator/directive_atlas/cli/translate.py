"""``directives translate``: the catalogues of translations beside the records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import click

from directive_atlas import filesystem
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.printing import fail, print_problems, refuse, tell
from directive_atlas.expand.gather import Texts, to_translate
from directive_atlas.identify import identify
from directive_atlas.load import load
from directive_atlas.load.catalogue import Translations, catalogue_text
from directive_atlas.passages import find_passages
from directive_atlas.problems import order, say


@click.command("translate")
@in_site
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if one is out of date.")
@click.argument("language")
def translate_command(folders: Folders, language: str, only_check: bool) -> None:
    """Bring the translations into LANGUAGE up to the records: directive.en.po beside directive.yml.

    What is new has no translation yet; where a text changed, its translation is marked as fuzzy and is
    not shown until somebody has looked at it.
    """
    if not only_check:
        hold(folders.data)
    name = shown(folders.data)
    raw, problems = load(folders.data, name)
    identified, unknown = identify(raw)
    errors = [problem for problem in order([*problems, *unknown]) if problem.is_error]
    if errors:
        print_problems(errors)
        fail(say("nothing was translated"))
    if language not in raw.settings.languages:
        known = ", ".join(raw.settings.languages)
        refuse(say("the site has no language “{code}”; it has: {known}", code=language, known=known))
    texts = to_translate(identified, find_passages(identified), language)
    stale = [
        file
        for file, own in texts.items()
        if _update(folders, name, file, language, own, raw.catalogues, only_check)
    ]
    if stale and only_check:
        raise SystemExit(1)


def _update(
    folders: Folders,
    name: str,
    file: str,
    language: str,
    texts: Texts,
    catalogues: Mapping[str, Mapping[str, Translations]],
    only_check: bool,
) -> bool:
    """Write the catalogue of a record if it is out of date; tells whether it was, and how it stands."""
    old = catalogues.get(file, {}).get(language, {})
    path = PurePosixPath(file).relative_to(name).with_suffix(f".{language}.po").as_posix()
    new = catalogue_text(language, texts, old).encode()
    done = sum(1 for place, words in texts.items() if _is_current(old, place, words))
    stale = filesystem.read(folders.data, path) != new
    if stale and not only_check:
        filesystem.write(folders.data, path, new)
    state = say("up to date") if not stale else say("out of date") if only_check else say("written")
    progress = say("{done} of {all} texts translated", done=done, all=len(texts))
    report = say(
        "{file}: {state}; {progress}", file=shown(folders.data / path), state=state, progress=progress
    )
    tell(report)
    return stale


def _is_current(old: Translations, place: str, words: str) -> bool:
    entry = old.get(place)
    return entry is not None and not entry.fuzzy and entry.source.split() == words.split()
