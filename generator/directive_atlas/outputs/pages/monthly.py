"""How many entries each month of a timeline has, as a strip of stacked bars."""

from __future__ import annotations

from markupsafe import Markup

from directive_atlas.views.timeline.months import Bar, Strip
from directive_atlas.vocabulary.timeline import EntryGroup

_HEIGHT = 40
_LEAST = 2.0
"""The height of a piece of a bar that stands for one entry among very many."""

_GAP = 0.15
"""The share of a bar's width that stays empty."""


def stacked(strip: Strip, words: str) -> Markup:
    """The picture, as wide as the track of a timeline, with ``words`` for those who do not see it.

    Its unit is a percent of the track; each group of entries is one path, so that there are few elements.
    """
    head = '<svg class="by-month" viewBox="0 0 100 {}" preserveAspectRatio="none" role="img" aria-label="{}">'
    path = Markup('<path class="{}" d="{}"/>')
    paths = (path.format(group.value, _path(strip, group)) for group in strip.groups)
    return Markup(head).format(_HEIGHT, words) + Markup("").join(paths) + Markup("</svg>")


def _path(strip: Strip, group: EntryGroup) -> str:
    return "".join(_piece(bar, group, strip) for bar in strip.bars if bar.counts.get(group))


def _piece(bar: Bar, group: EntryGroup, strip: Strip) -> str:
    """The piece of a group, on top of those of the groups before it."""
    heights = [_height(number, strip) for number in bar.numbers(strip.groups)]
    place = strip.groups.index(group)
    bottom, height = _HEIGHT - sum(heights[:place]), heights[place]
    return f"M{bar.left:g} {bottom:.1f}v-{height:.1f}h{bar.width * (1 - _GAP):.2f}v{height:.1f}z"


def _height(count: int, strip: Strip) -> float:
    room = _HEIGHT - _LEAST * len(strip.groups)
    return count / strip.highest.total * room + _LEAST if count else 0.0
