"""From any file that somebody has on the desk to a source text: text, Markdown, HTML, DOCX, PDF."""

from directive_atlas.intake.read import content_of, read_file
from directive_atlas.intake.taken import Limits, RefusedError, Taken

__all__ = ["Limits", "RefusedError", "Taken", "content_of", "read_file"]
