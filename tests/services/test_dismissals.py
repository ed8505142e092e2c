"""Dismissals: with a reason, and only as long as the figures stay the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
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
