"""The inspector at the right: what is to be known of the unit in front, and what can be done next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import clauses, counted
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table.source_links import SourceLinks
from zhengzhou_desk.gui.units.bars import Bar, YearsLine
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.policy.parameters import ERROR
from zhengzhou_desk.records import Followup, Notice, Purchase
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports.summary import STATE_LABELS
from zhengzhou_desk.reports.unit_status import FAIL, NOT_KNOWN, PASS, UNFILED, counting_unit
from zhengzhou_desk.services.unit_card import UnitCard, unit_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QBoxLayout

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import BookChanged

# So many findings are listed; the rest are a line that leads to all of them.
_MOST = 6
# So many of the latest contacts.
_CONTACTS = 3
_PAUSE_MS = 60


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("inspector", text)


class Inspector(QScrollArea):
    """Follows the unit that the current row is about, on every tab."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self.code: str | None = None
        self.card: UnitCard | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("单位概况"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        self.name, self.about, self.verdict = _label("title"), _label("quiet"), _label("head")
        self.reserve, self.floors = Bar(), _label("quiet")
        self.bought, self.pace = Bar(), _label("quiet")
        self.bought_from = SourceLinks(window, says_figure=False)
        self.years, self.least = YearsLine(), _label("quiet")
        self._reserve_head, self._bought_head, self._years_head = (
            _label("head", tr("预留份额")), _label("head", tr("采购进度")), _label("head", tr("近五年预留")),
        )  # fmt: skip
        for widget in (
            self.name, self.about, self.verdict, self._reserve_head, self.reserve, self.floors, self._bought_head,
            self.bought, self.pace, self.bought_from, self._years_head, self.years, self.least,
        ):  # fmt: skip
            column.addWidget(widget)
        self._open_head, self._letters_head = _label("head", tr("待处理")), _label("head", tr("文书"))
        column.addWidget(self._open_head)
        self._open = _list(column)
        column.addWidget(self._letters_head)
        self._letters = _list(column)
        self._contacts_head = _label("head", tr("督办"))
        column.addWidget(self._contacts_head)
        self._contacts = _list(column)
        column.addSpacing(4)
        self.steps: dict[str, QPushButton] = {}
        self._buttons = _list(column)
        self._nothing = _label("quiet", tr("在表格中选一行，这里显示那个单位的概况"))
        column.addWidget(self._nothing)
        column.addStretch(1)
        self.setWidget(inside)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._renew)
        self._renew()

    def offer(self, text: str, key: str, run: Callable[[], None]) -> None:
        """Puts a button for what can be done next at the foot."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: run())
        button.setVisible(self.card is not None)
        self.steps[key] = button
        self._buttons.addWidget(button)

    @property
    def first_step(self) -> QWidget:
        """Where the keyboard goes in it: the first button that can be pressed, or all of it."""
        return next((button for button in self.steps.values() if button.isVisible() and button.isEnabled()), self)

    # -- what is shown -----------------------------------------------------------------------------

    def show_unit(self, code: str | None) -> None:
        """Shows a unit; of None the last one stays, so that a blank row does not empty it."""
        if code is not None and code != self.code:
            self.code = code
            self._later.start()

    def on_book_changed(self, _news: BookChanged) -> None:
        """Figures of one unit are cheap: they are taken anew, once for however many changes came together."""
        self._later.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _renew(self) -> None:
        if not self.isVisible() and self.card is not None:
            return
        unit = self._window.desk.unit(self.code) if self.code is not None and self._window.has_book else None
        self.card = unit_card(self._window.desk, unit) if unit is not None else None
        self._nothing.setVisible(self.card is None)
        for widget in (self.name, self.about, self.verdict, self._open_head, self._letters_head):
            widget.setVisible(self.card is not None)
        self._show_reserve(self.card)
        self._show_bought(self.card)
        self._show_years(self.card)
        self._list_open(self.card)
        self._list_letters(self.card)
        self._list_contacts(self.card)
        self._show_actions(self.card)
        if self.card is not None:
            self._show_verdict(self.card)

    def _show_verdict(self, card: UnitCard) -> None:
        unit, status, lang = card.unit, card.status, self._window.lang
        self.name.setText(unit.name or unit.code)
        head = self._window.desk.unit(unit.department)
        above = f"  {head.name or head.code}" if head is not None and head.code != unit.code else ""
        self.about.setText(f"{unit.code}{above}")
        text = STATE_LABELS.option(status.state).text(lang)
        if status.gap and status.state in (FAIL, NOT_KNOWN, PASS):
            text = tr("{state}，尚差 {gap} 元").format(state=text, gap=yuan(status.gap, grouped=True))
        self.verdict.setText(text)
        bad = status.state in (FAIL, UNFILED)
        self.verdict.setStyleSheet(f"color: {theme.colours().error}" if bad else "")

    def _show_reserve(self, card: UnitCard | None) -> None:
        status = card.status if card is not None else None
        shown = status is not None and bool(status.required or status.reserve)
        for widget in (self._reserve_head, self.reserve, self.floors):
            widget.setVisible(shown)
        if card is None or status is None or not shown:
            return
        floors = [floor for floor in (card.by_ratio, card.last_year) if floor]
        self.reserve.show_amount(status.reserve or 0, floors, is_good=not status.gap)
        lines = [tr("已报 {amount}").format(amount=_amount(status.reserve))]
        if card.by_ratio is not None:
            lines.append(tr("按比例不低于 {amount}").format(amount=_amount(card.by_ratio)))
        if card.last_year is not None:
            lines.append(tr("上年度 {amount}").format(amount=_amount(card.last_year)))
        self.floors.setText("\n".join(lines))
        self.reserve.setAccessibleName(clauses(lines, self._window.lang))

    def _show_bought(self, card: UnitCard | None) -> None:
        from zhengzhou_desk.reports.sources import purchases_of_unit

        status = card.status if card is not None else None
        shown = status is not None and bool(status.base)
        for widget in (self._bought_head, self.bought, self.pace, self.bought_from):
            widget.setVisible(shown)
        if card is None or status is None or not status.base:
            return
        counted, expected = status.counted or 0, card.expected
        due = status.base * expected.part // expected.whole if expected is not None else 0
        self.bought.show_amount(
            counted, [due] if expected is not None else [], whole=max(status.base, counted), is_good=counted >= due
        )
        lines = [tr("已完成 {amount}").format(amount=_amount(counted))]
        if status.progress is not None:
            lines.append(tr("进度 {share}").format(share=status.progress.text(self._window.lang)))
        if expected is not None:
            lines.append(tr("序时 {share}").format(share=expected.text(self._window.lang)))
        self.pace.setText("\n".join(lines))
        self.bought.setAccessibleName(clauses(lines, self._window.lang))
        title = f"{card.unit.name or card.unit.code} {tr('采购进度')}"
        self.bought_from.put(title, "", purchases_of_unit(self._window.desk.engine, status))

    def _show_years(self, card: UnitCard | None) -> None:
        known = [amount for _, amount in card.years if amount is not None] if card is not None else []
        shown = len(known) > 1
        for widget in (self._years_head, self.years, self.least):
            widget.setVisible(shown)
        if card is None or not shown:
            return
        self.years.show_years(card.years)
        text = "  ".join(f"{year} {_amount(amount)}" for year, amount in card.years if amount is not None)
        self.years.setToolTip(text)
        self.years.setAccessibleName(text)
        self.least.setText(tr("最低 {least}，最高 {most}").format(least=_amount(min(known)), most=_amount(max(known))))

    def _list_open(self, card: UnitCard | None) -> None:
        _empty(self._open)
        wording = self._window.desk.wording(self._window.lang) if card is not None else None
        if card is None or wording is None:
            return
        for finding in card.findings[:_MOST]:
            line = _link(wording.title(finding.rule), wording.message(finding), partial(self._go, finding))
            line.setIcon(icons.of_severity(finding.severity))
            self._open.addWidget(line)
        more = len(card.findings) - _MOST
        if more > 0:
            self._open.addWidget(_label("quiet", said(counted("还有 {count} 条"), count=more)))
        if card.dismissed:
            self._open.addWidget(_label("quiet", said(counted("已搁置 {count} 条"), count=card.dismissed)))
        if not card.findings:
            self._open.addWidget(_label("quiet", tr("没有待处理的事项")))

    def _go(self, finding: Finding) -> None:
        self._window.show_finding(finding)

    def _list_letters(self, card: UnitCard | None) -> None:
        _empty(self._letters)
        if card is None:
            return
        lang = self._window.lang
        for notice in card.notices:
            state = Notice.table.column("state").kind.show(notice.state, lang)
            day = notice.day.isoformat() if notice.day is not None else ""
            text = "  ".join(part for part in (day, notice.number or "", state) if part)
            self._letters.addWidget(_link(text, text, partial(self._window.show_record, notice)))
        if not card.notices:
            self._letters.addWidget(_label("quiet", tr("本年度没有发过文书")))

    def _list_contacts(self, card: UnitCard | None) -> None:
        _empty(self._contacts)
        rows = card.followups if card is not None else ()
        self._contacts_head.setVisible(bool(rows))
        kinds, lang = Followup.table, self._window.lang
        for row in rows[:_CONTACTS]:
            words = [kinds.column(name).kind.show(row.cell(name), lang) for name in ("means", "result")]
            if row.promised is not None and row.fulfilled is None:
                words.append(tr("承诺 {day}").format(day=row.promised))
            text = "  ".join(word for word in (row.day.isoformat(), *words) if word)
            self._contacts.addWidget(_link(text, row.topic or text, partial(self._window.show_record, row)))

    def _show_actions(self, card: UnitCard | None) -> None:
        writable = card is not None and self._window.desk.can_edit
        filed = card is not None and card.status.filing is not None
        wrong = card is not None and any(one.severity == ERROR for one in card.findings)
        may = {
            "confirm": writable and filed,
            "send_back": writable and filed,
            "notice": writable and wrong,
            "followup": writable,
        }
        for key, button in self.steps.items():
            button.setVisible(card is not None)
            button.setEnabled(may.get(key, True))


def unit_of_row(window: WindowApi, row: object) -> str | None:
    """The code of the unit that a row is about; of an enterprise's order the unit it counts for."""
    code = getattr(row, "unit_of", None)
    if isinstance(row, Purchase) and window.desk.unit(code) is None:
        unit = counting_unit(row, window.desk.engine.reader())
        return unit.code if unit is not None else None
    return code


def _amount(fen: int | None) -> str:
    return "—" if fen is None else yuan(fen, grouped=True)


def _label(name: str = "", text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _list(column: QVBoxLayout) -> QVBoxLayout:
    inner = QVBoxLayout()
    inner.setSpacing(0)
    column.addLayout(inner)
    return inner


def _link(text: str, tip: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setObjectName("plain")
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.clicked.connect(lambda _=False: run())
    return button


def _empty(layout: QBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
