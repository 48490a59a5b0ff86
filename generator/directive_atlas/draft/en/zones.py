"""What a part of a paper is for, by its heading: what asks nothing, and whose actions it lists."""

from __future__ import annotations

import re
from enum import StrEnum

from directive_atlas.draft.en.phrases import any_of, spaced
from directive_atlas.problems import Wording, say


class Zone(StrEnum):
    """What a part of a paper is for."""

    BODY = "body"
    ACTIONS = "actions"
    BACKGROUND = "background"
    DEFINITIONS = "definitions"
    PROVISIONS = "provisions"
    NOTES = "notes"


_HEADINGS = (
    (
        Zone.DEFINITIONS,
        any_of(
            "definitions?",
            "glossary",
            "key terms",
            "terms used",
            "interpretation",
            "acronyms?",
            "abbreviations?",
            "terminology",
        ),
    ),
    (
        Zone.PROVISIONS,
        any_of(
            "general provisions?",
            "severability",
            "savings?(?: clause| provision)?",
            "rules? of construction",
            "judicial review",
            "legal effect",
            "protection of information",
            "privileges?",
        ),
    ),
    (
        Zone.NOTES,
        any_of(
            "frequently asked questions?",
            "faqs?",
            "q ?& ?a",
            "questions and answers",
            "(?:implementation |supplemental )?guid(?:e|ance)",
            "resources(?: and contact information)?",
            "footnotes?",
            "references?",
            "contacts?",
            "points? of contact",
            "further information",
            "additional information",
            "checklist",
            "table of contents",
            "contents",
            "examples?",
            "template",
            "appendix",
            "enquiries",
            "contact details",
        ),
    ),
    (
        Zone.BACKGROUND,
        any_of(
            "background",
            "purpose",
            "policy(?: and principles)?",
            "introduction",
            "overview",
            "findings?",
            "scope",
            "applicability",
            "authority",
            "authorities",
            "summary",
            "rationale",
            "context",
            "objectives?",
            "executive summary",
            "preamble",
            "statement of policy",
            "problem",
            "guiding principles",
            "principles",
            "vision",
            "what has changed",
            "why",
            "coverage",
            "legal basis",
            "status of this circular",
            "background and purpose",
            "purpose and scope",
            "purpose and background",
            "policy statement",
            "scope and applicability",
        ),
    ),
    (
        Zone.ACTIONS,
        any_of(
            "(?:required |agency |key |immediate )?actions?(?: required)?",
            "requirements?",
            "responsibilities",
            "reporting(?: requirements?)?",
            "progress tracking",
            "roles(?: and responsibilities)?",
            "implementation",
            "next steps",
            "milestones",
            "deadlines",
            "deliverables",
            "tasks",
            "timeline",
            "obligations",
            "what (?:you|agencies|departments) (?:must|need to) do",
        ),
    ),
)
_WHOLE = {Zone.BACKGROUND, Zone.NOTES}
"""Zones whose heading has no other words: “Policy”, but not “Policy Development by Agencies”."""

_TERM = re.compile(
    spaced(
        r"^\W*(?:\(?\w{1,4}[.)] )?(?:The terms? )?[“\"‘][^”\"’]{1,120}[”\"’](?:,? (?:and"
        r"|or) [“\"][^”\"]{1,80}[”\"])*,? (?:\([^)]{1,40}\) )?(?:means?"
        r"|refers? to|has the|have the|includes?|is defined|shall mean"
        r"|each have)(?!\w)"
    )
)
_NOTHING = re.compile(
    spaced(
        r"^\W*(?:\(?\w{1,4}[.)] )?(?:Nothing (?:in|herein)|(?:This"
        r"|These) (?:\w+ ){1,3}?(?:is|are) not intended to"
        r"|This (?:\w+ ){1,3}(?:shall|will|must) be implemented"
        r"|If any provision of this|This (?:\w+ ){1,3}(?:does not|do not"
        r"|shall not) (?:create|apply|affect))"
    )
)
_AUTHORITY = re.compile(
    spaced(
        r"^\W*(?:By (?:virtue of )?the (?:authority|power)s? vested in"
        r"|Pursuant to (?:my|the) authority|In exercise of the powers)"
    )
)


def zone_of(title: str) -> Zone | None:
    """What a heading announces; nothing where it says only its subject."""
    words = re.sub(r"^[\W\d]+|[\W]+$", "", title)
    for zone, pattern in _HEADINGS:
        match = pattern.fullmatch(words) if zone in _WHOLE else pattern.search(words)
        if match and (zone is not Zone.ACTIONS or len(words.split()) < 8):
            return zone
    return None


def is_definition(words: str) -> bool:
    """Whether a unit says what a term means."""
    return bool(_TERM.match(words))


def is_provision(words: str) -> bool:
    """Whether a unit says how the paper is to be read, and asks nothing."""
    return bool(_NOTHING.match(words))


def is_authority(words: str) -> bool:
    """Whether it names the power by which the paper is issued."""
    return bool(_AUTHORITY.match(words))


def reason(zone: Zone) -> Wording:
    """Why what stands in a zone asks nothing."""
    return {
        Zone.DEFINITIONS: say("Definitions."),
        Zone.PROVISIONS: say("Says how the text is to be read."),
        Zone.NOTES: say("Explanations, notes or contacts."),
        Zone.BACKGROUND: say("Background: reasons, purpose or scope."),
    }.get(zone, say("Asks nothing of anybody."))
