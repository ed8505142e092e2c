"""A settings file of another version, or gone wrong: each field falls back by itself and the window starts."""

from __future__ import annotations

import base64
import json
import struct
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.books import clock
from tests.gui.conftest import county
from zhengzhou_desk.common.messages import LANGUAGES
from zhengzhou_desk.common.settings import RECENT, Settings
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.appearance import use_fonts
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import auto_backup, translator
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.window_api import Start

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FIELDS = (
    RECENT, preferences.LANGUAGE, preferences.LOOK, preferences.SIZE, preferences.PANEL, "geometry", "state", auto_backup.ELSEWHERE, auto_backup.FAILED,
    "columns.unit", "hidden.unit", "filters.unit", "columns.filing", "hidden.filing", "filters.filing", "font.fangsong", "font.title",
)  # fmt: skip
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["\ud800", "\0", "x" * 5000, "fr", "zh"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["order", "widths", "code", "name", "quick", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def written(path: Path, values: object) -> Settings:
    path.write_bytes(json.dumps(values).encode("ascii"))
    return Settings(path)


def start(found: Settings, book: Path, app: QApplication, qtbot: QtBot) -> None:
    """What the program does with its settings, from its start to its end."""
    lang = preferences.language(found, "zh")
    translator.install(app, lang)
    theme.apply_theme(app, found.get(preferences.LOOK, theme.SYSTEM), found.get(preferences.SIZE, "medium"))
    window = MainWindow(Start(found, lang, clock, "王"))
    qtbot.addWidget(window)
    use_fonts(window)
    window.show()
    found.recent()
    window.open_book(book)
    for tab in ("units", "filings"):
        window.show_tab(tab)
    for dialog in (SettingsDialog(window), BackupDialog(window)):
        qtbot.addWidget(dialog)
    auto_backup.copies(book, found)
    window.appearance.keep_place()
    assert window.has_book
    window.close()


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Any:
    """No copies are made unasked here; the words and the look are put back."""
    monkeypatch.setattr(auto_backup, "is_due", lambda *_: False)
    yield
    translator.install(qapp, "zh")
    theme.apply_theme(qapp, theme.LIGHT)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return county(tmp_path)


ODDS: tuple[object, ...] = (5, "fr", "\ud800", True, None, {"a": 5}, [1, None, "\ud800", "x" * 5000, []])
SETS: tuple[dict[str, object], ...] = (
    *(dict.fromkeys(FIELDS, odd) for odd in ODDS),
    {
        "columns.unit": {"order": 5, "widths": {"code": 10**30, "name": -1}},
        "filters.unit": {"a": 5},
        "hidden.unit": {"code": 1},
    },
    {
        "columns.unit": {"order": ["code", ["name"], None], "widths": ["code"]},
        "filters.unit": {"a": {"conditions": 5, "severities": 5}},
    },
)


@pytest.mark.parametrize("values", SETS, ids=range(len(SETS)))
def test_the_window_starts_with_any_value_in_any_field(
    values: dict[str, object], book: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    start(written(book.parent / "settings.json", values), book, qapp, qtbot)


@given(values=st.dictionaries(st.sampled_from(FIELDS), ODD))
def test_any_value_falls_back_by_itself(values: dict[str, object], tmp_path: Path) -> None:
    found = written(tmp_path / "settings.json", values)
    assert preferences.language(found, "zh") in LANGUAGES
    for name in FIELDS:
        for default in ("", False, 0, 0.0):
            kept = found.get(name, default)
            assert type(kept) is type(default)
            assert kept == default or kept == values[name]
        assert all(text.encode() is not None for text in found.texts(name))
    found.recent()
    # What is kept from then on can be read again, beside what was odd.
    found.opened(tmp_path / "settings.json")
    assert Settings(tmp_path / "settings.json").recent()[0] == (tmp_path / "settings.json").resolve()


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"5", b"null", b"{", b"\xff\xfe", b"[" * 100_000, b"9" * 10_000, b'{"recent": NaN}']
)
def test_any_content(content: bytes, book: Path, qapp: QApplication, qtbot: QtBot) -> None:
    path = book.parent / "settings.json"
    path.write_bytes(content)
    start(Settings(path), book, qapp, qtbot)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    found = Settings(tmp_path)
    found.put("look", "dark")
    assert found.get("look", "") == "dark"


@pytest.mark.parametrize(
    "place",
    [
        (-30_000, -30_000, -29_000, -29_400),
        (0, 0, 0, 0),
        (100_000, 100_000, 100_800, 100_600),
        (0, 0, 2**31 - 1, 2**31 - 1),
        (500, 500, 100, 100),
    ],
)
def test_odd_geometry_leaves_a_window_that_can_be_seen(
    place: tuple[int, int, int, int], book: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    # As QWidget.saveGeometry writes it: magic, version, frame, normal geometry, screen, states, screen width, geometry.
    state = struct.pack(">IHH4i4iiBBi4i", 0x1D9D0CB, 3, 0, *place, *place, 0, 0, 0, 1920, *place)
    found = written(
        book.parent / "settings.json", {"geometry": base64.b64encode(state).decode("ascii"), "state": "AAAA"}
    )
    window = MainWindow(Start(found, "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    assert window.width() >= 400
    assert window.height() >= 300
    assert any(screen.availableGeometry().intersects(window.geometry()) for screen in qapp.screens())


def test_right_values_are_kept(tmp_path: Path) -> None:
    found = written(
        tmp_path / "s.json",
        {
            "look": "dark",
            "panel": False,
            "hidden.unit": ["code", 5],
            "size": 3,
            "recent": [str(tmp_path / "s.json"), 5, None],
        },
    )
    assert (found.get("look", "light"), found.get("panel", True), found.get("size", "medium")) == (
        "dark",
        False,
        "medium",
    )
    assert found.texts("hidden.unit") == ["code"]
    assert found.recent() == [tmp_path / "s.json"]
