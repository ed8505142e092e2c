"""What is missing before letters go out: said while there is still time to add it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.setting import CONTACT, NUMBER_WORD, OFFICE, PHONE
from zhengzhou_desk.services.notices import workdays

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from zhengzhou_desk.services.desk import Desk


def missing(
    desk: Desk,
    units: Collection[str],
    *,
    word: str,
    first: int,
    day: datetime.date,
    reply_by: datetime.date,
) -> tuple[Message, ...]:
    """What letters to these units, from that number on, would lack or could not have; the gravest first."""
    found: list[Message] = []
    taken = {row.number for row in desk.tables.all(Notice)}
    if any(f"{word}〔{day.year}〕{first + place}号" in taken for place in range(len(units))):
        found.append(message("从这个序号起的文号里有已经用过的，换一个起始序号"))
    if reply_by <= day:
        found.append(message("回复期限不晚于成文日期"))
    absent = [name for name in (CONTACT, PHONE) if not desk.setting(name)]
    if absent:
        found.append(message("还没有填写联系人和电话，可在“设置”中补上"))
    unreachable = [code for code in units if (unit := desk.unit(code)) is not None and not unit.phone]
    if unreachable:
        found.append(message(counted("选中的单位中有 {count} 个没有联系电话，送达时要另找"), count=len(unreachable)))
    if not desk.setting(NUMBER_WORD):
        found.append(message("发文代字是按局名推算的，发文前请核对"))
    if not desk.setting(OFFICE):
        found.append(message("还没有填写科室，可在“设置”中补上"))
    if not workdays.is_published(reply_by.year):
        found.append(message("该年的节假日还未公布，回复期限按周一到周五推算"))
    return tuple(found)
