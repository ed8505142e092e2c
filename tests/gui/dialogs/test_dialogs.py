"""The dialogs of the shell: backup, restore, check-up, export, journal, law, settings, help, shortcuts, crash."""

from __future__ import annotations

import datetime
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.books import clock
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.actions import backups, file
from zhengzhou_desk.gui.actions.catalogue import ACTIONS, shortcuts_page
from zhengzhou_desk.gui.dialogs import export
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.dialogs.checkup import CheckupDialog
from zhengzhou_desk.gui.dialogs.export import OneOf
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.manual import HelpWindow, chapters
from zhengzhou_desk.gui.dialogs.restore import RestoreDialog
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog
from zhengzhou_desk.gui.dialogs.what_if import WhatIfDialog
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.system.crash import CrashHook, CrashPage
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.reports.unit_status import FAIL
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up, verified
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def texts(listing: Any) -> list[tuple[str, ...]]:
    return [row.texts for row in listing.records.rows]


# -- keeping ---------------------------------------------------------------------------------------


def test_a_backup_by_hand_is_verified_listed_and_remembered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "U盘"
    folder.mkdir()
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(folder))
    dialog.pinned.setChecked(True)
    dialog.make.click()
    qtbot.waitUntil(
        lambda: bool(list(folder.glob("*_保留.zzd"))) and "已备份并核对" in window.bar.label.text(), timeout=10_000
    )
    assert any(text[1] == "长期保留" for text in texts(dialog.list))
    assert verified(next(folder.glob("*.zzd")))
    again = BackupDialog(window)
    qtbot.addWidget(again)
    assert again.folder.text() == str(folder)


def test_restoring_takes_one_of_the_list(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = window.desk.path
    back_up(book, tmp_path, datetime.datetime(2024, 2, 1, 8, 0))
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "90000")

    def choose(dialog: RestoreDialog) -> int:
        place = next(place for place, text in enumerate(texts(dialog.list)) if text[0] == "2024-02-01 08:00")
        dialog.list.selectRow(place)
        dialog.take.click()
        return dialog.result()

    monkeypatch.setattr(RestoreDialog, "exec", choose)
    backups.restore(window)
    qtbot.waitUntil(lambda: "已恢复并核验" in window.bar.label.text(), timeout=10_000)
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    assert "已恢复并核验" in window.bar.label.text()


def test_the_check_up_says_what_to_do(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    good = CheckupDialog(window, window.desk.path, checkup(window.desk.path, clock()), "zh")
    qtbot.addWidget(good)
    assert "账册完好" in good.verdict.text()
    assert good.restore.isHidden()
    bad = tmp_path / "坏.zzd"
    given = bytearray(window.desk.path.read_bytes())
    given[5_000:9_000] = bytes(4_000)
    bad.write_bytes(given)
    dialog = CheckupDialog(window, bad, checkup(bad, clock()), "zh")
    qtbot.addWidget(dialog)
    assert "项不正常" in dialog.verdict.text()
    assert not dialog.restore.isHidden()
    assert any("请用最近的备份恢复" in text[1] for text in texts(dialog.list))


def test_the_check_up_from_the_menu(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda self: seen.append(self.verdict.text()) or 0)
    backups.check_up(window)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert "账册完好" in seen[0]


# -- exports ---------------------------------------------------------------------------------------


def answer(monkeypatch: pytest.MonkeyPatch, place: int, path: Path) -> None:
    def chosen(dialog: OneOf) -> int:
        dialog._answers.button(place).setChecked(True)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(OneOf, "exec", chosen)
    monkeypatch.setattr(ask, "save_file", lambda *given: path)


def test_the_summary_in_either_unit_of_money(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {}
    for place, name in enumerate(("元.xlsx", "万元.xlsx")):
        answer(monkeypatch, place, tmp_path / name)
        file.summary(window)
        qtbot.waitUntil(lambda name=name: name in window.bar.label.text(), timeout=20_000)  # type: ignore[misc]
        found[name] = {
            str(cell.value) for sheet in load_workbook(tmp_path / name) for row in sheet.iter_rows() for cell in row
        }
    assert any("万元" in text for text in found["万元.xlsx"])
    assert window.bar.button.text() == "打开所在文件夹"


def test_the_workbook_of_one_year_or_of_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = []
    for place, name in enumerate(("一年.xlsx", "全部.xlsx")):
        answer(monkeypatch, place, tmp_path / name)
        file.export(window)
        qtbot.waitUntil(lambda name=name: name in window.bar.label.text(), timeout=20_000)  # type: ignore[misc]
        sheet = load_workbook(tmp_path / name)["填报"]
        years.append({row[0].value for row in sheet.iter_rows(min_row=2)})
    assert years == [{2024}, {2023, 2024}]


def test_nothing_is_written_where_a_person_thinks_better_of_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OneOf, "exec", lambda self: 0)
    export.export(window)
    export.summary(window)


# -- the journal -----------------------------------------------------------------------------------


def test_the_journal_shows_what_changed_and_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "70000")
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "75000")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert texts(dialog.list)[0][2:] == ("王", "修改 2024 101003 金水第一小学 预留份额")
    assert texts(dialog.changes) == [("填报", "2024 101003 金水第一小学", "预留份额", "70,000.00", "75,000.00")]
    dialog.list.selectRow(1)
    assert not dialog.back.isEnabled()
    assert "后来又改过" in dialog.why.text()
    dialog.list.selectRow(0)
    dialog.back.click()
    assert desk.rows(Filing)[1].reserve == 7_000_000
    assert texts(dialog.list)[0][3].startswith("撤销：")
    first = len(texts(dialog.list)) - 1
    dialog.list.selectRow(first)
    assert "不能撤回" in dialog.why.text()


def test_the_journal_of_one_unit(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[2], "reserve", "88000")
    editing.edit(desk, desk.rows(Unit)[0], "note", "改")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    dialog.search.setText("dexx")
    qtbot.waitUntil(lambda: len(texts(dialog.list)) == 2)
    assert [text[3] for text in texts(dialog.list)] == ["修改 2024 101004 第二小学 预留份额", "导入 test"]


def test_settings_are_called_by_their_names_in_the_journal(window: MainWindow, qtbot: QtBot) -> None:
    editing.set_setting(window.desk, "number_word", "金财购")
    editing.set_setting(window.desk, "law.canteen_ratio", "12%", 2024, "金财〔2024〕1号")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert [text[3] for text in texts(dialog.list)][:2] == ["修改设置 食堂食材预留比例", "修改设置 发文代字"]


# -- the law ---------------------------------------------------------------------------------------


def law(window: MainWindow, qtbot: QtBot, label: str) -> LawWindow:
    made = LawWindow(window)
    qtbot.addWidget(made)
    made.list.selectRow(next(place for place, text in enumerate(texts(made.list)) if text[0] == label))
    return made


def test_a_value_says_its_article_and_since_when(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "食堂食材预留比例")
    assert texts(dialog.list)[0][1:] == ("10%", "2023-04-14", "郑财购〔2023〕3号 一（一）")
    assert "政策原定：10%" in dialog.says.text()
    assert "不低于" in dialog.says.text()


def test_the_bureau_s_own_value_needs_its_document(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "食堂食材预留比例")
    dialog.typed.setText("十二")
    dialog.state.click()
    assert dialog.wrong.text()
    dialog.typed.setText("12%")
    dialog.state.click()
    assert dialog.wrong.text() == "本局数值要有依据文号"
    dialog.document.setText("金财〔2024〕1号")
    dialog.state.click()
    assert texts(dialog.list)[0][1] == "12%"
    assert "金财〔2024〕1号" in texts(dialog.list)[0][3]
    assert "政策原定：10%" in dialog.says.text()
    assert "本局规定：12%" in dialog.says.text()
    assert [row.state for row in window.desk.unit_statuses() if row.unit.code == "101004"] == [FAIL]
    dialog.withdraw.click()
    assert texts(dialog.list)[0][1] == "10%"


def test_choices_and_levels_are_chosen_from_a_list(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "计入完成的状态")
    assert [dialog.options.itemText(place) for place in range(dialog.options.count())] == ["下单", "已支付", "完结"]
    assert dialog.typed.isHidden()
    dialog.levels.setChecked(True)
    named = [row.texts[0] for row in dialog.list.records.rows]
    assert {"级别：未填报", "级别：未填报（期限之前）", "级别：结转的上年预留与填报不同（写明依据的）"} <= set(named)
    assert len(named) == len(set(named)), "no two rows are called the same"
    assert ("级别：预留比例不达标", "错误") in [text[:2] for text in texts(dialog.list)]
    for place in range(len(texts(dialog.list))):
        dialog.list.selectRow(place)
        assert dialog.says.text()


def test_trying_a_value_out_changes_nothing(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[WhatIfDialog] = []
    monkeypatch.setattr(WhatIfDialog, "exec", lambda self: seen.append(self) or 0)
    dialog = law(window, qtbot, "食堂食材预留比例")
    head = window.desk.store.head
    dialog.typed.setText("15%")
    dialog.suppose.click()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert [text[1] for text in texts(seen[0].list)] == ["101004"]
    assert "新增不达标 1 个" in seen[0].sums.text()
    assert window.desk.store.head == head


# -- settings --------------------------------------------------------------------------------------


def test_settings_go_to_the_book_and_to_this_computer(window: MainWindow, qtbot: QtBot) -> None:
    window.show_tab("filings")
    path, year = window.desk.path, window.desk.year
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog._fields["contact"].setText("李四")
    dialog.look.setCurrentIndex(dialog.look.findData(theme.DARK))
    dialog.size_of_type.setCurrentIndex(dialog.size_of_type.findData("large"))
    try:
        dialog._accept()
        assert window.desk.setting("contact") == "李四"
        assert theme.is_dark(window.settings.get(preferences.LOOK, theme.SYSTEM))
        assert QApplication.font().pointSizeF() == theme.SIZES["large"]
        assert (window.desk.path, window.desk.year, window.page.name) == (path, year, "filings")
        editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "81000")
        assert "已保存" in window.windowTitle()
    finally:
        window.settings.put(preferences.LOOK, theme.LIGHT)
        window.settings.put(preferences.SIZE, "medium")
        window.apply_look()


def test_the_language_changes_at_once(window: MainWindow, qtbot: QtBot, qapp: Any) -> None:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    try:
        dialog._accept()
        assert window.lang == "en"
        assert [window.tabs.tabText(place) for place in (1, 2)] == ["Unit", "Filing"]
        assert len({action.text() for menu in window.menuBar().actions() for action in [menu]}) == 7
        window.menus.made["undo"].trigger()
    finally:
        translator.install(qapp, "zh")


def test_a_bad_setting_is_refused_in_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog._fields["bureau"].setText("")
    dialog._accept()
    assert dialog.wrong.text() == "财政局名称不能空着"
    assert window.desk.bureau == "金水区财政局"
    dialog._fields["bureau"].setText("金水区财政局")
    face = next(iter(dialog.fonts))
    dialog.fonts[face].setText(str(tmp_path / "没有.ttf"))
    dialog._accept()
    assert dialog.wrong.text()


# -- looks -----------------------------------------------------------------------------------------


def brightness(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_everything_it_stands_on(dark: bool) -> None:
    look = theme.colours(dark=dark)
    for back in (look.window, look.base, look.other, look.chosen, look.closed, look.error_back, look.warning_back):
        assert contrast(look.text, back) >= 7, back
    for back in (look.window, look.base, look.other):
        for front in (look.quiet, look.error, look.warning, look.info, look.unknown, look.accent):
            assert contrast(front, back) >= 4.4, (front, back)
    assert contrast(look.on_accent, look.accent) >= 4.5


# -- help ------------------------------------------------------------------------------------------


def test_the_manual_has_its_chapters_and_is_searched(window: MainWindow, qtbot: QtBot) -> None:
    titles = [title for title, _ in chapters("zh")]
    for title in (
        "快速上手",
        "单位",
        "填报",
        "工会",
        "国企",
        "采购",
        "变更",
        "通知书",
        "汇总",
        "常见问题",
        "备份与恢复",
    ):
        assert title in titles
    assert len(chapters("en")) > 5
    dialog = HelpWindow(window, "zh")
    qtbot.addWidget(dialog)
    dialog.search.setText("四舍五入")
    shown = [
        dialog.chapters.item(place).text()
        for place in range(dialog.chapters.count())
        if not dialog.chapters.item(place).isHidden()
    ]
    assert shown == ["填报", "汇总"]
    assert dialog.page.textCursor().selectedText() == "四舍五入"


def test_what_the_manual_calls_menus_is_what_they_are_called(window: MainWindow) -> None:
    """A manual that names an entry that is not there helps nobody."""
    import re

    entries = {action.text.rstrip("…") for action in ACTIONS}
    whole = "\n".join(text for _, text in chapters("zh"))
    named = re.findall(r"“(?:文件|编辑|查看|填报|文书|账册|帮助)”→“([^”]+)”", whole)
    assert len(named) >= 8
    for name in named:
        assert name.rstrip("…") in entries, name


def test_the_shortcut_page_knows_every_action(window: MainWindow, qtbot: QtBot) -> None:
    page = shortcuts_page(window)
    qtbot.addWidget(page)
    listed = {text[1] for text in texts(page.list)}
    assert {action.text.rstrip("…") for action in ACTIONS} <= listed
    page.search.setText("ctrl+z")
    assert [text[:2] for text in texts(page.list)] == [("Ctrl+Z", "撤销")]


# -- crash -----------------------------------------------------------------------------------------


def test_an_unexpected_error_is_written_down_and_shown(
    qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[CrashPage] = []
    monkeypatch.setattr(CrashPage, "exec", lambda self: seen.append(self) or 0)
    log = tmp_path / "log" / "crash.log"
    hook = CrashHook(log, clock)
    try:
        try:
            raise ValueError("坏了")
        except ValueError:
            hook.handle(*sys.exc_info())
        qtbot.waitUntil(lambda: len(seen) == 1)
        thread = threading.Thread(target=lambda: next(iter([])))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(seen) == 2)
    finally:
        hook.let_go()
    written = log.read_text(encoding="utf-8")
    assert "坏了" in written
    assert "StopIteration" in written
    page = seen[0]
    assert "坏了" in page.text.toPlainText()
    qtbot.addWidget(page)
    assert "没有丢失" in page.safe.text()
    next(button for button in page.findChildren(QPushButton) if button.text() == "复制错误内容").click()
    assert "坏了" in QGuiApplication.clipboard().text()


def test_a_log_that_cannot_be_written_does_not_hide_the_error(
    qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[CrashPage] = []
    monkeypatch.setattr(CrashPage, "exec", lambda self: seen.append(self) or 0)
    (tmp_path / "log").write_text("一个文件", encoding="utf-8")
    hook = CrashHook(tmp_path / "log" / "crash.log", clock)
    try:
        hook.handle(ValueError, ValueError("x"), None)
        qtbot.waitUntil(lambda: bool(seen))
    finally:
        hook.let_go()


# -- every dialog ----------------------------------------------------------------------------------


def test_dialogs_fit_a_small_screen_and_close_on_escape(window: MainWindow, qtbot: QtBot) -> None:
    made = (
        BackupDialog(window), RestoreDialog(window, window.desk.path, window.settings), JournalWindow(window), LawWindow(window),
        SettingsDialog(window), HelpWindow(window, "zh"), shortcuts_page(window), OneOf(window, "题", "说明", ("甲", "乙")),
    )  # fmt: skip
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.height() <= 700, dialog
        assert dialog.width() <= 1100, dialog
        assert dialog.windowTitle()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
