"""What can be wrong with the data.

A problem is a value: stages yield problems, and only the command line prints them.
"""

from generator.problems.catalogue import problem
from generator.problems.formats import RENDERERS, as_github, as_json, as_text, order
from generator.problems.model import Catalogue, Kind, Place, Problem, Severity

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
