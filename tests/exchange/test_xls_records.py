"""Records of an .xls: what was a formula's #REF! is no blank, and a number under a format is what it shows."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import sheet_process, xls_records
from zhengzhou_desk.exchange.sheet import BrokenCell
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from pathlib import Path

# A workbook of two sheets: 封面, and 填报 with #REF! in C2 and #N/A in D3.
WORKBOOK = zlib.decompress(base64.b64decode(
    "eNrtWE1IVFEU/u6dN8446DhjamhgImRlBg62CMKmgnKlWSFZiM1MWsTIGINBtUhLXYVQtGiKXBgWtLHa9EMtapWLwKhFEIRay1aBQQv1de6575naLByoKeN9j3vuueeee+5995z7896b"
    "ieDUyMOyaSzDTrgwb+YiZ5FMUMq1CwFQvWkq1s69lEwHqwq5XnJkjhvP8l97lA+Vv6ch8cB4SRT4RKkNp9HUneisyCL28BiiQo2hXhgUexK3KPlRyuMqZHqc6Rqm91n3OdNdLBliWk+6"
    "U+IoJsJN1dutOG6VlVznJyrwmNt8YEkIxRhXcdx7RWhdN3YnT0W7/s2KciMPoyDPNXQmOpPRrikUkQtH8c2sAGbstfqiwpFnVy5A8u9L5Z408mvSAPpgRoQKxEHkwWeoGilEW+y6Kkfc"
    "uhxvvRObRYvyNSfSn7nsP0FZT/vddlogLYca95f0irM+LZlMydbJVPPJV1e3Du2IDKdIYyB15Mxc03CK1nioNlRbW2cz23xqZ+edILBkJ8jn9ZFHtAMFzAd5lQRor5+99/VtY6w5fIwl"
    "fbz76zNig3opmLioWlBj/0KNptXcYgvTS2x1HfNlTIsotimvai62mH39rDPAtVXUTx3jXXjjIn4T8YNfDjwpH/wc3kz8WMP0+aKx9+ERVNKZ1UHt1dOPGlEjbt5QeBq2c2HtJh+Zlv6y"
    "s3hlwBq7aR2EBZiDj9mgPi1lIR4pVdp5fiIbs+piaqziWTXSzqp6Y12yZ0eXJJVcCyUXlQzLllhm64L0sSyI2+u1vmBbaj25pZdPlCDWCq2nLFValmQaS3KJJe0z5UtdpyyVWHYl26oW"
    "HBNIFxMOHDhw4MCBAwd/E4LvVPoeqW5SbuuO6rH+68xRmnd+k/y3OIhuenros3QvEpQncS6j+CmBW9i2xArb2P8LFQ5T70nEEeNxxDOOX/rGEIvfZ8UNA79vCWXa/3wm4/zD/f8AhZ0H"
    "mQ=="
))  # fmt: skip


def test_an_error_in_an_xls_is_no_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(WORKBOOK)
    cover, sheet = sheet_process.read(path)
    assert cover.rows == (("说明",),)
    assert [(row[2], row[3]) for row in sheet.rows[1:]] == [(BrokenCell("#REF!"), 8), (5, BrokenCell("#N/A"))]
    with new_desk(tmp_path, unit(), unit("101004", "二小"), filing()) as desk:
        plan = imports.plan_file(desk, path)
        assert ["（#REF!）" in plan.refused[0].reasons[0].text(), "（#N/A）" in plan.refused[1].reasons[0].text()] == [
            True,
            True,
        ]
        assert plan.changes() == ()


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_a_formulas_result_may_be_an_error() -> None:
    def formula(row: int, result: bytes) -> bytes:
        return record(0x0006, struct.pack("<HHH", row, 3, 0) + result + bytes(8))

    chart = record(0x0809, bytes(16)) + formula(9, b"\x02\0\x17\0\0\0\xff\xff") + record(0x000A, b"")
    cells = (
        formula(1, b"\x02\0\x17\0\0\0\xff\xff")
        + formula(2, struct.pack("<d", 2.5))
        + formula(3, b"\x03\0\0\0\0\0\xff\xff")
    )
    stream = (
        record(0x0809, bytes(16))
        + chart
        + cells
        + record(0x0205, struct.pack("<HHHBB", 4, 0, 0, 1, 0))
        + record(0x000A, b"")
    )
    assert xls_records._marks(stream, 0, {}).errors == {(1, 3): "#REF!"}


def test_numbers_stand_under_the_formats_of_their_styles() -> None:
    wan = '0!.0,"万元"'.encode("utf-16-le")
    book = [
        (0x041E, struct.pack("<HHB", 164, len(wan) // 2, 1) + wan), (0x041E, struct.pack("<HHB", 165, 6, 0) + b"000000"),
        *((0x00E0, struct.pack("<HH", 0, number) + bytes(16)) for number in (0, 9, 164, 165, 4)),
    ]  # fmt: skip
    telling = xls_records._telling_styles(book)
    assert telling == {1: "0%", 2: '0!.0,"万元"', 3: "000000"}
    cells = (
        record(0x0203, struct.pack("<HHHd", 1, 0, 1, 0.05))
        + record(0x027E, struct.pack("<HHHI", 1, 1, 4, 0))
        + record(0x00BD, struct.pack("<HHHIHIH", 2, 3, 2, 0, 3, 0, 4))
        + record(0x0006, struct.pack("<HHH", 3, 0, 2) + struct.pack("<d", 2.5) + bytes(8))
    )
    stream = record(0x0809, bytes(16)) + cells + record(0x000A, b"")
    found = {key: list(rows) for key, rows in xls_records._marks(stream, 0, telling).formats.items()}
    assert found == {(0, "0%"): [1], (3, '0!.0,"万元"'): [2], (4, "000000"): [2], (0, '0!.0,"万元"'): [3]}


@pytest.mark.parametrize("length", [0, 30, 100, 600, 2_000])
def test_a_cut_xls_is_refused(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(WORKBOOK[:length])
    with pytest.raises(Refused, match=re.escape(str(path))):
        sheet_process.read(path)
