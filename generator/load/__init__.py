"""Files to raw records: every value remembers its file, line and column."""

from generator.load.corpus import RawCorpus, Unreadable
from generator.load.folder import load

__all__ = ["RawCorpus", "Unreadable", "load"]
