"""The register of notices: one open notice a unit, whatever has become of the one before."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.notice import ANSWERED, DELIVERED, ISSUED, SUPERSEDED, WITHDRAWN
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register

LATE = datetime.date(2024, 4, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    rows = (
        unit("101002", "低比例小学"), filing("101002", 800_000, 60_000), filing("101002", 800_000, 50_000, 2023),
        unit("101003", "另一小学"), filing("101003", 800_000, 60_000), filing("101003", 800_000, 50_000, 2023),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as made:
        made.set_today(LATE)
        yield made


def issue(desk: Desk, code: str = "101002") -> Notice:
    return register.issue(desk, drafting.drafts(desk, {code}))[0]


@pytest.mark.parametrize(
    ("became", "afterwards"),
    [(ISSUED, SUPERSEDED), (DELIVERED, SUPERSEDED), (ANSWERED, ANSWERED), (WITHDRAWN, WITHDRAWN)],
)
def test_a_second_notice_supersedes_what_is_still_open_and_leaves_what_is_settled(
    desk: Desk, became: str, afterwards: str
) -> None:
    first, other = issue(desk), issue(desk, "101003")
    if became != ISSUED:
        register.advance(desk, [first], became, LATE)
    second = issue(desk)
    rows = {row.id: row for row in desk.tables.all(Notice)}
    assert rows[first.id].state == afterwards
    assert rows[first.id].delivered == (LATE if became == DELIVERED else None), "what happened to it stays known"
    assert (rows[second.id].state, rows[other.id].state) == (ISSUED, ISSUED)


def test_a_notice_of_another_year_stays_open(desk: Desk) -> None:
    first = issue(desk)
    desk.choose_year(2025)
    desk.set_today(datetime.date(2025, 4, 1))
    second = issue(desk)
    assert {row.id: row.state for row in desk.tables.all(Notice)} == {first.id: ISSUED, second.id: ISSUED}
    assert (first.year, second.year) == (2024, 2025)


def test_the_number_of_a_withdrawn_notice_is_free_again_and_no_other(desk: Desk) -> None:
    (first,) = register.issue(desk, drafting.drafts(desk, {"101002"}), first=7)
    with pytest.raises(Refused, match="已经用过"):
        register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    register.advance(desk, [first], WITHDRAWN, LATE)
    (second,) = register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    assert second.number == first.number
    assert "notice_number" not in {found.rule for found in desk.findings()}
