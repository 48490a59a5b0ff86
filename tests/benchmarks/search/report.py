"""The figures as a table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence

from tests.benchmarks.search.drive import Cold
from tests.benchmarks.search.labels import Answer, first, reciprocal_rank, top_five


def quality(answers: Sequence[Answer]) -> Iterator[str]:
    """A line for each class of queries, for all written and all drawn ones, and for all."""
    yield f"{'':28} {'queries':>7} {'first':>6} {'top five':>9} {'MRR':>6}"
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    for kind in kinds:
        yield _line(kind, [answer for answer in answers if answer.query.kind == kind])
    drawn = [answer for answer in answers if answer.query.kind.startswith("drawn")]
    if drawn:
        yield _line("ALL HAND-WRITTEN", [answer for answer in answers if answer not in drawn])
        yield _line("ALL DRAWN", drawn)
    yield _line("ALL", answers)


def _line(name: str, answers: Sequence[Answer]) -> str:
    if not answers:
        return f"{name:28} {0:7}"
    shares = f"{first(answers):6.3f} {top_five(answers):9.3f} {reciprocal_rank(answers):6.3f}"
    return f"{name:28} {len(answers):7} {shares}"


def misses(answers: Iterable[Answer]) -> Iterator[str]:
    """What was not first: the query, its rank, where it should lead and where it led."""
    for answer in answers:
        if answer.rank != 1:
            query = answer.query
            rank = answer.rank or "-"
            yield f"[{query.kind}] {query.text} | rank {rank} | wanted {' '.join(query.pages)}"
            yield f"      first: {' '.join(answer.places[:3]) or 'nothing'}"


def speed(answers: Sequence[Answer], cold: Sequence[Cold]) -> Iterator[str]:
    """Milliseconds from the last key to the results, and kilobytes before the first."""
    yield f"{'':28} {'median':>8} {'95 %':>8} {'most':>8}"
    yield _spread("ms from key to result, warm", [answer.milliseconds for answer in answers])
    if cold:
        yield _spread("ms from key to result, cold", [first.milliseconds for first in cold])
        yield _spread("KB before first result", [first.loaded / 1000 for first in cold])
        most = max(cold, key=lambda first: first.loaded)
        yield f"most loaded for: {most.text}"


def _spread(name: str, values: Sequence[float]) -> str:
    high = statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return f"{name:28} {statistics.median(values):8.1f} {high:8.1f} {max(values):8.1f}"
