"""Years for which no law is stated: an answer in plain words and unknown, never a pass, a zero or a traceback."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.records import Execution
from zhengzhou_desk.reports.unit_status import FAIL, NOT_KNOWN, PASS
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pathlib import Path


COMMANDS = (
    ("summary", "o.xlsx", 0), ("bulletin", "o.pdf", 2), ("bulletin", "b.xlsx", 2), ("assess", "a.xlsx", 2), ("assess", "a.pdf", 2),
    ("package", "p.zdp", 0), ("notices", "n", 0), ("check", None, 0),
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """One unit that filed 5 % in three years, and another one 10 %; both have bought."""
    rows: list[object] = [unit(), unit("101004", "第二小学"), order("A", "101003", 100, datetime.date(2020, 5, 1))]
    for year in (2019, 2020, 2021):
        rows += [filing(reserve=40_000, year=year), filing("101004", year=year)]
    rows.append(Execution(year=2020, unit="101004", as_of=datetime.date(2020, 6, 1), traded=5_000))
    with new_desk(tmp_path, *rows, year=2020) as desk:  # type: ignore[arg-type]
        return desk.path


@pytest.mark.parametrize("year", [2019, 2020])
@pytest.mark.parametrize(("command", "out", "status"), COMMANDS, ids=lambda value: str(value))
def test_every_command_answers_in_words(
    command: str, out: str | None, status: int, year: int, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--out", str(book.parent / out)] if out else []
    for day in ([], ["--on", f"{year}-07-01"], ["--on", "2000-02-29"], ["--on", "2099-12-31"]):
        (book.parent / "p.zdp").unlink(missing_ok=True)
        capsys.readouterr()
        assert run([command, str(book), "--year", str(year), *place, *day]) == status
        said = capsys.readouterr()
        assert len(said.err.splitlines()) == (status == 2)
        if command in ("check", "notices"):
            assert "没有现行的预留规定" in said.out
    assert not list((book.parent / "n").glob("*.pdf")) if command == "notices" else True


@pytest.mark.parametrize("year", [1, 2000, 2018, 2100, 10**30])
@pytest.mark.parametrize(("command", "out", "status"), COMMANDS, ids=lambda value: str(value))
def test_years_that_no_book_has_are_refused(
    command: str, out: str | None, status: int, year: int, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--out", str(book.parent / out)] if out else []
    assert run([command, str(book), "--year", str(year), *place]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])
@pytest.mark.parametrize("option", ["--on", "--reply-by"])
def test_days_beyond_every_calendar_are_refused(
    option: str, day: str, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["notices", str(book), "--year", "2021", "--out", str(book.parent / "n"), option, day]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_nobody_passes_or_fails_without_a_law(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    states = {}
    for year in (2020, 2021):
        run(["check", str(book), "--year", str(year), "--on", f"{year}-07-01", "--json"])
        states[year] = {row["code"]: row["state"] for row in json.loads(capsys.readouterr().out)["units"]}
    assert states == {2020: {"101003": NOT_KNOWN, "101004": NOT_KNOWN}, 2021: {"101003": FAIL, "101004": PASS}}


def test_the_summary_leaves_blank_what_nobody_can_reckon(book: Path) -> None:
    out = book.parent / "s.xlsx"
    assert run(["summary", str(book), "--year", "2020", "--on", "2020-07-01", "--out", str(out)]) == 0
    sheets = load_workbook(out, data_only=True)
    months = list(sheets["各月采购"].iter_rows(min_row=3, values_only=True))
    place = months[0].index("累计计入完成")
    assert months[1][0] == "按平台统计，不分月"
    assert {row[place] for row in months[1:]} == {None}
    assert any("无从计算" in str(row[0]) for row in months)
    for name in ("汇总表", "单位明细"):
        assert any("不作判断" in str(row[0]) for row in sheets[name].iter_rows(values_only=True))


def test_a_bulletin_has_no_year_before_that_nobody_could_judge(book: Path) -> None:
    out = book.parent / "b.xlsx"
    assert run(["bulletin", str(book), "--year", "2021", "--on", "2021-07-01", "--out", str(out)]) == 0
    names = [row[0] for row in load_workbook(out)["总体情况"].iter_rows(values_only=True)]
    assert "本期" in names
    assert "上年同期" not in names


def test_the_bureau_s_own_weights_do_not_make_a_law(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(year=2020), year=2020) as desk:
        for name in ("assess_completion", "assess_reserve", "assess_filed"):
            editing.set_setting(desk, f"law.{name}", "20", 2020, "郑财〔2020〕1号")
    assert (
        run(["assess", str(desk.path), "--year", "2020", "--on", "2021-01-05", "--out", str(tmp_path / "a.xlsx")]) == 0
    )
    cells = {
        str(cell)
        for sheet in load_workbook(tmp_path / "a.xlsx")
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert any("没有规定计入完成的状态" in cell for cell in cells)
