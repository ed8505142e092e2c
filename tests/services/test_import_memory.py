"""What a person chose once for a spreadsheet is remembered in the book, by heading and by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import ColumnMapping, KeptBulletin, UnitAlias
from zhengzhou_desk.services import import_memory, years
from zhengzhou_desk.services.notices import bulletins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, unit(), unit("101004", "第二小学"), filing()) as made:
        yield made


def test_a_choice_adds_to_what_was_chosen_before(desk: Desk) -> None:
    import_memory.remember_mapping(desk, "a", {"总额": "total", "说明": ""})
    import_memory.remember_mapping(desk, "a", {"说明": "platform_note"})
    import_memory.remember_mapping(desk, "b", {"总额": "reserve"})
    lines = len(desk.journal())
    import_memory.remember_mapping(desk, "b", {"总额": "reserve"})
    assert len(desk.journal()) == lines, "nothing new is no step"
    assert import_memory.mappings(desk) == {
        "a": {"总额": "total", "说明": "platform_note"},
        "b": {"总额": "reserve"},
    }
    assert len(desk.rows(ColumnMapping)) == 3
    desk.undo()
    desk.undo()
    assert import_memory.mappings(desk) == {"a": {"总额": "total", "说明": ""}}


def test_another_name_means_one_unit(desk: Desk) -> None:
    long = "郑州市金水区" * 12 + "小学"
    import_memory.remember_alias(desk, "金水 一小", "101003")
    import_memory.remember_alias(desk, "金水一小", "101004")
    import_memory.remember_alias(desk, long, "101003")
    assert import_memory.aliases(desk) == {"金水一小": "101004", long: "101003"}
    with pytest.raises(Refused, match="账册中没有编码为 999 的单位"):
        import_memory.remember_alias(desk, "三小", "999")
    assert len(desk.rows(UnitAlias)) == 2


def test_a_bulletin_is_kept_of_a_closed_year_too(desk: Desk) -> None:
    years.close_year(desk, 2024)
    bulletins.keep(desk, bulletins.make(desk, 2024))
    (row,) = desk.rows(KeptBulletin)
    assert (row.year, row.day, row.reserve) == (2024, desk.today, 8_000_000)
    assert bulletins.previous(desk, 2024) is None, "a bulletin is not compared with itself"
