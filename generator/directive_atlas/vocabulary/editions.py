"""Words about the editions of a text."""

from __future__ import annotations

from directive_atlas.vocabulary.word import N_, Word


class Fate(Word):
    """What became of a sentence in a new edition; a moved one has the same words at another place."""

    KEPT = "kept", N_("unchanged")
    MOVED = "moved", N_("moved")
    CHANGED = "changed", N_("changed")
    ADDED = "added", N_("added")
    DROPPED = "dropped", N_("dropped")
