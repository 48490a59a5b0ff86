"""The records as JSON files, with the lists and indexes by which they are found, and their description."""

from directive_atlas.outputs.exports.api.files import api_files

__all__ = ["api_files"]
