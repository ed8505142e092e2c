"""The geometry of the page by GB/T 9704-2012, in points, and drawing lines of text on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts, text_operators
from zhengzhou_desk.documents.text_operators import number

if TYPE_CHECKING:
    from collections.abc import Sequence

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
RED, BLACK, GREY = (0.86, 0.08, 0.08), (0.0, 0.0, 0.0), (0.45, 0.45, 0.45)
# How far the baseline is below the top of a character's square.
ASCENT = 0.86


def baseline(top: float, size: float = SIZE) -> float:
    """The height of the baseline from the paper's foot, for text whose square begins `top` below the paper's head."""
    return PAGE_HEIGHT - top - size * ASCENT


def draw_text_line(canvas: Any, line: TextLine, face: str, size: float, x: float, y: float) -> None:
    """Draws a line of text with its left edge at `x` and its baseline at `y`."""
    text_operators.write_line(canvas, line, face, size, x, y)


def draw_text(
    canvas: Any, text: str, face: str, size: float, x: float, y: float, *, align: float = 0.0, spacing: float = 0.0
) -> None:
    """Draws one short text: its left edge (align 0), centre (0.5) or right edge (1) at `x`."""
    width = fonts.width(text, face, size) + spacing * max(0, len(text) - 1)
    text_operators.write_text(canvas, text, face, size, x - width * align, y, spacing)


def draw_rule(
    canvas: Any, x: float, y: float, width: float, thickness: float, colour: tuple[float, float, float] = BLACK
) -> None:
    """A horizontal rule whose middle is at height `y`."""
    begin, end, height = number(x), number(x + width), number(y)
    canvas._code.append(f"{_stroke(thickness, colour)} n {begin} {height} m {end} {height} l S")  # noqa: SLF001


def draw_boxes(canvas: Any, x: float, y: float, widths: Sequence[float], height: float, thickness: float) -> None:
    """Boxes side by side from their lower left corner on, with black edges."""
    code = [_stroke(thickness, BLACK)]
    foot, high = number(y), number(height)
    for width in widths:
        code.append(f"n {number(x)} {foot} {number(width)} {high} re S")
        x += width
    canvas._code.append(" ".join(code))  # noqa: SLF001


def fill(canvas: Any, colour: tuple[float, float, float]) -> None:
    """What is written from now on is of this colour."""
    canvas._code.append(f"{_colour(colour)} rg")  # noqa: SLF001 - reportlab looks at each number six times


def _stroke(thickness: float, colour: tuple[float, float, float]) -> str:
    return f"{_colour(colour)} RG {number(thickness)} w"


def _colour(colour: tuple[float, float, float]) -> str:
    return " ".join(map(number, colour))
