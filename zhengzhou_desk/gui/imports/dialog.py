"""Importing in the window: the columns confirmed, every row looked at, then the very list that was shown applied."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.exchange.left_out import LEFT_OUT
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, VERDICTS
from zhengzhou_desk.gui.imports.columns_page import ColumnsPage
from zhengzhou_desk.gui.imports.details import RowDetails
from zhengzhou_desk.gui.imports.plan_model import SIGNS, PlanModel, labels, verdict_colour
from zhengzhou_desk.gui.imports.preview import Preview, previewed
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import icons
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.services import import_memory, imports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.plan import ImportPlan
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Entry

_PAUSE_MS = 200


class ImportDialog(Dialog):
    """Two pages: columns (where something is to be confirmed, or on request) and rows."""

    def __init__(self, window: WindowApi, path: Path, sheets: Sequence[Sheet], layouts: Sequence[Layout]) -> None:
        super().__init__(window.widget)
        self._window = window
        self._path = path
        self._sheets = sheets
        self._layouts = tuple(layouts)
        self._choices: dict[str, dict[str, str]] = {}
        self.model: PlanModel | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("导入 {name}").format(name=path.name))
        self.resize(1080, 680)
        self.pages = QStackedWidget()
        self.columns = self._columns()
        self.pages.addWidget(self._first())
        self.pages.addWidget(self._second())
        column = QVBoxLayout(self)
        column.addWidget(self.pages, 1)
        column.addLayout(self._buttons())
        self._turn(0)

    @property
    def plan(self) -> ImportPlan:
        """What the import would change, once it has been worked out."""
        assert self.model is not None
        return self.model.plan

    # -- the page of columns -------------------------------------------------------------------------

    def _columns(self) -> ColumnsPage:
        known = {**import_memory.mappings(self._window.desk), **self._choices}
        shown = self._window.desk.shows_personal
        return ColumnsPage(self._layouts, known, self._window.lang, shows_personal=shown)

    @property
    def is_clear(self) -> bool:
        """Whether every column is known, so that the rows can be shown at once."""
        known = import_memory.mappings(self._window.desk)
        return not any(
            (layout.likely or layout.doubles) and layout.fingerprint not in known for layout in self._layouts
        )

    def _first(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        head = QLabel(self.tr("先看每一列读成什么"))
        head.setObjectName("title")
        column.addWidget(head)
        column.addWidget(quiet_label(self.tr("这样的表以后不再问：列的对应会记在账册里。")))
        column.addWidget(self.columns, 1)
        return page

    # -- the page of rows ----------------------------------------------------------------------------

    def _second(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._filters())
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("导入预览"))
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 11)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.doubleClicked.connect(lambda _: self._name_unit())
        self.notes = RowDetails(self._window)
        self.notes.name_unit.connect(self._name_unit)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.notes)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        column.addWidget(halves, 1)
        return page

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.verdicts: dict[str, QToolButton] = {}
        for verdict in (*VERDICTS, LEFT_OUT):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(verdict != SAME)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(icons.icon(SIGNS[verdict], verdict_colour(verdict)))
            button.toggled.connect(lambda _: self._filter())
            self.verdicts[verdict] = button
            row.addWidget(button)
        self.reason = QComboBox()
        self.reason.setAccessibleName(self.tr("拒绝的原因"))
        self.reason.activated.connect(lambda _: self._filter())
        find = self.tr("在预览中查找")
        self.search = search_field(find, find, lambda _: self._filter(), pause=_PAUSE_MS)
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("没有写年度的行算作"))
        for year in sorted({*self._window.desk.years, self._window.desk.year}, reverse=True):
            self.year.addItem(self.tr("没写年度的行算作 {year} 年").format(year=year), year)
        self.year.setCurrentIndex(self.year.findData(self._window.desk.year))
        self.year.setVisible(self._wants_year())
        self.year.activated.connect(lambda _: self.look())
        row.addWidget(self.reason)
        row.addWidget(self.search, 1)
        row.addWidget(self.year)
        return row

    def _wants_year(self) -> bool:
        """Whether a sheet is about a year and says nowhere which."""
        return any(
            layout.cls.table.year == "year"
            and layout.year is None
            and not any(match.field == "year" for match in layout.matches)
            for layout in self._layouts
        )

    def _buttons(self) -> QHBoxLayout:
        self.save, self.back, self.cancel, self.take = (
            QPushButton(text) for text in (self.tr("另存被拒绝的行…"), self.tr("列的对应…"), self.tr("取消"), "")
        )
        self.take.setDefault(True)
        for button, run in (
            (self.save, self._save_refused),
            (self.back, lambda: self._turn(0)),
            (self.cancel, self.reject),
            (self.take, self._go),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        return row

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.save.setVisible(page == 1)
        self.back.setVisible(page == 1)
        if page == 0:
            self.take.setText(self.tr("下一步：看每一行"))
            self.take.setEnabled(True)

    def _go(self) -> None:
        if self.pages.currentIndex() == 1:
            self.apply()
        else:
            self._choices = self.columns.choices()
            self.look()

    # -- planning ------------------------------------------------------------------------------------

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Plans with the columns as chosen, on another thread, then shows every row."""
        desk, sheets, source, choices, lang = (
            self._window.desk,
            self._sheets,
            self._path.name,
            self._choices,
            self._window.lang,
        )
        year = self.year.currentData() if self._wants_year() else None

        def done(found: Preview) -> None:
            self.show_look(found)
            if then is not None:
                then()

        self._window.work(
            self.tr("正在核对每一行"),
            lambda *_: previewed(desk, sheets, source, year, choices, lang),
            done,
        )

    def show_look(self, found: Preview) -> None:
        """Shows a plan."""
        self.model = PlanModel(self._window, found.plan)
        numbers, names = found.counts, labels()
        for verdict, button in self.verdicts.items():
            button.setText(f"{names[verdict]} {numbers[verdict]}")
        if not any(numbers[verdict] for verdict in (NEW, CHANGED, REFUSED)):
            self.verdicts[SAME].setChecked(True)
        self._list_reasons(found.reasons)
        self.table.setModel(self.model)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._look_at())
        self.notes.show_look(found)
        metrics = self.fontMetrics()
        for place, width in enumerate((5, 7, 4, 18)):
            self.table.setColumnWidth(place, metrics.horizontalAdvance("国") * width + 16)
        self._turn(1)
        can = numbers[NEW] + numbers[CHANGED]
        self.take.setEnabled(bool(can) and self._window.desk.writable)
        self.take.setText(said(counted("导入 {count} 行"), count=can) if can else self.tr("没有要导入的行"))
        self.save.setEnabled(bool(numbers[REFUSED]))
        self._filter()

    def _list_reasons(self, found: Mapping[str, int]) -> None:
        self.reason.clear()
        self.reason.addItem(self.tr("各种拒绝的原因"), "")
        for reason, count in sorted(found.items(), key=lambda pair: -pair[1]):
            self.reason.addItem(f"{reason} {count}", reason)
        self.reason.setVisible(bool(found))

    def _filter(self) -> None:
        if self.model is None:
            return
        shown = frozenset(verdict for verdict, button in self.verdicts.items() if button.isChecked())
        reason = self.reason.currentData() or ""
        self.model.show(frozenset((REFUSED,)) if reason else shown, reason, self.search.text().strip())
        if self.model.rows:
            self.table.selectRow(0)
        self._look_at()

    # -- one row -------------------------------------------------------------------------------------

    def _look_at(self) -> None:
        place = self.table.currentIndex().row()
        assert self.model is not None
        self.notes.show_row(self.model, self.model.rows[place] if 0 <= place < len(self.model.rows) else None)

    def _name_unit(self) -> None:
        """A name the book does not know: the person says which unit it is, and it is remembered."""
        from zhengzhou_desk.gui.imports.choose_unit import ChooseUnit

        place = self.table.currentIndex().row()
        row = self.model.rows[place] if self.model is not None and 0 <= place < len(self.model.rows) else None
        if row is None or not row.unknown_name:
            return
        desk = self._window.desk
        dialog = ChooseUnit(self, desk, row.unknown_name)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.code is not None:
            code = dialog.code
            self._window.attempt(lambda: import_memory.remember_alias(desk, row.unknown_name, code))
            self.look()

    # -- doing it ------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Applies the very list that is shown, as one step; the columns are remembered beside it."""
        desk = self._window.desk
        for fingerprint, choice in self._choices.items():
            # Before the rows, so that undo takes the rows back first.
            self._window.attempt(partial(import_memory.remember_mapping, desk, fingerprint, choice))
        plan = self.plan
        size = plan.count(NEW) + plan.count(CHANGED)
        self._window.change(
            said(counted("正在导入 {count} 行"), count=size),
            size,
            lambda: self._applied(plan),
            self._say_done,
        )

    def _applied(self, plan: ImportPlan) -> tuple[Entry | None, Refused | None]:
        """What was done, or why not: the dialog has its own answer to a refusal."""
        try:
            return imports.apply_plan(self._window.desk, plan), None
        except Refused as refused:
            return None, refused

    def _say_done(self, answer: tuple[Entry | None, Refused | None]) -> None:
        done, why = answer
        if done is None:
            # The book has changed meanwhile: what is shown must be what would be applied.
            if why is not None:
                self._window.tell(why)
            self.look()
            return
        count, refused = len(done.changes), len(self.plan.refused)
        self.accept()
        text = said(counted("已导入 {count} 行，可以撤销"), count=count)
        if refused:
            text = said(
                counted("已导入 {count} 行，可以撤销；{refused} 行被拒绝，没有导入"), count=count, refused=refused
            )
        self._window.tell(text, self.tr("撤销"), self._window.undo)

    def _save_refused(self) -> None:
        from zhengzhou_desk.exchange.workbook import write_refused
        from zhengzhou_desk.gui.dialogs.export import show_folder

        path = ask.save_file(
            self, self.tr("另存被拒绝的行"), self.tr("{name}-拒绝的行.xlsx").format(name=self._path.stem), ".xlsx"
        )
        if path is not None:
            lang = self._window.lang

            def written() -> bool:
                write_refused(path, self.plan, lang)
                return True

            if self._window.attempt(written):
                self.notes.say(
                    self.tr("已写出 {path}，改好后直接导入这个文件").format(path=path), lambda: show_folder(path)
                )
