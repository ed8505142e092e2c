"""Published figures: books whose totals are those of real bulletins give the percentages that follow from them."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.books import new_desk, unit
from zhengzhou_desk.policy.parameters import OWN
from zhengzhou_desk.policy.purchases import purchase_sums
from zhengzhou_desk.records import Filing, Purchase, Setting
from zhengzhou_desk.records.kinds import Money, percent
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.check_json import check_answer
from zhengzhou_desk.services.notices import bulletin_document, bulletins

if TYPE_CHECKING:
    from zhengzhou_desk.documents.content import Paragraph
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk

PUBLISHED = tomllib.loads((Path(__file__).parent / "published.toml").read_text(encoding="utf-8"))["published"]
DAY = datetime.date(2024, 3, 30)


def fen(wan: str) -> int:
    return cast("int", Money().parse(f"{wan}万元"))


def records(case: dict[str, Any]) -> list[Record]:
    """A unit for each part, its reserve a tenth of its canteen, and one order that is completed."""
    rows: list[Record] = []
    for place, (name, reserve, completed, _) in enumerate(case["parts"], 1):
        code = f"10{place}"
        rows += [
            unit(code, name),
            Filing(
                year=2023,
                unit=code,
                total=fen(reserve) * 10,
                reserve=fen(reserve),
                first_filed=datetime.date(2023, 3, 1),
                state="confirmed",
            ),
            Filing(
                year=2024,
                unit=code,
                total=fen(reserve) * 10,
                reserve=fen(reserve),
                first_filed=datetime.date(2024, 3, 1),
                state="confirmed",
            ),
            Purchase(
                number=f"N{place}",
                day=DAY,
                buyer=code,
                amount=fen(completed),
                kind="canteen",
                channel="platform",
                accepted=DAY,
                paid=DAY,
                evaluated=DAY,
            ),
        ]
    return rows


@pytest.mark.parametrize("case", PUBLISHED, ids=[case["title"] for case in PUBLISHED])
def test_what_was_published_is_recomputed(case: dict[str, Any], tmp_path: Path) -> None:
    with new_desk(tmp_path, *records(case)) as desk:
        answer = check_answer(desk)
        assert fen(case["reserve"]) == sum(fen(part[1]) for part in case["parts"])
        assert answer["totals"]["reserve"] == f"{fen(case['reserve']) // 100}.{fen(case['reserve']) % 100:02d}"
        assert answer["totals"]["completed"] == f"{fen(case['completed']) // 100}.{fen(case['completed']) % 100:02d}"
        assert answer["totals"]["progress"] == case["progress"]
        assert [each["progress"] for each in answer["units"]] == [part[3] for part in case["parts"]]
        _summary_and_ranking(desk, case)


# Where what was printed does not follow from the amounts beside it, to whatever decimals.
SLIPS = {
    "宁夏 2020 年 8 月：区本级与市县", "金寨县 2025 年：食堂加工会为分母", "信阳市 2023 年上半年", "广西 2022 年上半年：按四舍五入后的 2.36 亿元",
}  # fmt: skip


def _amounts(case: dict[str, Any]) -> tuple[int, int]:
    return fen(case["completed"]), fen(case["reserve"])


def _summary_and_ranking(desk: Desk, case: dict[str, Any]) -> None:
    """The same percentage stands in the summary, the ranking and the text of the bulletin, and everything ties."""
    reports = {report.name: report for report in exports.summary(desk)}
    execution = reports["采购执行"]
    shown = execution.lines[-1].values[execution.place("progress")]
    assert percent(cast("int", shown), 10_000) == case["progress"]
    assert {line.values[-1] for line in reports["核对"].lines} == {0}
    bulletin = bulletins.make(desk, 2024)
    ranking = {report.name: report for report in bulletin.reports}["部门排名"]
    place = ranking.place("progress")
    by_rank = sorted(case["parts"], key=lambda part: -fen(part[2]) * 10**6 // fen(part[1]))
    assert [percent(cast("int", line.values[place]), 10_000) for line in ranking.lines[:-1]] == [
        part[3] for part in by_rank
    ]
    said = "".join(
        getattr(cast("Paragraph", block), "text", "") for block in bulletin_document.content(desk, bulletin).body
    )
    assert case["progress"] in said


def test_the_slips_are_slips() -> None:
    """Every slip is named, and no other printed figure differs from the recomputed one."""
    for case in PUBLISHED:
        if "printed" in case:
            places = len(case["printed"].partition(".")[2].rstrip("%"))
            assert (percent(*_amounts(case), places=places) != case["printed"]) == (case["title"] in SLIPS), case[
                "title"
            ]


def test_canteen_and_union_together_are_the_denominator_where_a_region_says_so(tmp_path: Path) -> None:
    """金寨 counts its 226.73 万元 of canteen and union together: here 200 and 26.73."""
    base = Setting(name=OWN + "progress_base", year=2024, value="canteen_union", document="金财购〔2024〕1号")
    filings = [
        Filing(
            year=year,
            unit="101",
            total=fen("2000"),
            reserve=fen("200"),
            union_plan=fen("26.73"),
            first_filed=datetime.date(year, 3, 1),
            state="confirmed",
        )
        for year in (2023, 2024)
    ]
    order = Purchase(
        number="1",
        day=DAY,
        buyer="101",
        amount=fen("242.51"),
        kind="canteen",
        channel="platform",
        accepted=DAY,
        paid=DAY,
        evaluated=DAY,
    )
    with new_desk(tmp_path, unit("101", "金寨县"), *filings, order, base) as desk:
        assert check_answer(desk)["totals"]["progress"] == "106.96%"


def test_counts_of_ningxia_tie(tmp_path: Path) -> None:
    """771 reserved, 260 bought, 511 reserved and did not: 771 − 260 (here a tenth of the county, 77 and 26)."""
    rows: list[Record] = []
    for number in range(77):
        code = f"1{number:03d}"
        rows += [
            unit(code, f"单位{number}"),
            Filing(year=2024, unit=code, total=fen("10"), reserve=fen("1"), first_filed=DAY, state="confirmed"),
        ]
        if number < 26:
            rows.append(
                Purchase(number=f"N{number}", day=DAY, buyer=code, amount=100, kind="canteen", channel="platform")
            )
    with new_desk(tmp_path, *rows) as desk:
        lists = {report.name: report for report in bulletins.make(desk, 2024).reports}
        idle = [line for line in lists["已预留未采购"].lines if line.unit]
        assert len(idle) == 77 - 26
        assert purchase_sums(desk.rows(Purchase), desk.today).ordered == 2_600


def test_rates_of_registration() -> None:
    """肇庆 957 of 980 activated; 山东 2089 of 7095; 来安 vouchers 20.95 of 105.17."""
    assert percent(957, 980) == "97.65%"
    assert percent(2089, 7095) == "29.44%"
    assert percent(fen("20.95"), fen("105.17")) == "19.92%"
    assert percent(fen("110.82") - fen("51.38"), fen("51.38")) == "115.69%"
