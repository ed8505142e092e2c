"""Tables, forms and charts of a .docx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Twips

from zhengzhou_desk.documents import tables
from zhengzhou_desk.documents import word_styles as styles
from zhengzhou_desk.documents.content import (
    CENTRE,
    LEFT,
    NUMBER,
    RIGHT,
    ChartBlock,
    FigureBlock,
    FormBlock,
    TableBlock,
)
from zhengzhou_desk.documents.word_styles import element, twips

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from docx.document import Document

    from zhengzhou_desk.documents.tables import TableRow

_ALIGN_NAMES = {LEFT: "left", CENTRE: "center", RIGHT: "right"}
# Dots an inch of a chart's picture, enough for a printer of the office.
_CHART_DPI = 220.0


def add_block(document: Document, block: object, width: float, number: str = "") -> None:
    """A table, a form or a chart over `width` points; `number` stands where a form asks for the document's own."""
    if isinstance(block, FigureBlock):
        _caption(document, block.caption)
        made = _new_table(document, tables.figures_rows(block, width)[0])
        for figure in block.rows:
            made.add((figure.label, figure.value), (LEFT, RIGHT))
    elif isinstance(block, TableBlock):
        _add_table(document, block, width)
    elif isinstance(block, FormBlock):
        _add_form(document, block, width, number)
    elif isinstance(block, ChartBlock):
        _add_chart(document, block, width)


class _Table:
    """A table with rules around every cell; its cells are written by hand, for the library finds each anew."""

    def __init__(self, made: Any, row: TableRow) -> None:
        """`row` is one as the page lays it out: it gives the widths and the size of type."""
        self._table, self._widths, self._size = made._tbl, row.widths, row.cells[0].size

    def add(
        self,
        texts: Sequence[str],
        aligns: Sequence[str],
        *,
        strong: Collection[int] = (),
        head: bool = False,
        height: float = 0.0,
    ) -> None:
        """Adds a row, its `strong` cells in 黑体; the last of fewer texts than columns takes the rest of the row."""
        row, about = element("w:tr"), element("w:trPr")
        about.append(element("w:cantSplit"))
        if height:
            about.append(element("w:trHeight", val=twips(height), hRule="atLeast"))
        if head:
            about.append(element("w:tblHeader"))
        row.append(about)
        for place, (text, align) in enumerate(zip(texts, aligns, strict=True)):
            last = place + 1 == len(texts)
            widths = self._widths[place:] if last else self._widths[place : place + 1]
            row.append(self._cell(text, widths, align, strong=place in strong))
        self._table.append(row)

    def _cell(self, text: str, widths: Sequence[float], align: str, *, strong: bool) -> Any:
        cell, about, said = element("w:tc"), element("w:tcPr"), element("w:p")
        about.append(element("w:tcW", w=twips(sum(widths)), type="dxa"))
        if len(widths) > 1:
            about.append(element("w:gridSpan", val=len(widths)))
        about.append(element("w:vAlign", val="center"))
        shape = element("w:pPr")
        shape.append(element("w:pStyle", val=styles.CELL))
        shape.append(element("w:jc", val=_ALIGN_NAMES[align]))
        said.append(shape)
        run, face, words = element("w:r"), element("w:rPr"), element("w:t")
        if strong:
            face.append(styles.fonts_element(styles.HEI))
        face.append(element("w:sz", val=round(2 * self._size)))
        words.text = text
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(face)
        run.append(words)
        said.append(run)
        cell.append(about)
        cell.append(said)
        return cell


def _new_table(document: Document, row: TableRow) -> _Table:
    made = document.add_table(rows=0, cols=len(row.widths))
    made.autofit = False
    borders, margins = element("w:tblBorders"), element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color="000000"))
    # Half of the page's: another computer's faces may be wider, and no figure is to be broken.
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=twips(tables.PADDING / 2), type="dxa"))
    properties: Any = made._tbl.tblPr
    properties.append(borders)
    properties.append(margins)
    for column, width in zip(made.columns, row.widths, strict=True):
        column.width = Twips(twips(width))
    return _Table(made, row)


def _add_table(document: Document, block: TableBlock, width: float) -> None:
    in_wan = tables.is_in_wan(block, width)
    head, body = tables.in_wan_rows(block) if in_wan else ([column.label for column in block.columns], block.rows)
    _caption(document, block.caption)
    if block.unit and not in_wan:
        document.add_paragraph(block.unit, style=styles.TABLE_NOTE).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    every = range(len(block.columns))
    made = _new_table(document, tables.table_rows(block, width)[0][0])
    made.add(head, [CENTRE] * len(head), strong=every, head=True)
    for place, row in enumerate(body):
        made.add(row, [column.align for column in block.columns], strong=every if place in block.strong else ())
    if block.note:
        document.add_paragraph(block.note, style=styles.TABLE_NOTE)


def _add_form(document: Document, block: FormBlock, width: float, number: str) -> None:
    """A reply slip: two boxes that are not wide share a row of four cells."""
    rows = tables.form_rows(block, width)
    made = _new_table(document, max(rows, key=lambda row: len(row.widths)))
    for boxes, row in zip(tables.form_pairs(block), rows, strict=True):
        texts = [text for box in boxes for text in (box.label, number if box.value == NUMBER else box.value)]
        made.add(texts, [CENTRE, LEFT] * len(boxes), strong=range(0, len(texts), 2), height=row.height)
    if block.note:
        document.add_paragraph(block.note, style=styles.BODY)


def _add_chart(document: Document, chart: ChartBlock, width: float) -> None:
    from zhengzhou_desk.documents import charts

    paragraph = document.add_paragraph(style=styles.CAPTION)
    picture = io.BytesIO(charts.picture(chart, width, _CHART_DPI))
    shown = paragraph.add_run().add_picture(picture, width=Twips(twips(width)))
    shown._inline.docPr.set("descr", chart.title)


def _caption(document: Document, caption: str) -> None:
    if caption:
        document.add_paragraph(caption, style=styles.CAPTION)
