"""A window on a book for the benchmarks: as the program shows it, offscreen."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import books
from tests.benchmarks.pulse import Pulse
from zhengzhou_desk import app as program
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui import session
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system.jobs import Job
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.window_api import Start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run


@contextlib.contextmanager
def window(run: Run) -> Iterator[MainWindow]:
    """An empty window that has been painted."""
    app = program.application([])
    theme.apply_theme(app, theme.LIGHT)
    made = MainWindow(Start(Settings(run.folder / "settings.json"), "zh", books.clock, "基准"))
    made.resize(1600, 900)
    made.show()
    QApplication.processEvents()
    try:
        yield made
    finally:
        made.close()


def is_idle(made: MainWindow) -> bool:
    """Whether nothing is under way beside the window."""
    return made.has_book and made.findChild(Job) is None and not made.desk.is_paused and not made.desk.is_being_read


def settle(made: MainWindow) -> None:
    """Waits until the background has nothing to do, so that the figures are the window's own."""
    Pulse().during(lambda: None, lambda: is_idle(made))
    QTest.qWait(session._AT_REST_MS + 200)  # then names begin to be read aloud
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.name != "MainThread":
            thread.join(60)
    QApplication.processEvents()


def tab(made: MainWindow, name: str) -> RecordTab:
    """A table of records, shown."""
    made.show_tab(name)
    QApplication.processEvents()
    page = made.page
    assert isinstance(page, RecordTab)
    return page
