"""Order lines: each lot divided into orders that are placed, accepted, paid and evaluated as real ones are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.records import Purchase
from zhengzhou_desk.records.purchase import CANTEEN, ELSEWHERE, PERSONAL, PLATFORM, SOE, UNION, VOUCHER
from zhengzhou_desk.sample.chance import happens
from zhengzhou_desk.sample.codes import ENTERPRISE, credit_code
from zhengzhou_desk.sample.figures import YUAN, up
from zhengzhou_desk.sample.lots import LAST_DAY
from zhengzhou_desk.sample.names import CODES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from zhengzhou_desk.sample.lots import Lot

# Days as numbers: of the order, of acceptance, payment and evaluation (None: not yet, or never).
_Days: TypeAlias = "tuple[int, int | None, int | None, int | None]"
_Raw: TypeAlias = "tuple[_Days, str, str, int]"
_TEN_FEN = 10
_LAST = LAST_DAY.toordinal()
# From so many orders of a lot on, some are cancelled and some refunded in part.
_MANY = 6


def orders(lots: Sequence[Lot], count: int, rng: Random) -> list[Purchase]:
    """About as many orders as `count`, exactly so if that is no less than there are lots."""
    raw: list[_Raw] = []
    for lot, share in zip(lots, _shares(lots, count), strict=True):
        _divide(lot, share, rng, raw)
    raw.sort(key=lambda order: order[0][0])
    return _numbered(raw)


def _shares(lots: Sequence[Lot], count: int) -> list[int]:
    """How many orders each lot gets: one at least, the rest by weight, the largest remainders first."""
    rest = max(0, count - len(lots))
    weights = sum(lot.weight for lot in lots) or 1
    shares = [1 + rest * lot.weight // weights for lot in lots]
    left = sorted(range(len(lots)), key=lambda at: (-(rest * lots[at].weight % weights), at))
    for at in left[: max(0, count - sum(shares))]:
        shares[at] += 1
    return shares


def _divide(lot: Lot, count: int, rng: Random, into: list[_Raw]) -> None:
    random = rng.random
    cancelled = count >= _MANY and happens(rng, 15)
    refunded = count >= _MANY and happens(rng, 20)
    whole = count - cancelled - refunded
    weights = [0.4 + random() * 1.2 for _ in range(whole)]
    each = lot.amount / sum(weights)
    amounts = [up(int(weight * each), _TEN_FEN) or _TEN_FEN for weight in weights]
    days = _days(lot, count, rng)
    if lot.least:  # the first order of a year that has only begun: early, and closed by now
        amounts[0] = max(amounts[0], up(lot.least, _TEN_FEN))
        day = lot.first.toordinal() + int(random() * 8)
        days[0] = (day, day + 4, day + 7, day + 9)
    back = up(int(amounts[0] * (0.1 + random() * 0.2)), _TEN_FEN) if refunded else 0
    if refunded:
        # What is given back is bought in addition, so that the year's amount stays.
        amounts[0] += back
    for number in range(whole):
        kind = VOUCHER if lot.kind == UNION and happens(rng, 25) else lot.kind
        into.append((days[number], lot.buyer, kind, amounts[number]))
    if cancelled:
        into.append(((days[whole][0], None, None, None), lot.buyer, lot.kind, up(int(each), _TEN_FEN)))
    if refunded:
        last = days[0][3] or _LAST
        day = min(last + 2, _LAST, lot.last.toordinal())
        into.append(((day, day, day, day), lot.buyer, lot.kind, -back))


def _days(lot: Lot, count: int, rng: Random) -> list[_Days]:
    """A day for each order by the season of the lot, and when the goods came, were paid and evaluated."""
    first, last = lot.first.toordinal(), lot.last.toordinal()
    year = lot.first.year
    starts = [datetime.date(year, month, 1).toordinal() for month in range(1, 13)]
    months = range(lot.first.month, lot.last.month + 1)
    chosen = rng.choices(months, [lot.months[month - 1] for month in months], k=count)
    random = rng.random
    made: list[_Days] = []
    prepaid = lot.kind == PERSONAL
    for month in chosen:
        day = min(max(starts[month - 1] + int(random() * 28), first), last)
        accepted = day + 2 + int(random() * 8)
        paid = day if prepaid or happens(rng, 15) else accepted + 1 + int(random() * 17)
        evaluated = max(accepted, paid) + 1 + int(random() * 11)
        if evaluated <= _LAST:
            made.append((day, accepted, paid, evaluated))
        else:
            made.append((day, accepted if accepted <= _LAST else None, paid if paid <= _LAST else None, None))
    return made


def _numbered(raw: Sequence[_Raw]) -> list[Purchase]:
    """The records, numbered day by day."""
    rows = []
    day_of = datetime.date.fromordinal
    known: dict[int, datetime.date] = {}
    prefix, today, serial = "", 0, 0
    for (ordered, accepted, paid, evaluated), buyer, kind, amount in raw:
        for number in (ordered, accepted, paid, evaluated):
            if number is not None and number not in known:
                known[number] = day_of(number)
        if ordered != today:
            today, serial, prefix = ordered, 0, f"832{known[ordered]:%Y%m%d}"
        serial += 1
        rows.append(
            Purchase(
                number=f"{prefix}{serial:05d}",
                day=known[ordered],
                buyer=buyer,
                kind=kind,
                amount=amount,
                channel=PLATFORM,
                accepted=known[accepted] if accepted is not None else None,
                paid=known[paid] if paid is not None else None,
                evaluated=known[evaluated] if evaluated is not None else None,
            )
        )
    return rows


def _order(
    number: int, day: str, buyer: str | None, yuan: int, *, kind: str = CANTEEN, channel: str = PLATFORM, **days: str
) -> Purchase:
    ordered = datetime.date.fromisoformat(day)
    return Purchase(
        number=f"832{ordered:%Y%m%d}9{number:04d}",
        day=ordered,
        buyer=CODES.get(buyer, buyer) if buyer is not None else None,
        kind=kind,
        amount=yuan * YUAN,
        channel=channel,
        **{name: datetime.date.fromisoformat(value) for name, value in days.items()},  # type: ignore[arg-type]
    )


UNPAID = (
    _order(1, "2025-11-12", "第四小学", 2_360, accepted="2025-11-20"),
    _order(2, "2025-12-18", "第四小学", 1_840, accepted="2025-12-25"),
    _order(3, "2026-01-06", "第三中学", 5_120, accepted="2026-01-13"),
    _order(4, "2026-01-21", "人民医院", 12_600, accepted="2026-01-27"),
    _order(5, "2026-02-11", "麦香街道办事处", 980, accepted="2026-02-20"),
)
UNEVALUATED = (
    _order(6, "2025-10-15", "第九小学", 1_450, accepted="2025-10-21", paid="2025-10-30"),
    _order(7, "2025-12-09", "第四中学", 3_300, accepted="2025-12-16", paid="2025-12-22"),
    _order(8, "2026-01-12", "第四中学", 2_750, accepted="2026-01-19", paid="2026-01-28"),
    _order(9, "2026-01-15", "中医院", 8_400, accepted="2026-01-22", paid="2026-02-03"),
    _order(10, "2026-02-04", "养老服务中心", 1_960, accepted="2026-02-10", paid="2026-02-26"),
)
OFF_PLATFORM = (
    _order(11, "2024-05-16", "第三小学", 3_200, channel=ELSEWHERE, accepted="2024-05-18", paid="2024-06-01"),
    _order(12, "2024-09-10", "环境卫生服务中心", 6_800, channel=ELSEWHERE, accepted="2024-09-12", paid="2024-09-20"),
    _order(13, "2025-03-21", "第二中学", 4_150, channel=ELSEWHERE, accepted="2025-03-22", paid="2025-04-02"),
    _order(14, "2025-09-08", "人民医院", 15_000, channel=ELSEWHERE, accepted="2025-09-10", paid="2025-09-26"),
    _order(15, "2025-12-03", "晨曦街道办事处", 1_200, channel=ELSEWHERE, accepted="2025-12-05"),
    _order(16, "2026-01-19", "第十小学", 2_040, channel=ELSEWHERE, accepted="2026-01-21", paid="2026-01-30"),
    _order(17, "2026-03-12", "检验检测中心", 860, channel=ELSEWHERE),
)
UNKNOWN_BUYER = (
    _order(18, "2025-06-17", "103999", 1_730, accepted="2025-06-24", paid="2025-07-02", evaluated="2025-07-05"),
    _order(19, "2025-09-19", credit_code(ENTERPRISE, 99), 4_480, kind=SOE, accepted="2025-09-25", paid="2025-10-09",
           evaluated="2025-10-12"),
    _order(20, "2026-03-05", None, 640, kind=PERSONAL, accepted="2026-03-09", paid="2026-03-05",
           evaluated="2026-03-10"),
)  # fmt: skip
PLANTED = (*UNPAID, *UNEVALUATED, *OFF_PLATFORM, *UNKNOWN_BUYER)
