"""What is made to be printed: the sheet of a directive, and the form of a body's work."""

from directive_atlas.outputs.exports.printed.files import print_files

__all__ = ["print_files"]
