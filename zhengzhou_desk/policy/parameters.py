"""Params: the values that the law or the bureau states. Which value is in force in a year stands in the packs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.kinds import Choice, Flag, Kind, Money, Rate, Value, Whole, choice, name_sort, plain

T = TypeVar("T")
# A setting of this prefix is a value of the law stated by the bureau; it counts with a document only.
OWN = "law."

ERROR, WARNING, INFO, UNKNOWN, OFF = "error", "warning", "info", "unknown", "off"
# From the gravest to the least; what is off is never found.
LEVELS = (ERROR, UNKNOWN, WARNING, INFO)
SEVERITIES = choice(
    (
        (ERROR, sentence("错误")),
        (WARNING, sentence("警告")),
        (INFO, sentence("提示")),
        (UNKNOWN, sentence("待查")),
        (OFF, sentence("不判断")),
    )
)


@dataclass(frozen=True, slots=True)
class YearDay(Kind):
    """A day of each year (03-20), or of one year (2023-05-31); kept as text, resolved for a year."""

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        text = plain(given)
        day_in(text, 2024)
        return text


def day_in(text: str, year: int) -> datetime.date:
    """The day that `text` (03-20 or 2023-05-31) means for `year`. Refuses any other text."""
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        return datetime.date(*numbers) if len(parts) == 3 else datetime.date(year, *numbers)  # noqa: PLR2004
    except (ValueError, TypeError):
        raise Refused("‘{given}’不是日子。请写成 03-20（每年）或 2023-05-31", given=text) from None


@dataclass(frozen=True, slots=True)
class Param(Generic[T]):
    """A named value: its kind, what it is called, and whether a rule cannot do without it."""

    name: str
    kind: Kind
    label: str
    of: type[T] = field(repr=False)


_PARAMS: dict[str, Param[object]] = {}


def _param(name: str, kind: Kind, label: str, of: type[T]) -> Param[T]:
    made = Param(name, kind, label, of)
    _PARAMS[name] = made  # type: ignore[assignment]
    name_sort("setting", {f"{OWN}{name}": label})
    return made


ANY, ALL = "any", "all"
ORDERED, PAID, COMPLETED = "ordered", "paid", "completed"
BY_ORDER, BY_COMPLETION = "order", "completion"
CANTEEN_ONLY, CANTEEN_AND_UNION = "canteen", "canteen_union"

RATIO = _param("canteen_ratio", Rate(), sentence("食堂食材预留比例"), int)
ENCOURAGED_RATIO = _param("encouraged_ratio", Rate(), sentence("鼓励预留比例"), int)
FILING_DUE = _param("filing_due", YearDay(), sentence("填报截止日"), str)
CONFIRM_DUE = _param("confirm_due", YearDay(), sentence("确认汇总截止日"), str)
COMPLETION_DUE = _param("completion_due", YearDay(), sentence("完成采购任务的日子"), str)
CHANGE_DAYS = _param("change_days", Whole(), sentence("单位变更后更新平台的天数"), int)
TINY_TOTAL = _param("tiny_total", Money(), sentence("采购总额过小的界限"), int)
TOTAL_DROP = _param("total_drop", Whole(), sentence("采购总额比上年过低（百分之）"), int)
TOTAL_RISE = _param("total_rise", Whole(), sentence("采购总额比上年过高（百分之）"), int)
UNION_PER_MEMBER = _param("union_per_member", Money(), sentence("工会每人每年采购标准"), int)
UNION_WELFARE_SHARE = _param("union_welfare_share", Rate(), sentence("工会采购占年度福利总额的比例"), int)
UNION_NO_CANTEEN_SHARE = _param("union_no_canteen_share", Rate(), sentence("无食堂单位工会采购占工会经费的比例"), int)
UNION_LAST_YEAR = _param("union_last_year", Flag(), sentence("工会采购不低于上年度"), bool)
UNION_COMBINATION = _param(
    "union_combination",
    Choice(options=choice(((ANY, sentence("任一标准")), (ALL, sentence("全部标准")))).options),
    sentence("工会标准的组合"),
    str,
)
COUNTED_STATUS = _param(
    "counted_status",
    choice(((ORDERED, sentence("下单")), (PAID, sentence("已支付")), (COMPLETED, sentence("完结")))),
    sentence("计入完成的状态"),
    str,
)
COUNTED_YEAR = _param(
    "counted_year",
    choice(((BY_ORDER, sentence("下单日")), (BY_COMPLETION, sentence("完结日")))),
    sentence("订单归属年度的依据"),
    str,
)
PROGRESS_BASE = _param(
    "progress_base",
    choice(((CANTEEN_ONLY, sentence("食堂预留")), (CANTEEN_AND_UNION, sentence("食堂预留加工会预计")))),
    sentence("进度的分母"),
    str,
)
UNPAID_DAYS = _param("unpaid_days", Whole(), sentence("验收后付款的天数"), int)
UNEVALUATED_DAYS = _param("unevaluated_days", Whole(), sentence("付款后评价的天数"), int)
REPLY_WORKDAYS = _param("reply_workdays", Whole(), sentence("通知书回复的工作日数"), int)
ASSESS_FILED = _param("assess_filed", Whole(most=100), sentence("考评分值：按时填报"), int)
ASSESS_RESERVE = _param("assess_reserve", Whole(most=100), sentence("考评分值：预留达标"), int)
ASSESS_COMPLETION = _param("assess_completion", Whole(most=100), sentence("考评分值：按期完成采购"), int)
ASSESS_PAYMENT = _param("assess_payment", Whole(most=100), sentence("考评分值：付款和评价"), int)
ASSESS_UNION = _param("assess_union", Whole(most=100), sentence("考评分值：工会采购"), int)
ASSESS_SOE = _param("assess_soe", Whole(most=100), sentence("考评分值：国有企业账号"), int)
ASSESS_LATE = _param("assess_late", Rate(), sentence("考评：逾期填报得分的比例"), int)


def severity(rule: str, stage: str = "") -> Param[str]:
    """The severity of a rule (of a stage of it) as a value of the packs."""
    name = f"severity.{rule}_{stage}" if stage else f"severity.{rule}"
    found = _PARAMS.get(name)
    if found is None:
        found = Param(name, SEVERITIES, sentence("严重程度"), str)
        _PARAMS[name] = found
        name_sort("setting", {f"{OWN}{name}": found.label})
    return found  # type: ignore[return-value]


def params() -> dict[str, Param[object]]:
    """Every param the program knows, by name; complete once the rules are imported."""
    return dict(_PARAMS)
