"""Raw records to the corpus: linked both ways, quotes located, terms found, statuses computed."""

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.resolve import resolve

__all__ = ["Corpus", "resolve"]
