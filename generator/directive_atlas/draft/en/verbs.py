"""Verbs with which papers begin a demand that names nobody: “Submit a report …”."""

from __future__ import annotations

import re

from directive_atlas.draft.en.phrases import spaced

_VERBS = """
accelerate accept access account achieve acknowledge acquire act adapt add address adhere adjust
administer adopt advance advise align allocate allow alert amend analyse analyze appoint apply
approve arrange assemble assess assign assist attend attest audit authorize automate avoid ban begin
block bring build calculate carry cease certify check circulate clarify classify close collaborate
collect combine commence commission communicate compile complete comply conduct configure confirm
connect consider consolidate consult contact continue contribute convene convert cooperate
coordinate copy correct create cut cover deactivate decide decommission define delay delete deliver
deploy describe designate destroy detect determine develop direct disable disclose disconnect
discontinue discuss display disseminate distribute document draft draw eliminate employ enable
encourage encrypt end endeavor enforce engage enhance enroll ensure enter equip escalate establish
estimate evaluate examine exchange exclude execute exercise expand expedite explain explore extend
facilitate file finalise finalize fill focus follow forensically formalize formulate forward foster
fully fund furnish gather generate give harmonize hire hold host identify implement impose improve
include incorporate increase inform initiate inspect install institute instruct integrate introduce
inventory investigate invite isolate issue join keep label launch lead leverage limit link list
locate log maintain make manage map maximize measure meet migrate minimise minimize mitigate
modernize modify monitor move name notify nominate note obtain offer operate organise organize
outline oversee participate patch perform permit place plan post power prepare present preserve
prevent prioritise prioritize procure produce prohibit promote promptly propose protect provide
publish pursue put quarantine raise re-certify reach reassess rebuild recommend reconfigure record
recruit reduce refer refrain register reimage reinforce remediate remove renew repeat replace report
request require rescind reset resolve respond restore restrict retain return review revise revoke
rotate run safeguard scan schedule screen secure seek select send serve set share shut shorten sign
simplify solicit specify staff standardize start stop streamline strengthen study submit subscribe
supply support survey suspend take target test track train transfer transition transmit treat turn
uninstall undertake update upgrade use utilize validate verify withdraw work write
"""
_IMPERATIVE = re.compile(
    spaced(
        rf"(?:(?:also|further|immediately|promptly|fully|then|jointly|annually"
        rf"|regularly|periodically|expeditiously|either|and|or|subsequently),? )*"
        rf"(?:{'|'.join(_VERBS.split())})(?![\w’'-])"
    ),
    re.IGNORECASE,
)


_DATE_COMMA = re.compile(r",\s+(?=[A-Z][a-z]+day\b|[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b|\d{4}\b)")
"""A comma within a date, behind which no other piece begins: “By noon, Friday, May 2, 2031, submit”."""


def is_imperative(words: str) -> bool:
    """Whether a sentence begins with such a verb, also behind up to three pieces that end with a comma."""
    pieces = re.split(r",\s+", _DATE_COMMA.sub(" ", words), maxsplit=4)
    return any(_IMPERATIVE.match(piece.strip(' “"*•-–—')) for piece in pieces[: 4 if len(pieces) > 1 else 1])
