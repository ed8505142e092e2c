"""Notices: who gets one, what it says, how it is numbered, and what becomes of it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Notice
from zhengzhou_desk.records.notice import ANSWERED, CLOSED, DELIVERED, ISSUED, SUPERSEDED, WITHDRAWN
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, numbering, register, rendering, templates, workdays

LATE = datetime.date(2024, 4, 1)


def county(folder: Path) -> Desk:
    desk = new_desk(
        folder,
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101001", "恰好小学", department="101"), filing("101001", 800_000, 80_000), filing("101001", 800_000, 80_000, 2023),
        unit("101002", "低比例小学", department="101"), filing("101002", 800_000, 60_000), filing("101002", 800_000, 50_000, 2023),
        unit("101003", "都不够小学", department="101"), filing("101003", 800_000, 60_000), filing("101003", 900_000, 90_000, 2023),
        unit("101004", "没填小学", department="101"), filing("101004", 800_000, 80_000, 2023),
        unit("101005", "空总额小学", department="101"), filing("101005", None, 10), filing("101005", 100, 10, 2023),
        unit("101006", "撤销小学", department="101", closed=datetime.date(2024, 1, 1)),
    )  # fmt: skip
    desk.set_today(LATE)
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with county(tmp_path) as made:
        yield made


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    said = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    return said


def test_only_units_that_under_file_get_one(desk: Desk) -> None:
    assert [draft.unit for draft in drafting.drafts(desk)] == ["101002", "101003", "101004", "101005"]
    assert [draft.unit for draft in drafting.drafts(desk, {"101001", "101003"})] == ["101003"]
    desk.set_today(datetime.date(2024, 3, 20))
    assert "101004" not in [draft.unit for draft in drafting.drafts(desk)]


def test_every_ground_stands_with_its_numbers_and_article(desk: Desk, tmp_path: Path) -> None:
    written = rendering.write_documents(desk, drafting.drafts(desk, {"101003"}), tmp_path / "n")
    said = text_of(written[0])
    for part in (
        "都不够小学：", "800,000.00元", "60,000.00元", "7.50%", "90,000.00元", "30,000.00元", "（一）", "（二）", "郑财购〔2023〕3号",
        "应不低于90,000.00元（大写：玖万元整）", "cg.fupin832.com", "2024年4月16日前", "400-1188-832", "附件：整改情况回执", "金水区财政局", "2024年4月1日",
    ):  # fmt: skip
        assert part in said, part
    assert "处罚" not in said
    assert "责令" not in said


def test_a_unit_that_has_not_filed_is_asked_to_file(desk: Desk, tmp_path: Path) -> None:
    said = text_of(rendering.write_documents(desk, drafting.drafts(desk, {"101004"}), tmp_path / "n")[0])
    assert "完成填报" in said
    assert "预留比例" not in said.split("存在以下问题")[1]


def test_issuing_numbers_freezes_and_registers(desk: Desk, tmp_path: Path) -> None:
    issued = register.issue(desk, drafting.drafts(desk, {"101002", "101003"}))
    assert [row.number for row in issued] == ["金水财购〔2024〕1号", "金水财购〔2024〕2号"]
    before = rendering.reprint(issued[0])
    editing.edit(desk, next(row for row in desk.rows(Filing) if row.unit == "101002"), "reserve", "80000")
    editing.edit(desk, desk.unit("101002"), "name", "改了名的小学")  # type: ignore[arg-type]
    again = tmp_path / "again.pdf"
    rendering.save_pdf(again, rendering.reprint(desk.rows(Notice)[0]))
    assert "低比例小学" in text_of(again)
    assert "7.50%" in text_of(again)
    assert len(before) == pytest.approx(again.stat().st_size, abs=200)
    assert [row.unit for row in register.answered_by_filing(desk)] == ["101002"]


def test_numbers_go_on_and_doubles_are_refused(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}), first=7)
    assert numbering.next_serial(desk, "金水财购", 2024) == 8
    with pytest.raises(Refused, match="已经用过"):
        register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    assert len(desk.rows(Notice)) == 1


def test_a_second_notice_is_refused_until_it_is_meant(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    lines = len(desk.journal())
    with pytest.raises(
        Refused, match="101002 低比例小学 已有没有办结的通知书（金水财购〔2024〕1号，2024-04-01，已发文）.*再次督促"
    ):
        register.issue(desk, drafting.drafts(desk))
    assert [row.unit for row in desk.rows(Notice)] == ["101002"], "all or none"
    assert len(desk.journal()) == lines


@pytest.mark.parametrize("state", [ISSUED, DELIVERED, ANSWERED])
def test_pressing_again_is_a_step_of_its_own_and_both_notices_say_so(desk: Desk, tmp_path: Path, state: str) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    if state != ISSUED:
        register.advance(desk, desk.rows(Notice), state, LATE)
    desk.set_today(datetime.date(2024, 5, 6))
    issued = register.issue(desk, drafting.drafts(desk, {"101002", "101003"}), again=True)
    first, *_ = desk.rows(Notice)
    assert first.state == (ANSWERED if state == ANSWERED else SUPERSEDED), "an answer stays an answer"
    assert (first.note == "已由金水财购〔2024〕2号替代") is (state != ANSWERED)
    assert [row.note for row in issued] == ["再次督促，接金水财购〔2024〕1号", None]
    line = desk.journal()[0]
    assert line.name == "issue_again" and line.about == ("2", "0" if state == ANSWERED else "1")
    said = text_of(rendering.write_documents(desk, [rendering.content_of(issued[0])], tmp_path / "n")[0])
    assert "关于再次督促重新填报" in said
    assert "我局已于2024年4月1日印发金水财购〔2024〕1号，要求你单位于2024年4月16日前整改" in said
    assert "再次督促" not in str(rendering.content_of(issued[1]))


def test_a_settled_or_withdrawn_notice_does_not_stand_in_the_way(desk: Desk) -> None:
    for state in (CLOSED, WITHDRAWN):
        row = register.issue(desk, drafting.drafts(desk, {"101002"}))[0]
        register.advance(desk, [row], state, LATE)
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    assert [row.state for row in desk.rows(Notice)] == [CLOSED, WITHDRAWN, ISSUED]
    assert desk.journal()[0].name == "issue"


def test_the_register_goes_forward_only(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    for state in (DELIVERED, ANSWERED, CLOSED):
        register.advance(desk, desk.rows(Notice), state, LATE)
    row = desk.rows(Notice)[0]
    assert (row.state, row.delivered, row.answered) == (CLOSED, LATE, LATE)
    with pytest.raises(Refused, match="不能改为"):
        register.advance(desk, [row], WITHDRAWN, LATE)


def test_an_issued_notice_is_not_undone(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    line = desk.journal()[0]
    with pytest.raises(Refused, match="不能撤回"):
        editing.undo_line(desk, line.number)


def test_single_files_and_one_for_double_sided_printing(desk: Desk, tmp_path: Path) -> None:
    merged = tmp_path / "all.pdf"
    written = rendering.write_documents(desk, drafting.drafts(desk), tmp_path / "n", merged=merged)
    assert [path.name for path in written] == [
        "001_低比例小学.pdf",
        "002_都不够小学.pdf",
        "003_没填小学.pdf",
        "004_空总额小学.pdf",
    ]
    document = pypdfium2.PdfDocument(merged)
    assert len(document) % 2 == 0
    document.close()
    stopped = rendering.write_documents(desk, drafting.drafts(desk), tmp_path / "m", cancelled=lambda: True)
    assert stopped == ()


def test_the_bureau_s_own_words_are_checked_and_can_be_taken_back(desk: Desk) -> None:
    with pytest.raises(Refused, match="不认得的名称"):
        templates.change(desk, "refile", "close", "请于{明天}前整改")
    with pytest.raises(Refused, match="不成对"):
        templates.change(desk, "refile", "close", "请于{reply_by前整改")
    templates.change(desk, "refile", "close", "请于{reply_by}前整改到位。")
    body = str(drafting.drafts(desk, {"101002"})[0].body)
    assert "请于2024年4月16日前整改到位。" in body
    templates.change(desk, "refile", "close", None)
    assert templates.texts(desk, "refile") == dict(templates.original("refile"))


def test_a_name_that_cannot_be_printed_is_said_with_its_unit(desk: Desk, tmp_path: Path) -> None:
    editing.edit(desk, desk.unit("101002"), "name", "\U00030000小学")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="\U00030000小学的通知书"):
        rendering.write_documents(desk, drafting.drafts(desk), tmp_path / "n")


def test_working_days() -> None:
    # The May holidays of 2024: 1 to 5 May off, Sunday 28 April and Saturday 11 May worked.
    assert workdays.workday_after(datetime.date(2024, 4, 30), 1) == datetime.date(2024, 5, 6)
    assert workdays.is_workday(datetime.date(2024, 4, 28))
    assert not workdays.is_published(2099)
    assert workdays.workday_after(datetime.date(2099, 1, 2), 1) == datetime.date(2099, 1, 5)


def test_number_words() -> None:
    class Book:
        def __init__(self, bureau: str) -> None:
            self.bureau = bureau

        def setting(self, _: str) -> None:
            return None

    for bureau, word in (
        ("金水区财政局", "金水财购"),
        ("郑州市中牟县财政局", "中牟财购"),
        ("巩义市财政局", "巩义财购"),
        ("二七区财政局", "二七财购"),
    ):
        assert numbering.number_word(Book(bureau)) == word  # type: ignore[arg-type]
