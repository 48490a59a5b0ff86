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
        kind=kind_of(title) or (DirectiveKind.MEETING if _opening_of_meeting(layout) else None),
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
    if order := _order(layout):
        return re.sub(r"\s|^.*[日公布、，]", "", order[0])
    return next((re.sub(r"\s", "", match[0]) for match in found if match), "")


_ORDER = re.compile(
    r"(?:\d{1,2}日)?(?P<issuer>[\u4e00-\u9fff]{2,30}?)令\s*第?\s*[\d一二三四五六七八九十]{1,4}\s*号"
)


def _order(layout: Layout) -> re.Match[str] | None:
    """The order by which a regulation was issued: 2021年5月6日青川市人民政府令第8号公布."""
    found = (
        _ORDER.search(layout.reading.text, p.span.start, p.span.end)
        for kind in (Line.DATE, Line.NUMBER)
        for p in layout.lines(kind)
    )
    return next((match for match in found if match), None)


def _issuers(layout: Layout) -> tuple[Body, ...]:
    """Who issued it: by the published block, the signature, or the beginning of the title."""
    reading = layout.reading
    if "issuers" in layout.fields:
        return split_bodies(reading, layout.fields["issuers"]).bodies
    signed = [body for p in layout.lines(Line.SIGNATURE) for body in split_bodies(reading, p.span).bodies]
    if signed:
        return tuple(dict.fromkeys(signed))
    if order := _order(layout):
        return (reading.named(Span(*order.span("issuer"))),)
    for line in layout.lines(Line.TITLE):
        listed = bodies_at(reading, line.span.start, line.span.end)
        if listed.bodies and re.match("关于|印发|转发|发布|召开", reading.text[listed.end :][:6]):
            return listed.bodies
    return _meeting(layout)


_MEETING = re.compile("(?:主持)?(?:组织)?(?:召开|举行)")


def _opening_of_meeting(layout: Layout) -> Span | None:
    """The sentence that tells of a meeting, in the first paragraph: 2月22日，工业和信息化部召开…会议."""
    if not layout.body:
        return None
    first = layout.body[0].sentences[0]
    said = layout.reading.words(first)
    held = _MEETING.search(said)
    return (
        first
        if held and re.search("会|座谈", said[held.end() :]) and not re.search("[要请应]", said[:20])
        else None
    )


def _meeting(layout: Layout) -> tuple[Body, ...]:
    """Who held a meeting: the body before 召开, or the one whose meeting it is."""
    span, reading = _opening_of_meeting(layout), layout.reading
    if span is None:
        return ()
    for place in re.compile("(?<![^\n])|[,，]|召开|举行").finditer(
        reading.text, span.start, min(span.end, span.start + 80)
    ):
        listed = bodies_at(reading, place.end() or span.start, span.end)
        if listed.bodies and (place[0] in {"召开", "举行"} or _MEETING.match(reading.text, listed.end)):
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
    reported = _first_day(layout, Line.DATELINE)
    if span := _opening_of_meeting(layout):
        known |= {
            "held": _held(reading.words(span), reported or signed),
            "signed": "",
            "reported": reported or signed,
        }
    elif reported:
        known["published"] = known["published"] or reported
    yield from ((key, day) for key, day in known.items() if day)


def _held(said: str, reported: str) -> str:
    """The day of a meeting; its year is that of the report where the text does not name it."""
    if day := day_in(said):
        return day
    match = re.search(r"(?<!\d)(\d{1,2}月\d{1,2}日)", said)
    return day_in(f"{reported[:4]}年{match[1]}") if match and reported else ""


def _first_day(layout: Layout, kind: Line) -> str:
    return next((day for p in layout.lines(kind) if (day := day_in(layout.reading.words(p.span)))), "")


_EFFECTIVE = re.compile(
    r"自\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起(?:正式)?(?:施行|实施|执行|生效)"
)


def _effective(layout: Layout) -> str:
    for paragraph in (*layout.lines(Line.DATE), *layout.body):
        match = _EFFECTIVE.search(layout.reading.text, paragraph.span.start, paragraph.span.end)
        before = layout.reading.text[paragraph.span.start : match.start()] if match else ""
        if match and re.search(r"(?:本|此)[^。；]{1,16}$|^[^。]{0,12}$|公布[\s，,]*$", before):
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
