"""The command line run as outsiders run it, and what its tests import."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent.parent.parent
UNITS = [["单位编码", "单位名称", "食堂情况"], ["101003", "第一小学", "自有"], ["101004", "第二小学", "自有"]]
FILINGS: list[list[Any]] = [
    ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "首次填报日期", "状态", "确认日期"],
    [2023, "101003", 800000, 50000, "2023-03-10", "已确认", "2023-03-22"],
    [2024, "101003", 800000, 60000, "2024-03-10", "已确认", "2024-03-22"],
    [2023, "101004", 800000, 80000, "2023-03-10", "已确认", "2023-03-22"],
    [2024, "101004", 800000, 80000, "2024-03-10", "已确认", "2024-03-22"],
]


def desk(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "zhengzhou_desk", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, check=False, env={**kept, "PYTHONPATH": str(HOME), "HOME": str(folder), **environment},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def alter(book: Path, statement: str) -> None:
    with closing(sqlite3.connect(book)) as connection:
        connection.execute(statement)
        connection.commit()
