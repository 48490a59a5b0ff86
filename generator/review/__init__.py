"""Suspect marks: what changed in the passages since somebody reviewed them."""

from generator.review.compare import Comparison, Seen, compare
from generator.review.report import as_report, as_summary
from generator.review.state import Review, review_of
from generator.review.table import accepted

__all__ = ["Comparison", "Review", "Seen", "accepted", "as_report", "as_summary", "compare", "review_of"]
