"""A chart on the screen: the geometry of the paper's charts painted by Qt, with a figure under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.documents.chart_shapes import (
    END,
    MIDDLE,
    SIZE,
    Area,
    Box,
    ChartColours,
    Disc,
    Shape,
    Stroke,
    Words,
    exact,
    natural_height,
    shapes,
)
from zhengzhou_desk.documents.content import ACROSS
from zhengzhou_desk.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from zhengzhou_desk.documents.content import ChartBlock

_LIGHT = ChartColours()
_DARK = ChartColours("#d5d8dc", "#474c53", ("#63a6c6", "#dba866", "#93a1ae"))
_LEAST_HIGH = 190
# The chart's type as a part of the height of a line of the window's type.
_TYPE_OF_LINE = 0.63


class ChartView(QWidget):
    """A chart as large as its place; `chosen` tells which label was clicked on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._chart: ChartBlock | None = None
        self._shapes: list[Shape] = []
        self._made: tuple[object, ...] = ()
        self._under: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def chart(self) -> ChartBlock | None:
        """What is shown."""
        return self._chart

    @property
    def is_drawn(self) -> bool:
        """Whether the chart stands on the screen as it was taken."""
        return bool(self._made) and bool(self._shapes)

    @property
    def _scale(self) -> float:
        """How much larger the window's type is than the paper's."""
        return _TYPE_OF_LINE * QFontMetricsF(self.font()).height() / SIZE

    @override
    def sizeHint(self) -> QSize:
        high = _LEAST_HIGH
        if self._chart is not None and self._chart.sort == ACROSS:
            high = max(high, int(natural_height(self._chart, self.width(), scale=self._scale)))
        return QSize(420, high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def show_chart(self, chart: ChartBlock) -> None:
        """Takes a chart; its geometry is computed when it is painted for the first time."""
        if chart == self._chart:
            return
        self._chart = chart
        self._under = None
        self._made = ()
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("\n".join(self.figures(place) for place in range(len(chart.labels))))
        self.updateGeometry()
        self.update()

    def figures(self, place: int) -> str:
        """A label with its values, as the pointer shows them."""
        if self._chart is None:
            return ""
        chart = self._chart
        values = (
            f"{series.name} {'—' if series.values[place] is None else exact(series.values[place] or 0, chart)}"
            for series in chart.series
        )
        return "\n".join((chart.labels[place], *values, *((chart.unit,) if chart.unit else ())))

    def _font(self, size: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(size)))
        return font

    def _measure(self, text: str, size: float) -> float:
        return QFontMetricsF(self._font(size)).horizontalAdvance(text)

    def _lay_out(self) -> None:
        """Computes the geometry anew where chart, size, type or look have changed."""
        dark = theme.colours().base == theme.colours(dark=True).base
        wanted = (self._chart, self.width(), self.height(), dark, self._scale)
        if self._chart is None or wanted == self._made:
            return
        look = _DARK if dark else _LIGHT
        self._shapes = list(shapes(self._chart, self.width(), self.height(), look, self._measure, scale=self._scale))
        self._made = wanted

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self._shapes:
            if isinstance(shape, Area) and shape.place == self._under:
                painter.fillRect(self._rectangle(shape), QColor(theme.colours().chosen))
        for shape in self._shapes:
            self._paint(painter, shape)
        painter.end()

    def _rectangle(self, shape: Area | Box) -> QRectF:
        return QRectF(shape.x, self.height() - shape.y - shape.height, shape.width, shape.height)

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        high = self.height()
        match shape:
            case Stroke():
                pen = QPen(QColor(shape.colour), shape.width)
                if shape.dashes:
                    pen.setDashPattern([dash / shape.width for dash in shape.dashes])
                painter.setPen(pen)
                painter.drawLine(QPointF(shape.x1, high - shape.y1), QPointF(shape.x2, high - shape.y2))
            case Box():
                painter.setPen(Qt.PenStyle.NoPen if shape.is_filled else QPen(QColor(shape.colour), 1.0))
                painter.setBrush(QColor(shape.colour) if shape.is_filled else Qt.BrushStyle.NoBrush)
                painter.drawRect(self._rectangle(shape))
            case Disc():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(shape.colour))
                painter.drawEllipse(QPointF(shape.x, high - shape.y), shape.radius, shape.radius)
            case Words():
                wide = self._measure(shape.text, shape.size)
                x = shape.x - (wide if shape.anchor == END else wide / 2 if shape.anchor == MIDDLE else 0.0)
                painter.setFont(self._font(shape.size))
                painter.setPen(QColor(shape.colour))
                painter.drawText(QPointF(x, high - shape.y), shape.text)
            case Area():
                pass

    # -- the pointer ------------------------------------------------------------------------------

    def place_at(self, x: float, y: float) -> int | None:
        """The label whose bars or points are there."""
        self._lay_out()
        areas = (shape for shape in self._shapes if isinstance(shape, Area))
        return next((area.place for area in areas if self._rectangle(area).contains(x, y)), None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        place = self.place_at(at.x(), at.y())
        if place != self._under:
            self._under = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place is not None else Qt.CursorShape.ArrowCursor)
            self.update()
        if place is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.figures(place), self)
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        self.update()
        super().leaveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self.place_at(event.position().x(), event.position().y())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(place)
