"""Languages by their codes (BCP 47), and the language of a text by its script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The form of a language's code: ``zh``, ``en``, ``zh-Hant``."""

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han characters with 々 and 〇, as the content of a character class; also used by scripts."""

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[a-z]{2}")


def is_chinese(text: str) -> bool:
    """Whether a text has a Han character."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=4096)
def is_language(code: str) -> bool:
    """Whether a code names a language that Unicode's locale data know."""
    return bool(CODE.fullmatch(code)) and localedata.exists(code.replace("-", "_"))


@cache
def script_of(code: str) -> str:
    """The script that a language is usually written in (ISO 15924): ``Latn``, ``Hans``, ``Cyrl``."""
    try:
        locale = Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return ""
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    return locale.script or next((part for part in likely.split("_") if len(part) == 4), "")


def _is_written_in(code: str, *scripts: str) -> bool:
    return script_of(code) in scripts


def languages_of(text: str, site: Sequence[str]) -> tuple[str, ...]:
    """The languages that a plain text is in, of those of the ``site``.

    A text with a Han character is in the first language that uses them, one with a word of small Latin
    letters in the first that uses those; if the site has none, in ``zh`` or ``en``. Anything else
    (``5G``, ``%``) is the same in all of them.
    """
    if is_chinese(text):
        return (next((code for code in site if _is_written_in(code, "Hans", "Hant", "Jpan")), "zh"),)
    if _LATIN.search(text):
        return (next((code for code in site if _is_written_in(code, "Latn")), "en"),)
    return tuple(site)


def language_by_script(words: str, site: Sequence[str]) -> str:
    """The language of a few words that are not a text of a record: an abbreviation counts as Latin."""
    return languages_of("汉" if is_chinese(words) else "latin", site)[0]


def main_language(text: str, site: Sequence[str]) -> str:
    """The language that most of a long text is in: Chinese if a tenth of it is Han characters."""
    return language_by_script("汉" if len(_HAN.findall(text)) * 10 > len(text) else "latin", site)
