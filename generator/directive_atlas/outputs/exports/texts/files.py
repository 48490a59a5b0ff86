"""All texts, in each language, and the list of what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.plain import Plain, plain_in
from directive_atlas.outputs.exports.texts.records import actor, directive
from directive_atlas.outputs.files import File
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.word import N_

_CAVEAT = N_("Statuses are those of %(day)s. That nothing was reported does not say that nothing was done.")

LISTED = 200
"""Directives that are listed one by one; the list of all of them is a file of its own."""


def text_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """A text of each directive and each body that has a part in a task, and ``llms.txt``."""
    spoken = tuple(plain_in(made, site))
    for words in spoken:
        for found in made.directives.values():
            yield _file(
                words, f"directives/{found.id}", directive(found, words), corpus.directives[found.id].place
            )
        for actor_id, owed in corpus.links.owed.items():
            lines = actor(made.actors[actor_id], owed, words)
            yield _file(words, f"actors/{actor_id}", lines, corpus.actors[actor_id].place)
    yield File("llms.txt", _joined(_start(spoken[0], site)), Place("data"))


def _file(words: Plain, path: str, lines: Iterable[str], place: Place) -> File:
    return File(words.language.folder + addresses.plain_text(path).path, _joined(lines), place)


def _joined(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _start(words: Plain, site: Site) -> Iterator[str]:
    """The file by the convention of llmstxt.org: what this is, then lists of links."""
    yield f"# {words.text(dict(site.name.values))}\n"
    yield f"> {words.text(dict(site.description.values))}\n"
    yield words.language.gettext(_CAVEAT) % {"day": words.made.as_of.isoformat()}
    yield f"\n## {words.language.gettext(N_('Data'))}\n"
    yield from _links(words)
    yield f"\n## {words.language.gettext(N_('Directives'))}\n"
    for found in list(words.made.directives.values())[:LISTED]:
        date = words.day(found.date) if found.date else ""
        address = words.page(addresses.plain_text(f"directives/{found.id}").path)
        yield f"- [{_name(words.text(found.title))}]({address}): {date}"


def _links(words: Plain) -> Iterator[str]:
    links = (
        ("api/v1/index.json", N_("All records as JSON, with their description in api/v1/openapi.json")),
        ("api/v1/directives.json", N_("The list of all directives")),
        ("api/v1/actors.json", N_("The list of all bodies; the tasks of each are in api/v1/by/body/")),
        ("tables/directives.db", N_("All records in one SQLite file, with a full-text index")),
        ("tables/datapackage.json", N_("The same tables as CSV")),
        (f"{words.language.folder}calendars/all.ics", N_("All deadlines as a calendar")),
        (f"{words.language.folder}feeds/all.atom", N_("News as a feed")),
        (
            f"{words.language.folder}feeds/changes/all.atom",
            N_("What changed in the records, as a feed; by month it is in api/v1/changes/"),
        ),
    )
    for path, what in links:
        yield f"- [{path}]({words.root}{path}): {words.language.gettext(what)}"


def _name(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")
