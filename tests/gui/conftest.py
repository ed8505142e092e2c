"""The window in tests: a real desk on a temporary book, and nobody to answer questions unless a test does."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.books import clock, county
from tests.gui.helpers import settle
from zhengzhou_desk import app as program
from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing
from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR
from zhengzhou_desk.services import editing, imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    for name in (
        "yes",
        "text",
        "password",
        "new_password",
        "number",
        "choice",
        "open_file",
        "open_files",
        "save_file",
        "folder",
        "tell",
    ):
        monkeypatch.setattr(ask, name, unexpected)


@pytest.fixture(autouse=True)
def nothing_outlives_its_test() -> Iterator[None]:
    """What a test has left going on other threads, or another language, would be found by the next one."""
    yield
    settle()
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChildren(translator.Translator):
        translator.install(app, CHINESE)


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


@pytest.fixture(scope="module")
def sample_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county as a book."""
    path = tmp_path_factory.mktemp("county") / "示例县.zzd"
    with Desk.new(path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR, clock=clock, who="王") as desk:
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
    return path


@pytest.fixture
def busy(qapp: Any, qtbot: QtBot, sample_county: Path, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_book(sample_county)
    window.desk.set_today(SAMPLE_DAY)
    QTest.qWait(300)
    yield window
    window.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return county(tmp_path)


@pytest.fixture
def another(qapp: Any, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A second window, on a computer that has not opened anything."""
    made = MainWindow(Start(Settings(tmp_path / "other.json"), "zh", clock, "李"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def issued(window: MainWindow) -> MainWindow:
    """The county, whose failing unit has been sent a notice, and where a second unit fails now."""
    register.issue(window.desk, drafting.drafts(window.desk))
    editing.edit(window.desk, window.desk.rows(Filing)[2], "reserve", "70000")
    return window
