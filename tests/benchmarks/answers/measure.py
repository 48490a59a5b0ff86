"""All figures of a site, as one flat list: each has a name that stays, so that two runs can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from tests.benchmarks.answers.pages import OWN_KINDS, PRINTED, length, sheets
from tests.benchmarks.answers.reader import Cost, NotThereError, Reader
from tests.benchmarks.answers.routes import ROUTES, Route

SIZES = {"1440": (1440, 900), "768": (768, 1024), "375": (375, 812)}
LANGUAGES = ("zh", "en")
Figures = dict[str, float | str | None]
"""What each figure is; None where the answer cannot be found."""


def measure(browser: Browser, root: str, site: Path, only: str) -> Figures:
    """The figures whose names hold ``only``; ``root`` is the address of ``site``."""
    found: Figures = {}
    for size, (width, height) in SIZES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", locale="zh-CN"
        )
        for language in LANGUAGES:
            where = f"{size} {language}"
            for route in (route for route in ROUTES if only in f"{route.name} {where}"):
                found |= _walked(context.new_page(), root, language, route, where)
            found |= dict(_lengths(context.new_page(), root, site, where, only))
        context.close()
    return found


def _walked(page: Page, root: str, language: str, route: Route, where: str) -> Figures:
    cost, reached = walk(page, root, language, route)
    page.close()
    name = f"{route.name} | {where}"
    numbers = {
        "clicks": cost.clicks,
        "keys": cost.keys,
        "pages": cost.pages,
        "scrolled": round(cost.scrolled, 2),
        "deep": round(cost.deep, 2),
    }
    figures: Figures = {f"{name} | {what}": number if reached else None for what, number in numbers.items()}
    return {**figures, f"{name} | words": cost.words[:60] if reached else None}


def walk(page: Page, root: str, language: str, route: Route) -> tuple[Cost, bool]:
    """What a way costs, and whether it leads to its answer."""
    reader = Reader(page, root, language)
    try:
        for step in route.steps:
            step.go(reader)
    except (NotThereError, BrowserError):
        return reader.cost, False
    return reader.cost, True


def _lengths(page: Page, root: str, site: Path, where: str, only: str) -> Iterator[tuple[str, float]]:
    size, language = where.split()
    below = "" if language == "zh" else f"{language}/"
    for kind, path in OWN_KINDS.items():
        if only not in f"length of {kind} {where}" or not (site / below / path).exists():
            continue
        found = length(page, root, site, below + path)
        yield f"length of {kind} | {where} | screens", found.screens
        if size == "1440":
            yield f"length of {kind} | {where} | bytes", found.bytes
            yield f"length of {kind} | {where} | rows", found.rows
            if kind in PRINTED:
                yield f"length of {kind} | {where} | A4", sheets(page, root + below + path)
    page.close()
