"""The guard: a spreadsheet's kind by its content, and whether it is safe to hand to a reading library."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.exchange import markup
from zhengzhou_desk.exchange.limits import (
    LARGEST_FILE,
    LARGEST_UNPACKED,
    MOST_CELLS,
    MOST_PARTS,
    CellBudget,
    broken_file,
    too_large,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import IO

    from zhengzhou_desk.exchange import xlsb_records
    from zhengzhou_desk.exchange.markup import SheetMarks

XLSX, XLSB, ODS, XLS = "xlsx", "xlsb", "ods", "xls"
HTML, MHTML, XML, TEXT = "html", "mhtml", "xml", "text"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# By their first lines these say what they are.
_MHTML = re.compile(rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/", re.IGNORECASE)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Parts that the library reads beside the sheets themselves.
_SHARED = re.compile(r"xl/[^/]+\.xml|xl/_rels/[^/]+\.rels")
_ROOT, _WORKBOOK, _RELATIONS, _CONTENT = "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "content.xml"
_BINARY, _BINARY_RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"


def kind_of(path: Path) -> str:
    """The file's kind, by its content and never by its name. Refuses what is no spreadsheet."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8192)
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
    if not size:
        raise Refused("{path} 是空文件", path=path)
    if size > LARGEST_FILE:
        raise Refused("{path} 太大（{size} MB），不像一份电子表格", path=path, size=size // 2**20)
    if head.startswith(b"PK"):
        return _packed_kind(path)
    if head.startswith(_OLE):
        _refuse_encrypted(path)
        return XLS
    if head.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite format 3", b"MZ", b"\x7fELF")
    ):
        raise Refused("{path} 不是电子表格。请选择 .xlsx、.xls、.ods 或 .csv 文件", path=path)
    if _MHTML.match(head):
        return MHTML
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _SPREADSHEET_XML in head.replace(b"\0", b"") and b"<" in start[:4]:
        return XML
    if start.startswith(b"<") and re.search(rb"<(html|table|!doctype html|meta|body|style)", start):
        return HTML
    return TEXT


def _packed_kind(path: Path) -> str:
    with _opened(path) as packed:
        names = set(packed.namelist())
        if _WORKBOOK in names:
            return XLSX
        if _BINARY in names:
            return XLSB
        if "mimetype" in names and b"spreadsheet" in packed.read("mimetype")[:200]:
            return ODS
    raise Refused("{path} 不是电子表格。请选择 .xlsx、.xls、.ods 或 .csv 文件", path=path)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise broken_file(path) from None


def _refuse_encrypted(path: Path) -> None:
    with path.open("rb") as file:
        found = _ENCRYPTED in file.read(2**20)
    if found:
        raise Refused("{path} 加了密码，读不出来。请先在 WPS 或 Excel 中取消密码", path=path)


def examine(path: Path, kind: str) -> dict[str, SheetMarks]:
    """Refuses bombs, entity tricks and far cells in good time; returns the marks of each sheet."""
    if kind not in (XLSX, XLSB, ODS):
        return {}
    with _opened(path) as packed:
        parts = {part.filename.lower(): part for part in packed.infolist()}
        unpacked = sum(part.file_size for part in packed.infolist())
        if len(packed.infolist()) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
            raise too_large(path, unpacked)
        if any(part.flag_bits & 1 for part in parts.values()):
            raise Refused("{path} 加了密码，读不出来。请先在 WPS 或 Excel 中取消密码", path=path)
        if len(parts) < len(packed.infolist()):
            # Of two parts of one name, each reader would take another.
            raise broken_file(path)
        look = _PackedFile(path, packed, parts)
        marks = look.worksheets() if kind == XLSX else look.binary_worksheets() if kind == XLSB else look.content()
        look.shared()
    room = CellBudget(path)
    for each in marks.values():
        room.take(each.cells)
    return marks


class _PackedFile:
    """The parts of a packed spreadsheet, each read once and all of them within one limit."""

    def __init__(self, path: Path, packed: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> None:
        self._path, self._packed, self._parts = path, packed, parts
        self._left = LARGEST_UNPACKED
        self._seen: set[str] = set()

    def worksheets(self) -> dict[str, SheetMarks]:
        """The marks of each sheet: the workbook names sheets by relation ids, the relations name the parts."""
        root, book, relations = (
            markup.RelationsPart(self._path),
            markup.WorkbookPart(self._path),
            markup.RelationsPart(self._path),
        )
        self._read(_ROOT, root.read)
        if {posixpath.normpath(target.lower().lstrip("/")) for target in root.documents} != {_WORKBOOK}:
            # The library follows this relation, and would read another workbook than was looked at.
            raise broken_file(self._path)
        self._read(_WORKBOOK, book.read)
        self._read(_RELATIONS, relations.read)
        styles = markup.StylesPart(self._path)
        if relations.styles:
            self._read(_part(relations.styles), styles.read)
        return self._sheets(book, relations.targets, lambda path: markup.WorksheetPart(path, styles.telling))

    def binary_worksheets(self) -> dict[str, SheetMarks]:
        """The same of an .xlsb, whose parts are records."""
        from zhengzhou_desk.exchange import xlsb_records

        book, relations = xlsb_records.WorkbookRecords(self._path), markup.RelationsPart(self._path)
        self._read(_BINARY, book.read)
        self._read(_BINARY_RELATIONS, relations.read)
        styles = xlsb_records.StylesRecords(self._path)
        if relations.styles:
            self._read(_part(relations.styles), styles.read)
        return self._sheets(book, relations.targets, lambda path: xlsb_records.WorksheetRecords(path, styles.telling))

    def _sheets(
        self,
        book: markup.WorkbookPart | xlsb_records.WorkbookRecords,
        targets: Mapping[str, str],
        reader: Callable[[Path], markup.WorksheetPart | xlsb_records.WorksheetRecords],
    ) -> dict[str, SheetMarks]:
        by_part: dict[str, SheetMarks] = {}
        found: dict[str, SheetMarks] = {}
        for name, relation in book.sheets:
            if name in found:
                raise broken_file(self._path)
            part = _part(targets.get(relation, ""))
            if part in self._parts and part not in by_part:
                by_part[part] = self._marks(part, reader(self._path))
                by_part[part].day_zero = book.day_zero
            if part in by_part:
                found[name] = by_part[part]
        return found

    def _marks(self, part: str, sheet: markup.WorksheetPart | xlsb_records.WorksheetRecords) -> SheetMarks:
        self._read(part, sheet.read)
        if sheet.marks.cells > MOST_CELLS and isinstance(sheet, markup.WorksheetPart):
            # Most of them may be styled only.
            valued = markup.ValuedCells(self._path)
            self._read(part, valued.read)
            sheet.marks.cells = max(valued.cells, sheet.repeated)
        return sheet.marks

    def content(self) -> dict[str, SheetMarks]:
        """The marks of each table of an .ods."""
        from zhengzhou_desk.exchange import ods_content

        content = ods_content.OdsContentPart(self._path)
        self._read(_CONTENT, content.read)
        return content.marks

    def shared(self) -> None:
        """Looks at the form of what all sheets share."""
        for name in self._parts.keys() - self._seen:
            if _SHARED.fullmatch(name):
                self._read(name, lambda stream, left: markup.well_formed(stream, left, self._path))

    def _read(self, name: str, read: Callable[[IO[bytes], int], int]) -> None:
        self._seen.add(name)
        if name not in self._parts:
            raise broken_file(self._path)
        try:
            stream = self._packed.open(self._parts[name])
        except Exception:  # noqa: BLE001 - zlib, zipfile and others, all of them say: broken
            raise broken_file(self._path) from None
        with stream:
            self._left -= read(stream, self._left)


def _part(target: str) -> str:
    """The name of the part that a relation of the workbook leads to."""
    name = target.replace("\\", "/").lower().lstrip("/")
    return posixpath.normpath(name if name.startswith("xl/") else f"xl/{name}")
