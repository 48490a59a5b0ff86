"""``directives record-changes``: what changed in the history of the data, for the site to tell."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from directive_atlas import filesystem
from directive_atlas.api.v1 import records
from directive_atlas.build import Resolved, reference_date, resolved
from directive_atlas.changes import compare
from directive_atlas.changes.recording import changeset, with_changesets
from directive_atlas.cli.locking import hold
from directive_atlas.cli.options import Folders, in_site, shown
from directive_atlas.cli.printing import fail, print_problems, tell
from directive_atlas.cli.revisions import NoRevisionError, Revision, full_name, revisions, unpack
from directive_atlas.load import RawCorpus, load
from directive_atlas.load.kinds import CHANGES
from directive_atlas.problems import order, say
from directive_atlas.resolve import Corpus

Changeset = Mapping[str, object]


@click.command("record-changes")
@in_site
@click.option("--since", metavar="REV", help="Begin after this revision. [default: the last recorded one]")
def record_changes_command(folders: Folders, since: str | None) -> None:
    """Record in data/changes/ what each revision of git changed, field by field.

    Without --since, it goes on after the last revision that is recorded, else after the first one there is.
    What is recorded already stays as it is.
    """
    hold(folders.data)
    raw = _readable(folders)
    try:
        begin, listed = _to_compare(raw, folders.data, since)
    except NoRevisionError:
        none = say("the data are in no repository of git that has a commit: commit them first")
        fail(say("there is no such revision of git: {error}", error=since) if since else none)
    known = {each.revision for each in raw.changes}
    found = [each for each in _changesets(begin, listed, folders) if each["revision"] not in known]
    for month, changesets in _by_month(found).items():
        _append(folders, f"{CHANGES}/{month}.yml", changesets)
    tell(
        say("{count} of {all} revisions changed records and were recorded", count=len(found), all=len(listed))
    )


def _readable(folders: Folders) -> RawCorpus:
    """The data as they are; exits if what is recorded in them cannot be read."""
    raw, problems = load(folders.data, shown(folders.data))
    within = f"{shown(folders.data)}/{CHANGES}/"
    wrong = [each for each in problems if each.is_error and each.place.file.startswith(within)]
    if wrong:
        print_problems(order(wrong))
        fail(say("nothing was recorded"))
    return raw


def _to_compare(raw: RawCorpus, data: Path, since: str | None) -> tuple[str | None, Sequence[Revision]]:
    """The revision after which to begin, and those to compare, the oldest first."""
    if since:
        return full_name(data, since), revisions(data, since)
    listed, known = revisions(data), {each.revision for each in raw.changes if each.revision}
    last = [place for place, each in enumerate(listed) if any(each.name.startswith(one) for one in known)]
    if known and not last:
        fail(
            say(
                "no recorded revision is in the history; fetch all of it (git fetch --unshallow), or name "
                "one: --since REV"
            )
        )
    begin = last[-1] if last else 0
    return (listed[begin].name if listed else None), listed[begin + 1 :]


def _changesets(begin: str | None, listed: Sequence[Revision], folders: Folders) -> Iterator[Changeset]:
    """What each revision changed; where one has errors or no date, its changes come with the next."""
    before = begin
    for revision in listed:
        if (moment := revision.moment) is None:
            tell(say("{revision} was skipped: its date is in no calendar", revision=revision.short))
            continue
        with _at(revision.name, folders, moment) as after:
            if after is None or after.corpus is None:
                tell(say("{revision} was skipped: its data have errors", revision=revision.short))
                continue
            if before:
                yield from _compared(before, revision, moment, after, after.corpus, folders)
        before = revision.name


def _compared(
    before: str, revision: Revision, moment: dt.datetime, after: Resolved, corpus: Corpus, folders: Folders
) -> Iterator[Changeset]:
    """What a revision changed, both sides as of its day: what the passing of days changes is no change."""
    with _at(before, folders, moment, corpus.as_of) as earlier:
        if earlier is None or earlier.corpus is None:
            tell(say("{revision} was skipped: its data have errors", revision=before[:12]))
            return
        changes = compare(records(earlier.corpus), records(corpus))
        if changes:
            settings = after.raw.settings.model_copy(update={"as_of": None})
            day = reference_date(settings, moment)
            yield changeset(day.isoformat(), revision.short, changes)


@contextmanager
def _at(
    revision: str, folders: Folders, moment: dt.datetime, as_of: dt.date | None = None
) -> Iterator[Resolved | None]:
    """The data of a revision, resolved; nothing if it has none."""
    with TemporaryDirectory() as scratch:
        try:
            data = unpack(revision, folders.data, Path(scratch))
        except NoRevisionError:
            yield None
            return
        yield resolved(data, moment, as_of=as_of, overrides=folders.overrides)


def _by_month(found: Sequence[Changeset]) -> Mapping[str, list[Changeset]]:
    months: dict[str, list[Changeset]] = defaultdict(list)
    for each in found:
        months[str(each["date"])[:7]].append(each)
    return months


def _append(folders: Folders, name: str, changesets: Sequence[Changeset]) -> None:
    old = filesystem.read(folders.data, name)
    text = with_changesets(old.decode("utf-8-sig") if old else None, changesets)
    filesystem.write(folders.data, name, text.encode())
