"""Lines by GB/T 15834: which marks begin no line and which end none, each spelled out here by itself."""

from __future__ import annotations

import pytest

from zhengzhou_desk.documents import fonts, line_breaking
from zhengzhou_desk.documents.geometry import CHARACTER, SIZE, SPACING

# GB/T 15834—2011, 5.1.3 to 5.1.8: stops, closing quotes, brackets and book marks, the middle dot begin no line;
# opening quotes, brackets and book marks end none.
BEGIN_NONE = "。，、；：？！）〕】》〉”’·％‰,.;:?!)]"
END_NONE = "（〔【《〈“‘（(["
WIDTH = 10 * CHARACTER - SPACING


def broken(text: str) -> list[str]:
    lines = [line.text for line in line_breaking.lines(text, fonts.FANGSONG, SIZE, WIDTH, spacing=SPACING)]
    assert "".join(lines) == text
    return lines


def test_ten_characters_make_a_line_here() -> None:
    assert broken("预" * 25) == ["预" * 10, "预" * 10, "预" * 5]


@pytest.mark.parametrize("mark", BEGIN_NONE)
@pytest.mark.parametrize("before", range(8, 13))
def test_no_line_begins_with_a_closing_mark(mark: str, before: int) -> None:
    lines = broken("预" * before + mark + "留" * 12)
    assert all(line[0] not in BEGIN_NONE for line in lines), lines


@pytest.mark.parametrize("mark", END_NONE)
@pytest.mark.parametrize("before", range(7, 12))
def test_no_line_ends_with_an_opening_mark(mark: str, before: int) -> None:
    lines = broken("预" * before + mark + "留" * 12)
    assert all(line[-1] not in END_NONE for line in lines), lines


@pytest.mark.parametrize("marks", ["》。", "”。", "）；", "》（", "”“"])
@pytest.mark.parametrize("before", range(7, 13))
def test_marks_in_a_row_keep_both_rules(marks: str, before: int) -> None:
    lines = broken("预" * before + marks + "留" * 12)
    assert all(line[0] not in BEGIN_NONE and line[-1] not in END_NONE for line in lines), lines


def test_the_mark_at_the_end_of_a_line_gives_way_before_any_within() -> None:
    text = "预留，份额采购食堂平。再来一行"
    first, _ = line_breaking.lines(text, fonts.FANGSONG, SIZE, 10.5 * SIZE)
    assert first.text == "预留，份额采购食堂平。"
    places = [piece.x / SIZE for piece in first.pieces]
    assert places == pytest.approx(list(range(11)), abs=0.01)
    assert first.width == pytest.approx(10.5 * SIZE, abs=0.01)
