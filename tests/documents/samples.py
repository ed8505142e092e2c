"""Documents for the tests: one of each kind, with awkward names."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pypdfium2

from zhengzhou_desk.documents.content import (
    BULLETIN,
    DOCUMENT,
    LETTER,
    RIGHT,
    URGE,
    Attachment,
    ChartBlock,
    Contact,
    Figure,
    FigureBlock,
    FormBlock,
    FormField,
    Ground,
    NoticeContent,
    Paragraph,
    Series,
    TableBlock,
    TableColumn,
)
from zhengzhou_desk.documents.geometry import MM

DAY = datetime.date(2026, 4, 2)
GROUND = "预留比例不足。你单位食堂食材采购总额100,000.00元，预留份额8,000.00元，预留比例8.00%，低于10%的要求。"


def notice(**changed: Any) -> NoticeContent:
    """A notice to file again, two grounds, a reply slip."""
    figures = (
        Figure("年度食堂食材采购总额", "100,000.00元"),
        Figure("预留份额", "8,000.00元"),
        Figure("预留比例", "8.00%"),
    )
    made = NoticeContent(
        kind=URGE,
        bureau="郑州市中原区财政局",
        addressee="郑州市中原区㛃䶮𠅤𬭎实验小学",
        unit="201001",
        department="郑州市中原区教育局",
        title="郑州市中原区财政局关于督促重新填报2026年政府采购脱贫地区农副产品预留份额的通知",
        code_word="中原财购",
        number_year=2026,
        serial=7,
        year=2026,
        day=DAY,
        reply_by=datetime.date(2026, 4, 14),
        body=(
            Paragraph(
                "根据《财政部 农业农村部 国家乡村振兴局关于运用政府采购政策支持乡村产业振兴的通知》（财库〔2021〕19号）规定，现将有关事项通知如下。"
            ),
            Paragraph("存在的问题", level=1, lead="一、"),
            Paragraph(GROUND.partition("。")[2], level=2, lead="（一）" + GROUND.partition("。")[0] + "。"),
            FigureBlock(figures),
            Paragraph(
                "请你单位于2026年4月14日前登录“832平台”采购人管理系统（cg.fupin832.com）重新填报，预留份额应不低于10,000.00元。"
            ),
        ),
        grounds=(Ground("ratio", GROUND, "财库〔2021〕19号第二条"),),
        figures=figures,
        contacts=(Contact("张三", "0371-60000000"),),
        attachments=(
            Attachment(
                "整改情况回执",
                (
                    FormBlock(
                        (FormField("单位名称（公章）", wide=True), FormField("填报人"), FormField("联系电话")),
                        "请盖章后报送",
                    ),
                ),
            ),
        ),
        copies=("郑州市中原区教育局",),
        printer="郑州市中原区财政局办公室",
        printed=DAY,
    )
    return dataclasses.replace(made, **changed)


def bulletin(rows: int = 40) -> NoticeContent:
    """A bulletin with a chart, and a long landscape table as attachment."""
    columns = (
        TableColumn("序号", 4),
        TableColumn("单位名称", 24),
        TableColumn("预留份额（元）", 12, RIGHT),
        TableColumn("比例", 8, RIGHT),
    )
    table = TableBlock(
        columns,
        tuple((str(n), f"第{n}实验小学", f"{n * 1000:,d}.00", "10.00%") for n in range(1, rows + 1)),
        strong=(0,),
    )
    chart = ChartBlock(
        ("教育局", "卫健委", "民政局"),
        (Series("完成率", (9950, 5020, None)),),
        "各部门完成率",
        decimals=2,
        unit="单位：%",
    )
    return notice(
        kind=BULLETIN,
        format=DOCUMENT,
        addressee="各预算单位",
        unit="",
        title="郑州市中原区财政局关于2026年第一季度政府采购脱贫地区农副产品工作情况的通报",
        body=(Paragraph("现将有关情况通报如下。"), chart, table),
        attachments=(Attachment("各单位情况表", (table,), landscape=True),),
    )


SENTENCE = (
    "各预算单位应按照质优价廉、竞争择优的原则，积极通过平台采购脱贫地区农副产品，收货后及时评价和付款，不得拖欠。"
)


def characters(made: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Every character with its ink in mm: left, top from the head, right, bottom."""
    document = pypdfium2.PdfDocument(made)
    text = document[page].get_textpage()
    found = []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        left, bottom, right, top = text.get_charbox(place)
        if character.strip():
            found.append((character, left / MM, 297 - top / MM, right / MM, 297 - bottom / MM))
    document.close()
    return found


def text_of(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return "".join(said.split())


def long_letter(form: str = LETTER, **more: Any) -> NoticeContent:
    return notice(format=form, body=tuple(Paragraph(SENTENCE * 4) for _ in range(8)), attachments=(), **more)


def rows(
    found: list[tuple[str, float, float, float, float]],
) -> dict[int, list[tuple[str, float, float, float, float]]]:
    """Characters by line: those whose baselines are alike."""
    lines: dict[int, list[tuple[str, float, float, float, float]]] = {}
    for each in found:
        if "\u4e00" <= each[0] <= "\u9fff":
            key = next((key for key in lines if abs(key / 10 - each[4]) < 2.6), round(each[4] * 10))
            lines.setdefault(key, []).append(each)
    return lines
