"""Problems with the data.

A problem is a value: stages yield problems, and only the command line prints them.
"""

from directive_atlas.problems.catalogue import problem
from directive_atlas.problems.formats import RENDERERS, as_github, as_json, as_text, order
from directive_atlas.problems.model import Catalogue, Kind, Place, Problem, Severity

__all__ = [
    "RENDERERS",
    "Catalogue",
    "Kind",
    "Place",
    "Problem",
    "Severity",
    "as_github",
    "as_json",
    "as_text",
    "order",
    "problem",
]
