"""How tasks stand on the reference date: what was reported, compared with the time that they have.

``reported`` gathers what the reports say, ``horizon`` until when work can be expected, ``deadline``
compares one timing with both, ``whole`` joins the timings, ``bodies`` does the same for each body by its
own reports, ``occurrences`` for each time of what recurs. ``docs`` of the site (the page “How statuses
come about”) tells readers the same rules.
"""

from directive_atlas.resolve.standing.beginning import time_status
from directive_atlas.resolve.standing.bodies import ToldOfBodies, told_of_bodies
from directive_atlas.resolve.standing.deadline import AsOf, Prospect
from directive_atlas.resolve.standing.extension import extended, granted_extension
from directive_atlas.resolve.standing.horizon import Carried, carried, horizons
from directive_atlas.resolve.standing.occurrences import occurrences
from directive_atlas.resolve.standing.reported import Progressed, progress_of
from directive_atlas.resolve.standing.whole import Around, Dated, standing

__all__ = [
    "Around",
    "AsOf",
    "Carried",
    "Dated",
    "Progressed",
    "Prospect",
    "ToldOfBodies",
    "carried",
    "extended",
    "granted_extension",
    "horizons",
    "occurrences",
    "progress_of",
    "standing",
    "time_status",
    "told_of_bodies",
]
