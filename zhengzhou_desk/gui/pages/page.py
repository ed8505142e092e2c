"""Pages of figures: what is worked out of the whole book is taken anew when it is looked at, not while it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import BookChanged


class FiguresPage:
    """Mixed into the widget of a tab that shows no records of its own (see Page in gui/window_api.py)."""

    _stale = True

    if TYPE_CHECKING:

        def isVisible(self) -> bool: ...

    def renew(self) -> None:
        """Takes every figure anew."""
        raise NotImplementedError

    def on_book_changed(self, news: BookChanged) -> None:
        self._stale = True
        if self.isVisible():
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # type: ignore[misc]
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        self._stale = False
        self.renew()

    def show_record(self, record: Record, column: str | None) -> bool:
        return False

    def show_units(self, codes: Collection[str], title: str) -> None:
        return

    def show_rows(self, table: str, rows: Collection[int], title: str) -> None:
        return
