"""Tables with changes laid over them answer as tables that were changed, and leave those below as they were."""

from __future__ import annotations

from random import Random

import pytest

from tests.policy.test_screens import _altered, random_book, tables_of
from zhengzhou_desk.records import CLASSES, Filing, Purchase, Unit
from zhengzhou_desk.records.overlay import Overlay

INDEXES = (
    (Unit, ("code",)),
    (Unit, ("department",)),
    (Filing, ("unit", "year")),
    (Purchase, ("buyer", "year_ordered")),
)


@pytest.mark.parametrize("seed", range(60))
def test_it_answers_as_changed_tables_do(seed: int) -> None:
    book, rng = random_book(seed), Random(seed)
    below, changed = tables_of(book), tables_of(book)
    drawn = [change for _ in range(10) if (change := _altered(rng, below)) is not None]
    changes = list({(type(change.row), change.row.id): change for change in drawn}.values())
    sizes = {cls: len(below.all(cls)) for cls in CLASSES}
    overlay = Overlay(below, changes)
    changed.apply(changes)
    for cls in CLASSES:
        assert {row.id: row for row in overlay.all(cls)} == {row.id: row for row in changed.all(cls)}
        assert all(overlay.get(cls, row.id) == row for row in changed.all(cls))
    assert all(overlay.get(type(change.row), change.row.id) is change.after for change in changes)
    for cls, columns in INDEXES:
        laid, made = overlay.index(cls, columns).rows, changed.index(cls, columns).rows
        assert set(laid) == set(made)
        for values in made:
            assert values in laid and {row.id for row in laid[values]} == {row.id for row in made[values]}
        assert ("nobody",) not in laid and laid.get(("nobody",), ()) == ()
    assert {cls: len(below.all(cls)) for cls in CLASSES} == sizes
