"""The one sentence when a book has been opened: the graver one, and with a way to do something about it."""

from __future__ import annotations

import datetime
import json
import socket
from typing import TYPE_CHECKING

from tests.gui.helpers import another_book
from zhengzhou_desk.gui import greeting
from zhengzhou_desk.gui.system.auto_backup import FAILED

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.gui.main_window import MainWindow


def test_what_is_overdue_is_said_with_the_way_to_it(window: MainWindow) -> None:
    window.desk.set_today(datetime.date(2024, 12, 31))
    window.show_tab("units")
    greeting.greet(window)
    assert window.bar.label.text().startswith("已过期：")
    window.bar.button.click()
    assert window.page.name == "overview"
    window.bar.hide()
    greeting.greet(window)
    assert not window.bar.isVisible(), "there it stands first"


def test_a_copy_that_failed_goes_before_what_is_overdue_and_is_said_once(window: MainWindow) -> None:
    window.desk.set_today(datetime.date(2024, 12, 31))
    window.settings.put(FAILED, "磁盘已满")
    greeting.greet(window)
    assert "磁盘已满" in window.bar.label.text()
    window.show_tab("units")
    greeting.greet(window)
    assert "磁盘已满" not in window.bar.label.text()


def test_where_nothing_is_late_nothing_is_said(window: MainWindow) -> None:
    window.desk.choose_year(2025)
    window.desk.set_today(datetime.date(2025, 1, 5))
    window.bar.hide()
    greeting.greet(window)
    assert greeting.overdue(window.desk, "zh") == ""
    assert not window.bar.isVisible()


def test_after_a_crash_the_last_kept_step_is_said_before_all_else(window: MainWindow, tmp_path: Path) -> None:
    book = another_book(tmp_path)
    left = {"who": "王", "host": socket.gethostname(), "since": "2024-03-31 17:00"}
    book.with_name(book.name + ".lock").write_text(json.dumps(left), encoding="utf-8")
    window.settings.put(FAILED, "磁盘已满")
    window.open_book(book)
    said = "上次没有正常关闭。最后保存的一步：2024-04-01 09:30 王 导入 test"
    assert window.bar.label.text() == said
    greeting.gone_on(window, [tmp_path / "金水 (1).zzd"])
    assert window.bar.label.text().splitlines()[0] == said, "what is found beside the book does not push it away"
    assert "金水 (1).zzd" in window.bar.label.text()
    window.open_book(book)
    assert "磁盘已满" in window.bar.label.text(), "what else there was to say is said the next time"
