"""A PDF: its lines in reading order, without running heads, joined to paragraphs."""

from directive_atlas.intake.pdf.document import read_pdf

__all__ = ["read_pdf"]
