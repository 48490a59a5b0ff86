"""``directives pdf``: pages of a built site as PDF files."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from directive_atlas import filesystem
from directive_atlas.asking import NotPublishedError, Published
from directive_atlas.cli.language import lang_option
from directive_atlas.cli.options import shown
from directive_atlas.cli.printing import fail, print_problems, tell
from directive_atlas.pdf import (
    CannotPrintError,
    MissingPageError,
    NoBrowserError,
    is_installed,
    pages_of,
    printer,
)
from directive_atlas.problems import Place, problem, say


@click.command("pdf")
@lang_option
@click.option(
    "--from",
    "site",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder of the built site.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    default=Path("pdf"),
    show_default=True,
    help="The folder for the PDF files.",
)
@click.argument("pages", metavar="[PAGE]...", nargs=-1)
def pdf_command(site: Path, target: Path, pages: tuple[str, ...]) -> None:
    """Print each PAGE of a built site into a PDF file; without PAGE, each sheet and each work list.

    A PAGE is an address within the site, such as print/actors/office.html, or a folder of it. This needs a
    Chromium, and the extra of the package: python -m pip install "directive-atlas[pdf]".
    """
    try:
        day = Published(site.resolve()).corpus().as_of
    except NotPublishedError:
        fail(say("{folder} is no built site; make it with: directives build", folder=str(site)))
    try:
        named = pages_of(site, pages)
    except MissingPageError as error:
        _refuse("E708", shown(site.resolve()), page=error.target)
    if not is_installed():
        _refuse("E709", "directives pdf")
    place = shown(site.resolve())
    try:
        with printer(site, day) as print_page:
            for page in named:
                place = f"{shown(site.resolve())}/{page}"
                filesystem.write(target.resolve(), f"{page.removesuffix('.html')}.pdf", print_page(page))
    except NoBrowserError as error:
        _refuse("E710", "directives pdf", why=error)
    except CannotPrintError as error:
        _refuse("E711", place, why=error)
    tell(say("{count} PDF files written to {folder}", count=len(named), folder=shown(target.resolve())))


def _refuse(code: str, place: str, **words: object) -> NoReturn:
    print_problems([problem(code, Place(place), **words)])
    raise SystemExit(1)
