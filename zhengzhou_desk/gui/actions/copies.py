"""Comparing the open book with another copy of it that was edited elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.store.journal import JournalLine


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("copies", text)


def choose(window: WindowApi) -> None:
    """Asks for the other copy and compares."""
    path = ask.open_file(window.widget, tr("选择同一本账册的另一份"), ask.BOOKS)
    if path is not None:
        compare(window, path)


def compare(window: WindowApi, other: Path) -> None:
    """Reads the other copy's journal in the background, then shows what each has that the other lacks."""
    from zhengzhou_desk.gui.dialogs.copies import CopiesDialog
    from zhengzhou_desk.services import copies

    desk = window.desk

    def show(lines: list[JournalLine]) -> None:
        compared = window.attempt(lambda: copies.compare(desk, other, lines))
        if compared is None:
            return
        if not compared.there:
            window.tell(tr("{name} 里没有这里缺的步骤").format(name=other.name))
            return
        seen = window.settings.texts(copies.SEEN)
        window.settings.put(copies.SEEN, [compared.there[-1].line.hash, *seen][: copies.MOST_SEEN])
        CopiesDialog(window, compared).open()

    window.work(tr("正在比对 {name}").format(name=other.name), lambda *_: copies.lines_of(desk, other), show)
