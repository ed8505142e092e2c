"""Why: a finding's article, arithmetic, numbers and what to do about it; a warning can be dismissed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import sentence, translated
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.policy.facts import fact_text
from zhengzhou_desk.policy.parameters import INFO, WARNING
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding

# Facts by name, as the explanation calls them.
_FACTS = {
    "ratio": sentence("规定比例"),
    "actual": sentence("实际比例"),
    "total": sentence("采购总额"),
    "reserve": sentence("预留份额"),
    "required": sentence("应达到"),
    "gap": sentence("尚差"),
    "last_year": sentence("上年度预留"),
    "due": sentence("截止日"),
    "filed": sentence("填报日期"),
    "before": sentence("上年"),
    "limit": sentence("界限"),
    "days": sentence("天数"),
    "counted": sentence("已完成"),
    "progress": sentence("进度"),
    "expected": sentence("应有进度"),
    "purchased": sentence("已采购"),
    "amount": sentence("金额"),
    "ordered": sentence("按订单"),
    "stated": sentence("按平台统计"),
    "difference": sentence("相差"),
    "carried": sentence("结转"),
}


class Explanation(QScrollArea):
    """The reasons of one finding, all of it plain text."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self._finding: Finding | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 10, 12, 10)
        self.title = self._label("head")
        self.message = self._label()
        self.numbers = self._label()
        self.formula = self._label("quiet")
        self.advice = self._label()
        self.articles = self._label("quiet")
        self.reason = self._label("quiet")
        row = QHBoxLayout()
        self.go = QPushButton(self.tr("去改"))
        self.go.clicked.connect(self._go)
        self.dismiss = QPushButton(self.tr("搁置…"))
        self.dismiss.clicked.connect(self._dismiss_or_reopen)
        row.addWidget(self.go)
        row.addWidget(self.dismiss)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.show_finding(None)

    def _label(self, name: str = "") -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        return label

    def show_finding(self, finding: Finding | None) -> None:
        """Explains a finding; without one, says how to get one explained."""
        self._finding = finding
        for widget in (
            self.message,
            self.numbers,
            self.formula,
            self.advice,
            self.articles,
            self.reason,
            self.go,
            self.dismiss,
        ):
            widget.setVisible(finding is not None)
        if finding is None:
            self.title.setText(self.tr("选中一条，这里说明理由和依据"))
            return
        lang, desk = self._window.lang, self._window.desk
        wording = desk.wording(lang)
        self.title.setText(wording.title(finding.rule))
        self.message.setText(wording.message(finding))
        named = [
            (translated(_FACTS[name], lang), fact_text(value, lang)) for name, value in finding.facts if name in _FACTS
        ]
        self.numbers.setText("\n".join(f"{label}  {said}" for label, said in named))
        self.numbers.setVisible(bool(named))
        self.formula.setText(self.tr("算法：{formula}").format(formula=wording.formula(finding)))
        self.advice.setText(self.tr("怎么办：{advice}").format(advice=wording.advice(finding)))
        quoted = [f"{name}\n{says}" for name, says, _ in wording.quoted(finding)]
        self.articles.setText(self.tr("依据：") + "\n".join([*quoted, *finding.documents]))
        kept = dismissals.dismissal_of(desk, finding)
        self.reason.setVisible(kept is not None)
        self.reason.setText(self.tr("已搁置，理由：{reason}").format(reason=kept.reason) if kept is not None else "")
        self.dismiss.setVisible(desk.writable and finding.severity in (WARNING, INFO))
        self.dismiss.setText(self.tr("恢复") if kept is not None else self.tr("搁置…"))

    def _go(self) -> None:
        if self._finding is not None:
            self._window.show_finding(self._finding)

    def _dismiss_or_reopen(self) -> None:
        finding, desk = self._finding, self._window.desk
        if finding is None:
            return
        if dismissals.dismissal_of(desk, finding) is not None:
            self._window.attempt(lambda: dismissals.reopen(desk, finding))
            return
        reason = ask.text(self, self.tr("搁置这条提示"), self.tr("理由（记入日志；数字变化后会重新提示）："))
        if reason is not None:
            self._window.attempt(lambda: dismissals.dismiss(desk, finding, reason))
