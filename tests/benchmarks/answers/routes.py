"""The questions that readers bring to our own site, and the shortest way to each answer.

Words are what a reader sees, so that a way still holds when a page has another build. Where an answer has
moved to an earlier page, ``ReadHere`` finds it there; where a name has changed, mend the name here.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.answers.steps import Ask, Both, Choose, Go, Point, Press, Read, ReadHere, Step


@dataclass(frozen=True, slots=True)
class Route:
    """A question and the steps to its answer, from the home page."""

    name: str
    steps: tuple[Step, ...]


_TOWER = Press(Both(r"^中国铁塔", r"^China Tower"))
_GUANGDONG = Press(Both(r"^广东省?通信管理局", r"^Guangdong Communications Administration"))
_MEETING = Press(Both(r"^加快推进5G发展、做好信息通信业复工复产", r"^Teleconference on speeding up 5G"))
_TASKS = Go(Both(r"^(查找)?任务", r"^(find )?tasks\b"))
_LINEAGE = Go(Both(r"^文件脉络", r"^(lineage|related documents)"))

_DOMAINS = Both(
    r"加强网络基础设施、重要域名系统等安全防护",
    r"protection of network infrastructure|protect network infrastructure, important domain name",
)
"""The quoted words of one demand on China Tower."""
_TO_DOMAINS = (
    Press(
        Both(
            r"^(利用行业优势，加强网络基础设施|强化网络安全保障)",
            r"^(Use the industry’s strengths to protect|Strengthen network security)",
        )
    ),
)
_CONSULTED = Both(
    r"(听取意见|协商|征求意见)[\s\S]{0,40}电信企业|电信企业[\s\S]{0,30}(听取意见|协商|征求意见)",
    r"consult(ed|s)?\b[\s\S]{0,40}Telecom enterprises|Telecom enterprises[\s\S]{0,30}consulted",
)
_TO_CONSULTED = (Press(Both(r"^听取企业发展诉求", r"^Listen to what the enterprises need")),)
_VERDICT = Both(
    r"(闻库|田玉龙)[^\n]{0,80}(完成|60多?万|600,?000)|完成[^\n]{0,60}(闻库|田玉龙)",
    r"(Wen Ku|Tian Yulong)[^\n]{0,140}(\bmet\b|reached|600,?000)|(\bmet\b|reached)[^\n]{0,80}Wen Ku",
)
"""Who says that the goal of 2020 was met."""
_TO_GOAL = (Press(Both(r"^完成全年发展目标任务", r"^Meet the development goals of the year")),)
_REPLACED = Both(
    r"由[^\n]{0,40}(取代|代替|接替|升级)|(取代|代替|接替)[：:了]|(未见|没有|未查到)[^\n]{0,8}废止",
    r"\breplace[sd]?\b|superse|upgraded by|\bupgrades\b|no repeal|none[^\n]{0,20}repealed",
)
_ISOLATED = Both(r"尤其是保障隔离家庭和人员的通信畅通", r"households and people in isolation")
_TO_ISOLATED = Press(Both(r"保障隔离家庭和人员的?通信畅通", r"isolated households|open for households"))
_COUNT = Both(r"\d+项，共\d+项", r"\d+ of \d+ tasks")

ROUTES = (
    Route("a tower, browse: list, quote", (_TOWER, ReadHere(_DOMAINS, _TO_DOMAINS))),
    Route(
        "a tower, search: list, quote",
        (
            Ask(Both("铁塔", "china tower")),
            Press(Both(r"中国铁塔股份有限公司", r"^(Actor|Body)? ?China Tower")),
            ReadHere(_DOMAINS, _TO_DOMAINS),
        ),
    ),
    Route("b Guangdong: whom to consult", (_GUANGDONG, ReadHere(_CONSULTED, _TO_CONSULTED))),
    Route(
        "c goal of 2020, search: verdict",
        (
            Ask(Both("全年发展目标", "goals of the year")),
            Press(Both(r"完成全年发展目标任务", r"Meet the development goals of the year")),
            Read(_VERDICT),
        ),
    ),
    Route("c goal of 2020, browse: verdict", (_MEETING, ReadHere(_VERDICT, _TO_GOAL))),
    Route(
        "d sail plan among related papers",
        (_MEETING, Read(Both(r"5G应用“扬帆”行动计划", r"“Set Sail” action plan"))),
    ),
    Route("d what replaced what", (_LINEAGE, Read(_REPLACED))),
    Route(
        "e mentions of SA",
        (Ask(Both("SA", "SA")), Read(Both(r"结果：\d+项", r"Results: \d+"))),
    ),
    Route(
        "g passage by search",
        (
            Ask(Both("隔离家庭和人员的通信畅通", "households and people in isolation")),
            _TO_ISOLATED,
            Read(_ISOLATED),
        ),
    ),
    Route(
        "g copy a link to the sentence",
        (
            Ask(Both("隔离家庭和人员的通信畅通", "households and people in isolation")),
            _TO_ISOLATED,
            Read(_ISOLATED),
            Point(),
            Press(Both(r"^复制.{0,8}(链接|引文|引用)", r"^copy\b.{0,20}(link|quote|citation)")),
        ),
    ),
    Route(
        "h due in 2020",
        (
            _TASKS,
            Choose(Both(r"^2020\D*\d*$", r"^2020\D*\d*$"), Both(r"^期限", r"^(deadline|due)")),
            Read(_COUNT),
        ),
    ),
    Route(
        "h no report",
        (
            _TASKS,
            Choose(
                Both(r"^(未见报告|没有报告|未见任何报告|没有进展报告)", r"^no (progress )?report"),
                Both(r"^报告(状态)?\d*$", r"^(reported status|reports?)\d*$"),
            ),
            Read(_COUNT),
        ),
    ),
)
