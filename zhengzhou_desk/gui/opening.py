"""Opening, making, backing up and looking after a book from the window."""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication, QDialog

from zhengzhou_desk import pinyin
from zhengzhou_desk.desk import Desk
from zhengzhou_desk.errors import Refused
from zhengzhou_desk.gui import ask, icons, shell_actions, theme
from zhengzhou_desk.gui.new_book import NewBook
from zhengzhou_desk.language import said
from zhengzhou_desk.paths import SAMPLE
from zhengzhou_desk.records.setting import CONTACT, NUMBER_WORD, PHONE

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from zhengzhou_desk.gui.frame import Frame
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.settings import Settings

LOOK, SIZE, LANGUAGE, FONT = "look", "size", "language", "font."
_GEOMETRY, _STATE = "geometry", "state"
_WAIT_BACKUP = "backups"


@dataclass(frozen=True, slots=True)
class Start:
    """What the window is started with."""

    settings: Settings
    lang: str
    clock: Callable[[], datetime.datetime]
    who: str


def tr(text: str) -> str:
    return QCoreApplication.translate("opening", text)


def title(window: MainWindow) -> str:
    """Book, year and whether all is saved, in the title of the window."""
    if not window.has_book:
        return tr("郑采台账")
    desk = window.desk
    state = tr("已保存") if desk.writable else tr("只读")
    return tr("{book} · {year} 年度 · {state} — 郑采台账").format(book=desk.path.stem, year=desk.year, state=state)


def open_book(window: MainWindow, path: Path, *, writable: bool = True) -> None:
    """Opens a book; one that cannot be opened gets a page that says why and what can be done."""
    start = window.start
    window.put_away()
    try:
        desk = Desk.opened(path, clock=start.clock, who=start.who, writable=writable)
    except Refused as refused:
        window.welcome(refused.text(window.lang), path if writable and path.is_file() else None)
        return
    window.take(desk)
    window.settings.opened(path)
    for reminder in reminders(desk, window.lang):
        window.tell(reminder)


def reminders(desk: Desk, lang: str) -> list[str]:
    """What is worth saying when a book is opened: the first overdue task."""
    from zhengzhou_desk.policy import calendar

    late = [task for task in calendar.tasks(desk.engine, desk.year) if not task.is_done and (task.days_left(desk.today) or 0) < 0]
    return [tr("已过期：{task}，还有 {count} 项").format(task=said(task.title, lang), count=task.count) for task in late[:1]]


def show_years(window: MainWindow) -> None:
    """The years of the book in the toolbar, the newest first, closed ones marked."""
    box = window.years
    box.clear()
    box.setEnabled(window.has_book)
    if window.has_book:
        desk = window.desk
        for year in reversed(desk.years):
            closed = tr("（已结账）") if year in desk.closed_years else ""
            box.addItem(tr("{year} 年度{closed}").format(year=year, closed=closed), year)
        box.setCurrentIndex(max(0, box.findData(desk.year)))


def warm_up(desk: Desk) -> None:
    """Reads the names of units aloud in the background, so that the first filter by initials is quick too."""
    from zhengzhou_desk.records import Unit

    names = [unit.name for unit in desk.shelf.all(Unit) if unit.name]
    threading.Thread(target=pinyin.learn, args=(names,), daemon=True).start()


def chosen(window: MainWindow, key: str) -> None:
    """A button of the welcome page."""
    if key == "new":
        make_book(window)
    elif key == "open":
        shell_actions.open_book(window)
    elif key == "sample":
        open_sample(window)
    else:
        restore(window)


def make_book(frame: Frame) -> None:
    """Asks for what a new book needs, makes it and opens it."""
    window = _window(frame)
    dialog = NewBook(window, window.start.clock().date())
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    path = Path(dialog.path.text().strip())
    start = window.start

    def made() -> bool:
        path.parent.mkdir(parents=True, exist_ok=True)
        with Desk.new(
            path, region=dialog.region.currentData(), bureau=dialog.bureau.text(), year=dialog.year.value(),
            clock=start.clock, who=start.who,
        ) as desk:  # fmt: skip
            for name, field in ((CONTACT, dialog.contact), (PHONE, dialog.phone), (NUMBER_WORD, dialog.word)):
                if field.text().strip():
                    desk.set_setting(name, field.text())
        return True

    if window.attempt(made):
        open_book(window, path)


def open_sample(window: MainWindow) -> None:
    """A book of the sample county, made anew among the program's own files."""
    from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR

    start = window.start
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation) or ".")
    number = 1
    while (path := folder / tr("示例县{number}.zzd").format(number="" if number == 1 else f"-{number}")).exists():
        number += 1

    def job(progress: object, cancelled: object) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        with Desk.new(path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR, clock=start.clock, who=start.who) as desk:
            desk.apply_plan(desk.plan_import(SAMPLE))
        return path

    def done(made: Path) -> None:
        open_book(window, made)
        if window.has_book:
            window.desk.set_today(SAMPLE_DAY)
            window.tell(tr("示例县的数据全部虚构，以 {day} 为准。").format(day=SAMPLE_DAY))

    window.work(tr("正在准备示例县"), job, done)


def restore(window: MainWindow) -> None:
    """Puts a verified backup in a book's place; the present book is kept beside it."""
    from zhengzhou_desk.store.restore import restore as put_back

    backup = ask.open_file(window, tr("选择备份"), ask.BOOKS)
    if backup is None:
        return
    book = ask.save_file(window, tr("恢复成哪个账册"), str(backup.parent / (backup.stem.split("_")[0] + ".zzd")), ".zzd")
    if book is None:
        return
    start = window.start
    window.put_away()
    done = window.attempt(lambda: (put_back(book, backup, start.clock(), who=start.who), True))
    if done is not None:
        open_book(window, book)
    else:
        window.welcome(window.bar.label.text())


def back_up_now(frame: Frame) -> None:
    """A verified copy in a folder of the person's choice, preferably on another disk."""
    from zhengzhou_desk.store.backup import back_up

    folder = ask.folder(frame.widget, tr("备份放在哪个文件夹（最好在另一个磁盘）"), str(frame.desk.path.parent))
    if folder is None:
        return
    book, clock = frame.desk.path, _window(frame).start.clock
    frame.work(tr("正在备份"), lambda progress, cancelled: back_up(book, folder, clock()), lambda path: frame.tell(tr("已备份并核对：{path}").format(path=path)))


def back_up_quietly(window: MainWindow) -> None:
    """A verified copy beside the book when it is closed after changes, old ones thinned out."""
    from zhengzhou_desk.store.backup import back_up, thin_out

    desk = window.desk
    if desk.writable and desk.undoable is not None:
        folder = desk.path.parent / _WAIT_BACKUP
        try:
            folder.mkdir(exist_ok=True)
            made = back_up(desk.path, folder, window.start.clock())
            thin_out(folder, desk.path, [made])
        except (Refused, OSError) as trouble:
            # Closing must not fail for want of a copy; the person is told where it matters.
            window.statusBar().showMessage(str(trouble))


def check_up_now(frame: Frame) -> None:
    """体检, its list in a dialog."""
    from zhengzhou_desk.store.checkup import checkup

    book, clock = frame.desk.path, _window(frame).start.clock

    def done(checks: tuple[object, ...]) -> None:
        lines = []
        for check in checks:
            mark = "✓" if check.ok else "✗"  # type: ignore[attr-defined]
            lines.append(f"{mark} {check.title.text(frame.lang)}")  # type: ignore[attr-defined]
            if check.advice is not None:  # type: ignore[attr-defined]
                lines.append(f"    → {check.advice.text(frame.lang)}")  # type: ignore[attr-defined]
        bad = sum(not check.ok for check in checks)  # type: ignore[attr-defined]
        head = tr("体检完成，全部正常") if not bad else tr("体检完成，{bad} 项不正常").format(bad=bad)
        ask.tell(frame.widget, head, "\n".join(lines))

    frame.work(tr("正在体检"), lambda progress, cancelled: checkup(book, clock()), done)


def dropped(window: MainWindow, path: Path) -> None:
    """A file dropped on the window: a book is opened, anything else imported."""
    if path.suffix.lower() == ".zzd":
        open_book(window, path)
    elif window.has_book:
        shell_actions.import_file(window, path)


def dress(window: MainWindow) -> None:
    """The look has been changed in the settings."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.dress(app, window.settings.get(LOOK, theme.SYSTEM), window.settings.get(SIZE, "medium"))
    icons.forget()
    if window.has_book:
        path, writable, year, today = window.desk.path, window.desk.writable, window.desk.year, window.desk.today
        place = window.tabs.currentIndex()
        open_book(window, path, writable=writable)
        if window.has_book:
            window.desk.set_today(today)
            window.desk.choose_year(year)
            window.tabs.setCurrentIndex(place)


def use_fonts(window: MainWindow) -> None:
    """The fonts of this computer that documents are to be printed with; one that is gone is said and left."""
    from zhengzhou_desk import papers

    for face in papers.FACES:
        path = window.settings.get(FONT + face)
        if path:
            window.attempt(lambda face=face, path=path: papers.choose_font(face, Path(path)))  # type: ignore[misc]


def keep_look(window: MainWindow) -> None:
    """Remembers size and place of the window; makes the closing backup."""
    for name, state in ((_GEOMETRY, window.saveGeometry()), (_STATE, window.saveState())):
        window.settings.put(name, base64.b64encode(state.data()).decode("ascii"))
    if window.has_book:
        back_up_quietly(window)


def restore_look(window: MainWindow) -> None:
    """Size and place as they were last."""
    for name, put in ((_GEOMETRY, window.restoreGeometry), (_STATE, window.restoreState)):
        kept = window.settings.get(name)
        if isinstance(kept, str):
            put(QByteArray.fromBase64(QByteArray(kept.encode("ascii"))))


def _window(frame: Frame) -> MainWindow:
    from zhengzhou_desk.gui.main_window import MainWindow

    assert isinstance(frame, MainWindow)
    return frame
