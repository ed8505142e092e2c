"""What was sent to a unit before and is not settled: which letters, and what they asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content import chinese_day
from zhengzhou_desk.documents.content_json import from_json
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.notice import CLOSED, OPEN, REMIND, SUPERSEDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.documents.content import NoticeContent, Paragraph
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.notices.letter_texts import LetterTexts

# What a letter asked for, by the rules it was about; the first that fits says it.
_ASKED = (
    ("not_filed", "完成预留份额填报"),
    ("total", "如实填写年度食堂食材采购总额并重新填报"),
    ("ratio", "重新填报预留份额"),
    ("last_year", "重新填报预留份额"),
    ("shared_double", "清空重复填报的采购总额和预留份额"),
    ("shared", "确定共用食堂的代表单位"),
)
_REQUIRED = "应预留份额"
_SEVERAL = 2


def open_notices(desk: Desk, kind: str) -> dict[str, Notice]:
    """The latest notice of a kind, by unit, that was sent for the desk's year and is not settled.

    A unit that a letter to its department speaks of has that one.
    """
    found: dict[str, Notice] = {}
    for row in desk.rows(Notice):
        if row.kind == kind and row.state in OPEN:
            found |= dict.fromkeys((row.unit, *spoken_of(row)), row)
    return found


def spoken_of(notice: Notice) -> tuple[str, ...]:
    """The codes of the units that a letter to a department speaks of."""
    content = _content(notice) if notice.kind == REMIND else None
    return content.units if content is not None else ()


def _content(notice: Notice) -> NoticeContent | None:
    try:
        return from_json(notice.content) if notice.content else None
    except Refused:
        return None  # a damaged text is the checkup's matter


def again(texts: LetterTexts, desk: Desk, earlier: Notice | None) -> tuple[Paragraph, ...]:
    """A letter to a unit whose last one is not settled begins with what was asked, and when."""
    if earlier is None:
        return ()
    chain = _chain(desk, earlier)
    return (
        texts.paragraph(
            "again_third" if len(chain) >= _SEVERAL else "again",
            earlier_number=earlier.number or "前次通知",
            earlier_day=_day(earlier.day, "日前"),
            earlier_reply_by=_day(earlier.reply_by, "规定日期"),
            earlier_asked=_asked(earlier),
            earlier_letters="、".join(f"{row.number or '前次通知'}（{_day(row.day, '日前')}）" for row in chain),
        ),
    )


def _chain(desk: Desk, last: Notice) -> Sequence[Notice]:
    """The letters up to the last one, each of which took the place of the one before."""
    same = [row for row in desk.rows(Notice) if (row.unit, row.kind) == (last.unit, last.kind) and row.id <= last.id]
    settled = max((row.id for row in same if row.state == CLOSED), default=0)
    return [row for row in same if row.id > settled and (row.state == SUPERSEDED or row.id == last.id)]


def _asked(notice: Notice) -> str:
    """What a letter asked for, in a few words, with the amount where it named one."""
    rules = (notice.rules or "").split("、")
    said = next((words for rule, words in _ASKED if rule in rules), "整改")
    if notice.kind == REMIND:
        return "办理有关事项"
    content = _content(notice) if "重新填报预留份额" in said else None
    amount = next((each.value for each in content.figures if each.label.startswith(_REQUIRED)), "") if content else ""
    return f"{said}（应不低于{amount}）" if amount[:1].isdigit() else said


def _day(day: object, otherwise: str) -> str:
    import datetime

    return chinese_day(day) if isinstance(day, datetime.date) else otherwise


def titled(title: str, word: str, earlier: Notice | None) -> str:
    """The title of a first letter, or of a repeated one."""
    return title if earlier is None else title.replace(word, f"再次{word}", 1)
