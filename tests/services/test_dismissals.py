"""Dismissals: with a reason, and only as long as the figures stay the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Dismissal, Filing
from zhengzhou_desk.services import dismissals, editing

TINY = (unit(), filing(total=900, reserve=10))


def test_a_warning_is_set_aside_until_its_figures_change(tmp_path: Path) -> None:
    with new_desk(tmp_path, *TINY) as desk:
        (warning,) = [found for found in desk.findings() if found.rule == "tiny_total"]
        assert dismissals.dismissal_of(desk, warning) is None
        dismissals.dismiss(desk, warning, "只有三名职工")
        kept = dismissals.dismissal_of(desk, warning)
        assert kept is not None and kept.reason == "只有三名职工"
        (row,) = desk.rows(Filing)
        editing.edit(desk, row, "total", "800")
        (warning,) = [found for found in desk.findings() if found.rule == "tiny_total"]
        assert dismissals.dismissal_of(desk, warning) is None, "other figures are another warning"
        dismissals.dismiss(desk, warning, "仍是三名职工")
        desk.undo()
        desk.undo()
        (warning,) = [found for found in desk.findings() if found.rule == "tiny_total"]
        assert dismissals.dismissal_of(desk, warning) is not None
        dismissals.reopen(desk, warning)
        assert dismissals.dismissal_of(desk, warning) is None


def test_errors_are_never_set_aside_and_a_reason_is_asked(tmp_path: Path) -> None:
    with new_desk(tmp_path, *TINY) as desk:
        wrong = next(found for found in desk.findings() if found.severity == "error")
        with pytest.raises(Refused, match="只有警告"):
            dismissals.dismiss(desk, wrong, "领导同意")
        warning = next(found for found in desk.findings() if found.rule == "tiny_total")
        with pytest.raises(Refused, match="理由"):
            dismissals.dismiss(desk, warning, "  ")


def test_many_are_set_aside_and_reopened_as_one_step_each(tmp_path: Path) -> None:
    rows = (unit(), filing(total=900, reserve=10), unit("101004", "第二小学"), filing("101004", total=900, reserve=10))
    with new_desk(tmp_path, *rows) as desk:
        tiny = [found for found in desk.findings() if found.rule == "tiny_total"]
        assert len(tiny) == 2
        dismissals.dismiss_many(desk, tiny, "都只有三名职工")
        assert {row.reason for row in desk.rows(Dismissal)} == {"都只有三名职工"}
        assert editing.step_text(desk.journal()[0]) == "搁置 2 条审核结果"
        dismissals.reopen_many(desk, tiny)
        assert not desk.rows(Dismissal)
        desk.undo()
        assert len(desk.rows(Dismissal)) == 2
        wrong = next(found for found in desk.findings() if found.severity == "error")
        with pytest.raises(Refused, match="只有警告"):
            dismissals.dismiss_many(desk, [*tiny, wrong], "领导同意")
        assert len(desk.rows(Dismissal)) == 2, "all of them or none"
