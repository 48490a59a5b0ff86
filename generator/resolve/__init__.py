"""Raw records to the sealed graph: references, backlinks, quotes located, terms found."""

from generator.resolve.model import Corpus
from generator.resolve.resolve import resolve

__all__ = ["Corpus", "resolve"]
