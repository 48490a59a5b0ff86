"""The earlier editions of a directive, with the changes from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from directive_atlas.load import schema
from directive_atlas.passages import DirectivePassages
from directive_atlas.redline import Bodies, redline, resting
from directive_atlas.redline import Edition as Compared
from directive_atlas.resolve import model
from directive_atlas.resolve.values import maybe_text


def editions(raw: schema.Directive, own: DirectivePassages | None, bodies: Bodies) -> Iterator[model.Edition]:
    """The editions before the present one, the newest first; only on the present text does anything rest."""
    if own is None or not own.earlier:
        return
    present = Compared(own.source, resting(raw, own))
    later = [*(Compared(each.source, {}) for each in own.earlier[1:]), present]
    days = [each.edition.date for each in own.earlier[1:]]
    for earlier, new, day in reversed([*zip_longest(own.earlier, later, days)]):
        edition = earlier.edition
        changes = redline(earlier.matches, Compared(earlier.source, {}), new, bodies)
        yield model.Edition(
            edition.date, day, maybe_text(edition.title), edition.url, maybe_text(edition.note),
            earlier.source, changes,
        )  # fmt: skip
