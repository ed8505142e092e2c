"""The letter of unit changes: what the platform asks for, with old names as they were."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from tests.services.notices.helpers import in_words, text_of_pdf
from tests.services.notices.letters import GOLDEN
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services import editing, unit_changes
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices.change_letter import change_letter


def changed(folder: Path) -> Desk:
    """One renamed, one merged away, one dissolved without an account of its own."""
    desk = new_desk(
        folder,
        unit("101001", "第一小学", admin_account="active"), filing("101001"),
        unit("101002", "第二小学", admin_account="active"), filing("101002"),
        unit("101003", "第三小学", admin_account="inactive"), filing("101003"),
        unit("101004", "第四小学", admin_account="active"), filing("101004"),
    )  # fmt: skip
    day, paper = datetime.date(2024, 3, 1), "金编〔2024〕3号"
    rows = {code: desk.unit(code) for code in ("101001", "101002", "101003", "101004")}
    desk.apply(unit_changes.rename(desk, rows["101001"], "示范小学", day, basis=paper).entry)  # type: ignore[arg-type]
    desk.apply(unit_changes.merge(desk, [rows["101002"]], rows["101004"], day, basis=paper).entry)  # type: ignore[list-item,arg-type]
    desk.apply(unit_changes.dissolve(desk, rows["101003"], day).entry)  # type: ignore[arg-type]
    return desk


def test_the_letter_word_for_word(tmp_path: Path) -> None:
    with changed(tmp_path) as desk:
        editing.set_setting(desk, "contact", "王老师")
        editing.set_setting(desk, "phone", "0371-60000000")
        letter = change_letter(desk)
        assert in_words(letter) == (GOLDEN / "change_letter.txt").read_text(encoding="utf-8")
        page = text_of_pdf(letter, tmp_path / "x.pdf")
        assert "第一小学（101001）" in page and "示范小学（101001）" in page


def test_what_is_not_known_is_left_open_to_be_written_in(tmp_path: Path) -> None:
    with changed(tmp_path) as desk:
        said = in_words(change_letter(desk))
        assert "报送人：　　　　　　，联系电话：" in said
        assert "没有附送依据文件的，以本函证明变更属实。" in said


def test_nothing_to_tell_is_said(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit()) as desk, pytest.raises(Refused, match="没有需要告知平台"):
        change_letter(desk)
