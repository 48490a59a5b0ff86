"""What the task finder of the site loads: all tasks and measures, in shards."""

from directive_atlas.outputs.finder.finder import finder_files

__all__ = ["finder_files"]
