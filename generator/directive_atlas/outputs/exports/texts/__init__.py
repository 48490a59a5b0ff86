"""The records as plain Markdown for programs that read, and the list of what there is (``llms.txt``)."""

from directive_atlas.outputs.exports.texts.files import text_files

__all__ = ["text_files"]
