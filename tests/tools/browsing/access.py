"""What axe-core and readers of one language find on a page."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

HAN = re.compile("[\u4e00-\u9fff]")
RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What is looked for, and that of what passes nothing is told: that takes as long as to look."""
COLOURS: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules that depend on the colours of a page, and on nothing else."""
VIEWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
}


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds on a page as it is now: rule and elements."""
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{each['id']}: {[node['html'][:160] for node in each['nodes'][:3]]}" for each in found]


def unmarked(page: Page, part: str) -> list[str]:
    """The texts in a part of a page that are not marked as Chinese."""
    texts: list[str] = page.evaluate(
        """(part) => {
          const found = [];
          const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); )
            if (!node.parentElement.closest("script, style, code, :lang(zh)")) found.push(node.data);
          return found;
        }""",
        part,
    )
    return texts
