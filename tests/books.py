"""Small books for tests: units and filings from a few words."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from zhengzhou_desk.records import Account, Change, Entry, Filing, Purchase, Record, Spending, Unit
from zhengzhou_desk.services.desk import Desk

# The checkout.
HOME = Path(__file__).resolve().parents[1]
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


def account(name: str, uscc: str, code: str, **more: object) -> Account:
    return Account(name=name, uscc=uscc, unit=code, **more)  # type: ignore[arg-type]


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


def county(folder: Path) -> Path:
    """Three units, one of which fails; some of everything else."""
    with new_desk(
        folder,
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101003", "金水第一小学", department="101"), filing("101003", 800_000, 60_000), filing("101003", 800_000, 50_000, 2023),
        unit("101004", "第二小学", department="101"), filing("101004", 800_000, 80_000), filing("101004", 800_000, 80_000, 2023),
        Spending(year=2024, unit="101003", members=10, welfare=10_000_000, purchased=100),
        Account(name="城投公司", uscc="91410105MA00000319", unit="101003", state="missing"),
        order("A1", "101003", 5_000), order("A2", "999", 100),
        name="金水.zzd",
    ) as desk:  # fmt: skip
        return desk.path


def book(folder: Path, *rows: Record) -> Path:
    folder.mkdir(exist_ok=True)
    with new_desk(folder, *(rows or (unit(), filing()))) as desk:
        return desk.path


def opened(path: Path, **more: Any) -> Desk:
    return Desk.opened(path, clock=clock, who="王", **more)


def two_schools(folder: Path) -> Desk:
    """A book of two units without filings, into which tests import."""
    return new_desk(folder, unit("101003", "第一小学"), unit("101004", "金水区（东）小学"))
