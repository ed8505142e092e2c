"""Charts on paper: the geometry of a chart as a drawing of reportlab, in the fonts of the page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts, preview
from zhengzhou_desk.documents.chart_shapes import (
    END,
    MIDDLE,
    Area,
    Box,
    ChartColours,
    Disc,
    Shape,
    Stroke,
    Words,
    natural_height,
    shapes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.documents.content import ChartBlock

LIGHT = ChartColours()


def drawing(chart: ChartBlock, width: float, height: float) -> Any:
    """The chart as a reportlab Drawing of `width` × `height` points."""
    from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Group

    # Every drawing begins with this font: one that is not embedded may not even be named in an archive's file.
    STATE_DEFAULTS["fontName"] = fonts.registered_name(fonts.FANGSONG)
    made = Drawing(width, height)
    group = Group()
    for shape in shapes(chart, width, height, LIGHT, _width):
        for part in _painted(shape):
            group.add(part)
    made.add(group)
    return made


def picture(chart: ChartBlock, width: float, dots_per_inch: float) -> bytes:
    """The chart as a PNG as wide as `width` points, for files that cannot hold drawings."""
    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas

    height = natural_height(chart, width)
    stream, out = io.BytesIO(), io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height), initialFontName=fonts.registered_name(fonts.FANGSONG))
    drawing(chart, width, height).drawOn(canvas, 0, 0)
    canvas.save()
    page = preview.page_image(stream.getvalue(), 0, dots_per_inch)
    size = (page.width, page.height)
    Image.frombytes("RGB", size, page.pixels, "raw", "BGRX", page.stride).save(out, "PNG", optimize=True)
    return out.getvalue()


def _painted(shape: Shape) -> Iterator[Any]:
    from reportlab.graphics.shapes import Circle, Line, Rect

    match shape:
        case Stroke():
            yield Line(
                shape.x1, shape.y1, shape.x2, shape.y2, strokeColor=_colour(shape.colour), strokeWidth=shape.width,
                strokeDashArray=list(shape.dashes) or None,
            )  # fmt: skip
        case Box():
            fill, edge = (_colour(shape.colour), None) if shape.is_filled else (None, _colour(shape.colour))
            yield Rect(shape.x, shape.y, shape.width, shape.height, fillColor=fill, strokeColor=edge, strokeWidth=1.0)
        case Disc():
            yield Circle(shape.x, shape.y, shape.radius, fillColor=_colour(shape.colour), strokeColor=None)
        case Words():
            yield from _text(shape)
        case Area():
            pass


def _text(words: Words) -> Iterator[Any]:
    """A text as one string per font, since a chart's text may mix digits and characters."""
    from reportlab.graphics.shapes import String

    wide, x = _width(words.text, words.size), words.x
    x -= wide if words.anchor == END else wide / 2 if words.anchor == MIDDLE else 0.0
    for run in _sans_runs(words.text):
        yield String(
            x, words.y, run.text, fontName=fonts.registered_name(run.font), fontSize=words.size,
            fillColor=_colour(words.colour),
        )  # fmt: skip
        x += _width(run.text, words.size)


def _sans_runs(said: str) -> Iterator[fonts.FontRun]:
    """黑体 draws its own digits here: a chart keeps no grid of characters."""
    begin = 0
    for place, character in enumerate(said):
        if not fonts.has_glyph(fonts.HEI, character):
            if place > begin:
                yield fonts.FontRun(fonts.HEI, said[begin:place])
            yield fonts.FontRun(fonts.font_of(character, fonts.HEI), character)
            begin = place + 1
    if begin < len(said):
        yield fonts.FontRun(fonts.HEI, said[begin:])


def _width(said: str, size: float) -> float:
    return sum(fonts.own_width(run.font, run.text) for run in _sans_runs(said)) * size / 1000


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)
