"""The geometry of the page by GB/T 9704-2012, in points, and drawing lines of text on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts

if TYPE_CHECKING:
    from zhengzhou_desk.documents.line_breaking import TextLine

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
# 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
TOP, LEFT = 37 * MM, 28 * MM
WIDTH, HEIGHT = 156 * MM, 225 * MM
LINES, CHARACTERS = 22, 28
SIZE = 16.0  # 3号
SIZE_4 = 14.0  # 4号
SIZE_SMALL_4 = 12.0  # 小四, for wide tables
TITLE_SIZE = 22.0  # 2号
CHARACTER = WIDTH / CHARACTERS
# Spacing that makes 28 characters of 16 pt fill the line; one line is a character and 7/8 (clause 3).
SPACING = CHARACTER - SIZE
PITCH = (HEIGHT - SIZE) / (LINES - 1)
SEVEN_EIGHTHS = SIZE * 7 / 8
RED, BLACK = (0.86, 0.08, 0.08), (0.0, 0.0, 0.0)
# How far the baseline is below the top of a character's square.
ASCENT = 0.86


# From this width on (in thousandths of the size) a character is a wide one.
_WIDE = 900


def baseline(top: float, size: float = SIZE) -> float:
    """The height of the baseline from the paper's foot, for text whose square begins `top` below the paper's head."""
    return PAGE_HEIGHT - top - size * ASCENT


def draw_text_line(canvas: Any, line: TextLine, face: str, size: float, x: float, y: float) -> None:
    """Draws a line of text with its left edge at `x` and its baseline at `y`."""
    pen = _Pen(canvas, size)
    for piece in line.pieces:
        pen.put(piece.text, face, x + piece.x, y, piece.room)
    pen.done()


class _Pen:
    """Writes texts of one size; font and spacing are set only where they change."""

    def __init__(self, canvas: Any, size: float) -> None:
        self._canvas = canvas
        self._text = canvas.beginText()
        self._size = size
        self._font = ""
        self._spacing = 0.0

    def put(self, words: str, face: str, x: float, y: float, spacing: float) -> None:
        """Writes words from `x` on; a narrow character gets half the spacing of a wide one."""
        for run in fonts.runs(words, face):
            gap = spacing / 2 if fonts.advance(run.text[0], face) < _WIDE else spacing
            self._text.setTextOrigin(x, y)
            if run.font != self._font:
                self._font = run.font
                self._text.setFont(fonts.registered_name(run.font), self._size)
            if gap != self._spacing:
                self._spacing = gap
                self._text.setCharSpace(gap)
            self._text.textOut(run.text)
            x += sum([fonts.advance(c, face) for c in run.text]) * self._size / 1000 + len(run.text) * gap

    def done(self) -> None:
        if self._spacing:
            self._text.setCharSpace(0)
        self._canvas.drawText(self._text)


def draw_text(
    canvas: Any, text: str, face: str, size: float, x: float, y: float, *, align: float = 0.0, spacing: float = 0.0
) -> None:
    """Draws one short text: its left edge (align 0), centre (0.5) or right edge (1) at `x`."""
    width = fonts.width(text, face, size) + spacing * max(0, len(text) - 1)
    pen = _Pen(canvas, size)
    pen.put(text, face, x - width * align, y, spacing)
    pen.done()


def draw_rule(
    canvas: Any, x: float, y: float, width: float, thickness: float, colour: tuple[float, float, float] = BLACK
) -> None:
    """A horizontal rule whose middle is at height `y`."""
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(thickness)
    canvas.line(x, y, x + width, y)
