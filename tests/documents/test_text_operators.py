"""Text on the page: every character where the line has it, one text object a line, encoded once per file."""

from __future__ import annotations

import io
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.documents.samples import SENTENCE
from zhengzhou_desk.documents import fonts, line_breaking, text_operators
from zhengzhou_desk.documents.geometry import CHARACTER, SIZE, SPACING, WIDTH
from zhengzhou_desk.documents.line_breaking import TextLine

MIXED = "依据《通知》（财库〔2021〕19号），预留份额8,000.00元——低于10%的要求…“832平台”cg.fupin832.com，㛃䶮𠅤\\(1)。"


def new_canvas() -> Any:
    return Canvas(io.BytesIO(), initialFontName=fonts.registered_name(fonts.FANGSONG))


def wanted(line: TextLine, face: str, size: float) -> list[tuple[str, float]]:
    """Where each character of a line belongs, by the words of the page's geometry alone."""
    found = []
    for piece in line.pieces:
        x = piece.x
        for run in fonts.runs(piece.text, face):
            gap = piece.room / 2 if fonts.advance(run.text[0], face) < 900 else piece.room
            place = x
            for character in run.text:
                found.append((character, place))
                place += fonts.own_width(run.font, character) * size / 1000 + gap
            x += sum(fonts.advance(character, face) for character in run.text) * size / 1000 + len(run.text) * gap
    return found


def shown(code: str, characters: dict[tuple[str, int], tuple[str, str]]) -> list[tuple[str, float]]:
    """What a reader makes of a text object: each character with its place; `characters` by font name and byte."""
    words = tokens(code)
    found: list[tuple[str, float]] = []
    x = spacing = size = 0.0
    name = ""
    stack: list[Any] = []
    for word in words:
        if word == "Tm":
            x = float(stack[-2])
        elif word == "Tf":
            name, size = stack[-2], float(stack[-1])
        elif word == "Tc":
            spacing = float(stack[-1])
        elif word in {"Tj", "TJ"}:
            for each in stack:
                if isinstance(each, bytes):
                    for byte in each:
                        font, character = characters[name, byte]
                        found.append((character, x))
                        x += fonts.own_width(font, character) * size / 1000 + spacing
                else:
                    x -= float(each) / 1000 * size
        if word in {"BT", "Tm", "Tf", "Tc", "Tj", "TJ", "ET"}:
            stack = []
        elif word not in {"[", "]"}:
            stack.append(word)
    assert spacing == 0, "what is written next would be spaced too"
    return found


def tokens(code: str) -> list[Any]:
    found: list[Any] = []
    place = 0
    while place < len(code):
        if code[place] == "(":
            data, place = bytearray(), place + 1
            while code[place] != ")":
                if code[place] == "\\":
                    octal = code[place + 1].isdigit()
                    data.append(int(code[place + 1 : place + 4], 8) if octal else ord(code[place + 1]))
                    place += 4 if octal else 2
                else:
                    data.append(ord(code[place]))
                    place += 1
            found.append(bytes(data))
            place += 1
        elif code[place] in "[] ":
            found += [code[place]] if code[place] != " " else []
            place += 1
        else:
            end = next((at for at in range(place, len(code)) if code[at] in " []("), len(code))
            found.append(code[place:end])
            place = end
    return found


def known(canvas: Any) -> dict[tuple[str, int], tuple[str, str]]:
    """By font name and byte: the font and the character that the document gave that place."""
    found = {}
    for font, characters in canvas.encoded.characters.items():
        for character in characters:
            place = fonts.registered(font).state[canvas._doc].assignments[ord(character)]
            name = fonts.registered(font).getSubsetInternalName(place >> 8, canvas._doc)
            found[name, place & 255] = (font, character)
    return found


def drawn(canvas: Any, line: TextLine, face: str, size: float) -> list[tuple[str, float]]:
    begin = len(canvas._code)
    text_operators.write_line(canvas, line, face, size, 0.0, 500.0)
    code = canvas._code[begin:]
    assert len(code) <= 1, "one text object a line"
    return shown(code[0], known(canvas)) if code else []


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from(MIXED), min_size=1, max_size=120), st.sampled_from([SPACING, 0.0, 3.0]),
    st.sampled_from([fonts.FANGSONG, fonts.KAI, fonts.TITLE]),
)  # fmt: skip
def test_every_character_stands_where_its_line_has_it(text: str, spacing: float, face: str) -> None:
    canvas = new_canvas()
    for line in line_breaking.lines(text, face, SIZE, WIDTH, spacing=spacing, indent=2 * CHARACTER):
        for (said, x), (meant, place) in zip(drawn(canvas, line, face, SIZE), wanted(line, face, SIZE), strict=True):
            assert said == meant
            assert math.isclose(x, place, abs_tol=0.005), "points, a five-hundredth of a millimetre"


def test_a_document_with_more_characters_than_a_subset_holds_shows_them_all() -> None:
    canvas = new_canvas()
    many = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 600) if fonts.font_of(chr(code), fonts.FANGSONG))
    for line in line_breaking.lines(many, fonts.FANGSONG, SIZE, WIDTH):
        assert "".join(said for said, _ in drawn(canvas, line, fonts.FANGSONG, SIZE)) == line.text


def test_a_line_that_comes_again_is_not_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = new_canvas()
    first = [
        drawn(canvas, line, fonts.FANGSONG, SIZE) for line in line_breaking.lines(SENTENCE, fonts.FANGSONG, SIZE, WIDTH)
    ]
    monkeypatch.setattr(text_operators, "_operators", lambda *_: pytest.fail("encoded twice"))
    again = [
        drawn(canvas, line, fonts.FANGSONG, SIZE) for line in line_breaking.lines(SENTENCE, fonts.FANGSONG, SIZE, WIDTH)
    ]
    assert first == again


def test_another_document_has_its_own_subsets() -> None:
    one, other = new_canvas(), new_canvas()
    (line,) = line_breaking.lines("财政局", fonts.FANGSONG, SIZE, WIDTH)
    drawn(other, line_breaking.lines("通知", fonts.FANGSONG, SIZE, WIDTH)[0], fonts.FANGSONG, SIZE)
    assert drawn(one, line, fonts.FANGSONG, SIZE) == drawn(other, line, fonts.FANGSONG, SIZE)


def test_an_empty_line_writes_nothing() -> None:
    canvas = new_canvas()
    assert drawn(canvas, line_breaking.lines("", fonts.FANGSONG, SIZE, WIDTH)[0], fonts.FANGSONG, SIZE) == []
