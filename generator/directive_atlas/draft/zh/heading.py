"""The head of the record from the lines of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.model import Block, Body, Certainty, Head, Why
from directive_atlas.draft.zh.bodies import bodies_at, split_bodies
from directive_atlas.draft.zh.dating import day_in
from directive_atlas.draft.zh.kinds import kind_of
from directive_atlas.draft.zh.layout import Layout, Line, recipients_of
from directive_atlas.draft.zh.relations import NUMBER
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.directives import DirectiveKind


def head(layout: Layout) -> Head:
    """What the text says of itself."""
    title = _title(layout)
    return Head(
        title=title,
        kind=kind_of(title) or (DirectiveKind.MEETING if _meeting(layout) else None),
        number=_number(layout),
        issuers=_issuers(layout),
        recipients=_recipients(layout),
        dates=dict(_dates(layout)),
        block=_block(layout),
        why=tuple(_why(layout)),
    )


def _said(layout: Layout, key: str) -> str:
    return " ".join(layout.reading.words(layout.fields[key]).split()) if key in layout.fields else ""


def _title(layout: Layout) -> str:
    """The title on one line."""
    if known := _said(layout, "title"):
        return known
    lines = [layout.reading.words(p.span).strip() for p in layout.lines(Line.TITLE)]
    plain = (line for line in lines if not re.fullmatch(rf"[（(]?{NUMBER}[）)]?|.{{4,40}}文件", line))
    return "".join(plain)


def _number(layout: Layout) -> str:
    if known := _said(layout, "number"):
        return known
    lines = [*layout.lines(Line.NUMBER), *layout.lines(Line.TITLE)]
    found = (re.search(NUMBER, layout.reading.words(p.span)) for p in lines)
    return next((re.sub(r"\s", "", match[0]) for match in found if match), "")


def _issuers(layout: Layout) -> tuple[Body, ...]:
    """Who issued it: by the published block, the signature, or the beginning of the title."""
    reading = layout.reading
    if "issuers" in layout.fields:
        return split_bodies(reading, layout.fields["issuers"]).bodies
    signed = [body for p in layout.lines(Line.SIGNATURE) for body in split_bodies(reading, p.span).bodies]
    if signed:
        return tuple(dict.fromkeys(signed))
    for line in layout.lines(Line.TITLE):
        listed = bodies_at(reading, line.span.start, line.span.end)
        if listed.bodies and re.match("关于|印发|转发|发布|召开", reading.text[listed.end :][:6]):
            return listed.bodies
    return _meeting(layout)


def _meeting(layout: Layout) -> tuple[Body, ...]:
    """Who held a meeting, by the first paragraph of a report on it: 2月22日，工业和信息化部召开…会议."""
    if not layout.body:
        return ()
    span, reading = layout.body[0].span, layout.reading
    for comma in re.compile("^|[,，]").finditer(reading.text, span.start, min(span.end, span.start + 60)):
        start = comma.end() if comma[0] else span.start
        listed = bodies_at(reading, start, span.end)
        if listed.bodies and re.match(
            r"(?:在[^，。]{1,12})?(?:组织)?(?:召开|举行|主持召开)", reading.text[listed.end : span.end]
        ):
            return listed.bodies
    return ()


def _recipients(layout: Layout) -> tuple[Body, ...]:
    lines = layout.lines(Line.RECIPIENTS)
    return split_bodies(layout.reading, recipients_of(lines[0])).bodies if lines else ()


def _dates(layout: Layout) -> Iterator[tuple[str, str]]:
    """The dates by their kind; the day of signature is that under the text where no block has it."""
    reading = layout.reading
    days = {key: day_in(reading.words(span)) for key, span in layout.fields.items()}
    signed = days.get("signed") or _first_day(layout, Line.DATE)
    known = {"signed": signed, "published": days.get("published", ""), "expires": days.get("expires", "")}
    known["effective"] = days.get("effective", "") or _effective(layout)
    yield from ((key, day) for key, day in known.items() if day)


def _first_day(layout: Layout, kind: Line) -> str:
    return next((day for p in layout.lines(kind) if (day := day_in(layout.reading.words(p.span)))), "")


_EFFECTIVE = re.compile(
    r"自\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起(?:正式)?(?:施行|实施|执行|生效)"
)


def _effective(layout: Layout) -> str:
    for paragraph in layout.body:
        match = _EFFECTIVE.search(layout.reading.text, paragraph.span.start, paragraph.span.end)
        before = layout.reading.text[paragraph.span.start : match.start()] if match else ""
        if match and re.search(r"(?:本|此)[^。；]{1,16}$|^[^。]{0,12}$", before):
            return day_in(match["day"])
    return ""


def _block(layout: Layout) -> Block:
    """Other keys of the record: index number, subject, remark on release, attachments, copies."""
    found: dict[str, object] = {
        key: _said(layout, key) for key in ("index_number", "category") if _said(layout, key)
    }
    if release := [layout.reading.words(p.span).strip("（）() ") for p in layout.lines(Line.RELEASE)]:
        found["release"] = release[0]
    if attachments := [*_attachments(layout)]:
        found["attachments"] = attachments
    if copies := [*_copies(layout)]:
        found["copies"] = copies
    return found


def _attachments(layout: Layout) -> Iterator[str]:
    for paragraph in layout.lines(Line.ATTACHMENTS):
        words = layout.reading.words(paragraph.span)
        plain = re.sub(r"^附\s*件\s*[:：]?\s*", "", words).strip()
        for title in re.split(r"(?:^|\s+)\d{1,2}\s*[.．、]\s*", plain):
            if title.strip():
                yield "".join(title.split())


def _copies(layout: Layout) -> Iterator[str]:
    for paragraph in layout.lines(Line.COPIES):
        colon = re.compile("[:：]").search(layout.reading.text, paragraph.span.start, paragraph.span.end)
        if colon:
            listed = split_bodies(layout.reading, Span(colon.end(), paragraph.span.end))
            yield from (body.words.rstrip("。") for body in listed.bodies)


def _why(layout: Layout) -> Iterator[Why]:
    for span in layout.fields.values():
        yield Why(say("the block that was published with the paper"), Certainty.CERTAIN, span)
    for kind in (Line.TITLE, Line.NUMBER, Line.RECIPIENTS, Line.SIGNATURE, Line.DATE):
        for paragraph in layout.lines(kind):
            yield Why(say("recognised by its place and form"), Certainty.CERTAIN, paragraph.span)
