"""Checking: only an error makes the exit status 1."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from tests.cli.helpers import desk
from zhengzhou_desk.cli.run import run

LATE = datetime.date(2024, 3, 21)


@pytest.mark.parametrize(
    ("reserve", "status", "severities"), [(80_000, 0, {"warning"}), (70_000, 1, {"warning", "error"})]
)
def test_warnings_alone_are_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reserve: int, status: int, severities: set[str]
) -> None:
    import json

    with new_desk(
        tmp_path, unit(), filing(year=2023, reserve=50_000), filing(reserve=reserve, first_filed=LATE)
    ) as desk:
        path = str(desk.path)
    assert run(["check", path, "--year", "2024", "--on", "2024-03-22", "--json"]) == status
    answer = json.loads(capsys.readouterr().out)
    assert {found["severity"] for found in answer["findings"]} == severities


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
