"""Drafts: the day by which an answer is expected, by the law or as the bureau states it."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.books import filing, new_desk, unit
from zhengzhou_desk.policy.parameters import OWN, REPLY_WORKDAYS
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import drafting

DAY = datetime.date(2024, 4, 1)


def test_the_bureau_states_how_many_working_days_a_unit_has_to_answer(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(reserve=60_000), filing(year=2023, reserve=50_000)) as desk:
        # 4 to 6 April 2024 are off, Sunday the 7th is worked.
        assert drafting.reply_day(desk, DAY) == datetime.date(2024, 4, 16)
        editing.set_setting(desk, OWN + REPLY_WORKDAYS.name, "3", 2024, "金财〔2024〕1号")
        assert drafting.reply_day(desk, DAY) == datetime.date(2024, 4, 7)
        assert [draft.reply_by for draft in drafting.drafts(desk)] == [datetime.date(2024, 4, 7)]
