"""Colours: text can be read on everything it stands on."""

from __future__ import annotations

import pytest

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
