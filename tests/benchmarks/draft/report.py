"""The table of a run, and the list of what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.benchmarks.draft.claims import Compared
from tests.benchmarks.draft.score import MEASURES, Scores, total

_LONGEST = 90
"""How many characters of a passage a list shows."""


def table(scores: Mapping[str, Scores], languages: Mapping[str, str]) -> Iterator[str]:
    """Lines with precision, recall, F1 and the number annotated: each document, then each language."""
    yield f"{'':32}" + "".join(f"{name:^24}" for name in MEASURES)
    yield f"{'':32}" + "   P    R   F1      n    " * len(MEASURES)
    yield from (_row(slug, each) for slug, each in scores.items())
    for language in sorted(set(languages.values())):
        own = [each for slug, each in scores.items() if languages[slug] == language]
        yield _row(f"all {len(own)} in {language}", total(own))


def _row(name: str, scores: Scores) -> str:
    return f"{name[:31]:32}" + "".join(_cell(scores[measure]) for measure in MEASURES)


def _cell(compared: Compared) -> str:
    if not (compared.annotated or compared.slips):
        return f"{'–':^24}"
    figures = " ".join(f"{share:4.2f}" for share in (compared.precision, compared.recall, compared.f1))
    return f"{figures} {compared.annotated:5}    "


def differences(scores: Scores) -> Iterator[str]:
    """Every slip: what was missed and what is too much, with its position in the drafted text."""
    for measure in MEASURES:
        for slip in sorted(scores[measure].slips, key=lambda slip: slip.start):
            sign = "missed" if slip.missed else "extra"
            words = " ".join(slip.words.split())
            yield f"  {measure:16} {sign:7} {slip.start:7}  {words[:_LONGEST]}"
