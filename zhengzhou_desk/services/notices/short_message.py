"""A short text for WeChat or SMS: what is open at a unit, in the bureau's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services import followups
from zhengzhou_desk.services.notices import templates
from zhengzhou_desk.services.notices.drafting import reply_day
from zhengzhou_desk.services.notices.letter_texts import LetterTexts, common_values, named

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
    values = common_values(desk, desk.today, reply_day(desk, desk.today)) | {
        "unit": named(unit), "matters": "、".join(titles), "gap": yuan(gap, grouped=True) if gap else None,
    }  # fmt: skip
    texts = LetterTexts("message", templates.texts(desk, "message"), values)
    reachable = values["contact"] and values["phone"]
    names = ("opening", *(("gap",) if gap else ()), "ask", "contact" if reachable else "bureau")
    return "".join(texts.said(name) for name in names)
