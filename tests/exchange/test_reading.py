"""Reading: the kind of a file is told by its content."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from tests.exchange.made import HTML, TEXT, reasons
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import child
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TEXT.encode()), ("b.csv", b"\xef\xbb\xbf" + TEXT.encode()), ("c.csv", TEXT.encode("gb18030")),
        ("d.txt", TEXT.replace(",", "\t").encode("utf-16")), ("e.xls", HTML.encode("gb18030")), ("f.csv", TEXT.replace(",", "，").encode()),
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
    os.mkfifo(tmp_path / "管.xlsx")
    with pytest.raises(Refused, match="设备或管道"):
        read_workbook(tmp_path / "管.xlsx")
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
