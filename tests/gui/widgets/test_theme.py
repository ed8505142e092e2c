"""Colours and type: text can be read on everything it stands on, and is everywhere of the size that was set."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.widgets import theme


def brightness(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_everything_it_stands_on(dark: bool) -> None:
    look = theme.colours(dark=dark)
    for back in (look.window, look.base, look.other, look.chosen, look.closed, look.error_back, look.warning_back):
        assert contrast(look.text, back) >= 7, back
    for back in (look.window, look.base, look.other):
        for front in (look.quiet, look.error, look.warning, look.info, look.unknown, look.accent):
            assert contrast(front, back) >= 4.4, (front, back)
    assert contrast(look.on_accent, look.accent) >= 4.5


def test_tables_and_menus_have_the_size_that_was_set_whatever_the_system_gives_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows has fonts of its own for them, which Qt takes while the look is changed."""
    palette, before = theme._palette, QFont(qapp.font())
    sorts = ("QAbstractItemView", "QMenu", "QTipLabel")
    application: Any = qapp  # its stubs would have bytes, which it does not take

    def changed(look: theme.Colours) -> QPalette:
        for sort in sorts:
            application.setFont(QFont(before.family(), 5), sort)
        return palette(look)

    monkeypatch.setattr(theme, "_palette", changed)
    try:
        theme.apply_theme(qapp, theme.LIGHT, "large")
        assert [application.font(sort).pointSizeF() for sort in ("QWidget", *sorts)] == [theme.SIZES["large"]] * 4
    finally:
        monkeypatch.undo()
        qapp.setStyleSheet("")
        qapp.setFont(before)
