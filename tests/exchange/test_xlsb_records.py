"""Errors in an .xlsb: what was a formula's #REF! is no blank, and a part that is cut is refused."""

from __future__ import annotations

import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.books import two_schools
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import guard, sheet_process
from zhengzhou_desk.exchange.limits import MOST_COLUMNS, MOST_ROWS
from zhengzhou_desk.exchange.sheet import BrokenCell
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BLANK, _ERROR, _REAL, _TEXT, _FORMULA_ERROR = 1, 3, 5, 6, 11
_NO_FORMULA = struct.pack("<HII", 0, 0, 0)
HEAD = ("年度", "单位编码", "年度食堂食材采购总额", "预留份额")


def record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, left = b"", len(content)
    while True:
        left, low = left >> 7, left & 0x7F
        size += bytes([low | (0x80 if left else 0)])
        if not left:
            return number + size + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(column: int, value: object, style: int = 0) -> bytes:
    """A cell: text, a number, an error by its number, or a formula's error by a tuple of it."""
    at = struct.pack("<II", column, style)
    if isinstance(value, str):
        return record(_TEXT, at + wide(value))
    if isinstance(value, float):
        return record(_REAL, at + struct.pack("<d", value))
    if isinstance(value, tuple):
        return record(_FORMULA_ERROR, at + bytes(value) + _NO_FORMULA)
    return record(_ERROR, at + bytes([value])) if isinstance(value, int) else record(_BLANK, at)


def sheet(*rows: Sequence[object], first: int = 0, left: int = 0) -> bytes:
    made = [record(129), record(148, struct.pack("<IIII", 0, len(rows), 0, 5)), record(145)]
    for number, row in enumerate(rows, first):
        made.append(record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        made += [cell(column, value) for column, value in enumerate(row, left)]
    return b"".join([*made, record(146), record(130)])


def xlsb(
    path: Path, *sheets: bytes, names: Sequence[str] = ("填报", "说明"), styles: bytes = b"", about: bytes = b""
) -> Path:
    bundle = b"".join(
        record(156, struct.pack("<II", 0, number) + wide(f"r{number}") + wide(name))
        for number, (name, _) in enumerate(zip(names, sheets, strict=False), 1)
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.bin"/>' if styles else ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        if styles:
            packed.writestr("xl/styles.bin", styles)
        packed.writestr("xl/workbook.bin", record(131) + about + record(143) + bundle + record(144) + record(132))
        packed.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>')
        for number, content in enumerate(sheets, 1):
            packed.writestr(f"xl/worksheets/sheet{number}.bin", content)
    return path


def test_an_error_in_an_xlsb_is_no_blank(tmp_path: Path) -> None:
    """The library gives blanks for errors, typed or come to by a formula; the import refuses them as in an .xlsx."""
    rows = (HEAD, (2024.0, "101003", 0x17, 8.0), (2024.0, "101004", 5.0, (0x07,)), (2024.0, "101004", None, 7.0))
    path = xlsb(tmp_path / "a.xlsb", sheet(*rows), sheet(("注",)))
    read, other = sheet_process.read(path)
    assert [row[2:] for row in read.rows[1:]] == [(BrokenCell("#REF!"), 8), (5, BrokenCell("#DIV/0!")), (None, 7)]
    assert other.rows == (("注",),)
    with two_schools(tmp_path) as desk:
        plan = imports.plan_file(desk, path)
        said = [row.reasons[0].text() for row in plan.refused]
        assert said[:2] == [
            "第 2 行“年度食堂食材采购总额”的公式没有结果（#REF!）。请在表格中算出结果并保存，或改填数字",
            "第 3 行“预留份额”的公式没有结果（#DIV/0!）。请在表格中算出结果并保存，或改填数字",
        ]


def test_numbers_stand_under_the_formats_of_their_styles(tmp_path: Path) -> None:
    formats = record(44, struct.pack("<H", 164) + wide('0!.0,"万元"'))
    used = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 9, 164))
    styles = (
        record(278) + record(615, struct.pack("<I", 1)) + formats + record(616)
        + record(626, struct.pack("<I", 1)) + record(47, bytes(16)) + record(627)
        + record(617, struct.pack("<I", 3)) + used + record(618) + record(279)
    )  # fmt: skip
    cells = (cell(0, 0.05, 1), cell(1, 1_000_000.0, 2), cell(2, 5.0), cell(3, "字", 1))
    rows = sheet((None,)).replace(cell(0, None), b"".join(cells))
    path = xlsb(tmp_path / "a.xlsb", rows, styles=styles)
    (read,) = sheet_process.read(path)
    assert [str(cell) for cell in read.rows[0]] == ["5%", "100.0万元", "5", "字"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0x00, "#NULL!"), (0x0F, "#VALUE!"), (0x1D, "#NAME?"), (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA")],
)
def test_every_error_has_its_name(tmp_path: Path, number: int, text: str) -> None:
    path = xlsb(tmp_path / "a.xlsb", sheet(("一",), (number,), (), ((number,),)))
    rows = sheet_process.read(path)[0].rows
    assert (rows[1], rows[3]) == ((BrokenCell(text),), (BrokenCell(text),))


def test_a_row_that_holds_errors_alone_keeps_its_place(tmp_path: Path) -> None:
    path = xlsb(tmp_path / "a.xlsb", sheet((0x17,), ("一",), (None, 0x17), first=4, left=1))
    read = sheet_process.read(path)[0]
    assert {
        (read.number(place), column): value for place, row in enumerate(read.rows) for column, value in enumerate(row) if value
    } == {(5, 1): BrokenCell("#REF!"), (6, 1): "一", (7, 2): BrokenCell("#REF!")}  # fmt: skip


def test_cells_are_counted_and_far_ones_refused(tmp_path: Path) -> None:
    path = xlsb(tmp_path / "a.xlsb", sheet(("一", 2.0, None), (3.0,)))
    assert guard.examine(path, guard.XLSB)["填报"].cells == 3
    for more in ({"first": MOST_ROWS}, {"left": MOST_COLUMNS}):
        with pytest.raises(Refused, match="远在表外"):
            guard.examine(xlsb(tmp_path / "far.xlsb", sheet((1.0,), **more)), guard.XLSB)


@pytest.mark.parametrize("cut", [1, 5, 12, 40])
def test_a_part_that_is_cut_is_refused(tmp_path: Path, cut: int) -> None:
    whole = sheet(HEAD, (2024.0, "101003", 0x17, 8.0))
    with pytest.raises(Refused, match="已损坏或不完整"):
        sheet_process.read(xlsb(tmp_path / "a.xlsb", whole[:-cut]))


@pytest.mark.parametrize(
    "broken",
    [
        record(0, b"\0") + record(130),
        record(_ERROR, bytes(8)) + record(130),
        b"\x05\xff\xff\xff\xff" + bytes(20),
        record(_REAL, b""),
    ],
)
def test_a_record_of_a_false_length_is_refused(tmp_path: Path, broken: bytes) -> None:
    with pytest.raises(Refused, match="已损坏或不完整"):
        sheet_process.read(xlsb(tmp_path / "a.xlsb", record(129) + record(145) + broken))


def test_two_sheets_of_one_name_are_refused(tmp_path: Path) -> None:
    path = xlsb(tmp_path / "a.xlsb", sheet((1.0,)), sheet((2.0,)), names=("填报", "填报"))
    with pytest.raises(Refused, match="已损坏或不完整"):
        sheet_process.read(path)


def test_a_large_record_is_passed_over_whole(tmp_path: Path) -> None:
    """Its length takes three bytes."""
    content = record(129) + record(200, bytes(40_000)) + sheet(("一",), (0x17,))[3:]
    assert sheet_process.read(xlsb(tmp_path / "a.xlsb", content))[0].rows == (("一",), (BrokenCell("#REF!"),))


@pytest.mark.parametrize(("flags", "day"), [(0x01, "2024-03-20"), (0x00, "2020-03-19")])
def test_an_xlsb_counts_its_days_from_where_it_says(tmp_path: Path, flags: int, day: str) -> None:
    about = record(153, struct.pack("<III", flags, 0, 0))
    path = xlsb(tmp_path / "a.xlsb", sheet(("年度", "单位编码", "确认日期"), (2024.0, "101003", 43909.0)), about=about)
    with two_schools(tmp_path) as desk:
        (row,) = imports.plan_file(desk, path).rows
    assert row.after is not None
    assert str(row.after.cell("confirmed")) == day
