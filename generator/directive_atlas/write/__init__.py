"""Writing the output to disk: only files that changed, all at once, and only files of the generator.

``alone_with_pages`` locks the folder and finishes what a run before has left, ``plan`` compares an output
with it, ``carry_out`` executes the plan. A manifest in the folder lists the files that the last run has
written.
"""

from directive_atlas.write.carry_out import Summary, carry_out
from directive_atlas.write.lock import LOCK, RunningError, alone, alone_with_pages
from directive_atlas.write.manifest import MANIFEST
from directive_atlas.write.plan import Plan, plan
from directive_atlas.write.settle import NEW, READY

__all__ = [
    "LOCK",
    "MANIFEST",
    "NEW",
    "READY",
    "Plan",
    "RunningError",
    "Summary",
    "alone",
    "alone_with_pages",
    "carry_out",
    "plan",
]
