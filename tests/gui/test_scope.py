"""The scope: which rows are about what was chosen."""

from __future__ import annotations

from typing import Any

from tests.books import account, filing
from zhengzhou_desk.gui.scope import Scope


def test_rows_about_chosen_units_and_enterprises(qapp: Any) -> None:
    scope, told = Scope(), []
    scope.changed.connect(lambda: told.append(scope.codes))
    assert scope.holds(filing("101003"))
    scope.choose(["101003", "91410100000000001A"], "两个")
    scope.choose(["91410100000000001A", "101003"], "两个")
    assert len(told) == 1, "the same again is no news"
    assert scope.holds(filing("101003"))
    assert not scope.holds(filing("101004"))
    assert scope.holds(account("甲公司", "91410100000000001A", "999"))
    scope.lift()
    assert scope.holds(filing("101004"))
    assert len(told) == 2
