"""The page of a record links to each form in which it is to be had, and each of these files is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

Files = Mapping[str, str]
RECORDS = {
    "directives/ferries-2024-channel-works/index.md": {
        "calendar",
        "feed",
        "JSON",
        "spreadsheet",
        "POA&amp;M (JSON)",
        "plain text",
        "sheet to print",
        "feed of changes",
    },
    "directives/ferries-2024-channel-works/dredging.md": {"JSON"},
    "actors/east-bureau.md": {"calendar", "feed", "JSON", "plain text", "work list to print"},
    "changes/index.md": {"feed of changes", "JSON"},
    "changes/2024-06.md": {"feed of changes", "JSON"},
    "tasks/index.md": {"calendar", "feed", "JSON", "spreadsheet"},
    "index.md": {"calendar", "feed", "JSON", "spreadsheet"},
}


@pytest.fixture(scope="module")
def files(written: Mapping[str, bytes]) -> Files:
    """All files of the fixture's site by path; of those that are no pages only the name."""
    return {path: text.decode() if path.endswith(".md") else "" for path, text in written.items()}


def links(page: str) -> dict[str, str]:
    """The links to other forms of a page: name and address."""
    line = re.search(r'<p class="permanent forms">In other forms(.*)</p>', page)
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>', line[1]) if line else []
    return {name: address for address, name in found}


@pytest.mark.parametrize("path", RECORDS)
def test_a_page_links_to_the_forms_of_its_record(path: str, files: Files) -> None:
    assert set(links(files[f"en/{path}"])) == RECORDS[path]


def test_every_link_leads_to_a_file(files: Files) -> None:
    found = 0
    for path, page in files.items():
        if path.startswith("en/") and path.endswith(".md"):
            for target in links(page).values():
                up = target.count("../")
                folder = path.split("/")[: -1 - up]
                assert "/".join([*folder, target.replace("../", "")]) in files, (path, target)
                found += 1
    assert found > 100
