"""Lines by GB/T 15834: which marks begin no line and which end none, each spelled out here by itself."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from zhengzhou_desk.documents import fonts, line_breaking
from zhengzhou_desk.documents.geometry import CHARACTER, SIZE, SPACING, WIDTH
from zhengzhou_desk.documents.line_breaking import NOT_FIRST, NOT_LAST

# GB/T 15834—2011, 5.1.3 to 5.1.8: stops, closing quotes, brackets and book marks, the middle dot begin no line;
# opening quotes, brackets and book marks end none.
BEGIN_NONE = "。，、；：？！）〕】》〉”’·％‰,.;:?!)]"
END_NONE = "（〔【《〈“‘（(["
TEN_CHARACTERS = 10 * CHARACTER - SPACING


def broken(text: str) -> list[str]:
    lines = [line.text for line in line_breaking.lines(text, fonts.FANGSONG, SIZE, TEN_CHARACTERS, spacing=SPACING)]
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


MARKS = "，。、；：？！）》”（《“"
WORDS = [
    "预留份额",
    "食堂",
    "采购",
    "2026年",
    "10,049.20元",
    "99.9999%",
    "cg.fupin832.com",
    "——",
    "……",
    "“832平台”",
    "（见附件）",
    "《通知》",
    "㛃",
    "𠅤",
]


def paragraphs(count: int) -> list[str]:
    chance = random.Random(15834)
    return [
        "".join(
            chance.choice(WORDS) if chance.random() < 0.7 else chance.choice(MARKS)
            for _ in range(chance.randint(5, 60))
        )
        for _ in range(count)
    ]


def test_no_line_of_two_thousand_paragraphs_breaks_the_prohibitions() -> None:
    wrong = torn = 0
    for text in paragraphs(2_000):
        lines = line_breaking.lines(text, fonts.FANGSONG, SIZE, WIDTH, spacing=SPACING, indent=2 * CHARACTER)
        assert "".join(line.text for line in lines) == text
        for line, following in zip(lines, lines[1:], strict=False):
            first, last = following.text[0], line.text[-1]
            # A run of marks longer than a line can be is nobody's typesetting.
            run = len(line.text) - len(line.text.rstrip("".join(NOT_FIRST)))
            wrong += (first in NOT_FIRST and run < 4) or last in NOT_LAST
            torn += last in "—…" and first == last
            torn += last.isdigit() and first.isdigit()
            assert max((piece.x for piece in line.pieces), default=0) < WIDTH
    assert wrong <= 2
    assert torn == 0


@pytest.mark.parametrize(
    "text",
    ["", "1", "10,049.20元", "（", "。。。。。", "cg.fupin832.com", "——", "1234567890123456789012345678901234567890"],
)
@pytest.mark.parametrize("width", [3, 14, 40, 100])
def test_any_text_is_broken_into_any_width(text: str, width: float) -> None:
    assert "".join(line.text for line in line_breaking.lines(text, fonts.FANGSONG, 12, width)) == text


def test_titles_break_into_lines_alike_and_never_inside_a_word(tmp_path: Path) -> None:
    title = "郑州市金水区财政局关于督促重新填报2026年政府采购脱贫地区农副产品预留份额的通知"
    lines = line_breaking.balanced(title, fonts.TITLE, 22, WIDTH)
    assert "".join(lines) == title
    assert len(lines) == 2
    assert not any(line.startswith(("年", "份额", "产品")) for line in lines)
    assert line_breaking.balanced("上\n下", fonts.TITLE, 22, WIDTH) == ["上", "下"]


def test_of_many_different_paragraphs_only_the_last_are_kept() -> None:
    for number in range(line_breaking._PARAGRAPHS + 50):
        line_breaking.lines(f"第{number}号", fonts.FANGSONG, SIZE, WIDTH)
    assert line_breaking._lines.cache_info().currsize == line_breaking._PARAGRAPHS  # type: ignore[attr-defined]
