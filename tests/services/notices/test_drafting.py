"""Drafts: who gets a notice, by when an answer is expected, and every sentence for every ground."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from tests.services.notices.helpers import in_words, pages_of, text_of_pdf
from tests.services.notices.letters import GOLDEN, grounds_county
from zhengzhou_desk.documents.content import FormBlock, NoticeContent
from zhengzhou_desk.policy.parameters import OWN, REPLY_WORKDAYS
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register, rendering

DAY = datetime.date(2024, 4, 1)


def test_the_bureau_states_how_many_working_days_a_unit_has_to_answer(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(reserve=60_000), filing(year=2023, reserve=50_000)) as desk:
        # 4 to 6 April 2024 are off, Sunday the 7th is worked.
        assert drafting.reply_day(desk, DAY) == datetime.date(2024, 4, 16)
        editing.set_setting(desk, OWN + REPLY_WORKDAYS.name, "3", 2024, "金财〔2024〕1号")
        assert drafting.reply_day(desk, DAY) == datetime.date(2024, 4, 7)
        assert [draft.reply_by for draft in drafting.drafts(desk)] == [datetime.date(2024, 4, 7)]


def test_only_units_that_under_file_get_one(desk: Desk) -> None:
    assert [draft.unit for draft in drafting.drafts(desk)] == ["101002", "101003", "101004", "101005"]
    assert [draft.unit for draft in drafting.drafts(desk, {"101001", "101003"})] == ["101003"]
    desk.set_today(datetime.date(2024, 3, 20))
    assert "101004" not in [draft.unit for draft in drafting.drafts(desk)]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, NoticeContent]:
    with grounds_county(tmp_path_factory.mktemp("grounds")) as desk:
        return {draft.unit: draft for draft in drafting.drafts(desk)}


def test_every_ground_has_its_letter_word_for_word(letters: dict[str, NoticeContent]) -> None:
    """Each sentence of these files has been read as the one who signs would read it."""
    golden = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob("notice_*.txt")}
    assert {f"notice_{code}": in_words(letter) for code, letter in letters.items()} == golden
    rules = {ground.rule for letter in letters.values() for ground in letter.grounds}
    assert rules == {"ratio", "last_year", "total", "shared", "shared_double", "not_filed"}


def test_no_letter_says_what_does_not_hold_for_its_unit(letters: dict[str, NoticeContent]) -> None:
    for letter in letters.values():
        said = in_words(letter)
        unfiled = any(ground.rule == "not_filed" for ground in letter.grounds)
        assert ("填报情况如下" in said) == bool(letter.figures), letter.addressee
        assert not (unfiled and "经审核" in said), letter.addressee
        assert ("不低于上年度数额" in said) == ("（郑财购〔2023〕3号）规定" in said), "the floor is Zhengzhou's alone"
        assert "郑采台账" not in said and "处罚" not in said and "责令" not in said
        for code in letters:
            assert code not in said, "units are named, not coded"


def test_the_figures_of_a_letter_follow_from_one_another(letters: dict[str, NoticeContent], tmp_path: Path) -> None:
    """Read from the printed page: the ratio, what is required and the gap, reckoned anew."""
    seen = 0
    for code, letter in letters.items():
        page = text_of_pdf(letter, tmp_path / f"{code}.pdf")
        figures = {figure.label: figure.value for figure in letter.figures}
        for label, value in figures.items():
            assert f"{label}{value}" in page, (letter.addressee, label)
        asked = figures.get("应预留份额（两项标准取高）", "—")
        if not asked[0].isdigit():
            continue
        total, reserve, required, gap = (
            fen(figures[name]) for name in ("年度食堂食材采购总额", "预留份额", "应预留份额（两项标准取高）", "尚差")
        )
        last = fen(figures["上年度预留份额"]) if figures["上年度预留份额"] != "无记录" else 0
        rate = 5 if code == "101009" else 10
        assert required == max(-(-total * rate // 100), last)
        assert gap == required - reserve
        if figures["预留比例"] != "不足0.01%":
            assert figures["预留比例"] == f"{(reserve * 20_000 + total) // (2 * total) / 100:.2f}%"
        seen += 1
    assert seen > 5


def fen(amount: str) -> int:
    return int(amount.removesuffix("元").replace(",", "").replace(".", ""))


def test_a_receipt_names_the_notice_and_asks_what_its_ground_needs(letters: dict[str, NoticeContent]) -> None:
    def labels(code: str) -> dict[str, str]:
        (slip,) = letters[code].attachments[0].blocks
        assert isinstance(slip, FormBlock)
        return {box.label: box.value for box in slip.lines}

    assert labels("101001")["原预留比例"] == "7.50%" and "重报预留比例" in labels("101001")
    assert "食堂情况" in labels("101004") and "食堂情况" in labels("101010")
    assert "代表填报单位" in labels("101013") and "原采购总额" not in labels("101013")
    assert labels("101019")["金额已清空"] == "□是　□否"
    assert "原采购总额" not in labels("101010"), "nothing was filed before"


def test_the_bureau_gets_no_copy_of_its_own_letter(letters: dict[str, NoticeContent]) -> None:
    assert letters["106001"].department == "财政局" and letters["106001"].copies == ()
    assert letters["101001"].copies == ("教育局",)


def test_the_number_stands_on_the_slip_once_there_is_one(tmp_path: Path) -> None:
    with grounds_county(tmp_path) as desk:
        (issued,) = register.issue(desk, drafting.drafts(desk, {"101001"}), first=12)
        pages = pages_of(rendering.reprint(issued))
    assert "来文字号金水财购〔2024〕12号" in pages[-1]
    assert "抄送：教育局。" in pages[-2] and "账册校验" in pages[-2], "with the letter, not on the slip"
    assert "抄送" not in pages[-1] and "账册校验" not in pages[-1]
