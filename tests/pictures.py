"""Pictures of the window: `python -m tests.pictures` renews those that the README and the manual show.

`--all FOLDER` takes every tab and every dialog of the menus, in both languages, both looks and three sizes, to be
looked at; a dialog that is larger than its screen is named.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDockWidget,
    QMenuBar,
    QMessageBox,
    QProgressDialog,
    QTabBar,
    QTableView,
)

from zhengzhou_desk import app as program
from zhengzhou_desk.common.messages import LANGUAGES
from zhengzhou_desk.common.paths import HELP, SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.sample import SAMPLE_BUREAU, SAMPLE_DAY, SAMPLE_REGION, SAMPLE_YEAR
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.manual import pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

T = TypeVar("T")
# Width and height of a screen in pixels of the window.
SCREENS = ((1366, 768), (1093, 614), (1920, 1080))
# A dialog has no more than this much of a screen: its frame and the panel of the desktop take the rest.
_FRAME = 60
_QUIET_MS = 250
# What needs more than a click to show something, or nothing at all.
_NOT_SHOWN = frozenset({
    "undo", "redo", "cut", "copy", "paste", "fill", "clear", "close_book", "find", "new_row", "wan", "show_personal",
    "file_again", "confirm", "confirm_passing", "close", "delivered", "answer", "withdraw", "answered",
    "next_finding", "previous_finding", "next_part", "previous_part", "merge",
    "column_menu", "find_next", "find_previous", "filter",
})  # fmt: skip
# Questions of one line, and files: nobody is there to answer.
_ASKED = ("text", "number", "choice", "yes", "tell", "password", "new_password", "open_file", "save_file", "folder")


def clock() -> datetime.datetime:
    """The morning of the sample's day."""
    return datetime.datetime.combine(SAMPLE_DAY, datetime.time(9))


def book(folder: Path) -> Path:
    """The sample county as a book."""
    path = folder / "示例县.zzd"
    with Desk.new(path, region=SAMPLE_REGION, bureau=SAMPLE_BUREAU, year=SAMPLE_YEAR, clock=clock, who="王") as desk:
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
    return path


def window(path: Path | None, folder: Path, lang: str, look: str, screen: tuple[int, int]) -> MainWindow:
    """A window over a book, or on the welcome page, as wide and high as a screen."""
    app = program.application([])
    theme.apply_theme(app, look)
    icons.clear_cache()
    translator.install(app, lang)
    settings = Settings(folder / f"{lang}-{look}-{screen[0]}.json")
    settings.put(preferences.LOOK, look)
    made = MainWindow(Start(settings, lang, clock, "王"))
    made.resize(*screen)
    made.show()
    if path is not None:
        made.open_book(path)
    QTest.qWait(4 * _QUIET_MS)
    made.bar.hide()
    return made


def of_the_readme(folder: Path) -> None:
    """The picture at the head of the README: filings, one that fails in front, its findings and its card."""
    made = window(book(folder), folder, "zh", theme.LIGHT, SCREENS[0])
    _choose_failing(made)
    _reduced(made.grab().toImage(), HELP / "window.png", "")
    made.close()


def _choose_failing(made: MainWindow) -> None:
    """A filing that fails is in front, and what is found about it."""
    made.show_tab("filings")
    assert isinstance(made.page, RecordTab)
    grid = made.page.table.grid
    failing = next(row for row in made.desk.unit_statuses() if row.state == "fail" and row.gap)
    assert failing.filing is not None
    made.show_record(failing.filing, "reserve")
    assert made.panel is not None
    finding = next(one for one in made.desk.findings() if one.unit == failing.unit.code)
    made.panel.choose(finding)
    grid.setFocus()
    QTest.qWait(4 * _QUIET_MS)


# The pictures of the manual: a tab, or the dialog that an action opens.
TABS = {"overview": "overview", "summary": "summary"}
DIALOGS = {
    "new_book": "new", "notices": "notices", "before_submission": "before_submission", "law": "law",
    "open_year": "open_year", "journal": "journal", "policy_packs": "policy_packs",
}  # fmt: skip
PICTURES = ("welcome", "import", "filings", *TABS, *DIALOGS)
_COLOURS = 48
_WORDS = "Words"


def of_the_manual(path: Path, folder: Path, lang: str, *, patience: int = 8) -> Iterator[tuple[str, QImage, str]]:
    """Each picture of the manual in a language: its name, itself, and the words on it that the program has fixed.

    `patience`: how long a dialog is waited for, which may make what it shows in the background.
    """

    def seen(dialog: Any) -> tuple[QImage, str]:
        QTest.qWait(patience * _QUIET_MS)
        return dialog.grab().toImage(), words(dialog)

    made = window(None, folder, lang, theme.LIGHT, SCREENS[1])
    yield "welcome", made.grab().toImage(), words(made)
    made.close()
    made = window(path, folder, lang, theme.LIGHT, SCREENS[1])
    assert made.panel is not None
    panel = made.panel
    docks = cast("list[QDockWidget]", made.findChildren(QDockWidget))
    findings = next(each for each in docks if each.isAncestorOf(panel))
    findings.hide()
    for name, tab in TABS.items():
        made.show_tab(tab)
        QTest.qWait(_QUIET_MS)
        yield name, made.grab().toImage(), words(made)
    findings.show()
    _choose_failing(made)
    yield "filings", made.grab().toImage(), words(made)
    for name, key in DIALOGS.items():
        (_, (picture, said)), *_ = dialogs(made, seen, {key})
        yield name, picture, said
    made.show_tab("overview")
    dialog = _import_dialog(made)
    yield "import", dialog.grab().toImage(), words(dialog)
    dialog.reject()
    made.close()


def _import_dialog(made: MainWindow) -> ImportDialog:
    """The preview of an import: the sample once more, of which every row is there already."""
    file.import_file(made, SAMPLE)
    while True:
        QTest.qWait(_QUIET_MS)
        shown = cast("list[ImportDialog]", made.findChildren(ImportDialog))
        found = [each for each in shown if each.isVisible()]
        if found and found[0].take.isVisible() and made.findChild(QProgressDialog) is None:
            QTest.qWait(2 * _QUIET_MS)
            return found[0]


def words(widget: Any) -> str:
    """The words that the program has fixed: titles, buttons, tabs, menus and heads of tables."""
    found = [widget.windowTitle()]
    found += [each.text() for each in widget.findChildren(QAbstractButton) if each.isVisible()]
    for bar in widget.findChildren(QTabBar):
        found += [bar.tabText(place) for place in range(bar.count())] if bar.isVisible() else []
    for menus in widget.findChildren(QMenuBar):
        found += [action.text() for action in menus.actions()]
    for view in widget.findChildren(QTableView):
        model = view.model()
        if view.isVisible() and model is not None:
            across = Qt.Orientation.Horizontal
            found += [str(model.headerData(place, across) or "") for place in range(model.columnCount())]
    return "\n".join(sorted({text.replace("&", "").strip() for text in found} - {""}))


def words_in(path: Path) -> str:
    """The words that were on a picture when it was taken."""
    from PIL import Image

    with Image.open(path) as image:
        return str(image.info.get(_WORDS, ""))


def _reduced(picture: QImage, path: Path, said: str) -> None:
    """Writes a picture with few colours, which is a fourth of the size, and what stands on it."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    shown = picture.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (shown.width(), shown.height()), shown.bytesPerLine()
    image = Image.frombytes("RGB", size, bytes(shown.constBits()), "raw", "RGB", line)
    kept = PngInfo()
    if said:
        kept.add_itxt(_WORDS, said, zip=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    few = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True, pnginfo=kept)


def every_one(folder: Path, out: Path) -> list[str]:
    """Takes all of them; returns what is larger than its screen."""
    path, large = book(folder), []
    for screen in SCREENS:
        for look in (theme.LIGHT, theme.DARK):
            for lang in ("zh", "en"):
                made = window(path, folder, lang, look, screen)
                head = f"{screen[0]}-{look}-{lang}"
                for page in made.pages:
                    made.show_tab(page.name)
                    QTest.qWait(_QUIET_MS)
                    _saved(made.grab().toImage(), out / f"{head}-{page.name}.png")
                for name, (picture, least) in dialogs(made, _picture):
                    _saved(picture, out / f"{head}-{name}.png")
                    if least.width() > screen[0] or least.height() > screen[1] - _FRAME:
                        large.append(f"{head}-{name}: at least {least.width()} × {least.height()}")
                made.close()
    return large


def _picture(dialog: Any) -> tuple[QImage, QSize]:
    """How a dialog looks, and the least size it can have."""
    return dialog.grab().toImage(), dialog.minimumSizeHint().expandedTo(dialog.minimumSize())


def dialogs(made: MainWindow, looked_at: Callable[[Any], T], only: Collection[str] = ()) -> Iterator[tuple[str, T]]:
    """Every dialog that an action opens (`only`: of these), with a row chosen where one is needed, and what is seen."""
    taken: list[T] = []

    def shown(dialog: Any) -> int:
        dialog.show()
        QTest.qWait(_QUIET_MS)
        taken.append(looked_at(dialog))
        dialog.hide()
        dialog.deleteLater()
        return 0

    kept = QDialog.exec, QMessageBox.exec
    QDialog.exec = QMessageBox.exec = shown  # type: ignore[method-assign]
    answers = {name: getattr(ask, name) for name in _ASKED}
    for name in answers:
        setattr(ask, name, _nothing)
    try:
        for action in ACTIONS:
            if action.key in _NOT_SHOWN or (only and action.key not in only):
                continue
            made.show_tab(action.pages[0] if action.pages else "filings")
            if isinstance(made.page, RecordTab) and made.page.table.records.rows:
                made.page.table.grid.selectRow(1)
            before = len(taken)
            if action.enabled(made):
                action.run(made)
                while made.findChild(QProgressDialog) is not None:
                    QTest.qWait(_QUIET_MS)
            for number, each in enumerate(taken[before:]):
                yield f"dialog-{action.key}{f'-{number + 1}' if number else ''}", each
    finally:
        QDialog.exec, QMessageBox.exec = kept  # type: ignore[method-assign]
        for name, answer in answers.items():
            setattr(ask, name, answer)


def _nothing(*_: Any, **__: Any) -> None:
    """Nobody is there to answer."""


def _saved(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise SystemExit(f"{path} cannot be written")


def main(arguments: Sequence[str]) -> int:
    """0 where everything that was taken fits its screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        if given.all is None:
            of_the_readme(Path(scratch))
            print(HELP / "window.png")
            for lang in LANGUAGES:
                folder = Path(scratch) / lang
                folder.mkdir()
                for name, picture, said in of_the_manual(book(folder), folder, lang):
                    path = pictures(lang) / f"{name}.png"
                    _reduced(picture, path, said)
                    print(f"{path}  {picture.width()} × {picture.height()}  {path.stat().st_size // 1024} KB")
            return 0
        large = every_one(Path(scratch), given.all)
    print(f"{len(list(given.all.glob('*.png')))} pictures in {given.all}")
    for line in large:
        print(f"larger than its screen: {line}")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
