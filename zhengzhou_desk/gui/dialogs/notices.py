"""Drafting notices: which units are ticked, why, by when; each looked at beside the list before it is issued."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import clauses, counted, message
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.dialogs.export import show_folder
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.gui.widgets.page_view import PageView
from zhengzhou_desk.gui.widgets.text_table import TickedTable, text_view
from zhengzhou_desk.records.notice import REFILE, REMIND
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import (
    drafting,
    earlier_letters,
    missing,
    numbering,
    office_files,
    register,
    reminders,
    rendering,
)
from zhengzhou_desk.services.notices.grounds import grounds_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.gui.window_api import WindowApi

# The column that says what a unit has been sent.
_SENT = 4
# So many earlier notices are named before they are replaced.
_SHOWN = 12
# The least width of list and preview, and how long the cursor rests before the letter is drawn.
_LEAST, _PAUSE_MS = 280, 80


class NoticesDialog(Dialog):
    """All units that under-file, or those chosen; what is ticked in the list is issued or written."""

    kind = REFILE

    def __init__(self, window: WindowApi, units: Collection[str] | None = None) -> None:
        super().__init__(window.widget)
        self._window = window
        desk = window.desk
        self.setWindowTitle(self.called())
        self.resize(1_100, 640)
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
        self.table = text_view(self, self.tr("需要督促的单位"), heads, texts, frozenset((3,)), ticks=True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        model = self.table.model()
        assert isinstance(model, TickedTable)
        self.ticks = model
        self._make_fields()
        self.hint = QLabel()
        self.hint.setObjectName("quiet")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addLayout(self._made_head())
        column.addWidget(self._made_middle(), 1)
        column.addLayout(self._fields)
        column.addWidget(self.hint)
        column.addLayout(self._buttons())
        self.ticks.changed.connect(self._renew)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._later.start())
        self._choose(None)
        if self._codes:
            self.table.setCurrentIndex(self.ticks.index(0, 0))
        self._renew()

    def _make_fields(self) -> None:
        """Day, day of reply, word and first number, in one row."""
        desk = self._window.desk
        self.day = DayField(desk.today)
        self.reply = DayField(drafting.reply_day(desk, desk.today))
        self.day.chosen.connect(lambda day: self.reply.put(drafting.reply_day(desk, day)))
        self.word = QLineEdit(numbering.number_word(desk))
        self.first = QSpinBox()
        self.first.setRange(1, 9999)
        self.first.setValue(numbering.next_serial(desk, numbering.number_word(desk), desk.today.year))
        self._fields = QHBoxLayout()
        for text, field in (
            (self.tr("成文日期"), self.day),
            (self.tr("回复期限"), self.reply),
            (self.tr("发文代字"), self.word),
            (self.tr("起始序号"), self.first),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            self._fields.addWidget(label)
            self._fields.addWidget(field, 1)
        self.word_files = QCheckBox(self.tr("另写 Word 文件"))
        self.word_files.setToolTip(self.tr("每份另写一个可修改的 .docx，供公文系统流转；台账所存的文字不变"))
        self._fields.addWidget(self.word_files)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._show_letter)
        for changed in (
            self.day.dateChanged,
            self.reply.dateChanged,
            self.word.textChanged,
            self.first.valueChanged,
        ):
            changed.connect(lambda *_: self._renew())
            changed.connect(lambda *_: self._later.start())

    def _made_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        head = QLabel(self._head())
        head.setWordWrap(True)
        row.addWidget(head, 1)
        row.addWidget(self._department())
        return row

    def _made_middle(self) -> QSplitter:
        """The list, and beside it the letter to the unit that the cursor is on."""
        self.page = PageView(self.tr("预览"))
        self.tone = quiet_label("")
        self.tone.setWordWrap(True)
        beside = QWidget()
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self.tone)
        inside.addWidget(self.page, 1)
        self.table.setMinimumWidth(_LEAST)
        beside.setMinimumWidth(_LEAST)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.addWidget(self.table)
        middle.addWidget(beside)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setSizes([640, 440])
        return middle

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
        """Shows the rows of a department, or all of them, and ticks those that have no notice yet."""
        shown = [place for place, code in enumerate(self._of) if department is None or code == department]
        for place in range(len(self._of)):
            self.table.setRowHidden(place, place not in shown)
        self.ticks.ticked.clear()
        self.ticks.tick(place for place in shown if self._codes[place] not in self._open)

    def choose_unit(self, code: str) -> bool:
        """Ticks one unit and no other; False where it needs no notice."""
        if code not in self._codes:
            return False
        place = self._codes.index(code)
        self.ticks.ticked.clear()
        self.ticks.tick((place,))
        self.table.selectRow(place)
        return True

    def _seen(self) -> list[int]:
        return [place for place in range(len(self._codes)) if not self.table.isRowHidden(place)]

    def _missing(self, units: Collection[str]) -> list[str]:
        """What letters to these units would lack, in words."""
        found = missing.missing(
            self._window.desk, units, word=self._word(), first=self.first.value(),
            day=self.day.day, reply_by=self.reply.day,
        )  # fmt: skip
        return [each.text(self._window.lang) for each in found]

    def _hint(self) -> None:
        said_ = self._missing(self._chosen())
        said_ += [self.tr("一个部门有几个单位各只有一件小事的，合发给主管部门")] if self.kind == REMIND else []
        self.hint.setText(clauses(said_, self._window.lang))
        self.hint.setVisible(bool(said_))

    def _word(self) -> str:
        return self.word.text().strip() or numbering.number_word(self._window.desk)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _show_letter(self) -> None:
        """The letter to the unit that the cursor is on, as it would go out now, and in which tone."""
        if not self.isVisible():
            return
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self._codes):
            self.page.put(b"")
            return
        code = self._codes[place]
        before = self._open.get(code)
        self.tone.setText(
            self.tr("{code}：首次发文").format(code=code)
            if before is None
            else self.tr("{code}：再次督促，前一份 {notice}").format(
                code=code, notice=register.notice_text(before).text(self._window.lang)
            )
        )
        try:
            made = self.drafted({code}, self.day.day, self.reply.day)
            kept, unprintable = rendering.printable(
                dataclasses.replace(content, code_word=self._word()) for content in made
            )
            why = clauses([each.text(self._window.lang) for each in unprintable], self._window.lang)
            self.page.put((rendering.merged_pdf(self._window.desk, kept) or b"") if kept else b"", why)
        except Refused as refused:
            self.page.put(b"", refused.text(self._window.lang))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.chosen = QCheckBox()
        self.chosen.setToolTip(self.tr("全选，或全不选"))
        self.chosen.setTristate(True)
        self.chosen.clicked.connect(lambda: self.ticks.turn(self._seen()))
        row.addWidget(self.chosen)
        row.addStretch(1)
        self.issue, self.again = QPushButton(self.tr("正式发文…")), QPushButton(self.tr("再次督促…"))
        self.again.setToolTip(self.tr("给选中的、通知书还没有办结的单位再发一次，原来的改为已替代"))
        for button, run in (
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
        count, seen = len(fresh) + len(sent), len(self._seen())
        some = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self.chosen.setCheckState(Qt.CheckState.Checked if count and count == seen else some)
        self.chosen.setText(said(counted("已选 {count} 个"), count=count))
        self._hint()
        self.issue.setEnabled(writable and bool(fresh))
        self.again.setEnabled(writable and bool(sent))

    def _chosen(self) -> list[str]:
        """The codes of the units that are chosen."""
        return [self._codes[place] for place in sorted(self.ticks.ticked)]

    def _halves(self) -> tuple[frozenset[str], frozenset[str]]:
        """The chosen units that have no notice, and those whose notice is not settled."""
        chosen = frozenset(self._chosen())
        return chosen - self._open.keys(), chosen & self._open.keys()

    def contents(self, units: Collection[str] | None = None) -> tuple[NoticeContent, ...]:
        """The drafts of the chosen units, or of some of them, under the word that is to be used."""
        wanted = frozenset(self._chosen()) if units is None else units
        word = self._word()
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

    def _write(self) -> None:
        self._put(self.contents())

    def _put(self, contents: tuple[NoticeContent, ...]) -> None:
        folder = ask.folder(self, self.tr("通知书写到哪个文件夹")) if contents else None
        if folder is None:
            return
        desk, with_word = self._window.desk, self.word_files.isChecked()
        merged = folder / self.tr("合并打印.pdf")

        def write(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Path, ...]:
            made = rendering.write_documents(
                desk, contents, folder, merged=merged, progress=progress, cancelled=cancelled
            )
            if with_word and not cancelled():
                office_files.write_words(desk, contents, folder, progress=progress, cancelled=cancelled)
            return made

        def done(made: tuple[Path, ...]) -> None:
            if with_word:
                self._window.attempt(lambda: office_files.note_copies_of(desk, contents))
            text = message(counted("已写出 {count} 份通知书到 {folder}"), count=len(made), folder=folder)
            self._window.tell(text, self.tr("打开所在文件夹"), lambda: show_folder(merged))

        self._window.work(self.tr("正在写出通知书"), write, done)

    def _issue(self) -> None:
        """Registers the chosen notices for good, then writes them; a unit that has one is left out."""
        fresh, sent = self._halves()
        question = said(counted("正式发出 {count} 份通知书吗？"), count=len(self.contents(fresh)) if fresh else 0)
        details = self.tr("编号并记入台账后，文字和数字就不再变动，也不能撤销，只能撤回或另发。")
        details += "".join(f"\n{each}" for each in self._missing(sorted(fresh)))
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
