"""The scoring sheet on the screen: units by rank, and for each every point with its reason and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import counted, translated
from zhengzhou_desk.gui.dialogs.export import write_workbook
from zhengzhou_desk.gui.table.source_links import SourceLinks
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records.kinds import Score
from zhengzhou_desk.reports.assessment import DepartmentScore, ItemScore, UnitScore, departments
from zhengzhou_desk.reports.ranking import ranks
from zhengzhou_desk.reports.score_sheet import records
from zhengzhou_desk.reports.sources import of_records
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.notices import bulletins, office_files, rendering

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.gui.window_api import WindowApi

_SHOW = Score().show
_WHY = 400


class AssessmentWindow(Dialog):
    """Departments and units above, the marks of the unit that is chosen below; a double click goes to the record."""

    def __init__(self, window: WindowApi, units: Sequence[UnitScore]) -> None:
        super().__init__(window.widget)
        self._window = window
        self._units = [unit for unit in units if unit.score is not None]
        desk = window.desk
        self.setWindowTitle(self.tr("{year} 年度绩效考评").format(year=desk.year))
        self.resize(1080, 660)
        about = self.tr(
            "截至 {day}。分值是政策数值（账册 → 现行政策数值），可按本局文件改；"
            "不适用的项目不计入，按适用的折算为百分制。"
        )
        head = quiet_label(about.format(day=desk.today))
        head.setWordWrap(True)
        self.department = QComboBox()
        self.department.setAccessibleName(self.tr("主管部门"))
        self._list_departments()
        self.department.activated.connect(lambda _: self.renew())
        self.units = ListView(self.tr("各单位得分"), self._heads(), frozenset({0, *range(3, 20)}))
        self.units.chosen.connect(self._look)
        heads = (self.tr("项目"), self.tr("得分"), self.tr("分值"), self.tr("依据"), self.tr("所据记录"))
        self.marks = ListView(self.tr("得分依据"), heads, frozenset({1, 2}))
        self.marks.opened.connect(self._go)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for widget in (self.units, self._below()):
            halves.addWidget(widget)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.department)
        column.addWidget(halves, 1)
        column.addLayout(self._buttons())
        self.renew()

    def _heads(self) -> tuple[str, ...]:
        lang = self._window.lang
        self._items = list(dict.fromkeys(mark.item for unit in self._units for mark in unit.marks))
        labels = (translated(item.label, lang) for item in self._items)
        return (self.tr("名次"), self.tr("单位编码"), self.tr("单位名称"), self.tr("得分"), *labels)

    def _below(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.about = QLabel()
        self.about.setObjectName("title")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.about)
        column.addWidget(self.marks, 1)
        self.sources = SourceLinks(self._window, self.accept)
        self.marks.chosen.connect(self._trace)
        column.addWidget(self.sources)
        return box

    def _trace(self) -> None:
        """The records of the mark that is chosen, table by table."""
        row = self.marks.row
        mark = row.about if row is not None else None
        if row is None or not isinstance(mark, ItemScore):
            self.sources.put("", "", ())
            return
        unit = self.units.row
        title = f"{unit.texts[2] if unit is not None else ''} {row.texts[0]}"
        self.sources.put(title, row.texts[1], of_records(mark.earned.rows, mark.points or 0))

    def _buttons(self) -> QHBoxLayout:
        export, show = QPushButton(self.tr("导出考评表…")), QPushButton(self.tr("打印…"))
        for button, run in ((export, self._export), (show, self._print)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        return button_row(leave_button(self), left=(export, show))

    def _list_departments(self) -> None:
        """All units, or those of one department, the departments by rank."""
        found = departments(self._units)
        self.department.addItem(said(counted("全部单位（{count} 个）"), count=len(self._units)), None)
        placed = sorted(
            zip(ranks([each.score for each in found]), found, strict=True), key=lambda pair: (pair[0], pair[1].code)
        )
        for place, each in placed:
            unit = self._window.desk.unit(each.code)
            name = (unit.name if unit is not None else None) or each.code
            text = said(
                counted("第 {place} 名　{name}　{score} 分（{count} 个单位）"),
                count=len(each.units),
                place=place,
                name=name,
                score=_SHOW(each.score),
            )
            self.department.addItem(text, each)

    def renew(self) -> None:
        """The units of the department that is chosen; their rank is among all."""
        chosen = self.department.currentData()
        shown = chosen.units if isinstance(chosen, DepartmentScore) else self._units
        place = dict(
            zip(
                (unit.unit_status.unit.id for unit in self._units),
                ranks([unit.score or 0 for unit in self._units]),
                strict=True,
            )
        )
        rows = sorted(shown, key=lambda unit: (place[unit.unit_status.unit.id], unit.unit_status.unit.code))
        self.units.put([self._row(place[unit.unit_status.unit.id], unit) for unit in rows])

    def _row(self, place: int, unit: UnitScore) -> ListRow:
        points = {mark.item: mark.points for mark in unit.marks}
        texts = (_SHOW(points.get(item)) for item in self._items)
        of = unit.unit_status.unit
        return ListRow((str(place), of.code, of.name or "", _SHOW(unit.score), *texts), unit)

    def _look(self) -> None:
        row = self.units.row
        unit = row.about if row is not None else None
        if not isinstance(unit, UnitScore):
            self.about.clear()
            self.marks.put([])
            return
        of = unit.unit_status.unit
        text = self.tr("{unit}：{points} ÷ {whole} × 100 = {score} 分")
        self.about.setText(
            text.format(unit=of.name or of.code, points=_SHOW(unit.points), whole=unit.whole, score=_SHOW(unit.score))
        )
        lang = self._window.lang
        measured = bool(self.marks.records.rows)
        self.marks.put(
            [
                ListRow(
                    (
                        translated(mark.item.label, lang),
                        _SHOW(mark.points) or self.tr("不适用"),
                        str(mark.weight),
                        mark.earned.why.text(lang),
                        records(mark, lang),
                    ),
                    mark,
                )
                for mark in unit.marks
            ]
        )
        if not measured:
            self.marks.setColumnWidth(3, _WHY)

    def _go(self) -> None:
        """To the record that the mark rests on; of several to all those of the first table."""
        row = self.marks.row
        if row is None or not isinstance(row.about, ItemScore) or not row.about.earned.rows:
            return
        found = of_records(row.about.earned.rows, 0)[0]
        if len(found.ids) > 1:
            self.sources.links[0].click()
            return
        self.accept()
        self._window.show_record(row.about.earned.rows[0])

    def _export(self) -> None:
        desk = self._window.desk
        write_workbook(
            self._window,
            self.tr("导出考评表"),
            self.tr("{year}年考评表{day}.xlsx").format(year=desk.year, day=desk.today),
            lambda path: exports.write_score_sheet(desk, path),
            over=self,
        )

    def _print(self) -> None:
        desk = self._window.desk
        name = self.tr("{year}年考评情况{day}.pdf").format(year=desk.year, day=desk.today)

        def job(*_: object) -> tuple[NoticeContent, bytes]:
            content = bulletins.score_letter(desk)
            return content, rendering.pdf_of(content)

        self._window.work(self.tr("正在排版"), job, lambda made: self._preview(*made, name))

    def _preview(self, content: NoticeContent, made: bytes, name: str) -> None:
        from zhengzhou_desk.gui.dialogs.preview import PreviewWindow

        def write_word(path: Path) -> None:
            office_files.write_word(path, content)

        PreviewWindow(self._window, self.tr("绩效考评"), made, name, write_word).exec()
