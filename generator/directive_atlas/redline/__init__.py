"""Two editions of a text compared, sentence by sentence, with what rests on each sentence."""

from directive_atlas.redline.compare import Edition, redline
from directive_atlas.redline.model import Change, Moved, Piece, Redline
from directive_atlas.redline.named import Bodies
from directive_atlas.redline.resting import Resting, resting

__all__ = ["Bodies", "Change", "Edition", "Moved", "Piece", "Redline", "Resting", "redline", "resting"]
