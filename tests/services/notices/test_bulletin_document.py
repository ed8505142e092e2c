"""The bulletin on paper: its sentences as a director reads them, for a county and for a city over its districts."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.books import clock, filing, new_desk, order, unit
from tests.services.notices.helpers import text_of
from tests.services.packages import reported
from zhengzhou_desk import sample
from zhengzhou_desk.documents.content import ACROSS, ChartBlock, Paragraph, TableBlock
from zhengzhou_desk.records import KeptBulletin, Notice, Record
from zhengzhou_desk.services import submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, rendering

if TYPE_CHECKING:
    from zhengzhou_desk.documents.content import NoticeContent

DONE = {key: datetime.date(2024, 3, 20) for key in ("accepted", "paid", "evaluated")}


def county() -> tuple[Record, ...]:
    """Four departments of one school each, the last of which has bought nothing, and a unit that has not filed."""
    rows: list[Record] = []
    for number, name in enumerate(("教育局", "卫生局", "民政局", "财政局"), 1):
        code = f"10{number}"
        rows += [unit(code, name, "none"), filing(code, None, None, platform_note="无食堂")]
        rows += [unit(f"{code}003", f"{name}食堂", department=code), filing(f"{code}003", 800_000, 80_000)]
        if number < 4:
            rows.append(order(f"A{number}", f"{code}003", 40_000 - number * 10_000 + 1, **DONE))
    return (*rows, unit("101004", "第四小学", department="101"), order("B", "101003", 5_000))


def made(desk: Desk) -> NoticeContent:
    return bulletin_document.content(desk, bulletins.make(desk, 2024))


def text(content: NoticeContent) -> str:
    return "".join(block.lead + block.text for block in content.body if isinstance(block, Paragraph))


def charts(content: NoticeContent) -> list[ChartBlock]:
    return [block for block in content.body if isinstance(block, ChartBlock)]


def test_the_whole_text(tmp_path: Path) -> None:
    sent = [
        Notice(year=2024, unit="101004", kind="refile", state=state, number=f"金财购〔2024〕{number}号", day=datetime.date(2024, 3, 28))
        for number, state in enumerate(("issued", "closed", "withdrawn"), 1)
    ]  # fmt: skip
    with new_desk(tmp_path, *county(), *sent) as desk:
        content = made(desk)
        assert text(content) == (
            "按照《关于进一步做好政府采购脱贫地区农副产品有关工作的通知》（郑财购〔2023〕3号）要求，现将截至2024年4月1日我区2024年政府采购脱贫地区农副产品工作情况通报如下："
            "一、总体情况"
            "我区应填报预算单位9个，已填报8个，填报率88.89%；已确认8个，审核通过率100.00%。"
            "预留份额合计32.00万元，应完成32.00万元；累计下单6.50万元、支付6.00万元、完结6.00万元，"
            "计入完成6.00万元，采购进度18.75%。"
            "自3月25日（确认汇总截止日）至10月31日共220天，已过7天，序时进度3.18%；我区采购进度快于序时进度15.57个百分点。"
            "本年度已向1个单位发出督促重新填报通知书和提醒函2份，其中已办结1份。"
            "二、各部门情况"
            "采购进度居前的是：教育局（37.50%，计入完成3.00万元，应完成8.00万元）、卫生局（25.00%，计入完成2.00万元，应完成8.00万元）。"
            "采购进度居后的是：民政局（12.50%，计入完成1.00万元，应完成8.00万元）、财政局（0.00%，计入完成0元，应完成8.00万元）。"
            "三、存在的问题"
            "有的单位工作推进不到位：未填报单位1个，已预留未采购单位1个，已采购未完成付款评价单位1个。名单见附件。"
            "四、下步要求"
            "请各部门、各单位抓紧整改：未填报的，尽快登录“832平台”采购人管理系统（cg.fupin832.com）填报；"
            "尚未完成预留份额的，加快采购，力争10月底前完成年度任务；已经采购的，收货后及时评价，及时支付货款，不得拖欠。"
            "采购情况纳入财政管理绩效考核。"
        )
        assert content.addressee == "各预算单位" and content.copies == ("郑州市财政局",)
        assert [part.title for part in content.attachments] == [
            "2024年各单位采购进度", "2024年未填报单位", "2024年已预留未采购单位", "2024年已采购未完成付款评价单位",
        ]  # fmt: skip
        assert not any(part.landscape for part in content.attachments)


def test_nothing_that_is_zero_stands_among_the_problems(tmp_path: Path) -> None:
    rows = (unit(), filing(), filing(year=2023), order("1", "101003", 80_000, **DONE))
    with new_desk(tmp_path, *rows) as desk:
        said = text(made(desk))
        assert "存在的问题" not in said and "0个" not in said.replace("10个", "")
        assert "三、下步要求请各部门、各单位继续做好" in said


@pytest.mark.parametrize(
    ("bureau", "own"),
    [("金水区财政局", "我区"), ("中牟县财政局", "我县"), ("巩义市财政局", "我市"), ("财政金融局", "我区")],
)
def test_the_region_is_called_by_its_kind(tmp_path: Path, bureau: str, own: str) -> None:
    with Desk.new(tmp_path / "a.zzd", region="410105", bureau=bureau, year=2024, clock=clock, who="李") as desk:
        assert f"{own}2024年" in text(made(desk))


def test_a_fall_since_the_last_bulletin_is_a_fall(tmp_path: Path) -> None:
    last = KeptBulletin(
        year=2024, day=datetime.date(2024, 3, 25), asked=9, filed=9, confirmed=8, reserve=1, ordered=1, paid=1,
        completed=1, counted=7_000_300, base=1,
    )  # fmt: skip
    with new_desk(tmp_path, *county(), last) as desk:
        assert "与上期（2024年3月25日）相比，已填报单位减少1个，计入完成减少1.00万元。" in text(made(desk))


def test_charts_name_every_department_and_draw_nothing_that_is_not_there(tmp_path: Path) -> None:
    with new_desk(tmp_path, *county()) as desk:
        months, bars = charts(made(desk))
        assert months.labels == ("1月", "2月", "3月", "4月")
        assert (bars.sort, bars.labels) == (ACROSS, ("教育局", "卫生局", "民政局", "财政局"))
        assert bars.series[0].values == (3750, 2500, 1250, 0)
        assert (bars.mark, bars.mark_label) == (318, "序时进度")
    with new_desk(tmp_path, unit(), filing(), name="b.zzd") as desk:
        assert charts(made(desk)) == []


def test_a_long_list_stands_upright_thirty_rows_a_page(tmp_path: Path) -> None:
    rows = [
        row
        for number in range(100)
        for row in (unit(f"101{number:03d}", f"第{number}小学"), filing(f"101{number:03d}", 800_000, 80_000))
    ]
    with new_desk(tmp_path, *rows) as desk:
        content = made(desk)
        content = dataclasses.replace(content, attachments=content.attachments[:1])
        (table,) = (block for block in content.attachments[0].blocks if isinstance(block, TableBlock))
        assert (table.dense, table.unit, len(table.rows)) == (True, "单位：元", 101)
        document = pypdfium2.PdfDocument(rendering.pdf_of(content))
        pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
        listed = [page for page in pages if "80,000.00" in page and "应填报" not in page]
        assert next(page.count("80,000.00") for page in listed) >= 29
        assert all(page.count("80,000.00") >= 30 for page in listed[1:-1])
        assert all("单位：元" in page and "名次" in page for page in listed)


def test_the_city_s_bulletin_is_about_its_districts(tmp_path: Path) -> None:
    with Desk.new(
        tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李"
    ) as desk:
        submissions.apply(
            desk,
            submissions.examine(
                desk, [reported(tmp_path, bought=40_000), reported(tmp_path, "410122", 90_000, bought=1_000)]
            ),
        )
        content = made(desk)
        said = text(content)
        assert content.addressee == "各区县（市）财政局，市直各预算单位" and content.copies == ("河南省财政厅",)
        assert content.number == "郑财购〔2024〕　　号"
        assert "我市应填报预算单位6个，已填报6个" in said
        assert "二、各区县（市）情况采购进度居前的是：金水区" in said and "居后的是：中牟县" in said
        table = next(block for block in content.body if isinstance(block, TableBlock))
        assert [row[1] for row in table.rows] == ["金水区", "中牟县", "合计"]
        assert "与上年" not in said and "上年同期" not in said
        path = tmp_path / "通报.pdf"
        rendering.save_pdf(path, rendering.pdf_of(content))
        assert "4.10万元" in text_of(path)


def test_a_county_of_a_hundred_and_sixty_units(tmp_path: Path) -> None:
    with new_desk(tmp_path, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        content = bulletin_document.content(desk, bulletins.make(desk, sample.SAMPLE_YEAR))
        said = text(content)
        assert "万元，应完成" in said and "，" in said
        months, bars = charts(content)
        assert months.says_values and len(bars.labels) == len(set(bars.labels))
        assert rendering.pdf_of(content).startswith(b"%PDF")


def test_the_city_s_own_departments_race_among_themselves(tmp_path: Path) -> None:
    own = (
        unit("101", "市教育局"), filing("101", 800_000, 80_000), order("1", "101", 70_000, **DONE),
        unit("102", "市卫健委"), filing("102", 800_000, 80_000), order("2", "102", 7_000, **DONE),
    )  # fmt: skip
    with new_desk(tmp_path, *own, region="410100", name="市.zzd") as desk:
        submissions.apply(
            desk,
            submissions.examine(desk, [reported(tmp_path, bought=40_000), reported(tmp_path, "410122", bought=1_000)]),
        )
        content = made(desk)
        districts, direct = (block for block in content.body if isinstance(block, TableBlock))
        assert [row[:2] for row in districts.rows] == [
            ("1", "金水区"), ("2", "中牟县"), ("", "市直单位（2个）"), ("", "合计"),
        ]  # fmt: skip
        assert [row[:2] for row in direct.rows] == [("1", "市教育局"), ("2", "市卫健委"), ("", "合计")]
        assert districts.rows[-1][5] == "118,000.00"
        assert "市直部门采购进度居前的是：市教育局（87.50%" in text(content)
