"""Pictures of each kind of page: two languages, light and dark, wide and narrow, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.benchmarks.answers.measure import LANGUAGES
from tests.benchmarks.answers.pages import OWN_KINDS
from tests.tools.browsing.browser import settle

SIZES = ((1440, 900), (375, 812))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MORE_KINDS = {
    "changes": "changes/index.html",
    "search": "search/index.html",
    "sheet for paper": "print/directives/miit-2020-02-22-5g.html",
    "form for paper": "print/actors/china-mobile.html",
    "not found": "404.html",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader looks at a page."""

    width: int
    height: int
    scheme: Literal["light", "dark"]
    script: bool = True

    @property
    def name(self) -> str:
        """Part of the name of a file."""
        return f"{self.width}-{self.scheme}" + ("" if self.script else "-no-script")


def take_pictures(browser: Browser, root: str, site: Path, folder: Path, only: str) -> Iterator[Path]:
    """The first screen of each page of the kinds whose names hold ``only``, written as it is made."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = [Look(*size, scheme) for size, scheme in product(SIZES, SCHEMES)]
    for look in [*looks, *(Look(*size, "light", script=False) for size in SIZES)]:
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.scheme,
            reduced_motion="reduce",
            java_script_enabled=look.script,
            locale="zh-CN",
        )
        page = context.new_page()
        for name, path in _pages(site, only):
            page.goto(root + path)
            if look.script:
                settle(page)
            target = folder / f"{name}-{look.name}.png"
            page.screenshot(path=target)
            yield target
        context.close()


def _pages(site: Path, only: str) -> Iterator[tuple[str, str]]:
    """The name of a picture and the path of its page, in each language that has it."""
    for kind, path in {**OWN_KINDS, **MORE_KINDS}.items():
        for language in LANGUAGES:
            whole = path if language == "zh" else f"{language}/{path}"
            if only in kind and (site / whole).exists():
                yield f"{kind.replace(': ', '-').replace(' ', '-')}-{language}", whole
