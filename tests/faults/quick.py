"""The quick tier inside the test command: a family is tried, and its control fails as it must."""

from __future__ import annotations

import pytest

from tests.faults import FAMILIES
from tests.faults.__main__ import tried
from tests.faults.family import Skipped


def holds(name: str) -> None:
    """Fails where the family found something, or where its control found nothing."""
    try:
        outcome = tried(FAMILIES[name])
    except Skipped as lack:
        pytest.skip(str(lack))
    print(f"{name}: {outcome.tried} tried, {len(outcome.failures)} failed")
    assert outcome.failures == []
    assert outcome.control_failed, f"the control of {name} found nothing in {outcome.control_tried} tries"
