"""Plain cells say what their kind makes of them: whatever is told at one look is told the same by the long way."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from zhengzhou_desk.common.messages import Message
from zhengzhou_desk.exchange import plain_cells
from zhengzhou_desk.exchange.column_reader import ColumnReader
from zhengzhou_desk.exchange.headers import ColumnMatch
from zhengzhou_desk.records import Filing, Purchase, Record, Spending, Unit

COLUMNS: list[tuple[type[Record], str]] = [
    (Purchase, "number"), (Purchase, "amount"), (Purchase, "buyer"), (Filing, "total"), (Filing, "unit"), (Filing, "year"),
    (Unit, "code"), (Unit, "name"), (Spending, "members"),
]  # fmt: skip
TEXTS = (
    "A0001", "a1", "NA", "null", "无", "-", "1E17", "1.2E+17", "0", "007", "1000", "1000.5", "1000.05", "1000.005", "1,000",
    "1234567890123", "12345678901234567890", "9" * 41, "１２", "①", "²", "3万元", "-5", "(5)", "", " 7", "7 ", ".5", "5.", "１.５",
    "114101050000000195", "11410105000000000000",
)  # fmt: skip
NUMBERS = (
    "0", "-0", "1", "1.0", "1E+3", "1E+20", "12.34", "12.345", "-3", "2024", "2024.5", "100000000000000", "999999999999999",
    "1000000000000000", "1E-7", "10001",
)  # fmt: skip


def long_way(reader: ColumnReader, cell: object) -> object:
    return shown(reader._said(cell))  # type: ignore[arg-type]


def shown(answer: object) -> object:
    return answer.text() if isinstance(answer, Message) else (type(answer), answer)


def reader_of(cls: type[Record], name: str, scale: int) -> ColumnReader:
    return ColumnReader(ColumnMatch(0, name, name, "", scale), cls.table.column(name))


@pytest.mark.parametrize("scale", [1, 10_000])
@pytest.mark.parametrize(("cls", "name"), COLUMNS)
def test_the_same_as_the_long_way(cls: type[Record], name: str, scale: int) -> None:
    chance = random.Random(name)
    cells: list[str | Decimal] = [*TEXTS, *map(Decimal, NUMBERS)]
    cells += ["".join(chance.choices("0123456789.,-Ee+aZ 无", k=chance.randrange(1, 9))) for _ in range(2_000)]
    cells += [Decimal(chance.randrange(10**9)).scaleb(-chance.randrange(6)) for _ in range(500)]
    reader = reader_of(cls, name, scale)
    assert [shown(answer) for answer in reader.answers(cells)] == [long_way(reader, cell) for cell in cells]


def test_codes_and_amounts_are_told_at_one_look() -> None:
    number, amount = Purchase.table.column("number").kind, Purchase.table.column("amount").kind
    assert plain_cells.plain_text_of(number, 1)("dd20240001") == "DD20240001"
    assert plain_cells.plain_text_of(amount, 1)("1000.5") == 100_050
    assert plain_cells.plain_text_of(amount, 10_000)("1000.5") is None
    assert plain_cells.plain_number_of(amount, 10_000)(Decimal("1000.5")) == 1_000_500_000
    assert plain_cells.plain_number_of(number, 1)(Decimal(101003)) == "101003"
