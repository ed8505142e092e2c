"""The crash log: written down, never without end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.books import clock
from zhengzhou_desk.gui.system import crash


def test_a_full_log_gives_way_to_a_new_one_and_only_the_last_is_kept(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "_MOST_BYTES", 200)
    log = tmp_path / "log" / "crash.log"
    hook = crash.CrashHook(log, clock)
    try:
        for number in range(30):
            hook._write(f"第 {number} 次出错" + "。" * 20)
    finally:
        hook.let_go()
    written = sorted(path.name for path in log.parent.iterdir())
    assert written == ["crash.log", "crash.old"]
    assert sum(path.stat().st_size for path in log.parent.iterdir()) < 1_000
    assert "第 29 次出错" in log.read_text(encoding="utf-8")
