"""Numbers of documents: the bureau's word, the year and the next free serial; and who prints them."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content import (
    NoticeContent,
)
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.kinds import normal_number
from zhengzhou_desk.records.notice import (
    WITHDRAWN,
)
from zhengzhou_desk.records.setting import NUMBER_WORD, PRINTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.services.desk import Desk

_CITY = 4  # digits of a city's code


def number_word(desk: Desk) -> str:
    """发文机关代字: the bureau's own, else one made of its name (金水区财政局 → 金水财购, a city's 郑财购)."""
    own = desk.setting(NUMBER_WORD)
    if own:
        return own
    for code, city in packs().regions.items():
        if len(code) == _CITY and desk.bureau.removesuffix("财政局") in (city, f"河南省{city}"):
            return f"{city[0]}财购"
    short = re.sub(
        r"(财政局|财政金融局|财政与金融局|局)$", "", desk.bureau.removeprefix("河南省").removeprefix("郑州市")
    )
    short = re.sub(r"[区县市]$", "", short) if len(short) > 2 else short  # noqa: PLR2004 - 新区 stays
    return f"{short}财购"


def printer(desk: Desk) -> str:
    """印发机关, which the imprint names: the bureau's office, unless it has said another."""
    return desk.setting(PRINTER) or f"{desk.bureau}办公室"


def next_serial(desk: Desk, word: str, year: int) -> int:
    """The number after the highest used; gaps are allowed, doubles are not."""
    pattern = re.compile(rf"{re.escape(word)}〔{year}〕([1-9]\d*)号")
    used = [int(match[1]) for row in desk.tables.all(Notice) if row.number and (match := pattern.fullmatch(row.number))]
    return max(used, default=0) + 1


def with_numbers(desk: Desk, contents: Sequence[NoticeContent], first: int | None = None) -> tuple[NoticeContent, ...]:
    """The drafts with their numbers, one after the other. Refuses a number that is in use."""
    if not contents:
        return ()
    word, year = contents[0].code_word, contents[0].number_year or contents[0].day.year
    serial = first if first is not None else next_serial(desk, word, year)
    made = tuple(dataclasses.replace(content, serial=serial + place) for place, content in enumerate(contents))
    used = {row.number for row in desk.tables.all(Notice) if row.state != WITHDRAWN}
    for content in made:
        if normal_number(content.number) in used:
            raise Refused("发文字号 {number} 已经用过，请另取起始序号", number=content.number)
    return made
