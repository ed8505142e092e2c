"""Notices by the command line: drafts, then issued, once and pressed again."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.books import clock, filing, new_desk, unit
from tests.cli.helpers import desk
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.records import Notice
from zhengzhou_desk.services.desk import Desk


def test_notices_as_drafts_then_issued(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made

    def notices(on: str, out: str, *more: object) -> subprocess.CompletedProcess[str]:
        return desk("notices", book, "--year", 2024, "--on", on, "--out", tmp_path / out, *more, folder=folder)

    drafts = notices("2024-03-22", "n", "--merged", tmp_path / "m.pdf")
    assert drafts.returncode == 0
    assert "还没有填写本局的联系人和电话" in drafts.stdout
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["001_第一小学.pdf"]
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF-1.7")
    issued = notices("2024-03-22", "i", "--reply-by", "2024-04-10", "--issue")
    assert "金水财购〔2024〕1号" in issued.stdout
    after = json.loads(desk("check", book, "--year", 2024, "--on", "2024-04-11", "--json", folder=folder).stdout)
    assert "notice_overdue" in {finding["rule"] for finding in after["findings"]}
    again = notices("2024-03-23", "j", "--merged", tmp_path / "k.pdf", "--issue")
    assert again.returncode == 0
    assert "金水财购〔2024〕1号，2024-03-22，已发文），没有再发" in again.stdout and "--again" in again.stdout
    assert not list((tmp_path / "j").glob("*.pdf")) and not (tmp_path / "k.pdf").exists()
    named = notices("2024-03-23", "j", "--unit", "101003", "--issue")
    assert "没有再发" in named.stdout, "naming a unit twice is no second notice either"
    assert desk("notices", book, "--year", 2024, "--out", tmp_path / "j", "--again", folder=folder).returncode == 2
    second = notices("2024-03-23", "j", "--issue", "--again")
    assert "金水财购〔2024〕2号" in second.stdout
    none = notices("2024-03-22", "x", "--unit", "101004")
    assert none.returncode == 0
    assert "没有需要督促的单位" in none.stdout
    assert desk("notices", book, "--year", 2024, "--unit", "9", "--out", tmp_path / "x", folder=folder).returncode == 2


def test_files_for_the_office_system_and_a_list_for_a_mail_merge(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    out = tmp_path / "n"
    wanted = ("notices", book, "--year", 2024, "--on", "2024-03-22", "--out", out, "--issue", "--again", "--word")
    told = desk(*wanted, "--list", out / "名单.xlsx", folder=folder)
    assert told.returncode == 0 and "另写出 1 个 Word 文件" in told.stdout and "名单.xlsx，1 个单位" in told.stdout
    assert sorted(path.name for path in out.iterdir()) == ["001_第一小学.docx", "001_第一小学.pdf", "名单.xlsx"]
    with Desk.opened(book, clock=clock, who="王", writable=False) as opened:
        newest = max(opened.tables.all(Notice), key=lambda notice: notice.id)
        assert "另存有可修改的Word文件" in (newest.note or "")
    assert desk("bulletin", book, "--year", 2024, "--out", tmp_path / "b.docx", folder=folder).returncode == 0
    assert (tmp_path / "b.docx").read_bytes().startswith(b"PK")
    assert desk("assess", book, "--year", 2024, "--out", tmp_path / "a.docx", folder=folder).returncode == 0


def test_one_name_that_no_font_prints_holds_up_no_other_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.zzd"
    rows = [unit("101003", "第一小学"), unit("101004", "\U00030000小学")]
    with new_desk(tmp_path, *rows, *(filing(code, reserve=1) for code in ("101003", "101004"))) as made:
        path = made.path
    arguments = ["notices", str(path), "--year", "2024", "--on", "2024-04-01", "--out", str(tmp_path / "n"), "--issue"]
    assert run(arguments) == 1
    said = capsys.readouterr().out
    assert "\U00030000小学的通知书没有写：里面有字体印不出来的字 \U00030000" in said
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["001_第一小学.pdf"]
    with Desk.opened(path, clock=clock, who="") as opened:
        assert [notice.unit for notice in opened.tables.all(Notice)] == ["101003"], "what was not written is not issued"


def test_the_list_of_whom_to_press_names_contacts_only_when_asked(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(contact="张三", phone="13812345678"), filing(reserve=1)) as made:
        path = made.path
    for more, there in (([], False), (["--contacts"], True)):
        out = tmp_path / f"{there}.xlsx"
        assert run(["summary", str(path), "--year", "2024", "--on", "2024-04-01", "--out", str(out), *more]) == 0
        texts = {cell.value for sheet in load_workbook(out) for row in sheet.iter_rows() for cell in row}
        assert ({"张三", "13812345678", "联系电话"} <= texts) is there
