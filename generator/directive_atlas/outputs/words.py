"""The interface words that scripts need, in one language; every page loads them, so they are few."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.script import as_script
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.word import N_

_WORDS: dict[str, str] = {
    "search.field": N_("Search"),
    "search.close": N_("Close"),
    "search.filter": N_("Only one kind"),
    "search.best": N_("Best matches"),
    "search.count": N_("Results: {count}"),
    "search.none": N_("Nothing was found. Fewer or other words may find more."),
    "search.failed": N_("The search index cannot be loaded."),
    "search.hint": N_("Words, names, numbers, dates, or pinyin."),
    "search.all": N_("All mentions"),
    "search.mentions": N_("All mentions ({count})"),
    "search.sound": N_("Found by its sound: {name}"),
    "search.paragraph": N_("paragraph {number}"),
    "search.kind.directive": N_("Directive"),
    "search.kind.task": N_("Task"),
    "search.kind.measure": N_("Measure"),
    "search.kind.actor": N_("Actor"),
    "search.kind.topic": N_("Topic"),
    "search.kind.term": N_("Term"),
    "search.kind.section": N_("Section"),
    "search.kind.passage": N_("Source text"),
    "search.kind.page": N_("Page"),
    "bodies.found": N_("Bodies and people found: {count}"),
    "bodies.none": N_("No body has this name."),
    "share.tools": N_("Share and cite"),
    "share.which": N_("Which sentence"),
    "share.link": N_("Copy link"),
    "share.quote": N_("Copy quote"),
    "share.copy": N_("Copy {what}"),
    "share.copied": N_("Copied: {what}"),
    "share.selected": N_("The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C."),
    "visit.one": N_("1 change since your last visit on {day}"),
    "visit.many": N_("{count} changes since your last visit on {day}"),
    "visit.more": N_("{count} changes or more since your last visit on {day}"),
    "table.filter": N_("Filter this table"),
    "table.count": N_("{count} of {total} rows"),
}
"""By the name that scripts use; values in braces are filled in by the script."""


def word_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """The words by name, a file for each language."""
    for language in site.languages:
        named = {name: language.gettext(message) for name, message in _WORDS.items()}
        yield as_script(f"words/{language.code}", named)
