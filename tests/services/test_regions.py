"""Regions: a book is kept only where the law is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import new_desk
from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("region", ["999999", "410199", "金水区", ""])
def test_a_region_without_a_pack_is_refused(tmp_path: Path, region: str) -> None:
    with pytest.raises(Refused, match="没有行政区划"):
        new_desk(tmp_path, region=region)
    assert not list(tmp_path.iterdir())
