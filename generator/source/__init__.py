"""The verbatim text of a directive: its paragraphs and sentences, and finding quotes in it."""

from generator.source.coverage import Coverage, Sentence, State, cover, overlaps
from generator.source.locate import Found, NotFound, difference, locate, nearest
from generator.source.passages import background_name, fingerprint, numbered, source_of, whole_sentences
from generator.source.quotes import Located, Quotes, coverage_of, quotes_of
from generator.source.text import Paragraph, SourceText, Span, read_source

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
