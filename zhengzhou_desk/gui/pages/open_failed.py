"""The page of a book that cannot be opened: why, and everything that can be done about it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout

from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import centred_column, quiet_label, titled_card
from zhengzhou_desk.services import kept_copies
from zhengzhou_desk.store.backup import is_kept_before
from zhengzhou_desk.store.io_errors import Damaged, Readonly
from zhengzhou_desk.store.lock import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.services.kept_copies import KeptCopy
    from zhengzhou_desk.store.backup import Backup

_WIDTH = 720
_LISTED = 8
# How many steps of those that a copy lacks are listed.
_STEPS = 20


class OpenFailedPage(QScrollArea):
    """`asked` says what the person chose; `restore` which copy is to take the book's place."""

    asked = Signal(str)
    restore = Signal(object)
    _looked = Signal(object)

    def __init__(self, path: Path, refused: Refused, settings: Settings, lang: str, *, over: bool = False) -> None:
        super().__init__()
        self._over = over
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.path = path
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addLayout(self._head(path, str(localized(refused, lang))))
        column.addLayout(self._ways(path, refused))
        found = auto_backup.all_copies(path, settings) if not isinstance(refused, Locked | Readonly) else []
        self.about: dict[Path, QLabel] = {}
        if found:
            column.addWidget(self._copies(found[:_LISTED]))
            self._looked.connect(lambda answers: self._tell(answers, lang))
            _look(path, list(self.about), self._looked)
        column.addStretch(3)
        self.setWidget(centred_column(column, _WIDTH))

    def _copies(self, found: list[Backup]) -> QFrame:
        """The copies there are, each with a button; how far it goes is read meanwhile."""
        card, inside = titled_card(self.tr("已有的备份，新的在前。恢复时先核验，现在的文件改名保留"))
        for copy in found:
            button = QPushButton(self._called(copy).format(when=f"{copy.made:%Y-%m-%d %H:%M}"))
            button.setObjectName("plain")
            button.setIcon(icons.icon("restore", theme.colours().accent))
            button.setToolTip(str(copy.path))
            button.clicked.connect(lambda _=False, copy=copy: self.restore.emit(copy.path))
            about = quiet_label(
                self.tr("加密的，输入密码才看得出它记到哪一步") if copy.sealed else self.tr("正在看它记到哪一步…")
            )
            about.setWordWrap(True)
            about.setContentsMargins(36, 0, 8, 6)
            if not copy.sealed:
                self.about[copy.path] = about
            inside.addWidget(button)
            inside.addWidget(about)
        return card

    def _called(self, copy: Backup) -> str:
        """What a copy is called on its button."""
        if is_kept_before(copy):
            return self.tr("换回恢复前保留的 {when}")
        return self.tr("恢复到 {when}（加密）") if copy.sealed else self.tr("恢复到 {when}")

    def _tell(self, answers: list[KeptCopy], lang: str) -> None:
        """How far each copy goes and what it lacks; all that it lacks where the pointer rests."""
        for answer in answers:
            label = self.about[answer.path]
            label.setText(answer.sentence().text(lang))
            lacking = [step.text(lang) for step in reversed(answer.lacking or ())]
            if lacking:
                # By its first line Qt decides whether a text is markup: that one is ours.
                listed = [*lacking[:_STEPS], "…"] if len(lacking) > _STEPS else lacking
                label.setToolTip("\n".join([self.tr("它缺的步骤："), *listed]))

    def _head(self, path: Path, why: str) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(icons.picture("warning", 32, theme.colours().warning))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = QLabel(self.tr("没有打开 {name}").format(name=path.name))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("title")
        self.why = QLabel(why)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = quiet_label(str(path))
        where.setWordWrap(True)
        words = QVBoxLayout()
        for label in (title, self.why, where):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def _ways(self, path: Path, refused: Refused) -> QVBoxLayout:
        """The buttons that help with this refusal, the likeliest first."""
        there = path.is_file()
        ways = []
        if isinstance(refused, Locked | Readonly):
            ways += [
                ("read", self.tr("以只读方式打开")),
                ("copy", self.tr("复制一份再打开…")),
                ("again", self.tr("再试一次")),
            ]
        elif isinstance(refused, Damaged):
            ways += [("check", self.tr("体检，看坏在哪里")), ("rescue", self.tr("抢救到一本新账册…"))]
        elif there:
            ways += [("again", self.tr("再试一次")), ("rescue", self.tr("抢救到一本新账册…"))]
        rows = QVBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for some in (ways, self._others()):
            row = QHBoxLayout()
            for key, text in some:
                button = QPushButton(text)
                button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
                self.buttons[key] = button
                row.addWidget(button)
            row.addStretch(1)
            rows.addLayout(row)
        next(iter(self.buttons.values())).setDefault(True)
        return rows

    def _others(self) -> list[tuple[str, str]]:
        """What can be done whatever has happened."""
        leave = ("stay", self.tr("回到现在的账册")) if self._over else ("welcome", self.tr("回到欢迎页"))
        return [("open", self.tr("打开别的账册…")), ("restore", self.tr("选备份文件恢复…")), leave]


def _look(book: Path, copies: list[Path], looked: SignalInstance) -> None:
    """Reads on another thread how far the copies go; the page may have gone when that is known."""

    def look() -> None:
        answers = kept_copies.looked_at(book, copies)
        with suppress(RuntimeError):
            looked.emit(answers)

    threading.Thread(target=look, name="copies", daemon=True).start()


class OpenFailedDialog(Dialog):
    """The same page over a book that is open, which stays as it is."""

    def __init__(self, page: OpenFailedPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("没有打开"))
        self.resize(780, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
