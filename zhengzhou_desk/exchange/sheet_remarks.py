"""Remarks on the rows of a sheet: the first of each kind by their numbers, the rest counted in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.records.columns import Column

# A sheet of a quarter of a million sums makes as many remarks; nobody reads more than these.
MOST_NAMED = 100


class SheetRemarks:
    """What is to be said of the rows of one sheet that are no records."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._named: list[Message] = []
        self._notes = self._untied = 0

    def note(self, place: int) -> None:
        """A row is an explanation, which is not read."""
        self._notes += 1
        if self._notes <= MOST_NAMED:
            number = self._sheet.number(place)
            self._named.append(
                message("工作表“{sheet}”第 {row} 行是说明文字，没有读", sheet=self._sheet.name, row=number)
            )

    def untied(self, place: int, column: Column, total: int, details: int) -> None:
        """The sum of a column, in fen, is not that of the rows above."""
        self._untied += 1
        if self._untied <= MOST_NAMED:
            self._named.append(
                message(
                    "工作表“{sheet}”第 {row} 行“{column}”合计 {total} 与明细不符，差 {difference}",
                    sheet=self._sheet.name, row=self._sheet.number(place), column=column,
                    total=yuan(total, grouped=True), difference=yuan(total - details, grouped=True),
                )
            )  # fmt: skip

    def all(self) -> list[Message]:
        """The remarks in the order of the rows, then how many more there are."""
        said = list(self._named)
        if self._notes > MOST_NAMED:
            said.append(
                message(counted("工作表“{sheet}”只列出前 {shown} 行说明文字，另有 {count} 行也没有读"),
                        sheet=self._sheet.name, shown=MOST_NAMED, count=self._notes - MOST_NAMED)
            )  # fmt: skip
        if self._untied > MOST_NAMED:
            said.append(
                message(counted("工作表“{sheet}”只列出前 {shown} 处合计与明细不符，另有 {count} 处也不符"),
                        sheet=self._sheet.name, shown=MOST_NAMED, count=self._untied - MOST_NAMED)
            )  # fmt: skip
        return said
