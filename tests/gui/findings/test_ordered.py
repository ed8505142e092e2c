"""Exchanging findings gives the same list, groups and counts as reading them all anew."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.findings import model as findings_model
from zhengzhou_desk.gui.findings.model import BY_DEPARTMENT, BY_LEVEL, BY_RULE, BY_UNIT, FindingsModel
from zhengzhou_desk.gui.findings.ordered import Ordered
from zhengzhou_desk.gui.units import outline
from zhengzhou_desk.records import Account, Filing, Purchase, Spending, Unit
from zhengzhou_desk.services import dismissals, editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.services.desk import Desk

COLUMNS = (
    (Filing, "total"),
    (Filing, "reserve"),
    (Filing, "unit"),
    (Purchase, "amount"),
    (Spending, "welfare"),
    (Unit, "name"),
)


def step(desk: Desk, rng: Random) -> None:
    """One thing that a clerk does: a cell, a row away, a dismissal, a step back or forward."""
    kind = rng.randrange(10)
    try:
        if kind < 5:
            cls, column = rng.choice(COLUMNS)
            value = {"name": f"甲{rng.randrange(99)}", "unit": rng.choice(desk.rows(Unit)).code}.get(
                column, rng.choice((None, "1", "120000", "9999"))
            )
            editing.edit(desk, rng.choice(desk.rows(cls)), column, value)
        elif kind == 5:
            editing.remove(desk, (rng.choice(desk.rows(rng.choice((Filing, Purchase, Account)))),))
        elif kind < 8:
            found = [one for one in desk.findings() if one.severity in dismissals.DISMISSIBLE]
            one = rng.choice(found)
            if dismissals.dismissal_of(desk, one) is None:
                dismissals.dismiss(desk, one, "已核实")
            else:
                dismissals.reopen(desk, one)
        else:
            desk.undo() if kind == 8 else desk.redo()
    except Refused:
        pass


def shown(model: FindingsModel) -> object:
    groups = [(group.key, tuple(group.findings)) for group in model.groups]
    return (
        model.findings,
        groups,
        {k: n for k, n in model.counts.items() if n},
        {k: n for k, n in model.all_counts.items() if n},
    )


def places(model: FindingsModel) -> bool:
    """Whether each finding that is shown is found where it stands."""
    rows = [model.finding(place) for place in range(model.rowCount())]
    return all(one is None or rows[model.place_of(one) or 0] is one for one in rows)


@pytest.mark.parametrize("order", [BY_LEVEL, BY_DEPARTMENT, BY_RULE, BY_UNIT])
@pytest.mark.parametrize("most", [0, 500], ids=["read", "exchanged"])
def test_after_any_steps_the_panel_and_the_tree_are_as_if_read_anew(
    busy: MainWindow, monkeypatch: pytest.MonkeyPatch, order: int, most: int
) -> None:
    assert busy.panel is not None and busy.sides.tree is not None
    monkeypatch.setattr(findings_model, "_MOST_EXCHANGED", most)
    rng, desk, panel, tree = Random(order + most), busy.desk, busy.panel, busy.sides.tree
    panel.order.setCurrentIndex(order)
    panel._dismissed.setChecked(bool(order % 2))
    tree.read()
    for number in range(60):
        if number == 30:
            busy.scope.choose_department(desk, rng.choice(desk.rows(Unit)).department_or_self)
        step(desk, rng)
        tree._renew()
        anew = FindingsModel(busy)
        anew.order, anew.levels, anew.shows_dismissed = order, panel.model.levels, panel.model.shows_dismissed
        anew.begin()
        anew.read()
        assert shown(panel.model) == shown(anew), number
        assert places(panel.model), number
        counts = outline.Counts(desk).by_code
        whole = tree.model.shown[0]
        assert (whole.errors, whole.warnings) == tuple(map(sum, zip(*counts.values(), strict=True))), number
        for top in tree.model.shown[1:]:
            assert [(node.errors, node.warnings) for node in top.children] == [
                counts.get(node.code, (0, 0)) for node in top.children
            ], number
            assert top.errors == sum(node.errors for node in top.children)


def test_what_was_found_of_a_filing_that_is_not_there_is_new_only_once(window: MainWindow) -> None:
    """It points at no row; it was told apart as new after each later step of its unit."""
    assert window.panel is not None
    desk, model = window.desk, window.panel.model
    filing = next(row for row in desk.rows(Filing) if row.year == desk.year)
    editing.remove(desk, (filing,))
    missing = next(one for one in desk.findings() if one.rule == "not_filed" and one.unit == filing.unit)
    assert missing.id == 0 and model.is_fresh(missing)
    unit = desk.unit(filing.unit)
    assert unit is not None
    editing.edit(desk, unit, "name", "改了名的小学")
    assert not model.is_fresh(
        next(one for one in desk.findings() if one.rule == "not_filed" and one.unit == filing.unit)
    )


def test_the_very_finding_is_taken_out_and_not_one_that_sorts_alike(busy: MainWindow) -> None:
    found = busy.desk.findings()
    twice = Ordered((*found, *found))
    assert len(twice.rows) == 2 * len(found)
    for one in found:
        assert twice.take_out(one)
    assert len(twice.rows) == len(found)
    assert not Ordered(()).take_out(found[0])
