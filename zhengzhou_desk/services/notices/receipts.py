"""The receipt (回执) of a notice: what was filed, what is filed anew, and what this ground needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import NUMBER, FormBlock, FormField
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports.unit_status import UNFILED, UnitStatus

if TYPE_CHECKING:
    from collections.abc import Collection

_CANTEENS = "□自有　□外包　□共用　□无食堂"
_DONE = "□是　□否"


def receipt(row: UnitStatus, name: str, requests: Collection[str], ratio: str, note: str) -> FormBlock:
    """The slip of a notice to `name` that makes these requests; `ratio` is the one that was filed."""
    boxes = [FormField("来文字号", NUMBER, wide=True), FormField("单位名称", name, wide=True)]
    boxes += _figures(row, requests, ratio)
    boxes += [
        FormField("平台提交日期"), FormField("填报人"),
        FormField("情况说明", height=2, wide=True),
        FormField("负责人签字"), FormField("联系电话"),
        FormField("单位（盖章）", height=3, wide=True), FormField("回复日期", "　　　　年　　月　　日", wide=True),
    ]  # fmt: skip
    return FormBlock(tuple(boxes), note)


def _figures(row: UnitStatus, requests: Collection[str], ratio: str) -> list[FormField]:
    if "ask_shared" in requests or "ask_unfiled_shared" in requests:
        return [
            FormField("共用食堂的单位", height=2, wide=True), FormField("代表填报单位", wide=True),
            FormField("系统中已注明", _DONE, wide=True), *_cleared(row),
        ]  # fmt: skip
    if "ask_double" in requests:
        return [*_cleared(row), FormField("系统中已注明", _DONE, wide=True)]
    if row.state == UNFILED:
        return [
            FormField("食堂情况", _CANTEENS, wide=True),
            FormField("采购总额"), FormField("预留份额"),
            FormField("预留比例"), FormField("系统备注"),
        ]  # fmt: skip
    canteen = [FormField("食堂情况", _CANTEENS, wide=True)] if "ask_total" in requests else []
    return [
        *canteen,
        FormField("原采购总额", _amount(row.total)), FormField("重报采购总额"),
        FormField("原预留份额", _amount(row.reserve)), FormField("重报预留份额"),
        FormField("原预留比例", ratio), FormField("重报预留比例"),
    ]  # fmt: skip


def _cleared(row: UnitStatus) -> list[FormField]:
    """The amounts that are to be cleared, where there are any."""
    if not (row.total or row.reserve):
        return []
    return [
        FormField("原采购总额", _amount(row.total)), FormField("原预留份额", _amount(row.reserve)),
        FormField("金额已清空", _DONE, wide=True),
    ]  # fmt: skip


def _amount(fen: int | None) -> str:
    return "未填" if fen is None else f"{yuan(fen, grouped=True)}元"
