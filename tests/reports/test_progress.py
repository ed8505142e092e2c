"""采购进度: one definition everywhere, and every printed percentage is the quotient of the figures beside it."""

from __future__ import annotations

import datetime
import re
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk.documents.content import Paragraph, TableBlock
from zhengzhou_desk.policy.parameters import OWN
from zhengzhou_desk.records import Execution, Filing, Purchase, Setting
from zhengzhou_desk.records.kinds import Rate
from zhengzhou_desk.reports.progress import progress_basis
from zhengzhou_desk.reports.unit_status import totals, unit_statuses
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.check_json import check_answer
from zhengzhou_desk.services.notices import bulletin_document, bulletins
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk

fen = st.one_of(st.none(), st.integers(0, 50), st.integers(1, 10**5), st.integers(10**6, 10**9))
canteens = st.sampled_from(["own", "none", "outsourced", "shared", None])
days = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 5, 1))
DONE = ("accepted", "paid", "evaluated")


@st.composite
def books(draw: Any) -> list[Record]:
    """A few units of two departments: filed or not, with or without a canteen, ordered through lines or statistics."""
    rows: list[Record] = []
    for number in range(draw(st.integers(1, 6))):
        code = f"{101 + number % 2}{number:03d}"
        rows.append(unit(code, f"第{number}小学", draw(canteens), department=f"{101 + number % 2}"))
        if draw(st.booleans()):
            rows.append(
                Filing(
                    year=2024, unit=code, total=draw(fen), reserve=draw(fen), union_plan=draw(fen),
                    first_filed=draw(days), state=draw(st.sampled_from(["filed", "confirmed"])),
                )
            )  # fmt: skip
        for line in range(draw(st.integers(0, 2))):
            done = {name: draw(days) for name in DONE if draw(st.booleans())}
            rows.append(
                Purchase(
                    number=f"{code}-{line}", day=datetime.date(2024, 1, 1), buyer=code, kind="canteen", channel="platform",
                    amount=draw(st.integers(1, 10**8)), **done,
                )
            )  # fmt: skip
        if draw(st.booleans()):
            amounts = sorted(draw(st.lists(st.integers(0, 10**8), min_size=3, max_size=3)), reverse=True)
            rows.append(
                Execution(
                    year=2024, unit=code, as_of=datetime.date(2024, 3, 1), traded=amounts[0], paid=amounts[1],
                    completed=amounts[2],
                )
            )  # fmt: skip
    if draw(st.booleans()):
        rows.append(Setting(name=f"{OWN}progress_base", year=2024, value="canteen_union", document="金财购〔2024〕1号"))
    return rows


def rounded(part: Decimal, whole: Decimal) -> str:
    """A share in percent as a reader finds it with a calculator."""
    return f"{(part * 100 / whole).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def amount(cell: str) -> Decimal:
    return Decimal(cell.replace(",", "").replace("个", ""))


# What a share's column is divided from, by the heads that stand beside it.
SHARES = {
    "采购进度": ("计入完成", "应完成"), "累计采购进度": ("累计计入完成", "应完成"), "填报率": ("已填报", "应填报单位数"),
    "审核通过率": ("已确认", "已填报"), "预留比例": ("预留份额", "年度食堂食材采购总额"),
}  # fmt: skip


def divide_tables(content: NoticeContent) -> int:
    """Divides every share of every table of a paper by the cells beside it; returns how many."""
    found = 0
    blocks = [*content.body, *(block for part in content.attachments for block in part.blocks)]
    for table in (block for block in blocks if isinstance(block, TableBlock)):
        places = {column.label: place for place, column in enumerate(table.columns)}
        for label, (part, whole) in SHARES.items():
            for row in table.rows if label in places else ():
                said = row[places[label]]
                over, under = amount(row[places[part]] or "0"), amount(row[places[whole]] or "0")
                assert said == (rounded(over, under) if under else "—"), (label, row)
                found += 1
    return found


# What the sentences say: the part and the whole, and the share that stands beside them.
_PART, _WHOLE = r"(?P<part>-?[\d,.]+万?元)", r"(?P<whole>-?[\d,.]+万?元)"
SENTENCES = (
    rf"计入完成{_PART}，应完成{_WHOLE}，采购进度(?P<share>-?[\d.]+%)",
    rf"应完成{_WHOLE}；累计[^。]*?计入完成{_PART}，采购进度(?P<share>-?[\d.]+%)",
    rf"（(?P<share>-?[\d.]+%)，计入完成{_PART}，应完成{_WHOLE}）",
    rf"采购总额合计{_WHOLE}，预留份额合计{_PART}，占采购总额的(?P<share>[\d.]+%)",
    r"预算单位(?P<whole>\d+)个，已填报(?P<part>\d+)个，填报率(?P<share>[\d.]+%)",
    r"已填报(?P<whole>\d+)个，填报率[\d.]+%；已确认(?P<part>\d+)个，审核通过率(?P<share>[\d.]+%)",
    r"共(?P<whole>\d+)天，已过(?P<part>\d+)天，序时进度(?P<share>[\d.]+%)",
)


def divide_text(content: NoticeContent) -> int:
    """Divides every share of the sentences by the figures beside it, as far as 万元 of two decimals tell."""
    text = "".join(block.text for block in content.body if isinstance(block, Paragraph))
    found = [match for pattern in SENTENCES for match in re.finditer(pattern, text)]
    for match in found:
        (low, high), (least, most) = span(match["part"]), span(match["whole"])
        share = Decimal(match["share"].rstrip("%")) / 100
        assert low / most - Decimal("0.00005") <= share <= high / max(least, Decimal(1) / 100) + Decimal("0.00005"), (
            match
        )
    assert len(found) == len(re.findall(r"\d%", text)), text
    return len(found)


def span(said: str) -> tuple[Decimal, Decimal]:
    """Between which figures a printed one lies: 万元 are rounded, 元 and counts are exact."""
    value = amount(said.rstrip("万元"))
    if not said.endswith("万元"):
        return value, value
    half = Decimal("0.005")
    return (value - half) * 10_000, (value + half) * 10_000


def one_progress(desk: Desk) -> set[str | None]:
    """What check, summary, bulletin and report each say of the county's progress."""
    rows = unit_statuses(desk.engine, 2024)
    sums = totals(rows)
    reports = {report.key: report for report in exports.summary(desk, 2024)}
    execution = reports["execution"]
    last = execution.lines[-1].values
    made = bulletins.make(desk, 2024)
    tables = {report.key: report for report in made.reports}
    said = {
        check_answer(desk)["totals"]["progress"],
        sums.progress.plain() if sums.progress is not None else None,
        made.headline.progress.plain(),
    }
    for report in (tables["department_ranks"], tables["unit_ranks"], execution):
        total = report.lines[-1].values if report is not execution else last
        assert (total[report.place("counted")], total[report.place("base")]) == (sums.counted, sums.base), report.key
    return said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=books())
def test_every_printed_percentage_is_what_the_figures_beside_it_divide_to(rows: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_desk(Path(folder), *rows) as desk:
        assert len(one_progress(desk)) == 1
        papers = (bulletin_document.content(desk, bulletins.make(desk, 2024)), city_report(desk, 2024))
        for content in papers:
            assert divide_text(content) + divide_tables(content)
        made = bulletins.make(desk, 2024)
        for report in (*made.reports, *exports.summary(desk, 2024)):
            for place, heading in enumerate(report.headings):
                if heading.quotient is None or not isinstance(heading.kind, Rate):
                    continue
                part, whole = (report.place(name) for name in heading.quotient)
                for line in report.lines:
                    over, under, share = (line.values[each] for each in (part, whole, place))
                    if isinstance(over, int) and isinstance(under, int) and under and share is not None:
                        exact = (Decimal(over) * 10_000 / under).quantize(Decimal(1), ROUND_HALF_UP)
                        assert exact == share, (report.key, line)
                    else:
                        assert share is None or not under, (report.key, line)


def test_every_paper_and_sheet_that_shows_progress_says_what_it_is(tmp_path: Path) -> None:
    done = dict.fromkeys(DONE, datetime.date(2024, 3, 20))
    rows = (unit(), filing(), filing(year=2023), order("1", "101003", 40_000, **done))
    with new_desk(tmp_path, *rows) as desk:
        basis = progress_basis(2024, desk.engine.reader())
        assert basis[0].startswith("口径：采购进度 = 计入完成 ÷ 应完成")
        assert "完结" in basis[1] and basis[-1] == "应完成为须预留且已填报单位的预留份额。"
        made = bulletins.make(desk, 2024)
        shown = [
            report
            for report in (*exports.summary(desk, 2024), *made.reports)
            if any(heading.label in ("采购进度", "累计采购进度") for heading in report.headings)
        ]
        assert {report.key for report in shown} >= {"execution", "months", "overview", "department_ranks", "unit_ranks"}
        for report in shown:
            assert set(basis) <= set(report.remarks), report.key
        for content in (bulletin_document.content(desk, made), city_report(desk, 2024)):
            blocks = [*content.body, *(block for part in content.attachments for block in part.blocks)]
            tables = [block for block in blocks if isinstance(block, TableBlock)]
            for table in tables:
                if any(column.label == "采购进度" for column in table.columns):
                    assert basis[0] in table.note


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("counted_status", "ordered", "计入完成为经“832平台”下单的金额。"),
        ("counted_status", "paid", "计入完成为经“832平台”下单并已支付的金额。"),
        ("counted_year", "completion", "订单按完结日归属年度。"),
        ("progress_base", "canteen_union", "应完成为须预留且已填报单位的预留份额与工会预计采购金额之和。"),
    ],
)
def test_the_footnote_is_the_law_in_force(tmp_path: Path, name: str, value: str, said: str) -> None:
    own = Setting(name=f"{OWN}{name}", year=2024, value=value, document="金财购〔2024〕1号")
    with new_desk(tmp_path, own) as desk:
        assert said in progress_basis(2024, desk.engine.reader())


def test_what_units_without_a_reserve_buy_counts_in_the_county_and_ranks_nobody(tmp_path: Path) -> None:
    """财办库〔2023〕45号: what they buy counts; 通报, check and summary divide the same figures."""
    done = dict.fromkeys(DONE, datetime.date(2024, 3, 5))
    rows = (
        unit("101003", canteen="none"), filing("101003", None, None, platform_note="无食堂"), order("1", "101003", 700, **done),
        unit("101004", "第二小学"), filing("101004", 1_000, 100), order("2", "101004", 50, **done),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        made = bulletins.make(desk, 2024)
        assert (made.headline.counted, made.headline.base) == (750 * YUAN, 100 * YUAN)
        assert one_progress(desk) == {"750.00%"}
        ranked = {report.key: report for report in made.reports}["unit_ranks"]
        assert [line.values[2] for line in ranked.lines if line.values[0]] == ["第二小学"]


def test_where_nothing_says_what_counts_there_is_no_progress_rather_than_none_made(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(year=2019), year=2019) as desk:
        assert check_answer(desk)["totals"]["progress"] is None
        execution = next(report for report in exports.summary(desk, 2019) if report.key == "execution")
        total = execution.lines[-1].values
        assert [total[execution.place(name)] for name in ("counted", "progress")] == [None, None]
        assert progress_basis(2019, desk.engine.reader()) == ()
