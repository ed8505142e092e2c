"""Importing in the window: the columns confirmed, every row looked at, then the very list that was shown applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QToolButton, QVBoxLayout

from zhengzhou_desk import remembering
from zhengzhou_desk.exchange.importing import CHANGED, NEW, REFUSED, SAME, VERDICTS, PlannedRow, likely_units
from zhengzhou_desk.gui import ask
from zhengzhou_desk.gui.unit_page import TextTable
from zhengzhou_desk.language import said
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.kinds import plain, yuan

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.exchange.importing import Plan
    from zhengzhou_desk.gui.frame import Frame
    from zhengzhou_desk.policy.engine import Finding


class ImportDialog(QDialog):
    """A plan of one file: filters by what becomes of a row, proposals of columns to confirm, and Import."""

    def __init__(self, frame: Frame, path: Path, plan: Plan) -> None:
        super().__init__(frame.widget)
        self._frame = frame
        self._path = path
        self.plan = plan
        self._shown = {NEW, CHANGED, REFUSED}
        self._choices: dict[str, dict[str, str]] = {}
        self.setWindowTitle(self.tr("导入 {name}").format(name=path.name))
        self.resize(980, 620)
        self.head = QLabel()
        self.remarks = QLabel()
        for label in (self.head, self.remarks):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.remarks.setObjectName("quiet")
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("导入预览"))
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.doubleClicked.connect(lambda index: self._name_unit(index.row()))
        self.table.setToolTip(self.tr("单位名称认不出来的行，双击可以指定是哪个单位"))
        self._filters = QHBoxLayout()
        self._columns = QVBoxLayout()
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addLayout(self._columns)
        column.addWidget(self.remarks)
        column.addLayout(self._filters)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())
        self._build_filters()
        self._propose()
        self.renew()

    def _labels(self) -> dict[str, str]:
        return {NEW: self.tr("新增"), CHANGED: self.tr("修改"), SAME: self.tr("相同"), REFUSED: self.tr("拒绝")}

    def _build_filters(self) -> None:
        self._buttons_of: dict[str, QToolButton] = {}
        for verdict in VERDICTS:
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(verdict in self._shown)
            button.toggled.connect(lambda on, verdict=verdict: self._show(verdict, on=on))
            self._buttons_of[verdict] = button
            self._filters.addWidget(button)
        self._filters.addStretch(1)

    def _propose(self) -> None:
        """One line per column that nobody claims but that looks like a field: a person decides."""
        for layout in self.plan.layouts:
            for match in layout.likely:
                row = QHBoxLayout()
                text = self.tr("“{heading}”（工作表“{sheet}”）是哪一项？").format(heading=match.heading, sheet=layout.sheet.name)
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                box = QComboBox()
                box.setAccessibleName(text)
                box.addItem(self.tr("不读这一列"), "")
                for declared in layout.cls.table.columns:
                    box.addItem(declared.text(self._frame.lang), declared.name)
                box.setItemText(box.findData(match.field), self.tr("{field}（像是）").format(field=layout.cls.table.column(match.field).text(self._frame.lang)))
                box.activated.connect(
                    lambda _, box=box, layout=layout, heading=match.heading: self._choose(layout.fingerprint, heading, box.currentData())
                )
                row.addWidget(label)
                row.addWidget(box)
                row.addStretch(1)
                self._columns.addLayout(row)

    def _choose(self, fingerprint: str, heading: str, field: str) -> None:
        """Plans anew with the column a person has chosen; the choice is remembered for files of this shape."""
        self._choices.setdefault(fingerprint, {})[heading] = field
        self._again()

    def renew(self) -> None:
        """Shows the plan."""
        labels = self._labels()
        for verdict, button in self._buttons_of.items():
            button.setText(f"{labels[verdict]} {self.plan.count(verdict)}")
        self.head.setText(
            self.tr("将新增 {new} 行，修改 {changed} 行；相同 {same} 行不动，拒绝 {refused} 行。").format(
                new=self.plan.count(NEW), changed=self.plan.count(CHANGED), same=self.plan.count(SAME), refused=self.plan.count(REFUSED)
            )
        )
        lines = [remark.text(self._frame.lang) for remark in self.plan.remarks[:6]]
        self.remarks.setText("\n".join([*lines, *self._sums(), *self._foreseen()]))
        self._rows = [row for row in self.plan.rows if row.verdict in self._shown]
        heads = [self.tr("结果"), self.tr("工作表"), self.tr("行"), self.tr("是什么"), self.tr("说明")]
        self._model = TextTable(heads, [self._texts(row) for row in self._rows])
        self.table.setModel(self._model)
        for place, width in enumerate((60, 90, 60, 260)):
            self.table.setColumnWidth(place, width)
        can = self.plan.count(NEW) + self.plan.count(CHANGED)
        self.take.setEnabled(bool(can) and self._frame.desk.writable)
        self.take.setText(self.tr("导入 {count} 行").format(count=can))
        self.save.setEnabled(bool(self.plan.refused))

    def _sums(self) -> list[str]:
        """Amounts before and after, by column."""
        lang = self._frame.lang
        said_ = [
            self.tr("{column} {before} → {after}").format(
                column=column.text(lang), before=yuan(before, grouped=True), after=yuan(after, grouped=True)
            )
            for column, before, after in self.plan.sums()
        ]
        return [self.tr("合计（元）：") + "；".join(said_)] if said_ else []

    def _foreseen(self) -> list[str]:
        """Findings that would come and go, by matter."""
        changes = self.plan.changes()
        if not changes:
            return []
        seen = self._frame.desk.foresee(changes)
        wording = self._frame.desk.wording(self._frame.lang)

        def counted(found: tuple[Finding, ...]) -> str:
            counts: dict[str, int] = {}
            for finding in found:
                counts[finding.rule] = counts.get(finding.rule, 0) + 1
            return "、".join(f"{wording.title(rule)} {count}" for rule, count in counts.items()) or "—"

        text = self.tr("导入后新出现的审核结果：{appearing}；消失的：{vanishing}")
        return [text.format(appearing=counted(seen.appearing), vanishing=counted(seen.vanishing))]

    def _name_unit(self, place: int) -> None:
        """A name the book does not know: the person says which unit it is, and it is remembered."""
        row = self._rows[place]
        if not row.unknown_name:
            return
        desk = self._frame.desk
        units = {unit.code: unit.name or "" for unit in desk.shelf.all(Unit)}
        codes = likely_units(row.unknown_name, units, 12)
        if not codes:
            return
        question = self.tr("‘{name}’是哪个单位？").format(name=row.unknown_name)
        chosen = ask.choice(self, self.tr("认单位"), question, [f"{code} {units[code]}" for code in codes])
        if chosen is not None:
            name, code = row.unknown_name, codes[chosen]
            self._frame.attempt(lambda: remembering.remember_alias(desk, name, code))
            self._again()

    def _again(self) -> None:
        made = self._frame.attempt(lambda: self._frame.desk.plan_import(self._path, mappings=self._choices))
        if made is not None:
            self.plan = made
            self.renew()

    def _texts(self, row: PlannedRow) -> list[str]:
        lang = self._frame.lang
        record = row.after or row.before
        called = " ".join(plain(value) for value in record.key() if value is not None) if record is not None else ""
        if row.verdict == REFUSED:
            said_ = "；".join(str(said(reason, lang)) for reason in row.reasons)
        else:
            said_ = "；".join(
                f"{column.text(lang)} {column.kind.show(old, lang) or '—'} → {column.kind.show(new, lang) or '—'}"
                for column, old, new in row.changed
            )
        return [self._labels()[row.verdict], row.sheet, str(row.number), called, said_]

    def _show(self, verdict: str, *, on: bool) -> None:
        (self._shown.add if on else self._shown.discard)(verdict)
        self.renew()

    def _buttons(self) -> QHBoxLayout:
        self.take = QPushButton()
        self.take.setDefault(True)
        self.take.clicked.connect(self._apply)
        self.save = QPushButton(self.tr("另存被拒绝的行…"))
        self.save.clicked.connect(self._save_refused)
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        return row

    def _apply(self) -> None:
        desk = self._frame.desk
        for fingerprint, choice in self._choices.items():
            remembering.remember_mapping(desk, fingerprint, choice)
        done = self._frame.attempt(lambda: desk.apply_plan(self.plan))
        if done is None:
            # The book has changed meanwhile: what is shown must be what would be applied.
            self._again()
        else:
            count = len(done.changes)
            self._frame.tell(self.tr("已导入 {count} 行，可以撤销").format(count=count))
            self.accept()

    def _save_refused(self) -> None:
        from zhengzhou_desk.exchange.workbook import write_refused

        path = ask.save_file(self, self.tr("另存被拒绝的行"), self.tr("{name}-拒绝的行.xlsx").format(name=self._path.stem), ".xlsx")
        if path is not None:
            lang = self._frame.lang
            self._frame.attempt(lambda: write_refused(path, self.plan, lambda reason: reason.text(lang)))
