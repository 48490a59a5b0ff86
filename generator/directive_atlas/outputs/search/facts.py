"""What a result says of a record beside its title: who, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from directive_atlas.interface.language import Language
from directive_atlas.interface.site import Site
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Directive, Task, Text
from directive_atlas.views.papers import paper
from directive_atlas.vocabulary.word import N_

_MOST = 2
"""The number of bodies that are named; of more a sign tells."""


def of_task(task: Task, corpus: Corpus, site: Site) -> Text:
    """Whose work a task is, its day or time, and its status."""
    own = [duty.actor for duty in task.duties if duty.role.owns]
    who = own or [duty.actor for duty in task.duties if duty.role.asks]
    return _in_each(site, lambda language: [_named(who, corpus, language), *_standing(task, language)])


def of_directive(directive: Directive, corpus: Corpus, site: Site) -> Text:
    """Who issued a directive, when, and its status."""
    found = paper(directive, corpus)
    return _in_each(
        site,
        lambda language: [
            _named(directive.issuers, corpus, language),
            language.date(directive.date) if directive.date else "",
            language.gettext(found.status.label) if found else "",
        ],
    )


def _in_each(site: Site, said: Callable[[Language], Iterable[str]]) -> Text:
    """Facts in a row in each language; those that are not known are left out."""
    return Text(tuple((each.code, " · ".join(filter(None, said(each)))) for each in site.languages))


def _named(actors: Sequence[str], corpus: Corpus, language: Language) -> str:
    different = list(dict.fromkeys(actors))
    names = [corpus.actors[actor].name.best(language.code)[0] for actor in different[:_MOST]]
    return language.gettext(N_(", ")).join(names) + ("…" if len(different) > _MOST else "")


def _standing(task: Task, language: Language) -> Iterable[str]:
    during = next((timing.during for timing in task.timings if timing.during), None)
    if task.standing.due:
        yield language.date(task.standing.due)
    elif during:
        yield during.best(language.code)[0]
    yield language.gettext(task.standing.timeliness.label)
