"""Asking: the only place of questions and file choosers, so that a test can answer in a person's stead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QLineEdit, QMessageBox

from zhengzhou_desk.common.sealing import SHORTEST_PASSWORD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BOOKS = "*.zzd"
SHEETS = "*.xlsx *.xls *.xlsb *.ods *.csv *.txt *.htm *.html"
_LAST = "folder"
_WIDTH = 420


def yes(parent: QWidget, question: str, details: str = "", *, accept: str = "", danger: bool = False) -> bool:
    """Whether the person says yes; `details` is plain text below the question."""
    box = _plain_box(parent, question, details)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    agree = box.addButton(accept or QCoreApplication.translate("ask", "确定"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QCoreApplication.translate("ask", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel if danger else agree)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is agree


def tell(parent: QWidget, head: str, details: str) -> None:
    """A list to be read, in plain text."""
    box = _plain_box(parent, head, details)
    box.addButton(QCoreApplication.translate("ask", "关闭"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _plain_box(parent: QWidget, text: str, details: str) -> QMessageBox:
    """A message with the program's name, its text and what stands below it never taken for markup."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.applicationName())
    box.setText(text)
    box.setInformativeText(details)
    return box


def text(parent: QWidget, title: str, question: str, given: str = "") -> str | None:
    """A line of text from the person; None where they think better of it."""
    said, agreed = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, given)
    return said if agreed else None


def password(parent: QWidget, title: str, question: str) -> str | None:
    """A password, which is not shown; None where the person thinks better of it.

    The question may name a file of another's, and is long at times.
    """
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(question)
    box.setTextEchoMode(QLineEdit.EchoMode.Password)
    for label in cast("list[QLabel]", box.findChildren(QLabel)):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
    box.setMinimumWidth(_WIDTH)
    return box.textValue() if box.exec() else None


def new_password(parent: QWidget, title: str) -> str | None:
    """A new password, typed twice alike and not too short; None where the person thinks better of it."""
    question = QCoreApplication.translate("ask", "请设密码，至少 8 位。忘了密码谁也打不开，请另外记好：")
    while True:
        given = password(parent, title, question)
        if given is None:
            return None
        if len(given) < SHORTEST_PASSWORD:
            question = QCoreApplication.translate("ask", "密码太短，至少要 8 位。请重新设：")
            continue
        again = password(parent, title, QCoreApplication.translate("ask", "请再输一遍："))
        if again is None:
            return None
        if again == given:
            return given
        question = QCoreApplication.translate("ask", "两遍不一样。请重新设：")


def number(parent: QWidget, title: str, question: str, given: int, least: int, most: int) -> int | None:
    """A whole number from the person."""
    said, agreed = QInputDialog.getInt(parent, title, question, given, least, most)
    return said if agreed else None


def choice(parent: QWidget, title: str, question: str, options: list[str]) -> int | None:
    """Which of a few options the person takes, by its place."""
    said, agreed = QInputDialog.getItem(parent, title, question, options, 0, editable=False)
    return options.index(said) if agreed else None


def open_file(parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
    """A file that is there."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder or _folder(), _filters(kinds))
    return _remembered(Path(name)) if name else None


def open_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files that are there, any number of them."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, _folder(), _filters(kinds))
    return [_remembered(Path(name)) for name in names]


def save_file(parent: QWidget, title: str, proposed: str, ending: str) -> Path | None:
    """Where a file is to be written, with its `ending`; asks before one is replaced. None where it was cancelled."""
    place = proposed if Path(proposed).is_absolute() else str(Path(_folder()) / proposed)
    name, _ = QFileDialog.getSaveFileName(parent, title, place, _filters(f"*{ending}"))
    if not name:
        return None
    if name.lower().endswith(ending):
        return _remembered(Path(name))
    # The chooser asked about the name as it was typed, not about the one with the ending.
    path = Path(name + ending)
    question = QCoreApplication.translate("ask", "{path} 已经有了，覆盖它吗？").format(path=path)
    if path.exists() and not yes(parent, question, accept=QCoreApplication.translate("ask", "覆盖"), danger=True):
        return None
    return _remembered(path)


def folder(parent: QWidget, title: str, proposed: str = "") -> Path | None:
    """A folder."""
    name = QFileDialog.getExistingDirectory(parent, title, proposed or _folder())
    return Path(name) if name else None


def _filters(kinds: str) -> str:
    usable, every = QCoreApplication.translate("ask", "可用的文件"), QCoreApplication.translate("ask", "所有文件")
    return f"{usable} ({kinds});;{every} (*)"


def _folder() -> str:
    """Where a person was last, or the documents."""
    app = QCoreApplication.instance()
    last = app.property(_LAST) if app is not None else None
    return (
        last
        if isinstance(last, str)
        else QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )


def _remembered(path: Path) -> Path:
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_LAST, str(path.parent))
    return path
