"""Tables of the official page: figures, lists with a repeated head, and forms to be filled in by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.documents import fonts, line_breaking
from zhengzhou_desk.documents.content import CENTRE, RIGHT, FigureBlock, FormBlock, TableBlock
from zhengzhou_desk.documents.geometry import ASCENT, SIZE_4, SIZE_SMALL_4, draw_boxes, draw_text, draw_text_line
from zhengzhou_desk.records.kinds import in_wan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.documents.content import FormField as _Box
    from zhengzhou_desk.documents.line_breaking import TextLine

# The texts of a row and the faces they are set in.
_Faced: TypeAlias = "tuple[Sequence[str], Sequence[str]]"

PADDING = 4.0
# Above and below the text of a dense table's rows.
_CLOSE = 0.9
THIN = 0.5
# The sizes of type that a table steps down by: 4号, 小四, 五号, 小五. Below the last, amounts turn to 万元 first.
STEPS = (SIZE_4, SIZE_SMALL_4, 10.5, 9.0)
LEAST = STEPS[-1]
_SMALLEST = 3.0
# Of a text without figures so many characters stay side by side.
_TOGETHER = 3
_FIGURE = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?:[百千]?[万亿]?元|[个份家笔项人分]|[%％‰])?")
_AMOUNT = re.compile(r"-?\d[\d,]*\.\d\d")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's lines, already broken to its width."""

    lines: tuple[TextLine, ...]
    face: str
    align: str
    size: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is never split over two pages: its cells, their widths and its height, in points."""

    cells: tuple[TableCell, ...]
    widths: tuple[float, ...]
    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draws the row with its upper left corner at (x, top), measured from the paper's foot."""
        draw_boxes(canvas, x, top - self.height, self.widths, self.height, THIN)
        for cell, width in zip(self.cells, self.widths, strict=True):
            _draw_cell(canvas, cell, x, top, width, self.height)
            x += width


def parts(row: TableRow, room: float) -> list[TableRow]:
    """A row as it is; one that is taller than `room` as several, its text going on in the next."""
    if row.height <= room:
        return [row]
    leading = max(_leading(cell.size) for cell in row.cells)
    count = max(1, int((room - 2 * PADDING) / leading))
    longest = max(len(cell.lines) for cell in row.cells)
    if longest <= count:
        return [row]
    return [
        TableRow(
            tuple(replace(cell, lines=cell.lines[begin : begin + count]) for cell in row.cells),
            row.widths,
            min(count, longest - begin) * leading + 2 * PADDING,
        )
        for begin in range(0, longest, count)
    ]


def _leading(size: float) -> float:
    return size * 1.4


def _draw_cell(canvas: Any, cell: TableCell, x: float, top: float, width: float, height: float) -> None:
    leading = _leading(cell.size)
    block = leading * len(cell.lines)
    y = top - (height - block) / 2 - (leading - cell.size) / 2 - cell.size * ASCENT
    for line in cell.lines:
        room = width - 2 * PADDING - line.width
        shift = room if cell.align == RIGHT else room / 2 if cell.align == CENTRE else 0.0
        draw_text_line(canvas, line, cell.face, cell.size, x + PADDING + max(0.0, shift), y)
        y -= leading


def _row(
    texts: Sequence[str],
    widths: Sequence[float],
    faces: Sequence[str],
    aligns: Sequence[str],
    size: float,
    least: float = 0.0,
    above: float = PADDING,
) -> TableRow:
    cells = tuple(
        TableCell(tuple(line_breaking.lines(text, face, size, width - 2 * PADDING, straight=False)), face, align, size)
        for text, width, face, align in zip(texts, widths, faces, aligns, strict=True)
    )
    height = max(len(cell.lines) for cell in cells) * _leading(size) + 2 * above
    return TableRow(cells, tuple(widths), max(height, least))


def figures_rows(figures: FigureBlock, width: float) -> list[TableRow]:
    """Label and value side by side, the values to the right so that amounts stand under one another."""
    texts = [(figure.label, figure.value) for figure in figures.rows]
    faces = (fonts.FANGSONG, fonts.FANGSONG)
    widths, size = _fitting([(row, faces) for row in texts], (46, 54), width, SIZE_4)
    return [_row(row, widths, faces, ("left", RIGHT), size) for row in texts]


def table_rows(table: TableBlock, width: float) -> tuple[list[TableRow], list[TableRow]]:
    """The head and the rows of a table over `width` points; no figure is broken (see `_fitting`)."""
    size = SIZE_SMALL_4 if len(table.columns) > 4 else SIZE_4  # noqa: PLR2004 - the more columns, the smaller
    if len(table.columns) > 8 or table.dense:  # noqa: PLR2004
        size = 10.5
    shares = [column.weight for column in table.columns]
    head, body = [column.label for column in table.columns], list(table.rows)
    faces = [[fonts.HEI if place in table.strong else fonts.FANGSONG] * len(shares) for place in range(len(body))]
    if is_in_wan(table, width):
        head, body = in_wan_rows(table)
    if table.dense:
        shares = _natural(_faced(head, body, faces), size)
    widths, size = _fitting(_faced(head, body, faces), shares, width, size)
    aligns = [column.align for column in table.columns]
    first = _row(head, widths, [fonts.HEI] * len(widths), [CENTRE] * len(widths), size)
    above = _CLOSE if table.dense else PADDING
    return [first], [_row(row, widths, face, aligns, size, above=above) for row, face in zip(body, faces, strict=True)]


def _natural(rows: Sequence[_Faced], size: float) -> list[int]:
    """The widths the columns of a dense table would have in one line each, so that few rows need two."""
    return [
        int(max(fonts.width(texts[column], faces[column], size) for texts, faces in rows) + 2 * PADDING) + 1
        for column in range(len(rows[0][0]))
    ]


def is_in_wan(table: TableBlock, width: float) -> bool:
    """Whether amounts turn to 万元: in 元 not even the smallest type would hold them."""
    if not any(column.money for column in table.columns):
        return False
    faces = [
        [fonts.HEI if place in table.strong else fonts.FANGSONG] * len(table.columns)
        for place in range(len(table.rows))
    ]
    rows = _faced([column.label for column in table.columns], table.rows, faces)
    return _fitted(_needs(rows, LEAST), [column.weight for column in table.columns], width) is None


def _faced(head: Sequence[str], body: Sequence[Sequence[str]], faces: Sequence[Sequence[str]]) -> list[_Faced]:
    return [(head, [fonts.HEI] * len(head)), *zip(body, faces, strict=True)]


def in_wan_rows(table: TableBlock) -> tuple[list[str], list[tuple[str, ...]]]:
    """Head and rows with amounts in 万元, to the fen; the heads of these columns name the unit."""
    head = [
        f"{column.label.removesuffix('（元）')}（万元）" if column.money else column.label for column in table.columns
    ]
    rows = [
        tuple(_wan(cell) if column.money else cell for column, cell in zip(table.columns, row, strict=True))
        for row in table.rows
    ]
    return head, rows


def _wan(cell: str) -> str:
    return in_wan(int(re.sub(r"[,.]", "", cell))) if _AMOUNT.fullmatch(cell) else cell


def form_pairs(form: FormBlock) -> list[tuple[_Box, ...]]:
    """The boxes of a form by rows: two that are not wide share one."""
    pairs: list[tuple[_Box, ...]] = []
    waiting = list(form.lines)
    while waiting:
        line = waiting.pop(0)
        beside = not line.wide and waiting and not waiting[0].wide
        pairs.append((line, waiting.pop(0)) if beside else (line,))
    return pairs


def form_rows(form: FormBlock, width: float) -> list[TableRow]:
    """The rows of a form, its labels under one another."""
    pairs = form_pairs(form)
    faces = (fonts.HEI, fonts.FANGSONG)
    halves = [((box.label, box.value), faces) for boxes in pairs if len(boxes) > 1 for box in boxes]
    # Labels stand under one another in the whole form, so one width serves all: each label on one line.
    widest = max((fonts.width(box.label, fonts.HEI, SIZE_4) for box in form.lines), default=0.0) + 2 * PADDING + 0.1
    (label, value), size = (
        _fitting(halves, (2, 3), width / 2, SIZE_4) if halves else ((width * 0.2, width * 0.3), SIZE_4)
    )
    figures = max((_whole(texts[1], fonts.FANGSONG, size) for texts, _ in halves), default=0.0) + 2 * PADDING
    if size == SIZE_4 and label < widest <= width / 2 - figures:
        label, value = widest, width / 2 - widest
    rows: list[TableRow] = []
    for boxes in pairs:
        texts, widths = [], []
        for box in boxes:
            texts += [box.label, box.value]
            widths += [label, value if len(boxes) > 1 else width - label]
        least = max(box.height for box in boxes) * _leading(SIZE_4) + 4 * PADDING
        rows.append(_row(texts, widths, faces * len(boxes), [CENTRE, "left"] * len(boxes), size, least))
    return rows


# -- figures stay whole -------------------------------------------------------------------------------


def _fitting(rows: Sequence[_Faced], shares: Sequence[int], width: float, size: float) -> tuple[list[float], float]:
    """The widths of the columns and the size of type in which no figure is broken.

    A column that needs more than its share grows at the others' cost; where all of them together
    need more than there is, the size steps down.
    """
    for step in (size, *(each for each in STEPS if each < size)):
        widths = _fitted(_needs(rows, step), shares, width)
        if widths is not None:
            return widths, step
    # Below the last step the size that is just small enough: padding does not shrink with it.
    while True:
        step *= 0.95
        widths = _fitted(_needs(rows, step), shares, width)
        if widths is not None:
            return widths, step
        if step < _SMALLEST:
            return [width * share / sum(shares) for share in shares], step


def _needs(rows: Sequence[_Faced], size: float) -> list[float]:
    """The least width of each column: its widest figure, and a few characters of anything else."""
    least: list[float] = []
    for column in range(len(rows[0][0])):
        widest = 0.0
        for texts, faces in rows:
            widest = max(widest, _whole(texts[column], faces[column], size))
        least.append(widest + 2 * PADDING + 0.1)
    return least


@fonts.cached_by_face
def _whole(text: str, face: str, size: float) -> float:
    """The width of what must stay on one line: an amount with its unit, a number or code in a text."""
    if _FIGURE.fullmatch(text):
        return fonts.width(text, face, size)
    figures = [
        unit.width
        for unit in line_breaking.clusters(text, face, size)
        if len(unit.text) > 1 and any(map(str.isdigit, unit.text))
    ]
    return max([min(fonts.width(text, face, size), _TOGETHER * size), *figures])


def _fitted(needs: Sequence[float], shares: Sequence[int], width: float) -> list[float] | None:
    """The width shared out so that each column has what it needs; None where there is not enough."""
    if sum(needs) > width:
        return None
    fixed: set[int] = set()
    while True:
        rest = [place for place in range(len(needs)) if place not in fixed]
        left = width - sum(needs[place] for place in fixed)
        whole = sum(shares[place] for place in rest) or 1
        widths = [needs[place] if place in fixed else left * shares[place] / whole for place in range(len(needs))]
        short = {place for place in rest if widths[place] < needs[place]}
        if not short:
            return widths
        fixed |= short


def caption(canvas: Any, text: str, centre: float, y: float) -> None:
    """A table's caption above it, in the face of headings."""
    draw_text(canvas, text, fonts.HEI, SIZE_4, centre, y, align=0.5)
