"""The words of ``vocabulary.yml``."""

from __future__ import annotations

from pathlib import Path

import yaml

_READ = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))


def _words(name: str) -> tuple[str, ...]:
    return tuple(_READ[name].split())


def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(_READ[name].items())


PROVINCES = _words("provinces")
PLACES = PROVINCES + tuple(f"{name}市" for name in _words("prefectures"))
SECTORS, OBJECTS, VERBS = _pairs("sectors"), _pairs("objects"), _pairs("verbs")
"""Chinese and English."""
ENDINGS = _pairs("endings")
"""The end of a title and the kind of directive."""
PROJECTS, BODIES, FIRMS = _words("projects"), _words("bodies"), _words("firms")
UNITS, TERMS = _words("units"), _words("terms")
FIRST, SECOND = tuple(_READ["first"]), tuple(_READ["second"])
DEMANDS, MEASURES = tuple(_READ["demands"]), tuple(_READ["measures"])
