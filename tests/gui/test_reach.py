"""Everything can be reached with the keyboard and is called by a name, in every dialog of the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QLineEdit, QTableView, QWidget

from tests.books import clock
from zhengzhou_desk.common.messages import message
from zhengzhou_desk.gui.actions.catalogue import shortcuts_page
from zhengzhou_desk.gui.dialogs.about import AboutDialog
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.dialogs.before_submission import BeforeSubmissionDialog
from zhengzhou_desk.gui.dialogs.copies import CopiesDialog
from zhengzhou_desk.gui.dialogs.district_codes import DistrictCodesDialog
from zhengzhou_desk.gui.dialogs.export import OneOf
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.manual import HelpWindow
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.dialogs.package import PackageDialog
from zhengzhou_desk.gui.dialogs.policy_packs import PolicyPacksDialog
from zhengzhou_desk.gui.dialogs.rescued import RescuedDialog
from zhengzhou_desk.gui.dialogs.restore import RestoreDialog
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog
from zhengzhou_desk.gui.dialogs.signing_key import SigningKeyDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.services import before_submission
from zhengzhou_desk.services.copies import Comparison
from zhengzhou_desk.services.rescue import Rescued
from zhengzhou_desk.services.steps import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


_MADE: dict[str, Callable[[MainWindow], QWidget]] = {
    "backup": BackupDialog,
    "restore": lambda window: RestoreDialog(window, window.desk.path, window.settings),
    "journal": JournalWindow,
    "copies": lambda window: CopiesDialog(window, _compared(window)),
    "rescued": lambda window: RescuedDialog(
        window, window.desk.path, Rescued(window.desk.path, True, (message("题"),)), "zh"
    ),
    "law": LawWindow,
    "policy packs": PolicyPacksDialog,
    "settings": SettingsDialog,
    "about": AboutDialog,
    "help": lambda window: HelpWindow(window, "zh"),
    "shortcuts": shortcuts_page,
    "package": lambda window: PackageDialog(window, has_key=False),
    "before submission": lambda window: BeforeSubmissionDialog(window, before_submission.check(window.desk), "继续"),
    "signing key": SigningKeyDialog,
    "district codes": DistrictCodesDialog,
    "export": lambda window: OneOf(window, "题", "说明", ("甲", "乙")),
    "new book": lambda window: NewBook(window, clock().date()),
}


def _compared(window: MainWindow) -> Comparison:
    """The open book beside one that has none of its steps but the first."""
    steps = tuple(steps_of(reversed(window.desk.journal())))
    return Comparison(window.desk.path, 1, steps[1:], steps[1:])


# Parts of Qt's own that are reached through the widget they belong to.
_QTS = ("qt_spinbox_lineedit", "qt_tabwidget_tabbar")


def reachable(root: QWidget) -> list[QWidget]:
    """What the Tab key is to reach."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.objectName() not in _QTS
        and widget.focusProxy() is None
        and isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QTableView)
    ]


@pytest.mark.parametrize("name", _MADE)
def test_tab_reaches_every_control(window: MainWindow, qtbot: QtBot, name: str) -> None:
    dialog = _MADE[name](window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    wanted = set(reachable(dialog))
    assert wanted
    seen: set[QWidget] = set()
    for _ in range(len(wanted) * 2 + 8):
        present = QApplication.focusWidget()
        QTest.keyClick(present if present is not None else dialog, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add(focus)
    # Of exclusive buttons the arrow keys reach the rest.
    missing = [
        widget
        for widget in wanted - seen
        if not (isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked())
    ]
    missing = [
        widget
        for widget in missing
        if not (isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked())
    ]
    assert not missing, missing


@pytest.mark.parametrize("name", _MADE)
def test_every_control_is_called_by_a_name(window: MainWindow, qtbot: QtBot, name: str) -> None:
    dialog = _MADE[name](window)
    qtbot.addWidget(dialog)
    dialog.show()
    for widget in reachable(dialog):
        found = QAccessible.queryAccessibleInterface(widget)
        assert found is not None
        assert found.text(QAccessible.Text.Name), widget
    for label in dialog.findChildren(QLabel):
        # Nothing that stands in a book can be read as markup; our own words have none.
        assert label.textFormat() == Qt.TextFormat.PlainText or "<" not in label.text()


def test_the_window_s_own_controls_are_called_by_a_name(window: MainWindow) -> None:
    for page in (None, "welcome"):
        if page == "welcome":
            window.welcome()
        for widget in (*window.findChildren(QAbstractButton), *window.findChildren(QComboBox)):
            if not widget.isVisible() or widget.metaObject().className() in ("QTableCornerButton", "CloseButton"):
                continue
            found = QAccessible.queryAccessibleInterface(widget)
            assert found is not None
            assert found.text(QAccessible.Text.Name) or widget.toolTip() or widget.objectName().startswith("qt_"), (
                widget
            )


def test_every_control_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    dialogs: list[QDialog] = [NoticesDialog(window), JournalWindow(window), NewBook(window, clock().date())]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    for root in (window, *dialogs):
        for widget in root.findChildren(QWidget):
            if isinstance(widget, QAbstractButton) and widget.objectName() not in (
                "ScrollLeftButton",
                "ScrollRightButton",
                "qt_toolbar_ext_button",
                "qt_dockwidget_closebutton",
                "qt_dockwidget_floatbutton",
            ):
                if widget.metaObject().className() in (
                    "QTableCornerButton",
                    "CloseButton",
                    "QCalendarToolButton",
                ) or not widget.isVisibleTo(root):
                    continue
                assert widget.text() or widget.accessibleName() or widget.toolTip(), widget
            if isinstance(widget, QComboBox) and widget.window() is window:
                assert widget.accessibleName(), widget


def test_dialogs_fit_a_small_screen_and_close_on_escape(window: MainWindow, qtbot: QtBot) -> None:
    made = (
        BackupDialog(window), RestoreDialog(window, window.desk.path, window.settings), JournalWindow(window), LawWindow(window),
        SettingsDialog(window), HelpWindow(window, "zh"), shortcuts_page(window), OneOf(window, "题", "说明", ("甲", "乙")),
        _MADE["copies"](window), _MADE["rescued"](window),
    )  # fmt: skip
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.height() <= 700, dialog
        assert dialog.width() <= 1100, dialog
        assert dialog.windowTitle()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
