"""Picking a unit: a list that shortens while one types a code, a name or pinyin initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhengzhou_desk.records import Unit

_SHOWN = 100


def names_of(units: Iterable[Unit]) -> dict[str, str]:
    """Units as the picker wants them: code and name."""
    return {unit.code: unit.name or "" for unit in units}


class UnitPicker(QWidget):
    """`units` are codes and names; those in `first` stand at the top until something is typed.

    What is typed only shortens the list: the unit is always a row of it, never a text.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, units: Mapping[str, str], first: Sequence[str] = (), name: str = "") -> None:
        super().__init__()
        self._units = units
        self._first = first
        self.search = search_field(
            self.tr("编码、名称或拼音首字母"), name or self.tr("查找单位"), lambda _: self._find()
        )
        self.list = ListView(name or self.tr("单位"), (self.tr("单位编码"), self.tr("单位名称")))
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self._find()

    @property
    def code(self) -> str | None:
        """The code of the unit that is chosen."""
        row = self.list.row
        return str(row.about) if row is not None else None

    def choose(self, code: str) -> None:
        """Chooses a unit as a person would: its code is typed."""
        self.search.setText(code)

    def _find(self) -> None:
        typed = self.search.text().strip()
        if typed:
            codes = [
                code
                for code, name in self._units.items()
                if f"{code} {name}".startswith(typed) or pinyin.matches(name, typed)
            ]
            codes.sort(key=lambda code: code != typed)
        else:
            codes = list(self._first) or list(self._units)
        self.list.put([ListRow((code, self._units[code]), code) for code in codes[:_SHOWN]])
