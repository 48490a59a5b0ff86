"""Word documents: labels that Word only shows, tables, footnotes, tracked changes, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from directive_atlas.intake import Limits, RefusedError, Taken, read_file
from directive_atlas.passages import read_source
from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

W = nsdecls("w")


def _taken(folder: Path, document: Document) -> Taken:
    path = folder / "notice.docx"
    document.save(str(path))
    return read_file(path)


def _seen(taken: Taken) -> list[str]:
    source = read_source(taken.text, f"source{taken.suffix}")
    return [source.text[p.span.start : p.span.end].replace("\u2003", " | ") for p in source.paragraphs]


def _list(document: Document, number: int, *levels: tuple[str, str]) -> None:
    """Define a list; each level has the form of its number and its text."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _numbered(document: Document, words: str, number: int, level: int = 0) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    xml = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(xml))


def test_labels_that_word_counts_are_words_of_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    _list(
        document, 70, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")
    )
    for words, level in (
        ("普查", 0),
        ("清单", 1),
        ("编号", 2),
        ("位置", 2),
        ("报告", 1),
        ("养护", 0),
        ("巡查", 1),
    ):
        _numbered(document, words, 70, level)
    assert _seen(_taken(tmp_path, document)) == [
        "一、普查",
        "（一）清单",
        "1. 编号",
        "2. 位置",
        "（二）报告",
        "二、养护",
        "（一）巡查",
    ]


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("lowerLetter", "(%1)", ["(a) ", "(b) "]),
        ("lowerRoman", "(%1)", ["(i) ", "(ii) "]),
        ("upperRoman", "%1.", ["I. ", "II. "]),
        ("decimalEnclosedCircle", "%1", ["① ", "② "]),
        ("ideographTraditional", "%1、", ["甲、", "乙、"]),
        ("decimal", "第%1条", ["第1条 ", "第2条 "]),
        ("ordinal", "%1", ["1st ", "2nd "]),
        ("none", "", ["", ""]),
    ],
)
def test_forms_of_numbers(form: str, text: str, labels: list[str], tmp_path: Path) -> None:
    document = docx.Document()
    _list(document, 70, (form, text))
    for words in ("Inspect", "Report"):
        _numbered(document, words, 70)
    assert _seen(_taken(tmp_path, document)) == [f"{labels[0]}Inspect", f"{labels[1]}Report"]


def test_headings_entries_and_tables_are_seen(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Notice on bridges"
    document.add_heading("Bridges", 1)
    document.add_paragraph("1. Written by hand *here*")
    document.add_paragraph("an entry", style="List Bullet")
    table = document.add_table(3, 3)
    for row, words in zip(table.rows, ("Task Unit Day", "List County June", "x Province July"), strict=True):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(2, 0).text = ""
    table.cell(1, 0).merge(table.cell(2, 0))
    taken = _taken(tmp_path, document)
    source = read_source(taken.text, "source.md")
    assert [p.kind.value for p in source.paragraphs] == ["heading", "text", "list entry", *["table row"] * 3]
    assert _seen(taken) == [
        "Bridges",
        "1. Written by hand *here*",
        "an entry",
        "Task | Unit | Day",
        "List | County | June",
        "Province | July",
    ]
    assert taken.title == "Notice on bridges"


CHANGED = f"""<w:p {W}><w:r><w:t xml:space="preserve">Inspect </w:t></w:r>
<w:del w:id="1"><w:r><w:delText>some</w:delText></w:r></w:del>
<w:ins w:id="2"><w:r><w:t>all</w:t></w:r></w:ins>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> old</w:t></w:r>
<w:r><w:t> bridges.</w:t></w:r></w:p>"""


def test_insertions_are_taken_and_deletions_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(CHANGED))
    document.add_comment(document.add_paragraph("Report.").runs, text="really?")
    taken = _taken(tmp_path, document)
    assert _seen(taken) == ["Inspect all old bridges.", "Report."]
    source = read_source(taken.text, "source.md")
    assert [source.text[span.start : span.end].strip() for span in source.struck] == ["old"]
    assert [str(note) for note in taken.notes] == [
        "1 insertions that are not accepted yet were taken into the text",
        "1 deletions that are not accepted yet were left out",
        "1 pieces of hidden text were left out",
        "1 comments were left out",
    ]


def test_headers_footers_and_images_are_set_aside(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Inspect all bridges.")
    document.sections[0].header.paragraphs[0].text = "Office of Bridges"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    taken = _taken(tmp_path, document)
    assert (taken.text, taken.suffix) == ("Inspect all bridges.\n", ".txt")
    assert sorted(taken.aside) == ["Office of Bridges", "— 1 —"]


def _repacked(change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """A document with one paragraph whose parts are changed, or to which parts are added."""
    document, plain, result = docx.Document(), io.BytesIO(), io.BytesIO()
    document.add_paragraph("Inspect all bridges.")
    document.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return result.getvalue()


def _unchanged(name: str, content: bytes) -> bytes:
    return content


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Old ones.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def change(name: str, content: bytes) -> bytes:
        if name == "word/document.xml":
            return content.replace(b"bridges.</w:t>", b'bridges</w:t><w:footnoteReference w:id="2"/>')
        if name == "word/_rels/document.xml.rels":
            link = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
            return content.replace(b"</Relationships>", link.encode())
        if name == "[Content_Types].xml":
            return content.replace(
                b"</Types>",
                b'<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>',
            )
        return content

    path = tmp_path / "notice.docx"
    path.write_bytes(_repacked(change, {"word/footnotes.xml": notes.encode()}))
    assert _seen(read_file(path)) == ["Inspect all bridges[2]", "[2] Old ones."]


def _refusal(folder: Path, content: bytes, name: str = "notice.docx", limits: Limits | None = None) -> str:
    (folder / name).write_bytes(content)
    with pytest.raises(RefusedError) as refusal:
        read_file(folder / name, limits)
    return f"{refusal.value.problem.kind.code}: {refusal.value.problem.message}"


DAMAGED = "E117: this DOCX file cannot be read: it is damaged or incomplete"


def test_a_document_with_macros_is_refused(tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")

    message = _refusal(tmp_path, _repacked(change), "notice.docm")
    assert message == "E116: no source text can be read from this kind of file: a document with macros"


def test_an_encrypted_document_is_refused(tmp_path: Path) -> None:
    message = _refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert message == "E117: this DOCX file cannot be read: it is encrypted"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"])
@pytest.mark.parametrize("content", [b"", b"<a><b></a>", b"<a/>"])
def test_a_damaged_part_is_told(part: str, content: bytes, tmp_path: Path) -> None:
    broken = _repacked(lambda name, old: content if name == part else old)
    assert _refusal(tmp_path, broken) in (DAMAGED, "E101: cannot read this file: the file is empty")


def test_a_download_that_was_cut_off_is_told(tmp_path: Path) -> None:
    whole = _repacked(_unchanged)
    assert _refusal(tmp_path, whole[: len(whole) // 2]) == DAMAGED
    assert _refusal(tmp_path, whole[:2000] + bytes(2000) + whole[4000:]) == DAMAGED


def test_an_archive_that_unpacks_to_too_much_is_never_unpacked(tmp_path: Path) -> None:
    bomb = _repacked(_unchanged, {"word/media/image1.png": bytes(10_000_000)})
    limits = Limits(unpacked=5_000_000)
    assert _refusal(tmp_path, bomb, limits=limits).endswith("limit is 5,000,000 bytes when it is unpacked")
    assert _refusal(tmp_path, _repacked(_unchanged), limits=Limits(xml=1_000)).endswith("when it is unpacked")
    many = _repacked(_unchanged, {f"word/media/{n}": b"" for n in range(30)})
    assert _refusal(tmp_path, many, limits=Limits(entries=20)).endswith("the limit is 20 files")


@pytest.mark.parametrize("name", ["word/document.bin", "word/document.XML", "word/media/image1.png"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32-be", "cp037"])
def test_what_may_be_parsed_is_found_by_what_it_begins_with(name: str, encoding: str, tmp_path: Path) -> None:
    limits = Limits(xml=1_000_000)
    part = f"  <?xml version='1.0'?>{' ' * 1_000_000}<w:document/>".lstrip(" " * (encoding == "cp037"))
    large = _repacked(_unchanged, {name: part.encode(encoding)})
    assert _refusal(tmp_path, large, limits=limits).endswith("limit is 1,000,000 bytes when it is unpacked")
    (tmp_path / "a.docx").write_bytes(_repacked(_unchanged, {name: b"\x89PNG" + part.encode(encoding)}))
    assert read_file(tmp_path / "a.docx", limits).text


def test_external_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "boom">]>'

    def change(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        head, _, rest = content.partition(b"?>")
        return head + b"?>" + doctype.encode() + rest.replace(b"Inspect", b"Inspect &x;&y;")

    path = tmp_path / "notice.docx"
    path.write_bytes(_repacked(change))
    assert "secret" not in read_file(path).text


def test_a_document_of_too_many_paragraphs_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    for _ in range(3):
        document.add_paragraph("Inspect all bridges.")
    document.save(str(tmp_path / "a.docx"))
    content = (tmp_path / "a.docx").read_bytes()
    assert _refusal(tmp_path, content, limits=Limits(paragraphs=2)).endswith("the limit is 2 paragraphs")


def test_other_archives_are_named(tmp_path: Path) -> None:
    for inside, name, form in (("OFD.xml", "a.ofd", "OFD"), ("xl/workbook.xml", "a.xlsx", ".xlsx")):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr(inside, b"<a/>")
        message = f"E116: no source text can be read from this kind of file: {form}"
        assert _refusal(tmp_path, content.getvalue(), name) == message
