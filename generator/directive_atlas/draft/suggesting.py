"""From a source text to a draft: which language, which bodies, and on which day these existed."""

from __future__ import annotations

from collections.abc import Callable

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.model import Draft
from directive_atlas.draft.naming import Known, known_bodies
from directive_atlas.load import RawCorpus
from directive_atlas.passages import SourceText
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.languages import main_language

Read = Callable[[SourceText, Names], Draft]
"""The rules of a language."""


def language_of(source: SourceText) -> str:
    """The language whose rules read a text, by its script: ``zh`` or ``en``."""
    return main_language(source.text, ("zh", "en"))


def suggested(
    source: SourceText, raw: RawCorpus, read: Read, day: ImpreciseDate | None
) -> tuple[Draft, Known]:
    """A draft, and the bodies that its text may name.

    Of several bodies with a name the one is meant that existed on the ``day``; if that is not given, the text
    is read twice, first to find it.
    """
    known = known_bodies(raw, day)
    draft = read(source, known.names)
    if day is None and (own := day_of(draft)):
        known = known_bodies(raw, own)
        draft = read(source, known.names)
    return draft, known


def day_of(draft: Draft) -> ImpreciseDate | None:
    """The day of a directive by its text: when it was signed, or the next best date."""
    dates = draft.head.dates
    text = next((dates[key] for key in ("signed", "held", "published", "effective") if key in dates), "")
    try:
        return parse_date(text)
    except ValueError:
        return None
