"""A reader who knows the shortest way, and what it costs: clicks, keys, pages, screens."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page
from pypinyin import lazy_pinyin

from tests.tools.browsing.browser import settle

_LOOK = Path(__file__).with_name("look.js").read_text("utf-8").rstrip().removesuffix(";")
_MARKED = "[data-answer]"
_MARGIN = 140
"""Pixels kept above and below what is looked for: a header that stays may lie there."""
PATIENCE = 6.0
"""Seconds after which something is not there; an answer that scripts make needs a moment."""
_TO_CLICK, _TRIES = 4_000, 3
"""Milliseconds until what is to be clicked holds still, and how often that is tried."""


class NotThereError(Exception):
    """A page does not have what the reader looks for."""


@dataclass(slots=True)
class Cost:
    """What a way has taken so far; ``scrolled`` and ``deep`` in heights of the window.

    ``scrolled`` is the least that must be scrolled, over all pages; ``deep`` is where the last thing that was
    looked for begins, counted from the top of its page.
    """

    clicks: int = 0
    keys: int = 0
    pages: int = 1
    scrolled: float = 0.0
    deep: float = 0.0
    words: str = ""


class Reader:
    """Somebody at a window of some size, on a page of a site in one language."""

    def __init__(self, page: Page, root: str, language: str) -> None:
        """Begin on the home page; ``root`` is the address of the site, with a slash at its end."""
        self.page, self.language, self.cost = page, language, Cost()
        self._open(root + ("" if language == "zh" else f"{language}/") + "index.html")

    @property
    def narrow(self) -> bool:
        """Whether there is no keyboard and no row of tabs."""
        return self._size()["width"] < 1000

    def read(self, pattern: str, patience: float = PATIENCE) -> None:
        """Look for words on this page, and open the folds around them.

        Raises:
            NotThereError: the page does not say it.

        """
        self._bring("phrase", [pattern], patience)

    def press(self, pattern: str, group: str | None = None, patience: float = PATIENCE) -> None:
        """Look for a link, button or box by its name, and press it.

        Raises:
            NotThereError: the page has none.

        """
        for _ in range(_TRIES - 1):
            self._bring("control", [pattern, group], patience)
            with suppress(BrowserError):  # a list that has just been drawn anew
                self._click()
                return
        self._bring("control", [pattern, group], patience)
        self._click()

    def point(self) -> None:
        """Rest the pointer on the words that were found last."""
        self.page.locator(_MARKED).hover(timeout=_TO_CLICK)

    def ask(self, query: str) -> None:
        """Open the search and type; with a keyboard by its key, else by the sign in the header."""
        if self.narrow:
            self.press(r"^(查找|搜索|Find|Search)(\s*/)?$")
        else:
            self.page.keyboard.press("/")
            self.cost.keys += 1
        self.page.wait_for_function("document.activeElement?.matches('input')")
        self.page.keyboard.type(query)
        self.cost.keys += keys(query)

    def _bring(self, kind: str, wanted: list[str | None], patience: float) -> None:
        found = self._find(kind, wanted, patience)
        while found.get("folded"):
            self._click()
            found = self._find(kind, wanted, patience)
        self.cost.deep, self.cost.words = found["top"] / self._size()["height"], found["words"]

    def _find(self, kind: str, wanted: list[str | None], patience: float) -> dict[str, Any]:
        until = time.monotonic() + patience
        while not (found := self.page.evaluate(f"wanted => {_LOOK}.{kind}(...wanted)", wanted)):
            if time.monotonic() > until:
                raise NotThereError(wanted[0])
            self.page.wait_for_timeout(100)
        self._scroll(found["away"])
        return dict(found)

    def _scroll(self, away: float) -> None:
        self.cost.scrolled += abs(away) / self._size()["height"]
        if away and self.page.locator("dialog[open]").count():
            self.page.locator(_MARKED).scroll_into_view_if_needed()
        elif away:
            margin = _MARGIN if away > 0 else -_MARGIN
            self.page.evaluate("by => scrollBy({top: by, behavior: 'instant'})", away + margin)

    def _click(self) -> None:
        before = self._address()
        self.page.locator(_MARKED).click(timeout=_TO_CLICK)
        self.cost.clicks += 1
        self.page.wait_for_timeout(150)
        settle(self.page)
        self.cost.pages += self._address() != before

    def _open(self, address: str) -> None:
        self.page.goto(address)
        settle(self.page)

    def _address(self) -> str:
        return self.page.url.partition("#")[0].partition("?")[0]

    def _size(self) -> dict[str, int]:
        size = self.page.viewport_size
        assert size
        return {"width": size["width"], "height": size["height"]}


def keys(text: str) -> int:
    """Strokes to type a text: Chinese by its sounds, and one more to choose each run of it."""
    sounds = lazy_pinyin(text)
    runs = sum(
        ord(sign) > 0x2E80 and (not place or ord(text[place - 1]) <= 0x2E80)
        for place, sign in enumerate(text)
    )
    return sum(map(len, sounds)) + runs
