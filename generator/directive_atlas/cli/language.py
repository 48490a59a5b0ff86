"""The language of messages: that of ``--lang``, or else of the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping

import click

from directive_atlas.problems import Wording, message_languages, translation

_KEY = f"{__name__}.language"


def _remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_KEY] = value


lang_option = click.option(
    "--lang",
    type=click.Choice(message_languages()),
    callback=_remember,
    expose_value=False,
    is_eager=True,
    help="The language of messages. [default: that of the locale]",
)


def of_locale(environment: Mapping[str, str]) -> str:
    """The language of messages for a locale (POSIX: the first of three that is set); else English."""
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = locale.replace("-", "_").partition("_")[0].lower()
    return code if code in message_languages() else message_languages()[0]


def language() -> str:
    """The language of messages of the command that runs."""
    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_KEY) if context else None
    return chosen or of_locale(os.environ)


def told(message: Wording) -> str:
    """A message in that language; what is named in it stays in its line."""
    return message.within_line.in_(translation(language()))
