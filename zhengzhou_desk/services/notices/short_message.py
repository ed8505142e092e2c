"""A short text for WeChat or SMS: what is open at a unit, in the bureau's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.services import followups
from zhengzhou_desk.services.notices import templates

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk


def short_message(desk: Desk, code: str) -> str:
    """What is to be done by a unit, in a few sentences. Refuses a unit at which nothing is wrong."""
    unit = desk.unit(code)
    if unit is None:
        raise Refused("没有编码为“{code}”的单位", code=code)
    titles = followups.matters(desk, code)
    if not titles:
        raise Refused("“{unit}”没有要督办的事项", unit=unit.name or code)
    gap = desk.unit_status(unit).gap
    texts = templates.texts(desk, "message")
    fields = {
        "unit": unit.name or code, "year": str(desk.year), "bureau": desk.bureau, "matters": "、".join(titles),
        "gap": yuan(gap, grouped=True) if gap else "",
        "contact": desk.setting(CONTACT) or "", "phone": desk.setting(PHONE) or "",
    }  # fmt: skip
    parts = [texts["opening"], texts["gap"] if gap else "", texts["ask"]]
    parts.append(texts["contact"] if fields["contact"] and fields["phone"] else texts["bureau"])
    return "".join(part.format_map(fields) for part in parts)
