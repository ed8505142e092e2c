"""Packages as a data set for analysis engines: which are taken, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange import data_set
from zhengzhou_desk.exchange.data_set import Part, refuse_without_engine
from zhengzhou_desk.exchange.package import Package
from zhengzhou_desk.exchange.package_reading import read_packages
from zhengzhou_desk.records.submission_details import MonthSum, as_plain
from zhengzhou_desk.services.submissions import refuse_unsound

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["OLDER", "REFUSED", "SAME", "TAKEN", "FileVerdict", "refuse_without_engine", "write"]

TAKEN, SAME, OLDER, REFUSED = "taken", "same", "older", "refused"
_OF_UNIT = ("name", "department", "department_name", "canteen", "state")
_OF_FILING = ("filing", "total", "reserve", "last_year", "required", "gap", "counted", "base")


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What becomes of one file: written, there already, older than what is there, or refused with the reason."""

    path: Path
    state: str
    package: Package | None = None
    reason: Message | None = None

    def sentence(self) -> Message:
        """What became of the file, for a person."""
        if self.package is None:
            return self.reason or message("{path} 没有写入数据集", path=self.path)
        said = self.package.manifest
        facts = {
            "path": self.path, "bureau": said["bureau"], "year": self.package.year, "day": self.package.day,
            "count": said["counts"].get("units", 0),
        }  # fmt: skip
        if self.state == SAME:
            return message("{path}：{bureau} {year} 年度的这份上报包已在数据集中", **facts)
        if self.state == OLDER:
            return message("{path}：{bureau} {year} 年度（截至 {day}）比数据集中的旧，没有写入", **facts)
        return message(counted("{path}：已写入 {bureau} {year} 年度（截至 {day}，{count} 个单位）"), **facts)


def write(
    files: Sequence[Path],
    folder: Path,
    today: datetime.date,
    *,
    unlocked: Mapping[Path, bytes | Refused] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[FileVerdict, ...]:
    """Writes the newest sound package of each region and year into the data set; says what became of each file.

    Refuses a folder that holds anything else. Who signed a package is written down and not judged: which key is
    whose, a city's book knows.
    """
    refuse_without_engine()
    there = {part.place: part for part in data_set.parts_of(folder)}
    verdicts: list[FileVerdict] = []
    newest: dict[str, tuple[Part, Package]] = {}
    for path, read in zip(files, read_packages(files, unlocked or {}, progress), strict=True):
        verdict = _looked_at(path, read, today)
        package = verdict.package
        if package is not None:
            part = _part(package)
            state = _state(part, there.get(part.place))
            if state == TAKEN:
                there[part.place] = part
                newest[part.place] = part, package
            verdict = replace(verdict, state=state)
        verdicts.append(verdict)
    if newest:
        found = list(newest.values())
        rows = {name: _rows(make, found) for name, make in _TABLES}
        data_set.write(folder, [part for part, _ in found], rows)
    return tuple(_outdone(verdict, newest) for verdict in verdicts)


def _looked_at(path: Path, read: Package | Refused, today: datetime.date) -> FileVerdict:
    try:
        if isinstance(read, Refused):
            raise read
        refuse_unsound(path, read, today)
        if read.signature is not None and not read.signature.is_right:
            raise Refused("{path} 的签名与内容不符：签名以后有人改过，没有写入", path=path)
    except Refused as refused:
        return FileVerdict(path, REFUSED, reason=refused.message)
    return FileVerdict(path, TAKEN, read)


def _state(part: Part, there: Part | None) -> str:
    if there is None:
        return TAKEN
    if there.digest == part.digest:
        return SAME
    return OLDER if (there.as_of, there.made) > (part.as_of, part.made) else TAKEN


def _outdone(verdict: FileVerdict, newest: Mapping[str, tuple[Part, Package]]) -> FileVerdict:
    """What another file of the same go outdid is older after all."""
    if verdict.state != TAKEN or verdict.package is None:
        return verdict
    _, best = newest[_part(verdict.package).place]
    return verdict if best is verdict.package else replace(verdict, state=OLDER)


def _part(package: Package) -> Part:
    said = package.manifest
    return Part(package.region, package.year, said["as_of"], said["made"], package.digest)


# -- rows ---------------------------------------------------------------------------------------


def _submission(part: Part, package: Package) -> Iterator[dict[str, Any]]:
    said, signature = package.manifest, package.signature
    yield {
        **_place(part), "bureau": said["bureau"], "as_of": part.as_of, "made": part.made, "digest": part.digest,
        "signer": signature.code if signature is not None else None, "by_month": "months" in said,
        "with_findings": "findings" in said,
        **{f"loose_{name}": amount for name, amount in said["unassigned"].items()},
    }  # fmt: skip


def _units(part: Part, package: Package) -> Iterator[dict[str, Any]]:
    for unit in package.units:
        words = {name: getattr(unit, name) for name in _OF_UNIT}
        yield {**_place(part), "unit": unit.code, **words, "union_state": unit.union}


def _filings(part: Part, package: Package) -> Iterator[dict[str, Any]]:
    for unit in package.units:
        yield {**_place(part), "unit": unit.code, **{name: getattr(unit, name) for name in _OF_FILING}}


def _purchases(part: Part, package: Package) -> Iterator[dict[str, Any]]:
    months = package.months
    for row in months if months is not None else _without_months(package):
        yield {**_place(part), **as_plain(row)}


def _without_months(package: Package) -> Iterator[MonthSum]:
    """What a package of an earlier program says: the sums of the year, of which no month is known."""
    for unit in package.units:
        row = MonthSum(unit.code, None, unit.ordered or 0, unit.paid or 0, unit.completed or 0)
        if row.ordered or row.paid or row.completed:
            yield row


def _findings(part: Part, package: Package) -> Iterator[dict[str, Any]]:
    for row in package.findings or ():
        yield {**_place(part), **as_plain(row)}


def _place(part: Part) -> dict[str, Any]:
    return {"region": part.region, "year": part.year}


_Make = Callable[[Part, Package], Iterator[dict[str, Any]]]
_TABLES: tuple[tuple[str, _Make], ...] = (
    ("submissions", _submission),
    ("units", _units),
    ("filings", _filings),
    ("purchases", _purchases),
    ("findings", _findings),
)


def _rows(make: _Make, found: Sequence[tuple[Part, Package]]) -> Iterator[dict[str, Any]]:
    """The rows of one table, made while they are written."""
    for part, package in found:
        yield from make(part, package)
