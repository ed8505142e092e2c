"""Every page and every dialog of the menus says what it says in the language chosen; names and papers stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QTabWidget,
    QWidget,
)

from tests.journeys.test_languages import CHINESE, SENTENCE
from tests.pictures import SCREENS, book, dialogs, window
from zhengzhou_desk import app
from zhengzhou_desk.common.messages import CHINESE as CHINESE_FIRST
from zhengzhou_desk.common.messages import ENGLISH, LANGUAGES
from zhengzhou_desk.gui.system import translator
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.records import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.gui.main_window import MainWindow

# What is Chinese in every language: the program and its language by their own names.
OWN = ("郑采台账", "中文", "简体中文", "万元", "元")
# A name or number of which only a part is shown, a region with its code, a document's number with its clause.
DATA = re.compile(r"\w＊+|\w+（\d{2,6}）|\w{2,8}〔\d{4}〕\d+号( 一（一）)?")
# Dialogs in which the bureau's Chinese papers are written.
PAPERS = frozenset({"dialog-edit_texts"})


def texts(widget: QWidget) -> set[str]:
    """What the program itself says in a window: labels, buttons, headings, menus; not the cells and not the papers."""
    said = {widget.windowTitle()}
    for part in (widget, *widget.findChildren(QWidget)):
        if part.isVisible() or isinstance(part, QMenu):
            said.update(_words(part))
    return {text for text in said if text}


def _words(part: QWidget) -> Iterator[str]:
    yield from (part.toolTip(), part.accessibleName())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QGroupBox | QMenu):
        yield part.title()
    elif isinstance(part, QLineEdit):
        yield part.placeholderText()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    elif isinstance(part, QTabWidget):
        yield from (part.tabText(place) for place in range(part.count()))
    elif isinstance(part, QTableView) and (model := part.model()) is not None:
        columns = range(model.columnCount())
        yield from (str(model.headerData(place, Qt.Orientation.Horizontal) or "") for place in columns)
    if not isinstance(part, QAbstractItemView):
        yield from (action.text() for action in part.actions())


def names(made: MainWindow) -> list[str]:
    """What stands in the book, the longest first."""
    cells = {cell for cls in CLASSES for row in made.desk.tables.all(cls) for cell in row.cells()}
    found = {cell for cell in cells if isinstance(cell, str) and CHINESE.search(cell)}
    return sorted(
        {*found, *OWN, made.desk.bureau, made.desk.region_name, made.desk.path.stem, "示例县财政局办公室"},
        key=len,
        reverse=True,
    )


def foreign(said: set[str], lang: str, own: list[str]) -> list[str]:
    """The texts that are not in the language."""
    found = []
    for text in said:
        left = DATA.sub("", text)
        for name in own:
            left = left.replace(name, "")
        if (CHINESE if lang == ENGLISH else SENTENCE).search(left):
            found.append(text)
    return sorted(found)


@pytest.fixture(autouse=True)
def in_chinese_afterwards() -> Iterator[None]:
    """The program's words are those of the whole process: other tests have them in Chinese."""
    yield
    translator.install(app.application([]), CHINESE_FIRST)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_and_dialog(lang: str, tmp_path: Path) -> None:
    made = window(book(tmp_path), tmp_path, lang, theme.LIGHT, SCREENS[0])
    try:
        own, wrong = names(made), {}
        for page in made.pages:
            made.show_tab(page.name)
            wrong[page.name] = foreign(texts(made), lang, own)
        seen = 0
        for name, said in dialogs(made, texts):
            seen += 1
            wrong[name] = [] if name in PAPERS else foreign(said, lang, own)
    finally:
        made.close()
    assert seen > 20
    assert {name: found for name, found in wrong.items() if found} == {}
