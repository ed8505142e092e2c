"""Drafting notices: which units are pressed, why, by when; looked at before they are issued."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from zhengzhou_desk.common.messages import clauses, counted, message
from zhengzhou_desk.gui.dialogs.export import show_folder
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.text_table import text_view
from zhengzhou_desk.records.notice import REFILE, REMIND
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import (
    drafting,
    earlier_letters,
    numbering,
    register,
    reminders,
    rendering,
    workdays,
)
from zhengzhou_desk.services.notices.grounds import grounds_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.gui.window_api import WindowApi

# The column that says what a unit has been sent.
_SENT = 4
# So many earlier notices are named before they are replaced.
_SHOWN = 12


class NoticesDialog(Dialog):
    """All units that under-file, or those chosen; what is chosen in the list is previewed, issued or written."""

    kind = REFILE

    def __init__(self, window: WindowApi, units: Collection[str] | None = None) -> None:
        super().__init__(window.widget)
        self._window = window
        desk = window.desk
        self.setWindowTitle(self.called())
        self.resize(920, 600)
        self._codes, texts = self.listed(units)
        self._open = earlier_letters.open_notices(desk, self.kind)
        for code, line in zip(self._codes, texts, strict=True):
            line.insert(_SENT, register.notice_text(self._open[code]).text(window.lang) if code in self._open else "")
        heads = [
            self.tr("单位编码"),
            self.tr("单位名称"),
            self.tr("事由"),
            self.tr("尚差"),
            self.tr("已发文"),
            self.tr("问题"),
        ]
        self.table = text_view(self, self.tr("需要督促的单位"), heads, texts, frozenset((3,)))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.doubleClicked.connect(lambda _: self._preview())
        self.day = DayField(desk.today)
        self.reply = DayField(drafting.reply_day(desk, desk.today))
        self.day.chosen.connect(lambda day: self.reply.put(drafting.reply_day(desk, day)))
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
        head = QLabel(self._head())
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(self._department())
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addLayout(self._buttons())
        self._hint()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._renew())
        self._choose(None)
        self._renew()

    def _department(self) -> QComboBox:
        """Chooses the units of one department."""
        desk = self._window.desk
        self._of: list[str | None] = []
        for code in self._codes:
            unit = desk.unit(code)
            self._of.append(unit.department_or_self if unit is not None else None)
        box = QComboBox()
        box.setAccessibleName(self.tr("主管部门"))
        box.addItem(self.tr("全部部门"), None)
        for code in sorted({code for code in self._of if code}):
            unit = desk.unit(code)
            box.addItem(f"{code} {unit.name or ''}" if unit is not None else code, code)
        box.activated.connect(lambda _: self._choose(box.currentData()))
        return box

    def _head(self) -> str:
        count, sent = len(self._codes), sum(code in self._open for code in self._codes)
        if sent:
            return said(
                counted("有 {count} 个单位需要督促，其中 {sent} 个已发文还没有办结，没有选中。选中要发文的单位："),
                count=count,
                sent=sent,
            )
        return said(counted("有 {count} 个单位需要发文。选中要发文的单位："), count=count)

    def _choose(self, department: str | None) -> None:
        """Shows the rows of a department, or all of them, and selects those that have no notice yet."""
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place, code in enumerate(self._of):
            chosen = department is None or code == department
            self.table.setRowHidden(place, not chosen)
            if chosen and self._codes[place] not in self._open:
                self.table.selectionModel().select(self.table.model().index(place, 0), flags)

    def choose_unit(self, code: str) -> bool:
        """Selects one unit and no other; False where it needs no notice."""
        if code not in self._codes:
            return False
        self.table.selectRow(self._codes.index(code))
        return True

    def _hint(self) -> None:
        desk = self._window.desk
        known = desk.setting(CONTACT) and desk.setting(PHONE)
        missing = [] if known else [self.tr("还没有填写联系人和电话，可在“设置”中补上")]
        missing += [self.tr("一个部门有几个单位各只有一件小事的，合发给主管部门")] if self.kind == REMIND else []
        if not workdays.is_published(self.reply.day.year):
            missing.append(self.tr("该年的节假日还未公布，回复期限按周一到周五推算"))
        self.hint.setText(clauses(missing, self._window.lang))
        self.hint.setVisible(bool(missing))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.chosen = QLabel()
        row.addWidget(self.chosen)
        row.addStretch(1)
        self.issue, self.again = QPushButton(self.tr("正式发文…")), QPushButton(self.tr("再次督促…"))
        self.again.setToolTip(self.tr("给选中的、通知书还没有办结的单位再发一次，原来的改为已替代"))
        for button, run in (
            (QPushButton(self.tr("预览")), self._preview),
            (QPushButton(self.tr("写出草稿…")), self._write),
            (self.issue, self._issue),
            (self.again, self._issue_again),
            (QPushButton(self.tr("关闭")), self.reject),
        ):
            button.clicked.connect(run)
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _renew(self) -> None:
        """A first notice and a second one are two steps, each for the units it is for."""
        fresh, sent = self._halves()
        writable = self._window.desk.writable
        self.chosen.setText(said(counted("已选 {count} 个"), count=len(fresh) + len(sent)))
        self.issue.setEnabled(writable and bool(fresh))
        self.again.setEnabled(writable and bool(sent))

    def _chosen(self) -> list[str]:
        """The codes of the units that are chosen."""
        return [
            self._codes[place]
            for place in sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        ]

    def _halves(self) -> tuple[frozenset[str], frozenset[str]]:
        """The chosen units that have no notice, and those whose notice is not settled."""
        chosen = frozenset(self._chosen())
        return chosen - self._open.keys(), chosen & self._open.keys()

    def contents(self, units: Collection[str] | None = None) -> tuple[NoticeContent, ...]:
        """The drafts of the chosen units, or of some of them, under the word that is to be used."""
        wanted = frozenset(self._chosen()) if units is None else units
        word = self.word.text().strip() or numbering.number_word(self._window.desk)
        made = self.drafted(wanted, self.day.day, self.reply.day)
        kept, unprintable = rendering.printable(dataclasses.replace(content, code_word=word) for content in made)
        for why in unprintable:
            self._window.tell(why)
        return kept

    # -- what a reminder does otherwise ---------------------------------------------------------

    def called(self) -> str:
        """The title of the window."""
        return self.tr("起草通知书")

    def listed(self, units: Collection[str] | None) -> tuple[list[str], list[list[str]]]:
        """The units that are to be written to, and the lines of the list."""
        desk = self._window.desk
        lang = self._window.lang
        wording = desk.wording(lang)
        rows = drafting.under_filing(desk, units)
        texts = [
            [
                row.unit.code, row.unit.name or "", wording.title(grounds_of(row)[0].rule),
                drafting.gap_text(row), clauses((wording.message(found) for found in grounds_of(row)), lang),
            ]
            for row in rows
        ]  # fmt: skip
        return [row.unit.code for row in rows], texts

    def drafted(self, units: Collection[str], day: datetime.date, reply_by: datetime.date) -> tuple[NoticeContent, ...]:
        """The notices to these units; refuses what `drafting.drafts` refuses."""
        return drafting.drafts(self._window.desk, units, day=day, reply_by=reply_by)

    def _preview(self) -> None:
        contents = self.contents()
        if contents:
            made = self._window.attempt(lambda: rendering.merged_pdf(self._window.desk, contents))
            if made is not None:
                PreviewWindow(self._window, self.tr("通知书预览"), made, self.tr("通知书草稿.pdf")).exec()

    def _write(self) -> None:
        self._put(self.contents())

    def _put(self, contents: tuple[NoticeContent, ...]) -> None:
        folder = ask.folder(self, self.tr("通知书写到哪个文件夹")) if contents else None
        if folder is None:
            return
        desk = self._window.desk
        merged = folder / self.tr("合并打印.pdf")
        self._window.work(
            self.tr("正在写出通知书"),
            lambda progress, cancelled: rendering.write_documents(
                desk, contents, folder, merged=merged, progress=progress, cancelled=cancelled
            ),
            lambda written: self._window.tell(
                message(counted("已写出 {count} 份通知书到 {folder}"), count=len(written), folder=folder),
                self.tr("打开所在文件夹"), lambda: show_folder(merged),
            ),
        )  # fmt: skip

    def _issue(self) -> None:
        """Registers the chosen notices for good, then writes them; a unit that has one is left out."""
        fresh, sent = self._halves()
        question = said(counted("正式发出 {count} 份通知书吗？"), count=len(self.contents(fresh)) if fresh else 0)
        details = self.tr("编号并记入台账后，文字和数字就不再变动，也不能撤销，只能撤回或另发。")
        if sent:
            details += "\n" + said(
                counted("选中的另外 {count} 个单位已发文还没有办结，不在其内；要再发的，用“再次督促”。"),
                count=len(sent),
            )
        if fresh and ask.yes(self, question, details, accept=self.tr("发文")):
            self._register(fresh, again=False)

    def _issue_again(self) -> None:
        """A second notice to units that have one: which ones it takes the place of is said before."""
        _, sent = self._halves()
        question = said(counted("再次督促 {count} 个单位吗？"), count=len(sent))
        details = self.tr("这些通知书将改为“已替代”，新的另行编号，不能撤销：")
        old = [f"{code}  {register.notice_text(self._open[code]).text(self._window.lang)}" for code in sorted(sent)]
        shown = (
            [*old[:_SHOWN], said(counted("……还有 {count} 份"), count=len(old) - _SHOWN)] if len(old) > _SHOWN else old
        )
        if sent and ask.yes(self, question, "\n".join((details, *shown)), accept=self.tr("再次督促"), danger=True):
            self._register(sent, again=True)

    def _register(self, units: Collection[str], *, again: bool) -> None:
        desk, first = self._window.desk, self.first.value()

        def issued() -> tuple[NoticeContent, ...]:
            ready = self.contents(units)
            made = register.issue(desk, ready, first, again=again)
            # The word is kept once notices have gone out under it.
            if ready and ready[0].code_word != numbering.number_word(desk):
                editing.set_setting(desk, "number_word", ready[0].code_word)
            return tuple(rendering.content_of(notice) for notice in made)

        done = self._window.attempt(issued)
        if done is not None:
            self._put(done)
            self.accept()


class RemindersDialog(NoticesDialog):
    """The same for letters of reminder: notes, accounts, slow purchases, payment and evaluation."""

    kind = REMIND

    def called(self) -> str:
        """The title of the window."""
        return self.tr("起草提醒函")

    def listed(self, units: Collection[str] | None) -> tuple[list[str], list[list[str]]]:
        """The codes of the units that have something to put right, and their rows."""
        desk = self._window.desk
        wording = desk.wording(self._window.lang)
        codes, texts = [], []
        for code, found in sorted(reminders.to_remind(desk, units).items()):
            unit = desk.unit(code)
            codes.append(code)
            said = clauses((wording.message(finding) for finding in found), self._window.lang)
            texts.append([code, (unit.name or "") if unit else "", wording.title(found[0].rule), "", said])
        return codes, texts

    def drafted(self, units: Collection[str], day: datetime.date, reply_by: datetime.date) -> tuple[NoticeContent, ...]:
        """The letters to these units; refuses what `reminders.reminders` refuses."""
        return reminders.reminders(self._window.desk, units, day=day, reply_by=reply_by)
