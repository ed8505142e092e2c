"""The short text for WeChat or SMS: what is wrong, the gap, whom to ask; no personal data of the unit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.books import county, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services import editing, followups
from zhengzhou_desk.services.notices.short_message import short_message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(county(tmp_path)) as made:
        yield made


def test_it_says_what_is_wrong_and_the_gap(desk: Desk) -> None:
    status = next(row for row in desk.unit_statuses() if row.state == "fail" and row.gap)
    assert status.gap is not None
    text = short_message(desk, status.unit.code)
    assert text.startswith(f"{status.unit.name}：您单位{desk.year}年")
    assert all(matter in text for matter in followups.matters(desk, status.unit.code))
    assert f"{status.gap // 100:,}." in text
    assert text.endswith(desk.bureau)
    assert "{" not in text


def test_whom_to_ask_stands_there_once_it_is_known(desk: Desk) -> None:
    code = next(row.unit.code for row in desk.unit_statuses() if row.state == "fail")
    editing.set_setting(desk, "contact", "赵六")
    editing.set_setting(desk, "phone", "0371-66000000")
    assert "联系人：赵六，0371-66000000。" in short_message(desk, code)


def test_a_unit_at_which_nothing_is_wrong_is_refused(desk: Desk) -> None:
    fine = next(row.unit.code for row in desk.unit_statuses() if not followups.matters(desk, row.unit.code))
    with pytest.raises(Refused, match="没有要督办的事项"):
        short_message(desk, fine)
    with pytest.raises(Refused, match="没有编码为“999”的单位"):
        short_message(desk, "999")


def test_wording_that_names_what_the_unit_does_not_have_stops_it_with_a_sentence(desk: Desk) -> None:
    code = next(row.unit.code for row in desk.unit_statuses() if row.state == "fail")
    desk_texts = json.dumps({"bureau": "{contact}"}, ensure_ascii=False)
    editing.set_setting(desk, "template:message", desk_texts)
    with pytest.raises(Refused, match="没有“contact”这一项，文书文字“督办短信/bureau”却写了它"):
        short_message(desk, code)
