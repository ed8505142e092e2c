"""The bureau's own texts of its documents: changed, refused, and taken back to what the program comes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.dialogs.templates import TemplateDialog
from zhengzhou_desk.services.notices import templates

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_text_is_changed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    dialog = TemplateDialog(window)
    qtbot.addWidget(dialog)
    kind, name = dialog.kind.currentData(), dialog.part.currentData()
    given = dialog.text.toPlainText()
    assert given == templates.original(kind)[name]
    dialog.text.setPlainText("请按期\n补报。")
    dialog._save()
    assert dialog.said.text() == "已保存"
    assert templates.texts(window.desk, kind)[name] == "请按期补报。", "a text is one line"
    dialog.part.setCurrentIndex(1)
    assert dialog.said.text() == "" and dialog.text.toPlainText() != "请按期补报。"
    dialog.part.setCurrentIndex(0)
    assert dialog.text.toPlainText() == "请按期补报。"
    dialog._back()
    assert dialog.text.toPlainText() == given
    assert templates.texts(window.desk, kind)[name] == given


def test_a_name_that_is_not_known_is_refused_and_the_text_stays_as_typed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = TemplateDialog(window)
    qtbot.addWidget(dialog)
    head = window.desk.store.head
    dialog.text.setPlainText("{明天}")
    dialog._save()
    assert "不认得的名称" in window.bar.label.text()
    assert dialog.text.toPlainText() == "{明天}" and not dialog.said.text()
    assert window.desk.store.head == head


def test_every_kind_of_document_has_its_parts_and_names(window: MainWindow, qtbot: QtBot) -> None:
    dialog = TemplateDialog(window)
    qtbot.addWidget(dialog)
    for place in range(dialog.kind.count()):
        dialog.kind.setCurrentIndex(place)
        kind = dialog.kind.currentData()
        parts = [dialog.part.itemData(number) for number in range(dialog.part.count())]
        assert parts == [name for name in templates.original(kind) if name != "name"]
        assert all("{" + name + "}" in dialog.names.text() for name in templates.fields(kind, parts[0]))
        assert dialog.text.toPlainText() == templates.original(kind)[parts[0]]


def test_what_is_typed_is_shown_as_a_real_unit_would_read_it(window: MainWindow, qtbot: QtBot) -> None:
    dialog = TemplateDialog(window)
    qtbot.addWidget(dialog)
    dialog.part.setCurrentIndex(dialog.part.findData("close"))
    dialog.text.setPlainText("请{unit}于{reply_by}前办结。")
    qtbot.waitUntil(lambda: "前办结" in dialog.sample.text())
    assert dialog.sample.text() == "金水第一小学的文书中：请金水第一小学于2024年4月16日前办结。"
    dialog.text.setPlainText("应不低于{required}元。")
    dialog.show_sample()
    assert "不认得的名称：required" in dialog.sample.text()
    dialog.part.setCurrentIndex(dialog.part.findData("ask_double"))
    assert dialog.sample.text() == "本年度现在没有哪份文书用到这一段"
