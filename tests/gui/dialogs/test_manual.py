"""The manual: its chapters, its search, and the names of menus as they are."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument

from tests import pictures as shots
from tests.books import clock
from zhengzhou_desk import gui
from zhengzhou_desk.common.messages import LANGUAGES, translated
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.dialogs import manual
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.manual import HelpWindow
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.services.manual import chapters, pictures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
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
    assert shown == ["填报", "汇总", "每一条规则"]
    assert dialog.page.textCursor().selectedText() == "四舍五入"


def test_links_go_to_their_chapter_and_pictures_fit(window: MainWindow, qtbot: QtBot) -> None:
    dialog = HelpWindow(window, "en")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._follow(QUrl("#Values%20of%20the%20law"))
    assert dialog.chapters.currentItem().text() == "Values of the law"
    assert dialog.page.toPlainText().startswith("Values of the law")
    picture = dialog.page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("law.png"))
    assert 300 < picture.width() <= dialog.page.viewport().width()
    dialog._follow(QUrl("#Reserve%20below%20the%20ratio"))
    assert dialog.chapters.currentItem().text() == "Every rule"
    assert dialog.page.textCursor().selectedText() == "Reserve below the ratio"


def test_f1_in_a_dialog_opens_the_chapter_about_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, QWidget | None]] = []

    def seen(page: HelpWindow) -> int:
        shown.append((page.chapters.currentItem().text(), page.parentWidget()))
        return 0

    monkeypatch.setattr(HelpWindow, "exec", seen)
    law, wizard = LawWindow(window), NewBook(window, clock().date())
    for dialog in (law, wizard):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        shortcut = cast("QShortcut", dialog.findChild(QShortcut))
        assert shortcut.key() == QKeySequence("F1")
        shortcut.activated.emit()
        dialog.hide()
    assert shown == [("政策数值", law), ("快速上手", wizard)]


def test_every_dialog_has_its_chapter_in_both_languages() -> None:
    for module in pkgutil.walk_packages(gui.__path__, "zhengzhou_desk.gui."):
        importlib.import_module(module.name)
    found = {cls.__name__ for cls in Dialog.__subclasses__() if cls.__module__.startswith("zhengzhou_desk.")}
    assert found - {"HelpWindow"} | {"NewBook"} == set(manual._DIALOGS)
    for chinese, english in manual._DIALOGS.values():
        assert chinese in dict(chapters("zh")), chinese
        assert english in dict(chapters("en")), english


def test_the_manual_is_written_as_a_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "m.pdf")
    window.menus.made["manual_pdf"].trigger()
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=30_000)
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")


@pytest.fixture
def in_chinese_afterwards(qapp: QApplication) -> Iterator[None]:
    """Pictures are taken in both languages, and the words are those of the whole process."""
    yield
    translator.install(qapp, "zh")


@pytest.mark.usefixtures("in_chinese_afterwards")
def test_the_pictures_of_the_manual_show_the_words_of_the_program(tmp_path: Path) -> None:
    """One that was taken before a button got another name helps nobody: `python -m tests.pictures` takes them anew."""
    for lang in LANGUAGES:
        folder = tmp_path / lang
        folder.mkdir()
        for name, _, said in shots.of_the_manual(shots.book(folder), folder, lang, patience=0):
            assert shots.words_in(pictures(lang) / f"{name}.png") == said, (lang, name)


def test_what_the_manual_calls_menus_is_what_they_are_called(window: MainWindow) -> None:
    """A manual that names an entry that is not there helps nobody."""
    entries = {action.text.rstrip("…") for action in ACTIONS}
    whole = "\n".join(text for _, text in chapters("zh"))
    named = re.findall(r"“(?:文件|编辑|查看|填报|文书|账册|帮助)”→“([^”]+)”", whole)
    assert len(named) >= 8
    for name in named:
        assert name.rstrip("…") in entries, name


def test_what_the_english_manual_calls_menus_is_what_they_are_called() -> None:
    entries = {translated(action.text, "en").rstrip("…").lower() for action in ACTIONS}
    written = "\n".join(text for _, text in chapters("en")[:-2])
    named = re.findall(r"\b(?:File|Edit|View|Filing|Papers|Book|Help)(?:,| →) ([A-Z][A-Za-z ,-]+)", written)
    assert len(named) >= 8
    for name in named:
        assert any(name.lower().startswith(entry) for entry in entries), name


# Keys of tables and of editors, which no menu has.
_OF_TABLES = {
    "Alt+Enter", "Alt+↓", "Alt+Down", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D", "Ctrl+R", "Ctrl+Enter", "Ctrl+wheel", "F2",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_of_the_program_stands_in_the_manual_and_no_other(lang: str) -> None:
    keys = {action.shortcut for action in ACTIONS if action.shortcut}
    text = "\n".join(text for _, text in chapters(lang))
    named = {key.rstrip(",") if key not in keys else key for key in _KEY.findall(text)}
    assert keys <= named, keys - named
    assert named <= keys | _OF_TABLES | {"Ctrl+Shift+1"}, named - keys


_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:F[0-9]+|[A-Za-z]+|[0-9,↓])|\bF[0-9]+\b")


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
