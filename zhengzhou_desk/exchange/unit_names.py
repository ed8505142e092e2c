"""Which unit a row means: by its code, credit code, exact name or remembered other name; never by likeness alone."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange.code_and_name import code_and_name
from zhengzhou_desk.exchange.headers import LONGEST
from zhengzhou_desk.records.clean import folded, name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from zhengzhou_desk.records import Unit

# For how many unknown names the likeliest units are looked for, and with how many names these are compared in all.
_MOST_NEAR = 200
MOST_COMPARED = 2_000_000
# How many units of one name are listed where a row says no more than the name.
_MOST_LISTED = 20


class UnitNames:
    """The units that are known, those of the book and those that come with the file."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = aliases
        self.names: dict[str, str] = {}
        self._keys: dict[str, str | None] = {}
        # The codes of the units of one name or one credit code, each once and in their order.
        self._by_name: dict[str, dict[str, None]] = {}
        self._by_credit: dict[str, dict[str, None]] = {}
        self._departments: set[str] = set()
        self._near: dict[str, list[str]] = {}

    def learn(self, units: Iterable[Unit]) -> None:
        """Takes units in."""
        for unit in units:
            self.names[unit.code] = unit.name or ""
            self._keys[unit.code] = unit.name_key
            if unit.department and unit.department != unit.code:
                self._departments.add(unit.department)
            if unit.name_key:
                self._by_name.setdefault(unit.name_key, {})[unit.code] = None
            if unit.uscc:
                self._by_credit.setdefault(unit.uscc, {})[unit.code] = None

    def is_known(self, name: str) -> bool:
        """Whether a name is that of a unit."""
        key = name_key(name)
        return key in self._by_name or key in self._aliases

    def is_department(self, name: str) -> bool:
        """Whether a name is that of a unit to which others belong."""
        return not self._departments.isdisjoint(self._by_name.get(name_key(name), ()))

    def only(self, name: str) -> str | None:
        """The code of the one unit of a name."""
        codes = self._by_name.get(name_key(name), {})
        return next(iter(codes)) if len(codes) == 1 else None

    def means(self, name: str, code: str) -> bool:
        """Whether a name may stand beside a code."""
        key = name_key(name)
        return key == self._keys.get(code) or self._aliases.get(key) == code

    def other_name(self, number: int, column: object, cell: object, code: str) -> Message:
        """Why a cell with a code and another unit's name is refused."""
        return message(
            "第 {row} 行“{column}”‘{given}’：编码 {code} 是‘{name}’，与所写名称不一致。请更正其中一个",
            row=number, column=column, given=cell, code=code, name=self.names[code],
        )  # fmt: skip

    def find(self, number: int, name: str, credit: str, called: object) -> str | Message:
        """The code of the unit that a row without a code means, or why that is not known; "" where it names none."""
        found: Collection[str] = self._by_credit.get(folded(credit).upper(), {}) if credit else {}
        if not found and name:
            key = name_key(name)
            found = self._by_name.get(key, {})
            if not found and key in self._aliases:
                found = [self._aliases[key]]
        both = code_and_name(name) if name and not found else None
        if both is not None and both[0] in self.names:
            if not self.means(both[1], both[0]):
                return self.other_name(number, called, name, both[0])
            found = [both[0]]
        if len(found) == 1:
            return next(iter(found))
        if found:
            return message(
                "第 {row} 行‘{name}’对应几个单位：{codes}。请填单位编码",
                row=number, name=name or credit, codes=_few(found),
            )  # fmt: skip
        return self._unknown(number, name, credit) if name or credit else ""

    def _unknown(self, number: int, name: str, credit: str) -> Message:
        near = self._likeliest(name)
        if near:
            units = tuple(f"{code} {self.names[code]}" for code in near)
            return message(
                "第 {row} 行‘{name}’不在账册的单位表中。是否为：{units}？请填单位编码",
                row=number, name=name or credit, units=units,
            )  # fmt: skip
        return message(
            "第 {row} 行‘{name}’不在账册的单位表中。请先导入单位，或填单位编码", row=number, name=name or credit
        )

    def _likeliest(self, name: str) -> list[str]:
        """Units of similar names, for the first unknown names only: each costs a comparison with every unit."""
        if name not in self._near:
            compared = (len(self._near) + 1) * len(self._keys)
            looked_for = len(self._near) < _MOST_NEAR and compared <= MOST_COMPARED and len(name) <= LONGEST
            self._near[name] = _likely(name, self._keys, 3) if looked_for else []
        return self._near[name]


def likely_units(name: str, units: Mapping[str, str], count: int = 3) -> list[str]:
    """The codes of the units whose names are most like `name`: a short list to choose from."""
    return _likely(name, {code: name_key(text) for code, text in units.items() if text}, count)


def _likely(name: str, keys: Mapping[str, str | None], count: int) -> list[str]:
    if not name:
        return []
    from rapidfuzz import fuzz, process

    answers = process.extract(name_key(name), keys, scorer=fuzz.ratio, limit=count, score_cutoff=50)
    return [code for _, _, code in answers]


def _few(codes: Collection[str]) -> tuple[object, ...]:
    """The codes of the units that a row may mean; of very many the first."""
    first = tuple(islice(codes, _MOST_LISTED))
    return first if len(first) == len(codes) else (*first, message(counted("等共 {count} 个单位"), count=len(codes)))
