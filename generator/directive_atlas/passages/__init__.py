"""The words of each source: its paragraphs and sentences, every quote located, how much of it is read."""

from directive_atlas.passages.coverage import Coverage, CoverageState, Sentence, cover, overlaps
from directive_atlas.passages.fingerprint import fingerprint, whole_sentences
from directive_atlas.passages.formats import read_source
from directive_atlas.passages.locate import Found, NotFound, difference, locate, nearest
from directive_atlas.passages.passages import (
    DirectivePassages,
    Passages,
    Purpose,
    Quotation,
    find_passages,
)
from directive_atlas.passages.text import Kind, Paragraph, SourceText, Span

__all__ = [
    "Coverage",
    "CoverageState",
    "DirectivePassages",
    "Found",
    "Kind",
    "NotFound",
    "Paragraph",
    "Passages",
    "Purpose",
    "Quotation",
    "Sentence",
    "SourceText",
    "Span",
    "cover",
    "difference",
    "find_passages",
    "fingerprint",
    "locate",
    "nearest",
    "overlaps",
    "read_source",
    "whole_sentences",
]
