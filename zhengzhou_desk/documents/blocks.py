"""Laid blocks: a document's content cut into parts that are never split over two pages, each with its height."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts, line_breaking, tables
from zhengzhou_desk.documents.chart_shapes import natural_height
from zhengzhou_desk.documents.content import Block, ChartBlock, FigureBlock, FormBlock, Paragraph, TableBlock
from zhengzhou_desk.documents.geometry import (
    CHARACTER,
    HEIGHT,
    SIZE,
    SIZE_4,
    SPACING,
    WIDTH,
    baseline,
    draw_text,
    draw_text_line,
)
from zhengzhou_desk.documents.tagging import FIGURE, HEADING, TEXT, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FACES = {1: fonts.HEI, 2: fonts.KAI}
GAP = 6.0
# 五号, for what is said below and above a table.
SIZE_NOTE = 10.5
_NOTE_GAP = 3.0
# What else than the rows may stand on a table's page: its gap, its caption, its footnote.
_ROOM = 60.0


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """Something that stands on one page: its height, how it is drawn at (x, top from the paper's head).

    `text` blocks keep to the grid of lines, `prose` ones are the text itself; one that `leads` never ends a page;
    `head` is repeated when a table continues on the next page. Blocks of one `tag` are one part of the text.
    """

    height: float
    draw: Callable[[Any, float, float], None]
    text: bool = True
    head: LaidBlock | None = None
    blank: bool = False
    prose: bool = False
    leads: bool = False
    tag: Tag | None = None


def blank(pitch: float, lines: int = 1) -> list[LaidBlock]:
    """Empty lines."""
    return [LaidBlock(pitch, lambda *_: None, blank=True)] * lines


def laid_blocks(blocks: Iterable[Block], pitch: float, width: float = WIDTH) -> list[LaidBlock]:
    """The laid blocks of a document's body."""
    found: list[LaidBlock] = []
    for block in blocks:
        found += _of(block, pitch, width)
    return found


def _of(block: Block, pitch: float, width: float) -> list[LaidBlock]:
    if isinstance(block, Paragraph):
        return paragraph(block, pitch, width)
    if isinstance(block, FigureBlock):
        return _rows(tables.figures_rows(block, width), block.caption, width)
    if isinstance(block, TableBlock):
        head, rows = tables.table_rows(block, width)
        # Amounts that had to be turned to 万元 say so in their heads.
        unit = "" if tables.is_in_wan(block, width) else block.unit
        return _rows(rows, block.caption, width, head, unit, _small(block.note, width))
    if isinstance(block, FormBlock):
        boxes = _rows(tables.form_rows(block, width), "", width)
        return [*boxes, *paragraph(Paragraph(block.note), pitch, width)] if block.note else boxes
    return _chart(block, width)


def paragraph(said: Paragraph, pitch: float, width: float = WIDTH, *, indent: float = 2 * CHARACTER) -> list[LaidBlock]:
    """A paragraph begins two characters in; its lead is set in the face of its level."""
    if said.lead:
        return _with_lead(said, pitch, width, indent)
    face = FACES.get(said.level, fonts.FANGSONG)
    lines = line_breaking.lines(said.text, face, SIZE, width, spacing=SPACING, indent=indent)
    return _leading([replace(line_block(line, face, pitch), prose=True) for line in lines], said)


def _with_lead(said: Paragraph, pitch: float, width: float, indent: float) -> list[LaidBlock]:
    """The lead opens the paragraph in its own face; both are broken as one text."""
    face = FACES.get(said.level, fonts.FANGSONG)
    lines = line_breaking.lines(said.lead + said.text, fonts.FANGSONG, SIZE, width, spacing=SPACING, indent=indent)
    found: list[LaidBlock] = []
    left = len(said.lead)
    for line in lines:
        lead: list[line_breaking.PlacedText] = []
        rest: list[line_breaking.PlacedText] = []
        for piece in line.pieces:
            (lead if left > 0 else rest).append(piece)
            left -= len(piece.text)
        parts = (line_breaking.TextLine(tuple(lead), line.width), line_breaking.TextLine(tuple(rest), line.width))

        def draw_both(
            canvas: Any, x: float, top: float, parts: tuple[line_breaking.TextLine, line_breaking.TextLine] = parts
        ) -> None:
            draw_text_line(canvas, parts[0], face, SIZE, x, baseline(top))
            draw_text_line(canvas, parts[1], fonts.FANGSONG, SIZE, x, baseline(top))

        found.append(LaidBlock(pitch, draw_both, prose=True))
    return _leading(found, said)


def _leading(lines: list[LaidBlock], said: Paragraph) -> list[LaidBlock]:
    """A heading, and the last line of 存在以下问题：, stay with what they announce; all lines are one part."""
    tag = Tag(HEADING if said.level == 1 else TEXT)
    lines = [replace(line, tag=tag) for line in lines]
    if said.level == 1:
        return [replace(line, leads=True, prose=False) for line in lines]
    if said.text.endswith("："):
        return [*lines[:-1], replace(lines[-1], leads=True)]
    return lines


def line_block(line: line_breaking.TextLine, face: str, pitch: float) -> LaidBlock:
    """A line of text in a face as a block `pitch` points high."""
    return LaidBlock(pitch, lambda canvas, x, top: draw_text_line(canvas, line, face, SIZE, x, baseline(top)))


def _rows(
    rows: list[tables.TableRow],
    caption: str,
    width: float,
    head: list[tables.TableRow] | None = None,
    unit: str = "",
    note: Sequence[LaidBlock] = (),
) -> list[LaidBlock]:
    from zhengzhou_desk.documents.geometry import PAGE_HEIGHT

    def piece(row: tables.TableRow, above: LaidBlock | None = None) -> LaidBlock:
        return LaidBlock(
            row.height, lambda canvas, x, top: row.draw(canvas, x, PAGE_HEIGHT - top), text=False, head=above
        )

    found = [_space()]
    if caption:
        found.append(
            LaidBlock(
                SIZE_4 * 1.6,
                lambda canvas, x, top: draw_text(
                    canvas, caption, fonts.HEI, SIZE_4, x + width / 2, baseline(top, SIZE_4), align=0.5
                ),
                text=False,
            )
        )
    above = piece(head[0]) if head else None
    if above is not None and unit:
        above = _under(_unit_line(unit, width), above)
    room = (WIDTH if width > WIDTH else HEIGHT) - (above.height if above is not None else 0.0) - _ROOM
    pieces = [piece(part, above) for row in rows for part in tables.parts(row, room)]
    if above is not None:
        # With the first row: a head alone at the foot of a page heads nothing.
        pieces[:1] = [replace(_under(above, pieces[0]), head=None) if pieces else above]
    found += pieces
    for line in note:
        # With the last row: a footnote alone on a page says nothing.
        found[-1] = _under(found[-1], line)
    return [*found, _space()]


def _unit_line(unit: str, width: float) -> LaidBlock:
    """单位：元 above a table, at its right edge."""
    return LaidBlock(
        SIZE_NOTE * 1.5,
        lambda canvas, x, top: draw_text(
            canvas, unit, fonts.FANGSONG, SIZE_NOTE, x + width, baseline(top, SIZE_NOTE), align=1.0
        ),
        text=False,
    )


def _under(upper: LaidBlock, lower: LaidBlock) -> LaidBlock:
    """Two parts as one that is never torn apart."""

    def draw(canvas: Any, x: float, top: float) -> None:
        upper.draw(canvas, x, top)
        lower.draw(canvas, x, top + upper.height)

    return LaidBlock(upper.height + lower.height, draw, text=False, head=upper.head)


def _small(note: str, width: float) -> list[LaidBlock]:
    """The footnote of a table, in small type."""
    if not note:
        return []
    lines = line_breaking.lines(note, fonts.FANGSONG, SIZE_NOTE, width)

    def piece(line: line_breaking.TextLine) -> LaidBlock:
        return LaidBlock(
            SIZE_NOTE * 1.4,
            lambda canvas, x, top: draw_text_line(canvas, line, fonts.FANGSONG, SIZE_NOTE, x, baseline(top, SIZE_NOTE)),
            text=False,
        )

    return [LaidBlock(_NOTE_GAP, lambda *_: None, text=False), *map(piece, lines)]


def _space() -> LaidBlock:
    return LaidBlock(GAP, lambda *_: None, text=False, blank=True)


def _chart(chart: ChartBlock, width: float) -> list[LaidBlock]:
    from zhengzhou_desk.documents import charts
    from zhengzhou_desk.documents.geometry import PAGE_HEIGHT

    height = natural_height(chart, width)
    return [
        _space(),
        LaidBlock(
            height,
            lambda canvas, x, top: charts.drawing(chart, width, height).drawOn(canvas, x, PAGE_HEIGHT - top - height),
            text=False,
            tag=Tag(FIGURE, chart.title),
        ),
        _space(),
    ]
