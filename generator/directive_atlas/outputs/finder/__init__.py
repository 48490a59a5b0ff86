"""The data of the task finder: all tasks and measures, in shards."""

from directive_atlas.outputs.finder.finder import finder_files

__all__ = ["finder_files"]
