"""All plans, in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.plain import plain_in
from directive_atlas.outputs.exports.poam.names import Names
from directive_atlas.outputs.exports.poam.plan import Planner
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus


def poam_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """A plan of each directive that has tasks; without one, the format allows no plan."""
    for words in plain_in(made, site):
        planner = Planner(words, Names(words.root))
        for found in made.directives.values():
            if found.tasks:
                path = words.language.folder + addresses.plan(found.id).path
                text = json.dumps(planner.plan(found), ensure_ascii=False, separators=(",", ":"))
                yield File(path, f"{text}\n".encode(), corpus.directives[found.id].place)
