"""Personal data on the screen: masked until it is asked for, and asked for before it is edited or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.window_api import WindowApi


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("personal", text)


def show(window: WindowApi) -> bool:
    """Shows personal data until the book is closed, and says whether that was noted; False where it is refused."""

    def shown() -> bool:
        window.desk.show_personal(shown=True)
        return True

    if not window.attempt(shown):
        return False
    window.tell(
        tr("已显示个人信息，谁在何时显示已记入日志。关闭账册后自动遮住。")
        if window.desk.writable
        else tr("已显示个人信息。账册以只读方式打开，这次显示没有记入日志。关闭账册后自动遮住。")
    )
    return True


def shown_first(window: WindowApi, parent: QWidget) -> bool:
    """Asks whether to show personal data, without which what was begun cannot go on; True where it is shown."""
    if window.desk.shows_personal:
        return True
    details = (
        tr("显示后可以修改、剪切、替换。谁在何时显示，记入日志。")
        if window.desk.writable
        else tr("账册以只读方式打开，这次显示不记入日志。")
    )
    return ask.yes(parent, tr("这里是遮住的个人信息，先显示出来吗？"), details, accept=tr("显示个人信息")) and show(
        window
    )
