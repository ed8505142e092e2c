"""The scope: which units the whole window shows, chosen in the tree of departments; every table follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zhengzhou_desk.records import Account, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk


class Scope(QObject):
    """All units, or some of them under a name; `changed` tells of it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Codes of units, and credit codes of enterprises; None is everything.
        self.codes: frozenset[str] | None = None
        self.title = ""
        # The department that was chosen as a whole, for what is kept or done by department.
        self.department: str | None = None

    def choose(self, codes: Collection[str], title: str, department: str | None = None) -> None:
        """Shows only what is about these."""
        self._put(frozenset(codes), title, department)

    def choose_department(self, desk: Desk, code: str) -> None:
        """Shows only the units of a department, itself among them."""
        units = [unit.code for unit in desk.rows(Unit) if unit.department_or_self == code]
        if not units:  # one that was kept under a name, and is gone
            self.lift()
            return
        head = desk.unit(code)
        self.choose(units, (head.name if head is not None else None) or code, code)

    def lift(self) -> None:
        """Shows everything again."""
        self._put(None, "", None)

    def _put(self, codes: frozenset[str] | None, title: str, department: str | None) -> None:
        if (codes, title, department) != (self.codes, self.title, self.department):
            self.codes, self.title, self.department = codes, title, department
            self.changed.emit()

    def holds(self, row: Record) -> bool:
        """Whether a row is about one of them."""
        if self.codes is None or row.unit_of in self.codes:
            return True
        return isinstance(row, Account) and row.uscc in self.codes
