"""Where readers report an error in the record of a page, and where they see its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from directive_atlas.interface.markup import visible
from directive_atlas.outputs.pages.citing import published
from directive_atlas.outputs.pages.context import PageContext
from directive_atlas.outputs.pages.page import Page
from directive_atlas.problems import Place
from directive_atlas.resolve.model import Task
from directive_atlas.vocabulary.word import N_

_TITLE_AND_BODY: Mapping[str, tuple[str, str, str]] = {
    "github": ("issues/new", "title", "body"),
    "gitlab": ("-/issues/new", "issue[title]", "issue[description]"),
    "gitee": ("issues/new", "issue[title]", "issue[description]"),
}
"""For hosts of repositories: the page of a new issue, and what its address calls title and text."""

_BLOB: Mapping[str, str] = {"github": "blob", "gitlab": "-/blob", "gitee": "blob"}
"""What stands before branch and file in the address of a file."""

_TREE = re.compile(r"^(?P<project>.+?)(?:/-)?/(?:tree|blob)/(?P<below>.+?)/?$")

MOST_QUOTED = 300
"""The number of characters of a title or quote in a report; an address must not become too long."""


def report_of(page: Page, context: PageContext) -> str | None:
    """Where a reader reports an error in the record of a page, with its name, quote and address filled in."""
    title = context.language.gettext(N_("Error in “%(title)s” (%(key)s)"))
    shown = visible(context.plain(page.title))[:MOST_QUOTED]  # a line more would be a header of the mail
    named = title % {"title": shown, "key": page.permanent_id}
    asked = context.language.gettext(N_("What is wrong, and where the right can be read:"))
    lines = [page.permanent_id, _quoted(page), published(page, context), f"\n{asked}\n"]
    text = "\n".join(line for line in lines if line)
    return report_address(context.site.contact, context.site.repository, named, text)


def _quoted(page: Page) -> str:
    """The beginning of the first words that a task is read from."""
    passages = page.record.passages if isinstance(page.record, Task) else ()
    return f"“{visible(passages[0].text[:MOST_QUOTED])}”" if passages else ""


def report_address(contact: str | None, repository: str | None, title: str, text: str) -> str | None:
    """Where a reader reports an error, filled in; nothing if the site names neither contact nor repository.

    A mail to the contact, if that is a mail address; any other contact as it is, except that an issue of a
    known host is begun with title and text. Without a contact, an issue in the repository.
    """
    if contact and contact.startswith("mailto:"):
        fields = urlencode({"subject": title, "body": text}, quote_via=quote)
        return f"{contact}?{fields}"
    if contact:
        return _issue(re.sub(r"(?:/-)?/issues(?:/new)?/?$", "", contact), title, text) or contact
    return _issue(_project(repository), title, text) if repository else None


def _issue(project: str, title: str, text: str) -> str | None:
    """The address of a new issue with title and text; nothing on a host that is not known."""
    host = _host(project)
    if not host:
        return None
    page, title_name, text_name = _TITLE_AND_BODY[host]
    fields = urlencode({title_name: title, text_name: text}, quote_via=quote)
    return f"{project.rstrip('/')}/{page}?{fields}"


def data_address(repository: str | None, place: Place) -> str | None:
    """The line of a record in its repository; nothing without one, or on a host that is not known.

    The address of the repository may name a branch, and the folder of the site in it: ``…/tree/main/site``.
    Otherwise it is the newest state of the default branch.
    """
    host = _host(repository or "")
    if not (repository and host):
        return None
    found = _TREE.match(repository)
    below = found["below"] if found else "HEAD"
    return f"{_project(repository).rstrip('/')}/{_BLOB[host]}/{below}/{quote(place.file)}#L{place.line}"


def _project(repository: str) -> str:
    """The address of a repository without branch and folder."""
    found = _TREE.match(repository)
    return (found["project"] if found else repository).removesuffix("/").removesuffix(".git")


def _host(address: str) -> str | None:
    """Which of the known hosts an address is at, also with a name of its own such as gitlab.example.org."""
    name = urlsplit(address).hostname or ""
    return next((host for host in _BLOB if host in name.split(".")), None)
