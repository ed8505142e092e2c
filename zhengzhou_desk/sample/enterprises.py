"""The fourteen state-owned enterprises of the sample: whom they belonged to since when, and their accounts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Account
from zhengzhou_desk.records.account import APPLIED, MISSING, OPENED
from zhengzhou_desk.sample.codes import ENTERPRISE, credit_code, miswritten, telephone
from zhengzhou_desk.sample.names import CODES, ENTERPRISES, SURNAMES

if TYPE_CHECKING:
    from random import Random

NO_SUCH_UNIT = "116003"
# Of each enterprise in order: the units it belonged to since when (blank: always), and its account's state.
_HISTORY: tuple[tuple[tuple[tuple[str | None, str | None], ...], str], ...] = (
    (((None, "国有资产服务中心"),), OPENED),
    (((None, "城市管理局"), ("2025-01-01", "国有资产服务中心")), OPENED),
    (((None, "城市管理局"),), OPENED),
    (((None, "城市管理局"), ("2025-07-01", "停车管理中心")), OPENED),
    (((None, "文化旅游局"),), OPENED),
    (((None, "科技和工业信息化局"), ("2024-06-01", "国有资产服务中心"), ("2026-01-01", "科技创新服务中心")), OPENED),
    (((None, "粮食物资储备中心"),), OPENED),
    (((None, "环境卫生服务中心"),), MISSING),
    (((None, "园林绿化中心"),), APPLIED),
    (((None, "城市管理局"),), OPENED),
    (((None, "机关事务服务中心"),), MISSING),
    (((None, "康复医院"),), OPENED),
    (((None, None),), OPENED),
    (((None, NO_SUCH_UNIT),), OPENED),
)
BAD_CREDIT_CODE = 9
# Who oversees them: the county's own office, or for the platform companies the city's; one is not known.
_REGULATORS = ("县国有资产服务中心", "市国资委", "县国有资产服务中心", "县国有资产服务中心")
_OVERSEEN_BY_NOBODY = 13


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An enterprise: its credit code, and whether it can buy on the platform."""

    number: int
    name: str
    uscc: str
    buys: bool


def _enterprise(number: int) -> Enterprise:
    code = credit_code(ENTERPRISE, number)
    code = miswritten(code) if number - 1 == BAD_CREDIT_CODE else code
    return Enterprise(number, ENTERPRISES[number - 1], code, _HISTORY[number - 1][1] == OPENED)


ALL: tuple[Enterprise, ...] = tuple(_enterprise(number) for number in range(1, len(ENTERPRISES) + 1))
# Planted, by credit code.
WITHOUT_ACCOUNT = tuple(one.uscc for one in ALL if not one.buys)
WITHOUT_UNIT = tuple(one.uscc for one in ALL[-3:])
BAD_CODE = ALL[BAD_CREDIT_CODE].uscc


def accounts(rng: Random) -> list[Account]:
    """The rows of all enterprises, one for each unit they belonged to."""
    rows = []
    for enterprise in ALL:
        history, state = _HISTORY[enterprise.number - 1]
        contact = f"{rng.choice(SURNAMES)}经办"
        for since, unit in history:
            rows.append(
                Account(
                    name=enterprise.name,
                    uscc=enterprise.uscc,
                    unit=CODES.get(unit, unit) if unit is not None else None,
                    since=datetime.date.fromisoformat(since) if since is not None else None,
                    state=state,
                    contact=contact,
                    phone=telephone(9000 + enterprise.number),
                    address=f"样例路{enterprise.number * 8}号",
                    note="归属单位待核实" if enterprise.uscc in WITHOUT_UNIT else None,
                    regulator=None
                    if enterprise.number == _OVERSEEN_BY_NOBODY
                    else _REGULATORS[enterprise.number % len(_REGULATORS)],
                )
            )
    return rows
