"""The readings of a figure without a goal over time as a small SVG; one with a goal has a scale.

Each reading is a dot with the number of its entry in the list below, and who said it and when where there is
room: readings of different speakers need not agree, so no line joins them and nothing is computed from them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from directive_atlas.outputs.pages.beside import Box, beside
from directive_atlas.resolve.model import Reference, Target, Text
from directive_atlas.schedule.completion import is_about
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date

_WIDTH, _HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 110, 24, 24, 36
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_APART = 14
"""Labels closer than this would overlap."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A reading: its number in the table (0 for the baseline), its day and value, who said it and when."""

    number: int
    day: dt.date
    value: Decimal
    speaker: Text | None
    when: ImpreciseDate


@dataclass(frozen=True, slots=True)
class Scale:
    """From days and values to positions in the picture; values begin at zero."""

    first: dt.date
    last: dt.date
    top: Decimal

    def x(self, day: dt.date) -> float:
        """The position of a day, in units of the picture."""
        span = (self.last - self.first).days or 1
        return round(_LEFT + (day - self.first).days / span * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: Decimal) -> float:
        """The position of a value; the picture counts from the top."""
        return round(_HEIGHT - _BOTTOM - float(value / self.top) * (_HEIGHT - _TOP - _BOTTOM), 1)


def chart(target: Target, show: Callable[[object], str], title: str) -> Markup:
    """The picture of a figure with at least two dated values, else nothing; also nothing for one level.

    ``show`` writes dates and numbers in the page's language.
    """
    dots = _dots(target)
    flat = len({dot.value for dot in dots}) < 2
    if len(dots) < 2 or flat or any(dot.value < 0 for dot in dots):
        return Markup("")
    scale = _scale(dots, target)
    parts = [*_grid(scale, show), *_days(scale, show), *_points(scale, dots), *_names(scale, dots, show)]
    frame = Markup(
        '<figure class="chart"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg></figure>'
    )
    return frame.format(_WIDTH, _HEIGHT, _one_line(title), Markup("").join(parts))


def _dots(target: Target) -> list[Dot]:
    found = [
        Dot(0, base.date.last, base.value, _speaker(base.reference), base.date)
        for base in target.baselines
        if base.date
    ]
    for number, reading in enumerate(target.readings, 1):
        if reading.value is not None:
            when = is_about(reading)
            found.append(Dot(number, when.last, reading.value, _speaker(reading.evidence), when))
    return found


def _speaker(reference: Reference | None) -> Text | None:
    return (reference.speaker or reference.publisher) if reference else None


def _scale(dots: list[Dot], target: Target) -> Scale:
    days = [dot.day for dot in dots] + ([target.by.last] if target.by else [])
    return Scale(min(days), max(days), _ceiling(max(dot.value for dot in dots)))


def _ceiling(value: Decimal) -> Decimal:
    """The next round number at or above a value."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(10) ** value.adjusted()
    return next(step * power for step in _STEPS if step * power >= value)


def _grid(scale: Scale, show: Callable[[object], str]) -> list[Markup]:
    line = Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    text = Markup('<text x="{}" y="{}" class="value">{}</text>')
    found = []
    for value in (Decimal(0), scale.top / 2, scale.top):
        y = scale.y(value)
        found.append(line.format(_LEFT, _WIDTH - _RIGHT, y, y))
        found.append(text.format(_LEFT - 8, y + 4, _one_line(show(_plain(value)))))
    return found


def _plain(value: Decimal) -> Decimal:
    """A value without zeros after the decimal point."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _one_line(text: str) -> str:
    """A text without line breaks: a blank line would end the block of HTML."""
    return " ".join(text.split())


def _days(scale: Scale, show: Callable[[object], str]) -> list[Markup]:
    text = Markup('<text x="{}" y="{}" class="{}">{}</text>')
    low = _HEIGHT - 10
    first = text.format(scale.x(scale.first), low, "first", _one_line(show(scale.first)))
    return [first, text.format(scale.x(scale.last), low, "last", _one_line(show(scale.last)))]


def _points(scale: Scale, dots: list[Dot]) -> list[Markup]:
    """Dots with their numbers above them; dots at the same position share one label."""
    point = Markup('<circle class="{}" cx="{}" cy="{}" r="4"/>')
    label = Markup('<text class="number" x="{}" y="{}">{}</text>')
    found, labels = [], dict[tuple[int, int], list[tuple[float, float, str]]]()
    for dot in dots:
        x, y = scale.x(dot.day), scale.y(dot.value)
        found.append(point.format("reading" if dot.number else "baseline", x, y))
        labels.setdefault((int(x // _APART), int(y // _APART)), []).append((x, y - 8, str(dot.number)))
    shared = ((*at[0][:2], ", ".join(dict.fromkeys(name for _, _, name in at))) for at in labels.values())
    return [*found, *(label.format(*each) for each in shared)]


def _names(scale: Scale, dots: list[Dot], show: Callable[[object], str]) -> Iterator[Markup]:
    """Who said each reading, and in which month, beside its dot; left out where it would cover something."""
    label = Markup('<text class="name {}" x="{}" y="{}">{}</text>')
    at = [(scale.x(dot.day), scale.y(dot.value)) for dot in dots]
    taken = [Box(x - 6, y - 19, x + 6, y + 5) for x, y in at]
    frame = Box(_LEFT, 0, _WIDTH, _HEIGHT - _BOTTOM + 4)
    for (x, y), dot in zip(at, dots, strict=True):
        words = _name(dot, show)
        if words and (placed := beside(x, y, words, frame, taken)):
            taken.append(placed.box)
            yield label.format(placed.side, placed.x, placed.y, words)


def _name(dot: Dot, show: Callable[[object], str]) -> str:
    if not dot.speaker:
        return ""
    month = parse_date(dot.when.text[:7]) if dot.when.is_day else dot.when
    return _one_line(f"{show(dot.speaker)} · {show(month)}")
