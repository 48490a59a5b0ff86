"""What a run would write, and all problems: shared by the commands that build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from directive_atlas import filesystem
from directive_atlas.build import Built, build
from directive_atlas.builders.asking import HEADERS, endpoint_problems
from directive_atlas.builders.by_hand import unfit_names, unfit_pages
from directive_atlas.builders.config import CONFIG, config_problems, read_config
from directive_atlas.builders.links_out import links_out
from directive_atlas.cli.options import Folders, now, shown
from directive_atlas.cli.printing import reading_shown
from directive_atlas.filesystem import Descent
from directive_atlas.outputs.engine import Engine, here
from directive_atlas.outputs.pages.tracing import Former
from directive_atlas.outputs.work import Made
from directive_atlas.problems import Problem, Wording, order
from directive_atlas.program import of_folder, of_program
from directive_atlas.write import Plan, plan
from directive_atlas.write.traces import read_traces, write_traces


@dataclass(frozen=True, slots=True)
class Planned:
    """All problems of a run, and what it would write unless one of them is an error.

    ``built`` is all that it made, given what the ``former`` run had made; ``note`` says why all is made anew,
    if that is so.
    """

    problems: list[Problem]
    built: Built
    former: Former
    plan: Plan | None = None
    note: Wording | None = None


def build_pages(
    folders: Folders,
    as_of: dt.date | None,
    coverage: int | None = None,
    *,
    parquet: bool = False,
    revision: str = "",
    engine: Engine = here,
    made: Mapping[int, Made] | None = None,
    former: Former | None = None,
) -> Built:
    """The pages of a site, in memory."""
    with reading_shown() as watch:
        return build(
            folders.data,
            now(),
            shown=shown(folders.data),
            within=folders.within,
            as_of=as_of,
            coverage=coverage,
            overrides=folders.overrides,
            parquet=parquet,
            revision=revision,
            engine=engine,
            made=made,
            former=former,
            watch=watch,
        )


def plan_pages(
    folders: Folders,
    as_of: dt.date | None,
    *,
    parquet: bool = False,
    revision: str = "",
    engine: Engine = here,
    made: Mapping[int, Made] | None = None,
) -> Planned:
    """Make the pages that are not as they should be, and compare all with those on disk."""
    with Descent(folders.docs) as docs:
        former, note = _former(folders, docs)
        built = build_pages(
            folders,
            as_of,
            parquet=parquet,
            revision=revision,
            engine=engine,
            made=made,
            former=None if made else former,
        )
    planned = plan(built.output, folders.docs) if built.output else None
    found = [*built.problems, *of_site(folders, built), *(planned.problems if planned else ())]
    failed = any(problem.is_error for problem in found)
    return Planned(order(found), built, former, None if failed else planned, note)


def _former(folders: Folders, docs: Descent) -> tuple[Former, Wording | None]:
    """From what the last run made its pages."""
    own = of_folder(folders.overrides) if folders.overrides else ""
    return read_traces(folders.site, docs, f"{of_program()} {own}", of_folder(folders.data))


def keep_traces(folders: Folders, planned: Planned) -> Wording | None:
    """Keep for the next run from what the pages were made that are written now; why not, if so.

    Nothing is kept if somebody changed the data meanwhile: nobody knows which of them were read.
    """
    output = planned.built.output
    if planned.plan is None or output is None or not output.traces:
        return None
    if of_folder(folders.data) != planned.former.data:
        return None
    return write_traces(folders.site, output.traces, planned.plan.after)


def of_site(folders: Folders, built: Built) -> Iterator[Problem]:
    """The problems of ``mkdocs.yml``, and of the folders whose files builders of sites read and copy."""
    yield from _of_config(folders, built)
    for folder in filter(None, (folders.docs, folders.overrides)):
        yield from links_out(folder, shown(folder))
    yield from of_files_by_hand(folders, built)


def of_files_by_hand(folders: Folders, built: Built) -> Iterator[Problem]:
    """The problems of names, and of pages that no run writes, over which a builder would stumble."""
    for folder in filter(None, (folders.docs, folders.overrides)):
        yield from unfit_names(folder, shown(folder))
    if built.output:
        yield from unfit_pages(folders.docs, shown(folders.docs), built.output.files)


def _of_config(folders: Folders, built: Built) -> Iterator[Problem]:
    """The problems of ``mkdocs.yml``, if the site has one and these pages are in its ``docs/``."""
    at_home = folders.docs == folders.site / "docs" and (folders.site / CONFIG).exists()
    if not at_home or not (built.site and built.output):
        return
    config, problems = read_config(folders.site, shown(folders.site / CONFIG))
    yield from problems
    if config:
        pages = {path for path in built.output.files if path.endswith(".md")}
        by_hand = (path.relative_to(folders.docs).as_posix() for path in folders.docs.rglob("*.md"))
        yield from config_problems(config, built.site.codes, pages.union(by_hand))
        if built.site.search_endpoint:
            headers, name = _headers(folders), shown(folders.docs / HEADERS)
            yield from endpoint_problems(config, headers, name, built.site.search_endpoint)


def _headers(folders: Folders) -> str:
    """The text of the headers that a host is to send; nothing where it is no plain file."""
    with suppress(OSError):
        return (filesystem.read(folders.docs, HEADERS) or b"").decode("utf-8", "replace")
    return ""
