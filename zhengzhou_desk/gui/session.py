"""Opening, making and closing books, and what the window remembers from one time to the next."""

from __future__ import annotations

import base64
import dataclasses
import gc
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, QStandardPaths, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.atomic_file import made_folder
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import LANGUAGES, localized
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.gui.actions import book as books
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.system import ask, auto_backup, translator
from zhengzhou_desk.gui.system.jobs import Job
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.message_bar import BACKUP
from zhengzhou_desk.services import editing, imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import rendering

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.window_api import WindowApi

T = TypeVar("T")
LOOK, SIZE, LANGUAGE, FONT = "look", "size", "language", "font."
PANEL = "panel"
_PATIENCE_MS = 3_000
_GEOMETRY, _STATE = "geometry", "state"


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


def mode(window: MainWindow) -> tuple[str, str, Callable[[], None] | None]:
    """Why nothing can be changed now, and the way out of it: nothing, where things can be changed."""
    if window.has_book and window.desk.store.is_altered:
        # Nothing leaves the book until a person has looked: this stays in sight all the while.
        return (
            tr("有数据在程序之外被改动过：看过并确认之前，不能发文、汇总、通报、考评、导出和上报。"),
            tr("体检…"),
            lambda: books.check_up(window),
        )
    if not window.has_book or window.desk.can_edit:
        return "", "", None
    desk = window.desk
    if not desk.writable:
        return (
            tr("以只读方式打开：可以查看、导出和打印，不能修改。"),
            tr("复制一份再打开…"),
            lambda: copy_and_open(window, desk.path),
        )
    text = tr("{year} 年度已经结账，只能查看。").format(year=desk.year)
    return text, tr("重新打开本年度…"), lambda: books.close_year(window)


def open_book(window: MainWindow, path: Path, *, writable: bool = True) -> None:
    """Opens a book; one that cannot be opened gets a page that says why and what can be done.

    The book that is open stays until the other one is.
    """
    start = window.start
    try:
        if _is_open(window, path):
            # The very book that is open: its lock is ours, so it is looked at before it is given free.
            Desk.opened(path, clock=start.clock, who=start.who, writable=False).close()
            window.put_away()
        if not window.has_book:
            # What is left of the window before is thrown away now, while there is little to look through.
            gc.unfreeze()
            gc.collect()
        desk = Desk.opened(path, clock=start.clock, who=start.who, writable=writable)
    except Refused as refused:
        window.show_open_failed(path, refused)
        return
    if window.has_book:
        window.put_away()
    window.take(desk)
    window.settings.opened(path)
    _greet(window, desk)
    # What has been read and built stays: looking through it for garbage would be felt as a pause.
    gc.freeze()


def _is_open(window: MainWindow, path: Path) -> bool:
    """Whether a path leads to the book that is open, by whichever way."""
    return window.has_book and window.desk.path.resolve() == path.resolve()


def let_go(page: QWidget) -> None:
    """A page goes, and the rows it shows at once: the collector would have to look through the next book to find them."""
    if isinstance(page, RecordTab):
        for table in page.tables:
            table.records.let_go()
    page.deleteLater()


def _greet(window: MainWindow, desk: Desk) -> None:
    """What is worth saying when a book is opened, and the copy that is due."""
    settings = window.settings
    failed = settings.get(auto_backup.FAILED, "")
    if failed:
        settings.put(auto_backup.FAILED, "")
        window.tell(
            tr("上次关闭时自动备份没有做成：{reason}").format(reason=failed),
            tr("现在备份…"),
            lambda: books.back_up(window),
            BACKUP,
        )
    elif late := reminders(desk, window.lang):
        window.tell(late, tr("去看看"), lambda: window.show_tab("overview"))
    if desk.writable and auto_backup.is_due(desk.path, settings):
        quiet_backup(window, desk.path)
    path = desk.path  # not the desk, which holds its keeper: neither would go without the collector
    keeper = auto_backup.BookWatch(
        desk.store,
        lambda pages: quiet_backup(window, path, pages),
        lambda: window.renew_shell() if window.has_book else None,
    )
    keeper.look()
    desk.copies = keeper


def quiet_backup(window: MainWindow, book: Path, pages: bytes | None = None) -> None:
    """Makes a copy in the background, of the book or of an image of it; the window says if that fails, and knows when it is made."""

    def done(path: Path | None, why: str) -> None:
        if not window.has_book:
            return
        if path is None:
            window.tell(
                tr("自动备份没有做成：{reason}").format(reason=why),
                tr("另选地方备份…"),
                lambda: books.back_up(window),
                BACKUP,
            )
        else:
            window.bar.over(BACKUP)
            window.show_backup()

    window.copy = auto_backup.AutoBackup(book, window.start, done, pages)
    window.copy.start()


def reminders(desk: Desk, lang: str) -> str:
    """The first overdue task, if any."""
    from zhengzhou_desk.reports import deadlines

    late = [
        task
        for task in deadlines.tasks(desk.engine, desk.year)
        if not task.is_done and (task.days_left(desk.today) or 0) < 0
    ]
    return (
        tr("已过期：{task}，还有 {count} 项").format(task=localized(late[0].title, lang), count=late[0].count)
        if late
        else ""
    )


def show_years(window: MainWindow) -> None:
    """The years of the book in the toolbar, the newest first, closed ones with a lock."""
    box = window.years
    box.clear()
    box.setVisible(window.has_book)
    if window.has_book:
        desk = window.desk
        for year in reversed(desk.years):
            text = tr("{year} 年度").format(year=year)
            box.addItem(icons.icon("lock" if year in desk.closed_years else "calendar"), text, year)
        box.setCurrentIndex(max(0, box.findData(desk.year)))


def choose_year(window: MainWindow, year: int) -> None:
    """Looks at another year; where that is refused, the box goes back to the year that is shown."""
    try:
        window.desk.choose_year(year)
    except Refused as refused:
        window.tell(refused)
        show_years(window)


def warm_up(desk: Desk) -> None:
    """Reads the names of units aloud in the background, so that the first filter by initials is quick too."""
    from zhengzhou_desk.records import Unit

    names = [unit.name for unit in desk.tables.all(Unit) if unit.name]
    threading.Thread(target=pinyin.learn, args=(names,), daemon=True).start()


# -- the welcome page and the page of trouble ---------------------------------------------------------


def chosen(window: MainWindow, key: str) -> None:
    """A button of the welcome page."""
    if key == "new":
        make_book(window)
    elif key == "open":
        file.open_book(window)
    elif key == "sample":
        open_sample(window)
    else:
        choose_backup(window)


def helped(window: MainWindow, path: Path, key: str) -> None:
    """A button of the page of a book that could not be opened."""
    if key == "again":
        open_book(window, path)
    elif key == "read":
        open_book(window, path, writable=False)
    elif key == "copy":
        copy_and_open(window, path)
    elif key == "check":
        from zhengzhou_desk.gui.dialogs.checkup import check_up

        check_up(window, path)
    elif key == "open":
        file.open_book(window)
    elif key == "restore":
        choose_backup(window, path)
    elif key == "welcome":
        window.welcome()


def make_book(caller: WindowApi) -> None:
    """Asks for what a new book needs, makes it and opens it."""
    window = _window(caller)
    dialog = NewBook(window, window.start.clock().date(), window.lang)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    path = Path(dialog.path.text().strip())
    start = window.start

    def made() -> bool:
        made_folder(path.parent)
        with Desk.new(
            path, region=dialog.region.currentData(), bureau=dialog.bureau.text(), year=dialog.year.value(),
            clock=start.clock, who=start.who,
        ) as desk:  # fmt: skip
            for name, value in dialog.settings().items():
                editing.set_setting(desk, name, value)
        return True

    if window.attempt(made):
        open_book(window, path)
        window.show_tab("units")


def open_sample(window: MainWindow) -> None:
    """A book of the sample county, made anew among the program's own files."""
    from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR

    start = window.start
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation) or ".")
    number = 1
    while (path := folder / tr("示例县{number}.zzd").format(number="" if number == 1 else f"-{number}")).exists():
        number += 1

    def job(progress: object, cancelled: object) -> Path:
        made_folder(folder)
        with Desk.new(
            path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR, clock=start.clock, who=start.who
        ) as desk:
            imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
        return path

    def done(made: Path) -> None:
        open_book(window, made)
        if window.has_book:
            window.desk.set_today(SAMPLE_DAY)
            window.tell(tr("示例县的数据全部虚构，以 {day} 为准。").format(day=SAMPLE_DAY))

    window.work(tr("正在准备示例县"), job, done)


def copy_and_open(window: MainWindow, path: Path) -> None:
    """A verified copy of a book that is in use elsewhere or cannot be written, opened in its place."""
    from zhengzhou_desk.store.backup import back_up

    folder = ask.folder(
        window,
        tr("副本放在哪个文件夹"),
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
    )
    if folder is not None:
        clock = window.start.clock
        window.work(
            tr("正在复制"),
            lambda progress, cancelled: back_up(path, folder, clock()),
            lambda made: open_book(window, made),
        )


def choose_backup(window: MainWindow, book: Path | None = None) -> None:
    """Asks which backup is to be put in which book's place."""
    backup = ask.open_file(window, tr("选择备份"), ask.BOOKS)
    if backup is None:
        return
    if book is None:
        book = ask.save_file(
            window, tr("恢复成哪个账册"), str(backup.parent / (backup.stem.split("_")[0] + ".zzd")), ".zzd"
        )
    if book is not None:
        restore(window, book, backup)


def restore(window: MainWindow, book: Path, backup: Path) -> None:
    """Puts a verified backup in a book's place; what stood there is kept beside it under another name."""
    from zhengzhou_desk.store.backup import verified
    from zhengzhou_desk.store.restore import restore as put_back

    start = window.start
    was_open = _is_open(window, book)

    def put(why: Refused | None) -> None:
        if why is not None:
            failed(why)
            return
        if was_open:
            # Only now, when the copy has proved sound: a book that is in use cannot be replaced.
            window.welcome()
        window.work(
            tr("正在核验并恢复"),
            lambda progress, cancelled: _answered(lambda: put_back(book, backup, start.clock(), who=start.who)),
            done,
        )

    def done(answer: tuple[Path | None, Refused | None]) -> None:
        kept, refused = answer
        if refused is not None:
            if was_open:
                open_book(window, book)
            failed(refused)
            return
        open_book(window, book)
        text = (
            tr("已恢复并核验。") if kept is None else tr("已恢复并核验。原来的账册保留为 {name}").format(name=kept.name)
        )
        window.tell(text)

    def failed(why: Refused) -> None:
        if window.has_book:
            window.tell(why)
        else:
            window.show_open_failed(book, why)

    window.work(tr("正在核验备份"), lambda progress, cancelled: _answered(lambda: verified(backup))[1], put)


def _answered(job: Callable[[], T]) -> tuple[T | None, Refused | None]:
    """What a job gave, or its refusal, which gets a page of its own."""
    try:
        return job(), None
    except Refused as refused:
        return None, refused


def dropped(window: MainWindow, path: Path) -> None:
    """A file dropped on the window: a book is opened, anything else imported."""
    if path.suffix.lower() == ".zzd":
        open_book(window, path)
    elif not window.has_book:
        window.tell(tr("先打开或新建账册，再把电子表格拖进来"))
    elif not window.desk.can_edit:
        window.tell(tr("现在是只读的，不能导入"))
    else:
        file.import_file(window, path)


# -- look, place, closing -------------------------------------------------------------------------------


def dress(window: MainWindow) -> None:
    """The look or the language has changed: everything is drawn anew, at the same place."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply_theme(app, window.settings.get(LOOK, theme.SYSTEM), window.settings.get(SIZE, "medium"))
        lang = language(window.settings, window.lang)
        if lang != window.lang:
            translator.install(app, lang)
            window.start = dataclasses.replace(window.start, lang=lang)
    icons.clear_cache()
    window.rebuild()


def language(settings: Settings, otherwise: str) -> str:
    """The language that a person has chosen."""
    chosen = settings.get(LANGUAGE, otherwise)
    return chosen if chosen in LANGUAGES else otherwise


def follow_system(window: MainWindow) -> None:
    """The system has turned dark or light: so do we, unless a person has chosen."""
    if not theme.is_set(window.settings.get(LOOK, theme.SYSTEM)):
        dress(window)


def use_fonts(window: MainWindow) -> None:
    """The fonts of this computer that documents are to be printed with; one that is gone is said and left."""
    for face in rendering.FACES:
        path = window.settings.get(FONT + face, "")
        if path:
            window.attempt(lambda face=face, path=path: rendering.choose_font(face, Path(path)))  # type: ignore[misc]


def keep_look(window: MainWindow) -> None:
    """Remembers size and place of the window."""
    for name, state in ((_GEOMETRY, window.saveGeometry()), (_STATE, window.saveState())):
        window.settings.put(name, base64.b64encode(state.data()).decode("ascii"))


def may_close(window: MainWindow) -> bool:
    """Whether nothing is under way; what has been called off is given a moment to end."""
    jobs: Iterable[Job] = window.findChildren(Job)
    if any(not job.is_called_off for job in jobs):
        window.tell(tr("还有事情没有做完，请等它结束或先取消"))
        return False
    QThreadPool.globalInstance().waitForDone(_PATIENCE_MS)
    keep_look(window)
    return True


def close_book(window: MainWindow, desk: Desk) -> None:
    """Closes a book and makes a copy if it has changed. The program ends when that is made."""
    book, writable = desk.path, desk.writable
    desk.close()
    if writable and auto_backup.is_due(book, window.settings):
        settings = window.settings
        copy = auto_backup.AutoBackup(book, window.start, lambda *_: None)
        # Nobody listens any more: what went wrong is said when the book is next opened.
        copy.run_alone(lambda reason: settings.put(auto_backup.FAILED, reason))


def restore_look(window: MainWindow) -> None:
    """Size and place as they were last."""
    for name, put in ((_GEOMETRY, window.restoreGeometry), (_STATE, window.restoreState)):
        kept = window.settings.get(name, "")
        if kept:
            put(QByteArray.fromBase64(QByteArray(kept.encode())))


def _window(window: WindowApi) -> MainWindow:
    from zhengzhou_desk.gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    return window
