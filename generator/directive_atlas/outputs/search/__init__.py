"""The search index: sealed corpus in, small files that the search of the site loads out."""

from directive_atlas.outputs.search.files import search_files

__all__ = ["search_files"]
