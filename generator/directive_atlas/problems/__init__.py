"""Problems with the data.

A problem is a value: stages yield problems, and only the command line prints them.
"""

from directive_atlas.problems.catalogue import problem
from directive_atlas.problems.formats import RENDERERS, as_github, as_json, as_text, order
from directive_atlas.problems.model import Catalogue, Kind, Place, Problem, Severity
from directive_atlas.problems.summing import summed_up
from directive_atlas.problems.translation import message_languages, translation
from directive_atlas.problems.wording import Wording, both, either, say, sequence

__all__ = [
    "RENDERERS",
    "Catalogue",
    "Kind",
    "Place",
    "Problem",
    "Severity",
    "Wording",
    "as_github",
    "as_json",
    "as_text",
    "both",
    "either",
    "message_languages",
    "order",
    "problem",
    "say",
    "sequence",
    "summed_up",
    "translation",
]
