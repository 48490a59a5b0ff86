"""What each word of the fixed lists means, in the languages of the site."""

from __future__ import annotations

from collections.abc import Mapping

from directive_atlas.interface.site import Site
from directive_atlas.vocabulary import actors, changes, directives, progress, tasks
from directive_atlas.vocabulary.changes import name_of
from directive_atlas.vocabulary.word import Word

LISTS: tuple[type[Word], ...] = (
    directives.DirectiveKind,
    directives.DateKind,
    directives.EndingKind,
    directives.PaperStatus,
    directives.ChangeStatus,
    directives.RelationKind,
    tasks.Role,
    tasks.Basis,
    tasks.OriginKind,
    tasks.Obligation,
    tasks.Choice,
    tasks.Order,
    tasks.Stage,
    tasks.TimingForm,
    tasks.PendingChange,
    progress.Comparator,
    progress.Status,
    progress.Answer,
    progress.Verification,
    progress.Connection,
    progress.Grade,
    progress.ReportedStatus,
    progress.DeadlineStatus,
    actors.ActorKind,
    changes.What,
    changes.RecordKind,
    changes.Changing,
)
"""The lists whose words occur in records."""


def all_words(site: Site) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The label of each word in each language, by list and word."""
    return {name_of(each): {word.value: _labels(word, site) for word in each} for each in LISTS}


def _labels(word: Word, site: Site) -> Mapping[str, str]:
    return {language.code: language.gettext(word.label) for language in site.languages}
