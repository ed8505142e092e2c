"""Numbers of notices: the bureau's word, the next serial, no number twice."""

from __future__ import annotations

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Notice
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
    ):
        assert numbering.number_word(Book(bureau)) == word  # type: ignore[arg-type]
