"""How readers ask for roles and statuses, beside the label of each; by list and value, see ``ways.LISTS``."""

from __future__ import annotations

from collections.abc import Mapping

_WRITTEN: Mapping[str, Mapping[str, str]] = {
    "role": {
        "lead": "lead body|lead agency|in the lead|牵头|牵头单位|牵头部门|主办单位",
        "responsible": "responsible body|in charge|accountable|责任单位|责任部门|负责单位|承办单位",
        "support": "supporting role|supporting body|assisting body|配合|配合单位|配合部门|协办单位|参与单位",
        "supervise": "supervising body|oversight|监督单位|督促单位|督导",
        "guide": "guiding body|指导单位",
        "consulted": "consult|consultation|comments sought|征求意见|听取意见|商请|会商|协商",
        "informed": "inform|notified|kept informed|抄送|知会|通报单位",
        "beneficiary": "beneficiaries|who benefits|受益者|受益人|受益对象",
        "coordinated": "coordination with|in coordination|协调单位|会同|协同",
        "recipient": "addressee|reported to|接收单位|报送对象|收件单位",
        "subject": "regulated body|subject to|适用对象|管理对象",
    },
    "basis": {
        "inferred": "inferred|inference|our reading|编者推断|编者推定|推断",
        "inherited": "inherited|承前",
    },
    "standing": {
        "overdue": "overdue|late|past due|missed deadline|逾期|超期|拖延",
        "unreported": "overdue|deadline passed|past due|missed deadline|逾期|超期|到期未报告|已到期|未按期",
        "not_begun": "not begun|not started|未启动|未开始",
        "due_soon": "upcoming|coming deadlines|即将到期|快到期",
        "ahead": "not yet due|coming deadlines|future deadlines|尚未到期|未到期",
        "waiting": "waiting|pending|等待",
        "open": "open|open tasks|still open|ongoing|未完成|未结束|办理中|长期任务",
        "begun": "started|begun|已启动|已开始",
        "reported": "outcome unknown|reported on|有报告|结果不明",
        "not_found": "no report found|no progress|outcome unknown|未见报告|没有进展|查无结果|无下文",
        "not_recorded": "nothing recorded|未收录报告",
        "carried_on": "continued|carried on|接续|延续",
        "over": "lapsed|已结束|不再进行",
        "late": "late|done late|逾期完成|超期完成",
        "on_time": "in time|on schedule|按时完成|按期完成|如期完成",
        "finished": "completed|done|finished|fulfilled|已完成|完成|办结",
        "confirmed": "verified|confirmed|经核实|已证实",
        "ended": "out of force|已失效",
    },
    "state": {
        "no_report": "no reports|without report|not reported|没有报告|无报告|未报告|未见报告|没有进展",
        "parts_only": "partial reports|部分报告",
        "partly": "partly done|partial|部分完成",
        "unverified": "unverified|unverified reports|unconfirmed|未核实|未经核实|未证实",
        "not_started": "not started|未启动|未开始",
        "in_progress": "in progress|under way|进行中|推进中|正在办理",
        "incomplete": "incomplete|unfinished|未完成",
        "not_done": "not done|未落实|没有完成",
        "done": "reported as done|报告完成|已完成",
    },
    "paper": {
        "in_force": "still in force|valid|effective|现行有效|有效|生效",
        "expired": "expired|失效",
        "repealed": "repeal|repealed|revoked|rescinded|withdrawn|废止|作废|撤销",
        "superseded": "replaced|superseded|replacement|被取代|被替代|取代|替代",
        "period_over": "expired|run out|期满|已到期",
        "amended": "amended|amendment|修订|修改|修正",
        "no_end": "still in force|in force|not repealed|现行|现行有效|仍有效|未废止",
    },
    "relation": {
        "supersedes": "replaces|superseded|replaced|取代|替代",
        "follows_up": "follow-up|follow up|upgrade|upgraded|后续|升级版",
        "repeals": "repeals|废止",
        "amends": "amends|修改|修订",
        "continues": "continuation|接续|延续",
    },
}

ASKED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    name: {value: tuple(words.split("|")) for value, words in values.items()}
    for name, values in _WRITTEN.items()
}
