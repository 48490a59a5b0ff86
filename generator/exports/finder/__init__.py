"""What the task finder of the site loads: all tasks and measures, in shards."""

from generator.exports.finder.finder import finder

__all__ = ["finder"]
