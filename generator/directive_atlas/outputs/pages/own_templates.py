"""What is wrong in a template of the site itself: E714 with its line, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from directive_atlas.problems import Place, Problem, problem

FOLDER = "overrides/templates"
"""How messages call the folder of a site's own templates."""


class OwnTemplateError(Exception):
    """A template of the site cannot be read or rendered; ``problem`` says where and why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


@contextmanager
def blaming(templates: Path | None) -> Iterator[None]:
    """Put an error down to the last line of the folder's templates that led to it, if one did.

    Raises:
        OwnTemplateError: with E714, for any error that comes from one of them.
    """
    try:
        yield
    except Exception as error:
        place = _place(error, templates) if templates else None
        if place is None:
            raise
        raise OwnTemplateError(problem("E714", place, why=_why(error))) from error


def read_all(found: Environment, templates: Path | None) -> None:
    """Compile every template now: those of the site may be wrong, and processes then share all of them.

    Raises:
        OwnTemplateError: with E714, for the first that cannot be read.
    """
    for name in found.list_templates(extensions=["j2"]):
        with blaming(templates):
            try:
                found.get_template(name)
            except UnicodeDecodeError as error:
                raise TemplateSyntaxError(
                    f"not UTF-8: {error.reason}", 1, name, str(templates and templates / name)
                ) from error


def _place(error: Exception, templates: Path) -> Place | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _shown(error.filename, error.lineno, templates)
    steps = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    places = [place for file, line in reversed(steps) if (place := _shown(file, line, templates))]
    return next(iter(places), None) or _missing(error, templates)


def _shown(file: str, line: int, templates: Path) -> Place | None:
    path = Path(file)
    if not path.is_relative_to(templates):
        return None
    return Place(f"{FOLDER}/{path.relative_to(templates).as_posix()}", line)


def _missing(error: Exception, templates: Path) -> Place | None:
    """The file that should have had what one of our templates takes from it, such as a macro."""
    if not isinstance(error, TemplateError):
        return None
    names = (path.relative_to(templates).as_posix() for path in sorted(templates.rglob("*.j2")))
    return next((Place(f"{FOLDER}/{name}") for name in names if name in str(error)), None)


def _why(error: Exception) -> str:
    """The error in a few words; one of Jinja's says by itself what is wrong."""
    kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
    return f"{kind}{(error.message if isinstance(error, TemplateError) else None) or error}"
