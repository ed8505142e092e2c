"""Tables of the official page: figures, lists with a repeated head, and forms to be filled in by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import breaking, fonts
from zhengzhou_desk.documents.content import CENTRE, RIGHT, Figures, Form, Table
from zhengzhou_desk.documents.sheet_of_paper import ASCENT, SIZE_4, SIZE_SMALL_4, draw, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.documents.breaking import Line

PADDING = 4.0
THIN = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines, already broken to its width."""

    lines: tuple[Line, ...]
    face: str
    align: str
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is never torn: cells, their widths, and its height in points."""

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    height: float

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draws the row with its upper left corner at (x, top), measured from the paper's foot."""
        canvas.setLineWidth(THIN)
        canvas.setStrokeColorRGB(0, 0, 0)
        for cell, width in zip(self.cells, self.widths, strict=True):
            canvas.rect(x, top - self.height, width, self.height, stroke=1, fill=0)
            _draw_cell(canvas, cell, x, top, width, self.height)
            x += width


def _leading(size: float) -> float:
    return size * 1.4


def _draw_cell(canvas: Any, cell: Cell, x: float, top: float, width: float, height: float) -> None:
    leading = _leading(cell.size)
    block = leading * len(cell.lines)
    y = top - (height - block) / 2 - (leading - cell.size) / 2 - cell.size * ASCENT
    for line in cell.lines:
        room = width - 2 * PADDING - line.width
        shift = room if cell.align == RIGHT else room / 2 if cell.align == CENTRE else 0.0
        draw(canvas, line, cell.face, cell.size, x + PADDING + max(0.0, shift), y)
        y -= leading


def _row(texts: Sequence[str], widths: Sequence[float], faces: Sequence[str], aligns: Sequence[str], size: float, least: float = 0.0) -> Row:
    cells = tuple(
        Cell(tuple(breaking.lines(text, face, size, width - 2 * PADDING, straight=False)), face, align, size)
        for text, width, face, align in zip(texts, widths, faces, aligns, strict=True)
    )
    height = max(len(cell.lines) for cell in cells) * _leading(size) + 2 * PADDING
    return Row(cells, tuple(widths), max(height, least))


def figures_rows(figures: Figures, width: float) -> list[Row]:
    """Label and value side by side, the values to the right so that amounts stand under one another."""
    widths = (width * 0.46, width * 0.54)
    return [
        _row((figure.label, figure.value), widths, (fonts.FANGSONG, fonts.FANGSONG), ("left", RIGHT), SIZE_4)
        for figure in figures.rows
    ]


def table_rows(table: Table, width: float) -> tuple[list[Row], list[Row]]:
    """The head and the rows of a table over `width` points."""
    shares = [column.weight for column in table.columns]
    widths = [width * share / sum(shares) for share in shares]
    size = SIZE_SMALL_4 if len(table.columns) > 4 else SIZE_4
    if len(table.columns) > 8:
        size = 10.5
    head = _row([c.label for c in table.columns], widths, [fonts.HEI] * len(widths), [CENTRE] * len(widths), size)
    aligns = [column.align for column in table.columns]
    rows = [
        _row(row, widths, [fonts.HEI if place in table.strong else fonts.FANGSONG] * len(widths), aligns, size)
        for place, row in enumerate(table.rows)
    ]
    return [head], rows


def form_rows(form: Form, width: float) -> list[Row]:
    """The boxes of a form: two that are not wide share a row."""
    rows: list[Row] = []
    waiting = list(form.lines)
    label, value = width * 0.2, width * 0.3
    while waiting:
        line = waiting.pop(0)
        boxes = [line]
        if not line.wide and waiting and not waiting[0].wide:
            boxes.append(waiting.pop(0))
        texts, widths = [], []
        for box in boxes:
            texts += [box.label, box.value]
            widths += [label, value if len(boxes) == 2 else width - label]
        faces = [fonts.HEI, fonts.FANGSONG] * len(boxes)
        aligns = [CENTRE, "left"] * len(boxes)
        least = max(box.height for box in boxes) * _leading(SIZE_4) + 4 * PADDING
        rows.append(_row(texts, widths, faces, aligns, SIZE_4, least))
    return rows


def caption(canvas: Any, text: str, centre: float, y: float) -> None:
    """A table's caption above it, in the face of headings."""
    words(canvas, text, fonts.HEI, SIZE_4, centre, y, align=0.5)
