"""Hostile and foreign books under every command and in the window: nothing of theirs is run, nothing is written."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.books import clock, county, written
from tests.faults import jobs, many
from tests.faults.family import Family, Outcome, Tier
from tests.faults.hostile import DONE, VICTIM, made_foreign
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.services.desk import Desk

BOOK, CITY, SOUND, SHEET = "金水.zzd", "市.zzd", "sound.zzd", "a.xlsx"
_OLDER = Path(__file__).parents[1] / "store" / "books"
_YEAR = ("--year", "2024", "--on", "2024-04-01")


# With @ for the foreign book, ^ for its folder; whether the book may be written.
_COMMANDS: dict[str, tuple[tuple[str, ...], bool]] = {
    "check": (("check", "@", *_YEAR), False),
    "check json": (("check", "@", "--json"), False),
    "export": (("export", "@", "--out", "^/e.xlsx"), False),
    "summary": (("summary", "@", *_YEAR, "--out", "^/s.xlsx"), False),
    "notices": (("notices", "@", *_YEAR, "--out", "^/n"), False),
    "issue": (("notices", "@", *_YEAR, "--issue", "--out", "^/n"), True),
    "bulletin": (("bulletin", "@", *_YEAR, "--out", "^/b.pdf"), False),
    "keep": (("bulletin", "@", *_YEAR, "--keep", "--out", "^/b.xlsx"), True),
    "assess": (("assess", "@", *_YEAR, "--out", "^/g.xlsx"), False),
    "assess on paper": (("assess", "@", *_YEAR, "--out", "^/g.pdf"), False),
    "package": (("package", "@", *_YEAR, "--contacts", "--out", "^/o.zdp"), False),
    "accounts": (("accounts", "@", "--out", "^/f.xlsx"), False),
    "mark": (("accounts", "@", "--mark", "--out", "^/f.xlsx"), True),
    "verify": (("verify", "@"), False),
    "accept": (("verify", "@", "--accept"), True),
    "backup": (("backup", "@"), False),
    "restore from": (("restore", f"^/{SOUND}", "@"), False),
    "restore over": (("restore", "@", f"^/{SOUND}"), True),
    "merge": (("merge", f"^/{CITY}", "@"), False),
    "merge into": (("merge", "@", f"^/{SHEET}"), True),
    "import as a sheet": (("import", f"^/{SOUND}", "@"), False),
    "import into": (("import", "@", f"^/{SHEET}"), True),
    "import to see": (("import", "@", f"^/{SHEET}", "--dry-run"), False),
}
WINDOW = "window"


# What a sound book is no file for, or has no need of.
_OF_OTHERS = {"accept", "merge", "merge into", "import as a sheet"}


def _command(words: tuple[str, ...], path: Path) -> many.Answer:
    return many.command(*(word.replace("@", str(path)).replace("^", str(path.parent)) for word in words))


def _put_sound(folder: Path, name: str) -> Path:
    """The sound files in a folder of a command's own."""
    place = folder / name
    place.mkdir()
    for each in (BOOK, SOUND, CITY, SHEET):
        shutil.copy(folder / each, place)
    return place / BOOK


def template(folder: Path) -> dict[str, bytes]:
    """The files beside a foreign book, and sound books to alter."""
    jobs.stop_clocks()
    county(folder)
    shutil.copy(folder / BOOK, folder / SOUND)
    with Desk.new(folder / CITY, region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="王"):
        pass
    written(
        folder / SHEET, 预留填报=[["年度", "单位编码", "年度采购总额", "预留份额"], [2024, "101003", 800_000, 81_000]]
    )
    (folder / VICTIM).write_text("valuable", encoding="utf-8")
    for name, (words, _) in _COMMANDS.items():  # each goes well with a sound book, and is loaded from now on
        answer = _command(words, _put_sound(folder, name))
        assert answer.faults() == [] and (answer.status != 2 or name in _OF_OTHERS), (name, answer)
    return {name: (folder / name).read_bytes() for name in (BOOK, SOUND, CITY, SHEET, VICTIM)}


@dataclass(frozen=True)
class Seen:
    """What stood in the folder: everything that can be read as a file."""

    files: dict[str, bytes]

    @classmethod
    def of(cls, folder: Path) -> Seen:
        return cls({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})

    def faults(self, folder: Path, *, writes: bool) -> list[str]:
        """What was written that may not be, and what was run."""
        faults = []
        now = Seen.of(folder).files
        untouched = {VICTIM, CITY, SHEET} | (set() if writes else {BOOK, SOUND})
        if writes and (folder / BOOK).is_symlink():
            untouched.discard(VICTIM)  # the book by its other name
        for name in sorted(untouched & self.files.keys()):
            if now.get(name) != self.files[name]:
                faults.append(f"{name} was {'removed' if name not in now else 'written'}")
        run = [name for name in now if _is_run(now[name]) and now[name] not in self.files.values()]
        return faults + [f"run: {name}" for name in run]


def _is_run(content: bytes) -> bool:
    return any(DONE.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def _put(sound: dict[str, bytes], folder: Path, chance: random.Random) -> tuple[Path, str]:
    """Puts a foreign book and sound files into a folder; says what is foreign about it."""
    for name, content in sound.items():
        (folder / name).write_bytes(content)
    path = folder / BOOK
    if chance.random() < 0.15:  # made by an older version of the program
        path.write_bytes(chance.choice(sorted(_OLDER.iterdir())).read_bytes())
    return path, made_foreign(path, chance)


def _used(sound: dict[str, bytes], tier: Tier, number: int, how: str) -> list[str]:
    """Makes the book and has it used by a command or in the window."""
    folder = tier.place()
    try:
        path, what = _put(sound, folder, tier.chance(number))
        return [f"{what}: {fault}" for fault in _looked_at(path, how)]
    finally:
        shutil.rmtree(folder)


def _looked_at(path: Path, how: str) -> list[str]:
    seen = Seen.of(path.parent)
    if how == WINDOW:
        return _shown(path) + seen.faults(path.parent, writes=True)
    words, writes = _COMMANDS[how]
    answer = _command(words, path)
    writes = writes or (how == "restore from" and answer.status == 0)
    return answer.faults() + seen.faults(path.parent, writes=writes)


def _shown(path: Path) -> list[str]:
    """Opens the book in a window, and looks at every page of it."""
    from PySide6.QtWidgets import QApplication

    faults: list[str] = []
    window = MainWindow(Start(Settings(path.with_name("settings.json")), "zh", clock, "王"))
    sys.excepthook = lambda sort, error, trace: faults.append(f"in the window: {many.short_of(error)}")
    threading.excepthook = lambda given: faults.append(f"on a thread: {many.short_of(given.exc_value)}")
    try:
        window.show()
        window.open_book(path)
        if window.has_book:
            for number in range(window.tabs.count()):
                window.tabs.setCurrentIndex(number)
                QApplication.processEvents()
        for thread in threading.enumerate():
            if thread.name in ("backup", "job"):
                thread.join()
        QApplication.processEvents()
    finally:
        window.close()
        QApplication.processEvents()
        window.deleteLater()
    return faults


def _nobody(*given: object, **more: object) -> None:
    raise AssertionError(f"an unexpected question: {given[1:]}")


def _with_screen() -> None:
    """What the window needs, made in the process that shows it."""
    from PySide6.QtCore import qInstallMessageHandler

    from zhengzhou_desk import app
    from zhengzhou_desk.gui.widgets import theme

    qInstallMessageHandler(lambda sort, context, text: None)
    theme.apply_theme(app.application([]), theme.LIGHT)
    for name in ("yes", "text", "number", "choice", "open_file", "open_files", "save_file", "folder", "tell"):
        setattr(ask, name, _nobody)


def _trusted(sound: dict[str, bytes], tier: Tier, number: int) -> list[str]:
    """The control: a program that opens whatever it is given, reads everything and writes a little."""
    folder = tier.place()
    try:
        path, _ = _put(sound, folder, tier.chance(number))
        seen = Seen.of(folder)
        if path.is_file() and not path.is_symlink():
            _trusting(path)
        return seen.faults(folder, writes=True)
    finally:
        shutil.rmtree(folder)


def _trusting(path: Path) -> None:
    steps = 0

    def tired() -> bool:
        nonlocal steps
        steps += 1
        return steps > 200

    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        connection.set_progress_handler(tired, 10_000)
        for statement in (
            "UPDATE filing SET reserve = 1", "UPDATE setting SET note = 'a'", "INSERT INTO book_year(year) VALUES (2025)",
            "UPDATE unit SET note = 'a'", "UPDATE anchor SET number = number", "SELECT * FROM unit",
        ):  # fmt: skip
            with suppress(sqlite3.Error):
                connection.execute(statement).fetchall()


def run(tier: Tier) -> Outcome:
    """Every foreign book that the seed brings, under every command and in the window."""
    many.need_forks()
    outcome = Outcome()
    tempfile.tempdir = str(tier.folder)  # what a try that is ended leaves there goes with the rest
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sound = template(tier.place())
    commands: list[many.Case] = []
    windows: list[many.Case] = []
    for number in tier.numbers():
        how = WINDOW if number % 8 == 0 else list(_COMMANDS)[number % len(_COMMANDS)]
        (windows if how == WINDOW else commands).append((f"{number} {how}", partial(_used, sound, tier, number, how)))
    for cases, prepare in ((commands, lambda: None), (windows, _with_screen)):
        for name, faults in many.each(cases, prepare):
            outcome.add(name, faults)
    for _, faults in many.each(
        [(str(number), partial(_trusted, sound, tier, number)) for number in tier.numbers()[::3]]
    ):
        outcome.control(faults)
    return outcome


FAMILY = Family(
    name="foreign_books",
    tries_what="hostile and foreign books: triggers, views, virtual tables, odd types and texts, other formats, what is no"
    " file; under every command and in the window",
    failed_when="a traceback, held longer than 10 s, more than 1 GB, something run, something written",
    control="a program that opens the same books without looking",
    quick=300,
    deep=3_000,
    run=run,
    numbered=True,
)
