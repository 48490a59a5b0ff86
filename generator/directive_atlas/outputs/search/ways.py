"""Roles, statuses and kinds of relations as documents of the search: each leads to the list of what has it.

A reader who types “consulted” or “overdue” asks for a list, not for a text with this word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import SECTIONS, Address
from directive_atlas.interface.site import Site, in_all
from directive_atlas.outputs.search.asked import ASKED
from directive_atlas.outputs.search.document import Document, Kind
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.views.papers import paper
from directive_atlas.vocabulary.directives import PaperStatus, RelationKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import Basis, Role
from directive_atlas.vocabulary.word import N_, Word


@dataclass(frozen=True, slots=True)
class List:
    """What a list of words counts, how the search says so, and where one of its words leads.

    ``facet`` is the filter of the finder; without it the word leads to a page. ``spare`` is the page that
    explains the words of which there is nothing to list.
    """

    words: type[Word]
    told: str
    place: Address
    spare: Address
    facet: str = ""


_FINDER, _HELP = address.index_of("tasks"), address.index_of("help")
_PAPERS = address.index_of("lineage")
LISTS: Mapping[str, List] = {
    "role": List(Role, N_("Role; tasks and measures: %(count)s"), _FINDER, _HELP, "role"),
    "standing": List(
        DeadlineStatus, N_("Status; tasks and measures: %(count)s"), _FINDER, address.statuses(), "standing"
    ),
    "state": List(
        ReportedStatus,
        N_("Reported status; tasks and measures: %(count)s"),
        _FINDER,
        address.statuses(),
        "state",
    ),
    "basis": List(Basis, N_("Basis of a role; tasks and measures: %(count)s"), _HELP, _HELP),
    "paper": List(PaperStatus, N_("Status of a document; documents: %(count)s"), _PAPERS, _PAPERS),
    "relation": List(RelationKind, N_("Relation between documents: %(count)s"), _PAPERS, _PAPERS),
}


def ways(corpus: Corpus, site: Site) -> Iterator[Document]:
    """The pages that list or explain records, and each word that has something to list."""
    counts = _counts(corpus)
    yield from _pages(counts, site)
    for name, each in LISTS.items():
        for word in each.words:
            if count := counts[name][word.value]:
                yield _way(name, word, count, site)


def _counts(corpus: Corpus) -> dict[str, Counter[str]]:
    """How often each word of a list holds, by its value."""
    tasks = [task for directive in corpus.directives.values() for task in directive.walk()]
    papers = (paper(directive, corpus) for directive in corpus.directives.values())
    relations = (each for directive in corpus.directives.values() for each in directive.relations)
    return {
        "role": Counter(role.value for task in tasks for role in {duty.role for duty in task.duties}),
        "standing": Counter(task.standing.timeliness.value for task in tasks),
        "state": Counter(task.standing.state.value for task in tasks),
        "basis": Counter(basis.value for task in tasks for basis in {duty.basis for duty in task.duties}),
        "paper": Counter(each.status.value for each in papers if each),
        "relation": Counter(relation.kind.value for relation in relations),
    }


def _way(name: str, word: Word, count: int, site: Site) -> Document:
    listed = LISTS[name]
    return Document(
        Kind.PAGE,
        listed.place,
        in_all(site.languages, word.label),
        names=tuple(_asked(name, word, site)),
        context=_told(listed.told, count, site),
        query=f"{listed.facet}={word.value}" if listed.facet else "",
    )


def _told(message: str, count: int, site: Site) -> Text:
    languages = site.languages
    return Text(
        tuple((each.code, each.gettext(message) % {"count": each.number(count)}) for each in languages)
    )


def _pages(counts: Mapping[str, Mapping[str, int]], site: Site) -> Iterator[Document]:
    """The lists of records; explanations have the words of which nothing is listed as further names."""
    titles = {address.index_of(section): title for section, title in SECTIONS.items()}
    titles[address.statuses()] = N_("How statuses come about")
    for place, title in titles.items():
        names = dict.fromkeys(_unlisted(place, counts, site))
        yield Document(Kind.PAGE, place, in_all(site.languages, title), names=tuple(names))


def _unlisted(place: Address, counts: Mapping[str, Mapping[str, int]], site: Site) -> Iterator[str]:
    for name, each in LISTS.items():
        missing = (word for word in each.words if not counts[name][word.value])
        for word in missing if each.spare == place else ():
            yield from _labels(word, site)
            yield from _asked(name, word, site)


def _asked(name: str, word: Word, site: Site) -> Iterator[str]:
    """What readers call a word, in the languages of the site."""
    chinese = any(code.startswith("zh") for code in site.codes)
    yield from (each for each in ASKED[name].get(word.value, ()) if chinese or each.isascii())


def _labels(word: Word, site: Site) -> Iterable[str]:
    return (language.gettext(word.label) for language in site.languages)
