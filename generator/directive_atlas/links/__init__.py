"""Whether the web pages that records name are still there: asked politely, and remembered."""

from directive_atlas.links.mentions import Mention, mentions_in
from directive_atlas.links.outcome import Fate, Outcome
from directive_atlas.links.report import link_problems
from directive_atlas.links.round import Round, outcomes_of
from directive_atlas.links.visit import Manners, visit

__all__ = [
    "Fate",
    "Manners",
    "Mention",
    "Outcome",
    "Round",
    "link_problems",
    "mentions_in",
    "outcomes_of",
    "visit",
]
