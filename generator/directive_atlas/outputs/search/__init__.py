"""The search index: from the corpus to small files that the search of the site loads."""

from directive_atlas.outputs.search.files import search_files

__all__ = ["search_files"]
