"""Papers from the menu: bulletin, account form, letter of changes, the day of a delivery."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import documents
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.page_view import image
from zhengzhou_desk.records import Account, Filing, KeptBulletin, Notice
from zhengzhou_desk.records.notice import DELIVERED
from zhengzhou_desk.services import editing, unit_changes
from zhengzhou_desk.services.notices import rendering

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


def test_the_day_of_a_delivery_is_asked(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(issued, "notices")
    choose(page, 0, "number", 0, "number")
    monkeypatch.setattr(ask, "text", lambda *given: None)
    documents.advanced(DELIVERED)(issued)
    assert issued.desk.rows(Notice)[0].state == "issued"
    monkeypatch.setattr(ask, "text", lambda *given: "2024年3月29日")
    documents.advanced(DELIVERED)(issued)
    row = issued.desk.rows(Notice)[0]
    assert (row.state, row.delivered) == (DELIVERED, datetime.date(2024, 3, 29))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[PreviewWindow]:
    """The previews that were shown, each closed at once."""
    shown: list[PreviewWindow] = []
    monkeypatch.setattr(PreviewWindow, "exec", lambda self: shown.append(self) or 0)
    return shown


def test_a_kept_bulletin_of_the_day_is_not_asked_about_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: list[PreviewWindow]
) -> None:
    asked: list[str] = []
    answers = [False, True]
    monkeypatch.setattr(ask, "yes", lambda _, question, *rest, **more: asked.append(question) or answers.pop(0))
    kept = []
    for number in range(1, 4):
        documents.bulletin(window)
        qtbot.waitUntil(lambda number=number: len(looked_at) == number, timeout=20_000)  # type: ignore[misc]
        kept.append(len(window.desk.tables.all(KeptBulletin)))
    assert kept == [0, 1, 1]
    assert len(asked) == 2


def test_the_summary_on_paper_and_the_tables_of_the_bulletin(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: list[PreviewWindow]
) -> None:
    documents.print_summary(window)
    qtbot.waitUntil(lambda: bool(looked_at), timeout=20_000)
    assert looked_at[0].windowTitle() == "打印汇总" and looked_at[0]._proposed == "金水区财政局2024年汇总.pdf"
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "各表.xlsx")
    documents.bulletin_tables(window)
    qtbot.waitUntil(lambda: "已导出" in window.bar.label.text(), timeout=20_000)
    assert len(load_workbook(tmp_path / "各表.xlsx").sheetnames) > 1


def test_the_list_of_unit_changes_for_the_platform(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "变更.xlsx")
    desk = window.desk
    old, into = desk.unit("101004"), desk.unit("101003")
    assert old is not None and into is not None
    unit_changes.apply(desk, unit_changes.merge(desk, [old], into, desk.today, "金教〔2024〕1号"))
    documents.change_list(window)
    qtbot.waitUntil(lambda: window.bar.label.text().endswith("共 1 项"), timeout=20_000)
    cells = {str(cell.value) for row in load_workbook(tmp_path / "变更.xlsx").worksheets[0].iter_rows() for cell in row}
    assert any("第二小学" in text for text in cells)


def test_the_form_of_accounts_marks_nothing_where_the_person_says_no(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "账号.xlsx")
    monkeypatch.setattr(ask, "yes", lambda *_, **more: False)
    documents.account_form(window)
    assert (tmp_path / "账号.xlsx").exists() and window.desk.rows(Account)[0].state == "missing"
    assert "共 1 家" in window.bar.label.text()


def test_an_issued_notice_is_shown_again_as_it_went_out(issued: MainWindow, looked_at: list[PreviewWindow]) -> None:
    page = table(issued, "notices")
    documents.reprint(issued)
    assert not looked_at, "none is chosen"
    choose(page, 0, "number", 0, "number")
    (notice,) = issued.desk.rows(Notice)
    documents.reprint(issued)
    assert looked_at[0].windowTitle() == notice.number and looked_at[0]._proposed == f"{notice.number}.pdf"
    assert image(looked_at[0]._pdf, 0, 60) == image(rendering.reprint(notice), 0, 60)


def test_a_day_that_is_none_is_said_and_nothing_noted(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(issued, "notices")
    choose(page, 0, "number", 0, "number")
    for typed in ("明天", "2024-02-30"):
        monkeypatch.setattr(ask, "text", lambda *_, typed=typed: typed)
        documents.advanced(DELIVERED)(issued)
        assert issued.desk.rows(Notice)[0].state == "issued"
        assert typed in issued.bar.label.text()
    monkeypatch.setattr(ask, "text", lambda *_: "")
    documents.advanced(DELIVERED)(issued)
    assert issued.desk.rows(Notice)[0].delivered == issued.desk.today, "an empty answer is today"


def test_who_has_mended_the_filing_since_is_found(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.answered(issued)
    assert issued.bar.label.text() == "没有因重新填报而可以办结的通知书"
    row = next(row for row in issued.desk.rows(Filing) if row.unit == "101003")
    editing.edit(issued.desk, row, "reserve", "90000")
    asked: list[str] = []
    answers = [False, True]
    monkeypatch.setattr(ask, "yes", lambda _, question, *rest, **more: asked.append(question) or answers.pop(0))
    documents.answered(issued)
    assert asked == ["有 1 份通知书的单位已经改正，登记为已回复吗？"]
    assert issued.desk.rows(Notice)[0].state == "issued"
    documents.answered(issued)
    assert issued.desk.rows(Notice)[0].state == "answered"
