"""The languages of the interface: words from gettext catalogues, dates and numbers by locale."""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import (
    format_date,
    format_skeleton,
    get_day_names,
    get_month_names,
    get_timezone_gmt,
    get_timezone_name,
)
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_scientific

from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.languages import script_of
from directive_atlas.vocabulary.word import N_

_CATALOGUES = Path(__file__).parents[1] / "locale"
_SOURCE = "en"
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONG, _SHORT = Decimal(10) ** 15, 4
"""From this size on, and with at most so many digits, a number is written as a power of ten."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the interface: its words, and how it writes dates and numbers.

    ``folder`` is the folder of its pages below ``docs/``, with a slash at its end; the first language of
    a site has none.
    """

    code: str
    folder: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]
    catalogue: bytes = field(default=b"", repr=False)
    """Its words in gettext's compiled form, of which another process makes the language again."""

    def __reduce__(self) -> tuple[Callable[..., Language], tuple[str, str, bytes]]:
        """For other processes: functions do not travel."""
        return of_catalogue, (self.code, self.folder, self.catalogue)

    @property
    def is_spaced(self) -> bool:
        """Whether there are spaces between its words; Chinese and Japanese have none."""
        return script_of(self.code) not in {"Hans", "Hant", "Jpan"}

    def date(self, date: ImpreciseDate) -> str:
        """A date as precise as it is known, in the language."""
        if date.is_day:
            return self.day(date.first)
        if "H" in date.text:
            first = date.text.endswith("1")
            half = N_("the first half of %(year)s") if first else N_("the second half of %(year)s")
            return self.gettext(half) % {"year": self._skeleton(date.first, "y")}
        if "Q" in date.text:
            return self._skeleton(date.first, "yQQQ")
        return self._skeleton(date.first, "y" if len(date.text) == 4 else "yMMMM")

    def day(self, day: dt.date) -> str:
        """A day in the language's long form."""
        return _day(self.code, day)

    def _skeleton(self, day: dt.date, skeleton: str) -> str:
        return _skeleton(self.code, day, skeleton)

    def month(self, number: int) -> str:
        """The name of a month, 1 to 12; a number if its short form is one (12月, not 十二月)."""
        short = str(get_month_names("abbreviated", "stand-alone", self.code)[number])
        wide = str(get_month_names("wide", "stand-alone", self.code)[number])
        return short if short[:1].isdigit() else wide

    def tick(self, date: ImpreciseDate) -> str:
        """A year, quarter or month as short as an axis needs it; a part of a year without the year."""
        if "Q" in date.text:
            return str(format_date(date.first, "QQQ", locale=self.code))
        return date.text if len(date.text) == 4 else self.month(date.first.month)

    def weekday(self, number: int) -> str:
        """The name of a weekday; Monday is 0."""
        return str(get_day_names("wide", "stand-alone", self.code)[number])

    def zone(self, moment: dt.datetime) -> tuple[str, str]:
        """The name of a moment's time zone and its offset from UTC."""
        name = get_timezone_name(moment, width="long", locale=self.code)
        return name, get_timezone_gmt(moment, width="long", locale="en").replace("GMT", "UTC")

    def language_name(self, code: str) -> str:
        """The name of a language by its code."""
        return str(Locale.parse(self.code).languages.get(code, code))

    def territory(self, code: str) -> str:
        """The name of a country, with the code of the subdivision, if there is one."""
        country, _, part = code.partition("-")
        name = Locale.parse(self.code).territories.get(country, country)
        return f"{name}, {part}" if part else name

    def number(self, value: Decimal | int) -> str:
        """A number with all its digits and the language's separators; a long round one as a power of ten."""
        return _number(self.code, str(value))


@lru_cache(maxsize=1 << 14)
def _number(language: str, digits: str) -> str:
    exact = Decimal(digits)
    if abs(exact) >= _LONG and len(exact.normalize().as_tuple().digits) <= _SHORT:
        return _power_of_ten(str(format_scientific(exact, "0.###E0", locale=language)))
    return str(format_decimal(exact, locale=language, decimal_quantization=False))


@cache
def _day(language: str, day: dt.date) -> str:
    return str(format_date(day, "long", locale=language))


@cache
def _skeleton(language: str, day: dt.date, skeleton: str) -> str:
    return str(format_skeleton(skeleton, day, locale=language))


def _power_of_ten(scientific: str) -> str:
    """``1E26`` as people write it: 1×10²⁶."""
    digits, _, exponent = scientific.partition("E")
    return f"{digits}×10{exponent.translate(_SUPERSCRIPT)}"


def interface_language(code: str, folder: str, own: Path | None = None) -> Language:
    """A language of the interface; ``own`` is a catalogue of the site that replaces words of ours.

    English is the language of the messages themselves and needs no catalogue.

    Raises:
        LookupError: there is no catalogue for the language, ours or the site's.
        UnicodeDecodeError, babel.messages.pofile.PoFileError: a catalogue of the site is not one.
    """
    return of_catalogue(code, folder, _words(code, own) if own and own.is_file() else _our_words(code))


def of_catalogue(code: str, folder: str, catalogue: bytes) -> Language:
    """A language whose words are in gettext's compiled form."""
    words = gettext.GNUTranslations(io.BytesIO(catalogue))
    return Language(code, folder, cache(words.gettext), words.ngettext, catalogue)


@cache
def _our_words(code: str) -> bytes:
    """The words that come with the generator; no run changes them."""
    return _words(code, None)


def _words(code: str, own: Path | None) -> bytes:
    """Our catalogue of a language, and over it the one of a site, compiled."""
    catalogue = Catalog(locale=_locale(code))
    found = [file for file in (_CATALOGUES / f"{code}.po", own) if file and file.is_file()]
    if not found and code.partition("-")[0] != _SOURCE:
        raise LookupError(code)
    for file in found:
        for message in read_po(io.BytesIO(file.read_bytes()), locale=_locale(code), abort_invalid=True):
            if message.id and message.string:
                catalogue.add(message.id, message.string)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def translated_languages() -> list[str]:
    """The codes of the languages that come with the generator."""
    return sorted([_SOURCE, *(file.name.removesuffix(".po") for file in _CATALOGUES.iterdir())])


def _locale(code: str) -> str:
    return code.replace("-", "_")
