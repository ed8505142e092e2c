"""When an action can be taken, and what the selection of a table is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.table.tab import RecordTab, TablePage
from zhengzhou_desk.records import Filing, Notice, Purchase, Record

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import Frame


def has_book(frame: Frame) -> bool:
    return frame.has_book


def can_write(frame: Frame) -> bool:
    return frame.has_book and frame.desk.writable


def table(frame: Frame) -> TablePage | None:
    """The table that is shown, if a tab of records is."""
    page = frame.page if frame.has_book else None
    return page.table if isinstance(page, RecordTab) else None


def on_table(frame: Frame) -> bool:
    return table(frame) is not None


def can_edit(frame: Frame) -> bool:
    found = table(frame)
    return found is not None and found.records.can_edit


def filings(frame: Frame) -> list[Filing]:
    """The filings of the selected rows."""
    found = table(frame)
    return [row for row in found.grid.chosen() if isinstance(row, Filing)] if found is not None else []


def notices(frame: Frame) -> list[Notice]:
    found = table(frame)
    return [row for row in found.grid.chosen() if isinstance(row, Notice)] if found is not None else []


def orders(frame: Frame) -> list[Purchase]:
    found = table(frame)
    return [row for row in found.grid.chosen() if isinstance(row, Purchase)] if found is not None else []


def on_orders(frame: Frame) -> bool:
    return can_write(frame) and _selected(frame, Purchase)


def on_filings(frame: Frame) -> bool:
    return can_write(frame) and _selected(frame, Filing)


def on_notices(frame: Frame) -> bool:
    return can_write(frame) and _selected(frame, Notice)


def _selected(frame: Frame, cls: type[Record]) -> bool:
    """Whether rows of a table are selected; which they are is only looked at when something is done with them."""
    found = table(frame)
    return found is not None and found.records.spec.cls is cls and found.grid.selectionModel().hasSelection()


def is_city(frame: Frame) -> bool:
    """Whether the book is a city's, which takes in its districts' packages."""
    return can_write(frame) and frame.desk.region.endswith("00")
