"""How other systems head columns and call values: one data file, and the bureau's own beside the settings."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.paths import HEADINGS
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.records import WORKBOOK, Purchase, Record
from zhengzhou_desk.records.clean import compact
from zhengzhou_desk.records.kinds import Choice, Day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What a table may be headed by that has no such column of its own: it helps to find the unit.
_UNIT_NAME = "单位名称"
_SECTIONS = {"headings", "values", "review", "orders", "units"}
_OF_ORDERS = {"headings", "cancelled", "before", "fine"}
_OF_UNITS = {"stopped"}


@dataclass(slots=True)
class KnownWords:
    """Headings by the table's class; words of choices by class and field; what the state of an order says."""

    headings: dict[type[Record], dict[str, str]] = field(default_factory=dict)
    names: dict[type[Record], list[str]] = field(default_factory=dict)
    values: dict[tuple[type[Record], str], dict[str, str]] = field(default_factory=dict)
    review_days: set[str] = field(default_factory=set)
    state_headings: list[str] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)
    # The labels of the days that an order of a state cannot have yet.
    before: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fine: set[str] = field(default_factory=set)
    # By the heading of a column the words in it that say of a unit that it is no longer.
    stopped: dict[str, set[str]] = field(default_factory=dict)

    def add(self, content: dict[str, Any], path: Path) -> None:
        """Takes a file in. Refuses names that are none of ours: a slip would change nothing and be seen by nobody."""
        days = {column.label for column in Purchase.table.columns if isinstance(column.kind, Day)}
        orders = content.get("orders", {})
        unknown = [
            *(content.keys() - _SECTIONS),
            *(orders.keys() - _OF_ORDERS),
            *(content.get("units", {}).keys() - _OF_UNITS),
            *(set(chain.from_iterable(orders.get("before", {}).values())) - days),
        ]
        if unknown:
            raise _wrong(path, min(unknown))
        for table, columns in _tables(content.get("headings", {}), path):
            for label, words in columns.items():
                self._heading(table, label, _texts(words, path, label), path)
        for table, columns in _tables(content.get("values", {}), path):
            for label, options in columns.items():
                self._values(table, label, options, path)
        self.review_days |= set(map(compact, content.get("review", {}).get("days", ())))
        self.state_headings += [compact(word) for word in orders.get("headings", ())]
        self.cancelled |= set(map(compact, orders.get("cancelled", ())))
        self.before |= {compact(state): tuple(days) for state, days in orders.get("before", {}).items()}
        self.fine |= set(map(compact, orders.get("fine", {}).get("states", ())))
        for heading, words in content.get("units", {}).get("stopped", {}).items():
            self.stopped.setdefault(compact(heading), set()).update(map(compact, _texts(words, path, heading)))

    def _heading(self, table: type[Record], label: str, words: list[str], path: Path) -> None:
        name = next((column.name for column in table.table.columns if column.label == label), None)
        if name is not None:
            self.headings.setdefault(table, {}).update(dict.fromkeys(words, name))
        elif label == _UNIT_NAME:
            self.names.setdefault(table, []).extend(words)
        else:
            raise _wrong(path, label)

    def _values(self, table: type[Record], label: str, options: dict[str, Any], path: Path) -> None:
        column = next((column for column in table.table.columns if column.label == label), None)
        if column is None or not isinstance(column.kind, Choice):
            raise _wrong(path, label)
        for option, words in options.items():
            code = next((each.code for each in column.kind.options if each.label == option), None)
            if code is None:
                raise _wrong(path, option)
            known = self.values.setdefault((table, column.name), {})
            known.update(dict.fromkeys(map(compact, _texts(words, path, option)), code))


@functools.cache
def known_words() -> KnownWords:
    """The words of the program's file and of the bureau's own, read once."""
    found = KnownWords()
    for path in (HEADINGS, Settings.of_user().folder / HEADINGS.name):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            raise Refused("{path} 写得不对：{reason}", path=path, reason=str(error)) from None
        try:
            found.add(content, path)
        except (AttributeError, TypeError):
            raise _wrong(path, "headings / values / orders / units") from None
    return found


def _tables(section: dict[str, Any], path: Path) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    by_sheet = {cls.table.sheet: cls for cls in WORKBOOK}
    for name, columns in section.items():
        if name not in by_sheet:
            raise _wrong(path, name)
        yield by_sheet[name], columns


def _texts(words: object, path: Path, label: str) -> list[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise _wrong(path, label)
    return words


def _wrong(path: Path, name: str) -> Refused:
    return Refused(
        "{path} 中的“{name}”不是程序认得的表、列名或取值，或写法不对。请对照程序自带的那一份改正",
        path=path, name=name,
    )  # fmt: skip
