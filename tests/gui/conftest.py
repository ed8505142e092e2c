"""The window in tests: a real desk on a temporary book, and nobody to answer questions unless a test does."""

from __future__ import annotations

import datetime
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock, filing, new_desk, order, unit
from zhengzhou_desk import app as program
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Account, Spending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def qapp() -> Any:
    made = program.application([])
    theme.apply_theme(made, theme.LIGHT)
    return made


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that a test does not expect fails it."""

    def unexpected(*given: object, **more: object) -> None:
        raise AssertionError(f"an unexpected question: {given[1:]}")

    for name in ("yes", "text", "number", "choice", "open_file", "open_files", "save_file", "folder", "tell"):
        monkeypatch.setattr(ask, name, unexpected)


def settle() -> None:
    """Waits until no book is being copied unasked: such a copy is made at every opening and closing, and nobody waits for it."""
    for thread in threading.enumerate():
        if thread.name == "backup":
            thread.join()


@pytest.fixture(autouse=True)
def nothing_outlives_its_test() -> Iterator[None]:
    """What a test has left going on other threads would be found by the next one."""
    yield
    settle()


def calls(job: Callable[[], object]) -> int:
    """How many functions of Python and C `job` calls on this thread."""
    count = 0

    def note(window: FrameType, event: str, given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        job()
    finally:
        sys.setprofile(None)
    return count


def county(folder: Path) -> Path:
    """Three units, one of which fails; some of everything else."""
    with new_desk(
        folder,
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101003", "金水第一小学", department="101"), filing("101003", 800_000, 60_000), filing("101003", 800_000, 50_000, 2023),
        unit("101004", "第二小学", department="101"), filing("101004", 800_000, 80_000), filing("101004", 800_000, 80_000, 2023),
        Spending(year=2024, unit="101003", members=10, welfare=10_000_000, purchased=100),
        Account(name="城投公司", uscc="91410105MA00000319", unit="101003", state="missing"),
        order("A1", "101003", 5_000), order("A2", "999", 100),
        name="金水.zzd",
    ) as desk:  # fmt: skip
        return desk.path


@pytest.fixture
def window(qapp: Any, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.open_book(county(tmp_path))
    made.desk.set_today(datetime.date(2024, 4, 1))
    made.bar.hide()
    yield made
    made.close()
