"""The roster: every unit of the sample with its canteen, size and history, and the changes of units."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.unit import NO_CANTEEN, OUTSOURCED, OWN, SHARED
from zhengzhou_desk.sample import names
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.codes import INSTITUTION, OFFICE, credit_code, miswritten, telephone
from zhengzhou_desk.sample.names import CODES, DEPARTMENTS, SUBORDINATES, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

NAMED = len(CODES)
# Digits of a department's code, and of each level below it.
_TOP = 3
# Yearly canteen totals in whole yuan, and members of the union, by kind of unit: from … to.
TOTALS = {
    "机关": (90_000, 320_000), "事业单位": (30_000, 220_000), "小学": (80_000, 560_000), "中学": (180_000, 1_150_000),
    "幼儿园": (60_000, 240_000), "医院": (320_000, 1_900_000), "社区卫生": (30_000, 140_000),
    "福利机构": (160_000, 620_000), "街道": (70_000, 260_000), "便民中心": (20_000, 60_000),
}  # fmt: skip
MEMBERS = {
    "机关": (20, 60), "事业单位": (8, 45), "小学": (35, 120), "中学": (60, 210), "幼儿园": (15, 40), "医院": (90, 420),
    "社区卫生": (10, 45), "福利机构": (20, 60), "街道": (30, 90), "便民中心": (6, 18),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A change of a unit: what happened when to whom, and when the platform learned of it."""

    day: datetime.date
    kind: str
    old: str | None
    new: str | None
    name: str | None
    basis: str
    platform: datetime.date | None


@dataclass(frozen=True, slots=True)
class Body:
    """A unit as the generator sees it: `host` is the code of who files for a shared canteen."""

    code: str
    name: str
    kind: str
    canteen: str
    host: str | None
    members: int
    founded: datetime.date | None = None
    closed: datetime.date | None = None

    @property
    def is_department(self) -> bool:
        """Whether it is a department and not one of its units."""
        return len(self.code) == _TOP

    @property
    def reserves(self) -> bool:
        """Whether it files a reserve of its own."""
        return self.canteen in (OWN, OUTSOURCED) or self.name == names.COMPOUND

    def files_in(self, year: int) -> bool:
        """Whether it is there to file by 20 March of `year`."""
        due = datetime.date(year, 3, 20)
        return (self.founded is None or self.founded <= due) and (self.closed is None or self.closed > due)


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _event(day: str, kind: str, old: str | None, new: str | None, platform: str | None, basis: str) -> Event:
    return Event(
        _day(day), kind, CODES[old] if old else None, CODES[new] if new else None,
        new if kind != DISSOLVE else None, basis, _day(platform) if platform else None,
    )  # fmt: skip


EVENTS: tuple[Event, ...] = (
    _event("2024-09-30", DISSOLVE, "康复医院", None, "2024-10-08", "机构改革文件（样例）第1号"),
    _event("2025-01-10", NEW, None, "林业工作站", "2025-01-15", "机构改革文件（样例）第2号"),
    _event("2025-04-10", RENAME, "大数据服务中心", "大数据服务中心", "2025-04-18", "机构改革文件（样例）第3号"),
    _event("2025-07-15", MERGE, "第二十九小学", "第二十八小学", "2025-07-22", "教育布局调整（样例）第1号"),
    _event("2025-08-01", SPLIT, "第二十七小学", "第三十小学", "2025-08-11", "教育布局调整（样例）第2号"),
    _event("2025-08-20", MERGE, "第十四中学", "第十三中学", "2025-09-01", "教育布局调整（样例）第3号"),
    _event("2025-08-20", NEW, None, "第二十六小学", "2025-08-28", "教育布局调整（样例）第4号"),
    _event("2025-09-01", RENAME, "第九幼儿园", "第一实验幼儿园", "2025-09-10", "教育布局调整（样例）第5号"),
    _event("2025-12-10", DISSOLVE, "第四市场监管所", None, "2025-12-19", "机构改革文件（样例）第4号"),
    _event("2026-02-10", NEW, None, "第八幼儿园", "2026-02-13", "教育布局调整（样例）第6号"),
    _event("2026-02-20", DISSOLVE, "口腔医院", None, None, "机构改革文件（样例）第5号"),
    _event("2026-03-20", RENAME, "检验检测中心", "检验检测中心", None, "机构改革文件（样例）第6号"),
    _event("2026-03-26", NEW, None, "应急物资储备库", None, "机构改革文件（样例）第7号"),
)
_CLOSED = {
    event.old: event.day for event in EVENTS
    if event.old is not None and (event.kind == DISSOLVE or (event.kind in (MERGE, RENAME) and event.old != event.new))
}  # fmt: skip
_FOUNDED = {
    event.new: event.day for event in EVENTS
    if event.new is not None and (event.kind in (NEW, SPLIT) or (event.kind == RENAME and event.old != event.new))
}  # fmt: skip


def _body(code: str, name: str, kind: str, canteen: str, rng: Random) -> Body:
    host = CODES[canteen[1:]] if canteen.startswith("=") else None
    least, most = MEMBERS[kind]
    return Body(
        code,
        name,
        kind,
        SHARED if host else canteen,
        host,
        rng.randint(least, most),
        _FOUNDED.get(code),
        _CLOSED.get(code),
    )


def bodies(units: int, rng: Random) -> list[Body]:
    """`units` units: the named ones, and beyond them as many unnamed schools and offices as are asked for."""
    if units < NAMED:
        raise ValueError(f"the sample county has at least {NAMED} units")
    made = [_body(code, name, "机关", canteen, rng) for code, name, canteen in DEPARTMENTS]
    for subordinates in SUBORDINATES.values():
        made += [_body(CODES[name], name, kind, canteen, rng) for name, kind, canteen in subordinates]
    return sorted([*made, *_more(units - NAMED, rng)], key=lambda body: body.code)


def _more(count: int, rng: Random) -> Iterable[Body]:
    """Units for a larger county: codes of the third level beyond all others."""
    kinds = ("小学", "中学", "幼儿园", "事业单位", "社区卫生", "街道")
    for number in range(count):
        department = DEPARTMENTS[number % len(DEPARTMENTS)][0]
        kind = kinds[number // len(DEPARTMENTS) % len(kinds)]
        canteen = rng.choices((OWN, NO_CANTEEN, OUTSOURCED), (78, 14, 8))[0]
        least, most = MEMBERS[kind]
        name = f"第{number + 1}号样例{kind}"
        yield Body(
            f"{department}9{number // len(DEPARTMENTS):05d}", name, kind, canteen, None, rng.randint(least, most)
        )


# Planted in the unit table: names of the units concerned.
BAD_CREDIT_CODE = "第五小学"
SAME_CREDIT_CODE = ("第六小学", "第七小学")
SAME_NAME = ("麦香街道卫生服务站（东区）", "麦香街道卫生服务站 (东区)")
NO_CONTRACTOR_ACCOUNT = "养老服务中心"
WRONG_DEPARTMENT = ("图书馆", "教育局")
HOSTLESS = "文化馆"


def units(made: Iterable[Body], rng: Random) -> list[Unit]:
    """The rows of the unit table."""
    rows = []
    for number, body in enumerate(made, 1):
        department = None if body.is_department else body.code[:_TOP]
        prefix = OFFICE if body.kind in ("机关", "街道") else INSTITUTION
        outsourced = body.canteen == OUTSOURCED
        rows.append(
            Unit(
                code=body.code,
                name=body.name,
                uscc=_credit_code(body, prefix, number),
                department=CODES[WRONG_DEPARTMENT[1]] if body.name == WRONG_DEPARTMENT[0] else department,
                level=_level(body),
                kind=body.kind,
                canteen=body.canteen,
                canteen_host=None if body.name == HOSTLESS else body.host,
                contractor=f"样例餐饮服务公司第{number}部" if outsourced else None,
                contractor_account=f"CB{body.code}" if outsourced and body.name != NO_CONTRACTOR_ACCOUNT else None,
                admin_account="inactive" if happens(rng, 3) else "active",
                contact=f"{rng.choice(SURNAMES)}经办",
                phone=telephone(number),
                founded=body.founded,
                closed=body.closed,
                note="2025年4月由信息中心更名" if body.name == "大数据服务中心" else None,
            )
        )
    return rows


def _credit_code(body: Body, prefix: str, number: int) -> str:
    if body.name == BAD_CREDIT_CODE:
        return miswritten(credit_code(prefix, number))
    if body.name in SAME_CREDIT_CODE:
        return credit_code(prefix, int(CODES[SAME_CREDIT_CODE[0]]))
    return credit_code(prefix, number)


def _level(body: Body) -> str:
    if body.is_department:
        return "1"
    return "3" if body.kind == "便民中心" or len(body.code) > 2 * _TOP or "服务站" in body.name else "2"
