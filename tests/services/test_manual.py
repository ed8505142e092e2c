"""The manual holds what the program does: commands, shortcuts, rules, refusals, pictures; and is one whole PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests import manual_parts
from zhengzhou_desk.cli.parser import COMMANDS
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES
from zhengzhou_desk.common.paths import HELP
from zhengzhou_desk.documents import fonts, manual_text, styled_lines
from zhengzhou_desk.documents.manual_text import BOLD, CODE, ITEM, LINK, PARAGRAPH, PICTURE, PLAIN, TABLE, Run
from zhengzhou_desk.policy.rule import RULES
from zhengzhou_desk.services import manual

if TYPE_CHECKING:
    from pathlib import Path

_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"\]\(#([^)]+)\)")


def whole(lang: str) -> str:
    return "\n".join(text for _, text in manual.chapters(lang))


def test_the_chapters_made_of_the_program_are_what_it_says_now() -> None:
    for name, text in manual_parts.parts():
        assert (HELP / name).read_text(encoding="utf-8") == text, f"{name}: run python -m tests.manual_parts"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_and_every_rule_stands_in_the_manual(lang: str) -> None:
    text = whole(lang)
    for command in COMMANDS:
        assert f"`{command}`" in text, command
    for declared in RULES:
        assert f"`{declared.id}`" in text, declared.id


def test_every_refusal_of_the_program_is_listed() -> None:
    found = [sentence for sentences in manual_parts.refusals().values() for sentence in sentences]
    assert len(found) > 300
    for sentence in ("这一行已被删除", "{path} 已经存在，不会被覆盖。请换一个名字", "账册已经采用了这个政策包"):
        assert sentence in found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_is_there_and_every_link_leads_somewhere(lang: str) -> None:
    text = whole(lang)
    named = [name for _, name in _PICTURE.findall(text)]
    kept = {path.name for path in manual.pictures(lang).glob("*.png")}
    assert set(named) == kept and len(named) == len(kept) >= 8
    heads = {line.lstrip("#").strip() for line in text.splitlines() if line.startswith("#")}
    assert set(_LINK.findall(text)) <= heads


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in HELP.rglob("*.png")) < 1_500_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_has_contents_bookmarks_links_and_pictures(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "m.pdf"
    assert run(["manual", "--lang", lang, "--out", str(path)]) == 0
    assert str(path) in capsys.readouterr().out
    document = pypdfium2.PdfDocument(path)
    titles = [mark.get_title() for mark in document.get_toc()]
    chapters = [title for title, _ in manual.chapters(lang)]
    assert [mark.get_title() for mark in document.get_toc() if mark.level == 0][1:] == chapters
    assert len(set(titles)) == len(titles), "a link finds the one heading"
    texts = [page.get_textpage().get_text_range() for page in document]
    for mark in document.get_toc():
        place = mark.get_dest().get_index()
        assert _bare(mark.get_title()) in _bare(texts[place]), mark.get_title()
    # The contents name the page on which a chapter begins.
    last = next(mark for mark in document.get_toc() if mark.get_title() == chapters[-1])
    number = last.get_dest().get_index() + 1
    assert re.search(rf"{re.escape(_bare(chapters[-1]))}{number}", _bare("".join(texts[1:5])))
    raw = path.read_bytes()
    assert raw.count(b"/Subtype /Link") > len(titles)
    assert raw.count(b"/Subtype /Image") >= len(list(manual.pictures(lang).glob("*.png")))
    assert b"/FontFile2" in raw
    assert manual.as_pdf(lang) == raw, "made again it is the same"


def _bare(text: str) -> str:
    return re.sub(r"[\s.·]+", "", text)


def test_markdown_is_read_as_blocks() -> None:
    text = (
        "## 章\n\n一段**粗**`码`和[别处](#章)\n接着\n\n- 甲\n  还是甲\n  - 乙\n1. 丙\n\n"
        "![图](a.png)\n\n| 一 | 二 |\n| --- | --- |\n| 三 | 四 |\n"
    )
    found = manual_text.blocks(text, joined="")
    assert [each.kind for each in found] == ["heading", PARAGRAPH, ITEM, ITEM, ITEM, PICTURE, TABLE]
    assert [run.style for run in found[1].runs] == [PLAIN, BOLD, CODE, PLAIN, LINK, PLAIN]
    assert found[1].runs[-1].text == "接着" and found[1].runs[4].target == "章"
    assert [(each.text, each.level, each.mark) for each in found[2:5]] == [
        ("甲还是甲", 0, "•"),
        ("乙", 1, "•"),
        ("丙", 0, "1."),
    ]
    assert found[5].picture == "a.png" and [len(row) for row in found[6].rows] == [2, 2]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_its_room_and_no_mark_begins_one(lang: str) -> None:
    faces = {PLAIN: fonts.FANGSONG, BOLD: fonts.TITLE, CODE: fonts.KAI, LINK: fonts.FANGSONG}
    for block in manual_text.blocks(whole(lang), joined="" if lang == CHINESE else " "):
        for width in (120.0, 458.0):
            lines = styled_lines.lines(block.runs, faces, 10.5, width)
            assert "".join(run.text for line in lines for run in line).replace(" ", "") == block.text.replace(" ", "")
            for line in lines:
                assert line[-1].x + line[-1].width <= width + 0.01, block.text
                if width > 400:
                    assert line[0].text[0] not in "。，、；：）】》”", block.text


def test_what_is_wider_than_a_line_is_torn() -> None:
    faces = {PLAIN: fonts.FANGSONG}
    lines = styled_lines.lines((Run("x" * 60),), faces, 10.0, 100.0)
    assert len(lines) > 2 and all(line[-1].x + line[-1].width <= 100 for line in lines)
