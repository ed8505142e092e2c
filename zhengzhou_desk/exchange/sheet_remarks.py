"""Remarks on the rows of a sheet: the first of each kind by their numbers, the rest counted in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.exchange.totals import Difference

# A sheet of a quarter of a million sums makes as many remarks; nobody reads more than these.
MOST_NAMED = 100


class SheetRemarks:
    """What is to be said of the sums of one sheet that do not tie, and of rows that may be data after all."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._named: list[Message] = []
        self._untied = 0
        self._doubtful: list[int] = []

    def untied(self, place: int, difference: Difference) -> None:
        """The sum of a column is not that of the rows it is about."""
        self._untied += 1
        if self._untied <= MOST_NAMED:
            show = difference.column.kind.show
            self._named.append(
                message(
                    "工作表“{sheet}”第 {row} 行“{column}”合计 {total} 与明细不符，差 {difference}",
                    sheet=self._sheet.name, row=self._sheet.number(place), column=difference.column,
                    total=show(difference.total), difference=show(difference.total - difference.details),
                )
            )  # fmt: skip

    def doubtful(self, place: int) -> None:
        """A row was left out that may be a unit's."""
        self._doubtful.append(self._sheet.number(place))

    def all(self) -> list[Message]:
        """The remarks in the order of the rows, then how many more there are."""
        said = list(self._named)
        if self._untied > MOST_NAMED:
            said.append(
                message(counted("工作表“{sheet}”只列出前 {shown} 处合计与明细不符，另有 {count} 处也不符"),
                        sheet=self._sheet.name, shown=MOST_NAMED, count=self._untied - MOST_NAMED)
            )  # fmt: skip
        if self._doubtful:
            only = counted("工作表“{sheet}”有 {count} 行只写了名称，没有读（如第 {row} 行）。若是单位请填单位编码")
            count, row = len(self._doubtful), self._doubtful[0]
            said.append(message(only, sheet=self._sheet.name, count=count, row=row))
        return said
