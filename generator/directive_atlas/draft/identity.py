"""The id of a directive, from the number and the issuer that its text gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from directive_atlas.load.fields import guessed_id, is_id

_OF_CHINA = re.compile(r"[〔［\[(（【]\s*(?P<year>\d{4})\s*[〕］\])）】]\s*第?\s*(?P<number>\d+)\s*号")
"""A document number by GB/T 9704: 国办发〔2018〕71号."""

_KINDS = {
    r"executive order(?: no\.?)?|e\.?o\.?(?: no\.?)?": "eo",
    r"binding operational directive|bod": "bod",
    r"emergency directive|ed": "ed",
}
"""How numbers of orders and directives are called, and what their ids begin with."""


def id_of(number: str, issuers: Sequence[str], day: str) -> str | None:
    """The id that a number gives, or else the issuer and the day; nothing if neither is enough.

    国办发〔2018〕71号 of the State Council's General Office is ``state-council-office-2018-71``,
    Executive Order 14110 is ``eo-14110``. ``issuers`` are ids of bodies.
    """
    guess = _by_number(number, issuers) or ("-".join((issuers[0], day)) if issuers and day else "")
    guess = guess.lower()[:80].strip("-")
    return guess if is_id(guess) else None


def _by_number(number: str, issuers: Sequence[str]) -> str:
    if found := _OF_CHINA.search(number):
        return f"{issuers[0]}-{found['year']}-{int(found['number'])}" if issuers else ""
    if not number or not number.isascii():
        return ""
    for words, short in _KINDS.items():
        if match := re.fullmatch(rf"(?:{words})\W*(?P<rest>[\d-]+)", number.strip(), re.IGNORECASE):
            return f"{short}-{match['rest']}"
    bare = re.fullmatch(r"\d+", number.strip())
    return "" if bare else guessed_id(number)
