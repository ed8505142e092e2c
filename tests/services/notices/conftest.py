"""Seven units that under-file in every way there is."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.books import filing, new_desk, unit
from tests.services.notices.helpers import LATE
from zhengzhou_desk.services.desk import Desk


def county(folder: Path) -> Desk:
    desk = new_desk(
        folder,
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101001", "恰好小学", department="101"), filing("101001", 800_000, 80_000), filing("101001", 800_000, 80_000, 2023),
        unit("101002", "低比例小学", department="101"), filing("101002", 800_000, 60_000), filing("101002", 800_000, 50_000, 2023),
        unit("101003", "都不够小学", department="101"), filing("101003", 800_000, 60_000), filing("101003", 900_000, 90_000, 2023),
        unit("101004", "没填小学", department="101"), filing("101004", 800_000, 80_000, 2023),
        unit("101005", "空总额小学", department="101"), filing("101005", None, 10), filing("101005", 100, 10, 2023),
        unit("101006", "撤销小学", department="101", closed=datetime.date(2024, 1, 1)),
    )  # fmt: skip
    desk.set_today(LATE)
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with county(tmp_path) as made:
        yield made
