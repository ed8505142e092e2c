"""Reminders: what a unit is to do, by order and enterprise, and small matters in one letter to the department."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, order, unit
from tests.services.notices.helpers import in_words
from tests.services.notices.letters import GOLDEN, matters_county
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Record
from zhengzhou_desk.records.notice import FROZEN, REMIND
from zhengzhou_desk.services.notices import earlier_letters, register, reminders, rendering

BEFORE, AFTER = datetime.date(2024, 9, 2), datetime.date(2024, 11, 15)


@pytest.mark.parametrize(("day", "name"), [(BEFORE, "before"), (AFTER, "after")])
def test_every_matter_has_its_letter_word_for_word(tmp_path: Path, day: datetime.date, name: str) -> None:
    with matters_county(tmp_path, day) as desk:
        written = {f"reminder_{name}_{letter.unit}": in_words(letter) for letter in reminders.reminders(desk)}
    golden = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob(f"reminder_{name}_*.txt")}
    assert written == golden


def test_what_is_asked_fits_the_day(tmp_path: Path) -> None:
    with matters_county(tmp_path, AFTER) as desk:
        said = "".join(map(in_words, reminders.reminders(desk)))
        assert "力争" not in said and "序时进度" not in said and "请尽快完成" in said
        desk.set_today(BEFORE)
        said = "".join(map(in_words, reminders.reminders(desk)))
        assert "力争10月底前完成年度任务" in said and said.count("序时进度，指") == said.count(
            "低于序时进度"
        ) + said.count("序时进度为")
        assert "0.00元，采购进度" not in said.replace("20,000.00元", ""), "what is zero is said in words"


def test_a_single_small_matter_gets_no_red_head_of_its_own(tmp_path: Path) -> None:
    with matters_county(tmp_path, BEFORE) as desk:
        letters = {letter.unit: letter for letter in reminders.reminders(desk)}
        assert letters["101"].units == ("101001", "101002", "101003")
        assert "102001" in letters, "several matters of one unit are one letter to it"
        assert set(reminders.to_remind(desk)) == {"101001", "101002", "101003", "102001", "103"}
        alone = reminders.reminders(desk, {"101001"})
        assert [letter.unit for letter in alone] == ["101001"], "one unit alone is written to itself"


def test_a_unit_in_its_department_s_letter_has_been_reminded(tmp_path: Path) -> None:
    """A second letter is asked for, whoever the first one went to, and it says what came before."""
    with matters_county(tmp_path, BEFORE) as desk:
        issued = register.issue(desk, reminders.reminders(desk, {"101001", "101002"}), first=5)
        assert [row.unit for row in issued] == ["101"]
        known = earlier_letters.open_notices(desk, REMIND)
        assert {code: row.number for code, row in known.items()} == dict.fromkeys(
            ("101", "101001", "101002"), "金水财购〔2024〕5号"
        )
        # The third one's matter is new to the department: it is written to by itself.
        assert [letter.unit for letter in reminders.reminders(desk, {"101003"})] == ["101003"]
        again = reminders.reminders(desk, {"101001", "101002"})
        assert [letter.unit for letter in again] == ["101"]
        assert "我局已于2024年9月2日印发金水财购〔2024〕5号，请你单位于2024年9月14日前办理有关事项" in in_words(
            again[0]
        )
        with pytest.raises(Refused, match="再次督促"):
            register.issue(desk, again)
        (second,) = register.issue(desk, again, again=True)
        third = in_words(reminders.reminders(desk, {"101001", "101002"})[0])
        assert "我局已先后印发金水财购〔2024〕5号（2024年9月2日）、金水财购〔2024〕6号（2024年9月2日）" in third
        assert rendering.content_of(second).units == ("101001", "101002")


def test_a_letter_about_a_large_department_and_one_about_many_orders_fit_the_register(tmp_path: Path) -> None:
    accepted = {"accepted": datetime.date(2024, 2, 10)}
    rows: list[Record] = [unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂")]
    for number in range(1, 121):
        code = f"101{number:03d}"
        rows += [unit(code, f"金水区第{number}小学", department="101"), filing(code), filing(code, year=2023)]
        rows.append(order(f"8322026{number:09d}", code, 1_000, **accepted))
    rows += [unit("102001", "大医院"), filing("102001"), filing("102001", year=2023)]
    rows += [order(f"8322027{number:09d}", "102001", 1_000, **accepted) for number in range(400)]
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(datetime.date(2024, 3, 20))
        issued = register.issue(desk, reminders.reminders(desk))
        assert [row.unit for row in issued] == ["101", "102001"]
        assert all(FROZEN.parse(row.content) == row.content for row in issued), "read back from a rescued book too"
        said = in_words(rendering.content_of(issued[0]))
        assert "有120个单位有事项需要办理，清单见附件" in said and said.count("没有付款") == 120
        assert "有400笔订单验收超过30天没有付款，合计400,000.00元（明细见附件）" in in_words(
            rendering.content_of(issued[1])
        )
