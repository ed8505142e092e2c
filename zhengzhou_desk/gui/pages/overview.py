"""The overview: the stage of the year, what is due, the figures at a glance, and who is furthest behind."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from zhengzhou_desk.common.messages import counted, listed, localized, translated
from zhengzhou_desk.gui.pages import overview_charts
from zhengzhou_desk.gui.pages.overview_cards import CAUTION, PLAIN, WRONG, ChartCard, Link, LinksCard, Tile
from zhengzhou_desk.gui.pages.page import FiguresPage
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.records.kinds import percent, yuan
from zhengzhou_desk.reports import deadlines
from zhengzhou_desk.reports.bulletin import pace
from zhengzhou_desk.reports.progress import progress_basis
from zhengzhou_desk.reports.unit_status import (
    EXEMPT,
    FAIL,
    NOT_KNOWN,
    UNFILED,
    UnitStatus,
    totals,
    unassigned_sums,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.deadlines import Task

_BEHIND = 10
# So many are named under what is to be done.
_NAMED = 4
# What can be done about a task at once: keys of the list of actions.
_STEPS = {
    "file": "notices", "press": "notices", "confirm": "confirm_passing", "change": "change_letter",
    "account": "account_form", "unpaid": "reminders", "unevaluated": "reminders", "buy": "reminders",
}  # fmt: skip
# A task that is due in so many days is one to look at.
_SOON_DAYS = 7


class OverviewPage(FiguresPage, QScrollArea):
    """The first tab."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self.name = "overview"
        self.title = self.tr("总览")
        self._window = window
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(16, 12, 16, 14)
        self._grid.setSpacing(12)
        self._grid.addLayout(self._head(), 0, 0, 1, 6)
        self.tiles = [
            Tile(name)
            for name in (
                self.tr("应填报单位"), self.tr("已填报"), self.tr("已确认"), self.tr("不达标"),
                self.tr("预留份额（元）"), self.tr("采购进度"),
            )
        ]  # fmt: skip
        self._targets: list[Callable[[], None]] = [lambda: None] * len(self.tiles)
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, 1, place)
            self._grid.setColumnStretch(place, 1)
            tile.clicked.connect(lambda place=place: self._targets[place]())
        self.tasks = LinksCard(self.tr("待办"))
        self.behind = LinksCard(self.tr("差额最大的单位"))
        self._grid.addWidget(self.tasks, 2, 0, 1, 3)
        self._grid.addWidget(self.behind, 2, 3, 1, 3)
        self.departments, self.months, self.years = ChartCard(), ChartCard(), ChartCard()
        self._grid.addWidget(self.departments, 3, 0, 2, 3)
        self._grid.addWidget(self.months, 3, 3, 1, 3)
        self._grid.addWidget(self.years, 4, 3, 1, 3)
        self._grid.setRowStretch(5, 1)
        self.departments.view.chosen.connect(self._open_department)
        self.months.view.chosen.connect(self._open_month)
        self.years.view.chosen.connect(self._open_year)
        self.setWidget(inside)

    def _head(self) -> QHBoxLayout:
        """The stage of the year, and the day as of which everything is judged."""
        self.stage = QLabel()
        self.stage.setObjectName("title")
        self.day = DayField()
        self.day.setAccessibleName(self.tr("数据截至"))
        self.day.setToolTip(self.tr("按哪一天的情况审核和显示"))
        self.day.chosen.connect(self._choose_day)
        self.back = QPushButton(self.tr("回到今天"))
        self.back.clicked.connect(lambda _: self.day.put(self._today()))
        row = QHBoxLayout()
        row.addWidget(self.stage, 1)
        for widget in (quiet_label(self.tr("数据截至")), self.day, self.back):
            row.addWidget(widget)
        return row

    def _today(self) -> datetime.date:
        return self._window.start.clock().date()

    def _choose_day(self, day: datetime.date) -> None:
        if day != self._window.desk.today:
            self._window.judge_as_of(day)

    def _show_day(self) -> None:
        day = self._window.desk.today
        self.day.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.day.put(day)
        self.day.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.back.setVisible(day != self._today())

    def renew(self) -> None:
        """Takes every figure anew."""
        desk = self._window.desk
        rows = [row for row in desk.unit_statuses() if row.is_counted]
        stage = deadlines.stage(desk.year, desk.engine.reader())
        due = self.tr("，截止 {day}").format(day=stage.due) if stage.due is not None else ""
        self.stage.setText(
            self.tr("{year} 年度：{stage}{due}").format(
                year=desk.year, stage=localized(stage.title, self._window.lang), due=due
            )
        )
        self._show_day()
        self._show_tiles(rows)
        self._show_tasks()
        self._show_behind(rows)
        self._departments = overview_charts.by_departments(desk, rows)
        self._months = overview_charts.by_months(desk)
        self._years = overview_charts.by_years(desk)
        # No picture where there is nothing to be seen.
        self.departments.setVisible(bool(self._departments.chart.labels))
        for card, made in (
            (self.departments, self._departments), (self.months, self._months), (self.years, self._years),
        ):  # fmt: skip
            card.view.show_chart(made.chart)

    # -- figures ------------------------------------------------------------------------------------

    def _show_tiles(self, rows: Sequence[UnitStatus]) -> None:
        desk = self._window.desk
        view = desk.engine.reader()
        sums = totals(rows, unassigned_sums(desk.engine, desk.year))
        failing = [row for row in rows if row.state == FAIL]
        unfiled = [row for row in rows if row.state == UNFILED]
        waiting = [row for row in rows if row.filing is not None and row.filing.state != "confirmed"]
        waiting = [row for row in waiting if row.state != UNFILED]
        late = self._is_late(deadlines.FILE)
        expected = pace(desk.year, view)
        is_slow = sums.progress is not None and expected is not None and sums.progress.is_less_than(expected.expected)
        figures = (
            (str(sums.units), said(counted("不作要求 {count}"), count=sums.states[EXEMPT]), PLAIN),
            (
                str(sums.filed), percent(sums.filed, sums.units) if sums.units else "",
                WRONG if unfiled and late else PLAIN,
            ),
            (
                str(sums.confirmed), percent(sums.confirmed, sums.filed) if sums.filed else "",
                CAUTION if waiting and self._is_late(deadlines.CONFIRM) else PLAIN,
            ),
            (
                str(len(failing)),
                self.tr("未填报 {unfiled}，待查 {unknown}").format(
                    unfiled=len(unfiled), unknown=sums.states[NOT_KNOWN]
                ),
                WRONG if failing else PLAIN,
            ),
            (
                yuan(sums.reserve, grouped=True),
                self.tr("应预留 {required}").format(required=yuan(sums.required, grouped=True)),
                CAUTION if sums.reserve < sums.required else PLAIN,
            ),
            (
                sums.progress.text() if sums.progress is not None else "—",
                self.tr("已下单 {ordered}").format(ordered=yuan(sums.bought.ordered, grouped=True)),
                CAUTION if is_slow else PLAIN,
            ),
        )  # fmt: skip
        for tile, figure in zip(self.tiles, figures, strict=True):
            tile.show_figure(*figure)
        basis = progress_basis(desk.year, view)
        self.tiles[-1].setToolTip("\n".join(translated(text, self._window.lang) for text in basis))
        self._targets = [
            self._leads("units", rows, self.tr("应填报单位")),
            self._leads("filings", unfiled, self.tr("未填报")),
            self._leads("filings", waiting, self.tr("未确认")),
            self._leads("filings", failing, self.tr("不达标")),
            self._reserves(rows),
            self._leads("filings", [row for row in rows if deadlines.is_behind(row)], self.tr("进度落后")),
        ]

    def _reserves(self, rows: Sequence[UnitStatus]) -> Callable[[], None]:
        """To the filings whose reserves are summed, the column selected."""
        ids = [row.filing.id for row in rows if row.filing is not None and row.summed_reserve is not None]
        title = self.tr("预留份额（元）")
        return lambda: self._window.show_rows("filing", ids, title, "reserve")

    def _is_late(self, name: str) -> bool:
        """Whether the last day of a stage is over."""
        desk = self._window.desk
        due = next(part.due for part in deadlines.stages(desk.year, desk.engine.reader()) if part.name == name)
        return due is not None and desk.today > due

    def _leads(self, tab: str, rows: Sequence[UnitStatus], title: str) -> Callable[[], None]:
        codes = [row.unit.code for row in rows]
        return lambda: self._window.show_units(tab, codes, title)

    # -- what is to be done ---------------------------------------------------------------------------

    def _show_tasks(self) -> None:
        desk = self._window.desk
        open_ = [task for task in deadlines.tasks(desk.engine, desk.year) if not task.is_done]
        # What is due first stands first; what has no day is done whenever there is time.
        open_.sort(key=lambda task: (task.due is None, task.due or desk.today))
        self.tasks.show_links([self._task(task) for task in open_], self.tr("眼下没有待办"))

    def _task(self, task: Task) -> Link:
        left = task.days_left(self._window.desk.today)
        title = str(localized(task.title, self._window.lang))
        text = said(counted("{task}：{count} 项{when}"), count=task.count, task=title, when=_when(left))
        kind = PLAIN if left is None or left > _SOON_DAYS else CAUTION if left >= 0 else WRONG
        key = _STEPS.get(task.name)
        step = self._window.step_text(key) if key is not None else None
        run: Callable[[], None] = (
            partial(self._window.show_rows, task.table, task.rows, title)
            if task.rows
            else partial(self._window.show_units, "spending" if task.name == "union" else "filings", task.units, title)
        )
        take = partial(self._window.take, key) if key is not None and step is not None else None
        return Link(text, run, self._named(task.units), kind, step or "", take)

    def _named(self, codes: Sequence[str]) -> str:
        """Who it is about: the first few by name."""
        units = [self._window.desk.unit(code) for code in codes[:_NAMED]]
        names = listed(((unit.name or unit.code) for unit in units if unit is not None), self._window.lang)
        if len(codes) <= _NAMED or not names:
            return names
        return self.tr("{names} 等").format(names=names)

    def _show_behind(self, rows: Sequence[UnitStatus]) -> None:
        worst = sorted((row for row in rows if row.gap), key=lambda row: (-(row.gap or 0), row.unit.code))[:_BEHIND]
        self.behind.show_links(
            [
                Link(
                    self.tr("{unit}：尚差 {gap} 元").format(
                        unit=row.unit.name or row.unit.code, gap=yuan(row.gap or 0, grouped=True)
                    ),
                    self._leads("filings", [row], row.unit.name or row.unit.code),
                )
                for row in worst
            ],
            self.tr("没有单位有差额"),
        )

    # -- what a chart leads to --------------------------------------------------------------------------

    def _open_department(self, place: int) -> None:
        name = self._departments.chart.labels[place]
        self._window.show_units("filings", self._departments.units[place], name)

    def _open_month(self, place: int) -> None:
        orders = self._months.orders[place]
        if orders:
            self._window.show_rows("purchase", orders, self._months.chart.labels[place])

    def _open_year(self, place: int) -> None:
        self._window.choose_year(self._years.years[place])


def _when(left: int | None) -> str:
    """How many days are left, or have gone by."""
    if left is None:
        return ""
    if left >= 0:
        return said(counted("（还有 {count} 天）"), count=left)
    return said(counted("（已过 {count} 天）"), count=-left)
