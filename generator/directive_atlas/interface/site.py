"""A site as its settings describe it: name, languages, and what it replaces of the generator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from babel.messages.pofile import PoFileError

from directive_atlas.interface.language import Language, interface_language, translated_languages
from directive_atlas.load import schema
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.word import N_


@dataclass(frozen=True, slots=True)
class BodyClass:
    """A class of bodies under which readers look for their own."""

    name: Text
    kinds: tuple[ActorKind, ...]


@dataclass(frozen=True, slots=True)
class DataFolder:
    """What places call the folder of the data, and where it is from the folder of the site.

    These differ for a run that is started elsewhere; pages then must be the same.
    """

    shown: str = "data"
    within: str = "data"

    def inside(self, place: Place) -> Place:
        """A place, with its file from the folder of the site."""
        return replace(place, file=self.within + place.file.removeprefix(self.shown))


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of a site needs to know about it.

    ``languages`` are those of the pages, the first one without a folder. ``templates`` is a folder whose
    templates replace those of the generator with the same name. A last day within ``due_soon`` days is
    near; for ``open_months`` months without news a task that has none stays open. After
    ``look_again_months`` months somebody should look for reports again.
    """

    name: Text
    description: Text
    subject: Text | None
    organisation: Text | None
    address: str | None
    contact: str | None
    repository: str | None
    languages: tuple[Language, ...]
    body_classes: tuple[BodyClass, ...]
    templates: Path | None
    due_soon: int
    open_months: int
    look_again_months: int
    generator: str
    """The version of this program; a site does not bear its name."""
    search_endpoint: str | None = None
    """The address at which the search of the site asks an engine first."""
    parquet: bool = False
    """Whether the tables are written as Parquet, too."""
    revision: str = ""
    """The state of the data that the site was made from, such as a commit, if somebody says so."""
    data: DataFolder = DataFolder()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its languages."""
        return tuple(language.code for language in self.languages)


def describe_site(settings: schema.Settings, overrides: Path | None) -> tuple[Site | None, list[Problem]]:
    """The site of some settings; ``overrides`` is its folder of own words and templates, if it has one.

    E214 for each language without words, E215 for an invalid catalogue; then there is no site.
    """
    languages, problems = list[Language](), list[Problem]()
    for number, code in enumerate(settings.languages):
        own = overrides / "locale" / f"{code}.po" if overrides else None
        try:
            languages.append(interface_language(code, "" if number == 0 else f"{code}/", own))
        except LookupError:
            problems.append(_without_words(settings, number, code))
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            problems.append(problem("E215", Place(f"overrides/locale/{code}.po"), why=str(error)))
    if problems:
        return None, problems
    return _site(settings, tuple(languages), overrides), []


def _without_words(settings: schema.Settings, number: int, code: str) -> Problem:
    known = ", ".join(translated_languages())
    return problem("E214", settings.at("languages", number), code=code, known=known)


def _site(settings: schema.Settings, languages: tuple[Language, ...], overrides: Path | None) -> Site:
    return Site(
        name=_text(settings.name) or in_all(languages, N_("Directives")),
        description=_text(settings.description) or in_all(languages, _DESCRIPTION),
        subject=_text(settings.subject),
        organisation=_text(settings.organisation),
        address=settings.address,
        contact=settings.contact,
        repository=settings.repository,
        languages=languages,
        body_classes=_classes(settings, languages),
        templates=overrides / "templates" if overrides else None,
        due_soon=settings.due_soon,
        open_months=settings.open_months,
        look_again_months=settings.look_again_months,
        generator=version("directive-atlas"),
        search_endpoint=settings.search_endpoint,
    )


_DESCRIPTION = N_("Directives broken down into tasks: each with its passage, actors, time and reports.")


def in_all(languages: tuple[Language, ...], message: str) -> Text:
    """An interface message in every language of a site."""
    return Text(tuple((language.code, language.gettext(message)) for language in languages))


def _text(raw: schema.Languages | None) -> Text | None:
    return Text(raw.values) if raw else None


def _classes(settings: schema.Settings, languages: tuple[Language, ...]) -> tuple[BodyClass, ...]:
    """The classes of the settings; kinds that are in none of them get classes of their own."""
    own = [BodyClass(Text(each.name.values), each.kinds) for each in settings.body_classes]
    listed = {kind for each in own for kind in each.kinds}
    rest = (BodyClass(in_all(languages, kind.label), (kind,)) for kind in ActorKind if kind not in listed)
    return (*own, *rest)
