"""The window against a real desk: editing, judging, pasting, finding one's way, and every action's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QWidget

from tests.books import clock
from tests.gui.conftest import calls
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.actions import documents, file, filings
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.dialogs.unconfirmed import UnconfirmedDialog
from zhengzhou_desk.gui.findings.panel import FindingsPanel
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.pages.welcome import WelcomePage
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.table.tab import RecordTab, TablePage
from zhengzhou_desk.gui.widgets import clipboard
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Account, Filing, KeptBulletin, Notice, Unit, kinds
from zhengzhou_desk.services import editing, years

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def table(window: MainWindow, name: str) -> TablePage:
    window.show_tab(name)
    page = window.page
    assert isinstance(page, RecordTab)
    return page.table


def put(page: TablePage, row: int, column: str, text: str) -> bool:
    return page.records.setData(page.records.index(row, page.records.column_of(column)), text)


def shows(page: TablePage, row: int, column: str) -> str:
    return str(page.records.data(page.records.index(row, page.records.column_of(column))))


def choose(page: TablePage, top: int, left: str, bottom: int, right: str) -> None:
    records = page.records
    corner = records.index(top, records.column_of(left))
    end = records.index(bottom, records.column_of(right))
    page.grid.setCurrentIndex(corner)
    page.grid.selectionModel().select(QItemSelection(corner, end), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def rules(window: MainWindow) -> list[str]:
    assert isinstance(window.panel, FindingsPanel)
    return [one.rule for one in window.panel.model.findings]


# -- the model -----------------------------------------------------------------------------------


def test_every_table_passes_qt_s_own_examination(window: MainWindow, qtmodeltester: Any) -> None:
    for page in window.pages:
        if isinstance(page, RecordTab):
            for each in page.tables:
                qtmodeltester.check(each.records)


def test_an_edit_is_judged_at_once(window: MainWindow) -> None:
    page = table(window, "filings")
    assert "ratio" in rules(window)
    assert put(page, 1, "reserve", "8万元")
    assert shows(page, 1, "reserve") == "80,000.00"
    assert shows(page, 1, "=state") == "达标"
    assert "ratio" not in rules(window)
    window.desk.undo()
    assert shows(page, 1, "reserve") == "60,000.00"
    assert "ratio" in rules(window)


def test_a_refused_cell_keeps_its_value_says_why_and_stays_marked_until_left(window: MainWindow) -> None:
    page = table(window, "filings")
    page.grid.go_to(1, page.records.column_of("reserve"))
    head = window.desk.store.head
    assert not put(page, 1, "reserve", "三万")
    index = page.records.index(1, page.records.column_of("reserve"))
    assert window.desk.store.head == head
    assert shows(page, 1, "reserve") == "60,000.00"
    assert "不是金额" in page.records.data(index, Qt.ItemDataRole.ToolTipRole)
    assert window.bar.isVisible()
    assert "不是金额" in window.bar.label.text()
    page.grid.go_to(0, 0)
    assert "不是金额" not in str(page.records.data(index, Qt.ItemDataRole.ToolTipRole))


def test_cells_are_marked_where_findings_point(window: MainWindow) -> None:
    page = table(window, "filings")
    index = page.records.index(1, page.records.column_of("reserve"))
    assert page.records.data(index, Qt.ItemDataRole.DecorationRole) is not None
    assert "低于规定的10%" in page.records.data(index, Qt.ItemDataRole.ToolTipRole)


def test_the_blank_row_makes_a_record_once_it_may(window: MainWindow) -> None:
    page = table(window, "units")
    last = len(page.records.rows)
    assert put(page, last, "name", "第三小学")
    assert len(page.records.rows) == last
    assert put(page, last, "code", "101005")
    assert len(page.records.rows) == last + 1
    assert window.desk.unit("101005") == Unit(id=4, code="101005", name="第三小学")
    assert shows(page, last + 1, "name") == ""


def test_a_closed_year_is_read_only_and_looks_it(window: MainWindow) -> None:
    years.close_year(window.desk, 2024)
    page = table(window, "filings")
    assert not page.records.can_edit
    index = page.records.index(0, page.records.column_of("reserve"))
    assert not page.records.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert "已结账" in window.status.saved.text()


# -- the grid -------------------------------------------------------------------------------------


def test_blocks_go_out_and_come_in_as_spreadsheets_write_them(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "total", 2, "reserve")
    page.grid.copy()
    assert QGuiApplication.clipboard().text() == "800000.00\t60000.00\r\n800000.00\t80000.00\r\n"
    QGuiApplication.clipboard().setText("900000\t9万元\r\n700,000\t70000\r\n")
    page.grid.paste()
    assert [(row.total, row.reserve) for row in window.desk.rows(Filing)[1:]] == [
        (90_000_000, 9_000_000),
        (70_000_000, 7_000_000),
    ]
    window.desk.undo()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def test_a_paste_with_bad_cells_takes_the_good_after_asking(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    asked = []
    monkeypatch.setattr(
        ask, "yes", lambda parent, question, details="", **more: asked.append((question, details)) or True
    )
    choose(page, 1, "reserve", 1, "reserve")
    QGuiApplication.clipboard().setText("三万\n81000\n")
    page.grid.paste()
    assert "1 格放不进去" in asked[0][0]
    assert "不是金额" in asked[0][1]
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_100_000]


def test_fill_clear_and_undo_are_single_steps(window: MainWindow) -> None:
    page = table(window, "filings")
    lines = len(window.desk.journal())
    choose(page, 1, "reserve", 2, "reserve")
    page.grid.fill_down()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 6_000_000]
    choose(page, 1, "total", 2, "reserve")
    page.grid.clear_cells()
    assert [(row.total, row.reserve) for row in window.desk.rows(Filing)[1:]] == [(None, None)] * 2
    assert len(window.desk.journal()) == lines + 2
    edits.undo(window)
    edits.undo(window)
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Ctrl with each of these keys, as a person presses them: by the shortcuts of the window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key in keys:
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_undo_and_redo_by_key_and_by_name(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    made = window.menus.made
    edit = "修改 2024 101003 金水第一小学 预留份额"

    def reserve() -> int | None:
        return window.desk.rows(Filing)[1].reserve

    assert put(page, 1, "reserve", "61000")
    assert made["undo"].text() == f"撤销：{edit}"
    press(window, qtbot, Qt.Key.Key_Z)
    assert reserve() == 6_000_000
    assert made["redo"].isEnabled() and made["redo"].text() == f"重做：{edit}"
    press(window, qtbot, Qt.Key.Key_Y)
    assert reserve() == 6_100_000
    assert not made["redo"].isEnabled()
    assert made["undo"].text() == f"撤销：{edit}", "a step keeps its name however often it goes to and fro"
    for text in ("62000", "63000"):
        put(page, 1, "reserve", text)
    choose(page, 1, "total", 1, "total")
    page.grid.clear_cells()
    press(window, qtbot, *[Qt.Key.Key_Z] * 2)
    assert (reserve(), made["redo"].text()) == (6_200_000, f"重做：{edit}")
    press(window, qtbot, *[Qt.Key.Key_Y] * 2)
    assert window.desk.rows(Filing)[1].total is None
    assert made["undo"].text() == "撤销：清除 1 处"
    press(window, qtbot, *[Qt.Key.Key_Z] * 4)
    assert reserve() == 6_000_000
    press(window, qtbot, *[Qt.Key.Key_Y] * 3)
    put(page, 2, "reserve", "1")
    assert not made["redo"].isEnabled(), "another step ends what could be done again"
    assert made["redo"].text() == "重做"


def test_what_can_be_undone_is_known_when_the_news_comes(window: MainWindow) -> None:
    desk = window.desk
    heard: list[tuple[bool, bool]] = []
    desk.subscribe(lambda news: heard.append((desk.undoable is not None, desk.redoable is not None)))
    while desk.undoable is not None:
        desk.undo()
    heard.clear()
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
    desk.undo()
    desk.redo()
    assert heard == [(True, False), (False, True), (True, False)]


def test_the_journal_tells_undoing_from_doing_again(window: MainWindow) -> None:
    desk = window.desk
    edited = editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
    assert edited is not None
    for step in (desk.undo, desk.redo, desk.undo):
        step()
    told = [editing.journal_text(desk, line) for line in desk.journal(4)]
    edit = "修改 2024 101003 金水第一小学 预留份额"
    assert told == [f"撤销：{edit}", f"重做：{edit}", f"撤销：{edit}", edit]
    desk.redo()
    line = desk.journal(1)[0]
    editing.undo_line(desk, line.number)
    assert edits.undo_text(window) == f"撤销：撤回“{edit}”"


def test_keys_move_as_in_a_spreadsheet(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    page.grid.go_to(0, page.records.column_of("total"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.grid.currentIndex().row() == 1
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert page.grid.currentIndex().column() == page.records.column_of("reserve")
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.grid.currentIndex().row() == 0


def test_chinese_input_begins_an_edit(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "units")
    page.grid.go_to(1, page.records.column_of("name"))
    event = QInputMethodEvent()
    event.setCommitString("实验小学")
    QApplication.sendEvent(page.grid, event)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "实验小学"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.rows(Unit)[1].name == "实验小学")


def test_filters_know_pinyin_amounts_and_blanks(window: MainWindow) -> None:
    page = table(window, "units")
    page.records.condition("name", "jsdy")
    assert [row.cell("code") for row in page.records.rows] == ["101003"]
    page.records.condition("name", "")
    page = table(window, "filings")
    for condition, codes in (
        (">=8万", ["101004"]),
        ("50000~70000", ["101003"]),
        ("=", ["101"]),
        ("<70000", ["101003"]),
    ):
        page.records.condition("reserve", condition)
        assert [row.unit_of for row in page.records.rows] == codes, condition
    page.records.condition("reserve", "")
    page.records.condition("=ratio", "<10%")
    assert [row.unit_of for row in page.records.rows] == ["101003"]


def test_sorting_by_several_columns_and_in_ten_thousands(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.sort_by("total")
    page.records.sort_by("reserve", add=True)
    assert [row.unit_of for row in page.records.rows] == ["101003", "101004", "101"]
    page.records.show_in_wan(wan=True)
    assert shows(page, 0, "reserve") == "6.00"
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    assert kinds.in_wan(1_005) == "0.001005"


def test_sums_of_the_selection_are_exact(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "reserve", 2, "reserve")
    assert page.grid.sums() == (2, 2, 14_000_000)
    assert "求和 140,000.00   平均 70,000.00" in window.status.selection.text()


def test_removing_names_what_depends(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "units")
    asked = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, details="", **more: asked.append(details) or True)
    choose(page, 1, "code", 1, "code")
    page.grid.remove_rows()
    assert "填报中有 2 行" in asked[0]
    assert window.desk.unit("101003") is None
    edits.undo(window)
    assert window.desk.unit("101003") is not None


def test_clipboard_blocks_with_tabs_and_line_ends_survive() -> None:
    rows = [["a\tb", 'say "x"', "一\n二"], ["", "=1", "end"]]
    assert clipboard.read(clipboard.written(rows)) == rows


# -- findings, tabs, dialogs ----------------------------------------------------------------------


def test_a_finding_leads_to_its_cell_and_says_why(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    finding = next(one for one in panel.model.findings if one.rule == "ratio")
    panel.choose(finding)
    assert "郑财购〔2023〕3号 一（一）" in panel.why.articles.text()
    assert "20,000.00元" in panel.why.numbers.text()
    assert panel.why.advice.text()
    panel._open(panel.model.place_of(finding) or 0)
    page = window.page
    assert isinstance(page, RecordTab)
    assert page.name == "filings"
    current = page.table.grid.currentIndex()
    assert (current.row(), current.column()) == (1, page.table.records.column_of("reserve"))


def test_a_warning_is_set_aside_with_a_reason_and_taken_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = window.panel
    assert panel is not None
    panel.choose(next(one for one in panel.model.findings if one.rule == "soe_account"))
    monkeypatch.setattr(ask, "text", lambda *given: "正在办理")
    panel.why._dismiss_or_reopen()
    assert "soe_account" not in rules(window)
    panel._dismissed.setChecked(True)
    assert rules(window) == ["soe_account"]
    panel._dismissed.setChecked(False)
    edits.undo(window)
    assert "soe_account" in rules(window)


def test_the_panel_keeps_its_place(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    chosen = panel.model.findings[1]
    panel.choose(chosen)
    put(table(window, "units"), 0, "note", "改一下")
    assert panel.chosen == chosen


def test_every_tab_opens_and_the_overview_leads_on(window: MainWindow) -> None:
    assert [page.name for page in window.pages] == [
        "overview", "units", "filings", "spending", "accounts", "purchases", "changes", "notices", "summary",
    ]  # fmt: skip
    for place in range(len(window.pages)):
        window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        window.grab()
    window.show_tab("overview")
    overview = cast("Any", window.page)
    overview.tiles[3].clicked.emit()
    page = window.page
    assert isinstance(page, RecordTab)
    assert [row.unit_of for row in page.table.records.rows] == ["101003"]
    page.table._only.click()
    assert len(page.table.records.rows) == 3


def test_import_shows_the_list_and_applies_that_very_list(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "填报"
    for row in (["年度", "单位编码", "预留份额"], [2024, "101003", 85000], [2024, "999", 1]):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    file.import_file(window, path)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ImportDialog)), timeout=20_000)
    dialog = cast("ImportDialog", window.findChild(ImportDialog))
    assert [dialog.verdicts[name].text() for name in ("new", "changed", "refused")] == ["新增 0", "修改 1", "拒绝 1"]
    assert "60,000.00 → 85,000.00" in dialog.model.text(dialog.plan.rows[0])  # type: ignore[union-attr]
    dialog.apply()
    assert window.desk.rows(Filing)[1].reserve == 8_500_000
    assert window.desk.undoable is not None
    window.desk.undo()
    assert window.desk.rows(Filing)[1].reserve == 6_000_000


def test_notices_are_drafted_previewed_and_issued(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    assert [content.unit for content in dialog.contents()] == ["101003"]
    shown_: list[PreviewWindow] = []
    monkeypatch.setattr(PreviewWindow, "exec", lambda self: shown_.append(self) or 0)
    dialog._preview()
    assert shown_[0]._picture.pixmap().width() > 300
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue()
    qtbot.waitUntil(lambda: (tmp_path / "001_金水第一小学.pdf").exists(), timeout=20_000)
    qtbot.waitUntil(lambda: "已写出 1 份" in window.bar.label.text(), timeout=20_000)
    assert [row.number for row in window.desk.rows(Notice)] == ["金水财购〔2024〕1号"]


def test_of_who_has_not_filed_nothing_is_reckoned(window: MainWindow, qtbot: QtBot) -> None:
    row = next(row for row in window.desk.rows(Filing) if row.unit == "101003" and row.year == 2024)
    editing.edit_many(
        window.desk, [(row, "state", "未填报"), (row, "total", None), (row, "reserve", None), (row, "confirmed", None)]
    )
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    codes, lines = dialog.listed(None)
    listed = lines[codes.index("101003")]
    assert "—" in listed, "blank is not 0.00"
    assert "0.00" not in listed
    assert "截止日" in listed[-1], "and the reason beside it"


def test_other_papers_from_the_menu(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zhengzhou_desk.gui.dialogs.notices import RemindersDialog
    from zhengzhou_desk.gui.dialogs.templates import TemplateDialog
    from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog

    reminders = RemindersDialog(window)
    qtbot.addWidget(reminders)
    assert [content.kind for content in reminders.contents()] == ["remind"] * len(reminders._codes)
    assert "101003" in reminders._codes
    shown_: list[PreviewWindow] = []
    monkeypatch.setattr(PreviewWindow, "exec", lambda self: shown_.append(self) or 0)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    documents.bulletin(window)
    qtbot.waitUntil(lambda: bool(shown_), timeout=20_000)
    qtbot.waitUntil(lambda: bool(window.desk.store.tables.all(KeptBulletin)))
    monkeypatch.setattr(ask, "save_file", lambda *given: tmp_path / "x.xlsx")
    documents.account_form(window)
    assert (tmp_path / "x.xlsx").exists()
    assert window.desk.rows(Account)[0].state == "applied"
    documents.change_letter(window)
    assert "没有需要告知平台的单位变更" in window.bar.label.text()
    change = ChangeDialog(window)
    qtbot.addWidget(change)
    change.kind.setCurrentIndex(change.kind.findData("merge"))
    change.old.choose("101004")
    change.into.choose("101003")
    change._look()
    assert "并入" in change.follows.text()
    change._apply()
    assert window.desk.unit("101004").closed == window.desk.today  # type: ignore[union-attr]
    documents.change_letter(window)
    assert len(shown_) == 2
    texts = TemplateDialog(window)
    qtbot.addWidget(texts)
    texts.text.setPlainText("{明天}")
    texts._save()
    assert "不认得的名称" in window.bar.label.text()


def test_workflow_from_the_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    choose(page, 2, "reserve", 2, "reserve")
    monkeypatch.setattr(ask, "text", lambda *given: "数字不对")
    filings.send_back(window)
    assert window.desk.rows(Filing)[2].state == "returned"
    choose(page, 2, "reserve", 2, "reserve")
    filings.file_again(window)
    asked: list[UnconfirmedDialog] = []
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda self: asked.append(self) or 0)
    filings.confirm_passing(window)
    assert not asked, "all are confirmed"
    assert [row.state for row in window.desk.rows(Filing)] == ["confirmed", "confirmed", "confirmed"]
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    filings.submit(window)
    assert not put(page, 1, "reserve", "1")
    assert "锁定" in window.bar.label.text()


def test_those_who_are_left_are_listed_with_the_reason_and_a_department_is_done_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    for row in window.desk.rows(Filing):
        editing.edit(window.desk, row, "state", "已填报")
    asked: list[UnconfirmedDialog] = []
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda self: asked.append(self) or 0)
    page.records.show_department("999")
    filings.confirm_passing(window)
    assert not asked and {row.state for row in window.desk.rows(Filing)} == {"filed"}, (
        "nobody belongs to that department"
    )
    page.records.show_department("101")
    filings.confirm_passing(window)
    assert [row.texts[0] for row in asked[0].list.records.rows] == ["101003"]
    assert "10%" in asked[0].list.records.rows[0].texts[3]
    asked[0].list.selectRow(0)
    asked[0].list.opened.emit()
    assert [row.unit_of for row in page.records.rows] == ["101003"]


def test_every_action_has_its_place_and_no_key_is_taken_twice(window: MainWindow) -> None:
    keys = [QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut]
    keys += [f"Ctrl+{number}" for number in range(1, 10)]
    assert len(keys) == len(set(keys))
    in_menus: set[QAction] = set()
    for menu in window.menuBar().findChildren(QWidget):
        in_menus |= set(menu.actions())
    assert all(window.menus.made[action.key] in in_menus for action in ACTIONS)
    assert len({action.key for action in ACTIONS}) == len(ACTIONS)


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


def test_no_ordinary_action_blocks_the_window(window: MainWindow) -> None:
    page = table(window, "filings")

    def edit(number: int) -> int:
        def job() -> None:
            put(page, 1, "reserve", str(60_000 + number))
            QApplication.processEvents()

        return calls(job)

    edit(0)
    needed = [edit(number) for number in range(1, 20)]
    assert max(needed) < 2 * min(needed) < 40_000, "the twentieth edit is no heavier than the first"


# -- opening and closing -----------------------------------------------------------------------------


def test_a_book_that_cannot_be_opened_gets_one_clear_page(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "坏.zzd"
    path.write_text("not a book", encoding="utf-8")
    window.welcome()
    window.open_book(path)
    assert not window.has_book
    assert isinstance(window.start_pages.page, OpenFailedPage)
    assert "不是郑采台账的账册" in window.start_pages.page.why.text()


def test_a_locked_book_is_offered_read_only(window: MainWindow, qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = window.desk.path
    other = MainWindow(Start(Settings(tmp_path / "other.json"), "zh", clock, "李"))
    qtbot.addWidget(other)
    other.open_book(path)
    assert not other.has_book
    other.open_book(path, writable=False)
    assert other.has_book
    assert "只读" in other.windowTitle()
    other.close()


def test_close_and_open_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    put(table(window, "filings"), 1, "reserve", "81000")
    path = window.desk.path
    window.close()
    qtbot.waitUntil(lambda: bool(list((path.parent / "备份").glob("*.zzd"))))
    again = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.open_book(again.settings.recent()[0])
    assert again.desk.rows(Filing)[1].reserve == 8_100_000
    assert "金水 · 2024 年度 · 已保存" in again.windowTitle()
    again.close()


def test_first_run_to_first_verdict(qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    assert isinstance(window.start_pages.page, WelcomePage)

    def fill(dialog: NewBook) -> int:
        dialog.path.setText(str(tmp_path / "新.zzd"))
        dialog.contact.setText("李四")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(NewBook, "exec", fill)
    window.start_pages.page.chosen.emit("new")
    assert window.has_book
    assert window.desk.setting("contact") == "李四"
    units = table(window, "units")
    for column, text in (("code", "101003"),):
        put(units, 0, column, text)
    put(units, 0, "canteen", "自有")
    filings = table(window, "filings")
    put(filings, 0, "unit", "101003")
    put(filings, 0, "total", "100")
    put(filings, 0, "reserve", "9")
    assert "ratio" in rules(window)
    window.close()


def test_data_is_never_rich_text(window: MainWindow) -> None:
    put(table(window, "units"), 1, "name", "<b>粗</b><img src=/etc/passwd>")
    panel = window.panel
    assert panel is not None
    panel.choose(panel.model.findings[0])
    for label in (panel.why.title, panel.why.message, panel.why.numbers, window.bar.label):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert shows(table(window, "filings"), 1, "=unit_name") == "<b>粗</b><img src=/etc/passwd>"


def test_english_is_complete(qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    from tests.gui.conftest import county

    translator.install(qapp, "en")
    try:
        window = MainWindow(Start(Settings(tmp_path / "s.json"), "en", clock, "Wang"))
        qtbot.addWidget(window)
        window.open_book(county(tmp_path))
        titles = [window.tabs.tabText(place) for place in range(window.tabs.count())]
        labels = [
            column.label("en")
            for page in window.pages
            if isinstance(page, RecordTab)
            for each in page.tables
            for column in each.records.columns
        ]
        menus = [action.text() for action in window.menus.made.values()]
        for said in (*titles, *labels, *menus):
            assert not any("\u4e00" <= character <= "\u9fff" for character in said), said
        window.close()
    finally:
        translator.install(qapp, "zh")


def test_unused_events_do_no_harm(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.has_book


def test_one_fen_short_is_never_shown_as_the_ratio(window: MainWindow) -> None:
    page = table(window, "filings")
    put(page, 1, "reserve", "79999.99")
    assert shows(page, 1, "=ratio") == "9.999999%"
    put(page, 1, "reserve", "80000")
    assert shows(page, 1, "=ratio") == "10.00%"
