"""A run that has something to do: make the pages, write them, and keep for the next run what it did."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.cli.planning import Planned, keep_traces, plan_pages
from directive_atlas.cli.printing import fail, print_problems, rendered, tell, write_pages
from directive_atlas.cli.share import read_shares
from directive_atlas.cli.unchanged import Asked, Done, inputs_of, keep_run
from directive_atlas.cli.workers import Workers
from directive_atlas.outputs.cluster import ClusterError
from directive_atlas.problems import Wording, say
from directive_atlas.write import Summary


def written(
    asked: Asked, inputs: str, form: str, *, parquet: bool, revision: str, workers: Workers
) -> Summary:
    """Write the pages, and keep for the next run from what they were made; exits if a problem is an error."""
    folders, as_of = asked.folders, asked.as_of
    made = read_shares(workers.shares, folders, as_of, f"{parquet} {revision}")
    try:
        planned = plan_pages(
            folders, as_of, parquet=parquet, revision=revision, engine=workers.engine, made=made
        )
    except ClusterError as error:
        fail(say("the cluster cannot be used: {why}", why=str(error)))
    print_problems(planned.problems, form)
    if planned.plan is None:
        fail(say("nothing was written"))
    summary = write_pages(planned.plan)
    for note in filter(None, (planned.note, *_kept(asked, inputs, planned, form))):
        tell(note, err=True)
    return summary


def _kept(asked: Asked, inputs: str, planned: Planned, form: str) -> Iterator[Wording | None]:
    """Keep what this run has done, and say why not; nothing if somebody changed meanwhile what it read.

    A problem of the pages that were there, such as one that is left over, is another one in the next run.
    """
    if planned.plan and not planned.plan.problems and inputs_of(asked) == inputs:
        done = Done(rendered(planned.problems, form), len(planned.plan.after))
        yield keep_run(asked, inputs, planned.built.settings, done)
    yield keep_traces(asked.folders, planned)
