"""The page of ``directives edit`` as the tests use it: by mouse, and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Opened:
    """The page of the record, and its file."""

    page: Page
    record: Path


Editing = Callable[..., Opened]
"""Opens the record of the site, in one of the languages of the page."""


def choose(page: Page, words: str) -> None:
    """Select words of the text with the mouse, from the first to the last."""
    box = page.evaluate(
        """(words) => {
          const runs = [...document.querySelectorAll("#source .run")];
          const text = runs.map((run) => run.textContent).join("");
          const start = text.indexOf(words), end = start + words.length;
          const at = (place, side) => {
            let before = 0;
            for (const run of runs) {
              const length = run.textContent.length;
              if (place < before + length) {
                const range = new Range();
                range.setStart(run.firstChild, place - before);
                range.setEnd(run.firstChild, place - before + 1);
                run.scrollIntoView({ block: "center" });
                return () => {
                  const box = range.getBoundingClientRect();
                  return [side < 0 ? box.left + 1 : box.right - 1, box.top + box.height / 2];
                };
              }
              before += length;
            }
          };
          const [first, last] = [at(start, -1), at(end - 1, 1)];
          return [first(), last()];
        }""",
        words,
    )
    (left, top), (right, bottom) = box
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()
    expect(page.locator("#chosen")).to_have_value(words)


def done(page: Page, message: str) -> None:
    """Wait until the page says what was done."""
    expect(page.locator("#status")).to_contain_text(message)


def add(page: Page, words: str, kind: str) -> None:
    """Choose words and say what they are."""
    choose(page, words)
    page.locator(f"#add-{kind}").click()
    done(page, f"Added: {words[:8]}")
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def pick(page: Page, field: str, typed: str, name: str, said: str = "Changed:") -> None:
    """Choose a name by typing a part of it; ``said`` is what the page then says."""
    page.locator(field).press_sequentially(typed)
    page.get_by_role("option", name=name, exact=True).click()
    say(page, said)


def fill(page: Page, field: str, words: str) -> None:
    """Fill in a field as somebody who types and goes on."""
    page.locator(field).fill(words)
    page.locator(field).press("Tab")
    done(page, "Changed:")
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def part(page: Page, name: str) -> None:
    """Show a part of the record."""
    page.locator("#tree").get_by_role("button", name=name).first.click()
    expect(page.locator("#form-heading")).to_contain_text(name.partition(" ")[2][:8])


def keys(page: Page, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on an element; a page in which it never gets there has a trap."""
    for _ in range(80):
        if page.evaluate("() => document.activeElement?.id ?? ''") == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}")


def say(page: Page, message: str) -> None:
    """Wait until the page says what was done, and take it away."""
    done(page, message)
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def read(page: Page, *steps: str, kind: str) -> None:
    """From wherever the focus is: to the text, by arrow keys to sentences, and to an action."""
    page.keyboard.press("Escape")
    expect(page.locator("#sentences")).to_be_focused()
    keys(page, *steps, "Enter")
    tab_to(page, f"add-{kind}")
    keys(page, "Enter")
    say(page, "Added:")
