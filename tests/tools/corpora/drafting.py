"""A small set of rules for tests of what is around the rules of a language: it reads invented papers only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.model import (
    Aside,
    Body,
    Certainty,
    Draft,
    DraftDuty,
    DraftRelation,
    DraftTarget,
    DraftTime,
    Head,
    Part,
    PartKind,
    Question,
    Why,
)
from directive_atlas.passages import Paragraph, SourceText, Span
from directive_atlas.problems import say
from directive_atlas.vocabulary.directives import DirectiveKind, RelationKind
from directive_atlas.vocabulary.tasks import Obligation, Role

_TITLE, _DATE = say("the title"), say("the day of signature")


def read(source: SourceText, names: Names) -> Draft:
    """The first paragraph is the title, the last one issuer and day; headings end without a full stop.

    A sentence with 要 is a task. ``?`` before a paragraph leaves it unread.
    """
    first, *middle, last = source.paragraphs
    text = source.text
    head = Head(
        title=text[first.span.start : first.span.end],
        kind=DirectiveKind.NOTICE if "通知" in text[first.span.start : first.span.end] else None,
        number=(re.search(r"\w+〔\d{4}〕\d+号", text) or [""])[0],
        issuers=tuple(names.within(text, last.span))[:1],
        dates={"signed": f"{d[1]}-{int(d[2]):02}-{int(d[3]):02}"}
        if (d := _DAY.search(text, last.span.start))
        else {},
        why=(_why(_TITLE, first.span),),
    )
    parts = tuple(_sections(source, names, middle))
    asides = [
        Aside(first.span, _TITLE, _why(_TITLE, first.span)),
        Aside(last.span, _DATE, _why(_DATE, last.span)),
    ]
    return Draft("zh", head, parts, tuple(asides), tuple(_relations(source)))


_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def _why(rule: object, span: Span, certainty: Certainty = Certainty.CERTAIN) -> Why:
    return Why(rule, certainty, span)  # type: ignore[arg-type]


def _sections(source: SourceText, names: Names, paragraphs: list[Paragraph]) -> Iterator[Part]:
    """Headings with what follows them."""
    heading: Paragraph | None = None
    tasks: list[Part] = []
    for paragraph in [*paragraphs, None]:
        if paragraph is None or _is_heading(source, paragraph):
            yield from ([_section(source, heading, tasks)] if heading else tasks)
            heading, tasks = paragraph, []
        else:
            tasks += [
                _task(source, names, span)
                for span in paragraph.sentences
                if "要" in source.text[span.start : span.end] and source.text[paragraph.span.start] != "?"
            ]


def _is_heading(source: SourceText, paragraph: Paragraph) -> bool:
    return source.text[paragraph.span.end - 1] not in "。；）"


def _section(source: SourceText, heading: Paragraph, tasks: list[Part]) -> Part:
    why = _why(say("a heading"), heading.span)
    return Part(PartKind.SECTION, (heading.span,), why, label=heading.label, parts=tuple(tasks))


def _task(source: SourceText, names: Names, span: Span) -> Part:
    text = source.text[span.start : span.end]
    bodies = tuple(names.within(source.text, span))
    if unknown := re.match(r"(\w{2,8}站)要", text):
        bodies = (Body(unknown[1], None, Span(span.start, span.start + len(unknown[1]))),)
    role = Role.LEAD if len(bodies) > 1 else Role.RESPONSIBLE
    duties = tuple(
        DraftDuty(body, Role.SUPPORT if n else role, _why(say("a body before 要"), body.span))
        for n, body in enumerate(bodies)
    )
    asks = (Question(span, say("how soon?")),) if "抓紧" in text else ()
    return Part(
        PartKind.TASK,
        (span,),
        _why(say("要 demands something"), span),
        obligation=Obligation.MUST,
        duties=duties,
        times=tuple(_times(span, text)),
        targets=tuple(_targets(span, text)),
        questions=asks,
    )


def _times(span: Span, text: str) -> Iterator[DraftTime]:
    if found := re.search(r"(\d{4})年(\d{1,2})月底前", text):
        yield DraftTime(f"{found[1]}-{int(found[2]):02}", found[0], _why(say("by the end of a month"), span))
    if found := re.search(r"印发之日起(\d+)日内", text):
        yield DraftTime(f"{found[1]} days after signed", found[0], _why(say("so long after signature"), span))
    if found := re.search("每季度", text):
        yield DraftTime("every quarter", found[0], _why(say("every quarter"), span))
    if found := re.search(r"([一二三四五六七八九十]月)底前", text):
        yield DraftTime("2020-05", found[0], _why(say("the year of the paper"), span, Certainty.POSSIBLE))


def _targets(span: Span, text: str) -> Iterator[DraftTarget]:
    if found := re.search(r"(\w+?)达到(\d+)%", text):
        block = {"metric": found[1][-3:], "value": int(found[2]), "unit": "%"}
        yield DraftTarget(block, _why(say("a share"), span))


def _relations(source: SourceText) -> Iterator[DraftRelation]:
    for found in re.finditer(r"贯彻《(\w+)》", source.text):
        span = Span(*found.span())
        yield DraftRelation(RelationKind.IMPLEMENTS, found[1], "", span, _why(say("贯彻"), span))
