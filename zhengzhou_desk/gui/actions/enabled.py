"""When an action can be taken, and what the selection of a table is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.records import Filing, Notice, Purchase, Record

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.table_page import TablePage
    from zhengzhou_desk.gui.window_api import WindowApi


def has_book(window: WindowApi) -> bool:
    """Whether a book is open."""
    return window.has_book


def can_write(window: WindowApi) -> bool:
    """Whether a book is open that can be written."""
    return window.has_book and window.desk.writable


def table(window: WindowApi) -> TablePage | None:
    """The table that is shown, if a tab of records is."""
    page = window.page if window.has_book else None
    return page.table if isinstance(page, RecordTab) else None


def on_table(window: WindowApi) -> bool:
    """Whether a table of records is in front."""
    return table(window) is not None


def can_edit(window: WindowApi) -> bool:
    """Whether the rows of the table in front can be typed into."""
    found = table(window)
    return found is not None and found.records.can_edit


def filings(window: WindowApi) -> list[Filing]:
    """The filings of the selected rows."""
    found = table(window)
    return [row for row in found.grid.chosen() if isinstance(row, Filing)] if found is not None else []


def notices(window: WindowApi) -> list[Notice]:
    """The selected documents of the register; none elsewhere."""
    found = table(window)
    return [row for row in found.grid.chosen() if isinstance(row, Notice)] if found is not None else []


def orders(window: WindowApi) -> list[Purchase]:
    """The selected orders; none elsewhere."""
    found = table(window)
    return [row for row in found.grid.chosen() if isinstance(row, Purchase)] if found is not None else []


def on_orders(window: WindowApi) -> bool:
    """Whether orders are selected in a book that can be written."""
    return can_write(window) and _selected(window, Purchase)


def on_filings(window: WindowApi) -> bool:
    """Whether filings are selected in a book that can be written."""
    return can_write(window) and _selected(window, Filing)


def on_notices(window: WindowApi) -> bool:
    """Whether documents are selected in a book that can be written."""
    return can_write(window) and _selected(window, Notice)


def _selected(window: WindowApi, cls: type[Record]) -> bool:
    """Whether rows of a table are selected; which they are is only looked at when something is done with them."""
    found = table(window)
    return found is not None and found.records.spec.cls is cls and found.grid.selectionModel().hasSelection()


def is_city(window: WindowApi) -> bool:
    """Whether the book is a city's, which takes in its districts' packages."""
    return can_write(window) and window.desk.region.endswith("00")
