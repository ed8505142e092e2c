"""A book of two units, into which tests import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.books import two_schools


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with two_schools(tmp_path) as made:
        yield made
