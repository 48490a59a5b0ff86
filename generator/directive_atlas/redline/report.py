"""A redline as text for the terminal, as Markdown for a message, and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directive_atlas.passages import SourceText, Span
from directive_atlas.problems import Wording, say
from directive_atlas.problems.wording import plain_line
from directive_atlas.redline.model import Change, Moved, Piece, Redline
from directive_atlas.vocabulary.editions import Fate


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts under the names by which messages call them, and what changed from one to the other."""

    old: SourceText
    new: SourceText
    changes: Redline

    def places(self, change: Change) -> Iterator[str]:
        """Where a sentence stood and where it stands, as file:line:column."""
        for source, span in ((self.old, change.old), (self.new, change.new)):
            if span:
                line, column = source.place(span.start)
                yield f"{source.file}:{line}:{column}"


def as_text(compared: Compared) -> Iterator[Wording]:
    """Each change with its place, its words and what it moves; then how many sentences met which fate."""
    for change in compared.changes.changes:
        yield say("{fate}: {places}", fate=_FATES[change.fate], places=" → ".join(compared.places(change)))
        yield say("  {words}", words=plain_line(_marked(change.pieces, "[-{}-]", "{{+{}+}}")))
        for line in _moves(change):
            yield say("  {line}", line=line)
    yield summary(compared.changes)


def as_markdown(compared: Compared) -> Iterator[Wording]:
    """The same as a list that a pull request or an issue can show."""
    yield say("{summary}\n", summary=summary(compared.changes))
    for change in compared.changes.changes:
        places = " → ".join(f"`{place}`" for place in compared.places(change))
        yield say("- **{fate}** {places}", fate=_FATES[change.fate], places=places)
        yield say("  > {words}\n", words=_marked(change.pieces, "~~{}~~", "**{}**", _escaped))
        for line in _moves(change):
            yield say("  - {line}", line=line)


def as_json(compared: Compared) -> str:
    """The same for a program; places count lines and characters from 1."""
    changes = [_block(compared, change) for change in compared.changes.changes]
    content = {"kept": compared.changes.kept, "changes": changes}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def summary(changes: Redline) -> Wording:
    """How many sentences met which fate."""
    counts = {fate.value: len(changes.of(fate)) for fate in Fate if fate is not Fate.KEPT}
    return say(
        "sentences: {changed} changed, {moved} moved, {added} added, {dropped} dropped, {kept} unchanged",
        **counts,
        kept=changes.kept,
    )


_FATES = {
    Fate.KEPT: say("unchanged"),
    Fate.MOVED: say("moved"),
    Fate.CHANGED: say("changed"),
    Fate.ADDED: say("added"),
    Fate.DROPPED: say("dropped"),
}
"""The words of vocabulary/editions.py as messages of commands, which have a catalogue of their own."""


def _marked(pieces: tuple[Piece, ...], gone: str, come: str, shown: Callable[[str], str] = str) -> str:
    forms = {(True, False): gone, (False, True): come}
    return "".join(forms.get((each.gone, each.come), "{}").format(shown(each.words)) for each in pieces)


def _escaped(words: str) -> str:
    """Words that Markdown shows as they are."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()<>#+-.!|~&@" else char for char in plain_line(words))


def _moves(change: Change) -> Iterator[Wording]:
    if change.times:
        yield say("times named: {moved}", moved=_arrow(change.times))
    if change.bodies:
        yield say("bodies named: {moved}", moved=_arrow(change.bodies))
    if change.before:
        yield say("rested on it: {tasks}", tasks=", ".join(change.before))
    if change.after:
        yield say("rests on it: {tasks}", tasks=", ".join(change.after))


def _arrow(moved: Moved) -> str:
    return f"{', '.join(moved.gone) or '–'} → {', '.join(moved.come) or '–'}"


def _block(compared: Compared, change: Change) -> dict[str, object]:
    return {
        "fate": change.fate.value,
        "old": _passage(compared.old, change.old),
        "new": _passage(compared.new, change.new),
        "times": {"gone": change.times.gone, "come": change.times.come},
        "bodies": {"gone": change.bodies.gone, "come": change.bodies.come},
        "rested": change.before,
        "rests": change.after,
    }


def _passage(source: SourceText, span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    line, column = source.place(span.start)
    paragraph = source.paragraph_at(span.start)
    words = source.text[span.start : span.end]
    return {"file": source.file, "line": line, "column": column, "label": paragraph.label, "words": words}
