"""A book of two units, into which tests import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.books import new_desk, unit


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, unit("101003", "第一小学"), unit("101004", "金水区（东）小学")) as made:
        yield made
