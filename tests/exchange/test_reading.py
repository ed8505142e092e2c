"""Reading: the kind of a file is told by its content."""

from __future__ import annotations

import errno
import os
import re
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest

from tests.books import written
from tests.exchange.made import HTML, TEXT, reasons
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import child, plain_text
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk

pytestmark = pytest.mark.usefixtures("read_here")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TEXT.encode()), ("b.csv", b"\xef\xbb\xbf" + TEXT.encode()), ("c.csv", TEXT.encode("gb18030")),
        ("d.txt", TEXT.replace(",", "\t").encode("utf-16")), ("e.xls", HTML.encode("gb18030")), ("f.csv", TEXT.replace(",", "，").encode()),
        ("g.txt", TEXT.encode("utf-16-le")), ("h.xls", HTML.replace("gb2312", "x-none").encode("gb18030")),
        ("i.xls", HTML.replace("gb2312", "utf-8").encode("gb18030")),
    ],
)  # fmt: skip
def test_kinds_are_told_by_content(desk: Desk, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    plan = imports.plan_file(desk, path)
    assert reasons(plan) == ""
    assert [(row.after.cell("total"), row.after.cell("reserve")) for row in plan.rows if row.after] == [(10**8, 10**7)]


def test_what_is_no_file_is_said_by_what_it_is(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有文件"):
        read_workbook(tmp_path / "没有.xlsx")
    with pytest.raises(Refused, match="是文件夹"):
        read_workbook(tmp_path)
    with pytest.raises(Refused, match="设备或管道"):
        read_workbook(Path(os.devnull))
    (tmp_path / "空.csv").write_text("\n\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"没有数据|空"):
        read_workbook(tmp_path / "空.csv")


def test_a_file_too_large_to_be_a_spreadsheet_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(child, "LARGEST_FILE", 3)
    with pytest.raises(Refused, match="太大"):
        read_workbook(path)


@pytest.mark.parametrize(("method", "words"), [("read_bytes", "读不了"), ("write_bytes", "写不进去")])
def test_a_disk_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, words: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT, encoding="utf-8")

    def failing(*_: object) -> NoReturn:
        raise OSError(errno.EIO, "I/O")

    monkeypatch.setattr(Path, method, failing)
    with pytest.raises(Refused, match=words):
        read_workbook(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a\0b,c\nd\0e,f\n", "不是电子表格，也不是认得的文本"), (b"\xff\xfe\x00", "也不是认得的文本"), (b"\x81 ", "也不是认得的文本"),
        (b"%PDF-1.4", "请选择 .xlsx"), (b"", "是空文件"), (b"a,b\n" + b"," * 600, "远在表外"),
        (b"<html><p>x</p>", "其中没有表格"), (b"PK\3\4", "已损坏或不完整"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "已损坏或不完整"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_by_its_content(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused, match=words) as refused:
        read_workbook(path)
    assert str(path) in str(refused.value)


def packed(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return path


def test_a_packed_file_of_another_program_is_no_spreadsheet(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="请选择 .xlsx"):
        read_workbook(packed(tmp_path / "a.xlsx", word__document="<x/>"))
    with pytest.raises(Refused, match="请选择 .xlsx"):
        read_workbook(packed(tmp_path / "b.ods", mimetype="application/vnd.oasis.opendocument.text"))
    with pytest.raises(Refused, match="已损坏或不完整"):
        read_workbook(packed(tmp_path / "c.ods", mimetype="application/vnd.oasis.opendocument.spreadsheet"))


def test_a_packed_spreadsheet_under_a_password_is_said(tmp_path: Path) -> None:
    content = bytearray(written(tmp_path / "a.xlsx", 单位=[["单位编码"], ["101003"]]).read_bytes())
    for place in [found.start() for found in re.finditer(b"PK\x01\x02", content)]:
        content[place + 8] |= 1
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(Refused, match="加了密码"):
        read_workbook(tmp_path / "a.xlsx")


def test_a_text_of_more_rows_than_any_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "MOST_ROWS", 2)
    for name, content in (("a.csv", "a,b\n" * 3), ("b.xls", "<table><tr><td>1<tr><td>2<tr><td>3")):
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(Refused, match="远在表外"):
            read_workbook(tmp_path / name)
