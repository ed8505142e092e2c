"""Columns and tables: every field of a record declared once, for book, window, spreadsheet and notice."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, translated
from zhengzhou_desk.records.kinds import name_sort
from zhengzhou_desk.records.personal import is_mask, masked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengzhou_desk.records.kinds import Kind, Value


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record: its name in code, its heading, its kind, how a spreadsheet may head it."""

    name: str
    kind: Kind
    label: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    personal: bool = False
    width: int = 12

    def text(self, lang: str = CHINESE) -> str:
        """The heading in a language."""
        return translated(self.label, lang)

    def shown(self, value: Value, lang: str = CHINESE, *, personal: bool = False) -> str:
        """The value in words; a personal one masked unless `personal` ones were asked for."""
        text = self.kind.show(value, lang)
        return masked(text) if text and self.personal and not personal else text

    def refuse_mask(self, given: object) -> None:
        """Refuses what was shown in place of a personal value: written, it would destroy the true one."""
        if self.personal and is_mask(given):
            raise Refused("‘{given}’是遮住的个人信息，不是原文。请先“显示个人信息”再复制，或填写原文", given=given)

    def parsed(self, given: object) -> Any:
        """What was typed into the column, as its kind understands it; Refused names the column."""
        try:
            self.refuse_mask(given)
            value = self.kind.parse(given)
        except Refused as refused:
            raise Refused("“{column}”{reason}", column=self, reason=refused.message) from None
        if value is None and self.required:
            raise Refused("“{column}”不能空着", column=self)
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the book: name, heading, columns, the key that identifies a row to a person.

    `year` is the column that says which year a row belongs to, if it belongs to one;
    `unit` the column that says which unit; `sheet` the worksheet of the public workbook, if any.
    """

    name: str
    label: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    sheet: str | None = None
    year: str | None = None
    unit: str | None = None
    _by_name: Mapping[str, Column] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {column.name: column for column in reversed(self.columns)}
        object.__setattr__(self, "_by_name", by_name)

    def column(self, name: str) -> Column:
        """The column of a name; KeyError where there is none."""
        return self._by_name[name]

    def text(self, lang: str = CHINESE) -> str:
        """The table's name in a language."""
        return translated(self.label, lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the book, never changed in place. `id` is 0 until the store has given one."""

    table: ClassVar[Table]
    # Columns that are filled in when the row's year may be closed, and that no figure of the year rests on.
    afterwards: ClassVar[frozenset[str]] = frozenset()
    id: int = 0

    def cell(self, column: str) -> Value:
        """The value in a column, by name."""
        return getattr(self, column)  # type: ignore[no-any-return]

    def cells(self) -> tuple[Value, ...]:
        """All values in the order of the columns, without the id."""
        return tuple([getattr(self, column.name) for column in self.table.columns])

    def key(self) -> tuple[Value, ...]:
        """What identifies the row to a person, e.g. year and unit of a filing."""
        return tuple([getattr(self, name) for name in self.table.key])

    @property
    def year_of(self) -> int | None:
        """The year the row belongs to, or None for rows of no year."""
        return getattr(self, self.table.year) if self.table.year else None

    @property
    def years_held(self) -> tuple[int, ...]:
        """The years whose figures rest on the row: once one of them is closed, it cannot be changed."""
        year = self.year_of
        return () if year is None else (year,)

    @property
    def unit_of(self) -> str | None:
        """The code of the unit the row is about, or None."""
        return getattr(self, self.table.unit) if self.table.unit else None


R = TypeVar("R", bound=Record)


def column(
    kind: Kind,
    label: str,
    *synonyms: str,
    default: Value | type[dataclasses.MISSING] = None,  # type: ignore[valid-type]
    required: bool = False,
    personal: bool = False,
    width: int = 12,
) -> Any:
    """Declares a field of a record; `required` fields have no default and are never blank."""
    declared = Column("", kind, label, synonyms, required, personal, width)
    if required:
        return dataclasses.field(metadata={"column": declared})
    return dataclasses.field(default=default, metadata={"column": declared})


def table(
    name: str,
    label: str,
    *,
    key: tuple[str, ...],
    sheet: str | None = None,
    year: str | None = None,
    unit: str | None = None,
) -> Callable[[type[R]], type[R]]:
    """Declares the record class's table from its fields."""

    def declare(cls: type[R]) -> type[R]:
        columns = tuple(
            dataclasses.replace(field.metadata["column"], name=field.name)
            for field in dataclasses.fields(cls)
            if "column" in field.metadata
        )
        cls.table = Table(name, label, columns, key, sheet, year, unit)
        name_sort("table", {name: label})
        return cls

    return declare
