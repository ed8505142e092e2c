"""Numbers of notices: the bureau's word, the next serial, no number twice."""

from __future__ import annotations

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Notice
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, numbering, register


def test_numbers_go_on_and_doubles_are_refused(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}), first=7)
    assert numbering.next_serial(desk, "金水财购", 2024) == 8
    with pytest.raises(Refused, match="已经用过"):
        register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    assert len(desk.rows(Notice)) == 1


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
        ("郑州市财政局", "郑财购"),
    ):
        assert numbering.number_word(Book(bureau)) == word  # type: ignore[arg-type]


def test_numbers_of_several_digits_go_on_and_others_words_and_years_do_not_count(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}), first=129)
    assert numbering.next_serial(desk, "金水财购", 2024) == 130
    assert numbering.next_serial(desk, "金水财购", 2023) == 1
    assert numbering.next_serial(desk, "金水财", 2024) == 1


def test_nothing_to_number_has_no_number(desk: Desk) -> None:
    assert numbering.with_numbers(desk, ()) == ()


def test_the_bureau_s_own_word_comes_first(desk: Desk) -> None:
    editing.set_setting(desk, "number_word", "金财采")
    assert numbering.number_word(desk) == "金财采"
