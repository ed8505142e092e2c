"""One field that finds everything: units, enterprises, orders, notices, actions, values of the law, the manual."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.messages import translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.manual import HelpWindow
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.policy.parameters import params
from zhengzhou_desk.records import Account, Notice, Purchase, Record, Unit
from zhengzhou_desk.services.manual import chapters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zhengzhou_desk.gui.window_api import WindowApi

R = TypeVar("R", bound=Record)
# So many of each sort are listed: more typed finds fewer.
_MOST = 8
_PAUSE_MS = 60
_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: what it is called, what sort it is, what more to say, and how to go there."""

    text: str
    sort: str
    more: str
    go: Callable[[], None]


class FindAnything(Dialog):
    """Typed letters shorten the list; Enter goes to the row that is chosen."""

    def __init__(self, window: WindowApi, actions: Sequence[tuple[str, str, str]]) -> None:
        """`actions` are key, text and keyboard shortcut of what can be done now."""
        super().__init__(window.widget)
        self._window, self._actions = window, actions
        self.setWindowTitle(self.tr("查找"))
        self.resize(620, 460)
        self.search = search_field(
            self.tr("单位、企业、订单号、文号、操作、政策数值或手册"),
            self.tr("查找"),
            lambda _: self._find(),
            pause=_PAUSE_MS,
        )
        self.search.installEventFilter(self)
        self.search.returnPressed.connect(self._go)
        self.list = ListView(self.tr("查找"), (self.tr("名称"), self.tr("是什么"), self.tr("说明")))
        self.list.opened.connect(self._go)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._find()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.list.keyPressEvent(event)  # one types and chooses without leaving the field
            return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        typed = self.search.text().strip()
        sorts = (self._commands, self._units, self._accounts, self._notices, self._orders, self._values, self._manual)
        found = [each for sort in sorts for each in islice(sort(typed), _MOST)] if typed else list(self._commands(""))
        self.list.put([ListRow((each.text, each.sort, each.more), each) for each in found])
        if found:
            self.list.selectRow(0)

    def _go(self) -> None:
        row = self.list.row
        if row is not None and isinstance(row.about, Found):
            self.accept()
            row.about.go()

    # -- the sorts ----------------------------------------------------------------------------------

    def _commands(self, typed: str) -> Iterator[Found]:
        for key, text, keys in self._actions:
            if pinyin.matches(text, typed):
                yield Found(text, self.tr("操作"), keys, partial(self._window.take, key))

    def _units(self, typed: str) -> Iterator[Found]:
        for row in self._rows(Unit):
            if typed in row.code or typed == row.uscc or pinyin.matches(row.name or "", typed):
                above = self._window.desk.unit(row.department)
                more = (above.name or above.code) if above is not None and above.code != row.code else ""
                go = partial(self._window.show_record, row)
                yield Found(f"{row.code} {row.name or ''}", self.tr("单位"), more, go)

    def _accounts(self, typed: str) -> Iterator[Found]:
        for row in self._rows(Account):
            if pinyin.matches(row.name or "", typed) or typed == row.uscc:
                yield Found(row.name or "", self.tr("国企"), row.uscc or "", partial(self._window.show_record, row))

    def _notices(self, typed: str) -> Iterator[Found]:
        for row in self._rows(Notice):
            if row.number is not None and typed in row.number:
                unit = self._window.desk.unit(row.unit)
                name = (unit.name or row.unit) if unit is not None else row.unit
                yield Found(row.number, self.tr("通知书"), name, partial(self._window.show_record, row))

    def _orders(self, typed: str) -> Iterator[Found]:
        for row in self._rows(Purchase) if any(character.isdigit() for character in typed) else ():
            if typed in row.number:
                yield Found(row.number, self.tr("订单"), str(row.day), partial(self._window.show_record, row))

    def _values(self, typed: str) -> Iterator[Found]:
        if not self._window.has_book:
            return
        for param in params().values():
            label = translated(param.label, self._window.lang)
            if pinyin.matches(label, typed):
                yield Found(label, self.tr("政策数值"), "", self._show_law)

    def _manual(self, typed: str) -> Iterator[Found]:
        for title, text in chapters(self._window.lang):
            if typed.casefold() in text.casefold():
                yield Found(title, self.tr("使用手册"), "", partial(self._read, typed))

    def _read(self, typed: str) -> None:
        page = HelpWindow(self._window.widget, self._window.lang)
        page.search.setText(typed)
        page.exec()

    def _show_law(self) -> None:
        LawWindow(self._window).exec()

    def _rows(self, cls: type[R]) -> Sequence[R]:
        return self._window.desk.rows(cls) if self._window.has_book else ()
