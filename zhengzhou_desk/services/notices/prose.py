"""Words of bulletins and reports: amounts in 万元, how a figure changed, 我区, and the office above."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import chinese_day
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, FILING_DUE, RATIO
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.kinds import WAN, wan_hundredths, yuan
from zhengzhou_desk.records.notice import CLOSED, SUPERSEDED, WITHDRAWN, is_issued
from zhengzhou_desk.services import followups, regions
from zhengzhou_desk.services.notices import citing, numbering

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk

_CITY = 4  # digits of a city's code; a province has two
_FEN_PER_WAN = WAN * 100


def in_prose(fen: int) -> str:
    """An amount as a sentence gives it: 万元 with two decimals, half up; below 10,000 元 in 元 to the fen."""
    if abs(fen) < _FEN_PER_WAN:
        return f"{yuan(fen, grouped=True)}元" if fen else "0元"
    points = abs(wan_hundredths(fen))
    return f"{'-' if fen < 0 else ''}{points // 100:,d}.{points % 100:02d}万元"


def changed(more: int, words: str) -> str:
    """增加3个, 减少3个, 没有变化: `words` is the difference without its sign."""
    return "没有变化" if not more else f"{'增加' if more > 0 else '减少'}{words}"


def own_region(desk: Desk) -> str:
    """我区, 我县, 我市 by the bureau's name, else its region's; 本地区 where neither ends so."""
    for name in (desk.bureau.removesuffix("财政局"), desk.region_name):
        if name and name[-1] in "区县市州旗盟":
            return f"我{name[-1]}"
    return "本地区"


def is_city(region: str) -> bool:
    """Whether the code is a city's (4101, 410100)."""
    return len(region.rstrip("0")) <= _CITY and not _is_province(region)


def _is_province(region: str) -> bool:
    return len(region.rstrip("0")) <= 2  # noqa: PLR2004


def office_above(region: str) -> str:
    """The finance department that a region reports to, by its name."""
    code = region.rstrip("0")
    if len(code) > _CITY:
        city = packs().regions.get(code[:_CITY])
        return f"{city}财政局" if city else "上级财政部门"
    province = regions.province(code)
    if province is None or _is_province(region):
        return "上级财政部门"
    return f"{province}财政{'局' if province.endswith('市') else '厅'}"


def basis(desk: Desk, year: int, *, upward: bool = False) -> str:
    """The documents by which units file and buy in a year, as a letter may cite them.

    A report upward does not cite the bureau's own.
    """
    packs = desk.law.packs
    stated = (desk.law.in_force(param.name, year) for param in (RATIO, FILING_DUE, COMPLETION_DUE))
    found = citing.stated_by(packs, stated)
    own = f"{numbering.number_word(desk)}〔"
    return citing.full(packs, (text for text in found if not (upward and text.startswith(own))))


def finish(desk: Desk, year: int) -> str:
    """By when the year's purchases are to be done: 力争10月底前完成年度任务, and once that day is gone 尽快."""
    try:
        due = desk.law.day(COMPLETION_DUE, year)
    except Unknown:
        return ""
    if desk.today > due:
        return "尽快完成年度任务"
    ends = (due + datetime.timedelta(days=1)).day == 1
    return f"力争{f'{due.month}月底' if ends else f'{due.month}月{due.day}日'}前完成年度任务"


def urged(desk: Desk, year: int) -> dict[str, str]:
    """督促: to how many units letters of the year have gone out by the day, how many letters, how many are settled.

    And how often units were called or visited, how many promises are still to be kept, how many of them are overdue.
    """
    sent = [
        row
        for row in desk.tables.find(Notice, ("year",), (year,))
        if is_issued(row) and row.state not in (WITHDRAWN, SUPERSEDED) and (row.day is None or row.day <= desk.today)
    ]
    contacts = followups.figures(desk, year)
    return {
        "contacts": str(contacts.contacts), "contacted": str(contacts.units), "promised": str(contacts.promised),
        "overdue": str(contacts.overdue),
        "urged": str(len({row.unit for row in sent})), "notices": str(len(sent)),
        "settled": str(sum(row.state == CLOSED for row in sent)),
    }  # fmt: skip


def said_day(day: datetime.date, year: int) -> str:
    """A day in a sentence about `year`: 3月25日, with its year where that is another one."""
    return chinese_day(day) if day.year != year else f"{day.month}月{day.day}日"
