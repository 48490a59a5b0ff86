"""``directives check --links``: asks the web pages that records name, and remembers what they answered."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version

import click

from directive_atlas import filesystem
from directive_atlas.cli.options import Folders, now, shown
from directive_atlas.cli.printing import tell
from directive_atlas.kept import MOST
from directive_atlas.links import Manners, Mention, Round, link_problems, mentions_in, outcomes_of, visit
from directive_atlas.links.outcome import Outcome, as_file, remembered
from directive_atlas.links.report import excepted
from directive_atlas.links.visit import pool
from directive_atlas.load import load
from directive_atlas.load.schema.settings import Settings
from directive_atlas.problems import Problem, say

CACHE = ".cache/links.json"
"""What is remembered, below the folder of the site; git ignores it."""


def links_of(folders: Folders) -> list[Problem]:
    """The problems of the pages that records name; what was found is written into ``CACHE``."""
    raw, _ = load(folders.data, shown(folders.data))
    mentions = mentions_in(raw)
    asked = [each for each in mentions if not excepted(each.address, raw.settings.link_exceptions)]
    known = _known(folders)
    found = _asked(asked, known, now().date(), manners(raw.settings))
    filesystem.write(folders.site, CACHE, as_file(found))
    return list(link_problems(mentions, found, raw.settings))


def _known(folders: Folders) -> dict[str, Outcome]:
    """What is remembered; a line says so if there is something that is not."""
    content = filesystem.read(folders.site, CACHE, MOST)
    known, whole = remembered(content or b"{}")
    if not whole:
        tell(say("{file} is damaged; what cannot be read of it is asked again", file=CACHE), err=True)
    return known


def manners(settings: Settings) -> Manners:
    """How hosts are asked; they are told whose site it is."""
    site = f" (+{settings.address})" if settings.address and settings.address.isascii() else ""
    return Manners(agent=f"directive-atlas/{version('directive-atlas')}{site}")


def _asked(
    mentions: Sequence[Mention], known: dict[str, Outcome], day: dt.date, own: Manners
) -> dict[str, Outcome]:
    """What came of the pages, with a progress bar on a terminal."""
    ask = partial(visit, day=day, manners=own, connections=pool(own))
    plan = Round(day, own, ask, time.sleep)
    addresses = [each.address for each in mentions]
    if not sys.stderr.isatty():
        return outcomes_of(addresses, known, plan, lambda: None)
    with click.progressbar(length=len(addresses), label="Asking pages", file=sys.stderr) as bar:
        return outcomes_of(addresses, known, plan, lambda: bar.update(1))
