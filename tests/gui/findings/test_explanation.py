"""Why a finding is one: what stands in a book is shown as text and never as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.helpers import put, shows, table
from zhengzhou_desk.gui.main_window import MainWindow


def test_data_is_never_rich_text(window: MainWindow) -> None:
    put(table(window, "units"), 1, "name", "<b>粗</b><img src=/etc/passwd>")
    panel = window.panel
    assert panel is not None
    panel.choose(panel.model.findings[0])
    for label in (panel.why.title, panel.why.message, panel.why.numbers, window.bar.label):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert shows(table(window, "filings"), 1, "=unit_name") == "<b>粗</b><img src=/etc/passwd>"
