"""The geometry of a chart, in points from its lower left corner: what is painted on paper and on the screen."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.documents.content import ACROSS, LINE, ChartBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    # The width of a text in a size, in points: paper measures with its own fonts, the screen with Qt's.
    Measure: TypeAlias = Callable[[str, float], float]

SIZE = 9.0
# From one lying bar to the next.
_ACROSS_PITCH = 15.0
# Whole, dashed, dotted: what tells lines apart on a black-and-white print.
_DASHES: tuple[tuple[int, ...], ...] = ((), (5, 3), (1, 2))
# At which of its ends, or in the middle, a text has its place.
START, MIDDLE, END = "start", "middle", "end"


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart."""

    text: str = "#333333"
    grid: str = "#d8dbe0"
    series: tuple[str, ...] = ("#2f6f8f", "#c0843d", "#7a8a99")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 0.5
    dashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left corner, filled or as an outline."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    is_filled: bool = True


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text with its baseline at y."""

    text: str
    x: float
    y: float
    colour: str
    anchor: str = START
    size: float = SIZE


@dataclass(frozen=True, slots=True)
class Area:
    """Where a label's bars or points are, for the pointer; it is not painted."""

    x: float
    y: float
    width: float
    height: float
    place: int


Shape: TypeAlias = Stroke | Box | Disc | Words | Area


def shapes(
    chart: ChartBlock, width: float, height: float, look: ChartColours, measure: Measure, *, scale: float = 1.0
) -> Iterator[Shape]:
    """All that a chart of `width` × `height` points is made of; `scale` is for type larger than on paper."""
    frame = _Frame(chart, width, height, look, measure, scale)
    yield from _across(frame) if chart.sort == ACROSS else _upright(frame)


def natural_height(chart: ChartBlock, width: float, *, scale: float = 1.0) -> float:
    """The height of a chart of `width` points: lying bars need a line each."""
    return scale * (50.0 + _ACROSS_PITCH * len(chart.labels)) if chart.sort == ACROSS else width * 0.5


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every part of a chart is drawn with."""

    chart: ChartBlock
    width: float
    height: float
    look: ChartColours
    measure: Measure
    scale: float

    @property
    def size(self) -> float:
        return SIZE * self.scale

    def wide(self, text: str) -> float:
        return self.measure(text, self.size)

    def words(self, text: str, x: float, y: float, anchor: str = START) -> Words:
        return Words(text, x, y, self.look.text, anchor, self.size)

    def title(self) -> Iterator[Shape]:
        if self.chart.title:
            size = self.size + 1.5
            yield Words(self.chart.title, self.width / 2, self.height - 12 * self.scale, self.look.text, MIDDLE, size)

    def colour(self, number: int) -> str:
        return self.look.series[number % len(self.look.series)]

    def cut(self, label: str, room: float) -> str:
        if self.wide(label) <= room:
            return label
        while len(label) > 1 and self.wide(label + "…") > room:
            label = label[:-1]
        return label + "…"


# -- bars that stand, and lines ---------------------------------------------------------------------


def _upright(frame: _Frame) -> Iterator[Shape]:
    chart, times = frame.chart, frame.scale
    values = [value for series in chart.series for value in series.values if value is not None]
    most = round_up(max(values, default=0), chart.decimals)
    steps = [_shown(step * most // 4, chart) for step in range(5)]
    left, right, bottom = max(map(frame.wide, steps)) + 10, frame.width - 6, 34.0 * times
    top = frame.height - times * (18 if chart.title else 6) - 16 * times
    yield from frame.title()
    yield from _legend(frame, left, top + 8 * times)
    for step, said in enumerate(steps):
        y = bottom + (top - bottom) * step / 4
        yield Stroke(left, y, right, y, frame.look.grid)
        yield frame.words(said, left - 5, y - 3 * times, END)
    slot = (right - left) / max(1, len(chart.labels))
    yield from _labels(frame, left, right, bottom, slot)
    scale = (top - bottom) / most if most else 0.0
    yield from (_lines if chart.sort == LINE else _bars)(frame, left, bottom, slot, scale)
    for place in range(len(chart.labels)):
        yield Area(left + slot * place, bottom - 18 * times, slot, top - bottom + 18 * times, place)


def _labels(frame: _Frame, left: float, right: float, bottom: float, slot: float) -> Iterator[Shape]:
    """The labels below, thinned out where there are too many of them."""
    labels = frame.chart.labels
    every = max(1, -(-len(labels) * int(44 * frame.scale) // int(max(1.0, right - left))))
    for place, label in enumerate(labels):
        if place % every == 0:
            x = left + slot * (place + 0.5)
            yield frame.words(frame.cut(label, slot * every), x, bottom - 14 * frame.scale, MIDDLE)


def _bars(frame: _Frame, left: float, bottom: float, slot: float, scale: float) -> Iterator[Shape]:
    series = frame.chart.series
    bar = min(slot * 0.7 / max(1, len(series)), 26.0 * frame.scale)
    for number, each in enumerate(series):
        for place, value in enumerate(each.values):
            if value is not None:
                x = left + slot * (place + 0.5) - bar * len(series) / 2 + bar * number
                yield Box(x, bottom, bar * 0.92, max(0.0, value * scale), frame.colour(number))


def _lines(frame: _Frame, left: float, bottom: float, slot: float, scale: float) -> Iterator[Shape]:
    chart = frame.chart
    for number, series in enumerate(chart.series):
        colour = frame.colour(number)
        points = [
            None if value is None else (left + slot * (place + 0.5), bottom + value * scale)
            for place, value in enumerate(series.values)
        ]
        for one, two in itertools.pairwise(points):
            if one is not None and two is not None:
                yield Stroke(*one, *two, colour, 1.4, _DASHES[number % 3])
        for place, (point, value) in enumerate(zip(points, series.values, strict=True)):
            if point is not None and value is not None:
                yield _dot(*point, colour, number)
                yield from _said_at(frame, number, place, value, point, slot)


def _said_at(
    frame: _Frame, number: int, place: int, value: int, point: tuple[float, float], slot: float
) -> Iterator[Shape]:
    """A point's value beside it, where the chart says values and there is room."""
    chart = frame.chart
    others = [each.values for each in chart.series if each is not chart.series[number]]
    said = _short(value, chart)
    # Two points in one place say their value once.
    is_said = number > 0 and any(values[place] == value for values in others)
    if chart.says_values and not is_said and frame.wide(said) < slot:
        # The higher of two points says its value above itself, the lower below.
        is_lower = any((values[place] or 0) > value for values in others)
        y = point[1] + (-12 if is_lower else 5) * frame.scale
        yield Words(said, point[0], y, frame.look.text, MIDDLE, frame.size * 8 / 9)


def _dot(x: float, y: float, colour: str, number: int) -> Shape:
    """A point: round and full for the first series, square and hollow for the second."""
    if number % 2:
        return Box(x - 2.2, y - 2.2, 4.4, 4.4, colour, is_filled=False)
    return Disc(x, y, 2.4, colour)


def _legend(frame: _Frame, x: float, y: float) -> Iterator[Shape]:
    chart, times = frame.chart, frame.scale
    if len(chart.series) <= 1 and not chart.unit:
        return
    for number, series in enumerate(chart.series):
        if chart.sort == LINE:
            # A line with its point.
            yield Stroke(x, y + 4 * times, x + 16, y + 4 * times, frame.colour(number), 1.4, _DASHES[number % 3])
            yield _dot(x + 8, y + 4 * times, frame.colour(number), number)
            x += 8
        else:
            yield Box(x, y, 8, 8, frame.colour(number))
        yield frame.words(series.name, x + 11, y + 0.5)
        x += 11 + frame.wide(series.name) + 14
    if chart.unit:
        yield frame.words(chart.unit, x, y + 0.5)


# -- bars that lie ------------------------------------------------------------------------------------


def _across(frame: _Frame) -> Iterator[Shape]:
    """Bars that lie, each beside its whole name and with its value; the mark as a dashed line through all of them."""
    chart, times = frame.chart, frame.scale
    values = chart.series[0].values
    shown = ["—" if value is None else exact(value, chart) for value in values]
    names = min(max(map(frame.wide, chart.labels), default=0.0), frame.width * 0.5)
    left = names + 8
    room = frame.width - left - max(map(frame.wide, shown), default=0.0) - 8
    most = max([1, *(value for value in values if value is not None), chart.mark or 0])
    pitch = _ACROSS_PITCH * times
    top = frame.height - (22 if chart.title else 18) * times
    yield from frame.title()
    foot = top - pitch * len(values)
    yield Stroke(left, top, left, foot, frame.look.grid, 0.8)
    for place, (label, value, said) in enumerate(zip(chart.labels, values, shown, strict=True)):
        middle = top - pitch * (place + 0.5)
        base = middle - 3 * times
        yield frame.words(frame.cut(label, names), left - 4, base, END)
        long = max(0.0, room * (value or 0) / most)
        yield Box(left, middle - 4 * times, long, 8 * times, frame.colour(0))
        yield frame.words(said, left + long + 4, base)
        yield Area(0, middle - pitch / 2, frame.width, pitch, place)
    said = chart.unit
    if chart.mark is not None:
        x = left + room * chart.mark / most
        yield Stroke(x, top, x, foot, frame.colour(1), 1.0, (4, 2))
        said = f"虚线：{chart.mark_label}{exact(chart.mark, chart)}　{said}"
    yield frame.words(said, left, foot - 14 * times)


# -- figures --------------------------------------------------------------------------------------------


def exact(value: int, chart: ChartBlock) -> str:
    """A value with all its decimals, so that two of them stand under one another."""
    whole, rest = divmod(abs(value), 10**chart.decimals)
    decimals = f".{rest:0{chart.decimals}d}" if chart.decimals else ""
    return f"{'-' if value < 0 else ''}{whole:,d}{decimals}"


def _short(value: int, chart: ChartBlock) -> str:
    """A value with at most two decimals, half up: it is to be seen, not reckoned with."""
    places = min(2, chart.decimals)
    step = 10 ** (chart.decimals - places)
    whole, rest = divmod((abs(value) * 2 + step) // (2 * step), 10**places)
    return f"{'-' if value < 0 else ''}{whole:,d}" + (f".{rest:0{places}d}" if places else "")


def _shown(value: int, chart: ChartBlock) -> str:
    whole, rest = divmod(value, 10**chart.decimals)
    return f"{whole:,d}" if not rest else f"{whole:,d}.{rest:0{chart.decimals}d}".rstrip("0")


def round_up(value: int, decimals: int) -> int:
    """The next round number: 1, 2, 4, 5 or 8 times a power of ten that four parts divide: no label is rounded."""
    if value <= 0:
        return 4 * int(10**decimals)
    power = 1
    while True:
        for times in (1, 2, 4, 5, 8):
            if power * times >= value and power * times % 4 == 0:
                return power * times
        power *= 10
