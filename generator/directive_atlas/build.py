"""The pipeline: from a data folder to the files of a site, in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from directive_atlas.check import check
from directive_atlas.collector import without_collector
from directive_atlas.expand import Expanded, expand
from directive_atlas.identify import identify
from directive_atlas.interface.site import DataFolder, Site, describe_site
from directive_atlas.load import RawCorpus, Watch, load, schema, unwatched
from directive_atlas.outputs.engine import Engine, here
from directive_atlas.outputs.files import Output, gathered
from directive_atlas.outputs.pages.own_templates import OwnTemplateError
from directive_atlas.outputs.pages.tracing import Former
from directive_atlas.outputs.work import Made, emit
from directive_atlas.passages import Passages, find_passages
from directive_atlas.problems import Problem, order
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.resolve.stale import not_looked_at
from directive_atlas.schedule import schedule
from directive_atlas.vocabulary.zones import zone


@dataclass(frozen=True, slots=True)
class Built:
    """All problems of a run, sorted, and the site with its files unless one of them is an error."""

    problems: tuple[Problem, ...]
    site: Site | None = None
    output: Output | None = None
    settings: schema.Settings = field(default_factory=schema.Settings)

    @property
    def ok(self) -> bool:
        """Whether there is something to write."""
        return self.output is not None


@without_collector()
def build(
    data: Path,
    now: dt.datetime,
    *,
    shown: str = "data",
    within: str = "data",
    as_of: dt.date | None = None,
    coverage: int | None = None,
    overrides: Path | None = None,
    parquet: bool = False,
    revision: str = "",
    engine: Engine = here,
    made: Mapping[int, Made] | None = None,
    former: Former | None = None,
    watch: Watch = unwatched,
) -> Built:
    """Load, identify, expand, check, schedule, resolve and emit; the time comes in, nothing goes out.

    The reference date is ``as_of``, else that of the settings, else the day of ``now`` in the site's time
    zone. ``coverage`` is the required percentage of each source, if any; ``overrides`` the folder of
    words and templates that replace ours; ``shown`` the name of ``data`` in messages, ``within`` its path
    from the folder of the site; ``parquet`` asks for the tables in that format, too; ``revision`` is what
    the site says of the state of the data; ``engine`` says on what the outputs are made, ``made`` what of
    them was made elsewhere, and ``former`` from what the last run made its pages; ``watch`` is told how far
    long tables are read.

    Raises:
        ClusterError: a cluster cannot be used.
    """
    found = resolved(
        data,
        now,
        shown=shown,
        within=within,
        as_of=as_of,
        coverage=coverage,
        overrides=overrides,
        watch=watch,
    )
    problems, settings = found.problems, found.raw.settings
    if found.corpus is None or found.site is None:
        return Built(problems)
    corpus, site = found.corpus, replace(found.site, parquet=parquet, revision=revision)
    del found  # what the corpus does not need of the raw records goes
    try:
        output, clashes = gathered(emit(corpus, site, engine, made, former))
    except OwnTemplateError as error:
        return Built(tuple(order([*problems, error.problem])))
    ordered = tuple(order([*problems, *clashes]))
    return Built(ordered) if clashes else Built(ordered, site, output, settings)


@dataclass(frozen=True, slots=True)
class Resolved:
    """All problems of a data folder, sorted, and its records as pages show them, unless one is an error.

    ``raw`` has what a reference date leaves out, such as later reports.
    """

    problems: tuple[Problem, ...]
    raw: RawCorpus
    corpus: Corpus | None = None
    site: Site | None = None


@without_collector()
def resolved(
    data: Path,
    now: dt.datetime,
    *,
    shown: str = "data",
    within: str = "data",
    as_of: dt.date | None = None,
    coverage: int | None = None,
    overrides: Path | None = None,
    watch: Watch = unwatched,
) -> Resolved:
    """Load, identify, expand, check, schedule and resolve; the arguments are those of ``build``."""
    records, problems = read_records(data, shown, watch)
    raw, passages = records.expanded.corpus, records.passages
    day = as_of or reference_date(raw.settings, now)
    problems += check(raw, passages, coverage)
    dates, found = schedule(raw, day)
    site, without = describe_site(raw.settings, overrides)
    problems += [*found, *without]
    if site is None or any(problem.is_error for problem in problems):
        return Resolved(tuple(order(problems)), raw)
    corpus = resolve(records.expanded, passages, dates, day)
    problems += not_looked_at(corpus, raw.settings.look_again_months)
    return Resolved(tuple(order(problems)), raw, corpus, replace(site, data=DataFolder(shown, within)))


@dataclass(frozen=True, slots=True)
class Records:
    """The whole records of a data folder, and their quotes in the sources."""

    expanded: Expanded
    passages: Passages


def read_records(data: Path, shown: str = "data", watch: Watch = unwatched) -> tuple[Records, list[Problem]]:
    """Load the records, name each by its id, find the quotes and write out what is inherited."""
    raw, problems = load(data, shown, watch=watch)
    records, more = complete(raw)
    return records, [*problems, *more]


def complete(raw: RawCorpus) -> tuple[Records, list[Problem]]:
    """Raw records named by their ids, with their quotes and what is inherited."""
    identified, unknown = identify(raw)
    passages = find_passages(identified)
    expanded, unnamed = expand(identified, passages)
    return Records(expanded, passages), [*unknown, *unnamed]


def reference_date(settings: schema.Settings, now: dt.datetime) -> dt.date:
    """The reference date of a site, unless the command line gives one."""
    if settings.as_of:
        return settings.as_of.first
    return (now.astimezone(zone(settings.time_zone)) if settings.time_zone else now).date()
