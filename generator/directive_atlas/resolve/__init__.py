"""Raw records to the sealed graph: references, backlinks, quotes located, terms found."""

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.resolve import resolve

__all__ = ["Corpus", "resolve"]
