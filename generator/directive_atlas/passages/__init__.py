"""The words of each source: its paragraphs and sentences, every quote located, how much of it is read."""

from directive_atlas.passages.coverage import Coverage, CoverageState, Sentence, cover, merged, overlaps
from directive_atlas.passages.editions import Match, align
from directive_atlas.passages.fingerprint import fingerprint, whole_sentences
from directive_atlas.passages.formats import read_source
from directive_atlas.passages.governing import READ_IN, word_above, word_before, word_within
from directive_atlas.passages.locate import Found, NotFound, difference, locate, nearest
from directive_atlas.passages.numbers import entry_number, label_numbers
from directive_atlas.passages.passages import (
    DirectivePassages,
    Passages,
    Purpose,
    Quotation,
    find_passages,
)
from directive_atlas.passages.text import Kind, Paragraph, SourceText, Span
from directive_atlas.passages.times import NamedDate, NamedDuration, dates_in, durations_in

__all__ = [
    "READ_IN",
    "Coverage",
    "CoverageState",
    "DirectivePassages",
    "Found",
    "Kind",
    "Match",
    "NamedDate",
    "NamedDuration",
    "NotFound",
    "Paragraph",
    "Passages",
    "Purpose",
    "Quotation",
    "Sentence",
    "SourceText",
    "Span",
    "align",
    "cover",
    "dates_in",
    "difference",
    "durations_in",
    "entry_number",
    "find_passages",
    "fingerprint",
    "label_numbers",
    "locate",
    "merged",
    "nearest",
    "overlaps",
    "read_source",
    "whole_sentences",
    "word_above",
    "word_before",
    "word_within",
]
