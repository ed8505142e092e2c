"""The law in force for a book: the packs for its region, and before them the values that the bureau has set."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy import taken_packs
from zhengzhou_desk.policy.parameters import OWN, day_in, params
from zhengzhou_desk.records import Setting

if TYPE_CHECKING:
    from zhengzhou_desk.policy.packs import Packs
    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ValueInForce:
    """A value in force, the articles that state it, and the bureau's document where it is its own."""

    value: Value
    articles: tuple[str, ...]
    document: str | None = None


class Unknown(Exception):  # noqa: N818 - not an error: the answer "cannot be judged"
    """Something a verdict needs is blank or not stated; `missing` says what (a column or a param)."""

    def __init__(self, missing: str) -> None:
        self.missing = missing
        super().__init__(missing)


class Law:
    """Looks values up by param and year; results are kept until `clear_cache`."""

    def __init__(self, packs: Packs, tables: Tables, region: str) -> None:
        self.shipped = packs
        self.region = region
        self._packs: Packs | None = None
        self._tables = tables
        self._found: dict[tuple[str, int], ValueInForce | None] = {}
        self._days: dict[tuple[str, int], datetime.date] = {}

    @property
    def packs(self) -> Packs:
        """The packs in force: those of the program, and over them those that the book has taken."""
        if self._packs is None:
            taken = [pack for _, pack in taken_packs.taken(self._tables)]
            self._packs = taken_packs.laid_over(self.shipped, taken) if taken else self.shipped
        return self._packs

    def clear_cache(self) -> None:
        """Looks every value up again: a value that the bureau has set was changed, or a policy pack."""
        self._packs = None
        self._found.clear()
        self._days.clear()

    def in_force(self, name: str, year: int) -> ValueInForce | None:
        """The value of a param for a year, or None where none is in force."""
        key = (name, year)
        if key not in self._found:
            self._found[key] = self._own(name, year) or self._packed(name, year)
        return self._found[key]

    def value(self, param: Param[T], year: int) -> T | None:
        """The value of a param for a year, or None where none is in force (cached: every filing asks a dozen times)."""
        try:
            found = self._found[param.name, year]
        except KeyError:
            found = self.in_force(param.name, year)
        return None if found is None else found.value  # type: ignore[return-value]

    def known(self, param: Param[T], year: int) -> T:
        """The value of a param for a year; raises Unknown where none is in force."""
        value = self.value(param, year)
        if value is None:
            raise Unknown(param.label)
        return value

    def day(self, param: Param[str], year: int) -> datetime.date:
        """The day that a param states for a year; raises Unknown where it states none."""
        key = (param.name, year)
        if key not in self._days:
            self._days[key] = day_in(self.known(param, year), year)
        return self._days[key]

    def _own(self, name: str, year: int) -> ValueInForce | None:
        for setting in self._tables.find(Setting, ("name",), (OWN + name,)):
            if setting.year == year and setting.document and setting.value is not None:
                try:
                    return ValueInForce(params()[name].kind.parse(setting.value), (), setting.document)
                except Refused:
                    return None
        return None

    def _packed(self, name: str, year: int) -> ValueInForce | None:
        # A year is judged by what was stated by its end; days that begin later carry a later `since`.
        stated = self.packs.stated(name, self.region, datetime.date(year, 12, 31))
        return ValueInForce(stated.value, stated.articles) if stated is not None else None
