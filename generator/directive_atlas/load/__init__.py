"""Files to raw records: every value remembers its file, line and column."""

from directive_atlas.load.corpus import RawCorpus, Unreadable
from directive_atlas.load.folder import Watch, load, unwatched

__all__ = ["RawCorpus", "Unreadable", "Watch", "load", "unwatched"]
