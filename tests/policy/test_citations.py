"""What a notice cites is what states the values it uses, in every region and year; each sentence only where its rule is in force."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.documents.content import FigureBlock, NoticeContent, Paragraph
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, ERROR, FILING_DUE, OFF, RATIO, Param, severity
from zhengzhou_desk.records import Waiver
from zhengzhou_desk.records.kinds import rate
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.check_json import check_answer
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, drafting

WAIVED = "财库函〔2025〕77号"
YEARS = range(2021, 2028)
OFFICIAL = {article.document for article in packs().articles.values() if article.official}


def county(folder: Path, region: str, year: int) -> Desk:
    """A unit for each ground: ratio, last year, a waived ratio, no total, nothing filed."""
    rows = (
        unit("101003", "甲"), filing("101003", 1_000_000, 10_000, year), filing("101003", 100_000, 1_000, year - 1),
        unit("101004", "乙"), filing("101004", 1_000_000, 400_000, year), filing("101004", 1_000_000, 500_000, year - 1),
        unit("101005", "丙"), filing("101005", 1_000_000, 40_000, year), filing("101005", 1_000_000, 30_000, year - 1),
        Waiver(year=year, unit="101005", ratio=500, document=WAIVED),
        unit("101006", "丁"), filing("101006", None, None, year), filing("101006", 1_000_000, 100_000, year - 1),
        unit("101007", "戊"), filing("101007", 1_000_000, 100_000, year - 1),
    )  # fmt: skip
    desk = new_desk(folder, *rows, region=region, year=year, name=f"{region}-{year}.zzd")
    desk.set_today(datetime.date(year, 12, 1))
    return desk


def stating(desk: Desk, param: Param[str] | Param[int]) -> set[str]:
    """The official documents that state a value."""
    found = desk.law.in_force(param.name, desk.year)
    assert found is not None
    return {packs().articles[article].document for article in found.articles} & OFFICIAL


def said(notice: NoticeContent) -> str:
    parts = [part.text for part in notice.body if isinstance(part, Paragraph)]
    parts += [f"{row.label}{row.value}" for part in notice.body if isinstance(part, FigureBlock) for row in part.rows]
    return "".join(parts)


def cited(text: str) -> set[str]:
    return {document for document in {*OFFICIAL, WAIVED} if document in text}


@pytest.mark.parametrize("region", sorted(packs().regions))
def test_each_value_is_cited_from_the_document_that_states_it(region: str, tmp_path: Path) -> None:
    for year in YEARS:
        with county(tmp_path, region, year) as desk:
            floor = desk.law.value(severity("last_year"), year)
            ratio = desk.law.known(RATIO, year)
            notices = {notice.unit: notice for notice in drafting.drafts(desk)}
            assert {"101003", "101005", "101006"} <= notices.keys()
            assert ("101004" in notices) == (floor == ERROR or ratio > 4_000)
            for code, notice in notices.items():
                text, where = said(notice), (region, year, code)
                expected = stating(desk, RATIO)
                expected |= stating(desk, severity("last_year")) if floor in (ERROR, "warning") else set()
                expected |= {WAIVED} if code == "101005" else set()
                expected |= stating(desk, severity("total")) if code == "101006" else set()
                expected |= stating(desk, FILING_DUE) if code == "101007" else set()
                assert cited(text) == expected, where
                assert ("不低于上年度数额" in text) == (floor != OFF), where
                assert ("原则上不低于上年度数额" in text) == (floor == "warning"), where
                assert ("两项标准取高" in text) == (floor == ERROR and code != "101007"), where
                assert f"不低于当年度食堂食材采购总额的{rate(ratio)}" in text, where
                assert ("预留比例按5%执行" in text) == (code == "101005"), where
                for ground in notice.grounds:
                    if ground.rule == "ratio":
                        assert cited(ground.article) == ({WAIVED} if code == "101005" else stating(desk, RATIO)), where


def test_findings_cite_the_waiver_and_the_bureau_for_what_these_state(tmp_path: Path) -> None:
    with county(tmp_path, "410105", 2025) as desk:
        by_unit = {(found["unit"], found["rule"]): found["articles"] for found in check_answer(desk)["findings"]}
        assert by_unit["101003", "ratio"] == ["郑财购〔2023〕3号 一（一）"]
        assert by_unit["101005", "ratio"] == [WAIVED]
        editing.set_setting(desk, "law.canteen_ratio", "12%", 2025, "金财购〔2025〕6号")
        editing.set_setting(desk, "law.filing_due", "2025-03-12", 2025, "金财购〔2025〕7号")
        by_unit = {(found["unit"], found["rule"]): found["articles"] for found in check_answer(desk)["findings"]}
        assert by_unit["101003", "ratio"] == ["金财购〔2025〕6号"]
        assert by_unit["101005", "ratio"] == [WAIVED]
        assert by_unit["101007", "not_filed"] == ["金财购〔2025〕7号"]
        text = said(next(notice for notice in drafting.drafts(desk, {"101003"})))
        assert "金财购〔2025〕6号" in text and "的12%" in text


def test_a_day_is_cited_from_the_notice_that_states_it(tmp_path: Path) -> None:
    with county(tmp_path, "110101", 2024) as desk:
        found = next(
            each for each in check_answer(desk)["findings"] if each["rule"] == "not_filed" and each["unit"] == "101007"
        )
        assert found["articles"] == ["2024年预留份额填报通知 填报时间与鼓励比例"]
    with county(tmp_path, "340100", 2025) as desk:
        found = next(
            each for each in check_answer(desk)["findings"] if each["rule"] == "ratio" and each["unit"] == "101003"
        )
        assert found["articles"] == ["安徽省2025年预留份额通知 预留份额"]


@pytest.mark.parametrize("region", ["410105", "110101", "340100", "652700"])
def test_a_bulletin_asks_only_for_what_is_in_force(region: str, tmp_path: Path) -> None:
    with county(tmp_path, region, 2025) as desk:
        made = bulletin_document.content(desk, bulletins.make(desk, 2025))
        text = said(made)
        due = desk.law.value(COMPLETION_DUE, 2025)
        assert ("，尽快完成年度任务" in text) == (due is not None)  # the day is gone
        desk.set_today(datetime.date(2025, 10, 31))
        text_in_time = said(bulletin_document.content(desk, bulletins.make(desk, 2025)))
        assert ("力争10月底前完成年度任务" in text_in_time) == (due is not None)
        assert "郑采台账" not in text
        assert ("郑财购〔2023〕3号" in text) == (region == "410105")


def test_a_blank_amount_is_never_a_zero_in_a_notice(tmp_path: Path) -> None:
    rows = (
        unit("101003", "甲"), filing("101003", 800_000, None, platform_note=None), filing("101003", 800_000, 80_000, 2023),
        unit("101004", "乙", "shared", canteen_host="101003"), filing("101004", 1_000, None),
        unit("101005", "丙"), filing("101005", None, 10, 2024), filing("101005", 100, 10, 2023),
        unit("101006", "丁"), unit("101007", "戊", "none"),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        found = check_answer(desk)
        assert {row["code"]: row["ratio"] for row in found["units"]}["101003"] is None
        notices = {notice.unit: said(notice) for notice in drafting.drafts(desk)}
        assert {"101004", "101005", "101006", "101007"} <= notices.keys()
        for text in notices.values():
            assert "预留份额0.00元" not in text
            assert "尚差0.00" not in text
            assert "零元" not in text
        assert "预留份额未填" in notices["101004"] and "预留份额—" not in notices["101004"]
        assert "尚差—（采购总额未填，不能计算）" in notices["101005"]
