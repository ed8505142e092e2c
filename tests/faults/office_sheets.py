"""Sheets as offices send them, made by chance: every odd thing that was ever seen in one, in every wrapping."""

from __future__ import annotations

import quopri
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.exchange.made import MAIN, RELATION, sheet_xml, xlsx

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    Grid = list[list[str]]

# What the file is to be called: a sheet that a file holds without a name is called after it.
NAME = "f"
_USUAL = 5
WRAPPINGS = ("csv", "html", "mhtml", "xml", "xlsx")
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_HEADS = (
    ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "状态"],
    ["序号", "单位名称", "采购总额（万元）", "预留金额", "首次填报日期"],
    ["单位编码", "单位名称", "主管部门编码", "联系人", "联系电话"],
    ["订单号", "下单日期", "采购单位编码", "金额", "订单状态"],
    ["预算单位", "2024年度食堂食材\n采购总额", "其中：预留份额", "上年度数额", "备注"],
)
_UNIT = "单位编码"
_KEYS = (_UNIT, "订单号")
_CODES_ALONE = (
    "101003",
    "101004",
    "1.14101E+17",
    "114101050000000195",
    "00101003",
    "101003.0",
    "'101003",
    "１０１００３",
    "",
)
_CODES = (
    "101003", "101004", "1.14101E+17", "114101050000000195", "11410105000000000000", "00101003", "101003.0", "'101003",
    "101003-第一小学", "[101004]金水区（东）小学", "第一小学（101003）", "101003 101004", "１０１００３", "",
)  # fmt: skip
_NAMES = (
    "第一小学", "⻔球协会", "⾨球协会", "金水区(东)小学", "一、教育系统", "（二）卫生系统", "其中：直属学校", "合计", "小计",
    "教育局小计", "总 计", "栏次", "甲", "填表人：张三", "审核人：", "注：本表一式两份", "2024年3月18日", "（公章）", "𠮷林小学", "",
)  # fmt: skip
_NAMES_OF_UNITS = ("第一小学", "⻔球协会", "金水区(东)小学", "𠮷林小学", "第三十四中学", "—", "")
_AMOUNTS = (
    "-", "—", "——", "无", "/", "¥ -", "¥-", "(1,234.00)", "¥(6.00)", "-¥7.00", "￥1,234.00", "1,234.5万元", "0.8亿元", "12%", "1.2E+05",
    "=1+1", "#REF!", "Err:502", "900000", "90000.005", "-0", "1", "2", "3", "4=2÷3", "①", "1 000", "1，234", "NaN", "９００", "",
)  # fmt: skip
_DAYS = (
    "45369",
    "43907",
    "2024-3-8 09:15",
    "2024.3.18",
    "20240318",
    "2024年3月18日",
    "3月18日",
    "2024-02-30",
    "45369.5",
    "-",
    "",
)
_WORDS = ("待审核", "审核通过", "已驳回", "待评价", "已取消", "已完成", "草稿", "无", "—", "张三", "0371-65000000", "")
_BLOCKS = (_CODES, _NAMES, _AMOUNTS, _DAYS, _WORDS)
_MAPPED = (
    "年度",
    "单位编码",
    "单位名称",
    "采购总额",
    "预留份额",
    "金额",
    "没有这一列",
    "",
    "=",
    "预留份额=预留份额",
    "第 3 列",
)


def grid(chance: random.Random) -> Grid:
    """Titles, a head of one or two lines, numbers of columns, rows, groups, several sums, signatures; in any order."""
    head = list(chance.choice(_HEADS))
    width = len(head)
    rows: Grid = [["2024年度填报表"]] if chance.random() < 0.5 else []
    rows += [["单位：" + chance.choice(("元", "万元", "千元", "个"))]] if chance.random() < 0.4 else []
    rows.append(head)
    rows += [[str(number) for number in range(1, width + 1)]] if chance.random() < 0.4 else []
    usual = [_usual(head, place, chance) for place in range(width)]
    for number in range(chance.choice((1, 4, 12, 40))):
        sort = chance.random()
        if sort < 0.7:
            rows.append([chance.choice(usual[column]) for column in range(width)])
        elif sort < 0.8:
            rows.append([chance.choice(("合计", "小计", "总计")), "", *(str(number * 1_000) for _ in range(width - 2))])
        elif sort < 0.9:
            rows.append([chance.choice(_NAMES)])
        elif sort < 0.95:
            rows.append(chance.choice((head, [], [""] * width, ["栏次", "甲", "乙", "1", "2"])))
        else:
            rest = chance.choice((0, width - 2, width + 9))
            rows.append(
                [chance.choice(cells) for cells in (*usual[:2], *(chance.choice(_BLOCKS) for _ in range(rest)))]
            )
    if chance.random() < 0.15:
        chance.shuffle(rows)
    return rows


def _usual(head: list[str], place: int, chance: random.Random) -> Sequence[str]:
    """What mostly stands in a column.

    A unit that is called 合计, once it is in the book, makes data of a row that was none, and one that gets another name
    makes wrong what named it: where units are taken in, codes are codes alone and names are names.
    """
    if head[0] == _UNIT and head[place].endswith("编码"):
        return _CODES_ALONE
    if head[place] in _KEYS:
        return _CODES
    if head[place] == "单位名称" and head[0] in _KEYS:
        return _NAMES_OF_UNITS
    return chance.choice(_BLOCKS)


def wrappings(rows: Grid) -> Sequence[str]:
    """In what such a grid can be wrapped without being another: in a text, too many cells are a separator too many."""
    return WRAPPINGS[max(map(len, rows)) > _USUAL :]


def wrapped(rows: Grid, wrapping: str, folder: Path) -> bytes:
    """A grid as a file of one of the kinds in `WRAPPINGS`."""
    return _WRAPPERS[wrapping](rows, folder)


def _csv(rows: Grid, _: Path) -> bytes:
    return "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows).encode()


def _table(rows: Grid) -> str:
    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><table>{''.join(lines)}</table></html>"


def _html(rows: Grid, _: Path) -> bytes:
    return _table(rows).replace("<html>", '<html><meta charset="utf-8">').encode()


def _mhtml(rows: Grid, _: Path) -> bytes:
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_N"\n\n------=_N\nContent-Location: a.htm\n'
    )
    kind = 'Content-Transfer-Encoding: quoted-printable\nContent-Type: text/html; charset="utf-8"\n\n'
    return (head + kind).encode() + quopri.encodestring(_table(rows).encode()) + b"\n\n------=_N--\n"


def _xml(rows: Grid, _: Path) -> bytes:
    lines = ""
    for row in rows:
        lines += "<Row>" + "".join(f"<Cell>{_data(cell)}</Cell>" for cell in row) + "</Row>"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_SPREADSHEET}" xmlns:ss="{_SPREADSHEET}" xmlns:html="h">'
        f'<Worksheet ss:Name="{NAME}"><Table>{lines}</Table></Worksheet></Workbook>'
    ).encode()


def _data(cell: str) -> str:
    """Rich text stands in elements of its own inside of what a cell says, and a remark beside it."""
    if not cell:
        return ""
    said = escape(cell)
    if len(cell) > 1 and len(cell) % 3 == 0:
        said = f'<html:B>{escape(cell[0])}</html:B><html:Font html:Size="9">{escape(cell[1:])}</html:Font>'
    remark = "<Comment><Data>批注 1</Data></Comment>" if len(cell) % 5 == 0 else ""
    return f'<Data ss:Type="String">{said}</Data>{remark}'


def _xlsx(rows: Grid, folder: Path) -> bytes:
    lines = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' if cell else "<c/>" for cell in row)
        lines += f'<row r="{number}">{cells}</row>'
    named = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="{NAME}" sheetId="1" r:id="a"/></sheets></workbook>'
    return xlsx(folder / "wrapped", sheet_xml(lines), workbook=named).read_bytes()


_WRAPPERS: dict[str, Callable[[Grid, Path], bytes]] = {
    "csv": _csv, "html": _html, "mhtml": _mhtml, "xml": _xml, "xlsx": _xlsx,
}  # fmt: skip


def maps(chance: random.Random) -> list[str]:
    """What somebody says of headings on the command line: true, wrong, twice, of none."""
    heads = [cell for head in _HEADS for cell in head] + ["没有的表头", "", "x" * 5_000]
    return [f"{chance.choice(heads)}={chance.choice(_MAPPED)}" for _ in range(chance.choice((0, 1, 1, 3)))]


def words_changed(chance: random.Random, own: str) -> str | bytes:
    """A bureau's file of headings in which something is of another sort, named otherwise, or cut."""
    values: Sequence[str] = (
        "5",
        '"x"',
        "[]",
        "[5]",
        '[["a"]]',
        "{}",
        "true",
        '["", " "]',
        '["单位编码"]',
        "[" * 3_000,
        "1979-05-27",
    )
    lines = own.split("\n")
    place = chance.randrange(len(lines))
    kind = chance.random()
    if kind < 0.5:
        lines[place] = re.sub(r"=.*", lambda _: f"= {chance.choice(values)}", lines[place])
    elif kind < 0.7:
        lines[place] = re.sub(r'"[^"]*"', '"别的"', lines[place], count=1)
    elif kind < 0.8:
        del lines[place]
    elif kind < 0.9:
        lines.insert(place, chance.choice(lines))
    else:
        return "\n".join(lines).encode(chance.choice(("gb18030", "utf-16", "utf-8-sig")), "replace")[
            : chance.randrange(9_000)
        ]
    return "\n".join(lines)
