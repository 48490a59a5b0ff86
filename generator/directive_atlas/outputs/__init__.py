"""What is made from the corpus: each output is a function that yields files; none depends on another."""

from directive_atlas.outputs.kinds import GENERATED, OUTPUTS, Kind, is_generated
from directive_atlas.outputs.work import emit

__all__ = ["GENERATED", "OUTPUTS", "Kind", "emit", "is_generated"]
