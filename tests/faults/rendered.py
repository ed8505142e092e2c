"""The window on a book of injected texts: prints each that Qt would render as markup. Run as a program on a book."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Texts
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTabWidget, QTextBrowser

from tests.books import clock
from tests.faults.injection import CORPUS, MARK
from zhengzhou_desk import app as program
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.findings.panel import FindingsPanel
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def in_widgets() -> set[str]:
    """What is rendered in any widget that there is."""
    QApplication.processEvents()
    return {found for widget in QApplication.allWidgets() for found in _in_widget(widget)}


def _in_widget(widget: QWidget) -> set[str]:
    found = {
        f"a tooltip of {type(widget).__name__}: {text[:80]!r}"
        for text in (widget.toolTip(), widget.whatsThis())
        if _is_rich(text)
    }
    if isinstance(widget, QLabel) and MARK in widget.text():
        kind = widget.textFormat()
        if kind == Qt.TextFormat.RichText or (kind == Qt.TextFormat.AutoText and Texts.mightBeRichText(widget.text())):
            found.add(f"a label: {widget.text()[:80]!r}")
    if isinstance(widget, QTextBrowser) and re.search(r"<img|<a [^>]*x\.invalid", widget.toHtml()):
        found.add(f"a browser: {widget.toHtml()[-200:]!r}")
    return found


def _is_rich(text: str) -> bool:
    return MARK in text and Texts.mightBeRichText(text)


def in_cells(page: RecordTab) -> set[str]:
    """What is rendered in the tooltips of a tab's cells."""
    found = set()
    for records in (table.records for table in page.tables):
        for row in range(records.rowCount()):
            for column in range(records.columnCount()):
                text = str(records.data(records.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")
                if _is_rich(text):
                    found.add(f"a cell's tooltip: {text[:80]!r}")
    return found


def in_explanations(window: MainWindow) -> set[str]:
    """What is rendered when each finding is explained in its turn."""
    panel = window.findChild(FindingsPanel)
    assert isinstance(panel, FindingsPanel)
    found = set()
    for row in range(panel.list.model().rowCount()):
        panel.list.setCurrentIndex(panel.list.model().index(row, 0))
        found |= in_widgets()
    return found


def visited(path: Path) -> set[str]:
    """All tabs, cells, pages of units and the notices on a book."""
    program.application([])
    window = MainWindow(Start(Settings(path.with_name("s.json")), "zh", clock, "王"))
    window.resize(1366, 768)
    window.show()
    window.open_book(path)
    window.desk.set_today(datetime.date(2024, 4, 1))
    found: set[str] = set()
    tabs = window.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        QTest.qWait(50)
        found |= in_widgets()
        page = tabs.widget(at)
        if isinstance(page, RecordTab):
            found |= in_cells(page)

    found |= in_explanations(window)

    def shown(dialog: QDialog) -> int:
        dialog.show()
        found.update(in_widgets())
        dialog.close()
        return 0

    with mock.patch.object(QDialog, "exec", shown):
        for number in range(0, len(CORPUS), 7):
            if window.desk.unit(f"9{number:05}") is not None:
                window.show_unit(f"9{number:05}")
        shown(NoticesDialog(window))
    window.close()
    return found


if __name__ == "__main__":
    for line in sorted(visited(Path(sys.argv[1]))):
        print(line)
