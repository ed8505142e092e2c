"""Going about in the window: to a tab, a record, a finding, a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.tables import TABS, tab_of
from zhengzhou_desk.gui.window_api import WindowApi
from zhengzhou_desk.records import BY_NAME, Filing, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QTabWidget, QWidget

    from zhengzhou_desk.gui.findings.panel import FindingsPanel
    from zhengzhou_desk.gui.sides import Sides
    from zhengzhou_desk.gui.window_api import Page
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Record


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("going", text)


class _Tabbed(WindowApi, Protocol):
    """A window with tabs."""

    tabs: QTabWidget

    @property
    def pages(self) -> list[Page]: ...
    @property
    def panel(self) -> FindingsPanel | None: ...
    @property
    def sides(self) -> Sides: ...


class Navigation:
    """The part of the main window that leads to places."""

    def __init__(self, window: _Tabbed) -> None:
        self._window = window

    def show_tab(self, name: str) -> None:
        """Brings a tab to the front."""
        for place, page in enumerate(self._window.pages):
            if page.name == name:
                self._window.tabs.setCurrentIndex(place)

    def show_record(self, record: Record, column: str | None = None) -> None:
        """Goes to a record's row, at a column; nowhere where no tab shows its table."""
        tab = tab_of(record.table.name)
        if tab is not None:
            self.show_tab(tab.name)
            self._window.page.show_record(record, column)

    def show_finding(self, finding: Finding) -> None:
        """Goes to the cell a finding points at; to the unit where the filing is what is missing."""
        record = self._window.desk.tables.get(BY_NAME[finding.table], finding.id)
        if record is not None:
            self.show_record(record, finding.column)
        elif finding.table == Filing.table.name and finding.unit is not None:
            unit = self._window.desk.unit(finding.unit)
            if unit is not None:
                self.show_record(unit, "code")
            self._window.tell(tr("这个单位还没有填报记录，可在“填报”表末行输入，或导入"))

    def step_finding(self, by: int) -> None:
        """Goes to the next finding or the one before; says so at the end of the list."""
        panel = self._window.panel
        if panel is not None and not panel.step(by):
            self._window.tell(tr("已经是最后一条") if by > 0 else tr("已经是第一条"))

    def move_part(self, by: int) -> None:
        """Moves the keyboard to the next part of the window that is there, or of -1 to the one before.

        The parts are the tree of departments, the page in front, the findings and the unit in front.
        """
        parts = [part for part in self._parts() if part is not None and part.isVisible()]
        here = next((place for place, part in enumerate(parts) if _has_focus(part)), -1 if by > 0 else 0)
        if parts:
            parts[(here + by) % len(parts)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> tuple[QWidget | None, ...]:
        window = self._window
        if not window.has_book:
            return ()
        page, tree, panel = window.page, window.sides.tree, window.panel
        middle = page.table.grid if isinstance(page, RecordTab) else cast("QWidget", page)
        inspector = window.sides.inspector
        return (
            tree.view if tree is not None else None, middle, panel.list if panel is not None else None,
            inspector.first_step if inspector is not None else None,
        )  # fmt: skip

    def show_unit(self, code: str) -> None:
        """Opens the page of one unit; says so where the book has none of that code."""
        from zhengzhou_desk.gui.pages.unit import UnitPage

        unit = self._window.desk.unit(code)
        if unit is None:
            self._window.tell(tr("账册中没有编码为 {code} 的单位").format(code=code))
        else:
            UnitPage(self._window, unit).exec()

    def show_units(self, tab: str, codes: Collection[str], title: str) -> None:
        """Goes to a tab and shows only these units there."""
        cls = next((spec.tables[0].cls for spec in TABS if spec.name == tab), Unit)
        # A unit that has no row there yet would not be seen: then the units themselves are shown.
        has_all = {row.unit_of for row in self._window.desk.rows(cls)}.issuperset(codes)
        self.show_tab(tab if has_all else "units")
        self._window.page.show_units(codes, title)

    def show_rows(self, table: str, rows: Collection[int], title: str, column: str | None = None) -> None:
        """Goes to the tab of a table and shows only these rows of it, a column selected."""
        tab = tab_of(table)
        if tab is not None:
            self.show_tab(tab.name)
            self._window.page.show_rows(table, rows, title, column)


def _has_focus(part: QWidget) -> bool:
    """Whether the keyboard is in a part: itself, something in it, or something beside it in the same panel."""
    at, panel = QApplication.focusWidget(), part.parentWidget() or part
    return at is not None and (at is part or part.isAncestorOf(at) or panel.isAncestorOf(at))
