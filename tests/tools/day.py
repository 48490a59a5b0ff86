"""Pages of the fixture on its own day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.tools.moment import FIXTURE_DAY


@contextmanager
def on_its_day(browser: Browser, served: str) -> Iterator[Page]:
    """A wide Chinese page of the site ``served``, for which it is the day of the build."""
    context = browser.new_context(base_url=served, locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.clock.set_fixed_time(f"{FIXTURE_DAY}T09:00:00")
    yield page
    context.close()
