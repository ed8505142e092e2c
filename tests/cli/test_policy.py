"""Policy packs at the command line: written, looked at, taken and dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import county, opened
from tests.policy.test_pack_file import draft
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.policy.parameters import RATIO
from zhengzhou_desk.services import policy_packs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> str:
    return str(county(tmp_path))


def ratio(book: str) -> int | None:
    from pathlib import Path

    with opened(Path(book)) as desk:
        return desk.law.value(RATIO, 2025)


def test_a_pack_is_looked_at_taken_listed_and_dropped(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = str(policy_packs.write(draft(), tmp_path / "2025.zdlaw"))
    for given in (["show", pack], ["take", pack]):
        assert run(["policy", book, *given]) == 0
        told = capsys.readouterr().out
        assert "政策包：郑州市 从 2025 年度起，郑州市财政局 2024-12-20 发出" in told
        assert "  食堂食材预留比例：10% → 12%（郑财购〔2024〕9号 一）" in told
        assert "  级别：" in told and " → 不判断" in told
        assert "账册没有改动" in told
        assert ratio(book) == 1000
    assert run(["policy", book, "take", pack, "--yes"]) == 0
    assert "已采用，从 2025 年度起按它判断" in capsys.readouterr().out
    assert ratio(book) == 1200
    assert run(["policy", book, "list"]) == 0
    told = capsys.readouterr().out
    assert (
        "已采用  郑州市 从 2025 年度起" in told
        and "随程序  郑州市" in told
        and "随程序  全国" in told
        and "新疆" not in told
    )
    assert run(["policy", book, "drop"]) == 0
    assert "12% → 10%" in capsys.readouterr().out
    assert run(["policy", book, "drop", "--year", "2025", "--yes"]) == 0
    assert "已停用 郑州市 从 2025 年度起的政策包" in capsys.readouterr().out
    assert ratio(book) == 1000
    assert run(["policy", book, "drop"]) == 2
    assert "没有采用政策包" in capsys.readouterr().err


def test_the_law_of_a_year_is_written_and_changes_nothing_where_it_comes_from(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o.zdlaw"
    assert run(["policy", book, "export", "--year", "2024", "--out", str(out), "--issuer", "郑州市财政局"]) == 0
    assert "郑州市 从 2024 年度起" in capsys.readouterr().out
    assert run(["policy", book, "show", str(out), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "2024: 0 values differ" in told and "Findings: 0 new, 0 gone" in told


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["show"], "请写明政策包文件"), (["export"], "请用 --out 写明"), (["show", "none.zdlaw"], "没有这个文件"),
        (["export", "--out", "x.json"], "扩展名不对"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(book: str, capsys: pytest.CaptureFixture[str], given: list[str], words: str) -> None:
    assert run(["policy", book, *given]) == 2
    assert words in capsys.readouterr().err


def test_two_packs_of_other_years_are_told_apart(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for year in (2025, 2026):
        pack = str(policy_packs.write(draft(year=year), tmp_path / f"{year}.zdlaw"))
        assert run(["policy", book, "take", pack, "--yes"]) == 0
    assert run(["policy", book, "drop", "--yes"]) == 2
    assert "--year" in capsys.readouterr().err
    assert run(["policy", book, "drop", "--year", "2026", "--yes"]) == 0
