"""The table of contents of this stage: what records leave out because it is said elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from directive_atlas.expand.inherit import Origins, inherit
from directive_atlas.expand.members import members_of
from directive_atlas.expand.reasons import with_reasons
from directive_atlas.expand.rules import with_rules
from directive_atlas.expand.titles import with_titles
from directive_atlas.expand.translate import Counts, records_translated, translated
from directive_atlas.load import RawCorpus
from directive_atlas.passages import Passages
from directive_atlas.problems import Problem


@dataclass(frozen=True, slots=True)
class Expanded:
    """The whole records, from where they have what they did not say, and how much is translated.

    ``translations`` tells it by the file of the record and the language.
    """

    corpus: RawCorpus
    origins: Origins
    translations: Mapping[str, Counts]


def expand(raw: RawCorpus, passages: Passages) -> tuple[Expanded, list[Problem]]:
    """Write out titles, translations, named reasons, rules and what parts inherit, in this order."""
    problems: list[Problem] = []
    origins: Origins = {}
    translations: dict[str, Counts] = {}
    directives = []
    members = members_of(raw.actors)
    for directive in raw.directives:
        file = directive.place.file
        titled = with_titles(directive, passages, raw.settings.languages)
        told, counts = translated(titled, raw, passages.of(directive))
        translations[file] = counts
        reasoned, unknown = with_reasons(told, raw.unreadable.ids)
        problems += unknown
        ruled, roles = with_rules(reasoned)
        whole, inherited = inherit(ruled, roles, members)
        origins.update(inherited)
        directives.append(whole)
    corpus = replace(
        raw,
        directives=tuple(directives),
        actors=records_translated(raw.actors, raw, "actors"),
        topics=records_translated(raw.topics, raw, "topics"),
        terms=records_translated(raw.terms, raw, "terms"),
    )
    return Expanded(corpus, origins, translations), problems
