"""Drafting notices: which units are pressed, why, by when; looked at before they are issued."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from zhengzhou_desk import drafting, numbering, papers, workdays
from zhengzhou_desk.gui import ask
from zhengzhou_desk.gui.preview_window import PreviewWindow
from zhengzhou_desk.gui.unit_page import text_view

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.gui.frame import Frame


class NoticesDialog(QDialog):
    """All units that under-file, or those chosen; what is chosen in the list is previewed, issued or written."""

    def __init__(self, frame: Frame, units: Collection[str] | None = None) -> None:
        super().__init__(frame.widget)
        self._frame = frame
        desk = frame.desk
        self.setWindowTitle(self.called())
        self.resize(920, 600)
        self._codes, texts = self.listed(units)
        heads = [self.tr("单位编码"), self.tr("单位名称"), self.tr("事由"), self.tr("尚差"), self.tr("问题")]
        self.table = text_view(self, self.tr("需要督促的单位"), heads, texts, frozenset((3,)))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.selectAll()
        self.table.doubleClicked.connect(lambda _: self._preview())
        self.day = self._date(desk.today)
        self.reply = self._date(drafting.reply_day(desk, desk.today))
        self.day.dateChanged.connect(lambda day: self.reply.setDate(_qdate(drafting.reply_day(desk, _date(day)))))
        self.word = QLineEdit(numbering.number_word(desk))
        self.first = QSpinBox()
        self.first.setRange(1, 9999)
        self.first.setValue(numbering.next_serial(desk, numbering.number_word(desk), desk.today.year))
        form = QFormLayout()
        form.addRow(self.tr("成文日期"), self.day)
        form.addRow(self.tr("回复期限"), self.reply)
        form.addRow(self.tr("发文代字"), self.word)
        form.addRow(self.tr("起始序号"), self.first)
        self.hint = QLabel()
        self.hint.setObjectName("quiet")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        head = QLabel(self.tr("有 {count} 个单位需要发文。选中要发文的单位：").format(count=len(self._codes)))
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(self._department())
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addLayout(self._buttons())
        self._hint()

    def _department(self) -> QComboBox:
        """Chooses the units of one department."""
        desk = self._frame.desk
        self._of: list[str | None] = []
        for code in self._codes:
            unit = desk.unit(code)
            self._of.append((unit.department or unit.code) if unit is not None else None)
        box = QComboBox()
        box.setAccessibleName(self.tr("主管部门"))
        box.addItem(self.tr("全部部门"), None)
        for code in sorted({code for code in self._of if code}):
            unit = desk.unit(code)
            box.addItem(f"{code} {unit.name or ''}" if unit is not None else code, code)
        box.activated.connect(lambda _: self._choose(box.currentData()))
        return box

    def _choose(self, department: str | None) -> None:
        """Selects the rows of a department, or all of them."""
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, code in enumerate(self._of):
            chosen = department is None or code == department
            self.table.setRowHidden(place, not chosen)
            if chosen:
                self.table.selectionModel().select(self.table.model().index(place, 0), flags)

    def _date(self, day: datetime.date) -> QDateEdit:
        edit = QDateEdit(_qdate(day))
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        return edit

    def _hint(self) -> None:
        missing = [] if self._frame.desk.setting("contact") else [self.tr("还没有填写联系人和电话，可在“设置”中补上")]
        if not workdays.is_published(_date(self.reply.date()).year):
            missing.append(self.tr("该年的节假日还未公布，回复期限按周一到周五推算"))
        self.hint.setText("；".join(missing))
        self.hint.setVisible(bool(missing))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for text, run in (
            (self.tr("预览"), self._preview),
            (self.tr("写出草稿…"), self._write),
            (self.tr("正式发文…"), self._issue),
            (self.tr("关闭"), self.reject),
        ):
            button = QPushButton(text)
            button.clicked.connect(run)
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def contents(self) -> tuple[NoticeContent, ...]:
        """The drafts of the chosen units."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return self.drafted(frozenset(self._codes[place] for place in places), _date(self.day.date()), _date(self.reply.date()))

    # -- what a reminder does otherwise ---------------------------------------------------------

    def called(self) -> str:
        return self.tr("起草通知书")

    def listed(self, units: Collection[str] | None) -> tuple[list[str], list[list[str]]]:
        """The units that are to be written to, and the lines of the list."""
        desk = self._frame.desk
        wording = desk.wording(self._frame.lang)
        rows = drafting.under_filing(desk, units)
        texts = [
            [
                row.unit.code, row.unit.name or "", wording.title(drafting.grounds_of(row)[0].rule),
                drafting.gap_text(row), "；".join(wording.message(found) for found in drafting.grounds_of(row)),
            ]
            for row in rows
        ]  # fmt: skip
        return [row.unit.code for row in rows], texts

    def drafted(self, units: Collection[str], day: datetime.date, reply_by: datetime.date) -> tuple[NoticeContent, ...]:
        return self._frame.desk.notice_drafts(units, day=day, reply_by=reply_by)

    def _preview(self) -> None:
        contents = self.contents()
        if contents:
            made = self._frame.attempt(lambda: papers.merged_pdf(self._frame.desk, contents))
            if made is not None:
                PreviewWindow(self._frame, self.tr("通知书预览"), made, self.tr("通知书草稿.pdf")).exec()

    def _write(self) -> None:
        self._put(self.contents())

    def _put(self, contents: tuple[NoticeContent, ...]) -> None:
        folder = ask.folder(self, self.tr("通知书写到哪个文件夹")) if contents else None
        if folder is None:
            return
        desk = self._frame.desk
        merged = folder / self.tr("合并打印.pdf")
        self._frame.work(
            self.tr("正在写出通知书"),
            lambda progress, cancelled: desk.write_notices(contents, folder, merged=merged, progress=progress, cancelled=cancelled),
            lambda written: self._frame.tell(self.tr("已写出 {count} 份通知书到 {folder}").format(count=len(written), folder=folder)),
        )

    def _issue(self) -> None:
        """Registers the chosen notices for good, then writes them."""
        contents = self.contents()
        if not contents:
            return
        question = self.tr("正式发出 {count} 份通知书吗？").format(count=len(contents))
        details = self.tr("编号并记入台账后，文字和数字就不再变动，也不能撤销，只能撤回或另发。")
        if not ask.yes(self, question, details, accept=self.tr("发文")):
            return
        desk, word, first = self._frame.desk, self.word.text().strip(), self.first.value()

        def issued() -> tuple[NoticeContent, ...]:
            if word != numbering.number_word(desk):
                desk.set_setting("number_word", word or None)
            ready = self.contents()
            return tuple(desk.notice_content(notice) for notice in desk.issue_notices(ready, first))

        done = self._frame.attempt(issued)
        if done is not None:
            self._put(done)
            self.accept()


class RemindersDialog(NoticesDialog):
    """The same for letters of reminder: notes, accounts, slow purchases, payment and evaluation."""

    def called(self) -> str:
        return self.tr("起草提醒函")

    def listed(self, units: Collection[str] | None) -> tuple[list[str], list[list[str]]]:
        desk = self._frame.desk
        wording = desk.wording(self._frame.lang)
        codes, texts = [], []
        for code, found in sorted(drafting.to_remind(desk, units).items()):
            unit = desk.unit(code)
            codes.append(code)
            said = "；".join(wording.message(finding) for finding in found)
            texts.append([code, (unit.name or "") if unit else "", wording.title(found[0].rule), "", said])
        return codes, texts

    def drafted(self, units: Collection[str], day: datetime.date, reply_by: datetime.date) -> tuple[NoticeContent, ...]:
        return drafting.reminders(self._frame.desk, units, day=day, reply_by=reply_by)


def _qdate(day: datetime.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> datetime.date:
    return datetime.date(day.year(), day.month(), day.day())
