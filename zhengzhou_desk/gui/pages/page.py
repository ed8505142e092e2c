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

        def isVisible(self) -> bool: ...  # noqa: N802, D102 - of the QWidget it is mixed into

    def renew(self) -> None:
        """Takes every figure anew."""
        raise NotImplementedError

    def on_book_changed(self, news: BookChanged) -> None:  # noqa: ARG002 - as Page has it
        """Whatever has changed, all figures are old: they are taken anew, at once where they are seen."""
        self._stale = True
        if self.isVisible():
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - of the QWidget it is mixed into
        """Takes old figures anew when the page comes to the front."""
        super().showEvent(event)  # type: ignore[misc]
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        self._stale = False
        self.renew()

    def show_record(self, record: Record, column: str | None) -> bool:  # noqa: ARG002 - as Page has it
        """False: such a page has no records."""
        return False

    def show_units(self, codes: Collection[str], title: str) -> None:
        """Nothing: the figures are those of all units."""

    def show_rows(self, table: str, rows: Collection[int], title: str, column: str | None = None) -> None:
        """Nothing: such a page has no rows of a table."""
