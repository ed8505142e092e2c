"""Kinds of values: how each sort is parsed, shown, written to a spreadsheet and kept in the book."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES, sentence, translated
from zhengzhou_desk.records.amount_units import ANY_UNIT, YUAN_IN
from zhengzhou_desk.records.clean import clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Value: TypeAlias = "str | int | bool | datetime.date | None"
FEN_PER_YUAN = 100
WAN = YUAN_IN["万元"]
# SQLite's integers end at 2**63; a county's figures end far below this many fen (100 trillion yuan).
LARGEST_FEN = 10**16


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of value. A blank cell is None for every kind, never 0."""

    sql: ClassVar[str] = "TEXT"
    right_aligned: ClassVar[bool] = False

    def parse(self, given: object, scale: int = 1) -> Value:
        """The value that a person or a spreadsheet gave, or None for a blank.

        `scale` is 10,000 for a column headed in 万元; only money looks at it.
        Raises Refused with the reason; nothing is changed then.
        """
        if given is None:
            return None
        text = clean(given) if isinstance(given, str) else given
        return None if text == "" else self._parse(text, scale)

    def _parse(self, given: object, scale: int) -> Value:
        raise NotImplementedError  # pragma: no cover - Kind itself is never used for a column

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002 - only choices are translated
        """The value as the window and a notice show it; "" for a blank."""
        return "" if value is None else str(value)

    def to_sql(self, value: Value) -> str | int | None:
        """The value as the book's file keeps it."""
        return value.isoformat() if isinstance(value, datetime.date) else value

    def from_sql(self, stored: str | int | None) -> Value:
        """The value from the book's file."""
        return stored


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Free text on one line, at most `limit` characters."""

    limit: int = 200

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        text = clean(plain(given))
        if len(text) > self.limit:
            raise Refused("文字太长（{length} 个字），最多 {limit} 个字", length=len(text), limit=self.limit)
        return text or None


# The words for the program's own names (of rules, settings, tables), registered where these are declared:
# sort → name → Chinese words that are translated, or the words in each language.
_CALLED: dict[str, dict[str, str | Mapping[str, str]]] = {}


def name_sort(sort: str, names: Mapping[str, str] | Mapping[str, Mapping[str, str]]) -> None:
    """Registers the words for the names of a sort."""
    _CALLED.setdefault(sort, {}).update(names)


@dataclass(frozen=True, slots=True)
class DeclaredName(Text):
    """Names of the program's own, kept as they are (several with 、 between) and shown as a person calls them."""

    sort: str = ""

    def _parse(self, given: object, scale: int) -> Value:
        text = Text._parse(self, given, scale)  # noqa: SLF001
        back = {self._called(name, lang): name for name in _CALLED.get(self.sort, {}) for lang in LANGUAGES}
        return "、".join(back.get(part, part) for part in text.split("、")) if isinstance(text, str) else text

    def show(self, value: Value, lang: str = CHINESE) -> str:
        """The names in a language."""
        separator = "、" if lang == CHINESE else ", "
        return separator.join(self._called(part, lang) for part in str(value).split("、")) if value is not None else ""

    def _called(self, name: str, lang: str) -> str:
        """The words of a name (of one with a colon: of the part before it).

        One that was never registered stands as it is.
        """
        known = _CALLED.get(self.sort, {})
        words = known.get(name) or known.get(name.partition(":")[0])
        if words is None:
            return name
        return translated(words, lang) if isinstance(words, str) else words[lang]


@dataclass(frozen=True, slots=True)
class Code(Text):
    """An identifier kept as text: leading zeros stay, full-width digits become half-width."""

    limit: int = 40

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        text = folded(plain(given)).replace(" ", "").upper()
        if len(text) > self.limit:
            raise Refused("编码太长（{length} 位），最多 {limit} 位", length=len(text), limit=self.limit)
        return text or None


@dataclass(frozen=True, slots=True)
class Reference(Code):
    """The code of a record of another table (by default a unit)."""

    table: str = "unit"


@dataclass(frozen=True, slots=True)
class DocumentNumber(Text):
    """A document number such as 郑财购〔2023〕3号; any brackets become 〔 〕."""

    def _parse(self, given: object, scale: int) -> Value:
        text = Text._parse(self, given, scale)  # noqa: SLF001 - slots forbid super() here
        return normal_number(text) if isinstance(text, str) else text


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number such as a count of members."""

    sql: ClassVar[str] = "INTEGER"
    right_aligned: ClassVar[bool] = True
    least: int = 0
    most: int = 10**9

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        number = exact(given)
        if number != number.to_integral_value():
            raise Refused("‘{given}’不是整数", given=plain(given))
        if not self.least <= number <= self.most:
            raise Refused("{given} 不在 {least} 到 {most} 之间", given=plain(given), least=self.least, most=self.most)
        return int(number)

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002
        """The number, in groups of three digits."""
        return "" if value is None else f"{value:,d}"


@dataclass(frozen=True, slots=True)
class Year(Whole):
    """A calendar year."""

    least: int = 2019
    most: int = 2099

    def _parse(self, given: object, scale: int) -> Value:
        if isinstance(given, str):
            given = folded(given).removesuffix("年度").removesuffix("年")
        return Whole._parse(self, given, scale)  # noqa: SLF001

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002
        """The year, without groups."""
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Money(Kind):
    """An amount in integer fen; typed in 元, or in 万元 with the unit written out."""

    sql: ClassVar[str] = "INTEGER"
    right_aligned: ClassVar[bool] = True
    signed: bool = False

    def _parse(self, given: object, scale: int) -> Value:
        number, unit = (given, scale) if isinstance(given, Decimal) and given.is_finite() else self._typed(given, scale)
        fen = number * unit * FEN_PER_YUAN
        if fen != fen.to_integral_value():
            raise Refused("‘{given}’精确到分以下。金额最多到分", given=plain(given))
        if fen < 0 and not self.signed:
            raise Refused("‘{given}’是负数。此处金额不能为负", given=plain(given))
        if abs(fen) > LARGEST_FEN:
            raise Refused("‘{given}’太大，不像一个金额", given=plain(given))
        return int(fen)

    def _typed(self, given: object, scale: int) -> tuple[Decimal, int]:
        """The number of an amount in words, and how many yuan its unit has."""
        text = folded(plain(given)).replace(" ", "").replace("−", "-")
        text, negative = _without_sign(_CURRENCY.sub("", text))
        match = _AMOUNT.fullmatch(text)
        if match is None:
            raise Refused("‘{given}’不是金额。请填数字，如 30000 或 3万元", given=plain(given))
        unit = YUAN_IN.get(match["unit"] or "", scale)
        number = Decimal(match["number"].replace(",", ""))
        return -number if negative else number, unit

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002
        """The amount in yuan, in groups of three digits; blank stays blank."""
        return yuan(value, grouped=True) if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True)
class Score(Whole):
    """Points of an assessment in integer hundredths: 8550 is 85.50. Reckoned, never typed."""

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002
        """The score with two decimals."""
        return f"{value // 100}.{value % 100:02d}" if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True)
class Rate(Kind):
    """A share in integer basis points, typed in percent: 5 or 5% is 500."""

    sql: ClassVar[str] = "INTEGER"
    right_aligned: ClassVar[bool] = True

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        text = folded(plain(given)).replace(" ", "")
        number = exact(text.removesuffix("%"))
        if 0 < number < 1 and not text.endswith("%"):
            raise Refused("‘{given}’是百分之几说不清。请写成 5% 这样", given=plain(given))
        basis_points = number * 100
        if basis_points != basis_points.to_integral_value() or not 0 <= basis_points <= 10_000:  # noqa: PLR2004
            raise Refused("‘{given}’不是 0% 到 100% 之间、最多两位小数的百分比", given=plain(given))
        return int(basis_points)

    def show(self, value: Value, lang: str = CHINESE) -> str:  # noqa: ARG002
        """The rate in percent."""
        return rate(value) if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day (`datetime.date`), typed as 2024-03-18 or another accepted form, kept as ISO text."""

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        if isinstance(given, datetime.datetime):
            return given.date()
        if isinstance(given, datetime.date):
            return given
        text = folded(plain(given))
        match = _DAY.fullmatch(text.replace(" ", "")) or _DAY_AND_TIME.fullmatch(text)
        if match is None:
            raise Refused("‘{given}’不是日期。请写成 2024-03-18", given=plain(given))
        year, month, day = (int(part) for part in match.groups()[1:] if part is not None)
        try:
            return datetime.date(year, month, day)
        except ValueError:
            raise Refused("没有‘{given}’这一天", given=plain(given)) from None

    def from_sql(self, stored: str | int | None) -> Value:
        """The day that is written in the book."""
        return None if stored is None else datetime.date.fromisoformat(str(stored))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: the code that is kept, the label that is shown, other spellings."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()

    def text(self, lang: str = CHINESE) -> str:
        """The word of the choice in a language."""
        return translated(self.label, lang)


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few fixed answers, kept by code."""

    options: tuple[Option, ...] = ()
    _by_word: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_word: dict[str, str] = {}
        for option in self.options:
            for word in (option.code, option.label, *option.synonyms):
                by_word.setdefault(folded(word).casefold(), option.code)
        object.__setattr__(self, "_by_word", by_word)

    def option(self, code: Value) -> Option:
        """The option of a code; StopIteration where there is none."""
        return next(option for option in self.options if option.code == code)

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        code = self._by_word.get(folded(plain(given)).casefold())
        if code is not None:
            return code
        raise Refused("‘{given}’不在可选之列：{labels}", given=plain(given), labels=self.options)

    def show(self, value: Value, lang: str = CHINESE) -> str:
        """The word of the choice in a language."""
        return "" if value is None else self.option(value).text(lang)


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """Yes or no."""

    sql: ClassVar[str] = "INTEGER"

    def _parse(self, given: object, scale: int) -> Value:  # noqa: ARG002
        text = folded(plain(given)).casefold()
        if text in _YES:
            return True
        if text in _NO:
            return False
        raise Refused("‘{given}’请填 是 或 否", given=plain(given))

    def show(self, value: Value, lang: str = CHINESE) -> str:
        """是 or 否 in a language; blank stays blank."""
        return "" if value is None else translated(sentence("是") if value else sentence("否"), lang)

    def to_sql(self, value: Value) -> str | int | None:
        """1, 0 or nothing, as the book keeps it."""
        return None if value is None else int(bool(value))

    def from_sql(self, stored: str | int | None) -> Value:
        """True, False or None, from what the book keeps."""
        return None if stored is None else bool(stored)


def choice(options: Iterable[tuple[str, ...]]) -> Choice:
    """A Choice from rows of (code, label, other spellings…)."""
    return Choice(options=tuple(Option(code, label, tuple(rest)) for code, label, *rest in options))


def plain(given: object) -> str:
    """`given` as the text a person would have typed."""
    if isinstance(given, bool):
        return "是" if given else "否"
    if isinstance(given, Decimal):
        return f"{given:f}"
    if isinstance(given, datetime.datetime):
        return given.date().isoformat()
    return given if isinstance(given, str) else str(given)


def _without_sign(text: str) -> tuple[str, bool]:
    """An amount without brackets around it, or without a minus behind it, and whether they made it negative."""
    match = _BRACKETED.fullmatch(text)
    return (match[1] or match[2], True) if match else (text, False)


def exact(given: object) -> Decimal:
    """The exact decimal number that `given` writes, with or without thousands separators. Refuses what is no number."""
    if isinstance(given, Decimal) and given.is_finite():
        return given
    text = folded(plain(given)).replace(" ", "")
    if _NUMBER.fullmatch(text):
        try:
            return Decimal(text.replace(",", ""))
        except InvalidOperation:  # pragma: no cover - the pattern leaves nothing else
            pass
    raise Refused("‘{given}’不是数字", given=plain(given))


def yuan(fen: int, *, grouped: bool = False) -> str:
    """Fen as 元 with two decimals: 8000000 → 80000.00, grouped 80,000.00."""
    sign, whole, rest = "-" if fen < 0 else "", abs(fen) // FEN_PER_YUAN, abs(fen) % FEN_PER_YUAN
    return f"{sign}{whole:,d}.{rest:02d}" if grouped else f"{sign}{whole:d}.{rest:02d}"


def in_wan(fen: int) -> str:
    """Fen in 万元 with as many decimals as it takes, at least two."""
    sign, fen = ("-" if fen < 0 else ""), abs(fen)
    whole, rest = divmod(fen, 1_000_000)
    decimals = f"{rest:06d}".rstrip("0").ljust(2, "0")
    return f"{sign}{whole:,d}.{decimals}"


def wan_hundredths(fen: int) -> int:
    """Fen as 万元 with two decimals show them: in hundredths, half up."""
    rounded = (abs(fen) * 2 + WAN) // (2 * WAN)
    return -rounded if fen < 0 else rounded


def wan_shown(fen: int) -> str:
    """Fen in 万元 as columns of figures show it: two decimals, rounded half up (away from 0)."""
    shown = abs(wan_hundredths(fen))
    return f"{'-' if fen < 0 and shown else ''}{shown // 100:,d}.{shown % 100:02d}"


def rate(basis_points: int) -> str:
    """Basis points as a percentage without needless decimals: 1000 → 10%, 1250 → 12.5%."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%"


def percent(part: int, whole: int, places: int = 2) -> str:
    """`part` of `whole` in percent, rounded half up (away from 0) to `places` decimals: 7.50%."""
    scaled = abs(part) * 100 * 10**places
    quotient, rest = divmod(scaled, abs(whole))
    if rest * 2 >= abs(whole):
        quotient += 1
    sign = "-" if (part < 0) != (whole < 0) and quotient else ""
    decimals = f".{quotient % 10**places:0{places}d}" if places else ""
    return f"{sign}{quotient // 10**places}{decimals}%"


def normal_number(text: str) -> str:
    """A document number with the brackets of GB/T 9704: 〔2024〕."""
    return re.sub(r"[\[(（【﹝〔［]\s*(\d{4})\s*[\])）】﹞〕］]", r"〔\1〕", text)


_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(?<=\d)")
_AMOUNT = re.compile(rf"(?P<number>[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(?P<unit>{ANY_UNIT})?")
# How accounts write a negative amount: in brackets, or with the minus behind.
_BRACKETED = re.compile(r"\(([^()+-]+)\)|([^()+-]+)-")
_CURRENCY = re.compile(r"¥|人民币|RMB|CNY", re.IGNORECASE)
_DATE = r"((\d{4}) ?(?:-|/|\.|年) ?(\d{1,2}) ?(?:-|/|\.|月) ?(\d{1,2})(?: ?日)?|(\d{4})(\d{2})(\d{2}))"
_DAY = re.compile(_DATE)
# A time of day may follow, told from the day by a space, a T or 日, and is read over.
_DAY_AND_TIME = re.compile(
    _DATE + r"(?:(?: |T|(?<=日))(?:[上下]午 ?)?(?:[01]?\d|2[0-3]) ?[:时点] ?"
    r"[0-5]?\d(?: ?[:分] ?[0-5]?\d(?:\.\d+)?)? ?[分秒]?"
    r"(?: ?[AP]M|\+08:?00)?|(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)",
    re.IGNORECASE,
)
_YES = frozenset({"是", "有", "y", "yes", "true", "1", "√", "✓"})
_NO = frozenset({"否", "无", "n", "no", "false", "0", "×", "✗"})
