"""Comparing another list of units with the book (名录比对): differences accepted, or left with a reason."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message, sentence
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.exchange import unit_list
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.policy import measures
from zhengzhou_desk.records import Change, Entry, Record, Setting, Unit, UnitChange
from zhengzhou_desk.records.change import DISSOLVE, MERGE
from zhengzhou_desk.records.kinds import choice
from zhengzhou_desk.reports import unit_comparison
from zhengzhou_desk.reports.unit_comparison import (
    ASKED,
    BACK,
    CREDIT,
    EXTRA,
    GONE,
    MISSING,
    MOVED,
    NONE_OF_THEM,
    RECODED,
    RENAMED,
    Difference,
    row_key,
)
from zhengzhou_desk.services import editing, import_memory, unit_changes
from zhengzhou_desk.services.unit_changes import PlannedChange

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.exchange.unit_list import ListedUnit, UnitList
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.services.desk import Desk

LABELS = choice(
    (
        (ASKED, sentence("请认定")),
        (MISSING, sentence("账册没有")),
        (EXTRA, sentence("名录没有")),
        (RENAMED, sentence("名称不同")),
        (RECODED, sentence("编码不同")),
        (MOVED, sentence("主管部门不同")),
        (CREDIT, sentence("信用代码不同")),
        (GONE, sentence("名录中已停用")),
        (BACK, sentence("账册中已撤销")),
    )
)
# What is remembered, as settings by these names: reasons of differences that were left, and which unit a row means.
_LEFT, _SAME = "list_left", "list_same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list beside the book: what differs, and of the differences that were left before the reasons."""

    listed: UnitList
    fresh: tuple[Difference, ...]
    left: tuple[tuple[Difference, str], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """By which document and as of which day differences are accepted.

    `founded`: units that the book lacks are new ones; otherwise they were only forgotten.
    """

    day: datetime.date
    basis: str | None = None
    founded: bool = True


def compare_file(desk: Desk, path: Path) -> Comparison:
    """Compares a spreadsheet with the book. Changes nothing."""
    return compare(desk, listed(desk, read_workbook(path), path.name))


def listed(desk: Desk, sheets: Sequence[Sheet], source: str) -> UnitList:
    """The units that the sheets of a file list."""
    return unit_list.read(sheets, desk.tables.all(Unit), readable(source), import_memory.mappings(desk))


def compare(desk: Desk, given: UnitList) -> Comparison:
    """Compares a list that has been read with the book as it is now."""
    view = desk.engine.reader()
    units = tuple(desk.tables.all(Unit))
    closed = frozenset(unit.id for unit in units if measures.is_closed(unit, desk.today, view))
    kept = {row.name: row for row in desk.tables.all(Setting)}
    answers = {}
    for row in given.rows:
        said = kept.get(_same(row))
        if said is not None and said.value is not None:
            answers[row_key(row)] = said.value
    found = unit_comparison.compare(
        units, given.rows, closed=closed, aliases=import_memory.aliases(desk), answers=answers
    )
    fresh, left = [], []
    for each in found:
        row_left = kept.get(_left(each, given))
        if row_left is None:
            fresh.append(each)
        else:
            left.append((each, row_left.note or ""))
    return Comparison(given, tuple(fresh), tuple(left))


def words(each: Difference) -> Message:
    """A difference as a sentence."""
    template = {
        ASKED: message("请认定  {code} {name}：名录第 {row} 行像是账册的 {units}"),
        MISSING: message("账册没有  {code} {name}（名录第 {row} 行）"),
        EXTRA: message("名录没有  {code} {name}"),
        RENAMED: message("名称不同  {code}：账册 {old}，名录 {new}"),
        RECODED: message("编码不同  {name}：账册 {old}，名录 {new}"),
        MOVED: message("主管部门不同  {code} {name}：账册 {old}，名录 {new}"),
        CREDIT: message("信用代码不同  {code} {name}：账册 {old}，名录 {new}"),
        GONE: message("名录中已停用  {code} {name}（名录第 {row} 行）"),
        BACK: message("账册中已撤销  {code} {name}，名录第 {row} 行还有"),
    }[each.kind].template
    return message(
        template, code=each.code or "—", name=each.name, old=each.old or "—", new=each.new or "—",
        row=each.row.number if each.row is not None else "",
        units=tuple(f"{unit.code} {unit.name or ''}" for unit in each.candidates),
    )  # fmt: skip


# -- accepting -----------------------------------------------------------------------------------------


def plan(desk: Desk, given: UnitList, chosen: Sequence[Difference], terms: Terms) -> PlannedChange:
    """What accepting differences would write, as one step, and what follows from it. Changes nothing.

    Refuses rows of which it is not said which unit they are, units without a code or with one that is in use, and
    what the changes themselves refuse.
    """
    codes = {each.old: each.new for each in chosen if each.kind == RECODED}
    _refuse_codes(desk, chosen)
    _refuse_departments(desk, chosen)
    cells: list[tuple[Record, str, Value]] = []
    new: list[Record] = []
    follows: list[unit_changes.Consequence] = []
    for each in chosen:
        step = _step(desk, each, terms)
        follows += step.consequences
        for change in step.entry.changes:
            if change.before is None:
                new.append(_with_codes(change.row, codes))
            else:
                cells += _cells(change, codes)
    changes = editing.changes_of(desk.tables, cells, new)
    about = (str(len(chosen)), given.source, terms.basis or "—")
    return PlannedChange(Entry("list_taken", changes, about), tuple(follows))


def _cells(change: Change, codes: Mapping[str, str]) -> Iterator[tuple[Record, str, Value]]:
    assert change.before is not None
    after = _with_codes(change.row, codes)
    for column in after.table.columns:
        if column.name != "code" and after.cell(column.name) != change.before.cell(column.name):
            yield change.before, column.name, after.cell(column.name)
    if isinstance(change.before, Unit) and isinstance(change.after, Unit) and change.after.code != change.before.code:
        yield change.before, "code", change.after.code


def _with_codes(row: Record, codes: Mapping[str, str]) -> Record:
    """A row that names units whose code changes in the same step, by their new codes."""
    if isinstance(row, UnitChange):
        old, new = row.old_unit, row.new_unit
        return dataclasses.replace(row, old_unit=codes.get(old or "", old), new_unit=codes.get(new or "", new))
    if isinstance(row, Unit):
        return dataclasses.replace(row, department=codes.get(row.department or "", row.department))
    return row


def _step(desk: Desk, each: Difference, terms: Terms) -> PlannedChange:
    """One difference as a change of the book."""
    day, basis = terms.day, terms.basis
    if each.unit is None:
        return _missing(desk, each, terms)
    unit = each.unit
    if each.kind == RENAMED and unit.name:
        return unit_changes.rename(desk, unit, each.new, day, basis)
    if each.kind in (EXTRA, GONE):
        ended = each.row.since if each.row is not None and each.row.since is not None else day
        return unit_changes.dissolve(desk, unit, ended, basis)
    if each.kind == BACK:
        return _back(desk, unit)
    column = {RENAMED: "name", RECODED: "code", MOVED: "department", CREDIT: "uscc"}[each.kind]
    value = editing.parse_cell(Unit, column, each.new)
    return _plain(Change(unit, dataclasses.replace(unit, **{column: value})))


def _missing(desk: Desk, each: Difference, terms: Terms) -> PlannedChange:
    row = each.row
    assert row is not None
    if each.kind == ASKED:
        raise Refused("第 {row} 行‘{name}’请先指明是哪个单位", row=row.number, name=each.name)
    if row.code is None:
        raise Refused("第 {row} 行‘{name}’没有单位编码，不能新增。请在名录中补上编码", row=row.number, name=each.name)
    known: dict[str, object] = {**dict(row.more), "uscc": row.uscc, "department": each.department}
    if terms.founded:
        return unit_changes.establish(desk, row.code, row.name or "", terms.day, terms.basis, known)
    made = editing.new_record(desk.tables, Unit, {**known, "code": row.code, "name": row.name})
    return _plain(Change(None, made))


def _back(desk: Desk, unit: Unit) -> PlannedChange:
    """A unit is there again; not where a change that is registered says where it went."""
    if any(each.kind in (MERGE, DISSOLVE) for each in desk.tables.find(UnitChange, ("old_unit",), (unit.code,))):
        raise Refused(
            "{unit} 已登记合并或撤销。名录没有跟上的，请留下并写明理由；登记错了的，请先改正“变更”表",
            unit=editing.row_name(unit),
        )
    return _plain(Change(unit, dataclasses.replace(unit, closed=None)))


def _plain(change: Change) -> PlannedChange:
    return PlannedChange(Entry("list_taken", (change,)), ())


def _refuse_codes(desk: Desk, chosen: Sequence[Difference]) -> None:
    """Refuses codes that another unit has and keeps, and one code for two."""
    given: dict[str, str] = {}
    leaving = {each.unit.id for each in chosen if each.kind == RECODED and each.unit is not None}
    for each in chosen:
        code = each.new if each.kind == RECODED else each.code if each.kind == MISSING else ""
        if not code:
            continue
        if code in given:
            raise Refused("{first} 和 {second} 都要用编码 {code}", first=given[code], second=each.name, code=code)
        given[code] = each.name
        there = desk.tables.find(Unit, ("code",), (code,))
        if any(unit.id not in leaving for unit in there):
            raise Refused("编码 {code} 已有单位使用，请换一个", code=code)
        if there and each.kind == MISSING:
            raise Refused("编码 {code} 现在是 {unit} 的。请先办理它的编码，再新增", code=code, unit=there[0].name or "")


def _refuse_departments(desk: Desk, chosen: Sequence[Difference]) -> None:
    """Refuses departments that neither the book has nor this step brings."""
    coming = {each.code for each in chosen if each.kind == MISSING}
    for each in chosen:
        if each.kind == MOVED and each.new not in coming and desk.unit(each.new) is None:
            raise Refused(
                "{unit}的主管部门‘{department}’不在账册中。请先新增这个部门", unit=each.name, department=each.new
            )


# -- leaving, and saying which unit a row means --------------------------------------------------------


def leave(desk: Desk, given: UnitList, chosen: Sequence[Difference], reason: str) -> Entry:
    """Leaves differences as they are: they are not told again while they stay the same. Refuses a blank reason."""
    why = editing.parse_cell(Setting, "note", reason)
    if why is None:
        raise Refused("请写明留下的理由")
    rows = {}
    for each in chosen:
        name = _left(each, given)
        value = editing.parse_cell(Setting, "value", f"{each.old or '—'} → {each.new or '—'}")
        rows[name] = Setting(name=name, value=value, note=why)
    changes = tuple(Change(desk.setting_row(name), row) for name, row in rows.items())
    return desk.apply(Entry("list_left", _in_place(changes), (str(len(changes)), why)))


def take_up(desk: Desk, given: UnitList, chosen: Sequence[Difference]) -> Entry | None:
    """Tells differences again that were left."""
    kept = {row.id: row for each in chosen if (row := desk.setting_row(_left(each, given))) is not None}
    changes = tuple(Change(row, None) for row in kept.values())
    return desk.apply(Entry("list_again", changes, (str(len(changes)),))) if changes else None


def say_which(desk: Desk, row: ListedUnit, unit: Unit | None) -> Entry:
    """Keeps which unit a row means, or (None) that it is none of those it looks like."""
    name = _same(row)
    before = desk.setting_row(name)
    value = unit.code if unit is not None else NONE_OF_THEM
    after = dataclasses.replace(before or Setting(name=name), value=value)
    called = editing.row_name(unit) if unit is not None else "—"
    return desk.apply(Entry("list_same", (Change(before, after),), (row.name or row.code or "", called)))


def _in_place(changes: Sequence[Change]) -> tuple[Change, ...]:
    """New rows, and rows that are there already with what is said of them now."""
    found = []
    for change in changes:
        after = change.after
        assert isinstance(after, Setting)
        found.append(Change(change.before, dataclasses.replace(after, id=change.before.id if change.before else 0)))
    return tuple(found)


def _left(each: Difference, given: UnitList) -> str:
    """The name under which it is remembered that a difference was left; of a unit that a list lacks, by which list."""
    about = given.shape if each.kind == EXTRA else each.new
    if each.unit is None and each.row is not None:
        about = row_key(each.row)
    return f"{_LEFT}:{each.kind}:{each.unit.code if each.unit is not None else ''}:{_digest(about)}"


def _same(row: ListedUnit) -> str:
    return f"{_SAME}:{_digest(row_key(row))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
