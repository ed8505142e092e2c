"""The manual: its chapters, its search, and the names of menus as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.dialogs import manual
from zhengzhou_desk.gui.dialogs.manual import HelpWindow, chapters

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


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


def test_the_next_place_of_a_word_is_found_and_after_the_last_the_first(window: MainWindow, qtbot: QtBot) -> None:
    dialog = HelpWindow(window, "zh")
    qtbot.addWidget(dialog)
    dialog.search.setText("四舍五入")
    places = [dialog.page.textCursor().position()]
    for _ in range(40):
        dialog._next()
        assert dialog.page.textCursor().selectedText() == "四舍五入"
        places.append(dialog.page.textCursor().position())
    assert places[0] in places[1:], "it begins again"
    dialog.search.setText("没有这个词没有")
    assert all(dialog.chapters.item(place).isHidden() for place in range(dialog.chapters.count()))
    dialog.search.setText("")
    assert not any(dialog.chapters.item(place).isHidden() for place in range(dialog.chapters.count()))
    dialog._next()
    assert not dialog.page.textCursor().hasSelection()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_f1_opens_the_chapter_about_the_page_in_front(window: MainWindow, qtbot: QtBot, lang: str) -> None:
    titles = [title for title, _ in chapters(lang)]
    for page in window.pages:
        dialog = HelpWindow(window, lang, page.name)
        qtbot.addWidget(dialog)
        shown = dialog.chapters.currentItem().text()
        assert shown == manual._ABOUT[page.name][lang], "every tab has its chapter"
        assert shown in titles
        assert dialog.page.toPlainText().startswith(shown)
    keys = {action.key: action.shortcut for action in ACTIONS}
    assert keys["manual"] == "F1"
