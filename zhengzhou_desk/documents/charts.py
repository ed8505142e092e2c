"""Charts drawn once with reportlab.graphics: the same picture in a PDF and, as SVG, on the screen."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts
from zhengzhou_desk.documents.content import ACROSS, LINE, ChartBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZE = 9.0
# From one lying bar to the next.
_ACROSS_PITCH = 15.0


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart."""

    text: str = "#333333"
    grid: str = "#d8dbe0"
    series: tuple[str, ...] = ("#2f6f8f", "#c0843d", "#7a8a99")


LIGHT = ChartColours()
DARK = ChartColours("#d5d8dc", "#474c53", ("#63a6c6", "#dba866", "#93a1ae"))


def drawing(chart: ChartBlock, width: float, height: float, look: ChartColours = LIGHT) -> Any:
    """The chart as a reportlab Drawing of `width` × `height` points."""
    from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Group

    # Every drawing begins with this font: one that is not embedded may not even be named in an archive's file.
    STATE_DEFAULTS["fontName"] = fonts.registered_name(fonts.FANGSONG)
    made = Drawing(width, height)
    group = Group()
    for shape in _shapes(chart, width, height, look):
        group.add(shape)
    made.add(group)
    return made


def svg(chart: ChartBlock, width: float, height: float, *, dark: bool = False) -> bytes:
    """The same as SVG for the screen; the fonts are named, not embedded."""
    from reportlab.graphics import renderSVG

    text: str = renderSVG.drawToString(drawing(chart, width, height, DARK if dark else LIGHT))
    # Qt draws SVG Tiny: it knows no clip path and would paint its rectangle black.
    text = re.sub(r"<clipPath.*?</clipPath>", "", text, flags=re.DOTALL).replace('style="clip-path: url(#clip)"', "")
    for key in (fonts.HEI, "latin", "song"):
        text = text.replace(f"font-family: {key}", "font-family: Noto Sans SC").replace(
            f'font-family="{key}"', 'font-family="Noto Sans SC"'
        )
    return text.encode("utf-8")


def height(chart: ChartBlock, width: float) -> float:
    """The height of a chart of `width` points on paper: lying bars need a line each."""
    return 50.0 + _ACROSS_PITCH * len(chart.labels) if chart.sort == ACROSS else width * 0.5


def _shapes(chart: ChartBlock, width: float, height: float, look: ChartColours) -> Iterator[Any]:
    if chart.sort == ACROSS:
        yield from _across(chart, width, height, look)
        return
    from reportlab.graphics.shapes import Line as Stroke
    from reportlab.graphics.shapes import Rect

    values = [value for series in chart.series for value in series.values if value is not None]
    most = _round_up(max(values, default=0), chart.decimals)
    label_width = max((_width(_shown(step * most // 4, chart)) for step in range(5)), default=0)
    left, right, bottom = label_width + 10, width - 6, 34.0
    top = height - (18 if chart.title else 6) - 16
    if chart.title:
        yield from _text(chart.title, width / 2, height - 12, look.text, anchor="middle", size=_SIZE + 1.5)
    yield from _legend(chart, left, top + 8, look)
    for step in range(5):
        y = bottom + (top - bottom) * step / 4
        yield Stroke(left, y, right, y, strokeColor=_colour(look.grid), strokeWidth=0.5)
        yield from _text(_shown(step * most // 4, chart), left - 5, y - 3, look.text, anchor="end")
    count = len(chart.labels)
    slot = (right - left) / max(1, count)
    every = max(1, -(-count * 44 // int(max(1.0, right - left))))
    for place, label in enumerate(chart.labels):
        if place % every == 0:
            yield from _text(
                _cut(label, slot * every), left + slot * (place + 0.5), bottom - 14, look.text, anchor="middle"
            )
    scale = (top - bottom) / most if most else 0.0
    if chart.sort == LINE:
        yield from _lines(chart, left, bottom, slot, scale, look)
        return
    bar = min(slot * 0.7 / max(1, len(chart.series)), 26.0)
    for number, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            if value is not None:
                x = left + slot * (place + 0.5) - bar * len(chart.series) / 2 + bar * number
                yield Rect(
                    x,
                    bottom,
                    bar * 0.92,
                    max(0.0, value * scale),
                    fillColor=_colour(look.series[number % 3]),
                    strokeColor=None,
                )


def _across(chart: ChartBlock, width: float, height: float, look: ChartColours) -> Iterator[Any]:
    """Bars that lie, each beside its whole name and with its value; the mark as a dashed line through all of them."""
    from reportlab.graphics.shapes import Line as Stroke
    from reportlab.graphics.shapes import Rect

    values = chart.series[0].values
    shown = ["—" if value is None else _exact(value, chart) for value in values]
    names = min(max(map(_width, chart.labels), default=0.0), width * 0.5)
    left = names + 8
    room = width - left - max(map(_width, shown), default=0.0) - 8
    most = max([1, *(value for value in values if value is not None), chart.mark or 0])
    top = height - 18
    if chart.title:
        yield from _text(chart.title, width / 2, height - 12, look.text, anchor="middle", size=_SIZE + 1.5)
        top -= 4
    foot = top - _ACROSS_PITCH * len(values)
    yield Stroke(left, top, left, foot, strokeColor=_colour(look.grid), strokeWidth=0.8)
    for place, (label, value, said) in enumerate(zip(chart.labels, values, shown, strict=True)):
        middle = top - _ACROSS_PITCH * (place + 0.5)
        yield from _text(_cut(label, names), left - 4, middle - 3, look.text, anchor="end")
        long = max(0.0, room * (value or 0) / most)
        yield Rect(left, middle - 4, long, 8, fillColor=_colour(look.series[0]), strokeColor=None)
        yield from _text(said, left + long + 4, middle - 3, look.text)
    said = chart.unit
    if chart.mark is not None:
        x = left + room * chart.mark / most
        yield Stroke(x, top, x, foot, strokeColor=_colour(look.series[1]), strokeWidth=1.0, strokeDashArray=[4, 2])
        said = f"虚线：{chart.mark_label}{_exact(chart.mark, chart)}　{said}"
    yield from _text(said, left, foot - 14, look.text)


def _exact(value: int, chart: ChartBlock) -> str:
    """A value with all its decimals, so that two of them stand under one another."""
    whole, rest = divmod(abs(value), 10**chart.decimals)
    decimals = f".{rest:0{chart.decimals}d}" if chart.decimals else ""
    return f"{'-' if value < 0 else ''}{whole:,d}{decimals}"


# Whole, dashed, dotted: what tells lines apart on a black-and-white print.
_DASHES: tuple[list[int] | None, ...] = (None, [5, 3], [1, 2])


def _lines(
    chart: ChartBlock, left: float, bottom: float, slot: float, scale: float, look: ChartColours
) -> Iterator[Any]:
    from reportlab.graphics.shapes import Line as Stroke

    for number, series in enumerate(chart.series):
        colour = _colour(look.series[number % 3])
        points = [
            None if value is None else (left + slot * (place + 0.5), bottom + value * scale)
            for place, value in enumerate(series.values)
        ]
        for one, two in itertools.pairwise(points):
            if one is not None and two is not None:
                yield Stroke(*one, *two, strokeColor=colour, strokeWidth=1.4, strokeDashArray=_DASHES[number % 3])
        others = [each.values for each in chart.series if each is not series]
        for place, (point, value) in enumerate(zip(points, series.values, strict=True)):
            if point is None or value is None:
                continue
            yield _dot(*point, colour, number)
            said = _short(value, chart)
            # Two points in one place say their value once.
            is_said = number > 0 and any(values[place] == value for values in others)
            if chart.says_values and not is_said and _width(said) < slot:
                # The higher of two points says its value above itself, the lower below.
                is_lower = any((values[place] or 0) > value for values in others)
                yield from _text(
                    said, point[0], point[1] + (-12 if is_lower else 5), look.text, anchor="middle", size=8
                )


def _dot(x: float, y: float, colour: Any, number: int) -> Any:
    """A point: round and full for the first series, square and hollow for the second."""
    from reportlab.graphics.shapes import Circle, Rect

    if number % 2:
        return Rect(x - 2.2, y - 2.2, 4.4, 4.4, fillColor=None, strokeColor=colour, strokeWidth=1.0)
    return Circle(x, y, 2.4, fillColor=colour, strokeColor=None)


def _short(value: int, chart: ChartBlock) -> str:
    """A value with at most two decimals, half up: it is to be seen, not reckoned with."""
    places = min(2, chart.decimals)
    step = 10 ** (chart.decimals - places)
    whole, rest = divmod((abs(value) * 2 + step) // (2 * step), 10**places)
    return f"{'-' if value < 0 else ''}{whole:,d}" + (f".{rest:0{places}d}" if places else "")


def _legend(chart: ChartBlock, x: float, y: float, look: ChartColours) -> Iterator[Any]:
    from reportlab.graphics.shapes import Rect

    if len(chart.series) <= 1 and not chart.unit:
        return
    for number, series in enumerate(chart.series):
        if chart.sort == LINE:
            yield from _line_key(x, y + 4, number, look)
            x += 8
        else:
            yield Rect(x, y, 8, 8, fillColor=_colour(look.series[number % 3]), strokeColor=None)
        yield from _text(series.name, x + 11, y + 0.5, look.text)
        x += 11 + _width(series.name) + 14
    if chart.unit:
        yield from _text(chart.unit, x, y + 0.5, look.text)


def _line_key(x: float, y: float, number: int, look: ChartColours) -> Iterator[Any]:
    """A line with its point, as the legend shows it."""
    from reportlab.graphics.shapes import Line as Stroke

    colour = _colour(look.series[number % 3])
    yield Stroke(x, y, x + 16, y, strokeColor=colour, strokeWidth=1.4, strokeDashArray=_DASHES[number % 3])
    yield _dot(x + 8, y, colour, number)


def _text(said: str, x: float, y: float, colour: str, *, anchor: str = "start", size: float = _SIZE) -> Iterator[Any]:
    """A text as one string per font, since a chart's text may mix digits and characters."""
    from reportlab.graphics.shapes import String

    wide = _width(said, size)
    x -= wide if anchor == "end" else wide / 2 if anchor == "middle" else 0.0
    for run in _sans_runs(said):
        yield String(x, y, run.text, fontName=fonts.registered_name(run.font), fontSize=size, fillColor=_colour(colour))
        x += _width(run.text, size)


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


def _width(said: str, size: float = _SIZE) -> float:
    return sum(fonts.own_width(run.font, run.text) for run in _sans_runs(said)) * size / 1000


def _cut(label: str, room: float) -> str:
    if _width(label) <= room:
        return label
    while len(label) > 1 and _width(label + "…") > room:
        label = label[:-1]
    return label + "…"


def _round_up(value: int, decimals: int) -> int:
    """The next round number: 1, 2, 4, 5 or 8 times a power of ten that four parts divide: no label is rounded."""
    if value <= 0:
        return 4 * int(10**decimals)
    power = 1
    while True:
        for times in (1, 2, 4, 5, 8):
            if power * times >= value and power * times % 4 == 0:
                return power * times
        power *= 10


def _shown(value: int, chart: ChartBlock) -> str:
    whole, rest = divmod(value, 10**chart.decimals)
    return f"{whole:,d}" if not rest else f"{whole:,d}.{rest:0{chart.decimals}d}".rstrip("0")


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)
