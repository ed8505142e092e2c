"""The window's start: the book that is given, else the last one; its language; where a crash below Python leaves its trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import HOME, book
from zhengzhou_desk import app
from zhengzhou_desk.common.settings import Settings

# The program as it starts, whose window is closed once it has been seen.
STARTED = """
import datetime
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from zhengzhou_desk import app
class Closing(app.MainWindow):
    def show(self):
        super().show()
        QTimer.singleShot(300, self.seen)
    def seen(self):
        sys.stdout.buffer.write(f"{self.has_book}|{self.windowTitle()}|{self.menuBar().actions()[0].text()}".encode())
        if "--loaded" in sys.argv:
            sys.stdout.buffer.write(("|" + " ".join(sys.modules)).encode())
        self.close()
app.MainWindow = Closing
on = datetime.date.fromisoformat(sys.argv[2]) if sys.argv[2:] else None
sys.exit(app.run(Path(sys.argv[1]) if sys.argv[1:] else None, "zh", on))
"""


# What a window on a book needs only when something is asked of it: each was a part of what made the start long.
NOT_TO_START = (
    "zhengzhou_desk.exchange", "zhengzhou_desk.documents.pdf", "zhengzhou_desk.documents.page", "zhengzhou_desk.services.imports",
    "zhengzhou_desk.gui.table.grid", "zhengzhou_desk.gui.dialogs", "zhengzhou_desk.store.salvage", "openpyxl", "reportlab",
    "pypinyin", "docx", "lxml", "cryptography", "urllib.request", "sqlite_utils",
)  # fmt: skip


def started(home: Path, *arguments: Path | str) -> list[str]:
    """What the window says of itself: whether it has a book, its title, its first menu."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("XDG_") and name != "QT_IM_MODULE"
    }
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *map(str, arguments)],
        cwd=HOME, env={**environment, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8").split("|")


def settings(home: Path) -> Settings:
    return Settings(home / ".config" / "zhengzhou-desk" / "settings.json")


def test_a_book_is_judged_as_of_the_day_that_is_given_and_the_title_says_so(tmp_path: Path) -> None:
    """The demo's window shows the figures that the demo has printed."""
    assert "数据截至 2024-03-22" in started(tmp_path, book(tmp_path / "册"), "2024-03-22")[1]


@pytest.mark.skipif(sys.platform != "linux", reason="where the home's folders are is Linux's own")
def test_the_window_opens_the_book_that_is_given_and_next_time_the_last_one(tmp_path: Path) -> None:
    assert started(tmp_path)[0] == "False", "nothing was ever opened"
    path = book(tmp_path / "册")
    given = started(tmp_path, path)
    assert given[0] == "True" and given[2].startswith("文件")
    assert path.name in given[1] or path.stem in given[1]
    settings(tmp_path).put("language", "en")
    again = started(tmp_path)
    assert again[0] == "True" and "File" in again[2]
    assert (tmp_path / ".local" / "state" / "zhengzhou-desk" / "log" / "native.log").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="where the home's folders are is Linux's own")
def test_a_home_that_takes_no_log_and_no_settings_keeps_nobody_from_working(tmp_path: Path) -> None:
    path = book(tmp_path / "册")
    for name in (".config", ".local", ".cache"):
        (tmp_path / name).touch()
    assert started(tmp_path, path)[0] == "True"


def test_a_last_book_that_has_gone_is_said_in_the_window(tmp_path: Path) -> None:
    settings(tmp_path).put("recent", [str(tmp_path / "没有了.zzd")])
    assert started(tmp_path)[0] == "False"


def test_the_clock_is_the_one_on_the_wall() -> None:
    assert app.now().tzinfo is None


def test_what_the_first_screen_does_not_show_is_not_loaded_for_it(tmp_path: Path) -> None:
    loaded = started(tmp_path, book(tmp_path / "册"), "2024-03-22", "--loaded")[-1].split()
    assert "zhengzhou_desk.gui.pages.overview" in loaded, "the window was there"
    assert not [
        name for name in loaded for not_yet in NOT_TO_START if name == not_yet or name.startswith(not_yet + ".")
    ]


WITHOUT_FONTS = """
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication
from zhengzhou_desk import app
from zhengzhou_desk.gui.system import shown_with
bare = QApplication([])
print(shown_with.is_font(QRawFont.fromFont(bare.font())), repr(shown_with.drawn_by("郑", bare.font())))
print(app.application([]).font().families()[0], shown_with.drawn_by("郑", bare.font()), app.shows_chinese())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a test take all fonts away")
def test_on_a_system_without_any_font_the_program_s_own_is_taken(tmp_path: Path) -> None:
    """Qt's stand-in says yes to every character; asked for its name it ended the program."""
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")
    told = dict(os.environ) | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QPA_FONTDIR": str(tmp_path),
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT_FONTS], cwd=HOME, env=told, capture_output=True, timeout=60, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert done.stdout.decode().split("\n")[:2] == ["False ''", "Noto Sans SC Noto Sans SC True"]
