"""A small PDF of lines at given places, written by hand: Latin letters and Chinese, without fonts in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class At:
    """Words at a place of a page, in points from its lower left corner."""

    left: float
    bottom: float
    words: str
    size: float = 12


_FONTS = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    b"/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880"
    b"/Descent -120/CapHeight 880/StemV 80/ItalicAngle 0/FontBBox[0 -120 1000 880]>>/DW 1000>>]>>",
)


def pdf(
    pages: Sequence[Sequence[At]], rules: Sequence[float] = (), trailer: bytes = b"", nested: int = 0
) -> bytes:
    """The bytes of a PDF on A4; each page has its words, and thin lines across at the heights of ``rules``.

    ``trailer`` is added to that of the file. On each of ``nested`` levels, a part of a page draws that of the
    next level ten times.
    """
    first = 5 + 2 * len(pages)
    part = b"/XObject<</Part %d 0 R>>"
    lines = b"".join(b"%.1f %.1f %.1f 0.5 re f\n" % (60, height, 480) for height in rules)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages))]
    objects += _FONTS
    for number, page in enumerate(pages):
        content = lines + b"".join(map(_shown, page)) + b"/Part Do" * bool(nested)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</L 3 0 R/C 4 0 R>>%b>>"
            b"/Contents %d 0 R>>" % (part % first if nested else b"", 6 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(content), content))
    for number in range(nested):
        drawn = b"/Part Do " * 10 if number + 1 < nested else b"0 0 9 9 re f"
        head = b"<</Subtype/Form/BBox[0 0 595 842]/Resources<<%b>>/Length %d>>"
        objects.append(head % (part % (first + number + 1), len(drawn)) + b"stream\n%b\nendstream" % drawn)
    return _file(objects, trailer)


def _shown(one: At) -> bytes:
    latin = one.words.isascii()
    words = b"(%b)" % one.words.encode() if latin else b"<%b>" % one.words.encode("utf-16-be").hex().encode()
    font = b"L" if latin else b"C"
    return b"BT /%b %.1f Tf 1 0 0 1 %.1f %.1f Tm %b Tj ET\n" % (font, one.size, one.left, one.bottom, words)


def _file(objects: Sequence[bytes], more: bytes) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
    return content + head + table + trailer % (len(objects) + 1, more, len(content))
