"""The clipboard's language: every row that was copied arrives, blank ones too."""

from __future__ import annotations

import pytest

from zhengzhou_desk.gui.widgets import clipboard


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [[""]]), ("a", [["a"]]), ("a\n", [["a"]]), ("a\r\n", [["a"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]), ("a\t\t\n\tb\t\n", [["a", "", ""], ["", "b", ""]]),
    ],
)  # fmt: skip
def test_a_line_end_at_the_end_is_no_row_and_every_other_is(text: str, rows: list[list[str]]) -> None:
    assert clipboard.read(text) == rows
