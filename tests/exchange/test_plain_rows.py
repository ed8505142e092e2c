"""Rows that are told at one look: the same is found in them as the parser finds, and what is none is left to it."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from tests.exchange.made import sheet_xml
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import markup
from zhengzhou_desk.exchange.limits import LARGEST_UNPACKED, MOST_ROWS
from zhengzhou_desk.exchange.markup import SheetMarks, WorksheetPart
from zhengzhou_desk.exchange.plain_rows import PlainRows
from zhengzhou_desk.exchange.sheet import letters

TELLING = {"1": "0%", "12": "0!.0,"}
# What stands in a cell, after its place: plain for the most part, and every oddity that matters.
CELLS = (
    "><v>1</v></c>", ' s="3"><v>2.5E-7</v></c>', ' s="1"><v>-3</v></c>', ' s="12" t="n"><v>4</v></c>', ' s="1"/>', "/>",
    ' t="s"><v>7</v></c>', ' s="1" t="s"><v>7</v></c>', ' t="b"><v>1</v></c>', "><f>A1+1</f><v>3</v></c>",
    ' t="inlineStr"><is><t>甲&amp;乙</t></is></c>', ' t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>',
    ' t="str"><f>A1&amp;"x"</f><v>甲</v></c>', ' t="str"><v></v></c>', '><f t="shared" si="0"/><v>5</v></c>',
    # From here on no plain ones.
    "><f>1</f></c>", "><f>1</f><v></v></c>", '><f t="array" ref="A1:B9">1</f><v>1</v></c>', ' t="e"><v>#REF!</v></c>', ' t="e"><v>7</v></c>',
    '><f t="shared" si="0"/></c>', "><v> 8 </v></c>", ' cm="1"><v>1</v></c>', "></c>", ' t="str"><f>1</f></c>',
    ' t="inlineStr"><is><r><t>甲</t></r></is></c>', "><v/></c>", ' s = "1"><v>9</v></c>',
)  # fmt: skip
PLAIN = 15
ROWS = ("", ' spans="1:9"', ' spans="1:9" ht="15.5" customHeight="1"', ' hidden="1"', ' hidden="0"', ' s="1" customFormat="1"')  # fmt: skip


def marks_of(content: bytes, piece: int = 2**18) -> SheetMarks | str:
    part = WorksheetPart(Path("a.xlsx"), TELLING)
    try:
        markup._PIECE, before = piece, markup._PIECE
        try:
            part.read(io.BytesIO(content), LARGEST_UNPACKED)
        finally:
            markup._PIECE = before
    except Refused as refused:
        return refused.text()
    return part.marks


def parsed_marks_of(content: bytes, monkeypatch: pytest.MonkeyPatch) -> SheetMarks | str:
    with monkeypatch.context() as patched:
        patched.setattr(WorksheetPart, "_matcher", lambda _: None)
        return marks_of(content)


def rows_by_chance(chance: random.Random) -> str:
    odd = chance.choice((0, 0.02, 0.3))
    rows, number = "", 0
    for _ in range(chance.choice((1, 5, 60))):
        number += chance.choice((1, 1, 1, 3))
        columns = range(chance.choice((4, 4, 4, 2, 0, 28)))
        cells = ""
        for column in columns:
            if chance.random() < 0.8:
                kind = chance.randrange(PLAIN, len(CELLS)) if chance.random() < odd else chance.randrange(PLAIN)
                place = f"{letters(column)}{number if chance.random() > odd / 10 else number + 1}"
                cells += f'<c r="{place}"{CELLS[kind]}'
        rows += f'<row r="{number}"{chance.choice(ROWS)}>{cells}</row>'
        if chance.random() < odd / 10:
            rows += chance.choice(("<!-- 1 -->", "\n", "<row/>", f'<row r="{MOST_ROWS + 2}"><c r="A{MOST_ROWS + 2}"><v>1</v></c></row>'))  # fmt: skip
    return rows


@pytest.mark.parametrize("seed", range(300))
def test_the_same_is_found_as_by_the_parser(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    content = sheet_xml(rows_by_chance(chance)).encode()
    expected = parsed_marks_of(content, monkeypatch)
    assert marks_of(content) == expected
    assert marks_of(content, chance.choice((1, 7, 100, 1_000))) == expected


def test_plain_rows_are_not_left_to_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    to_row = WorksheetPart._row

    def parsed_row(part: WorksheetPart, given: list[str]) -> None:
        begun.append(given[1])
        to_row(part, given)

    monkeypatch.setattr(WorksheetPart, "_row", parsed_row)
    rows = "".join(f'<row r="{n}" spans="1:2"><c r="A{n}"><v>1</v></c><c r="B{n}" t="s"><v>1</v></c></row>' for n in range(1, 90))  # fmt: skip
    marks = marks_of(sheet_xml(rows).encode())
    assert isinstance(marks, SheetMarks)
    assert marks.cells == 2 * 89
    assert len(begun) < 5


@pytest.mark.parametrize(
    "broken",
    [
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>\xff</t></is></c></row>',
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>\xef\xbf\xbf</t></is></c></row>',
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>\x01</t></is></c></row>',
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>&eacute;</t></is></c></row>',
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>]]></t></is></c></row>',
        b'<row r="9" spans="1:2" spans="1:2"><c r="A9"><v>1</v></c></row>',
        b'<row r="9" spans="&x;"><c r="A9"><v>1</v></c></row>',
        b'<row r="9"><c r="A9"><v>1</v></row>',
        b'<row r="9"><c r="A9"><v>1</v></c>',
    ],
)
def test_what_is_not_well_formed_is_refused_as_before(broken: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 9)).encode()
    content = sheet_xml("@").encode().replace(b"@", plain + broken + plain)
    assert isinstance(marks_of(content), str)
    assert marks_of(content) == parsed_marks_of(content, monkeypatch)


def test_rows_in_a_comment_begin_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    row = '<row r="{n}"><c r="A{n}"><v>1</v></c></row>'
    hidden = "<!-- <sheetData>" + "".join(row.format(n=n) for n in range(1, 9)) + "</sheetData> -->"
    content = sheet_xml(row.format(n=1)).replace("<sheetData>", hidden + "<sheetData>").encode()
    marks = marks_of(content)
    assert isinstance(marks, SheetMarks)
    assert marks.cells == 1


def test_attributes_of_a_row_that_say_nothing_of_its_cells() -> None:
    plain = PlainRows(["A"], [])
    assert plain.is_harmless(b' spans="1:2" ht="15" x14ac:dyDescent="0.2"')
    assert not plain.is_harmless(b' spans="1:2" hidden="1"')
    assert not plain.is_harmless(b' ht="1" ht="2"')
