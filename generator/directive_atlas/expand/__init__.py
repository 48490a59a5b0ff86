"""Lean records to whole ones: what is said once for all below is written out at each place."""

from directive_atlas.expand.expand import Expanded, expand
from directive_atlas.expand.inherit import Inherited, Origin, Origins

__all__ = ["Expanded", "Inherited", "Origin", "Origins", "expand"]
