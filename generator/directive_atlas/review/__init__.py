"""Reviews: which passages changed since somebody reviewed them."""

from directive_atlas.review.compare import Comparison, Seen, compare
from directive_atlas.review.report import as_report, as_summary
from directive_atlas.review.state import Review, review_of
from directive_atlas.review.table import accepted

__all__ = ["Comparison", "Review", "Seen", "accepted", "as_report", "as_summary", "compare", "review_of"]
