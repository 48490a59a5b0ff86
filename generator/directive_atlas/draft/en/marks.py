"""The words that give a body its part: in coordination with, acting through, submit … to, led by."""

from __future__ import annotations

import re

from directive_atlas.draft.en.phrases import any_of, spaced
from directive_atlas.vocabulary.tasks import Role

_CLOSE = r"(?:close |full |direct |active |as appropriate,? |,? as (?:appropriate|needed|necessary),? )?"
MARKS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.COORDINATED,
        any_of(
            rf"in {_CLOSE}(?:coordination|collaboration|partnership|cooperation|conjunction|concert)"
            r"(?:(?:,| and| or) (?:consultation|coordination|collaboration"
            r"|cooperation))?,?(?: as appropriate,?)? (?:with|among|between)",
            r"in consultation and (?:coordination|collaboration) with",
            r"(?:jointly|together|closely|along) with",
            r"(?:after |by )?(?:coordinat|collaborat|cooperat|partner|work|engag)(?:e|es"
            r"|ing|s)?(?: and consult(?:ing)?)?"
            r"(?:,? as (?:appropriate|needed),?)?(?: closely| directly)? with",
            r"to (?:collaborate|coordinate|cooperate|partner|work) with",
            r"(?:coordinat|collaborat|cooperat)(?:e|ing) (?:on|in) [^;.:]{3,90}?(?<!consistent) with",
            r"partnerships? with",
            r"(?:consorti(?:um|a)|alliances?|following (?:actions|steps|measures)) with",
            r"(?:enhanc|strengthen|improv|expand|increas|deepen|foster|promot)(?:e|es|ing|s)?"
            r" (?:\w+ ){0,2}(?:coordination|collaboration|cooperation|communications?|engagement"
            r"|dialogue) with",
        ),
    ),
    (
        Role.CONSULTED,
        any_of(
            rf"in {_CLOSE}consultation,?(?: as appropriate,?)? with",
            r"(?:after|upon|following|through) (?:consultation|consulting) with",
            r"consult(?:ing|s)?(?:,? as (?:appropriate|needed|necessary),?)?(?: with)?",
            r"with (?:the )?(?:advice|input|views) (?:of|from)",
            r"with the (?:concurrence|approval|agreement|consent) of",
            r"(?:considering|soliciting|seeking|obtaining|solicit|seek"
            r"|obtain) (?:the )?(?:input|views|advice|comments?|feedback|opinions?)"
            r" (?:of|from)",
            r"on the (?:advice|recommendation) of",
            r"solicitation of (?:\w+ ){0,2}(?:input|views|comments?|feedback) from",
        ),
    ),
    (
        Role.SUPPORT,
        any_of(
            r"with (?:the )?(?:full |technical )?(?:assistance|support|help"
            r"|cooperation|participation) (?:of|from|by)",
            r"(?:supported|assisted|aided) by",
            r"(?:composed|comprised) of",
            r"consist(?:s|ing)? of",
            r"(?:shall|will|must)(?: also)? include(?:,? at (?:a )?minimum,?)?",
            r"enter(?:ing)? into (?:an? )?(?:contract|agreement|arrangement"
            r"|memorandum of understanding)s? with",
            r"(?:request|requests|seek|obtain) the (?:joint )?(?:assistance|support|help|cooperation) of",
        ),
    ),
    (
        Role.SUPERVISE,
        any_of(
            r"under the (?:supervision|oversight|authority) of", r"subject to the oversight of", "overseen by"
        ),
    ),
    (Role.GUIDE, any_of(r"under the (?:guidance|direction) of", "guided by")),
    (
        Role.LEAD,
        any_of(
            r"(?:co-)?(?:led|chaired|convened|coordinated|hosted|organi[sz]ed)(?: jointly)? by",
            r"under the leadership of",
        ),
    ),
    (
        Role.SUBJECT,
        any_of(
            r"(?:require|requires|requiring|obligate)(?: that)?",
            r"ensur(?:e|es|ing) that",
            r"(?:hereby )?establish(?:es|ed|ing)?",
            r"creat(?:e|ing)",
        ),
    ),
    (Role.BENEFICIARY, any_of(r"assist(?:s|ing)?")),
    (
        Role.RESPONSIBLE,
        any_of(
            r"under (?:the )?signature of",
            r"(?:coordinate|oversee|facilitate|support|enable)(?: the)?(?: \w+){0,3} by",
            r"(?:direct|directs|instruct|instructs|task|tasks)(?= [^,;.:]{3,90} to(?!\w))",
        ),
    ),
    (
        Role.RECIPIENT,
        any_of(
            r"(?:request|requests|requesting|ask|asks)(?: that)?",
            r"encourag(?:e|es|ing)(?= [^;.:]{3,120} to(?!\w))",
            r"shar(?:e|es|ed|ing)(?: [^;.:]{0,120}?)?(?<!consistent) with",
            r"respond(?:s|ing)? to",
            r"(?:if|when|as|where) requested by",
            r"at the request of",
            r"upon (?:the )?request (?:of|by|from)",
        ),
    ),
    (
        Role.INFORMED,
        any_of(
            r"(?:notify|notifies|notifying|inform|informs|informing|alert|alerts"
            r"|brief|briefs|keep(?= .{3,80} informed))"
        ),
    ),
)
VIA = any_of(r"(?:acting |working )?(?:by and )?through", "acting by")
FOR = re.compile(
    spaced(
        r"(?<![\w-])(?:guidance|best practices|assistance|training|materials|requirements"
        r"|instructions|tools|templates?)"
        r" for (?:(?:the|all|each|other) )?$"
    )
)
"""Before whom something is meant for: “issue guidance for agencies”."""

TO = re.compile(r"(?<![\w-])to\s+(?:(?:the|each|all|both)\s+)?$")
DELIVERS = any_of(
    r"(?:re)?submit(?:s|ted|ting)?",
    r"submission",
    r"provid(?:e|es|ed|ing)",
    r"issu(?:e|es|ing)",
    r"guidance",
    r"instructions",
    r"deliver(?:s|ed|ing)?",
    r"transmit(?:s|ted|ting)?",
    r"reports?",
    r"reported",
    r"reporting",
    r"sen[dt]",
    r"present(?:s|ed|ing)?",
    r"furnish(?:es|ed)?",
    r"mak(?:e|ing) recommendations?",
    r"recommendations?",
    r"notifications?",
    r"notice",
    r"identify",
    r"nominate",
    r"disclose",
    r"demonstrate",
    r"explain",
    r"post",
    r"briefings?",
    r"return",
    r"forward(?:ed)?",
    r"communicate[ds]?",
    r"presentation",
    r"certify",
    r"certification",
    r"refer(?:red)?",
    r"make available",
    r"updates?",
    r"assessments?",
    r"summar(?:y|ies)",
    r"respond",
)
GIVES = any_of(r"(?:provide|provides|furnish|supply|give)", r"advise|advises")
BY = re.compile(r"(?<![\w-])(?:be|is|are)(?:\s+\w+){1,4}\s+(?:jointly\s+)?by\s+(?:(?:the|each)\s+)?$")
