"""The files of a new site, from the answers to the questions of ``directives init``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from babel import Locale
from babel.core import get_global
from jinja2 import Environment, PackageLoader, StrictUndefined

from directive_atlas.filesystem import TEMPORARY
from directive_atlas.interface.addresses import SECTIONS
from directive_atlas.interface.language import Language, interface_language
from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.load.kinds import SCHEMAS
from directive_atlas.outputs.names import GENERATED
from directive_atlas.vocabulary.actors import RegistryName
from directive_atlas.vocabulary.languages import script_of
from directive_atlas.write import LOCK, MANIFEST, NEW, READY

_TEMPLATES = {
    "mkdocs.yml": "mkdocs.yml.j2",
    "README.md": "README.md.j2",
    "requirements.txt": "requirements.txt.j2",
    ".gitignore": "gitignore.j2",
    ".editorconfig": "editorconfig.j2",
    "docs/_headers": "headers.j2",
    ".vscode/settings.json": "vscode.json.j2",
    ".vscode/extensions.json": "extensions.json.j2",
    "data/settings.yml": "settings.yml.j2",
    "data/actors.yml": "actors.yml.j2",
    "data/topics.yml": "topics.yml.j2",
    "data/glossary.yml": "glossary.yml.j2",
    "data/directives/sample-notice/directive.yml": "directive.yml.j2",
    "data/directives/sample-notice/source.txt": "source.txt.j2",
    "data/directives/sample-notice/progress.csv": "progress.csv.j2",
}
"""The files of a site and the templates that they are made from."""

RECIPES: Mapping[str, Mapping[str, str]] = {
    "github": {
        ".github/workflows/site.yml": "github-site.yml.j2",
        ".github/workflows/request.yml": "github-request.yml.j2",
        ".github/workflows/request-comment.yml": "github-comment.yml.j2",
        ".github/workflows/links.yml": "github-links.yml.j2",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml.j2"},
    "none": {},
}
"""For each host that builds a site by itself, the files with its recipe and their templates."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The settings of a new site: ``names`` by language, the languages in their order, and its look.

    ``palette`` is a colour of Material's palette, ``recipe`` a key of ``RECIPES``, ``version`` that of this
    generator.
    """

    names: dict[str, str]
    languages: tuple[str, ...]
    organisation: str
    address: str
    time_zone: str
    jurisdiction: str
    contact: str
    palette: str
    logo: str
    recipe: str
    version: str

    @property
    def name(self) -> str:
        """The names in all languages, each once, for settings that allow only one name."""
        return " · ".join(dict.fromkeys(self.names.values()))


def starter_files(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its path: settings, a sample directive, docs, CI, editors' settings."""
    languages = [
        interface_language(code, "" if number == 0 else f"{code}/")
        for number, code in enumerate(answers.languages)
    ]
    environment = _environment(answers, languages)
    for path, template in {**_TEMPLATES, **RECIPES[answers.recipe]}.items():
        yield path, environment.get_template(template).render().encode()
    for language in languages:
        about = environment.get_template("about.md.j2").render(language=language)
        yield f"docs/{language.folder}about.md", about.encode()
    for name, text in schemas_of_site(answers.languages).items():
        yield f"data/{SCHEMAS}/{name}", text.encode()


def _environment(answers: Answers, languages: list[Language]) -> Environment:
    environment = Environment(
        loader=PackageLoader("directive_atlas.starter", "site"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = partial(json.dumps, ensure_ascii=False)
    environment.globals.update(
        answers=answers,
        languages=languages,
        registries=list(RegistryName),
        sections=SECTIONS,
        generated=GENERATED,
        manifest=MANIFEST,
        lock=LOCK,
        temporary=TEMPORARY,
        staged=(NEW, READY),
        locale_of=_locale_of,
        locale_name=_locale_name,
        said=partial(_said, answers),
        in_first=partial(_in_language, answers.languages[0]),
        in_language=_in_language,
    )
    return environment


def _locale_of(code: str) -> str:
    """A language with the country in which most of its speakers live, for Open Graph: ``zh_CN``."""
    likely = str(get_global("likely_subtags").get(code, code)).split("_")
    return "_".join(part for part in likely if len(part) != 4)


def _locale_name(code: str) -> str:
    """A language's name in itself."""
    name = str(Locale.parse(code, sep="-").get_display_name(code))
    return name[:1].upper() + name[1:]


def _in_language(code: str, zh: str, en: str) -> str:
    """Words of the starter site in a language: Chinese, or else English."""
    return zh if script_of(code) in {"Hans", "Hant"} else en


def _said(answers: Answers, zh: str, en: str) -> str:
    """A text of the data as YAML: plain in one language, a block in several."""
    texts = {code: _in_language(code, zh, en) for code in answers.languages}
    quoted = {code: json.dumps(text, ensure_ascii=False) for code, text in texts.items()}
    if len(quoted) == 1:
        return next(iter(quoted.values()))
    return "{" + ", ".join(f"{code}: {text}" for code, text in quoted.items()) + "}"
