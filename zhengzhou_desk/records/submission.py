"""Submissions (上报包): what a district or county reported to the city for a year, kept in the city's book."""

from __future__ import annotations

import base64
import datetime
import functools
import json
import zlib
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.common.override import override
from zhengzhou_desk.common.plain_json import new_converter
from zhengzhou_desk.records.clean import clean, folded
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.filing import FILING_STATES
from zhengzhou_desk.records.kinds import LARGEST_FEN, Day, DeclaredName, Money, Text, Whole, Year, choice
from zhengzhou_desk.records.package_remarks import PackageRemarks, as_remarks
from zhengzhou_desk.records.unit import CANTEENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cattrs import Converter


# Who made a package, by its signature and the code that the city keeps of its district.
PROVED, UNPROVED, FALSE = "proved", "unproved", "false"
ORIGINS = choice(
    ((PROVED, sentence("已证明")), (UNPROVED, sentence("未证明")), (FALSE, sentence("不符"))),
)


@table("submission", "上报包", key=("region", "year"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Record):
    """The latest package of one region and year; `content` holds its units (see `unpacked`)."""

    # What is known of a package's maker may come later than the package.
    afterwards: ClassVar[frozenset[str]] = frozenset({"origin"})
    region: str = column(DeclaredName(12, "region"), "行政区划", required=True, width=10)
    year: int = column(Year(), "年度", required=True, width=7)
    bureau: str | None = column(Text(200), "报送单位", width=26)
    day: datetime.date = column(Day(), "数据截至", required=True)
    made: str | None = column(Text(40), "生成时间", width=18)
    units: int | None = column(Whole(), "单位数", width=8)
    total: int | None = column(Money(), "年度食堂食材采购总额", width=18)
    reserve: int | None = column(Money(), "预留份额", width=16)
    completed: int | None = column(Money(), "完结金额", width=16)
    loose: int | None = column(Money(signed=True), "未归集金额", width=16)
    digest: str | None = column(Text(64), "校验码", width=20)
    head: str | None = column(Text(64), "账册校验", width=12)
    content: str | None = column(Text(10_000_000), "上报内容")
    origin: str | None = column(ORIGINS, "来源核对", width=10)
    signer: str | None = column(Text(60), "签名的核对码", width=30)
    origin_reason: str | None = column(Text(200), "来源不符仍读入的理由", width=24)

    @property
    @override
    def years_held(self) -> tuple[int, ...]:
        """The year that was reported: the city's sums rest on it."""
        return (self.year,)


@dataclass(frozen=True, slots=True)
class SubmittedUnit:
    """One unit as its district reported it; amounts in fen, None is "not known" (blank is not 0)."""

    code: str
    name: str | None
    department: str | None
    department_name: str | None
    canteen: str | None
    filing: str | None
    state: str
    union: str | None
    total: int | None
    reserve: int | None
    last_year: int | None
    required: int | None
    gap: int | None
    ordered: int | None
    paid: int | None
    completed: int | None
    counted: int | None
    base: int | None
    contact: str | None = None
    phone: str | None = None


TEXTS = ("code", "name", "department", "department_name", "canteen", "filing", "state", "union", "contact", "phone")
_FIELDS = tuple(part.name for part in fields(SubmittedUnit))
_NAMES, _NEEDED = frozenset(_FIELDS), ("code", "state")
_LONGEST = 200
_values_of = attrgetter(*_FIELDS)
AMOUNTS = tuple(name for name in _FIELDS if name not in TEXTS)


# What was bought may be less than what was sent back.
_SIGNED = ("ordered", "paid", "completed", "counted")
_LEAST = {name: -LARGEST_FEN if name in _SIGNED else 0 for name in AMOUNTS}
_BLANK: dict[str, Any] = dict.fromkeys(_FIELDS)
_CODES = ("code", "department")
_CHOICES = {"canteen": CANTEENS, "filing": FILING_STATES}


def as_rows(units: Sequence[SubmittedUnit]) -> list[dict[str, Any]]:
    """The units as plain rows, without blank fields."""
    return [
        {name: value for name, value in zip(_FIELDS, values, strict=True) if value is not None}
        for values in map(_values_of, units)
    ]


def as_units(rows: object) -> tuple[SubmittedUnit, ...]:
    """The units of plain rows. Raises ValueError(row from 1, field) at the first invalid one."""
    return tuple([SubmittedUnit(*values) for values in _sound_values(rows)])


def sound_rows(rows: Any) -> list[dict[str, Any]]:
    """Plain rows that are units. Raises ValueError as `as_units` does."""
    _sound_values(rows)
    return rows  # type: ignore[no-any-return]


def _sound_values(rows: object) -> list[tuple[Any, ...]]:
    """The values of each row in the order of the fields.

    They are looked at field by field; only where that finds something, one by one to say which it is.
    """
    if not isinstance(rows, list):
        raise ValueError(0, "")  # noqa: TRY004 - what the file says is wrong, not who calls
    if are_all(dict, rows) and all(map(_NAMES.issuperset, rows)):
        values = [tuple(map(row.get, _FIELDS)) for row in rows]
        if _are_sound(rows, values):
            return values
    for number, row in enumerate(rows, 1):
        _refuse_unsound(number, row)
    return [tuple(map(row.get, _FIELDS)) for row in rows]


def _are_sound(rows: list[dict[str, Any]], values: list[tuple[Any, ...]]) -> bool:
    given = 0
    for name, said in zip(_FIELDS, zip(*values, strict=True), strict=False):
        there = [value for value in said if value is not None]
        if not _is_sound_column(name, there) or (name in _NEEDED and len(there) < len(rows)):
            return False
        given += len(there)
    # A field that is there says something.
    return given == sum(map(len, rows))


def _is_sound_column(name: str, values: list[Any]) -> bool:
    least = _LEAST.get(name)
    if least is not None:
        return are_whole(values, least, LARGEST_FEN)
    return are_all(str, values) and all(_is_valid(name, value) for value in set(values))


def _refuse_unsound(number: int, row: object) -> None:
    if not isinstance(row, dict):
        raise ValueError(number, "")  # noqa: TRY004
    for name, value in row.items():
        if not _is_valid(name, value):
            raise ValueError(number, clean(str(name)[:40]))
    for name in _NEEDED:
        if not row.get(name):
            raise ValueError(number, name)


def are_all(sort: type, values: Iterable[object]) -> bool:
    """Whether all values are of one type, and none of a type made from it."""
    return {sort}.issuperset(map(type, values))


def are_whole(values: Sequence[Any], least: int, most: int) -> bool:
    """Whether all values are whole numbers from `least` to `most`."""
    return not values or (are_all(int, values) and least <= min(values) and max(values) <= most)


def _is_valid(name: str, value: object) -> bool:
    """Whether a field holds a value that a district's book can hold."""
    least = _LEAST.get(name)
    if least is not None:
        return type(value) is int and least <= value <= LARGEST_FEN
    if name in _CODES:
        return is_code(value)
    return isinstance(value, str) and name in TEXTS and _is_option(name, value)


@functools.lru_cache(2**12)
def _is_option(name: str, value: str) -> bool:
    """Whether a text is one of its field's, where that has a choice; departments and states come again and again."""
    if not _is_text(value):
        return False
    return name not in _CHOICES or any(option.code == value for option in _CHOICES[name].options)


def is_code(value: object) -> bool:
    """Whether a value is a unit's code as a book keeps it."""
    if type(value) is str and value.isascii() and value.isalnum() and len(value) <= _LONGEST:
        return value == value.upper()  # nothing in it is to be cleaned or folded
    return _is_text(value) and folded(value).replace(" ", "").upper() == value


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and clean(value) == value


# Under this key the first unit carries what is said of the whole: earlier programs read a list of units, and pass over
# what they do not know of one.
_REMARKS = "package_remarks"


def packed(units: Sequence[SubmittedUnit], remarks: PackageRemarks | None = None) -> str:
    """The units, and what is said of the whole, compressed for the column `content`."""
    rows = as_rows(units)
    if rows and remarks is not None:
        rows[0][_REMARKS] = remarks.plain()
    plain = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(plain, 6)).decode()


def unpacked(row: Submission) -> tuple[SubmittedUnit, ...]:
    """The units a submission reported, as the book keeps them.

    They were looked at when they came: a field that a newer program kept is passed over, one that is missing is not
    known.
    """
    rows = _kept(row)
    for unit in rows[:1]:
        if isinstance(unit, dict):
            unit.pop(_REMARKS, None)
    try:
        return as_units(rows)
    except ValueError:  # of another program, or of a file that somebody has written into
        read = _reader().structure
        return tuple([read(_NOT_KNOWN | unit, SubmittedUnit) for unit in rows])


def remarks_of(row: Submission) -> PackageRemarks | None:
    """What the bureau said of its package; None where it was made before there were remarks."""
    plain = _plain(row)
    if _REMARKS not in plain:
        return None
    # They stand in the first unit: a city asks for those of all its districts, and not for their units.
    first = json.JSONDecoder().raw_decode(plain, 1)[0] if plain.startswith("[{") else json.loads(plain)[0]
    return as_remarks(first[_REMARKS]) if _REMARKS in first else None


def _kept(row: Submission) -> list[dict[str, Any]]:
    """The rows of the column `content`."""
    found: list[dict[str, Any]] = json.loads(_plain(row))
    return found


def _plain(row: Submission) -> str:
    return zlib.decompress(base64.b64decode(row.content)).decode() if row.content else "[]"


_NOT_KNOWN: dict[str, Any] = _BLANK | {"code": "", "state": "unknown"}


@functools.cache
def _reader() -> Converter:
    return new_converter()
