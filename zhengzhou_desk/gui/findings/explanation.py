"""Why: a finding's article, arithmetic, numbers and what to do; warnings can be dismissed here, one or many at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import counted, sentence, translated
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.policy.facts import fact_text
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._findings: tuple[Finding, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # Sentences are broken to the width there is.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.show_findings(())

    def _label(self, name: str = "") -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)
        return label

    @property
    def _finding(self) -> Finding | None:
        return self._findings[0] if len(self._findings) == 1 else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Explains a finding; of many it says how many of what, to be dismissed or reopened at once."""
        self._findings = tuple(findings)
        one = self._finding
        for widget in (self.message, self.numbers, self.formula, self.advice, self.articles, self.reason, self.go):
            widget.setVisible(one is not None)
        self.dismiss.setVisible(bool(findings))
        if one is not None:
            self._explain(one)
        elif findings:
            self._count()
        else:
            self.title.setText(self.tr("选中一条，这里说明理由和依据"))

    def _count(self) -> None:
        """Many: how many of each rule, and what can be done with all of them."""
        desk, lang = self._window.desk, self._window.lang
        self.title.setText(said(counted("选中 {count} 条"), count=len(self._findings)))
        rules = Counter(finding.rule for finding in self._findings)
        wording = desk.wording(lang)
        self.message.setText("\n".join(f"{wording.title(rule)}  {count}" for rule, count in rules.most_common()))
        self.message.setVisible(True)
        may = desk.writable and all(finding.severity in dismissals.DISMISSIBLE for finding in self._findings)
        self.dismiss.setEnabled(may)
        self.dismiss.setText(self.tr("恢复") if self._are_dismissed else self.tr("搁置…"))
        if not may and desk.writable:
            self.reason.setText(self.tr("只有警告和提示可以搁置；错误和待查请在账册中改正或补填"))
            self.reason.setVisible(True)

    @property
    def _are_dismissed(self) -> bool:
        desk = self._window.desk
        return all(dismissals.dismissal_of(desk, finding) is not None for finding in self._findings)

    def _explain(self, finding: Finding) -> None:
        lang, desk = self._window.lang, self._window.desk
        wording = desk.wording(lang)
        self.title.setText(wording.title(finding.rule))
        self.message.setText(wording.message(finding))
        named = [
            (translated(_FACTS[name], lang), fact_text(value, lang)) for name, value in finding.facts if name in _FACTS
        ]
        self.numbers.setText("\n".join(f"{label}  {text}" for label, text in named))
        self.numbers.setVisible(bool(named))
        self.formula.setText(self.tr("算法：{formula}").format(formula=wording.formula(finding)))
        self.advice.setText(self.tr("怎么办：{advice}").format(advice=wording.advice(finding)))
        quoted = [f"{name}\n{says}" for name, says, _ in wording.quoted(finding)]
        self.articles.setText(self.tr("依据：") + "\n".join([*quoted, *finding.documents]))
        kept = dismissals.dismissal_of(desk, finding)
        self.reason.setVisible(kept is not None)
        self.reason.setText(self.tr("已搁置，理由：{reason}").format(reason=kept.reason) if kept is not None else "")
        self.dismiss.setVisible(desk.writable and finding.severity in dismissals.DISMISSIBLE)
        self.dismiss.setEnabled(True)
        self.dismiss.setText(self.tr("恢复") if kept is not None else self.tr("搁置…"))

    def _go(self) -> None:
        if self._finding is not None:
            self._window.show_finding(self._finding)

    def _dismiss_or_reopen(self) -> None:
        findings, desk = self._findings, self._window.desk
        if not findings:
            return
        if self._are_dismissed:
            self._window.attempt(lambda: dismissals.reopen_many(desk, findings))
            return
        title = self.tr("搁置这条提示") if len(findings) == 1 else self.tr("搁置选中的提示")
        reason = ask.text(self, title, self.tr("理由（记入日志；数字变化后会重新提示）："))
        if reason is not None:
            self._window.attempt(lambda: dismissals.dismiss_many(desk, findings, reason))
