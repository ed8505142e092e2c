"""Facts: the numbers and days a rule found, typed so that each is shown in its own way."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

from zhengzhou_desk.common.messages import CHINESE, localized
from zhengzhou_desk.records.kinds import percent, rate, yuan
from zhengzhou_desk.records.report import quotient


@dataclass(frozen=True, slots=True)
class Fen:
    """An amount of money in fen."""

    fen: int

    def text(self, lang: str = CHINESE) -> str:
        """The amount in yuan, with its unit."""
        return f"{yuan(self.fen, grouped=True)}{'元' if lang == CHINESE else ' yuan'}"

    def plain(self) -> str:
        """元 with two decimals, as JSON and spreadsheets give it."""
        return yuan(self.fen)


@dataclass(frozen=True, slots=True)
class BasisPoints:
    """A rate of the law in basis points."""

    basis_points: int

    def text(self, lang: str = CHINESE) -> str:  # noqa: ARG002 - the same in every language
        """The rate in percent."""
        return rate(self.basis_points)

    def plain(self) -> str:
        """The rate in percent, as it is copied or written to a file."""
        return rate(self.basis_points)


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`; `short_of` is the rate in basis points it must not seem to reach."""

    part: int
    whole: int
    short_of: int | None = None

    def text(self, lang: str = CHINESE) -> str:  # noqa: ARG002 - the same in every language
        """In percent with two decimals, or as many more as show that it falls short."""
        if not self.whole:
            return "—"
        places = 2
        if self.short_of is not None and self.part * 10_000 < self.whole * self.short_of:
            while places < 12 and self._is_shown_as_reached(places):  # noqa: PLR2004 - beyond any fen amount
                places += 1
        return percent(self.part, self.whole, places)

    def _is_shown_as_reached(self, places: int) -> bool:
        shown = int(percent(self.part, self.whole, places).rstrip("%").replace(".", ""))
        return shown * 100 >= (self.short_of or 0) * int(10**places)

    def plain(self) -> str | None:
        """The quotient in percent, as it is copied or written to a file; None where there is nothing to divide by."""
        return percent(self.part, self.whole) if self.whole else None

    def is_less_than(self, other: Ratio) -> bool:
        """Whether it is the smaller of two, compared by multiplication; never where there is nothing to divide by."""
        return bool(self.whole and other.whole) and self.part * other.whole < other.part * self.whole

    def basis_points(self) -> int | None:
        """In basis points, rounded half up: for the eye, beside the two exact amounts."""
        return quotient(self.part, self.whole)


Fact: TypeAlias = "Fen | BasisPoints | Ratio | datetime.date | str | int | tuple[str, ...]"


def amount(fen: int | None) -> Fact:
    """An amount as a fact; a blank one is not 0.00 but a dash."""
    return "—" if fen is None else Fen(fen)


def fact_text(fact: Fact, lang: str = CHINESE) -> str:
    """The fact in a sentence: 80,000.00元, 10%, 2024年3月20日."""
    if isinstance(fact, datetime.date):
        return f"{fact.year}年{fact.month}月{fact.day}日" if lang == CHINESE else fact.isoformat()
    return str(localized(fact, lang))


def fact_plain(fact: Fact) -> object:
    """The fact for machines: 80000.00, 10%, 2024-03-20."""
    if isinstance(fact, datetime.date):
        return fact.isoformat()
    if isinstance(fact, Fen | BasisPoints | Ratio):
        return fact.plain()
    return list(fact) if isinstance(fact, tuple) else fact
