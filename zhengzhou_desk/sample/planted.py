"""What is planted in the sample: by rule, the units, orders and enterprises of which something is to be said."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Execution, Notice, Unit
from zhengzhou_desk.records.notice import DELIVERED, ISSUED, REFILE, REMIND
from zhengzhou_desk.sample import enterprises, figures, filings, lots, orders, roster, unions
from zhengzhou_desk.sample.names import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE_REGION, SAMPLE_BUREAU = "410105", "示例县财政局"
SAMPLE_YEAR = filings.YEAR
SAMPLE_DAY = lots.LAST_DAY


def _codes(*given: str | Iterable[str]) -> tuple[str, ...]:
    """The codes of units named one by one or by the dozen, in order."""
    named = [name for part in given for name in ((part,) if isinstance(part, str) else part)]
    return tuple(sorted({CODES[name] for name in named}))


_BELOW_RATIO = (
    "第三小学", "第八小学", "第十小学", "第二中学", "第五中学", "人民医院", "锦帆街道办事处", "社会福利院", "中医院",
    "第二十四小学", "第二人民医院",
)  # fmt: skip
_BELOW_LAST_YEAR = (
    "第一中学", "第十二小学", "妇幼保健院", "云杉街道办事处", "第十三中学", "第三十小学", "第四幼儿园", "中医院",
    "第二十四小学", "第九中学", "第二人民医院",
)  # fmt: skip
_FAULTY = [name for name in figures.FAULTS if name not in filings.CONFIRMED_ALL_THE_SAME]

# Rule id → codes of units, credit codes of enterprises or numbers of orders, as of PLANTED_ON or SAMPLE_DAY.
PLANTED: dict[str, tuple[str, ...]] = {
    "ratio": _codes(_BELOW_RATIO),
    "rounding": _codes("第六中学"),
    "last_year": _codes(_BELOW_LAST_YEAR),
    "waiver": _codes(filings.WAIVER_WITHOUT_DOCUMENT),
    "not_filed": _codes(filings.UNFILED_ROWS, filings.NO_ROWS),
    "late": _codes(name for name, _ in filings.LATE),
    "not_confirmed": _codes(filings.ONLY_FILED, filings.ONLY_RETURNED, _FAULTY),
    "total": _codes("第十五小学", "第四幼儿园"),
    "tiny_total": _codes("动物卫生监督所", "第九中学"),
    "total_change": _codes("第二十小学", "第七中学", "第九中学", "第二十八小学", "第十三中学"),
    "over_total": _codes("水利工程管理所"),
    "mixup": _codes("第九中学", "第二人民医院"),
    "no_canteen_note": _codes(name for name, rule in filings.NOTE_MISSING.items() if rule == "no_canteen_note"),
    "no_canteen_amount": _codes(filings.AMOUNTS_WITHOUT_CANTEEN[0], filings.CANTEEN_GIVEN_UP[0]),
    "canteen_gone": _codes(filings.CANTEEN_GIVEN_UP[0]),
    "shared": _codes("档案馆", "文化馆", "云杉街道卫生服务站"),
    "shared_double": _codes(filings.AMOUNTS_OF_A_SHARER[0]),
    "shared_note": _codes(name for name, rule in filings.NOTE_MISSING.items() if rule == "shared_note"),
    "dissolved_filing": _codes(filings.FILED_AFTER_ITS_END),
    "completion": _codes((name for name, _ in lots.BOUGHT_LITTLE), (name for name, _ in lots.STATISTICS_LITTLE)),
    "pace": _codes(lots.BEHIND),
    "union": _codes(name for name, _ in unions.SHORT),
    "union_data": _codes(name for name, _ in unions.NO_MEMBERS | unions.NO_WELFARE),
    "union_mismatch": _codes(name for name, _ in unions.MISMATCH),
    "unit_change": _codes("口腔医院"),
    "override": _codes(filings.OVERRIDDEN),
    "contractor": _codes(roster.NO_CONTRACTOR_ACCOUNT),
    "uscc": (*_codes(roster.BAD_CREDIT_CODE), enterprises.BAD_CODE),
    "duplicate_code": _codes("档案馆"),
    "duplicate_uscc": _codes(roster.SAME_CREDIT_CODE),
    "duplicate_name": _codes(roster.SAME_NAME),
    "parent": _codes(roster.WRONG_DEPARTMENT[0]),
    "soe_account": enterprises.WITHOUT_ACCOUNT,
    "soe_unit": enterprises.WITHOUT_UNIT,
    "unpaid": tuple(order.number for order in orders.UNPAID),
    "unevaluated": tuple(order.number for order in orders.UNEVALUATED),
    "off_platform": tuple(order.number for order in orders.OFF_PLATFORM),
    "unknown_buyer": tuple(order.number for order in orders.UNKNOWN_BUYER),
    "statistics": _codes("第四小学"),
    "notice_overdue": _codes("第三小学", "第一中学"),
    "notice_number": _codes("第十小学", "第二中学"),
}
# What cannot be judged; beside it last year's reserve in the first year of the book, which knows none.
UNKNOWN: dict[str, tuple[str, ...]] = {
    "ratio": _codes("特殊教育学校"),
    "union_data": _codes(name for name, _ in unions.NEITHER),
}
# As of which day a rule has its cases, where that is not SAMPLE_DAY.
PLANTED_ON: dict[str, datetime.date] = {"notice_overdue": datetime.date(2026, 4, 20)}
# Notices are made in the book, not imported, and a code stands in it once: these need records of their own.
ONLY_WITH_NOTICES = frozenset({"notice_overdue", "notice_number"})
ONLY_WITH_DUPLICATES = frozenset({"duplicate_code"})
# Who has order lines has no statistics in the workbook: the two are compared where both are there.
ONLY_WITH_STATISTICS = frozenset({"statistics"})


def notices() -> list[Notice]:
    """Notices of the sample year: two never answered, two under one number, one answered in time."""
    day, reply_by = datetime.date(2026, 3, 30), datetime.date(2026, 4, 14)

    def notice(number: int, name: str, state: str = DELIVERED, kind: str = REFILE) -> Notice:
        return Notice(
            year=SAMPLE_YEAR, unit=CODES[name], kind=kind, number=f"样财购〔2026〕{number}号", state=state, day=day,
            reply_by=reply_by,
        )  # fmt: skip

    return [
        notice(1, "第三小学"),
        notice(2, "第一中学", ISSUED),
        notice(3, "第十小学", "answered"),
        notice(3, "第二中学", "answered"),
        notice(4, "第一小学", "closed", REMIND),
    ]


def statistics() -> list[Execution]:
    """Statistics of a unit that has order lines, and of more than these come to."""
    return [
        Execution(year=SAMPLE_YEAR, unit=CODES["第四小学"], as_of=SAMPLE_DAY, traded=100_000_000, paid=0, completed=0)
    ]


def duplicates() -> list[Unit]:
    """A second unit under the code of another, as two merged lists may bring it; the book refuses it."""
    return [Unit(code=CODES["档案馆"], name="档案馆（旧）", canteen="none")]
