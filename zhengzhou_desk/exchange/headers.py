"""Headers: which table a sheet holds, in which row it is headed, and which column is which field."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.exchange.known_words import known_words
from zhengzhou_desk.exchange.sheet import Cell, Sheet, letters
from zhengzhou_desk.records import WORKBOOK, Account, Purchase, Record, Unit
from zhengzhou_desk.records.amount_units import UNIT_IN_YUAN, YUAN_IN
from zhengzhou_desk.records.clean import compact, folded
from zhengzhou_desk.records.kinds import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from zhengzhou_desk.records.columns import Column

SEARCHED = 20
# What a person said that headings are: by the plain heading the column's name or label, "" for one not to be read.
Words: TypeAlias = "Mapping[str, str]"
# A longer text heads no column.
LONGEST = 200
LIKELY = 80
EXACT, SIMILAR, CHOSEN = "exact", "similar", "chosen"
# A column that only helps to find the unit where its code is missing.
UNIT_NAME, UNIT_USCC = "unit_name", "unit_uscc"
# A column that only says how far an order has come.
ORDER_STATE = "order_state"
_HELPERS: dict[str, tuple[str, ...]] = {
    UNIT_NAME: (
        "单位名称",
        "预算单位名称",
        "单位",
        "采购单位名称",
        "采购单位",
        "采购人名称",
        "所属预算单位",
        "所属预算单位名称",
        "预算单位",
    ),
    UNIT_USCC: ("统一社会信用代码", "信用代码", "社会信用代码", "单位统一社会信用代码"),
}
_UNIT_WORDS = re.compile(rf"[（(\[【]?(?:金额)?单位[:：]?({UNIT_IN_YUAN})[）)\]】]?")
_UNIT_SAID = re.compile(rf"单位[:：](?:人民币)?({UNIT_IN_YUAN})")
_SUFFIX = re.compile(rf"[（(]((?:单位[:：]?)?(?:{UNIT_IN_YUAN})|%|％|选填|必填)[）)]$")
_UNIT_IN_BRACKETS = re.compile(rf"[（(](?:单位[:：]?)?({UNIT_IN_YUAN})[）)]")
# Without brackets 元 and 千元 may be part of another word.
_LARGE_UNIT = re.compile(r"[百千]?万元|亿元")


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A sheet's column matched to a field: the certainty, and the factor of its figures (10,000 for 万元)."""

    place: int
    heading: str
    field: str
    sure: str = EXACT
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is read: its table, the rows of its head (places in `rows`), its columns and other headings.

    `likely` are proposals by similarity, which count only once a person has chosen them.
    """

    sheet: Sheet
    cls: type[Record]
    head: int
    below: int
    matches: tuple[ColumnMatch, ...]
    spare: tuple[tuple[int, str], ...]
    likely: tuple[ColumnMatch, ...] = ()
    doubles: tuple[tuple[str, str], ...] = ()
    year: int | None = None

    @property
    def by_hand(self) -> dict[str, str]:
        """The columns that a person named, by heading → field."""
        return {match.heading: match.field for match in self.matches if match.sure == CHOSEN}

    def is_personal(self, field: str) -> bool:
        """Whether a field holds personal data; the helpers that only find a unit do not."""
        return any(column.personal for column in self.cls.table.columns if column.name == field)

    @property
    def fingerprint(self) -> str:
        """What sheets of the same shape share: the table and its headings in their order."""
        return fingerprint([cell for cell in self.headings() if cell])

    def headings(self) -> list[str]:
        """The heading of every column."""
        return _headings(self.sheet, self.head, self.below)

    def chosen(self, choice: Mapping[str, str]) -> Layout:
        """The same with columns by heading → field as a person chose them ("" : not to be read)."""
        kept = [match for match in self.matches if match.heading not in choice]
        places = {heading: place for place, heading in reversed(list(enumerate(self.headings())))}
        fields = {column.name: column for column in self.cls.table.columns}
        above = _scale_above(self.sheet, self.head)
        for heading, name in choice.items():
            if name and heading in places:
                scale = _scale(heading, fields.get(name), above)
                kept = [match for match in kept if match.field != name]
                kept.append(ColumnMatch(places[heading], heading, name, CHOSEN, scale))
        used = {match.place for match in kept}
        spare = tuple((place, text) for place, text in enumerate(self.headings()) if text and place not in used)
        return replace(
            self, matches=tuple(sorted(kept, key=lambda match: match.place)), spare=spare, likely=(), doubles=()
        )


def fingerprint(headings: Iterable[str]) -> str:
    """A short name for a row of headings."""
    return hashlib.sha256("\t".join(headings).encode()).hexdigest()[:16]


def layout(sheet: Sheet, words: Words | None = None, among: Sequence[type[Record]] = WORKBOOK) -> Layout | None:
    """How a sheet is to be read, or None where it holds no table of ours (of those `among` which it is looked for).

    `words` are what a person said of headings: each with the name of the column that it is.
    """
    words = words or {}
    named = [cls for cls in among if cls.table.sheet == sheet.name.strip()]
    best: tuple[int, Layout] | None = None
    for cls in named or among:
        for head in range(min(SEARCHED, len(sheet.rows))):
            for below in (head, head + 1):
                found = _matched(sheet, cls, head, below, words)
                score = _score(found, named=bool(named)) if found is not None else 0
                if found is not None and score and (best is None or score > best[0]):
                    best = (score, found)
    return best[1] if best is not None else None


def _score(found: Layout, *, named: bool) -> int:
    """How well the columns fit; 0 for a chance likeness."""
    fields = {match.field for match in found.matches} - set(_HELPERS) - {ORDER_STATE}
    key = [name for name in found.cls.table.key if name in fields]
    if not fields or (not named and (len(fields) <= 1 or not _identifies(found, fields))):
        return 0
    return len(fields) * 20 + len(key) * 5 - found.head - (found.below - found.head) * 2


def _identifies(found: Layout, fields: set[str]) -> bool:
    """Whether the columns say which row is meant: a sheet that is not named like one of ours must."""
    if found.cls is Unit:
        return bool(fields & {"code", "name", "uscc"})
    if found.cls is Account:
        return {"name", "uscc"} <= fields and bool(fields & {"unit", "state"})
    if found.cls is Purchase:
        return {"number", "amount"} <= fields
    has_unit = "unit" in fields or any(match.field in _HELPERS for match in found.matches)
    rest = fields - {"unit", "year", "note", "platform_note"}
    return has_unit and bool(rest) if found.cls.table.unit == "unit" else {"day", "kind"} <= fields


def _matched(sheet: Sheet, cls: type[Record], head: int, below: int, words: Words) -> Layout | None:
    if below >= len(sheet.rows):
        return None
    headings = _headings(sheet, head, below)
    above = _scale_above(sheet, head)
    matches: list[ColumnMatch] = []
    spare: list[tuple[int, str]] = []
    doubles: list[tuple[str, str]] = []
    taken: dict[str, str] = {}
    for place, heading in enumerate(headings):
        if not heading:
            continue
        said = words.get(plain_heading(heading))
        field = _field(heading, cls, taken) if said is None else named_field(said, cls)
        if not field:
            spare.append((place, heading))
        elif field in taken:
            doubles.append((taken[field], heading))
        else:
            taken[field] = heading
            column = next((column for column in cls.table.columns if column.name == field), None)
            sure = EXACT if said is None else CHOSEN
            matches.append(ColumnMatch(place, heading, field, sure, _scale(heading, column, above)))
    if not matches:
        return None
    return Layout(
        sheet, cls, head, below, tuple(matches), tuple(spare), doubles=tuple(doubles), year=_year_above(sheet, head)
    )


def _headings(sheet: Sheet, head: int, below: int) -> list[str]:
    """The headings of one row, or of two rows read together (a group above, its parts below)."""
    top = [_text(cell) for cell in sheet.rows[head]]
    if below == head:
        return top
    bottom = [_text(cell) for cell in sheet.rows[below]]
    width = max(len(top), len(bottom))
    top += [""] * (width - len(top))
    bottom += [""] * (width - len(bottom))
    return [low if low and _is_heading(low) else high for high, low in zip(top, bottom, strict=True)]


def _is_heading(text: str) -> bool:
    return not re.fullmatch(r"[\d.,:/%\-]+", text)


def _text(cell: Cell) -> str:
    return compact(cell) if isinstance(cell, str) and len(cell) <= LONGEST else ""


@functools.lru_cache(2**15)
def plain_heading(text: str) -> str:
    """A heading without its unit of money, asterisks and brackets: 预留份额（万元）* is 预留份额."""
    text = compact(text).strip("*＊:：")
    while _SUFFIX.search(text):
        text = _SUFFIX.sub("", text)
    return text


@functools.cache
def _words(cls: type[Record]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The fields of a table by their plain labels, and by their plain synonyms in the order of the columns.

    What other systems call them comes after the program's own words.
    """
    labels = {plain_heading(column.label): column.name for column in reversed(cls.table.columns)}
    synonyms: dict[str, tuple[str, ...]] = {}
    for column in cls.table.columns:
        for word in dict.fromkeys(map(plain_heading, column.synonyms)):
            synonyms[word] = (*synonyms.get(word, ()), column.name)
    for word, name in known_words().headings.get(cls, {}).items():
        synonyms[plain_heading(word)] = (*synonyms.get(plain_heading(word), ()), name)
    return labels, synonyms


@functools.cache
def _helper_words(cls: type[Record], helper: str) -> frozenset[str]:
    """The headings of columns that only help to find the unit."""
    more = known_words().names.get(cls, ()) if helper == UNIT_NAME else ()
    return frozenset((*_HELPERS[helper], *map(plain_heading, more)))


def named_field(text: str, cls: type[Record]) -> str:
    """The field of a table that a person calls so; "" where the table has none."""
    plain, (labels, synonyms) = plain_heading(text), _words(cls)  # type: ignore[arg-type]
    if text in (column.name for column in cls.table.columns) or (text in _HELPERS and cls is not Unit):
        return text
    if cls is Purchase and (text == ORDER_STATE or plain in known_words().state_headings):
        return ORDER_STATE
    found = labels.get(plain) or next(iter(synonyms.get(plain, ())), "")
    helps = cls is not Unit and cls.table.unit is not None
    return found or next((helper for helper in _HELPERS if helps and plain in _helper_words(cls, helper)), "")  # type: ignore[arg-type]


def _field(heading: str, cls: type[Record], taken: Mapping[str, str]) -> str | None:
    plain = plain_heading(heading)
    labels, synonyms = _words(cls)  # type: ignore[arg-type]
    if plain in labels:
        return labels[plain]
    # A second heading that is only a synonym leaves the field to the first.
    free = next((name for name in synonyms.get(plain, ()) if name not in taken), None)
    if free is not None:
        return free
    if cls is not Unit and cls.table.unit is not None:
        for helper in _HELPERS:
            is_one = plain in _helper_words(cls, helper)  # type: ignore[arg-type]
            if is_one and helper not in taken and not (cls is Account and helper == UNIT_USCC):
                return helper
    if cls is Purchase and ORDER_STATE not in taken and plain in known_words().state_headings:
        return ORDER_STATE
    return None


def _scale(heading: str, column: Column | None, above: int) -> int:
    if column is None or not isinstance(column.kind, Money):
        return 1
    text = folded(heading)
    if unit := _UNIT_IN_BRACKETS.search(text):
        return YUAN_IN[unit[1]]
    unit = _LARGE_UNIT.search(text)
    return YUAN_IN[unit[0]] if unit else above


def _scale_above(sheet: Sheet, head: int) -> int:
    """A line such as 单位：万元 above the head, for columns that do not say their own."""
    for row in sheet.rows[:head]:
        for cell in row:
            match = _UNIT_WORDS.fullmatch(_text(cell)) or _UNIT_SAID.search(_text(cell))
            if match:
                return YUAN_IN[match[1]]
    return 1


def _year_above(sheet: Sheet, head: int) -> int | None:
    """The year in the title above the head (2024年…填报情况表), or in the sheet's name."""
    for text in (*(_text(cell) for row in sheet.rows[:head] for cell in row), folded(sheet.name)):
        found = {int(year) for year in re.findall(r"(20[12]\d)(?:年|年度)", text)}
        if len(found) == 1:
            return found.pop()
    return None


def with_proposals(found: Layout, remembered: Mapping[str, Collection[str]], words: Words) -> Layout:
    """The layout with likely fields proposed for the headings that belong to none.

    `remembered` is what such a heading was taken for in other sheets; it comes before likeness.
    """
    spare = [(place, heading) for place, heading in found.spare if plain_heading(heading) not in words]
    if not spare:
        return found
    columns = {column.name: column for column in found.cls.table.columns}
    free = columns.keys() - {match.field for match in found.matches}
    names = {
        plain_heading(word): name
        for name, column in columns.items()
        if name in free
        for word in (column.label, *column.synonyms)
    }
    likely = []
    for place, heading in spare:
        plain = plain_heading(heading)
        name = next((name for name in remembered.get(plain, ()) if name in free), None) or _likest(plain, names)
        if name in free:
            free.remove(name)
            likely.append(ColumnMatch(place, heading, name, SIMILAR, _scale(heading, columns[name], 1)))
    return replace(found, likely=tuple(likely))


def _likest(heading: str, names: Mapping[str, str]) -> str:
    """The field whose name is most like a heading; "" where none is like enough."""
    from rapidfuzz import fuzz, process

    answer = process.extractOne(heading, names.keys(), scorer=fuzz.WRatio, score_cutoff=LIKELY)
    return names[answer[0]] if answer is not None else ""


def cell_name(sheet: Sheet, place: int, column: int) -> str:
    """A cell as the spreadsheet names it: C14."""
    return f"{letters(column)}{sheet.number(place)}"


def missing_labels(found: Layout, fields: Sequence[str]) -> list[str]:
    """The labels of those of `fields` that no column was taken for."""
    have = {match.field for match in found.matches}
    return [found.cls.table.column(name).label for name in fields if name not in have]
