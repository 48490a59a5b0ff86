"""What the page asks of the server, each answer as JSON: open, look, change, quote, save, keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import yaml

from directive_atlas.editing import names
from directive_atlas.editing.changes import NoChangeError, changed, path_of
from directive_atlas.editing.files import ChangedError, Folder, GoneError, digest_of, keep, read, save
from directive_atlas.editing.offsets import Units
from directive_atlas.editing.quoting import shortest, snapped
from directive_atlas.editing.view import View, view
from directive_atlas.editing.words import forms, words
from directive_atlas.interface.language import Language, interface_language
from directive_atlas.lean.editing import UneditableError, lines_at
from directive_atlas.load.parsed import Known
from directive_atlas.problems import Wording, say, translation
from directive_atlas.problems.wording import Translate
from directive_atlas.vocabulary.languages import main_language
from directive_atlas.write import RunningError

Answer = dict[str, Any]
Asked = Mapping[str, Any]


class RefusedError(Exception):
    """A request that cannot be done, and why, for the person at the page."""

    def __init__(self, why: Wording) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True)
class Desk:
    """The place where records are edited: the data folder, the day, and the language of the page."""

    folder: Folder
    day: dt.date
    code: str

    @cached_property
    def language(self) -> Language:
        """The words of the page."""
        return interface_language(self.code, "")

    @cached_property
    def translate(self) -> Translate:
        """The words of problems."""
        return translation(self.code)

    def answer(self, what: str, asked: Asked) -> Answer | None:
        """The answer to a request; nothing if there is no such request.

        Raises:
            RefusedError: it cannot be done.

        """
        do = _ANSWERS.get(what)
        if do is None:
            return None
        try:
            return do(self, asked)
        except (UneditableError, yaml.YAMLError, RecursionError):
            raise RefusedError(_BY_HAND) from None
        except GoneError:
            raise RefusedError(say("the record is not there any more")) from None
        except RunningError as error:
            raise RefusedError(error.problem.what) from None
        except UnicodeError:
            raise RefusedError(say("the file is not UTF-8; correct it in an editor")) from None
        except OSError as error:
            raise RefusedError(
                say("{file}: {why}", file=error.filename or "", why=error.strerror or "")
            ) from None
        except (NoChangeError, KeyError, TypeError, OverflowError):
            raise RefusedError(
                say("the page has asked for something that is no change of a record")
            ) from None

    @cached_property
    def known(self) -> Known:
        """The texts that were read before."""
        return Known()

    def seen(self, directive: str, text: str) -> View:
        """A record as it would be with a text."""
        found = view(self.folder.data, self.folder.shown, directive, text, self.day, self.known)
        self.last.clear()
        self.last[directive, text] = found
        return found

    @cached_property
    def last(self) -> dict[tuple[str, str], View]:
        """What the page has seen last, by directive and text."""
        return {}

    def shown(self, directive: str, text: str) -> View:
        """What the page shows now."""
        return self.last.get((directive, text)) or self.seen(directive, text)


_BY_HAND = say("this place is written in a way that cannot be changed here; change it in an editor")


def _text_of(asked: Asked, key: str = "text") -> str:
    value = asked[key]
    if not isinstance(value, str):
        raise NoChangeError
    return value


def _open(desk: Desk, asked: Asked) -> Answer:
    """A record from its file, with all that the page needs for its whole life."""
    there = read(desk.folder, _text_of(asked, "directive"))
    found = desk.seen(_text_of(asked, "directive"), there.text)
    return {
        **_shown(desk, found, there.text),
        "digest": there.digest,
        "languages": list(found.corpus.settings.languages),
        "source": _source(found),
        "words": words(desk.language),
        "forms": forms(desk.language),
        "names": {
            "bodies": [asdict(each) for each in names.bodies(found.corpus)],
            "topics": [asdict(each) for each in names.topics(found.corpus)],
            "directives": [asdict(each) for each in names.directives(found.corpus)],
        },
    }


def _look(desk: Desk, asked: Asked) -> Answer:
    return _looked_at(desk, asked, _text_of(asked))


def _change(desk: Desk, asked: Asked) -> Answer:
    return _looked_at(desk, asked, changed(_text_of(asked), asked["change"]))


def _looked_at(desk: Desk, asked: Asked, text: str) -> Answer:
    """A record with a text, and its source, unless the page has just that already."""
    found = desk.seen(_text_of(asked, "directive"), text)
    is_same = asked.get("source_digest", "") == _source_digest(found)
    return {**_shown(desk, found, text), **({} if is_same else {"source": _source(found)})}


def _yaml(_: Desk, asked: Asked) -> Answer:
    return {"yaml": lines_at(_text_of(asked), path_of(asked["path"]))}


def _quote(desk: Desk, asked: Asked) -> Answer:
    """What is quoted of a selection, and the shortest way to write it."""
    found = desk.shown(_text_of(asked, "directive"), _text_of(asked)).passages
    start, end = asked["start"], asked["end"]
    if found is None or not isinstance(start, int) or not isinstance(end, int):
        raise NoChangeError
    source = found.source
    if asked.get("source_digest") not in {None, digest_of(source.text.encode())}:
        raise RefusedError(say("the source text has changed meanwhile; reload the page"))
    units = Units(source.text)
    span = snapped(source, units.back(start), units.back(end))
    quote = span and shortest(source, span, by_position=bool(asked.get("by_position")))
    if not span or not quote:
        raise RefusedError(say("nothing here can be quoted"))
    whole = units.span(span)
    return {
        "quote": quote,
        "start": whole[0],
        "end": whole[1],
        "words": source.text[span.start : span.end],
    }


def _save(desk: Desk, asked: Asked) -> Answer:
    directive, text = _text_of(asked, "directive"), _text_of(asked)
    try:
        return {"digest": save(desk.folder, directive, text, _text_of(asked, "digest")).digest}
    except ChangedError as error:
        return {"conflict": {"text": error.there.text, "digest": error.there.digest}}


def _keep(desk: Desk, asked: Asked) -> Answer:
    return {"file": keep(desk.folder, _text_of(asked, "directive"), _text_of(asked))}


_ANSWERS: dict[str, Callable[[Desk, Asked], Answer]] = {
    "open": _open,
    "look": _look,
    "change": _change,
    "quote": _quote,
    "yaml": _yaml,
    "save": _save,
    "keep": _keep,
}


def _shown(desk: Desk, found: View, text: str) -> Answer:
    """A view as the page shows it."""
    return {
        "text": text,
        "values": found.values,
        "marks": [asdict(mark) for mark in found.marks],
        "open": found.open_,
        "read": found.read,
        "sentences": found.sentences,
        "problems": [
            {
                "code": each.problem.kind.code,
                "isError": each.problem.is_error,
                "file": each.problem.place.file,
                "line": each.problem.place.line,
                "message": each.problem.what.in_(desk.translate),
                "hint": each.problem.instead.in_(desk.translate),
                "path": each.path,
            }
            for each in found.problems
        ],
    }


def _source_digest(view: View) -> str | None:
    return digest_of(view.passages.source.text.encode()) if view.passages else None


def _source(view: View) -> Answer | None:
    """The source with its paragraphs and sentences, in units of the browser."""
    if view.passages is None:
        return None
    source = view.passages.source
    units = Units(source.text)
    return {
        "text": source.text,
        "digest": _source_digest(view),
        "language": main_language(source.text, view.corpus.settings.languages),
        "paragraphs": [
            {
                "number": paragraph.number,
                "label": paragraph.label or "",
                "kind": paragraph.kind.name.lower(),
                "sentences": [units.span(span) for span in paragraph.sentences],
            }
            for paragraph in source.paragraphs
        ],
    }
