"""What is made from the corpus: each output is a function that yields files; none depends on another."""

from directive_atlas.outputs.kinds import GENERATED, OUTPUTS, Kind, can_be_made, is_generated, is_page
from directive_atlas.outputs.work import emit

__all__ = ["GENERATED", "OUTPUTS", "Kind", "can_be_made", "emit", "is_generated", "is_page"]
