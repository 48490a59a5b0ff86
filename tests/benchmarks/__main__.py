"""``make bench``: what each stage of a run costs, and whether that grows faster than the data.

``make bench ARGS="--sizes d1k d10k"`` measures other sizes, ``--alone mkdocs zensical`` also what builders
need that make every page of the same site themselves. Seconds are those of the yardstick's reference
processor, so they can be compared between machines and days, to about a tenth. The exponent says how they
grow from one size to the next: 1 is linear, 2 the square.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from directive_atlas.builders.run import BUILDERS

from tests.benchmarks.again import AGAIN
from tests.benchmarks.costs import Cost, Costs, in_own_process
from tests.benchmarks.library.sizes import SIZES
from tests.benchmarks.stages import ALONE, ONE_PAGE, UNCHANGED

LEAST = 0.05
"""Seconds below which an exponent says nothing."""


def exponent(earlier: Costs, later: Costs, stage: str) -> float | None:
    """The power of the number of records with which a stage grows; nothing if it is too short to tell."""
    before, after = earlier.stages[stage].seconds, later.stages[stage].seconds
    if min(before, after) < LEAST:
        return None
    return math.log(after / before) / math.log(later.records / earlier.records)


def table(measured: Sequence[Costs]) -> Iterator[str]:
    """A line for each stage: for each size its columns, then the exponent from each size to the next."""
    sizes = "".join(f" | {f'{costs.size}, {costs.records:,} records':43}" for costs in measured)
    steps = "".join(f" {earlier.size}→{later.size}" for earlier, later in pairwise(measured))
    yield f"{'':16}{sizes} | exponent{steps}"
    heads = f" | {'s':>7} {'peak MB':>8} {'files':>7} {'MB':>8} {'ms/page':>9}"
    yield f"{'stage':16}" + heads * len(measured)
    for stage in measured[0].stages:
        cells = (_cell(costs.stages[stage]) for costs in measured)
        grown = (exponent(*pair, stage) for pair in pairwise(measured))
        yield f"{stage:16}{''.join(cells)} |" + "".join(f" {_told(each):>9}" for each in grown)
    yield f"{'all':16}" + "".join(_cell(_all(costs)) for costs in measured)


def _cell(cost: Cost) -> str:
    size = f"{cost.size / 1e6:.2f}" if cost.files else ""
    page = f"{cost.seconds / cost.pages * 1000:.2f}" if cost.pages else ""
    return f" | {cost.seconds:7.2f} {cost.peak:8.0f} {cost.files or '':>7} {size:>8} {page:>9}"


def _told(grown: float | None) -> str:
    return "" if grown is None else f"{grown:.2f}"


def _all(costs: Costs) -> Cost:
    """All stages together."""
    again = (UNCHANGED, ONE_PAGE, ALONE, AGAIN)
    stages = [cost for stage, cost in costs.stages.items() if not stage.startswith(again)]
    seconds, peak = sum(each.seconds for each in stages), max(each.peak for each in stages)
    return Cost("all", seconds, peak, sum(each.files for each in stages), sum(each.size for each in stages))


def main() -> None:
    """Measure each size, and print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["d100", "d1k"])
    parser.add_argument("--alone", nargs="+", choices=BUILDERS, default=[], metavar="BUILDER")
    asked = parser.parse_args()
    print("\n".join(table([in_own_process(size, asked.alone) for size in asked.sizes])))


if __name__ == "__main__":
    main()
