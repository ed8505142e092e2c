"""The welcome page: new, open, sample or restore, and the books opened last."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout

from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.layout import centred_column, quiet_label, titled_card

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.common.settings import Settings

_ICON = QSize(24, 24)
_WIDTH, _ALONE = 1040, 600


class WelcomePage(QScrollArea):
    """What can be done without a book. `chosen` says which of the four, `book` which of the recent ones."""

    chosen = Signal(str)
    book = Signal(object)

    def __init__(self, settings: Settings, now: datetime.datetime) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addSpacing(8)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self._beginnings(), 1)
        recent = settings.recent()
        if recent:
            sides.addWidget(self._recent(settings, now, recent), 1)
        column.addLayout(sides)
        column.addStretch(3)
        self.setWidget(centred_column(column, _WIDTH if recent else _ALONE))

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(icons.picture("app", 48))
        title = QLabel(self.tr("郑采台账"))
        title.setObjectName("big")
        about = quiet_label(self.tr("脱贫地区农副产品采购预留份额台账：一本账册管住填报、审核、通知和汇总"))
        about.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(about)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def _beginnings(self) -> QFrame:
        card, inside = titled_card(self.tr("开始"))
        for key, picture, text, about in (
            ("new", "new", self.tr("新建账册…"), self.tr("选区县和年度，几分钟就能开始填报")),
            ("open", "open", self.tr("打开账册…"), self.tr("打开这台电脑上的 .zzd 文件")),
            ("sample", "sample", self.tr("看示例县"), self.tr("数据全部虚构，随便试，不影响自己的账册")),
            ("restore", "restore", self.tr("从备份恢复…"), self.tr("换上一份核验过的备份，现在的账册先留着")),
        ):
            button = QPushButton()
            button.setObjectName("plain")
            button.setIcon(icons.icon(picture, theme.colours().accent))
            button.setIconSize(_ICON)
            button.setText(f"{text}\n{about}")
            button.setAccessibleName(text)
            button.setAccessibleDescription(about)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            inside.addWidget(button)
        inside.addStretch(1)
        return card

    def _recent(self, settings: Settings, now: datetime.datetime, books: list[Path]) -> QFrame:
        card, inside = titled_card(self.tr("最近打开"))
        for path in books:
            used = datetime.datetime.fromtimestamp(path.stat().st_mtime).date()  # noqa: DTZ006 - the clerk's own time
            safe, old = auto_backup.age(path, settings, now)
            button = QPushButton()
            button.setObjectName("plain")
            button.setIcon(icons.icon("book"))
            button.setIconSize(_ICON)
            about = self.tr("{folder}   改于 {day}   {backup}").format(
                folder=shortened(str(path.parent)), day=used, backup=safe
            )
            button.setText(f"{path.stem}\n{about}")
            button.setAccessibleName(path.stem)
            button.setToolTip(str(path))
            if old:
                button.setIcon(icons.icon("book", theme.colours().warning))
            button.clicked.connect(lambda _=False, path=path: self.book.emit(path))
            inside.addWidget(button)
        inside.addStretch(1)
        return card


def shortened(folder: str, most: int = 28) -> str:
    """A long folder by its end, which is what tells it from others."""
    return folder if len(folder) <= most else "…" + folder[-most:]
