"""Raw records to the sealed graph: references, backlinks, quotes located, terms found."""

from generator.resolve.corpus import Corpus
from generator.resolve.resolve import resolve

__all__ = ["Corpus", "resolve"]
