"""Follow-ups at the command line: noted, listed, overdue, kept; a call list and a text."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.books import county, opened
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.records import Followup

ON = ("--on", "2024-03-28")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(county(tmp_path))


def test_a_contact_is_noted_listed_overdue_and_kept(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    noted = [
        "followups", path, *ON, "--year", "2024", "--note", "101003", "101004", "--by", "上门", "--result", "已承诺",
        "--promised", "2024-03-30", "--whom", "李四", "--topic", "重新填报",
    ]  # fmt: skip
    assert run(noted) == 0
    assert "已登记与 2 个单位的联系" in capsys.readouterr().out
    assert run(["followups", path, *ON, "--year", "2024"]) == 0
    said = capsys.readouterr().out
    assert "101003 金水第一小学  上门  已承诺  重新填报" in said
    assert "督办 2 次，2 个单位，待兑现 2 个，逾期未兑现 0 个" in said
    assert run(["followups", path, "--on", "2024-03-31", "--year", "2024", "--overdue", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [row["unit"] for row in answer["followups"]] == ["101004", "101003"]
    assert all(row["overdue"] and "whom" not in row for row in answer["followups"])
    assert run(["followups", path, "--on", "2024-03-31", "--year", "2024", "--kept", "101003", "101004"]) == 0
    with opened(Path(path)) as desk:
        assert all(row.fulfilled is not None for row in desk.rows(Followup))
    assert run(["followups", path, "--year", "2024", "--kept", "101003"]) == 2
    assert "没有还没兑现的承诺" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["--note", "999"], "没有编码为“999”的单位"),
        (["--note", "101003", "--by", "飞鸽"], "联系方式"),
        (["--note", "101003", "--promised", "随后"], "承诺日期"),
    ],
)
def test_what_is_refused_leaves_the_book_as_it_is(
    path: str, capsys: pytest.CaptureFixture[str], given: list[str], why: str
) -> None:
    assert run(["followups", path, *ON, "--year", "2024", *given]) == 2
    assert why in capsys.readouterr().err
    with opened(Path(path)) as desk:
        assert not desk.rows(Followup)


def test_the_call_list_and_the_text(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "名单.xlsx"
    assert run(["followups", path, *ON, "--year", "2024", "--call-list", str(target)]) == 0
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert ("教育局", "101003") in [row[:2] for row in rows]
    capsys.readouterr()
    assert run(["followups", path, *ON, "--year", "2024", "--text", "101003"]) == 0
    assert capsys.readouterr().out.startswith("金水第一小学：您单位2024年")
