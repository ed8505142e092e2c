"""Icons: sharp in every size and on every screen, in the colour of the look, faint where nothing can be done."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from zhengzhou_desk.gui.widgets import icons, theme


def darkest(picture: QPixmap) -> QColor:
    """The colour of its most solid point."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(points, key=lambda point: point.alpha())


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_on_a_dense_screen_it_has_the_points_of_the_screen(qapp: Any, ratio: float) -> None:
    picture = icons.icon("warning").pixmap(QSize(20, 20), ratio)
    assert picture.size() == QSize(round(20 * ratio), round(20 * ratio))


def test_it_has_the_colour_of_text_the_given_one_and_is_faint_where_nothing_can_be_done(qapp: Any) -> None:
    size = QSize(24, 24)
    assert darkest(icons.icon("book").pixmap(size)).name() == theme.colours().text
    given = icons.icon("book", "#b3261e")
    assert darkest(given.pixmap(size)).name() == "#b3261e"
    assert darkest(given.pixmap(size, QIcon.Mode.Selected)).name() == "#b3261e", "on a selected row too"
    assert darkest(given.pixmap(size, QIcon.Mode.Disabled)).name() == theme.colours().handle


def test_in_a_wide_place_it_stays_square_and_in_the_middle(qapp: Any) -> None:
    image = icons.icon("close").pixmap(QSize(60, 20)).toImage()
    drawn = [x for x in range(60) if any(image.pixelColor(x, y).alpha() for y in range(20))]
    assert drawn[0] >= 20 and drawn[-1] < 40


def test_a_name_without_a_drawing_is_found_at_once(qapp: Any) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("there is none")
