"""Output to disk: only what changed, each file at once, and nothing that is not ours.

``alone`` keeps other runs away, ``plan`` compares an output with the folder of pages, ``carry_out``
does what was planned. A manifest beside the pages remembers which files runs have written.
"""

from directive_atlas.write.carry_out import Summary, carry_out
from directive_atlas.write.lock import LOCK, RunningError, alone
from directive_atlas.write.manifest import MANIFEST
from directive_atlas.write.plan import Plan, plan

__all__ = ["LOCK", "MANIFEST", "Plan", "RunningError", "Summary", "alone", "carry_out", "plan"]
