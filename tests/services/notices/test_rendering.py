"""Notices: who gets one, what it says, how it is numbered, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.services.notices.helpers import text_of
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Notice
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register, rendering


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
    assert "截至2024年4月1日，你单位尚未填报2024年度预留份额（上年度预留份额80,000.00元）" in said
    assert "经审核" not in said and "填报情况如下" not in said


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


def test_a_name_that_cannot_be_printed_is_said_with_its_unit(desk: Desk, tmp_path: Path) -> None:
    editing.edit(desk, desk.unit("101002"), "name", "\U00030000小学")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="\U00030000小学的通知书"):
        rendering.write_documents(desk, drafting.drafts(desk), tmp_path / "n")


def test_a_name_in_a_list_or_a_copy_that_cannot_be_printed_is_said_before_issuing(desk: Desk) -> None:
    """An issued letter cannot be taken back, so it must be printable to its last page."""
    editing.edit(desk, desk.unit("101"), "name", "\U00030000局")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="低比例小学的通知书里有字体印不出来的字：\U00030000"):
        register.issue(desk, drafting.drafts(desk, {"101002"}))
    assert desk.rows(Notice) == []
