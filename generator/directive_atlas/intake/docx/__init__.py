"""A Word document: its words with the labels that Word only shows, its tables and footnotes."""

from directive_atlas.intake.docx.document import read_docx

__all__ = ["read_docx"]
