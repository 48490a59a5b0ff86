"""Looking into the archive that an XLSX or ODS file is, before its cells are read.

The library that reads cells makes room for every cell between the first and the last: two cells in far
corners of a small file would fill the memory. So the parts of the archive are unpacked piece by piece
first, and the places of the cells that have a value are noted. Kept is what that library does not tell:
merged cells of ODS, which numbers are percentages (50% is 0.5 with a format), and errors such as #REF!.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from directive_atlas.intake.taken import Limits, RefusedError, damaged, refused
from directive_atlas.problems import Place, Wording, problem, say
from directive_atlas.tables.looks import STYLES, Looks, Styles

ROWS, COLUMNS, CELL = 10_000, 200, 32_767
"""The most rows and columns of a sheet, and characters of a cell (as in Excel), that are read."""

CELLS = 300_000
"""The most cells of a sheet, rows by columns: they take some 100 MB."""

ALL_CELLS = 4 * CELLS
"""The most cells of all sheets: two filled ones in far corners make a whole sheet of a few hundred bytes."""

SMALLER = say("take out the sheets, rows or columns that are not needed, and save it anew")
WITHOUT_PASSWORD = say("open it with its password and save a copy without one")

_PIECE = 2**16
_LETTERS_AND_NUMBER = re.compile(r"([A-Za-z]{0,7})(\d{1,9})", re.ASCII)


@dataclass
class _Scan:
    """One walk through the elements of a part: where its cells are, and how they look."""

    file: str
    form: str
    row: int = -1
    column: int = -1
    repeats: tuple[int, int] = (1, 1)
    sheet: str = ""
    styles: Styles = field(default_factory=Styles)
    looks: dict[str, Looks] = field(default_factory=dict)
    is_error: bool = False

    def begin(self, sheet: str = "") -> None:
        """Begin a part, or a sheet within it."""
        self.sheet, self.row, self.column, self.repeats, self.is_error = sheet, -1, -1, (1, 1), False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items() if "calcext" not in key}
        if name == "row":
            self.row, self.column = int(own.get("r", self.row + 2)) - 1, -1
        elif name == "c":
            self._cell(own)
        elif name in {"v", "is"}:
            self._filled()
        elif not self.styles.start(self.sheet, name, own):
            self._open_document(name, own)

    def words(self, text: str) -> None:
        """What stands in an element: only that of an error is kept."""
        if self.is_error and text.strip():
            errors = self._look.errors
            errors[self.row, self.column] = errors.get((self.row, self.column), "") + text.strip()

    @property
    def _look(self) -> Looks:
        return self.looks.setdefault(self.sheet, Looks())

    def _cell(self, own: Mapping[str, str]) -> None:
        """A cell of XLSX at an address such as B7, else behind the one before."""
        self.column += 1
        if found := _LETTERS_AND_NUMBER.fullmatch(own.get("r", "")):
            self.column = _column(found[1])
            self.row = int(found[2]) - 1
        self.is_error = own.get("t") == "e"
        if own.get("t", "n") == "n" and self.styles.is_share(own.get("s", "")):
            self._look.shares.add((self.row, self.column))

    def _open_document(self, name: str, own: Mapping[str, str]) -> None:
        if name == "table":
            self.begin(own.get("name", ""))
        elif name == "table-row":
            self.row, self.column = self.row + self.repeats[0], -1
            self.repeats = int(own.get("number-rows-repeated", 1)), 1
        elif name in {"table-cell", "covered-table-cell"}:
            self.column += self.repeats[1]
            self.repeats = self.repeats[0], int(own.get("number-columns-repeated", 1))
            self._spanned(own)
            if "value-type" in own:
                self._filled()
            if own.get("value-type") == "percentage":
                self._share()
        elif name == "p":
            self._filled()

    def _spanned(self, own: Mapping[str, str]) -> None:
        down, right = int(own.get("number-rows-spanned", 1)), int(own.get("number-columns-spanned", 1))
        if down > 1 or right > 1:
            last = self.row + down - 1, self.column + right - 1
            self._look.merged.append(((self.row, self.column), last))

    def _share(self) -> None:
        """A percentage of ODS, at each place where it is repeated."""
        rows, columns = self.repeats
        if rows * columns + len(self._look.shares) > CELLS:
            raise larger(self.file, CELLS, say("cells"))
        for row in range(self.row, self.row + rows):
            self._look.shares.update((row, column) for column in range(self.column, self.column + columns))

    def _filled(self) -> None:
        """A value stands at the present place, and at the places where it is repeated."""
        rows, columns = self.row + self.repeats[0], self.column + self.repeats[1]
        if rows > ROWS:
            raise larger(self.file, ROWS, say("rows"))
        if columns > COLUMNS:
            raise larger(self.file, COLUMNS, say("columns"))


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def larger(file: str, limit: int, what: Wording, row: int = 1, column: int = 1) -> RefusedError:
    """E118: the table has more of something than is read."""
    return RefusedError(problem("E118", Place(file, row, column), SMALLER, limit=f"{limit:,}", what=what))


def looks_in(file: str, content: bytes, form: str) -> dict[str, Looks]:
    """How the cells of each sheet look, by its name.

    Raises:
        RefusedError: it is damaged, encrypted or has entities (E117), or is too large (E118).

    """
    scan = _Scan(file, form)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_encrypted(file, form, archive)
            left = Limits().unpacked
            for member in sorted(archive.infolist(), key=lambda each: each.filename != STYLES):
                left = _walk(archive, member, scan, left)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise damaged(file, form) from error
    return scan.styles.by_name(scan.looks)


def _refuse_encrypted(file: str, form: str, archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    manifest = "META-INF/manifest.xml"
    encrypted = any(member.flag_bits & 1 for member in archive.infolist())
    if not encrypted and manifest in names:
        with archive.open(manifest) as part:
            encrypted = b"encryption-data" in part.read(2**20)
    if encrypted:
        raise with_password(file, form)


def _walk(archive: zipfile.ZipFile, member: zipfile.ZipInfo, scan: _Scan, left: int) -> int:
    """Unpack a part piece by piece; how many bytes may still be unpacked behind it."""
    scan.begin(member.filename)
    parser = _parser(scan)
    is_xml, table = True, False
    for piece in _pieces(archive, member):
        left -= len(piece)
        if left < 0:
            raise larger(scan.file, Limits().unpacked, say("bytes when unpacked"))
        table = table or b"sheetData" in piece or b"table-row" in piece
        try:
            if is_xml:
                parser.Parse(piece, False)
        except (expat.ExpatError, LookupError):  # a LookupError is an encoding that nobody knows
            is_xml = False
    if table and not is_xml:
        raise damaged(scan.file, scan.form)
    return left


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            yield piece


def _parser(scan: _Scan) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.CharacterDataHandler = scan.words

    def refuse(*_: object) -> None:
        why = say("it declares entities, which could stand for anything")
        raise refused(scan.file, "E117", form=scan.form, why=why)

    parser.EntityDeclHandler = refuse
    return parser


def with_password(file: str, form: str) -> RefusedError:
    """E117 for a file that only its password opens."""
    return refused(file, "E117", WITHOUT_PASSWORD, form=form, why=say("it is encrypted"))
