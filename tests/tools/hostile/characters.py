"""A character of every class that programs treat in a way of their own, by a name for it."""

REFUSED = {
    "null": "\x00",
    "placeholder of Python-Markdown": "\x02",
    "escape": "\x1b",
    "form feed": "\x0c",
    "delete": "\x7f",
    "control of C1": "\x80",
    "next line": "\x85",
    "quote of Windows-1252": "\x92",
    "last of C1": "\x9f",
    "noncharacter in a block": "\ufdd0",
    "byte order mark the wrong way": "\ufffe",
    "last of the first plane": "\uffff",
    "end of a plane": "\U0001fffe",
    "last of all": "\U0010ffff",
}
"""Those that no text may hold."""

ALLOWED = {
    "tab": "\t",
    "line feed": "\n",
    "no-break space": "\xa0",
    "soft hyphen": "\xad",
    "combining mark": "\u0301",
    "unassigned": "\u0378",
    "Arabic letter mark": "\u061c",
    "Hangul filler": "\u115f",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "isolate": "\u2066",
    "ideographic space": "\u3000",
    "private use": "\ue000",
    "variation selector": "\ufe0f",
    "byte order mark": "\ufeff",
    "annotation": "\ufff9",
    "replacement": "\ufffd",
    "beyond the first plane": "\U0001f309",
    "Han beyond the first plane": "\U00020000",
    "language tag": "\U000e0001",
    "tag": "\U000e0041",
    "private use in a plane of its own": "\U000f0000",
    "number sign": "#",
    "backslash": "\\",
    "quotation mark": '"',
    "percent": "%",
    "braces": "{}",
    "colon": ": ",
    "three hyphens": "\n---\n",
}
"""Those that a text may hold; some are only shown as a space, or not at all."""

CLASSES = REFUSED | ALLOWED
