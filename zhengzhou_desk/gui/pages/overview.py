"""The overview: the stage of the year, what is due, the figures at a glance, and who is furthest behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.common.override import override
from zhengzhou_desk.documents.content import LINE, ChartBlock, Series
from zhengzhou_desk.gui.pages.page import FiguresPage
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.records.kinds import percent, yuan
from zhengzhou_desk.reports import deadlines, purchasing
from zhengzhou_desk.reports.unit_status import (
    EXEMPT,
    FAIL,
    NOT_KNOWN,
    UNFILED,
    UnitStatus,
    by_department,
    total_reserve,
    totals,
    unassigned_sums,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengzhou_desk.gui.window_api import WindowApi

_BEHIND = 10


class Tile(QFrame):
    """A figure with its name; a click leads to the rows it counts."""

    clicked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.value = QLabel("—")
        self.value.setObjectName("big")
        self.below = QLabel()
        self.below.setObjectName("quiet")
        label = QLabel(name)
        label.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for widget in (label, self.value, self.below):
            column.addWidget(widget)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.clicked.emit()


class ChartView(QWidget):
    """A chart as large as its place, drawn anew when its figures or the look change."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: ChartBlock | None = None
        self._renderer = QSvgRenderer()
        self._made: tuple[object, ...] = ()
        self.setMinimumHeight(190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 190)

    def show_chart(self, chart: ChartBlock) -> None:
        """Takes a chart, which is drawn when it is painted."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self._made = ()
        self.update()

    @property
    def is_drawn(self) -> bool:
        """Whether the chart stands on the screen as it was taken."""
        return bool(self._made) and self._renderer.isValid()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        dark = theme.colours().base == theme.colours(dark=True).base
        wanted = (self._chart, self.width(), self.height(), dark)
        if wanted != self._made:
            from zhengzhou_desk.documents import charts

            self._renderer.load(QByteArray(charts.svg(self._chart, self.width(), self.height(), dark=dark)))
            self._made = wanted
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()


class OverviewPage(FiguresPage, QScrollArea):
    """The first tab."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self.name = "overview"
        self.title = self.tr("总览")
        self._window = window
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setSpacing(12)
        self.stage = QLabel()
        self.stage.setObjectName("title")
        self._grid.addWidget(self.stage, 0, 0, 1, 6)
        self.tiles = [
            Tile(name)
            for name in (
                self.tr("应填报单位"), self.tr("已填报"), self.tr("已确认"), self.tr("不达标"),
                self.tr("预留份额（元）"), self.tr("采购进度"),
            )
        ]  # fmt: skip
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, 1, place)
            self._grid.setColumnStretch(place, 1)
        self._targets: list[Callable[[], None]] = [lambda: None] * len(self.tiles)
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda place=place: self._targets[place]())
        self.pictures = [ChartView() for _ in range(3)]
        for place, picture in enumerate(self.pictures):
            self._grid.addWidget(picture, 2, place * 2, 1, 2)
        self._tasks = _Links(self.tr("待办"))
        self._behind = _Links(self.tr("差额最大的单位"))
        self._grid.addWidget(self._tasks, 3, 0, 1, 3)
        self._grid.addWidget(self._behind, 3, 3, 1, 3)
        self._grid.setRowStretch(4, 1)
        self.setWidget(inside)

    def renew(self) -> None:
        """Takes every figure anew."""
        desk = self._window.desk
        rows = [row for row in desk.unit_statuses() if row.is_counted]
        sums = totals(rows, unassigned_sums(desk.engine, desk.year))
        stage = deadlines.stage(desk.year, desk.engine.reader())
        due = self.tr("，截止 {day}").format(day=stage.due) if stage.due is not None else ""
        self.stage.setText(
            self.tr("{year} 年度：{stage}{due}").format(
                year=desk.year, stage=localized(stage.title, self._window.lang), due=due
            )
        )
        failing = [row for row in rows if row.state == FAIL]
        unfiled = [row for row in rows if row.state == UNFILED]
        texts = (
            (
                str(sums.units),
                said(counted("不作要求 {count}"), count=sums.states[EXEMPT]),
            ),
            (str(sums.filed), percent(sums.filed, sums.units) if sums.units else ""),
            (str(sums.confirmed), percent(sums.confirmed, sums.filed) if sums.filed else ""),
            (
                str(len(failing)),
                self.tr("未填报 {unfiled}，待查 {unknown}").format(
                    unfiled=len(unfiled), unknown=sums.states[NOT_KNOWN]
                ),
            ),
            (
                yuan(sums.reserve, grouped=True),
                self.tr("应预留 {required}").format(required=yuan(sums.required, grouped=True)),
            ),
            (
                sums.progress.text() if sums.progress is not None else "—",
                self.tr("已下单 {ordered}").format(ordered=yuan(sums.bought.ordered, grouped=True)),
            ),
        )
        for tile, (value, below) in zip(self.tiles, texts, strict=True):
            tile.value.setText(value)
            tile.below.setText(below)
        waiting = [
            row for row in rows if row.filing is not None and row.filing.state != "confirmed" and row.state != UNFILED
        ]
        behind = [row for row in rows if deadlines.is_behind(row)]
        self._targets = [
            self._leads("units", rows, self.tr("应填报单位")),
            self._leads("filings", unfiled, self.tr("未填报")),
            self._leads("filings", waiting, self.tr("未确认")),
            self._leads("filings", failing, self.tr("不达标")),
            lambda: self._window.show_tab("summary"),
            self._leads("filings", behind, self.tr("进度落后")),
        ]
        self._draw(rows)
        self._list_tasks()
        worst = sorted((row for row in rows if row.gap), key=lambda row: (-(row.gap or 0), row.unit.code))[:_BEHIND]
        self._behind.show_links(
            [
                (self.tr("{unit}：尚差 {gap} 元").format(
                    unit=row.unit.name or row.unit.code, gap=yuan(row.gap or 0, grouped=True)),
                 self._leads("filings", [row], row.unit.name or row.unit.code))
                for row in worst
            ],
            self.tr("没有单位有差额"),
        )  # fmt: skip

    def _leads(self, tab: str, rows: Sequence[UnitStatus], title: str) -> Callable[[], None]:
        codes = [row.unit.code for row in rows]
        return lambda: self._window.show_units(tab, codes, title)

    def _list_tasks(self) -> None:
        desk = self._window.desk
        links: list[tuple[str, Callable[[], None]]] = []
        for task in deadlines.tasks(desk.engine, desk.year):
            if task.is_done:
                continue
            left = task.days_left(desk.today)
            when = (
                ""
                if left is None
                else said(counted("（还有 {count} 天）"), count=left)
                if left >= 0
                else said(counted("（已过 {count} 天）"), count=-left)
            )
            title = str(localized(task.title, self._window.lang))
            text = said(counted("{task}：{count} 项{when}"), count=task.count, task=title, when=when)
            if task.rows:
                links.append((text, partial(self._window.show_rows, task.table, task.rows, title)))
            else:
                links.append(
                    (
                        text,
                        partial(
                            self._window.show_units,
                            "spending" if task.name == "union" else "filings",
                            task.units,
                            title,
                        ),
                    )
                )
        self._tasks.show_links(links, self.tr("眼下没有待办"))

    def _draw(self, rows: Sequence[UnitStatus]) -> None:
        desk = self._window.desk
        departments = by_department(rows)
        names, done, asked = [], [], []
        for code, units in departments.items():
            unit = desk.unit(code)
            names.append((unit.name or code) if unit is not None else code)
            done.append(sum(row.counted or 0 for row in units))
            asked.append(sum(row.base or 0 for row in units))
        wan = self.tr("单位：万元")
        self.pictures[0].show_chart(
            ChartBlock(
                tuple(names),
                (Series(self.tr("预留"), tuple(asked)), Series(self.tr("已完成"), tuple(done))),
                self.tr("各部门采购进度"),
                decimals=6,
                unit=wan,
            )
        )
        lines = purchasing.counting_lines(rows, desk.engine.reader())
        series = [month.bought for month in purchasing.by_month(lines.orders, desk.year, desk.today)[1:13]]
        last = purchasing.last_month(desk.year, desk.today)
        # The months to come are left open.
        ordered = tuple(month.ordered if place < last else None for place, month in enumerate(series))
        completed = tuple(month.completed if place < last else None for place, month in enumerate(series))
        labels = tuple(self.tr("{month}月").format(month=month) for month in range(1, 13))
        self.pictures[1].show_chart(
            ChartBlock(
                labels,
                (Series(self.tr("下单"), ordered), Series(self.tr("完结"), completed)),
                self.tr("各月采购"),
                LINE,
                decimals=6,
                unit=wan,
            )
        )
        years = [year for year in desk.years if year <= desk.year][-3:]
        sums = tuple(total_reserve(desk.engine, year) for year in years)
        self.pictures[2].show_chart(
            ChartBlock(
                tuple(str(year) for year in years),
                (Series(self.tr("预留份额"), sums),),
                self.tr("各年预留"),
                decimals=6,
                unit=wan,
            )
        )


class _Links(QFrame):
    """A titled list of sentences, each of which leads somewhere."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(1)
        head = QLabel(title)
        head.setObjectName("quiet")
        self._column.addWidget(head)
        self._made: list[QWidget] = []
        self._column.addStretch(1)

    def show_links(self, links: Sequence[tuple[str, Callable[[], None]]], empty: str) -> None:
        for widget in self._made:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = []
        for text, run in links:
            button = QPushButton(text)
            button.setFlat(True)
            button.setStyleSheet("text-align: left; border: none; padding: 3px 0; background: transparent;")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, run=run: run())
            self._made.append(button)
        if not links:
            label = QLabel(empty)
            label.setObjectName("quiet")
            self._made.append(label)
        for place, widget in enumerate(self._made, 1):
            self._column.insertWidget(place, widget)
