"""The welcome page: four ways in, and the books opened last."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.welcome import WelcomePage


def test_the_welcome_page_offers_four_ways_and_the_books_opened_last(window: MainWindow) -> None:
    path = window.desk.path
    window.welcome()
    page = window.start_pages.page
    assert isinstance(page, WelcomePage)
    buttons = {button.accessibleName(): button for button in page.findChildren(QPushButton)}
    assert {"新建账册…", "打开账册…", "看示例县", "从备份恢复…", "金水"} == set(buttons)
    assert "备份" in buttons["金水"].text()
    assert not window.tabs.isVisible()
    buttons["金水"].click()
    assert window.desk.path == path
