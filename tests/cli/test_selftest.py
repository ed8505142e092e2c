"""The selftest that every package is put through when it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.helpers import desk
from zhengzhou_desk.cli import run

if TYPE_CHECKING:
    from pathlib import Path


def test_every_part_is_tried_and_nothing_is_left_behind(tmp_path: Path) -> None:
    done = desk("--selftest", folder=tmp_path, TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert [line.partition("：")[0] for line in said] == ["工作簿", "工作簿", "通知书", "窗口"]
    assert "3 幅图表" in said[-1]
    assert not list(tmp_path.glob("tmp*"))


def test_charts_that_are_not_drawn_fail_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("zhengzhou_desk.app.glance", lambda *_: [True, False, True])
    assert run.run(["--selftest"]) == run.REFUSED
    assert "图表没有画出来" in capsys.readouterr().err


def test_a_window_that_shows_no_chinese_fails_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("zhengzhou_desk.gui.system.shown_with.drawn_by", lambda *_: "")
    assert run.run(["--selftest"]) == run.REFUSED
    assert "没有字体能显示汉字" in capsys.readouterr().err
