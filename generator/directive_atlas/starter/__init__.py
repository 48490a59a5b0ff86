"""The files that ``directives init`` writes: a site that builds at once."""

from directive_atlas.starter.starter import RECIPES, Answers, starter_files

__all__ = ["RECIPES", "Answers", "starter_files"]
