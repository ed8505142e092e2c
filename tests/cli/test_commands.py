"""The command line as outsiders use it: each command's good and bad paths, its sentence and its exit status."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.books import written

HOME = Path(__file__).parent.parent.parent
UNITS = [["单位编码", "单位名称", "食堂情况"], ["101003", "第一小学", "自有"], ["101004", "第二小学", "自有"]]
FILINGS: list[list[Any]] = [
    ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "首次填报日期", "状态", "确认日期"],
    [2023, "101003", 800000, 50000, "2023-03-10", "已确认", "2023-03-22"],
    [2024, "101003", 800000, 60000, "2024-03-10", "已确认", "2024-03-22"],
    [2023, "101004", 800000, 80000, "2023-03-10", "已确认", "2023-03-22"],
    [2024, "101004", 800000, 80000, "2024-03-10", "已确认", "2024-03-22"],
]


def desk(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "zhengzhou_desk", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, check=False, env={**kept, "PYTHONPATH": str(HOME), "HOME": str(folder), **environment},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("账册 目录")
    book = folder / "金水 账册.zzd"
    assert (
        desk("new", book, "--region", "410105", "--bureau", "金水区财政局", "--year", 2024, folder=folder).returncode
        == 0
    )
    done = desk("import", book, written(folder / "a.xlsx", 单位=UNITS, 填报=FILINGS), folder=folder)
    assert done.returncode == 0, done.stderr
    assert "新增 6 行" in done.stdout
    return folder, book


def test_check_as_json(made: tuple[Path, Path]) -> None:
    folder, book = made
    done = desk("check", book, "--year", 2024, "--on", "2024-03-22", "--json", folder=folder)
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert list(answer) == ["book", "region", "year", "on", "findings", "units", "totals"]
    assert (answer["region"], answer["year"], answer["on"]) == ("410105", 2024, "2024-03-22")
    assert answer["findings"] == [
        {
            "rule": "ratio", "severity": "error", "table": "filing", "unit": "101003", "unit_name": "第一小学", "column": "reserve",
            "facts": {"ratio": "10%", "actual": "7.50%", "total": "800000.00", "reserve": "60000.00", "required": "80000.00", "gap": "20000.00"},
            "articles": ["郑财购〔2023〕3号 一（一）"], "message": answer["findings"][0]["message"],
        }
    ]  # fmt: skip
    first = answer["units"][0]
    assert first == {
        "code": "101003", "name": "第一小学", "state": "fail", "total": "800000.00", "reserve": "60000.00", "last_year": "50000.00",
        "required": "80000.00", "gap": "20000.00", "ratio": "7.50%", "ordered": "0.00", "paid": "0.00", "completed": "0.00",
        "progress": "0.00%", "union": "unknown",
    }  # fmt: skip
    assert answer["totals"]["units"] == 2
    assert answer["totals"]["reserve"] == "140000.00"
    assert {"total", "required", "ordered", "paid", "completed", "unassigned", "progress"} <= set(answer["totals"])


def test_check_in_words_and_of_one_unit(made: tuple[Path, Path]) -> None:
    folder, book = made
    done = desk("check", book, "--on", "2024-03-22", folder=folder)
    assert done.returncode == 1
    assert "错误" in done.stdout
    assert "第一小学" in done.stdout
    assert desk("check", book, "--on", "2024-03-22", "--unit", "101004", folder=folder).returncode == 0
    refused = desk("check", book, "--unit", "999", folder=folder)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "999" in refused.stderr
    english = desk("check", book, "--on", "2024-03-22", "--lang", "en", folder=folder)
    assert "error" in english.stdout.lower()
    assert not any("\u4e00" <= c <= "\u9fff" for c in english.stdout.replace("第一小学", "").replace("第二小学", ""))


def test_a_year_without_values_is_unknown_and_no_crash(made: tuple[Path, Path]) -> None:
    folder, book = made
    done = desk("check", book, "--year", 2021, "--on", "2021-05-01", "--json", folder=folder)
    assert done.returncode in (0, 1)
    assert json.loads(done.stdout)["year"] == 2021


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


def test_export_is_taken_by_an_empty_book(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    assert desk("export", book, "--out", tmp_path / "全 部.xlsx", folder=folder).returncode == 0
    other = tmp_path / "b.zzd"
    desk("new", other, "--region", "410105", "--bureau", "局", "--year", 2024, folder=folder)
    assert desk("import", other, tmp_path / "全 部.xlsx", folder=folder).returncode == 0
    answers = []
    for each in (book, other):
        answer = json.loads(desk("check", each, "--year", 2024, "--on", "2024-03-22", "--json", folder=folder).stdout)
        answers.append({key: value for key, value in answer.items() if key != "book"})
    assert answers[0] == answers[1]


def test_notices_as_drafts_then_issued(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    drafts = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--out",
        tmp_path / "n",
        "--merged",
        tmp_path / "m.pdf",
        folder=folder,
    )
    assert drafts.returncode == 0
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["001_第一小学.pdf"]
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF-1.7")
    issued = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--out",
        tmp_path / "i",
        "--reply-by",
        "2024-04-10",
        "--issue",
        folder=folder,
    )
    assert "金水财购〔2024〕1号" in issued.stdout
    after = json.loads(desk("check", book, "--year", 2024, "--on", "2024-04-11", "--json", folder=folder).stdout)
    assert "notice_overdue" in {finding["rule"] for finding in after["findings"]}
    again = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--out",
        tmp_path / "j",
        "--merged",
        tmp_path / "k.pdf",
        "--issue",
        folder=folder,
    )
    assert again.returncode == 0
    assert "金水财购〔2024〕1号，2024-03-22，已发文），没有再发" in again.stdout and "--again" in again.stdout
    assert not list((tmp_path / "j").glob("*.pdf")) and not (tmp_path / "k.pdf").exists()
    named = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--unit",
        "101003",
        "--out",
        tmp_path / "j",
        "--issue",
        folder=folder,
    )
    assert "没有再发" in named.stdout, "naming a unit twice is no second notice either"
    assert desk("notices", book, "--year", 2024, "--out", tmp_path / "j", "--again", folder=folder).returncode == 2
    second = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--out",
        tmp_path / "j",
        "--issue",
        "--again",
        folder=folder,
    )
    assert "金水财购〔2024〕2号" in second.stdout
    none = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--unit",
        "101004",
        "--out",
        tmp_path / "x",
        folder=folder,
    )
    assert none.returncode == 0
    assert "没有需要督促的单位" in none.stdout
    assert desk("notices", book, "--year", 2024, "--unit", "9", "--out", tmp_path / "x", folder=folder).returncode == 2


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


def test_package_and_merge(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    parcel, whole = tmp_path / "金水.zdp", tmp_path / "市.zzd"
    done = desk("package", book, "--year", 2024, "--on", "2024-03-22", "--out", parcel, folder=folder)
    assert done.returncode == 0
    assert "2 个单位" in done.stdout
    assert (
        desk("new", whole, "--region", "410100", "--bureau", "郑州市财政局", "--year", 2024, folder=folder).returncode
        == 0
    )
    assert desk("merge", whole, parcel, folder=folder).returncode == 0
    assert "已在账册中" in desk("merge", whole, parcel, folder=folder).stdout
    broken = tmp_path / "坏.zdp"
    broken.write_bytes(parcel.read_bytes()[:-30])
    refused = desk("merge", whole, broken, folder=folder)
    assert refused.returncode == 1
    assert "文件已损坏" in refused.stdout
    assert desk("merge", book, parcel, folder=folder).returncode == 2
    assert desk("summary", whole, "--year", 2024, "--out", tmp_path / "市.xlsx", folder=folder).returncode == 0
    sheet = load_workbook(tmp_path / "市.xlsx", data_only=True)["区县汇总"]
    assert 140000 in [cell.value for row in sheet.iter_rows() for cell in row]
    assert desk("verify", whole, folder=folder).returncode == 0


def test_verify_backup_restore(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    assert desk("verify", book, folder=folder).returncode == 0
    assert desk("backup", book, "--out", tmp_path, folder=folder).returncode == 0
    copy = next(tmp_path.glob("*.zzd"))
    other = tmp_path / "恢复.zzd"
    other.write_bytes(b"damaged")
    done = desk("restore", other, copy, folder=folder)
    assert done.returncode == 0, done.stderr
    assert desk("verify", other, folder=folder).returncode == 0
    content = other.read_bytes().replace("第一小学".encode(), "第九小学".encode())
    other.write_bytes(content)
    broken = desk("verify", other, folder=folder)
    assert broken.returncode == 1
    assert "✗" in broken.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "x.zzd", "--region", "990000", "--bureau", "局", "--year", "2024"], "990000"),
        (["new", "x.zzd", "--region", "410107", "--bureau", "局", "--year", "2024"], "410107"),
        (["new", "x.zzd", "--bureau", "局", "--year", "2024"], "--region"),
        (["new", "x.zzd", "--region", "410105", "--bureau", "局", "--year", "二〇二四"], "年"),
        (["check", "没有.zzd"], "没有.zzd"),
        (["check", "文本.zzd"], "不是郑采台账的账册"),
        (["frobnicate"], ""),
        (["check", "x", "--on", "昨天"], "昨天"),
        (["文本.zzd"], "图形界面"),
        ([], "图形界面"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "文本.zzd").write_text("hello", encoding="utf-8")
    for lang in ("zh", "en"):
        done = desk(*arguments, "--lang", lang, folder=tmp_path)
        assert done.returncode == 2, done.stdout
        assert len(done.stderr.strip().splitlines()) == 1
        if lang == "zh":
            assert words in done.stderr
    assert not (tmp_path / "x.zzd").exists()


def test_new_never_overwrites(made: tuple[Path, Path]) -> None:
    folder, book = made
    before = book.read_bytes()
    done = desk("new", book, "--region", "410105", "--bureau", "局", "--year", 2024, folder=folder)
    assert done.returncode == 2
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        "",
        "demo",
        "new",
        "import",
        "export",
        "check",
        "notices",
        "summary",
        "accounts",
        "bulletin",
        "package",
        "merge",
        "verify",
        "backup",
        "restore",
        "open",
    ],
)
def test_help_in_both_languages(tmp_path: Path, command: str) -> None:
    for lang in ("zh", "en"):
        done = desk(*([command] if command else []), "--help", "--lang", lang, folder=tmp_path)
        assert done.returncode == 0
        has_chinese = any("\u4e00" <= character <= "\u9fff" for character in done.stdout)
        assert has_chinese == (lang == "zh"), done.stdout


def test_the_demo_does_the_whole_job(tmp_path: Path) -> None:
    done = desk("demo", "--no-window", "--out", tmp_path / "演示", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) <= 24
    out = tmp_path / "演示"
    assert len(list((out / "通知书").glob("0*.pdf"))) >= 20
    assert (out / "汇总.xlsx").exists()
    assert desk("verify", out / "示例县.zzd", folder=tmp_path).returncode == 0
    again = desk("demo", "--no-window", "--out", out, folder=tmp_path)
    assert again.returncode == 0
    assert (out / "示例县-2.zzd").exists()


def test_on_a_console_that_knows_no_chinese(tmp_path: Path) -> None:
    done = desk("check", "没有.zzd", folder=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 2


# -- books that are not well, in the words and with the status of the command line ---------------------


def alter(book: Path, statement: str) -> None:
    with closing(sqlite3.connect(book)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def own(made: tuple[Path, Path], tmp_path: Path) -> Path:
    """A book of the test's own."""
    return Path(shutil.copy(made[1], tmp_path / "金水 账册.zzd"))


def test_no_figure_leaves_an_altered_book_until_it_is_confirmed(own: Path, tmp_path: Path) -> None:
    alter(own, "UPDATE filing SET reserve = 700 WHERE year = 2024")
    before = sorted(path.name for path in tmp_path.iterdir())
    ways: list[list[object]] = [
        ["export", own, "--out", "a.xlsx"], ["summary", own, "--year", 2024, "--out", "b.xlsx"], ["package", own, "--year", 2024, "--out", "c.zdp"],
        ["bulletin", own, "--year", 2024, "--out", "d.pdf"], ["bulletin", own, "--year", 2024, "--out", "d.xlsx"],
        ["assess", own, "--year", 2024, "--out", "e.pdf"], ["notices", own, "--year", 2024, "--out", "f", "--issue"], ["notices", own, "--year", 2024, "--out", "f"],
    ]  # fmt: skip
    for way in ways:
        refused = desk(*way, folder=tmp_path)
        assert refused.returncode == 2, way
        assert "在程序之外被改动过" in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    told = desk("check", own, "--json", folder=tmp_path)
    assert json.loads(told.stdout)["units"]
    assert "在程序之外被改动过" in told.stderr
    looked = desk("verify", own, folder=tmp_path)
    assert looked.returncode == 1
    assert "“预留份额”" in looked.stdout
    assert "--accept" in looked.stdout
    accepted = desk("verify", own, "--accept", folder=tmp_path)
    assert accepted.returncode == 0, accepted.stderr
    assert "记入日志第" in accepted.stdout
    assert desk("verify", own, folder=tmp_path).returncode == 0
    assert desk("verify", own, "--accept", folder=tmp_path).returncode == 2
    for way in ways:
        done = desk(*way, folder=tmp_path)
        assert done.returncode == 0, (way, done.stderr)
    assert "在程序之外" not in desk("check", own, folder=tmp_path).stderr


def test_only_damage_is_called_damage(own: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(own, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        busy = desk("verify", own, folder=tmp_path)
    assert busy.returncode == 2
    assert "不说明账册有问题" in busy.stderr
    assert "恢复" not in busy.stdout + busy.stderr
    alter(own, "UPDATE book_year SET year = 1000000000000")
    for arguments in (["check", own], ["summary", own, "--year", 2024, "--out", "a.xlsx"]):
        refused = desk(*arguments, folder=tmp_path)
        assert refused.returncode == 2
        assert "已损坏" in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1


def test_restoring_from_nothing_is_one_sentence(own: Path, tmp_path: Path) -> None:
    before = own.read_bytes()
    for backup in ("nofile", ".", "x/y"):
        refused = desk("restore", own, backup, folder=tmp_path)
        assert refused.returncode == 2
        assert len(refused.stderr.strip().splitlines()) == 1
    assert own.read_bytes() == before


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
