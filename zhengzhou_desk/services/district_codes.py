"""District codes (区县核对码): registering by which key a district signs, and what that says of its packages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, DistrictCode, Entry, Submission
from zhengzhou_desk.records.check_code import read_code
from zhengzhou_desk.records.submission import FALSE, PROVED, UNPROVED

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk

_DISTRICT_DIGITS = 6


def refuse_no_city(desk: Desk) -> None:
    """Refuses a book that is not a city's."""
    if len(desk.region.rstrip("0")) >= _DISTRICT_DIGITS - 1:
        raise Refused("本账册是{region}的，只有市级账册（如 410100）才能读入区县的上报包", region=desk.region_name)


def registered(desk: Desk, region: str) -> DistrictCode | None:
    """The code that the city keeps of a region."""
    return next(iter(desk.tables.find(DistrictCode, ("region",), (region,))), None)


def origin_of(signer: str | None, code: str | None) -> str:
    """What a right signature, or none, says of a package's maker, given the code that is kept of the district.

    Once a code is kept, a package without a signature is as false as one by another key: whoever forges one would
    just leave the signature out.
    """
    if code is None:
        return UNPROVED
    return PROVED if signer == code else FALSE


def register(desk: Desk, region: str, text: str, *, told_by: str = "") -> Entry | None:
    """Keeps the code of a district, and marks anew who made what it has submitted; None where it is kept already.

    What came without a signature before there was a code stays unproved.
    """
    refuse_no_city(desk)
    if region not in districts(desk):
        raise Refused("{region} 不是{city}的区县，请核对行政区划代码", region=region, city=desk.region_name)
    code = read_code(text)
    before = registered(desk, region)
    told = DistrictCode.table.column("told_by").parsed(told_by) if told_by else None
    if before is not None and before.code == code:
        return None
    after = DistrictCode(
        id=before.id if before else 0, region=region, code=code, since=desk.store.now().date(),
        told_by=told if isinstance(told, str) else None,
    )  # fmt: skip
    marks = [
        Change(row, dataclasses.replace(row, origin=origin))
        for row in desk.tables.find(Submission, ("region",), (region,))
        if row.signer is not None and (origin := origin_of(row.signer, code)) != row.origin
    ]
    return desk.apply(Entry("district_code", (Change(before, after), *marks), (name_of(desk, region),)))


def forget(desk: Desk, region: str) -> Entry | None:
    """Takes the code of a district out of the book; what it has submitted is unproved again."""
    before = registered(desk, region)
    if before is None:
        return None
    marks = [
        Change(row, dataclasses.replace(row, origin=UNPROVED))
        for row in desk.tables.find(Submission, ("region",), (region,))
        if row.origin == PROVED
    ]
    return desk.apply(Entry("no_district_code", (Change(before, None), *marks), (name_of(desk, region),)))


def name_of(desk: Desk, region: str) -> str:
    """What a region is called."""
    return desk.law.packs.regions.get(region) or region


def districts(desk: Desk) -> dict[str, str]:
    """The districts of the city by their codes."""
    prefix = desk.region.rstrip("0")
    return {
        code: name
        for code, name in sorted(desk.law.packs.regions.items())
        if code.startswith(prefix) and code != desk.region and len(code) == _DISTRICT_DIGITS
    }
