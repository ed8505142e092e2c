"""Rows of a sheet that are no data: sums, signatures, notes, groups, numbers of columns, the head once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from zhengzhou_desk.common.messages import CHINESE, clauses, message, sentence
from zhengzhou_desk.exchange.column_reader import first_said, is_blank
from zhengzhou_desk.exchange.headers import UNIT_NAME, plain_heading
from zhengzhou_desk.exchange.sheet import ShownNumber
from zhengzhou_desk.exchange.totals import Difference
from zhengzhou_desk.records.clean import clean, compact
from zhengzhou_desk.records.kinds import plain
from zhengzhou_desk.records.personal import masked, masked_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.common.messages import Message, Translatable
    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.sheet import Cell
    from zhengzhou_desk.exchange.unit_names import UnitNames

# What is to be looked at in a row that is no data by its words alone.
MAY_BE_A_UNIT = message("没有编号，按分组或说明看；如果是一个单位，请填单位编码")
# The verdict on every such row.
LEFT_OUT = "left_out"
SUM, SUBTOTAL, GROUP, PART = sentence("合计"), sentence("小计"), sentence("分组"), sentence("其中项")
CANCELLED = sentence("已取消的订单")
SIGNATURE, NOTE, NUMBERS = sentence("签字栏"), sentence("说明文字"), sentence("栏次")
HEAD, TITLE, EMPTY = sentence("重复的表头"), sentence("重复的标题"), sentence("只有序号")

_SUMS = re.compile(r"(合计|总计|小计|共计|总合计|累计):?.*|[本各]?.{0,12}(小计|合计)")
_PARTIAL = re.compile(r".*小计.*|[本各].*|.+合计")
_PART = re.compile(r"其中:?.*")
# 一、教育系统 is a group of the first level, （一） of the second.
_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}[、.:]\s*(.+)")
_SECOND_LEVEL = re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?\s*(.+)")
# What many units together are called; XX医院 is one of them.
_GROUP_WORDS = re.compile(
    r"(.*(系统|部门|单位|片区|部分|乡镇|镇办|[大小]类|其他)|(各|各类|所有|公立|民办|中小)?(街道|学校|医院))(\(.*\))?:?"
)
# How names of units end.
_LIKE_A_UNIT = re.compile(r".*([局委院校学园所站队会办处馆镇乡部厅室场库]|中心|公司|银行|街道)(\(.*\))?")
_WHO = r"(?:单位|部门|财务|分管|主管|科室|采购|项目|经办)?(?:负责人|领导|科长|局长|会计|出纳)"
_DONE = (
    r"(?:填表|填报|填制|制表|制单|编制|编报|经办|审核|复核|校核|核对|审批|批准|联系|报送|上报|统计|录入|打印|导出)"
    r"(?:人员?|单位|部门|日期|时间|电话|方式)?"
)
_REACHED = r"(?:联系)?(?:电话|方式)|手机号?码?|传真|邮箱|日期|时间"
_SEAL = r"(?:公章|盖章|签章|签字|签名)"
_LABEL = rf"(?:{_WHO}|{_DONE}|{_REACHED}|单位|单位名称|主管部门|财政部门)?(?:\({_SEAL}\)|{_SEAL})?"
_SIGNED, _LABELLED = re.compile(rf"(?!:){_LABEL}:.*"), re.compile(rf"{_LABEL}")
_NOTES = re.compile(
    r"\(?(注|备注|说明|附件?)\d?[:、.)].*|第\d+页.*|(本表|此表|以上|以下).*|\d{1,2}[.、)](?!\d).*|20\d\d年\d{1,2}月\d{1,2}日"
)
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?(=.*)?|[甲乙丙丁戊己庚辛壬癸]|[①-⑳]|[-—]+")
_COLUMN_WORDS = re.compile(r"栏次|行次|[甲乙丙丁戊己]")
# What a key looks like: DD2024…, 101003, [101003]第一小学, and not the 2024年… of a title.
_KEY = re.compile(r"[\[(【（]?[A-Za-z-]{0,6}\d{3,}(?!\d*年)|.*[（(]\d{3,}[)）]$")
# Something longer in a cell of its own is a sentence and no name.
_LONGEST_NAME = 40
_FEWEST_NUMBERS = 3
# A smaller number numbers rows or columns.
_SMALLEST_CODE = 100


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row that is no data: its number in the worksheet, its cells, what it is, and what was found about it."""

    sheet: str
    number: int
    cells: tuple[Cell, ...]
    sort: str
    about: tuple[Translatable, ...] = ()
    # The places of the columns that hold personal data.
    personal: frozenset[int] = frozenset()
    verdict: ClassVar = LEFT_OUT
    unknown_name: ClassVar = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a person is to look: the row's sums are not those of its rows, or it may be a unit's after all."""
        return any(isinstance(each, Difference) or each == MAY_BE_A_UNIT for each in self.about)

    def texts(self, *, personal: bool = True) -> list[str]:
        """What each cell says; a merged cell once. Names and telephones are masked unless `personal`."""
        said = ["" if is_blank(cell) else clean(plain(cell)) for cell in self.cells]
        once = [text if not place or text != said[place - 1] else "" for place, text in enumerate(said)]
        if personal:
            return once
        told = masked_within("\n".join(once)).split("\n")
        return [masked(text) if text and place in self.personal else text for place, text in enumerate(told)]

    def words(self, *, personal: bool = True) -> str:
        """What the row says, its cells one after the other."""
        return " ".join(filter(None, self.texts(personal=personal)))

    def text(self, lang: str = CHINESE, *, personal: bool = True) -> str:
        """The row's words, and whether its sums tie."""
        words = self.words(personal=personal)
        about = clauses((each.text(lang) for each in self.about), lang)
        mark = "：" if lang == CHINESE else ": "
        return f"{words}{mark}{about}" if about else words

    def sentence(self) -> Message:
        """The same for a list of remarks."""
        return message(
            "工作表“{sheet}”第 {row} 行不是数据（{sort}），没有读：{words}",
            sheet=self.sheet, row=self.number, sort=message(self.sort), words=self,
        )  # fmt: skip


class RowSorter:
    """Tells rows that are no data from those that are, by their words and by which cells are filled.

    A row that says the name of a unit is data, however little it says; a department's alone heads its group.
    """

    def __init__(self, layout: Layout, units: UnitNames) -> None:
        self._layout, self._units = layout, units
        self._keys = [match.place for match in layout.matches if match.field in ("code", "unit", "number")]
        # Where a record's own code stands, a name is none: it would make a second unit that is called by its code.
        self._own_keys = {match.place for match in layout.matches if match.field in ("code", "number")}
        fields = {match.field: match.place for match in layout.matches}
        self._name = fields.get(UNIT_NAME, fields.get("name", -1))
        # A row that says nothing but its number and its year says nothing.
        self._figures = {match.place for match in layout.matches if match.field != "year"}
        rows = layout.sheet.rows
        self._heads = {_told(rows[place]) for place in (layout.head, layout.below)}
        self._titles = {told for row in rows[: layout.head] if (told := _told(row))}
        self._said_above = {text for told in (*self._heads, *self._titles) for text in told}
        self._plain = [(match.place, plain_heading(match.heading)) for match in layout.matches]
        # Under which row numbers of columns may stand.
        self._last = layout.below

    def sort(self, place: int, cells: Sequence[Cell]) -> str | None:
        """What a row is that is no data; None where it is data."""
        first = first_said(cells)
        has_key = self._has_key(cells)
        if has_key and not (isinstance(first, str) and (":" in first or "：" in first)):
            return None
        found = self._sort(place, cells, first, has_key=has_key)
        if found in (HEAD, TITLE, NUMBERS):
            self._last = place
        return found

    def _sort(self, place: int, cells: Sequence[Cell], first: Cell, *, has_key: bool) -> str | None:
        filled = [column for column, cell in enumerate(cells) if cell is not None and not is_blank(cell)]
        if isinstance(first, str):
            words = compact(first)
            sort = self._again(cells) if words in self._said_above else None
            sort = sort or self._by_words(cells, filled, words, has_key=has_key)
            if sort is not None:
                return sort
        if self._figures.isdisjoint(filled):
            return NOTE if isinstance(first, str) and not _is_number(first) else EMPTY
        return NUMBERS if self._is_numbers(place, cells, filled) else None

    def _again(self, cells: Sequence[Cell]) -> str | None:
        """Whether a row repeats one from above, as each page of an export does."""
        told = _told(cells)
        if told in self._heads or self._is_head(cells):
            return HEAD
        return TITLE if told in self._titles else None

    def _by_words(self, cells: Sequence[Cell], filled: list[int], first: str, *, has_key: bool) -> str | None:
        """What the first words of a row make it."""
        if _SIGNED.fullmatch(first):
            return SIGNATURE
        if has_key:
            return None
        texts = [compact(cell) for column in filled[:3] if isinstance(cell := cells[column], str)][:2]
        summed = next((text for text in texts if _SUMS.fullmatch(text)), None)
        if summed is not None and not self._units.is_known(summed):
            return SUBTOTAL if _PARTIAL.fullmatch(summed) else SUM
        if _LABELLED.fullmatch(first):
            return SIGNATURE
        if _PART.fullmatch(first):
            return PART
        alone = all(cells[column] == cells[filled[0]] for column in filled)
        words = first
        if len(filled) > 1 and texts and filled[0] != self._name and _is_number(first):
            words = texts[-1]
        if self._is_group(words, alone=alone):
            return GROUP
        return self._alone(filled, first) if alone else None

    def _is_group(self, words: str, *, alone: bool) -> bool:
        match = _FIRST_LEVEL.fullmatch(words) or _SECOND_LEVEL.fullmatch(words)
        # A unit that is only numbered 一、 is asked about where figures stand beside it.
        return match is not None and (alone or not self._units.is_known(match[1]))

    def _alone(self, filled: list[int], first: str) -> str | None:
        """What a row is that says one thing alone, in one cell or in several that were merged."""
        column = filled[0]
        if self._units.is_department(first):
            return GROUP
        if (self._units.is_known(first) and column not in self._own_keys) or _is_number(first):
            return None
        if _NOTES.fullmatch(first) or len(first) > _LONGEST_NAME or re.search("[。，；]", first):
            return NOTE
        if _GROUP_WORDS.fullmatch(first):
            return GROUP
        if len(filled) > 1 or column != self._name:
            return NOTE
        return None

    def may_be_a_unit(self, cells: Sequence[Cell], sort: str) -> bool:
        """Whether a row that was left out as a group or a note has no mark of one, and may be a unit's."""
        if sort not in (GROUP, NOTE):
            return False
        texts = _told(cells)
        if len(texts) != 1 or _FIRST_LEVEL.fullmatch(texts[0]) or _SECOND_LEVEL.fullmatch(texts[0]):
            return False
        if self._units.is_department(texts[0]):
            return True
        return sort == GROUP or (len(texts[0]) <= _LONGEST_NAME and bool(_LIKE_A_UNIT.fullmatch(texts[0])))

    def _has_key(self, cells: Sequence[Cell]) -> bool:
        """Whether a code or a number says which record the row is."""
        for place in self._keys:
            cell = cells[place] if place < len(cells) else None
            if isinstance(cell, ShownNumber):
                cell = cell.number
            if isinstance(cell, Decimal) and cell >= _SMALLEST_CODE:
                return True
            if isinstance(cell, str) and _KEY.match(cell if cell.isascii() else compact(cell)):
                return True
        return False

    def _is_head(self, cells: Sequence[Cell]) -> bool:
        """Exports of many pages repeat their head. One heading may differ; a row of two columns must repeat both."""
        others = len(self._plain) - max(2, len(self._plain) - 1)
        for place, heading in self._plain:
            cell = cells[place] if place < len(cells) else None
            if not isinstance(cell, str) or plain_heading(cell) != heading:
                others -= 1
                if others < 0:
                    return False
        return others >= 0

    def _is_numbers(self, place: int, cells: Sequence[Cell], filled: list[int]) -> bool:
        """Whether the row numbers the columns: right under a head, rising, and nothing else in it."""
        if place != self._last + 1 or len(filled) < _FEWEST_NUMBERS:
            return False
        texts = [compact(plain(cells[column])) for column in filled]
        rest = [text for text in texts if not _COLUMN_WORDS.fullmatch(text)]
        matches = [_COLUMN_NUMBER.fullmatch(text) for text in rest]
        if not all(matches):
            return False
        numbers = [int(match[1]) for match in matches if match and match[1]]
        return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else len(rest) < len(texts)


def level(cells: Sequence[Cell]) -> int:
    """The level of a group by its number: 2 of （一）, 1 of 一、 and of one without."""
    return 2 if any(_SECOND_LEVEL.fullmatch(text) for text in _told(cells)) else 1


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,-]+", text))


def _told(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The texts of a row, each once where a merged cell repeats it."""
    said: list[str] = []
    for cell in cells:
        if isinstance(cell, str) and clean(cell):
            text = compact(cell)
            if not said or said[-1] != text:
                said.append(text)
    return tuple(said)
