"""The rows of the findings: the gravest first, counted without those set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.findings.model import BY_DEPARTMENT, BY_LEVEL, BY_RULE, BY_UNIT, FindingsModel
from zhengzhou_desk.gui.findings.ordered import level_of
from zhengzhou_desk.policy.parameters import ERROR, INFO, LEVELS, WARNING
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def model_of(window: MainWindow, order: int = BY_LEVEL) -> FindingsModel:
    model = FindingsModel(window)
    model.levels = frozenset(LEVELS)
    model.order = order
    model.read()
    return model


def test_the_gravest_come_first_whoever_they_are_about(window: MainWindow) -> None:
    found = model_of(window).findings
    levels = [level_of(one) for one in found]
    assert levels == sorted(levels)
    assert found[0].severity == ERROR
    assert len(set(levels)) > 1
    graves = [one.unit or "~" for one in found if one.severity == ERROR]
    assert len(graves) > 1
    assert graves == sorted(graves)


def test_under_rules_the_gravest_rule_comes_first(window: MainWindow) -> None:
    model = model_of(window, BY_RULE)
    levels = [level_of(group.findings[0]) for group in model.groups]
    keys = [group.key for group in model.groups]
    assert levels == sorted(levels)
    assert keys != sorted(keys), "the book of this test tells the two orders apart"


def test_the_counts_are_of_what_is_shown_set_aside_or_not(window: MainWindow) -> None:
    model = model_of(window)
    before = dict(model.counts)
    chosen = next(one for one in model.findings if one.severity in (WARNING, INFO))
    dismissals.dismiss(window.desk, chosen, "已核实")
    model.read()
    assert model.counts == before | {chosen.severity: before[chosen.severity] - 1}
    assert chosen not in model.findings
    model.shows_dismissed = True
    model.read()
    assert model.findings == [chosen]
    assert model.counts == dict.fromkeys(LEVELS, 0) | {chosen.severity: 1}


def test_under_departments_and_units_the_codes_rise_and_what_belongs_to_none_comes_last(window: MainWindow) -> None:
    keys = [group.key for group in model_of(window, BY_DEPARTMENT).groups]
    assert keys == ["101", ""], "an order of a unit that the book does not have belongs to no department"
    assert [group.key for group in model_of(window, BY_UNIT).groups] == ["101003", "101004", "999"]
