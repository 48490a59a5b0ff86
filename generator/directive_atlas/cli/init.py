"""``directives init``: a new site that builds at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from directive_atlas import filesystem
from directive_atlas.builders.config import MARKUP
from directive_atlas.cli.options import shown
from directive_atlas.cli.printing import print_problems, tell
from directive_atlas.interface.language import translated_languages
from directive_atlas.load.fields import Address
from directive_atlas.load.schema.actors import Jurisdiction
from directive_atlas.load.schema.settings import Contact
from directive_atlas.load.schema.timing import ZoneField
from directive_atlas.problems import Place, Wording, problem, say
from directive_atlas.starter import RECIPES, Answers, starter_files
from directive_atlas.vocabulary.languages import is_language, languages_of

PALETTE = [
    "red",
    "pink",
    "purple",
    "deep-purple",
    "indigo",
    "blue",
    "light-blue",
    "cyan",
    "teal",
    "green",
    "light-green",
    "lime",
    "yellow",
    "amber",
    "orange",
    "deep-orange",
    "brown",
    "grey",
    "blue-grey",
    "black",
    "white",
]
"""The colours of Material's palette."""


def _languages(text: str) -> tuple[str, ...]:
    known = translated_languages()
    codes = [code.strip() for code in text.split(",") if code.strip()]
    wrong = [code for code in codes if code not in known]
    if wrong or not codes or len(set(codes)) < len(codes):
        raise UnfitError(say("write one or several of {known}, each once: zh,en", known=", ".join(known)))
    return tuple(codes)


class UnfitError(ValueError):
    """An answer that a new site cannot take; ``instead`` says what to write."""

    def __init__(self, instead: Wording) -> None:
        super().__init__(str(instead))
        self.instead = instead


def _line(text: str) -> str:
    if not text.isprintable() or len(text) > 200:
        raise UnfitError(say("write one line of at most {count} characters", count=200))
    return text.strip()


def _colour(text: str) -> str:
    if text and text not in PALETTE:
        raise UnfitError(say("choose from: {known}", known=", ".join(PALETTE)))
    return text


def _recipe(text: str) -> str:
    if text not in RECIPES:
        raise UnfitError(say("choose from: {known}", known=", ".join(RECIPES)))
    return text


def _by_schema(kind: Any, wanted: Wording) -> Callable[[str], str]:
    adapter = TypeAdapter[str](kind)

    def read(text: str) -> str:
        try:
            return adapter.validate_python(text) if text else ""
        except ValidationError:
            raise UnfitError(wanted) from None

    return read


@dataclass(frozen=True, slots=True)
class Question:
    """One setting of a new site: asked by ``text`` on a terminal, else given as an option."""

    option: str
    text: str
    default: str
    read: Callable[[str], Any]


_QUESTIONS = (
    Question("languages", "Languages, the first one first (zh, en or zh,en)", "en", _languages),
    Question("organisation", "Organisation that edits the site", "", _line),
    Question(
        "address",
        "Address where it will be published",
        "",
        _by_schema(Address, say("write a full address that begins with https://")),
    ),
    Question(
        "time-zone",
        "Time zone (such as Asia/Shanghai, America/New_York)",
        "",
        _by_schema(ZoneField, say("write the name of a zone such as Asia/Shanghai or America/New_York")),
    ),
    Question(
        "calendar",
        "Country whose working days count (CN, US, US-NY)",
        "",
        _by_schema(
            Jurisdiction, say("write a country code such as CN or US, with a part of the country US-NY")
        ),
    ),
    Question("colour", "Colour of the header (indigo, teal, red …)", "", _colour),
    Question("logo", "Logo, a file below docs/ (such as assets/logo.svg)", "", _line),
    Question(
        "contact",
        "Where readers report mistakes (mail or web address)",
        "",
        _by_schema(Contact, say("write a mail address or a web address")),
    ),
    Question("ci", "What checks and publishes it (github, gitlab or none)", "github", _recipe),
)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for question in reversed(_QUESTIONS):
        command = click.option(f"--{question.option}", help=question.text + ".")(command)
    return command


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", "names", multiple=True, help="Name of the site; zh=… and en=… for several languages.")
@_options
@click.option("--yes", is_flag=True, help="Take the defaults for what no option says, and do not ask.")
def init_command(folder: Path, names: tuple[str, ...], yes: bool, **options: str | None) -> None:
    """Write a new site into FOLDER, with a small sample directive."""
    _refuse_what_is_there(folder)
    asks = sys.stdin.isatty() and not yes
    if not asks and not yes and not names:
        raise click.UsageError(
            "say --name and what else matters, and --yes to take the defaults for the rest"
        )
    answered = {
        question.option: _answer(question, options[question.option.replace("-", "_")], asks)
        for question in _QUESTIONS
    }
    languages: tuple[str, ...] = answered["languages"]
    answers = Answers(
        names=_names(names, languages, asks),
        languages=languages,
        organisation=answered["organisation"],
        address=answered["address"],
        time_zone=answered["time-zone"],
        jurisdiction=answered["calendar"],
        contact=answered["contact"],
        palette=answered["colour"],
        logo=answered["logo"],
        recipe=answered["ci"],
        version=version("directive-atlas"),
    )
    _write(folder, answers)


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        _refuse_folder(folder, say("it is a file"))
    try:
        if folder.is_dir() and any(folder.iterdir()):
            _refuse_folder(folder, say("it is not empty"))
    except OSError as error:
        _refuse_folder(folder, say("{why}", why=error.strerror))


def _refuse_folder(folder: Path, why: Wording) -> NoReturn:
    print_problems([problem("E706", Place(shown(folder.resolve())), why=why)])
    raise SystemExit(1)


def _refuse_answer(option: str, value: str, instead: Wording) -> NoReturn:
    print_problems([problem("E707", Place("directives init"), instead, option=option, value=value)])
    raise SystemExit(1)


def _answer(question: Question, given: str | None, asks: bool) -> Any:
    """The value of the option, else what is typed, else the default."""
    while True:
        text = given if given is not None else _asked(question) if asks else question.default
        try:
            return question.read(text)
        except UnfitError as error:
            if given is not None:
                _refuse_answer(question.option, given, error.instead)
            tell(error.instead, err=True)


def _asked(question: Question) -> str:
    return str(click.prompt(question.text, default=question.default, show_default=bool(question.default)))


def _names(given: tuple[str, ...], languages: tuple[str, ...], asks: bool) -> dict[str, str]:
    """The site's name by language: ``zh=…`` names the language, else the script decides."""
    names: dict[str, str] = {}
    for text in given:
        code, equals, rest = text.partition("=")
        is_coded = bool(equals) and is_language(code)
        name = _checked_name(rest if is_coded else text)
        names[code if is_coded else _language_of(name, languages)] = name
    for code in languages if asks else ():
        if code not in names:
            names[code] = _checked_name(str(click.prompt(f"Name of the site ({code})")))
    if not names:
        names = {languages[0]: "Directives" if languages[0] != "zh" else "指令"}
    unknown = [code for code in names if code not in languages]
    if unknown:
        wanted = ", ".join(languages)
        instead = say(
            "the name is in {language}, but the languages are {known}", language=unknown[0], known=wanted
        )
        _refuse_answer("name", names[unknown[0]], instead)
    return {code: names[code] for code in languages if code in names}


def _language_of(name: str, languages: tuple[str, ...]) -> str:
    """The language of a name by its script; a name in another script belongs to the first language."""
    found = languages_of(name, languages)[0]
    return found if found in languages else languages[0]


def _checked_name(text: str) -> str:
    name = text.strip()
    if not name or not name.isprintable() or len(name) > 100:
        _refuse_answer("name", text, say("write one line of at most {count} characters", count=100))
    if MARKUP.search(name):
        _refuse_answer("name", text, say("write the name without <, > and straight quotation marks"))
    return name


def _write(folder: Path, answers: Answers) -> None:
    """All files, or none: what was written is taken away again when the rest cannot be."""
    files = dict(starter_files(answers))
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path, content in files.items():
            filesystem.write(folder, path, content)
    except BaseException as error:  # also an interrupt
        _take_back(folder, files, new)
        if isinstance(error, OSError):
            _refuse_folder(Path(error.filename or folder), say("{why}", why=error.strerror))
        raise
    tell(say("{count} files written to {folder}", count=len(files), folder=shown(folder.resolve())))
    inside = os.path.relpath(folder)
    elsewhere = say("Next: cd {folder}, then directives build", folder=inside)
    tell(elsewhere if inside != "." else say("Next: directives build"))


def _take_back(folder: Path, files: Iterable[str], new: Iterable[Path]) -> None:
    """Remove the files, as far as they are there, and the folders that were not there before."""
    for path in files:
        with suppress(OSError):
            filesystem.remove(folder, path)
    for each in new:
        with suppress(OSError):
            each.rmdir()
