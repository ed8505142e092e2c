"""Small books for tests: units and filings from a few words."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from zhengzhou_desk.records import Change, Entry, Filing, Purchase, Record, Unit
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2024, 4, 1)
YUAN = 100


def clock() -> datetime.datetime:
    """A clock that stands still."""
    return datetime.datetime(2024, 4, 1, 9, 30)


def new_desk(
    folder: Path, *records: Record, year: int = 2024, region: str = "410105", name: str = "账册 一.zzd"
) -> Desk:
    """A book of 金水区财政局 holding `records`, as of 1 April 2024."""
    desk = Desk.new(folder / name, region=region, bureau="金水区财政局", year=year, clock=clock, who="王")
    if records:
        desk.apply(Entry("import", tuple(Change(None, record) for record in records), ("test",)))
    return desk


def unit(code: str = "101003", name: str = "第一小学", canteen: str | None = "own", **more: object) -> Unit:
    return Unit(code=code, name=name, canteen=canteen, **more)  # type: ignore[arg-type]


def filing(
    code: str = "101003", total: int | None = 800_000, reserve: int | None = 80_000, year: int = 2024, **more: object
) -> Filing:
    """A filing in whole yuan, filed on 10 March and confirmed on 22 March of its year."""
    days: dict[str, object] = {
        "first_filed": datetime.date(year, 3, 10), "state": "confirmed", "confirmed": datetime.date(year, 3, 22),
    }  # fmt: skip
    return Filing(
        year=year,
        unit=code,
        total=None if total is None else total * YUAN,
        reserve=None if reserve is None else reserve * YUAN,
        **(days | more),  # type: ignore[arg-type]
    )


def order(
    number: str, buyer: str | None, yuan: int, day: datetime.date = datetime.date(2024, 3, 1), **more: object
) -> Purchase:
    """An order of the platform in whole yuan, placed on 1 March 2024."""
    return Purchase(
        number=number,
        day=day,
        buyer=buyer,
        amount=yuan * YUAN,
        **({"kind": "canteen", "channel": "platform"} | more),  # type: ignore[arg-type]
    )


def written(path: Path, **sheets: Any) -> Path:
    """A workbook of these sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
