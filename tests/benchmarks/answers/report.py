"""The figures as tables, alone or beside those of an earlier run."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.answers.measure import Figures

_WALKED = ("clicks", "keys", "pages", "scrolled", "deep")


def lines(found: Figures, before: Figures | None) -> Iterator[str]:
    """Ways to answers first, then lengths; a line for each size of the window and language."""
    yield "clicks · keys · pages · screens scrolled · screens from the top to the answer"
    for name in _names(found, "words"):
        now = _walk(found, name)
        words = found[f"{name} | words"]
        earlier = f"   before {_walk(before, name):26} {_ratio(found, before, name)}" if before else ""
        yield f"{name:46} {now:26}{earlier}   {words or ''}".rstrip()
    yield ""
    yield f"{'':46} {'screens':>8} {'bytes':>9} {'rows':>6} {'A4':>4}"
    for name in _names(found, "screens"):
        yield f"{name:46} " + " ".join(_length(found, before, name))


def _names(found: Figures, last: str) -> list[str]:
    ending = f" | {last}"
    return [name.removesuffix(ending) for name in found if name.endswith(ending)]


def _walk(found: Figures, name: str) -> str:
    numbers = [found.get(f"{name} | {what}") for what in _WALKED]
    return "not found" if numbers[0] is None else " · ".join(map(str, numbers))


def _ratio(found: Figures, before: Figures, name: str) -> str:
    now, then = (figures.get(f"{name} | deep") for figures in (found, before))
    return f"×{now / then:.2f}" if isinstance(now, float) and isinstance(then, float) and then else ""


def _length(found: Figures, before: Figures | None, name: str) -> Iterator[str]:
    for what, width in (("screens", 8), ("bytes", 9), ("rows", 6), ("A4", 4)):
        now, then = found.get(f"{name} | {what}"), (before or {}).get(f"{name} | {what}")
        yield f"{'' if now is None else now:>{width}}"
        if isinstance(now, int | float) and isinstance(then, int | float) and then:
            yield f"(before {then}, ×{now / then:.2f})"
