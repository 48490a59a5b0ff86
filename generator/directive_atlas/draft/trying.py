"""What the check would say of a record that is not written yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from directive_atlas.check import check
from directive_atlas.draft.values import marked
from directive_atlas.expand import expand
from directive_atlas.identify import identify
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.fields import Reading
from directive_atlas.load.validate import validate
from directive_atlas.load.walk import first_date
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.passages import find_passages
from directive_atlas.problems import Problem, order
from directive_atlas.schedule import schedule

_SOME_DAY = dt.date(2000, 1, 1)
"""The reference date of a directive without dates; no problem of its own depends on it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A site, and what is added to it for the trial: actors, and the text of one directive's source."""

    raw: RawCorpus
    actors: Sequence[Mapping[str, Any]]
    source: str
    file: str

    def problems(self, text: str) -> list[Problem]:
        """The problems of the record with this text, in its order."""
        languages = Reading(self.raw.settings.languages, self._pages())
        value, syntax = parse_yaml(text, self.file)
        directive, shape = validate(schema.Directive, value, self.file, languages)
        if directive is None or syntax or shape:
            return order([*syntax, *shape])
        raw = self._with(directive)
        identified, unknown = identify(raw)
        passages = find_passages(identified)
        expanded, unnamed = expand(identified, passages)
        day = first_date(directive)
        _, late = schedule(expanded.corpus, day.first if day else _SOME_DAY)
        found = [*unknown, *unnamed, *check(expanded.corpus, passages), *late]
        return [each for each in order(found) if each.place.file == self.file]

    def _pages(self) -> Mapping[str, Any]:
        """The rows of sources.csv of the directive, which its references may name."""
        return {page.id: page.cited for page in self.raw.pages.get(self.file, ())}

    def _with(self, directive: schema.Directive) -> RawCorpus:
        """The site with the directive in place of the one that it has."""
        raw, file = self.raw, self.file
        others = (each for each in raw.directives if each.id != directive.id)
        reading = Reading(raw.settings.languages)
        actors = [validate(schema.Actor, marked(dict(each)), "", reading)[0] for each in self.actors]
        return replace(
            raw,
            directives=(*others, directive),
            actors=(*raw.actors, *filter(None, actors)),
            sources={file: self.source},  # those of the others do not matter here
            editions={file: {}, **raw.editions},
            progress={file: (), **raw.progress},
            reviews={file: (), **raw.reviews},
            targets={file: (), **raw.targets},
            pages={file: (), **raw.pages},
            catalogues={file: {}, **raw.catalogues},
        )
