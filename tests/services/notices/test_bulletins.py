"""The scores on paper: a letter only where the bureau's own document states the points."""

from __future__ import annotations

from pathlib import Path

from tests.books import filing, new_desk, unit
from tests.services.notices.helpers import pages_of
from zhengzhou_desk.documents import pdf
from zhengzhou_desk.documents.content import LETTER, SHEET, Paragraph
from zhengzhou_desk.policy.parameters import OWN
from zhengzhou_desk.reports.assessment import ITEMS
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices.bulletins import score_letter


def test_points_that_the_program_proposes_make_a_sheet_and_no_letter(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        sheet = score_letter(desk)
        assert (sheet.format, sheet.number, sheet.addressee) == (SHEET, "", "")
        first = pages_of(pdf.as_pdf(sheet))[0]
        assert first.startswith("2024年政府采购脱贫地区农副产品工作考评情况（内部测算）")
        assert "只供内部参考，不作考评依据" in first
        assert "金水区财政局" not in first and "通报" not in first, "no red head, no signature"
        # One of several points stated is not enough.
        editing.set_setting(desk, OWN + ITEMS[0].weight.name, "20", 2024, "金财〔2024〕9号")
        assert score_letter(desk).format == SHEET


def test_points_that_the_bureau_states_make_a_letter_that_cites_it(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        for item in ITEMS:
            editing.set_setting(desk, OWN + item.weight.name, "10", 2024, "金财〔2024〕9号")
        letter = score_letter(desk)
        assert letter.format == LETTER and letter.addressee == "各主管预算单位"
        (said,) = letter.body
        assert isinstance(said, Paragraph)
        assert said.text.startswith("按照金财〔2024〕9号规定的考评分值，截至2024年4月1日的")
