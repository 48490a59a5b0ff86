"""Lean records to whole ones: what is said once for all below is written out at each place."""

from directive_atlas.expand.expand import Expanded, expand
from directive_atlas.expand.inherit import Inherited, Origin, Origins
from directive_atlas.expand.translate import Counts, Translated

__all__ = ["Counts", "Expanded", "Inherited", "Origin", "Origins", "Translated", "expand"]
