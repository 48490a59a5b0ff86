"""The parts of an XLSX file (ISO/IEC 29500) as XML, as far as our sheets need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from directive_atlas.outputs.exports.sheets.sheet import Sheet
from directive_atlas.outputs.exports.sheets.tab import HEADINGS, last_row, letters_of, shared, worksheet
from directive_atlas.outputs.exports.sheets.xml import MAIN, OFFICE, PACKAGE, STYLES, TYPES, XML, escaped

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TAB = 31
"""Characters in the name of a tab."""


def workbook(sheets: Sequence[Sheet]) -> dict[str, str]:
    """The parts of a workbook by their names; texts that come again are kept once."""
    texts: dict[str, int] = {}
    tabs = {
        f"xl/worksheets/sheet{number}.xml": worksheet(each, texts, first=number == 1)
        for number, each in enumerate(sheets, 1)
    }
    return {
        "[Content_Types].xml": _content_types(tabs),
        "_rels/.rels": _relations({"xl/workbook.xml": f"{OFFICE}/officeDocument"} | _PROPERTIES),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(_links(tabs)),
        "xl/styles.xml": STYLES,
        **tabs,
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">{"".join(map(shared, texts))}</sst>',
        "docProps/core.xml": _core(sheets[0].title),
    }


_PROPERTIES = {"docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties"}


def _links(tabs: Iterable[str]) -> dict[str, str]:
    """What the workbook refers to, the tabs first, with the kind of each."""
    kinds = {name.removeprefix("xl/"): f"{OFFICE}/worksheet" for name in tabs}
    return {**kinds, "styles.xml": f"{OFFICE}/styles", "sharedStrings.xml": f"{OFFICE}/sharedStrings"}


def _relations(targets: Mapping[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _content_types(tabs: Iterable[str]) -> str:
    kinds = {
        "xl/workbook.xml": f"{TYPES}sheet.main+xml",
        "xl/styles.xml": f"{TYPES}styles+xml",
        "xl/sharedStrings.xml": f"{TYPES}sharedStrings+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **dict.fromkeys(tabs, f"{TYPES}worksheet+xml"),
    }
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _book(sheets: Sequence[Sheet]) -> str:
    """The tabs, and for each the rows that can be filtered and the one that is printed on every page."""
    names = [escaped(_FORBIDDEN.sub(" ", each.name)[:_TAB]) for each in sheets]
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
        f"'{name}'!$A${HEADINGS}:${letters_of(each)[-1]}${last_row(each)}</definedName>"
        for place, (name, each) in enumerate(zip(names, sheets, strict=True))
    )
    printed = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'
        f"'{name}'!${HEADINGS}:${HEADINGS}</definedName>"
        for place, name in enumerate(names)
    )
    return (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{tabs}</sheets><definedNames>{filters}{printed}</definedNames></workbook>"
    )


def _core(title: str) -> str:
    """The title; the day is always the same, so that the same data give the same bytes."""
    day = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:{0}>'
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title>{day.format('created')}{day.format('modified')}"
        "</cp:coreProperties>"
    )
