"""Writing the output to disk: only files that changed, atomically, and only files of the generator.

``alone`` locks the folder, ``plan`` compares an output with it, ``carry_out`` executes the plan. A manifest
in the folder lists the files that runs have written.
"""

from directive_atlas.write.carry_out import Summary, carry_out
from directive_atlas.write.lock import LOCK, RunningError, alone
from directive_atlas.write.manifest import MANIFEST
from directive_atlas.write.plan import Plan, plan

__all__ = ["LOCK", "MANIFEST", "Plan", "RunningError", "Summary", "alone", "carry_out", "plan"]
