"""The content of a document: frozen plain data from which alone its pages are made, now and at any reprint."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

URGE, REMIND, ACCOUNT, BULLETIN = "urge", "remind", "account", "bulletin"
DOCUMENT, LETTER, SHEET = "document", "letter", "sheet"
# What stands in a form's box for the document's own number, which a draft does not have yet.
NUMBER = "{number}"
LEFT, CENTRE, RIGHT = "left", "centre", "right"
BAR, LINE, ACROSS = "bar", "line", "across"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why the document is sent: the rule's id, the sentence with its figures, the article it rests on."""

    rule: str
    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `lead` opens it in the face of its level: 1 黑体 (一、), 2 楷体 (（一）), others 仿宋."""

    text: str
    level: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A label and its value, as they print."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """The table of figures of one unit: two columns."""

    rows: tuple[Figure, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table; `weight` is its share of the width, `money` columns hold amounts in 元."""

    label: str
    weight: int = 10
    align: str = LEFT
    money: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with a head that is repeated on every page; rows in `strong` (from 0) print in 黑体.

    `unit` (单位：元) stands above the head at the right, `note` in small type below the last row; the rows of a
    `dense` table stand close, thirty and more on a page.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    strong: tuple[int, ...] = ()
    unit: str = ""
    note: str = ""
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Integers to draw, one per label of the chart; None leaves a gap."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """Bars, lines, or bars that lie (`ACROSS`) beside names of any length.

    A value is shown divided by 10**decimals: fen has two decimals, as have basis points. `mark` is a value that a
    dashed line shows, `mark_label` what it is. Lines write their values beside the points where `says_values`.
    """

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    sort: str = BAR
    decimals: int = 0
    unit: str = ""
    mark: int | None = None
    mark_label: str = ""
    says_values: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """A box of a form to be filled in by hand: its label, what is already filled in, its height in lines."""

    label: str
    value: str = ""
    height: int = 1
    wide: bool = False


@dataclass(frozen=True, slots=True)
class FormBlock:
    """A reply slip (回执). Two lines that are not wide share a row."""

    lines: tuple[FormField, ...]
    note: str = ""


Block: TypeAlias = Paragraph | FigureBlock | TableBlock | ChartBlock | FormBlock


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment on its own pages; a landscape one lies turned to the left as GB/T 9704 §8 wants."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContent:
    """One official document.

    `title` may hold line breaks set by hand. `year` is the year it is about; `code_word`, `number_year`
    and `serial` make its number (serial None: a draft). `mark` is the red head and defaults to the
    bureau, with 文件 in the document format. `body` is printed as it stands; `grounds` and `figures`
    repeat its facts for the register. The format `sheet` is a paper for the house: it has no red head, no number, no
    addressee and no signature. `journal` is the beginning of the hash of the book's history when it was issued,
    printed small at the foot: paper out of the house by which the history can be checked. `units` are those that a
    letter to their department speaks of.
    """

    kind: str
    bureau: str
    addressee: str
    unit: str
    title: str
    year: int
    day: datetime.date
    body: tuple[Block, ...]
    department: str = ""
    format: str = LETTER
    mark: str = ""
    code_word: str = ""
    number_year: int | None = None
    serial: int | None = None
    reply_by: datetime.date | None = None
    grounds: tuple[Ground, ...] = ()
    figures: tuple[Figure, ...] = ()
    contacts: tuple[Contact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    note: str = ""
    copies: tuple[str, ...] = ()
    printer: str = ""
    printed: datetime.date | None = None
    seal: int = 42
    # 签发人, who signs a document that goes upward ("" is left to be written by hand); None for all others.
    signer: str | None = None
    journal: str = ""
    units: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """发文字号, with a gap to be filled in by hand where it has no serial yet; "" without a code word."""
        if not self.code_word:
            return ""
        serial = "　　" if self.serial is None else str(self.serial)
        return f"{self.code_word}〔{self.number_year or self.day.year}〕{serial}号"

    @property
    def is_draft(self) -> bool:
        """Whether it has no number yet."""
        return self.serial is None

    @property
    def red_head(self) -> str:
        """发文机关标志."""
        return self.mark or (self.bureau + "文件" if self.format == DOCUMENT else self.bureau)


def chinese_day(day: datetime.date) -> str:
    """成文日期: 2024年4月2日, without zeros before (GB/T 9704 §7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
