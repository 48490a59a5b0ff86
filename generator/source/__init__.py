"""The verbatim text of a directive: its paragraphs and sentences, and finding quotes in it."""

from generator.source.locate import Found, NotFound, locate, nearest
from generator.source.text import Paragraph, SourceText, Span, read_source

__all__ = [
    "Found",
    "NotFound",
    "Paragraph",
    "SourceText",
    "Span",
    "locate",
    "nearest",
    "read_source",
]
