"""What a paper says of itself: title, kind, number, issuer, dates, recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.en.phrases import spaced, trimmed
from directive_atlas.draft.en.when import iso
from directive_atlas.draft.model import Body, Certainty, Head, Why
from directive_atlas.passages import Kind, NamedDate, Paragraph, SourceText, Span, dates_in
from directive_atlas.problems import say
from directive_atlas.vocabulary.directives import DirectiveKind

_TOP = 14
"""How many paragraphs at the beginning may belong to the head."""

_OPENING = 2500
"""How many characters at the beginning are searched for the kind and number."""

_NUMBERS = (
    (DirectiveKind.ORDER, r"(?P<number>Executive Order (?:No\. )?\d{4,5})"),
    (
        DirectiveKind.BINDING,
        r"(?P<number>(?:Binding Operational|Emergency"
        r"|Supplemental) Directive \d\d-\d\d)",
    ),
    (DirectiveKind.BINDING, r"(?P<number>(?:BOD|ED) \d\d-\d\d)"),
    (DirectiveKind.MEMORANDUM, r"(?P<number>M-\d\d-\d\d)"),
    (
        DirectiveKind.MEMORANDUM,
        r"(?P<number>National Security (?:Presidential )?Memorandum[ /-]+(?:NSM-|NSPM-)?\d{1,3})",
    ),
    (
        DirectiveKind.NOTICE,
        r"(?P<number>(?:Circular|Letter|Bulletin|Notice|Instruction|Directive"
        r"|Order) (?:No\. ?)?[A-Z]{0,4}[ -]?\d"
        r"[\w./-]{0,14})",
    ),
)
_KINDS = (
    (DirectiveKind.MEMORANDUM, r"^\W*(?:presidential |national security )?memorandum\b|^M E M O R A N D U M"),
    (DirectiveKind.ORDER, r"executive order|by the authority vested in me as president"),
    (DirectiveKind.BINDING, r"binding operational directive|emergency directive|supplemental direction"),
    (DirectiveKind.MEMORANDUM, r"memorandum (?:for|to|on)"),
    (DirectiveKind.PLAN, r"action plan|implementation plan|strategy|roadmap"),
    (DirectiveKind.REGULATION, r"regulations?\b"),
    (DirectiveKind.NOTICE, r"circular|notice|bulletin|guidance|letter|instruction"),
    (DirectiveKind.BINDING, r"directive"),
)
_FOR = re.compile(spaced(r"^(?:M E M O R A N D U M|MEMORANDUM) (?:FOR|TO):?(?P<who>.*)"), re.DOTALL)
_TO = re.compile(spaced(r"^(?:TO|To|For action by|Distribution): ?(?P<who>.*)"), re.DOTALL)
_FROM = re.compile(spaced(r"^(?:FROM|From|Issued by): ?(?P<who>.*)"), re.DOTALL)
_SUBJECT = re.compile(spaced(r"^(?:SUBJECT|Subject|RE|Re): ?(?P<title>.*)"), re.DOTALL)
_OPEN = re.compile(r"(?:\b(?:and|of|the|for|to|in|on|with|by)|,)\s*$")
"""How a line of a title ends that goes on in the next one."""

_LINE = re.compile(
    spaced(
        r"(?:[-–—*_ ]+|(?:BINDING OPERATIONAL |EMERGENCY )?DIRECTIVE|EXECUTIVE ORDER|PRESIDENTIAL MEMORANDUM"
        r"|(?:Executive Order|Circular|Notice|Letter|Instruction"
        r"|Bulletin) (?:No\. ?)?[\w./-]+(?: of [A-Z]\w+ \d{1,2}, \d{4})?"
        r"|THE WHITE HOUSE.*|EXECUTIVE OFFICE OF THE PRESIDENT.*)"
    )
)
_NUMBER_ONLY = re.compile(
    r"(?:(?:Binding Operational|Emergency|Supplemental) Directive"
    r"|Executive Order|Circular|Directive) (?:No\. ?)?[\w./-]+"
)
_DAY = re.compile(
    r"^\W*(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+[A-Z][a-z]+,?\s+\d{4})\W*$"
)
_DATED = re.compile(
    r"^\W*(?:(?P<kind>Date|DATE|Issued|ISSUED|Published|Date issued"
    r"|Date of issue|Dated|Signed|Effective date|Effective"
    r"|Comes into force|In force from)\b\W*)?(?P<date>.{6,40}?)\W*$",
    re.DOTALL,
)
_SIGNED = re.compile(spaced(r"THE WHITE HOUSE,? (?P<date>[A-Z]\w+ \d{1,2}, \d{4})"), re.IGNORECASE)
_ISSUERS = (
    ("President", r"by the (?:authority|power) vested in me as president|\bI hereby (?:direct|order)\b"),
    (
        "Cybersecurity and Infrastructure Security Agency",
        r"Cybersecurity and Infrastructure Security Agency[’']s\s+(?:Binding|Emergency|Supplemental)",
    ),
    (
        "Department of Homeland Security",
        r"Department of Homeland Security[’']s\s+Binding"
        r"|DHS-developed directives",
    ),
    ("Office of Management and Budget", r"OFFICE OF MANAGEMENT AND BUDGET\b|^M-\d\d-\d\d\b"),
)


@dataclass(frozen=True, slots=True)
class HeadRead:
    """The head, and the numbers of the paragraphs that are nothing but head."""

    head: Head
    paragraphs: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Top:
    """The first paragraphs of a flat text, with their words."""

    text: str
    listed: tuple[tuple[Paragraph, str], ...]

    def match(self, pattern: re.Pattern[str]) -> tuple[Paragraph, re.Match[str]] | None:
        """The first paragraph that a pattern fits."""
        return next(((each, found) for each, words in self.listed if (found := pattern.match(words))), None)


def read_head(source: SourceText, text: str, names: Names) -> HeadRead:
    """What the first paragraphs, and the place and date at the end, say of the paper."""
    listed = tuple((p, text[p.span.start : p.span.end]) for p in source.paragraphs[:_TOP])
    top = _Top(text, listed)
    opening = "\n".join(words for _, words in listed)[:6000]
    title, title_lines = _title(top)
    kind, number = _kind(opening, title)
    dates, date_lines = _dates(top, binding=kind is DirectiveKind.BINDING)
    issuers = tuple(_bodies(top, _FROM, names)) or tuple(_issuers(opening, top, names))
    addressed = (each for pattern in (_FOR, _TO, _FROM, _SUBJECT) if (each := top.match(pattern)))
    lines = frozenset({*title_lines, *date_lines, *(paragraph.number for paragraph, _ in addressed)})
    why = (
        Why(say("the head of the paper"), Certainty.LIKELY, p.span) for p, _ in listed if p.number in lines
    )
    recipients = tuple(_bodies(top, _FOR, names)) or tuple(_bodies(top, _TO, names))
    every = {**dates, **dict(_dates_at_the_end(source, text))}
    return HeadRead(Head(title, kind, number, issuers, recipients, every, {}, tuple(why)), lines)


def _bodies(top: _Top, pattern: re.Pattern[str], names: Names) -> Iterator[Body]:
    """The bodies of a line such as “MEMORANDUM FOR …”; its words where none is known."""
    found = top.match(pattern)
    if found is None:
        return
    start = found[0].span.start
    span = trimmed(top.text, Span(start + found[1].start("who"), start + found[1].end("who")))
    titled = _titled(top.text[span.start : span.end])
    known = [*names.within(titled, Span(0, len(titled)))]
    for each in known:
        yield Body(each.words, each.id, Span(span.start + each.span.start, span.start + each.span.end))
    if not known and titled:
        yield Body(re.sub(r"^the\s+", "", " ".join(titled.split()), flags=re.IGNORECASE), None, span)


def _titled(words: str) -> str:
    """Words in capitals as a name writes them."""
    if not words.isupper():
        return words
    small = re.sub(r"[A-Z]+", lambda found: found[0].capitalize(), words)
    return re.sub(r"\b(?:Of|The|And|For|To|In|On)\b", lambda found: found[0].lower(), small)


def _title(top: _Top) -> tuple[str, tuple[int, ...]]:
    """The title, and the paragraphs that are nothing else: a subject line, a heading, or a first line."""
    if found := top.match(_SUBJECT):
        return _subject(top, *found)
    headings = [
        (paragraph.number, " ".join(words.split()))
        for paragraph, words in top.listed
        if paragraph.kind is Kind.HEADING and not paragraph.own and not _DAY.match(words)
    ]
    if not headings:
        return _first_line(top)
    kind_only = (
        headings[1:] and _NUMBER_ONLY.fullmatch(headings[0][1]) and headings[1][0] - headings[0][0] < 3
    )
    number, title = headings[1] if kind_only else headings[0]
    return title, (*((headings[0][0],) if kind_only else ()), number)


def _subject(top: _Top, paragraph: Paragraph, match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    """A subject line with the line on which it goes on."""
    title, lines = match["title"], [paragraph.number]
    following = next((each for each in top.listed if each[0].number == paragraph.number + 1), None)
    if following and _OPEN.search(title):
        title, lines = f"{title} {following[1]}", [*lines, following[0].number]
    return " ".join(title.split()), tuple(lines)


def _first_line(top: _Top) -> tuple[str, tuple[int, ...]]:
    """A first line that is no sentence, behind what only names the kind or the day."""
    lines: list[int] = []
    for paragraph, words in top.listed[:6]:
        short = " ".join(words.split())
        if _LINE.fullmatch(short):
            lines.append(paragraph.number)
        elif not _DAY.match(short):
            is_line = len(short) < 220 and not re.search(r"[.:;]$", short) and paragraph.kind is Kind.TEXT
            if is_line and not paragraph.own and len(short.split()) > 1:
                return _titled(short), (*lines, paragraph.number)
            break
    return "", tuple(lines)


def _kind(opening: str, title: str) -> tuple[DirectiveKind | None, str]:
    """The kind, by the words of the head before any number in it; and the paper's own number."""
    begins = opening[:_OPENING]
    numbered = ((kind, re.search(spaced(pattern), begins)) for kind, pattern in _NUMBERS)
    own = next(
        ((kind, found["number"]) for kind, found in numbered if found and _is_own(begins, found)), None
    )
    heads = f"{title}\n{begins}"
    by_words = next(
        (k for k, words in _KINDS if re.search(spaced(words), heads, re.IGNORECASE | re.MULTILINE)), None
    )
    number = " ".join(own[1].split()) if own else ""
    if (
        own
        and own[0] is not DirectiveKind.NOTICE
        and not (own[0] is DirectiveKind.ORDER and by_words is not own[0])
    ):
        return own[0], number
    return by_words or (own[0] if own else None), number


def _is_own(opening: str, match: re.Match[str]) -> bool:
    """Whether a number is that of the paper, and not of one that it names in a sentence."""
    line = opening[opening.rfind("\n", 0, match.start()) + 1 : match.start()]
    behind = opening[match.end() :].partition("\n")[0]
    if len(line) < 60 and re.search(r"\b(?:is|are|shall|was|were)\b|[.;]\s*$", behind):
        return False
    named = r"\b(?:with|to|of|by|in|under|see|and|supersedes?|revokes?|amends?|by\s+BOD)\s+(?:the\s+)?$"
    return (len(line) < 60 and not re.search(named, line, re.IGNORECASE)) or bool(
        re.search(r"(?:version of the|This is)[^.]{0,160}$", line)
    )


def _dates(top: _Top, *, binding: bool) -> tuple[dict[str, str], tuple[int, ...]]:
    """Dates that stand on lines of their own; that of a page with a directive is when it was published."""
    found: dict[str, str] = {}
    lines = []
    for paragraph, words in top.listed:
        match = _DATED.match(words) if len(words) < 80 else None
        date = _whole(match["date"]) if match else None
        if match and date and (match["kind"] or _DAY.match(words)):
            kind = (match["kind"] or "").lower()
            key = (
                "effective"
                if kind.startswith(("effective", "comes", "in force"))
                else "published"
                if binding or "publ" in kind
                else "signed"
            )
            found.setdefault(key, iso(date))
            lines.append(paragraph.number)
    return found, tuple(lines)


def _whole(words: str) -> NamedDate | None:
    """A day with its year, if the words are little more."""
    date = next(iter(dates_in(words)), None)
    return date if date and date.year and date.day and len(date.words) + 14 > len(words.strip()) else None


def _dates_at_the_end(source: SourceText, text: str) -> Iterator[tuple[str, str]]:
    for paragraph in source.paragraphs[-4:]:
        if match := _SIGNED.search(text, paragraph.span.start, paragraph.span.end):
            yield from (("signed", iso(date)) for date in dates_in(match["date"]) if date.year)


def _issuers(opening: str, top: _Top, names: Names) -> Iterator[Body]:
    """Who issues a paper of this form."""
    for name, pattern in _ISSUERS:
        if re.search(pattern, opening, re.IGNORECASE | re.MULTILINE):
            known = next(iter(names.within(name, Span(0, len(name)))), None)
            start = top.listed[0][0].span.start
            yield Body(name, known.id if known else None, Span(start, start + 1))
            return
