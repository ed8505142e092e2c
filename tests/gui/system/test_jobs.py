"""Long work: on another thread, with progress, a way out, errors that surface, and a window that waits for it."""

from __future__ import annotations

import datetime
import threading
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QProgressDialog

from tests.books import clock, order
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.gui.actions import backups, edit
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Change, Entry, Filing, Purchase
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.table.tab import RecordTab


def dialog(window: MainWindow) -> QProgressDialog:
    found = window.findChild(QProgressDialog)
    assert isinstance(found, QProgressDialog)
    return found


def test_work_is_done_elsewhere_and_its_answer_comes_here(window: MainWindow, qtbot: QtBot) -> None:
    threads: list[object] = []
    answers: list[int] = []

    def job(progress: Any, cancelled: Any) -> int:
        threads.append(threading.current_thread())
        for step in range(3):
            progress(step, 3)
        return 42

    window.work("正在做", job, answers.append)
    qtbot.waitUntil(lambda: answers == [42])
    assert threads != [threading.main_thread()]
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)


def test_a_refusal_is_said_and_a_defect_surfaces(window: MainWindow, qtbot: QtBot) -> None:
    def refuse(progress: Any, cancelled: Any) -> None:
        raise Refused("磁盘已满")

    window.work("正在做", refuse, lambda answer: pytest.fail("not done"))
    qtbot.waitUntil(lambda: window.bar.label.text() == "磁盘已满")

    def break_down(progress: Any, cancelled: Any) -> None:
        raise ValueError("坏了")

    with qtbot.captureExceptions() as caught:
        window.work("正在做", break_down, lambda answer: pytest.fail("not done"))
        qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0][1]) == "坏了"


def test_work_that_is_called_off_is_not_finished(window: MainWindow, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def job(progress: Any, cancelled: Any) -> None:
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()

    window.work("正在做", job, lambda answer: pytest.fail("not done"))
    dialog(window).canceled.emit()
    qtbot.waitUntil(stopped.is_set)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)


def test_the_window_stays_while_something_is_under_way(window: MainWindow, qtbot: QtBot) -> None:
    go_on = threading.Event()
    window.work("正在做", lambda progress, cancelled: go_on.wait(10), lambda answer: None)
    assert not window.close()
    assert window.has_book
    assert "没有做完" in window.bar.label.text()
    go_on.set()
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)
    assert window.close()


def test_an_answer_about_another_book_is_not_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    go_on, done = threading.Event(), threading.Event()

    def job(progress: Any, cancelled: Any) -> None:
        go_on.wait(10)
        done.set()

    window.work("正在做", job, lambda answer: pytest.fail("the book has been closed"))
    window.welcome()
    go_on.set()
    qtbot.waitUntil(done.is_set)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)


def test_what_reads_the_book_finds_one_moment_of_it(window: MainWindow, qtbot: QtBot) -> None:
    """Edits, undo, another year and a large step are tried in the middle of a job that reads: none gets in, each is told."""
    begun, go_on = threading.Event(), threading.Event()
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
    seen: list[tuple[object, ...]] = []

    def job(progress: Any, cancelled: Any) -> None:
        seen.append((desk.store.head, desk.year, desk.today, *desk.findings()))
        begun.set()
        go_on.wait(10)
        seen.append((desk.store.head, desk.year, desk.today, *desk.findings()))

    ends: list[None] = []
    window.work("正在导出", job, ends.append)
    assert begun.wait(10)
    window.show_tab("filings")
    records = cast("RecordTab", window.page).table.records
    day = desk.today
    large = tuple(Change(None, order(f"N{number}", "101003", 10)) for number in range(2_500))
    tries: tuple[Callable[[], object], ...] = (
        lambda: records.setData(records.index(1, records.column_of("reserve")), "62000"),
        lambda: edit.undo(window),
        lambda: window._choose_year(1),
        lambda: window.change(
            "正在导入",
            len(large),
            lambda: desk.apply(Entry("import", large, ("大表",))),
            lambda _: pytest.fail("not done"),
        ),
    )
    for attempt in tries:
        window.bar.label.clear()
        attempt()
        qtbot.waitUntil(lambda: "后台正在读取账册" in window.bar.label.text())
    with pytest.raises(Refused, match="后台正在读取账册"):
        desk.set_today(day + datetime.timedelta(days=1))
    window._midnight._day = day - datetime.timedelta(days=1)
    window._midnight.look()
    assert desk.today == day, "midnight waits for the job"
    assert window.years.currentData() == desk.year
    go_on.set()
    qtbot.waitUntil(lambda: bool(ends))
    assert seen[0] == seen[1]
    assert records.setData(records.index(1, records.column_of("reserve")), "62000"), "afterwards everything goes on"


@pytest.mark.parametrize("ending", ["refused", "broken", "called off"])
def test_a_job_that_ends_badly_gives_the_book_back(window: MainWindow, qtbot: QtBot, ending: str) -> None:
    def job(progress: Any, cancelled: Any) -> None:
        if ending == "refused":
            raise Refused("磁盘已满")
        if ending == "broken":
            raise ValueError("坏了")
        while not cancelled():
            pass

    with qtbot.captureExceptions() as caught:
        window.work("正在导出", job, lambda answer: pytest.fail("not done"))
        assert window.desk.is_being_read
        if ending == "called off":
            dialog(window).canceled.emit()
        qtbot.waitUntil(lambda: not window.desk.is_being_read)
    assert bool(caught) == (ending == "broken")


def test_nothing_reads_while_a_large_step_is_written(window: MainWindow, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    ends: list[int] = []

    def step() -> int:
        begun.set()
        go_on.wait(10)
        return 1

    window.change("正在导入", 9_999, step, ends.append)
    assert begun.wait(10)
    window.work("正在导出", lambda progress, cancelled: pytest.fail("it reads"), lambda answer: pytest.fail("it reads"))
    assert "正在写入账册" in window.bar.label.text()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ends))


def test_reading_a_file_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("年度,单位编码,预留份额\n" * 200_000, encoding="utf-8")
    with pytest.raises(Refused, match="已取消"):
        read_workbook(path, cancelled=lambda: True)


def test_a_failed_restore_leaves_a_page(qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    bad = tmp_path / "坏.zzd"
    bad.write_text("不是备份", encoding="utf-8")
    backups.put_back(window, tmp_path / "账册.zzd", bad)
    assert window.start_pages.page is not None
    qtbot.waitUntil(
        lambda: (
            isinstance(window.start_pages.page, OpenFailedPage)
            and "不是郑采台账的账册" in window.start_pages.page.why.text()
        ),
        timeout=10_000,
    )
    window.close()


def test_a_large_step_has_the_book_to_itself_and_is_told_once(window: MainWindow, qtbot: QtBot) -> None:
    """Thousands of rows: written on another thread, nobody told before the end, and undone the same way."""
    heard: list[tuple[object, int]] = []
    threads: list[object] = []
    window.desk.subscribe(lambda news: heard.append((threading.current_thread(), len(news.changes))))
    rows = tuple(Change(None, order(f"N{number}", "101003", 10)) for number in range(2_500))

    def job() -> Entry:
        threads.append(threading.current_thread())
        return window.desk.apply(Entry("import", rows, ("大表",)))

    ends: list[Entry] = []
    window.change("正在导入", len(rows), job, ends.append)
    waiting = dialog(window)
    assert waiting.isVisible() and window.desk.is_paused
    waiting.reject()
    waiting.close()
    assert waiting.isVisible(), "it cannot be put away while the book is being written"
    qtbot.waitUntil(lambda: bool(ends), timeout=20_000)
    assert threads != [threading.main_thread()]
    assert heard == [(threading.main_thread(), 2_500)]
    assert not window.desk.is_paused and window.updatesEnabled()
    assert len(window.desk.rows(Purchase)) == 2_502
    edit.undo(window)
    qtbot.waitUntil(lambda: len(window.desk.rows(Purchase)) == 2 and not window.desk.is_paused, timeout=20_000)


def test_a_large_step_that_is_refused_or_breaks_leaves_the_window_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("磁盘已满")

    window.change("正在导入", 9_999, refuse, lambda answer: pytest.fail("not done"))
    qtbot.waitUntil(lambda: window.bar.label.text() == "磁盘已满")
    assert window.updatesEnabled() and not window.desk.is_paused

    def break_down() -> None:
        raise ValueError("坏了")

    with qtbot.captureExceptions() as caught:
        window.change("正在导入", 9_999, break_down, lambda answer: pytest.fail("not done"))
        qtbot.waitUntil(lambda: bool(caught))
    assert window.updatesEnabled() and not window.desk.is_paused
    editing.edit(window.desk, window.desk.rows(Purchase)[0], "amount", "1")
