"""The settings of a site: its name, languages, organisation and reference date."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import Address, DateField, LanguageCode, Whole, read_address, scalar
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.actors import Jurisdiction
from directive_atlas.load.schema.limits import Limits
from directive_atlas.load.schema.timing import ZoneField
from directive_atlas.problems import say
from directive_atlas.vocabulary.actors import ActorKind, RegistryName


def _contact(value: Any) -> str:
    text = scalar(value)
    name, at, host = text.removeprefix("mailto:").partition("@")
    if at and name and "." in host and text.isprintable() and not set(text) & set(" <>\"'?&#%"):
        return text if text.startswith("mailto:") else f"mailto:{text}"
    return read_address(text)


Contact = Annotated[str, PlainValidator(_contact), WithJsonSchema({"type": "string", "minLength": 3})]
"""Where readers report errors: a web address, or a mail address with or without ``mailto:``."""


_HOST = r"https://[a-z0-9.-]+|http://(localhost|127\.0\.0\.1)"
ENDPOINT = rf"({_HOST})(:[0-9]{{1,5}})?(/[A-Za-z0-9._~-]+)*/api/v1/[A-Za-z][A-Za-z0-9_-]{{2,254}}/search"
"""An address that has nothing by which the policy of a page could be read otherwise."""


def _endpoint(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(ENDPOINT, text):
        kind, example = (
            say("the address of a search engine"),
            "https://search.example.org/api/v1/atlas/search",
        )
        raise PydanticCustomError("E212", "", {"value": text, "kind": kind, "example": example})
    return text


Endpoint = Annotated[
    str,
    PlainValidator(_endpoint),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": f"^{ENDPOINT}$"}),
]
"""Where an engine searches one of its indexes: https, or http on this machine."""


class BodyClass(Record):
    """A class of bodies under which readers look for their own on the home page."""

    name: Text
    """The heading of the class."""
    kinds: tuple[ActorKind, ...] = Field(min_length=1)
    """The kinds of actors in it; each kind is in one class only."""


class LinkException(Record):
    """Pages that the check of links does not ask for."""

    address: Address
    """The address of a page; one that ends with / stands for all that begin with it."""
    reason: Text
    """Why it is not asked for, such as that the host refuses programs."""


class Settings(Record):
    """``data/settings.yml``.

    ``languages`` are those of the pages; the first has no folder. ``jurisdiction`` gives the working days
    if no issuer has one, ``time_zone`` decides the day of a build. ``as_of`` is the reference date, if it
    is not that day; ``due_soon`` says how many days ahead count as soon.
    ``registries`` are those whose bodies may be named without a record.
    """

    name: Text | None = None
    """The name of the site, for its pages and for citations."""
    description: Text | None = None
    """What the site is, in a sentence, for search engines."""
    subject: Text | None = None
    """What its directives are about, for the first sentence of the home page: “27 directives on …”; if left
    out, their most frequent topics.
    """
    organisation: Text | None = None
    """Who edits the site."""
    address: Address | None = None
    """Where the site is published."""
    contact: Contact | None = None
    """Where readers report errors."""
    repository: Address | None = None
    """The repository that has the data of the site, for “Data of this site” at the foot of each page."""
    languages: tuple[LanguageCode, ...] = Field(default=("en",), min_length=1)
    """The languages of the pages, such as [zh, en]; the first one has no folder of its own. [en] if left
    out.
    """
    time_zone: ZoneField | None = None
    """The time zone that decides the day of a build, such as Asia/Shanghai; if left out, that of the
    machine.
    """
    jurisdiction: Jurisdiction | None = None
    """Whose working days count if no issuer has a jurisdiction, such as CN or US-NY."""
    registries: tuple[RegistryName, ...] = ()
    """The registries whose bodies may be named without a record of their own."""
    body_classes: tuple[BodyClass, ...] = ()
    """The classes under which readers look for their own body on the home page; if left out, each kind of
    actor is one.
    """
    as_of: DateField | None = None
    """The reference date of the site; if left out, the day of the build. --as-of on the command line takes
    precedence.
    """
    due_soon: Whole = 30
    """Number of days ahead that count as “due soon”; 30 if left out."""
    open_months: Whole = 24
    """Number of months for which a task without a last day stays open after its directive and the last report
    on it; 24 if left out.
    """
    look_again_months: Whole = 12
    """Number of months after which a directive with open tasks should be looked at again; 12 if left out."""
    link_exceptions: tuple[LinkException, ...] = ()
    """Pages that the check of links does not ask for, each with the reason."""
    search_endpoint: Endpoint | None = None
    """Where the search of the site asks an engine first, such as
    https://search.example.org/api/v1/atlas/search. What readers type into it goes to that host.
    """
    limits: Limits = Limits()
    """How much is read at most; what has more is a problem."""

    @model_validator(mode="after")
    def _speaks_of_a_day(self) -> Self:
        if self.as_of and not self.as_of.is_day:
            raise conflict("as_of is one day", "write year, month and day: 2020-12-31")
        return self

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        for code in self.languages:
            if self.languages.count(code) > 1:
                raise conflict("the language {code} occurs twice", "keep one of the two", code=code)
        kinds = [kind for each in self.body_classes for kind in each.kinds]
        for kind in kinds:
            if kinds.count(kind) > 1:
                raise conflict(
                    "the kind {kind} is in two classes of bodies", "keep it in one", kind=kind.value
                )
        return self
