"""What the search offers before anything is typed: examples of what it answers, and ways into the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS
from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.script import as_script
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.progress import ReportedStatus
from directive_atlas.vocabulary.word import N_

_WORDS = {
    "examples": N_("For example"),
    "recent": N_("Your last searches, kept in this browser only"),
    "forget": N_("Forget them"),
    "ways": N_("Ways in"),
    "near": N_("Names that begin alike"),
}
_SENT = N_("What you type here is sent to %(host)s, which searches for this site.")


def start_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """The words, the examples and the ways of each language."""
    for language in site.languages:
        start = {
            "words": {name: language.gettext(message) for name, message in _WORDS.items()},
            "sent": _sent(site, language),
            "examples": list(_examples(corpus, language)),
            "ways": list(_ways(language)),
        }
        yield as_script(f"search/start-{language.code}", start)


def _sent(site: Site, language: Language) -> str:
    """To which host queries go; nothing where they stay in the browser."""
    endpoint = site.search_endpoint
    return language.gettext(_SENT) % {"host": urlsplit(endpoint).netloc} if endpoint else ""


def _examples(corpus: Corpus, language: Language) -> Iterator[str]:
    """The body with most tasks, the day of the newest directive with tasks, and a status."""
    owed = corpus.links.owed
    if owed:
        busiest = max(owed, key=lambda actor: sum(duty.duty.role.asks for duty in owed[actor]))
        yield _name(corpus.actors[busiest].name, language)
    days = (each.date for each in corpus.directives.values() if each.tasks and each.date)
    yield from (language.date(day) for day in [next(days, None)] if day)
    yield language.gettext(ReportedStatus.NO_REPORT.label)


def _name(text: Text, language: Language) -> str:
    return text.best(language.code)[0]


def _ways(language: Language) -> Iterator[list[Any]]:
    """The sections of the site: address in the folder of the language, title."""
    for section, title in SECTIONS.items():
        yield [address.index_of(section).path[:-3], language.gettext(title)]
