"""Workbooks in and out by the command line: a trial run writes nothing, what does not tie is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.books import filing, new_desk, unit, written
from tests.cli.helpers import FILINGS, UNITS, desk
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.services import exports


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing()) as desk:
        return desk.path


def test_a_trial_run_of_a_clean_file_says_what_it_would_do_and_writes_nothing(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.xlsx", 单位=[["单位编码", "单位名称"], ["101004", "第二小学"]])
    before = book.read_bytes()
    assert run(["import", str(book), str(path), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "新增 1 行" in said
    assert "这是试看，账册没有改动" in said
    assert book.read_bytes() == before
    assert run(["import", str(book), str(path)]) == 0
    assert "试看" not in capsys.readouterr().out
    assert book.read_bytes() != before


@pytest.mark.parametrize(("untied", "said"), [((), False), (("预留份额",), True)])
def test_a_summary_that_does_not_tie_says_so(
    book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    untied: tuple[str, ...],
    said: bool,
) -> None:
    monkeypatch.setattr(exports, "write_summary", lambda *_, **__: untied)
    assert run(["summary", str(book), "--year", "2024", "--out", str(tmp_path / "s.xlsx")]) == 0
    assert ("核对表中有差额，先查清再报送：预留份额" in capsys.readouterr().out) is said


def test_rows_that_are_no_data_keep_nothing_out_and_are_listed(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["年度", "单位编码", "预留份额"], [2024, "101003", 90_000], ["合计", None, 90_000], ["制表人：王"]]
    path = written(tmp_path / "a.xlsx", 填报=rows)
    assert run(["import", str(book), str(path), "--dry-run", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)["files"][0]
    assert answer["left_out"] == [
        {"sheet": "填报", "row": 3, "text": "合计 90000", "kind": "合计", "remarks": ["与明细相符"]},
        {"sheet": "填报", "row": 4, "text": "制表人：王", "kind": "签字栏", "remarks": []},
    ]
    assert run(["import", str(book), str(path)]) == 0
    said = capsys.readouterr().out
    assert "工作表“填报”第 3 行不是数据（合计），没有读：合计 90000：与明细相符" in said
    assert "第 4 行不是数据（签字栏），没有读：制表人：王" in said


def test_lost_digits_keep_the_whole_file_out(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        ["单位编码", "单位名称", "统一社会信用代码"],
        ["101004", "二小", ""],
        ["101005", "三小", 114101050000000195],
    ]
    before = book.read_bytes()
    assert run(["import", str(book), str(written(tmp_path / "a.xlsx", 单位=rows))]) == 1
    assert "第 15 位以后的数字已丢失。请把这一列设为文本格式" in capsys.readouterr().out
    assert book.read_bytes() == before


def test_import_dry_refused_and_skipped(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    bad = written(
        tmp_path / "坏.xlsx",
        填报=[FILINGS[0], [2025, "101003", "三万", 1, None, None, None], [2025, "101004", 10, 1, None, None, None]],
    )
    before = book.read_bytes()
    dry = desk("import", book, bad, "--dry-run", "--json", folder=folder)
    assert dry.returncode == 1
    answer = json.loads(dry.stdout)["files"][0]
    assert (answer["new"], answer["refused"], answer["applied"]) == (1, 1, False)
    assert "三万" in answer["refused_rows"][0]["reasons"][0]
    whole = desk("import", book, bad, folder=folder)
    assert whole.returncode == 1
    assert "第 2 行“年度食堂食材采购总额”‘三万’不是金额" in whole.stdout
    assert book.read_bytes() == before
    skipped = desk("import", book, bad, "--skip-refused", folder=folder)
    assert skipped.returncode == 1
    assert book.read_bytes() != before
    for name, words in (("没有.xlsx", "没有文件"), ("空.xlsx", "空文件")):
        path = tmp_path / name
        if "空" in name:
            path.touch()
        refused = desk("import", book, path, folder=folder)
        assert refused.returncode == 2
        assert words in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1


def test_summary(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    assert (
        desk(
            "summary", book, "--year", 2024, "--on", "2024-03-22", "--out", tmp_path / "s.xlsx", folder=folder
        ).returncode
        == 0
    )
    sheet = load_workbook(tmp_path / "s.xlsx", data_only=True)["单位明细"]
    assert 140000 in [cell.value for row in sheet.iter_rows() for cell in row]
    refused = desk("summary", book, "--year", 2024, "--out", tmp_path / "没有" / "s.xlsx", folder=folder)
    assert refused.returncode == 2
    assert "没有文件夹" in refused.stderr


def test_an_import_makes_a_copy_first_and_a_trial_makes_none(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "备份"
    sheet = written(tmp_path / "新.xlsx", 单位=[UNITS[0], ["101005", "第三小学", "自有"]])
    assert desk("import", own, sheet, "--dry-run", folder=tmp_path).returncode == 0
    assert not folder.exists()
    before = desk("export", own, "--out", "before.xlsx", folder=tmp_path)
    assert before.returncode == 0
    assert desk("import", own, sheet, folder=tmp_path).returncode == 0
    (copy,) = folder.glob("*.zzd")
    assert desk("restore", own, copy, folder=tmp_path).returncode == 0
    assert "第三小学" not in desk("check", own, "--json", folder=tmp_path).stdout


def test_headings_are_mapped_once_and_known_again(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["哪年", "谁", "要留多少（万元）", "备注"], [2024, "101003", 9, "不读"]]
    path = written(tmp_path / "a.xlsx", Sheet1=rows)
    mapped = ["--map", "哪年=年度", "--map", "谁=单位编码", "--map", "要留多少=预留份额", "--map", "备注="]
    assert run(["import", str(book), str(path)]) == 2
    assert "没有认得的表" in capsys.readouterr().err
    assert run(["import", str(book), str(path), "--dry-run", *mapped]) == 0
    assert run(["import", str(book), str(path), "--dry-run"]) == 2, "a trial keeps nothing in mind"
    capsys.readouterr()
    assert run(["import", str(book), str(path), *mapped]) == 0
    assert "修改 1 行" in capsys.readouterr().out
    again = written(tmp_path / "b.xlsx", Sheet1=[rows[0], [2024, "101003", 10, "不读"]])
    assert run(["import", str(book), str(again)]) == 0
    assert "修改 1 行" in capsys.readouterr().out
    # In a sheet of another shape the same headings are proposed, and never taken without a word.
    other = written(
        tmp_path / "c.xlsx", 填报=[["年度", "单位编码", "首次填报日期", "要留多少"], [2024, "101003", None, 1]]
    )
    assert run(["import", str(book), str(other), "--dry-run"]) == 0
    assert "“要留多少”像是“预留份额”，需要人来确认" in capsys.readouterr().out
    taken = written(tmp_path / "d.xlsx", 填报=[["年度", "单位编码", "预留份额", "要留多少"], [2024, "101003", 10, 1]])
    assert run(["import", str(book), str(taken), "--dry-run"]) == 0
    assert "像是" not in capsys.readouterr().out, "the field has its column already"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("预留份额", "--map 要写成 表头=列名"),
        ("=预留份额", "--map 要写成 表头=列名"),
        ("备注=没有的列", "没有叫“没有的列”的列"),
        ("没有的表头=预留份额", "表头里没有“没有的表头”这一列"),
        ("没有的\n表头=预留份额", "表头里没有“没有的 表头”这一列"),
    ],
)
def test_a_mapping_that_cannot_be_meant_changes_nothing(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, words: str
) -> None:
    before = book.read_bytes()
    path = written(tmp_path / "a.xlsx", 填报=[["年度", "单位编码", "预留份额", "备注"], [2024, "101003", 9, ""]])
    assert run(["import", str(book), str(path), "--map", given]) == 2
    said = capsys.readouterr().err
    assert words in said and len(said.splitlines()) == 1
    assert book.read_bytes() == before
