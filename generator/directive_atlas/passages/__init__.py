"""The verbatim text of a directive: its paragraphs and sentences, and finding quotes in it."""

from directive_atlas.passages.coverage import Coverage, Sentence, State, cover, overlaps
from directive_atlas.passages.locate import Found, NotFound, difference, locate, nearest
from directive_atlas.passages.passages import (
    background_name,
    fingerprint,
    numbered,
    source_of,
    whole_sentences,
)
from directive_atlas.passages.quotes import Located, Quotes, coverage_of, quotes_of
from directive_atlas.passages.text import Paragraph, SourceText, Span, read_source

__all__ = [
    "Coverage",
    "Found",
    "Located",
    "NotFound",
    "Paragraph",
    "Quotes",
    "Sentence",
    "SourceText",
    "Span",
    "State",
    "background_name",
    "cover",
    "coverage_of",
    "difference",
    "fingerprint",
    "locate",
    "nearest",
    "numbered",
    "overlaps",
    "quotes_of",
    "read_source",
    "source_of",
    "whole_sentences",
]
