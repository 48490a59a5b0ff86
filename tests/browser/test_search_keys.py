"""The rules of the search are the same in both languages of code: scripts find what the generator wrote."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from directive_atlas.outputs.search.numbers import dates, numbers
from directive_atlas.outputs.search.text import grams, normalised, short, simplified, squeezed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.tools.sites import COUNTRIES

ALPHABET = (
    "工业互联网业互聯網铁塔二〇零一十百千万亿点年月日号分之年25GgAZsie09 .,-/%+、。“”（）％０８Ａ①ﬁéßİΣς々㎡𠮷"  # noqa: E501
    "janfebmarchaprilmayofthpercentmillionthousand 22 2020"
)


def _keys(text: str) -> list[Any]:
    plain = normalised(text)
    return [
        plain,
        squeezed(plain),
        short(plain, COUNTRIES),
        list(grams(plain)),
        [list(keys) for _, _, keys in dates(plain)],
        [key for _, _, key in numbers(plain)],
    ]


_SAME_KEYS = """
texts => {
  const { text, numbers } = window.rules;
  return texts.map(each => {
    const plain = text.normalised(each);
    return [plain, text.squeezed(plain), text.short(plain), text.grams(plain),
      numbers.dates(plain).map(({keys}) => keys), numbers.numbers(plain).map(({key}) => key)];
  });
}
"""


_LOAD_RULES = """
async folded => {
  await Promise.all(["text", "numbers"].map(name => atlas.run(`assets/search/${name}`)));
  const manifest = await atlas.load("search/index");
  const text = new SearchText(manifest.text);
  text.learn(folded);
  window.rules = { text, numbers: new SearchNumbers(manifest.numbers) };
}
"""


@pytest.fixture(scope="module")
def script_rules(browser: Browser, served: str) -> Iterator[Page]:
    """A page on which the rules of the scripts can be tried, with all simplified characters known."""
    page = browser.new_context(base_url=served).new_page()
    page.goto("index.html")
    folded = ["".join(map(chr, simplified())), "".join(simplified().values())]
    page.evaluate(_LOAD_RULES, folded)
    yield page
    page.context.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_scripts_and_generator_make_the_same_keys_of_any_text(script_rules: Page, seed: int) -> None:
    chance = random.Random(seed)
    texts = ["".join(chance.choices(ALPHABET, k=chance.randrange(1, 30))) for _ in range(200)]
    texts += ["".join(chr(chance.randrange(0x20, 0xD800)) for _ in range(8)) for _ in range(50)]
    known = [text for text in texts if all(unicodedata.category(sign) != "Cn" for sign in text)]
    for text, keys in zip(known, script_rules.evaluate(_SAME_KEYS, known), strict=True):
        assert keys == _keys(text), text
