"""A look at a spreadsheet before it is read: what kind it is by content, and whether it is safe to read."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused, system_words

if TYPE_CHECKING:
    from pathlib import Path

XLSX, XLSB, ODS, XLS, HTML, TEXT = "xlsx", "xlsb", "ods", "xls", "html", "text"

# What a real county's spreadsheet stays far below, and a bomb does not.
LARGEST_FILE = 100 * 2**20
LARGEST_UNPACKED = 400 * 2**20
MOST_PARTS = 2_000
MOST_ROWS = 300_000
MOST_COLUMNS = 512

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL = re.compile(rb'<c[^>]*?\sr="([A-Z]{1,4})(\d{1,9})"')
_MERGE = re.compile(rb'<mergeCell[^>]*?\sref="([A-Z]{1,4})(\d{1,9}):([A-Z]{1,4})(\d{1,9})"')
_ROW = re.compile(rb'<row[^>]*?\sr="(\d{1,9})"([^>]*)>')
_COLUMN = re.compile(rb"<col\s[^>]*>")
_FORMULA = re.compile(
    rb"<c ([^>]*)>\s*(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v\s*>\s*</v>)?\s*</c>"
)
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="(\d+)"')


@dataclass(slots=True)
class Marks:
    """What a worksheet's XML says that a reader of values does not: places are (row, column) from 1 and 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    not_computed: set[tuple[int, int]] = field(default_factory=set)


def kind_of(path: Path) -> str:
    """What the file is, by its content and never by its name. Refuses what is no spreadsheet."""
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
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite format 3", b"MZ", b"\x7fELF")):
        raise Refused("{path} 不是电子表格。请选择 .xlsx、.xls、.ods 或 .csv 文件", path=path)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") and re.search(rb"<(html|table|!doctype html|meta|body|style)", start):
        return HTML
    return TEXT


def _packed_kind(path: Path) -> str:
    with _opened(path) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" in names:
            return XLSX
        if "xl/workbook.bin" in names:
            return XLSB
        if "mimetype" in names and b"spreadsheet" in packed.read("mimetype")[:200]:
            return ODS
    raise Refused("{path} 不是电子表格。请选择 .xlsx、.xls、.ods 或 .csv 文件", path=path)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise broken(path) from None


def broken(path: Path) -> Refused:
    """What is said of a file that should be readable and is not."""
    return Refused("{path} 已损坏或不完整，读不出来。请重新导出或另存一份再试", path=path)


def _refuse_encrypted(path: Path) -> None:
    with path.open("rb") as file:
        found = _ENCRYPTED in file.read(2**20)
    if found:
        raise Refused("{path} 加了密码，读不出来。请先在 WPS 或 Excel 中取消密码", path=path)


def examine(path: Path, kind: str) -> dict[str, Marks]:
    """Refuses bombs, entity tricks and far cells in good time; returns the marks of each sheet's part of an .xlsx."""
    if kind not in (XLSX, XLSB, ODS):
        return {}
    marks: dict[str, Marks] = {}
    with _opened(path) as packed:
        parts = packed.infolist()
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
            raise Refused("{path} 解开后太大（{size} MB），不予读取", path=path, size=unpacked // 2**20)
        if any(part.flag_bits & 1 for part in parts):
            raise Refused("{path} 加了密码，读不出来。请先在 WPS 或 Excel 中取消密码", path=path)
        left = LARGEST_UNPACKED
        for part in parts:
            if not part.filename.endswith((".xml", ".rels")):
                continue
            content = _part(packed, part, left, path)
            left -= len(content)
            if _DOCTYPE.search(content, 0, 4096):
                raise Refused("{path} 含有不该有的声明（DOCTYPE），不予读取", path=path)
            if part.filename.startswith("xl/worksheets/"):
                marks[part.filename] = _marks(content, path)
            elif part.filename == "content.xml":
                _refuse_repeats(content, path)
    return marks


def _part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, path: Path) -> bytes:
    """A part's content, never more of it than may still be unpacked: the size it claims may be a lie."""
    try:
        with packed.open(part) as stream:
            content = stream.read(left + 1)
    except Exception:  # noqa: BLE001 - zlib, zipfile and others, all of them say: broken
        raise broken(path) from None
    if len(content) > left:
        raise Refused("{path} 解开后太大（{size} MB），不予读取", path=path, size=LARGEST_UNPACKED // 2**20)
    return content


def _marks(content: bytes, path: Path) -> Marks:
    marks = Marks()
    most = max((column_number(name) for name in {match[0] for match in _CELL.findall(content)}), default=0)
    last = max((int(row) for _, row in _CELL.findall(content[-4096:])), default=0)
    for row, attributes in _ROW.findall(content):
        last = max(last, int(row))
        if b'hidden="1"' in attributes or b'hidden="true"' in attributes:
            marks.hidden_rows.add(int(row))
    if last > MOST_ROWS or most >= MOST_COLUMNS:
        raise far(path)
    for merge in _MERGE.findall(content):
        if column_number(merge[2]) >= MOST_COLUMNS or int(merge[3]) > MOST_ROWS:
            raise far(path)
    for column in _COLUMN.findall(content):
        if b'hidden="1"' in column or b'hidden="true"' in column:
            ends = re.search(rb'min="(\d+)"', column), re.search(rb'max="(\d+)"', column)
            if ends[0] and ends[1]:
                marks.hidden_columns |= set(range(int(ends[0][1]) - 1, min(int(ends[1][1]), MOST_COLUMNS)))
    if b"<f" in content:
        for match in _FORMULA.finditer(content):
            place = re.search(rb'r="([A-Z]+)(\d+)"', match[1])
            if place and b't="str"' not in match[1]:
                marks.not_computed.add((int(place[2]), column_number(place[1])))
    return marks


def far(path: Path) -> Refused:
    """What is said of cells far outside any table."""
    return Refused(
        "{path} 中有远在表外的单元格（超过 {rows} 行或 {columns} 列）。请删去多余的行列再试",
        path=path, rows=MOST_ROWS, columns=MOST_COLUMNS,
    )  # fmt: skip


def _refuse_repeats(content: bytes, path: Path) -> None:
    """An .ods says blank rows by a count; one that repeats a filled row a million times is a bomb.

    Trailing blanks up to the sheet's end are ordinary, so only what precedes a value counts.
    """
    for match in re.finditer(rb"<table:table-row([^>]*)>(.{0,400})", content, re.DOTALL):
        count = _REPEATED.search(match[1])
        if count and int(count[2]) > MOST_ROWS and b"office:value" in match[2].split(b"</table:table-row>")[0]:
            raise far(path)


def column_number(letters: bytes) -> int:
    """A column's place from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
