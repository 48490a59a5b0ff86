"""Bodies that many sites name: a site copies their records or refers to them."""

from directive_atlas.registry.bodies import (
    LANGUAGES,
    REGISTRIES,
    Entry,
    Registry,
    find,
    names_in,
    nearest,
    registry,
    skeleton,
)
from directive_atlas.registry.copying import copies, present

__all__ = [
    "LANGUAGES",
    "REGISTRIES",
    "Entry",
    "Registry",
    "copies",
    "find",
    "names_in",
    "nearest",
    "present",
    "registry",
    "skeleton",
]
