"""Submissions (上报包): writing a district's package, and taking packages into the city's book."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk import __version__
from zhengzhou_desk.common import paths, sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.common.sealing import PACKAGE, WrongPassword
from zhengzhou_desk.exchange.package import Package, write_package
from zhengzhou_desk.exchange.package_reading import look_into_packages
from zhengzhou_desk.policy.taken_packs import taken
from zhengzhou_desk.records import Change, Entry, Submission
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.submission import FALSE, PROVED, packed, remarks_of
from zhengzhou_desk.records.submission_details import as_plain, plain_months, sums_by_unit
from zhengzhou_desk.reports import city, submission_details
from zhengzhou_desk.reports.districts import own_submission
from zhengzhou_desk.reports.summary import STATE_LABELS, UNION_LABELS
from zhengzhou_desk.reports.unit_status import findings_of_year, totals, unassigned_sums, unit_statuses
from zhengzhou_desk.services import dismissals, district_codes, explanations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.records.submission import SubmittedUnit
    from zhengzhou_desk.services.desk import Desk

ACCEPTED, SAME, OLDER, NOT_TAKEN = "accepted", "same", "older", "refused"
# The figures a package is checked in, as a clerk calls them.
_CALLED = {
    "units": message("应填报单位数"), "filed": message("已填报"), "confirmed": message("已确认"),
    "pass": message("达标"),
    "fail": message("不达标"), "unknown": message("待查"), "exempt": message("不作要求"), "unfiled": message("未填报"),
    "closed": message("已撤并"), "total": message("年度食堂食材采购总额"), "reserve": message("预留份额"),
    "required": message("应预留"), "gap": message("尚差"), "ordered": message("下单金额"),
    "paid": message("已支付金额"),
    "completed": message("完结金额"), "counted": message("计入完成"), "base": message("应完成"),
}  # fmt: skip


_CODES = {
    name: frozenset(option.code for option in choice.options)
    for name, choice in (("state", STATE_LABELS), ("union", UNION_LABELS))
}


@dataclass(frozen=True, slots=True)
class PackageVerdict:
    """What becomes of one file: taken, there already, older than what is there, or refused with the reason.

    A submission that is refused all the same may be taken with a reason: only its origin is in doubt.
    """

    path: Path
    state: str
    submission: Submission | None = None
    reason: Message | None = None

    def sentence(self) -> Message:
        """What became of the file, for a person."""
        row = self.submission
        if row is None or self.state == NOT_TAKEN:
            return self.reason or message("{path} 没有读入", path=self.path)
        facts = {"path": self.path, "bureau": row.bureau, "year": row.year, "day": row.day, "count": row.units}
        if self.state == SAME:
            return message("{path}：{bureau} {year} 年度的这份上报包已在账册中", **facts)
        if self.state == ACCEPTED and row.origin == FALSE:
            return message(
                counted("{path}：已读入 {bureau} {year} 年度上报包（{count} 个单位），来源不符，理由：{reason}"),
                reason=row.origin_reason, **facts,
            )  # fmt: skip
        if self.state == ACCEPTED and row.origin == PROVED:
            return message(counted("{path}：已读入 {bureau} {year} 年度上报包（{count} 个单位），来源已证明"), **facts)
        if self.state == OLDER:
            return message("{path}：{bureau} {year} 年度（截至 {day}）比账册中的旧，没有读入", **facts)
        return message(counted("{path}：已读入 {bureau} {year} 年度上报包（截至 {day}，{count} 个单位）"), **facts)

    def remark(self) -> Message | None:
        """What the district says of its own package; None where it says nothing."""
        said = remarks_of(self.submission) if self.submission is not None else None
        if said is None or not (said.errors or said.explanations):
            return None
        facts = {"errors": said.errors, "count": len(said.explanations)}
        if not said.errors:
            return message(counted("附 {count} 条说明"), **facts)
        if said.despite is None:
            return message(counted("有 {errors} 条错误没有改正，没有说明理由；附 {count} 条说明"), **facts)
        return message(
            counted("有 {errors} 条错误没有改正，理由：{reason}；附 {count} 条说明"), reason=said.despite, **facts
        )

    @property
    def is_doubted(self) -> bool:
        """Whether it is refused for its origin alone, so that a person may take it with a reason."""
        return self.state == NOT_TAKEN and self.submission is not None


# -- the district -------------------------------------------------------------------------------


def write(
    desk: Desk,
    path: Path,
    year: int,
    *,
    now: datetime.datetime,
    contacts: bool = False,
    private: bytes | None = None,
    password: str | None = None,
    despite: str | None = None,
) -> int:
    """Writes the year's package for the city as `report` does; returns how many units it counts."""
    made = report(desk, path, year, now=now, contacts=contacts, private=private, password=password, despite=despite)
    return made.units or 0


def report(
    desk: Desk,
    path: Path,
    year: int,
    *,
    now: datetime.datetime,
    contacts: bool = False,
    private: bytes | None = None,
    password: str | None = None,
    despite: str | None = None,
) -> Submission:
    """Writes the year's package for the city, as of the desk's day; returns what `note` keeps of it.

    A closed unit is in it by name only and not counted. Signed with a `private` key, sealed under a `password`;
    `despite` is why errors are left open, and goes with it as do the reasons for warnings that were set aside.
    Refuses an altered book, and a year without units.
    """
    desk.refuse_altered()
    view = desk.engine.reader()
    rows = unit_statuses(desk.engine, year)
    if not rows:
        raise Refused("{year} 年度账册中没有单位，没有可上报的内容", year=year)
    counts, amounts = city.manifest_figures(totals(rows))
    loose = unassigned_sums(desk.engine, year)
    manifest: dict[str, Any] = {
        "region": desk.region, "region_name": desk.region_name, "bureau": desk.bureau, "year": year,
        "as_of": desk.today.isoformat(), "made": now.isoformat(timespec="seconds"), "program": __version__,
        "law": _law(desk), "counts": counts, "totals": amounts,
        "unassigned": {"ordered": loose.ordered, "paid": loose.paid, "completed": loose.completed},
        "contacts": contacts, "journal": desk.store.head, "remarks": explanations.remarks(desk, year, despite).plain(),
        "months": plain_months(submission_details.months(rows, view)),
        "findings": [as_plain(row) for row in submission_details.finding_counts(
            findings_of_year(desk.engine, year), {row.unit.code for row in rows},
            lambda found: dismissals.dismissal_of(desk, found) is not None,
        )],
    }  # fmt: skip
    units = [city.submitted_unit(row, view, contacts=contacts) for row in rows]
    digest = write_package(path, manifest, units, private=private, password=password)
    return _submission(Package(manifest, tuple(units), digest))


def note(desk: Desk, made: Submission) -> Entry:
    """Keeps in the book what was reported, in place of what was reported before for that year.

    The next check before a submission says what has changed since.
    """
    found = own_submission(desk.engine, made.year)
    after = dataclasses.replace(made, id=found.id if found is not None else 0)
    return desk.apply(Entry("report", (Change(found, after),), (str(made.year), str(made.units))))


def _law(desk: Desk) -> str:
    """A short digest of the policy packs, so that two bureaus can see whether they judge by the same."""
    whole = hashlib.sha256()
    for path in sorted(paths.POLICY.glob("*.toml")):
        whole.update(path.read_bytes())
    for _, pack in taken(desk.tables):
        whole.update(pack.digest.encode())
    return whole.hexdigest()[:12]


# -- the city -----------------------------------------------------------------------------------


def sealed_files(files: Iterable[Path]) -> list[Path]:
    """Which of the files wait for a password. One that is no sound sealed package needs none: it is refused anyway."""
    return [path for path in files if sealing.is_sealed_file(path) and _is_sound(path)]


def _is_sound(path: Path) -> bool:
    try:
        sealing.sealed_bytes(path, PACKAGE)
    except Refused:
        return False
    return True


def unlock(
    files: Sequence[Path], password: str, progress: Callable[[int, int], None] | None = None
) -> dict[Path, bytes | Refused]:
    """What a password opens of sealed packages: the contents by their paths, and why others were refused.

    A file that it does not fit is left out: it may have another one.
    """
    opened: dict[Path, bytes | Refused] = {}
    for number, path in enumerate(files, 1):
        try:
            opened[path] = sealing.read(path, PACKAGE, password)
        except WrongPassword:
            pass
        except Refused as refused:
            opened[path] = refused
        if progress is not None:
            progress(number, len(files))
    return opened


def examine(
    desk: Desk,
    files: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
    *,
    unlocked: Mapping[Path, bytes | Refused] | None = None,
    despite: Mapping[Path, str] | None = None,
) -> tuple[PackageVerdict, ...]:
    """What taking the files in would do; changes nothing. Of two packages of one region and year the newer counts.

    `unlocked` has what came out of sealed ones; `despite` the reasons why some are taken whose origin is false.
    """
    district_codes.refuse_no_city(desk)
    taken = {(row.region, row.year): row for row in desk.tables.all(Submission)}
    verdicts = []
    found = look_into_packages(files, lambda path, package: _looked_at(desk, path, package), unlocked or {}, progress)
    for path, looked in zip(files, found, strict=True):
        verdict = _verdict(desk, path, taken, looked, (despite or {}).get(path))
        if verdict.state == ACCEPTED and verdict.submission is not None:
            taken[verdict.submission.region, verdict.submission.year] = verdict.submission
        verdicts.append(verdict)
    return tuple(_last(verdicts, taken))


def _last(verdicts: Sequence[PackageVerdict], taken: dict[tuple[str, int], Submission]) -> Iterator[PackageVerdict]:
    """What another file of the same go outdid is older after all, or the same without its proof."""
    for verdict in verdicts:
        row = verdict.submission
        best = taken[row.region, row.year] if verdict.state == ACCEPTED and row is not None else row
        if row is None or best is None or best is row:
            yield verdict
        else:
            yield dataclasses.replace(verdict, state=SAME if best.digest == row.digest else OLDER)


def apply(desk: Desk, verdicts: Sequence[PackageVerdict]) -> Entry | None:
    """Puts the accepted packages into the book as one entry, each in place of its district's earlier one of that year.

    None where none was accepted.
    """
    changes = []
    names = []
    for verdict in verdicts:
        row = verdict.submission
        if verdict.state != ACCEPTED or row is None:
            continue
        found = desk.tables.find(Submission, ("region", "year"), (row.region, row.year))
        changes.append(Change(found[0] if found else None, dataclasses.replace(row, id=found[0].id if found else 0)))
        names.append(desk.law.packs.regions.get(row.region) or row.bureau or row.region)
    return desk.apply(Entry("merge", tuple(changes), (str(len(changes)), "、".join(names)[:100]))) if changes else None


def _looked_at(desk: Desk, path: Path, package: Package) -> tuple[Submission, Message | None]:
    """A package as a row, and why its origin is false where it is. Refuses another city's, and what is unsound."""
    if not package.region.startswith(desk.region.rstrip("0")) or package.region == desk.region:
        raise Refused(
            "{path} 由 {bureau}（{region}）上报，不属于{city}",
            path=path, bureau=package.manifest["bureau"], region=package.region, city=desk.region_name,
        )  # fmt: skip
    refuse_unsound(path, package, desk.store.now().date())
    return _with_origin(desk, path, package)


def _verdict(
    desk: Desk,
    path: Path,
    taken: dict[tuple[str, int], Submission],
    looked: tuple[Submission, Message | None] | Refused,
    reason: str | None,
) -> PackageVerdict:
    if isinstance(looked, Refused):
        return PackageVerdict(path, NOT_TAKEN, reason=looked.message)
    row, doubt = looked
    there = taken.get((row.region, row.year))
    if there is not None and there.digest == row.digest and (row.origin != PROVED or there.origin == PROVED):
        return PackageVerdict(path, SAME, row)
    # One from a day still to come was taken by an earlier version of this program: nothing is older than that.
    if (
        there is not None
        and there.day <= desk.store.now().date()
        and (there.day, there.made or "") > (row.day, row.made or "")
    ):
        return PackageVerdict(path, OLDER, row)
    if doubt is None:
        return PackageVerdict(path, ACCEPTED, row)
    if not reason:
        return PackageVerdict(path, NOT_TAKEN, row, doubt)
    kept = Submission.table.column("origin_reason").parsed(reason)
    return PackageVerdict(path, ACCEPTED, dataclasses.replace(row, origin_reason=kept), doubt)


def _with_origin(desk: Desk, path: Path, package: Package) -> tuple[Submission, Message | None]:
    """The package as a row that says who made it, and why that is false where it is."""
    row, signature = _submission(package), package.signature
    kept = district_codes.registered(desk, row.region)
    # By its code: what the file calls itself is what is in doubt.
    facts = {"path": path, "district": district_codes.name_of(desk, row.region)}
    if signature is not None and not signature.is_right:
        doubt = message("{path} 的签名与内容不符：{district}签名以后有人改过，没有读入", **facts)
        return dataclasses.replace(row, origin=FALSE), doubt
    signer = signature.code if signature is not None else None
    row = dataclasses.replace(row, origin=district_codes.origin_of(signer, kept.code if kept else None), signer=signer)
    if row.origin != FALSE:
        return row, None
    if signer is None:
        return row, message("{path} 没有签名，而本册登记了{district}的核对码，没有读入。请对方签名后重新生成", **facts)
    return row, message(
        "{path} 不是用{district}登记的密钥签名的，没有读入。请打电话核对；对方换过密钥的，先登记新的核对码", **facts
    )


def refuse_unsound(path: Path, package: Package, today: datetime.date) -> None:
    """Refuses a package of a day still to come, and one whose parts contradict each other."""
    _refuse_future(path, package, today)
    _check(path, package)
    _check_details(path, package)


def _refuse_future(path: Path, package: Package, today: datetime.date) -> None:
    """Refuses figures of a day still to come: every true package after it would be the older one."""
    made = datetime.date.fromisoformat(package.manifest["made"][:10])
    for day in (package.day, made):
        if day > today:
            raise Refused(
                "{path} 的日期 {day} 晚于今天（{today}）。请对方核对电脑日期后重新生成上报包",
                path=path,
                day=day,
                today=today,
            )  # fmt: skip


def _check(path: Path, package: Package) -> None:
    """Refuses a package whose parts contradict each other, and says where."""
    seen: set[str] = set()
    for number, unit in enumerate(package.units, 1):
        for name, code in (("state", unit.state), ("union", unit.union)):
            if code is not None and code not in _CODES[name]:
                raise Refused(
                    "{path} 的单位第 {row} 行“{field}”不合格式，请对方重新生成上报包", path=path, row=number, field=name
                )
        if unit.code in seen:
            raise Refused(
                "{path} 中单位 {unit} 出现两次（第 {row} 行），请对方核对后重新生成",
                path=path,
                unit=unit.code,
                row=number,
            )
        seen.add(unit.code)
    counts, amounts = city.manifest_figures(city.totals_of_submitted(package.units))
    said = {**package.manifest["counts"], **package.manifest["totals"]}
    for name, found in {**counts, **amounts}.items():
        if said.get(name) == found:
            continue
        shown = yuan if name in amounts else str
        raise Refused(
            "{path} 的合计与明细不符：{field} 上报 {said}，各单位之和为 {found}。请对方核对后重新生成",
            path=path, field=_CALLED[name], said=shown(said[name]) if name in said else "—", found=shown(found),
        )  # fmt: skip


def _check_details(path: Path, package: Package) -> None:
    """Refuses months that do not come to what the units say of the year, and findings about units that are not there.

    A package of an earlier program has neither.
    """
    months, findings = package.month_rows, package.finding_rows
    codes = {unit.code for unit in package.units}
    named = [row["unit"] for row in months or ()] + [row["unit"] for row in findings if "unit" in row]
    unknown = next((code for code in named if code not in codes), None)
    if unknown is not None:
        raise Refused("{path} 的明细中有单位 {unit}，名单中没有，请对方重新生成上报包", path=path, unit=unknown)
    if months is None:
        return
    sums = sums_by_unit(months)
    for unit in package.units:
        if sums.get(unit.code, (0, 0, 0)) != (unit.ordered or 0, unit.paid or 0, unit.completed or 0):
            raise Refused(
                "{path} 中单位 {unit} 的各月采购之和与全年不符，请对方核对后重新生成", path=path, unit=unit.code
            )


def _submission(package: Package) -> Submission:
    said = package.manifest
    sums = said["totals"]
    return Submission(
        region=package.region, year=package.year, bureau=said["bureau"], day=package.day, made=said["made"],
        units=said["counts"]["units"], total=sums["total"], reserve=sums["reserve"], completed=sums["completed"],
        loose=said["unassigned"]["ordered"], digest=package.digest, head=said.get("journal") or None,
        # The journal keeps what comes in for good, and nothing in the city's book asks whom to call in a unit.
        content=packed([_without_contact(unit) for unit in package.units], package.remarks),
    )  # fmt: skip


def _without_contact(unit: SubmittedUnit) -> SubmittedUnit:
    named = unit.contact is not None or unit.phone is not None
    return dataclasses.replace(unit, contact=None, phone=None) if named else unit
