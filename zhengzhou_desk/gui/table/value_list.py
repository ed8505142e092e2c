"""The values of a column: each once, with how many rows have it, and the rows of those that are ticked."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records.kinds import Money, in_wan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import Any

    from zhengzhou_desk.gui.table.columns import GridColumn
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk

# Beyond this many a list is no help: the filter takes what is typed.
MOST = 1_000
# The key of a cell in which nothing stands; a zero is written out and is another one.
BLANK = ""


class ListedValue(NamedTuple):
    """A value as the column's cells say it: the key by which it is chosen, how it is shown, in how many rows it is."""

    key: str
    text: str
    rows: int


def listed_values(
    column: GridColumn, desk: Desk, lang: str, rows: Iterable[Record], *, wan: bool
) -> list[ListedValue] | None:
    """The values of a column in these rows, sorted; None where they are too many. `wan`: amounts are shown in 万元."""
    counts = _counted(column, desk, rows)
    if counts is None:
        return None
    found: dict[str, ListedValue] = {}
    for value in sorted(counts, key=sort_key):
        key = column.said(desk, value, lang, wan=False)
        before = found[key].rows if key in found else 0
        is_amount = wan and isinstance(column.kind, Money) and isinstance(value, int)
        found[key] = ListedValue(key, in_wan(value) if is_amount else key, before + counts[value])
    return list(found.values()) if len(found) <= MOST else None


def _counted(column: GridColumn, desk: Desk, rows: Iterable[Record]) -> Counter[Any] | None:
    """How often each value is there; None where they are too many, of which computing all would take its time."""
    # Several may be written alike: names that are masked, shares of different amounts.
    most = 2 * MOST
    value_of = _getter(column, desk)
    if column.field is not None:
        found = Counter(map(value_of, rows))
        return found if len(found) <= most else None
    counts: Counter[Any] = Counter()
    for row in rows:
        counts[value_of(row)] += 1
        if len(counts) > most or (len(counts) > MOST and not isinstance(next(reversed(counts)), Ratio)):
            return None
    return counts


def with_values(
    column: GridColumn, desk: Desk, lang: str, rows: Iterable[Record], wanted: Collection[str]
) -> list[Record]:
    """The rows whose cell is one of the chosen; each different value is written out once."""
    value_of = _getter(column, desk)
    fits: dict[object, bool] = {}
    kept = []
    for row in rows:
        value = value_of(row)
        fit = fits.get(value)
        if fit is None:
            fit = fits[value] = column.said(desk, value, lang, wan=False) in wanted
        if fit:
            kept.append(row)
    return kept


def found_in(values: Sequence[ListedValue], typed: str) -> list[bool]:
    """Of each value whether what was typed is part of it or of its pinyin initials."""
    plain = typed.strip().replace(",", "")
    return [
        pinyin.matches(each.text, typed) or (bool(plain) and plain in each.text.replace(",", "")) for each in values
    ]


def sort_key(value: object, *, falling: bool = False) -> tuple[int, Any]:
    """Blanks last either way; numbers, shares, days and words each among themselves."""
    if value is None:
        return (-1 if falling else 9, 0)
    if isinstance(value, Ratio):
        return (0, value.part / value.whole if value.whole else -1)
    if isinstance(value, int):
        return (0, value)
    return (1, str(value))


def _getter(column: GridColumn, desk: Desk) -> Callable[[Record], Any]:
    return attrgetter(column.field.name) if column.field is not None else lambda row: column.value(desk, row)
