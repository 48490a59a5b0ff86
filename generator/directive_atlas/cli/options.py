"""Options of several commands, and the clock, which is read nowhere else."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import click

from directive_atlas.builders.links_out import require_shallow
from directive_atlas.builders.run import BUILDERS, is_installed
from directive_atlas.cli.language import lang_option, told
from directive_atlas.cli.printing import fail, refuse, refuse_record, remember_guide
from directive_atlas.identify.skeletons import existing
from directive_atlas.load.characters import unfit
from directive_atlas.load.validate import did_you_mean
from directive_atlas.problems import RENDERERS, Place, Wording, problem, say, sequence
from directive_atlas.vocabulary.characters import UNFIT
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day on the command line."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """A day from its ISO form; exits if it is none."""
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            self.fail(told(say("“{value}” is not a day; write it as 2020-12-31", value=value)), param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(told(_outside(value)), param, ctx)
        return day


def _outside(value: str) -> Wording:
    template = say("“{value}” is outside of the years {first} to {last}")
    return template.with_words({"value": value, "first": FIRST_YEAR, "last": LAST_YEAR})


PORT = click.IntRange(0, 65_535)
"""A port of this machine; 0 is any that is free."""


def now() -> dt.datetime:
    """The moment of the run: ``SOURCE_DATE_EPOCH`` if set (UTC), else the clock of this machine."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now().astimezone()
    try:
        moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        refuse(say("SOURCE_DATE_EPOCH must be a number of seconds since 1970"))
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        refuse(_outside("SOURCE_DATE_EPOCH"))
    return moment


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a site, all absolute; ``overrides`` only if it exists."""

    site: Path
    data: Path
    docs: Path

    @property
    def overrides(self) -> Path | None:
        """The folder of words, templates and theme files that replace ours."""
        folder = self.site / "overrides"
        return folder if folder.is_dir() else None

    @property
    def within(self) -> str:
        """The path of the data from the folder of the site; only its name, if it is elsewhere."""
        inside = self.data.is_relative_to(self.site)
        return self.data.relative_to(self.site).as_posix() if inside else self.data.name


def shown(path: Path) -> str:
    """A path for messages: relative to the current folder, if it is below that."""
    here = Path.cwd()
    inside = path.is_relative_to(here)
    return path.relative_to(here).as_posix() if inside else path.as_posix()


def _folder(help_text: str, *names: str) -> Callable[[F], F]:
    return click.option(*names, type=click.Path(path_type=Path), help=help_text)


def in_site(command: F) -> F:
    """Give a command the ``folders`` of a site: the current folder, or those of its options."""

    @wraps(command)
    def with_folders(
        *arguments: Any, site: Path | None, data: Path | None, docs: Path | None, **more: Any
    ) -> Any:
        top = (site or Path()).resolve()
        folders = Folders(
            top,
            _resolved(data) if data else _own(top, "data"),
            _resolved(docs) if docs else _own(top, "docs"),
        )
        if not folders.data.is_dir():
            wrong = say("there is no folder {folder}", folder=shown(folders.data))
            refuse(sequence((wrong, say("run this in the folder of a site, or make one: directives init"))))
        remember_guide(folders.docs)
        _refuse_overlap(folders)
        for folder in filter(None, (folders.data, folders.docs, folders.overrides)):
            require_shallow(folder)
        return command(*arguments, folders=folders, **more)

    options = (
        _folder("The folder of the site. [default: the current folder]", "--site"),
        _folder("The folder that maintainers edit. [default: data/ of the site]", "--data"),
        _folder("The folder of the pages. [default: docs/ of the site]", "--docs"),
        lang_option,
    )
    found: Any = with_folders
    for option in reversed(options):
        found = option(found)
    return found  # type: ignore[no-any-return]


def _own(site: Path, name: str) -> Path:
    """A folder of a site; exits with E713 if it is a link, which nobody has asked for."""
    folder = site / name
    found = _resolved(folder)
    if folder.is_symlink():
        refuse_record(problem("E713", Place(shown(folder)), target=found))
    return found


def _resolved(folder: Path) -> Path:
    """A folder by its own name; exits with E112 if a link leads to it and it is not there."""
    found = folder.resolve()
    if folder.is_symlink() and not found.exists():
        place, what = Place(shown(folder.absolute())), say("a link that leads nowhere")
        refuse_record(problem("E112", place, what=what))
    return found


def _refuse_overlap(folders: Folders) -> None:
    """Exit with E509 if one of the two folders is the other, or in it: each has files of its own kind."""
    for inner, outer in ((folders.data, folders.docs), (folders.docs, folders.data)):
        if inner.is_relative_to(outer):
            refuse_record(problem("E509", Place(shown(inner)), outer=shown(outer)))


def refuse_unfit(text: str, file: Path) -> None:
    """Exit with E111 if a text for a file has a character that data may not hold."""
    if found := UNFIT.search(text):
        refuse_record(unfit(found[0], Place(shown(file))))


def refuse_unknown(directive: str, known: Iterable[str], folder: Path) -> None:
    """Exit with E302 if a directive is not among the known ones of a data folder."""
    known = list(known)
    if directive not in known:
        place, hint = Place(f"{shown(folder)}/directives"), did_you_mean(directive, known) or existing(known)
        refuse_record(problem("E302", place, hint, what=say("directive"), id=directive))


as_of_option = click.option(
    "--as-of", type=Day(), help="The reference date. [default: that of the settings, or today]"
)


def can_write_parquet() -> bool:
    """Whether the optional package that writes it is installed."""
    return find_spec("pyarrow") is not None


def _writable(_context: click.Context, _option: click.Parameter, asked: bool) -> bool:
    if asked and not can_write_parquet():
        package = "directive-atlas[parquet]"
        fail(
            say(
                "Parquet cannot be written; install it with: python -m pip install {package}", package=package
            )
        )
    return asked


parquet_option = click.option(
    "--parquet", is_flag=True, callback=_writable, help="Write the tables as Parquet, too."
)


def _installed(_context: click.Context, _option: click.Parameter, builder: str) -> str:
    if not is_installed(builder):
        fail(
            say(
                "{builder} is not installed; install it with: python -m pip install {builder}",
                builder=builder,
            )
        )
    return builder


def _revision(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if not is_revision(text):
        refuse(say("a revision is one line of at most {count} characters", count=LONGEST_REVISION))
    return text.strip()


LONGEST_REVISION = 100


def is_revision(text: str) -> bool:
    """Whether a text can tell of which revision a site is: it is one short line."""
    return len(text) <= LONGEST_REVISION and not UNFIT.search(text) and "\n" not in text


revision_option = click.option(
    "--revision",
    metavar="TEXT",
    default="",
    envvar="DIRECTIVES_REVISION",
    callback=_revision,
    help="What the site says of the state of the data it was made from, such as a commit.  "
    "[default: that of the environment variable DIRECTIVES_REVISION]",
)
builder_option = click.option(
    "--builder",
    type=click.Choice(list(BUILDERS)),
    default="mkdocs",
    show_default=True,
    callback=_installed,
    help="The program that builds the site.",
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(RENDERERS)), default="text", help="The format of problems."
)
