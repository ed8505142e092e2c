"""The collector is paused for heavy work only, and what was frozen can be let go again."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common.gc_pause import freeze_loaded, gc_paused, unfreeze_and_collect

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ring:
    """Something that only the collector can throw away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()
    gc.unfreeze()


def test_the_collector_is_off_in_the_block_and_as_before_after_it() -> None:
    with gc_paused():
        assert not gc.isenabled()
        with gc_paused():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the inner block found it off"
    assert gc.isenabled()
    gc.disable()
    with gc_paused():
        pass
    assert not gc.isenabled(), "whoever switched it off switches it on"


def test_a_block_that_fails_leaves_the_collector_on() -> None:
    with pytest.raises(ValueError, match="x"), gc_paused(stays=True):
        raise ValueError("x")
    assert gc.isenabled()


def test_what_stays_is_not_looked_at_until_it_is_released() -> None:
    gc.unfreeze()
    with gc_paused():
        made = weakref.ref(Ring())
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert made() is None
    with gc_paused(stays=True):
        made = weakref.ref(Ring())
    assert gc.get_freeze_count() > 0
    gc.collect()
    assert made() is not None, "the collector was told never to look at it"
    unfreeze_and_collect()
    assert made() is None
    assert gc.get_freeze_count() == 0
    freeze_loaded()
    assert gc.get_freeze_count() > 0
