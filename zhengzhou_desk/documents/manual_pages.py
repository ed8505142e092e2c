"""The manual as a PDF: title page, contents with page numbers, bookmarks, running head, links and pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts, styled_lines, text_operators
from zhengzhou_desk.documents.geometry import MM, PAGE_HEIGHT, PAGE_WIDTH, draw_rule, draw_text, fill
from zhengzhou_desk.documents.manual_text import (
    BOLD,
    CODE,
    HEADING,
    ITEM,
    LINK,
    PICTURE,
    PLAIN,
    TABLE,
    Block,
    Run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.documents.manual_text import Runs
    from zhengzhou_desk.documents.styled_lines import PlacedRun

_LEFT, _TOP, _FOOT = 24 * MM, 27 * MM, 24 * MM
_WIDTH = PAGE_WIDTH - 2 * _LEFT
_HEIGHT = PAGE_HEIGHT - _TOP - _FOOT
_SIZE, _PITCH = 10.5, 16.5
_SMALL, _SMALL_PITCH = 9.0, 13.5
# Size, line pitch and room above of headings by level; a chapter begins with 1 in the text and 2 in the file.
_HEADS = {1: (20.0, 30.0, 0.0), 2: (17.0, 26.0, 20.0), 3: (12.5, 19.0, 10.0)}
_INDENT = 15.0
_CELL = 4.0  # between the edge of a cell and its text
_FACES = {PLAIN: fonts.FANGSONG, BOLD: fonts.TITLE, CODE: fonts.KAI, LINK: fonts.FANGSONG}
_BLACK, _GREY, _BLUE, _CODE = (0.0, 0.0, 0.0), (0.45, 0.45, 0.45), (0.07, 0.3, 0.6), (0.25, 0.2, 0.45)
_COLOURS = {PLAIN: _BLACK, BOLD: _BLACK, CODE: _CODE, LINK: _BLUE}
# No picture is made larger than this: a dialog leaves room for what is said of it.
_POINTS_A_PIXEL = 0.46
_TALLEST = 0.5  # of a page


@dataclass(frozen=True, slots=True)
class ManualTitle:
    """What stands on the title page and in the running head."""

    title: str
    subtitle: str
    contents: str
    edition: str
    lang: str


@dataclass(slots=True)
class _Part:
    """What is drawn at one height of a page: lines, a picture, a row of a table, or a heading."""

    height: float
    lines: list[tuple[PlacedRun, ...]] = field(default_factory=list)
    size: float = _SIZE
    pitch: float = _PITCH
    x: float = 0.0
    before: float = 0.0
    faces: dict[str, str] = field(default_factory=lambda: _FACES)
    mark: str = ""
    heading: Block | None = None
    picture: tuple[Path, float, float] | None = None
    cells: list[tuple[float, float, list[tuple[PlacedRun, ...]]]] = field(default_factory=list)
    # What must not be parted from the following: a heading from its text.
    stays: bool = False
    is_head: bool = False


@dataclass(slots=True)
class _Heading:
    title: str
    level: int
    key: str
    page: int


def manual_pdf(words: ManualTitle, blocks: Sequence[Block], pictures: Path) -> bytes:
    """The pages of the manual; `pictures` is the folder of the pictures that its text names."""
    pages = _paged(list(_parts(blocks, pictures)))
    headings = [
        _Heading(part.heading.text, part.heading.level, f"h{number}", place)
        for number, (place, part) in enumerate(
            (place, part) for place, page in enumerate(pages) for _, part in page if part.heading is not None
        )
        if part.heading is not None
    ]
    listed = _contents(headings)
    first = 2 + len(listed)
    for heading in headings:
        heading.page += first
    return _drawn(words, pages, headings, listed)


# -- laying out ------------------------------------------------------------------------------------


def _parts(blocks: Sequence[Block], pictures: Path) -> Iterator[_Part]:
    for block in blocks:
        if block.kind == HEADING:
            yield _heading(block)
        elif block.kind == TABLE:
            yield from _table(block)
        elif block.kind == PICTURE:
            yield from _picture(block, pictures)
        else:
            yield from _text(block)


def _heading(block: Block) -> _Part:
    size, pitch, before = _HEADS[block.level]
    faces = dict.fromkeys(_FACES, fonts.TITLE)
    lines = styled_lines.lines(block.runs, faces, size, _WIDTH)
    return _Part(len(lines) * pitch + 4, lines, size, pitch, before=before, faces=faces, heading=block, stays=True)


def _text(block: Block) -> Iterator[_Part]:
    """A paragraph or an item, line by line, so that it can go on over the page's end."""
    x = _INDENT * (block.level + 1) if block.kind == ITEM else 0.0
    lines = styled_lines.lines(block.runs, _FACES, _SIZE, _WIDTH - x)
    for place, line in enumerate(lines):
        is_first, is_last = place == 0, place == len(lines) - 1
        yield _Part(
            _PITCH + (4.0 if is_last else 0.0), [line], x=x, mark=block.mark if is_first else "",
            # Neither the first line alone at a page's foot nor the last one alone at its head.
            stays=len(lines) > 1 and place in (0, len(lines) - 2),
        )  # fmt: skip


def _picture(block: Block, pictures: Path) -> Iterator[_Part]:
    from PIL import Image

    path = pictures / block.picture
    with Image.open(path) as image:
        wide, high = image.size
    scale = min(_POINTS_A_PIXEL, _WIDTH / wide, _TALLEST * _HEIGHT / high)
    yield _Part(high * scale + 6, picture=(path, wide * scale, high * scale), before=6, stays=True)
    lines = styled_lines.lines(block.runs, _FACES, _SMALL, _WIDTH)
    yield _Part(len(lines) * _SMALL_PITCH + 8, lines, _SMALL, _SMALL_PITCH)


def _table(block: Block) -> Iterator[_Part]:
    """Rows with cells as wide as their texts ask for; the head is repeated on each page."""
    widths = _widths(block.rows)
    for place, row in enumerate(block.rows):
        cells: list[tuple[float, float, list[tuple[PlacedRun, ...]]]] = []
        x = 0.0
        for runs, width in zip(row, widths, strict=True):
            shown = tuple(Run(run.text, BOLD) for run in runs) if place == 0 else runs
            cells.append((x, width, styled_lines.lines(shown, _FACES, _SMALL, width - 2 * _CELL)))
            x += width
        height = max(1, *(len(lines) for _, _, lines in cells)) * _SMALL_PITCH + 2 * _CELL - 2
        yield _Part(
            height, size=_SMALL, pitch=_SMALL_PITCH, cells=cells, stays=place == 0, is_head=place == 0,
            before=4.0 if place == 0 else 0.0,
        )  # fmt: skip
    yield _Part(8)


def _widths(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """Each column gets what its longest cell needs, and where that is too much in all, a fair share."""
    count = len(rows[0])
    wanted = [
        max(sum(fonts.width(run.text, fonts.TITLE, _SMALL) for run in row[place]) for row in rows) + 2 * _CELL + 2
        for place in range(count)
    ]
    spare, open_ = _WIDTH, list(range(count))
    widths = [0.0] * count
    while open_:
        share = spare / len(open_)
        small = [place for place in open_ if wanted[place] <= share]
        if not small:
            total = sum(wanted[place] ** 0.5 for place in open_)
            for place in open_:
                widths[place] = max(share / 2, spare * wanted[place] ** 0.5 / total)
            scale = spare / sum(widths[place] for place in open_)
            for place in open_:
                widths[place] *= scale
            break
        for place in small:
            widths[place] = wanted[place]
            spare -= wanted[place]
            open_.remove(place)
    return widths


def _paged(parts: list[_Part]) -> list[list[tuple[float, _Part]]]:
    """The parts on pages, each with its distance from the top; a chapter does not begin where little is left."""
    pages: list[list[tuple[float, _Part]]] = [[]]
    used = 0.0
    head: _Part | None = None
    place = 0
    while place < len(parts):
        end = place + 1
        while end < len(parts) and parts[end - 1].stays:
            end += 1
        group = parts[place:end]
        need = sum(part.before + part.height for part in group)
        is_chapter = group[0].heading is not None and group[0].heading.level <= 2  # noqa: PLR2004
        if pages[-1] and (used + need > _HEIGHT or (is_chapter and used > 0.75 * _HEIGHT)):
            pages.append([])
            used = 0.0
            if head is not None and group[0].cells and not group[0].is_head:
                pages[-1].append((0.0, head))
                used = head.height
        for part in group:
            head = (part if part.is_head else head) if part.cells else None
            used += part.before if pages[-1] else 0.0
            pages[-1].append((used, part))
            used += part.height
        place = end
    return pages


# -- drawing ---------------------------------------------------------------------------------------


_LISTED_PITCH = 14.0
_PER_PAGE = int((_HEIGHT - 2.5 * _PITCH) // _LISTED_PITCH)


def _contents(headings: Sequence[_Heading]) -> list[Sequence[_Heading]]:
    """The headings of the pages of contents: chapters and sections."""
    return [headings[place : place + _PER_PAGE] for place in range(0, len(headings), _PER_PAGE)] or [[]]


def _drawn(
    words: ManualTitle,
    pages: list[list[tuple[float, _Part]]],
    headings: list[_Heading],
    listed: list[Sequence[_Heading]],
) -> bytes:
    stream = io.BytesIO()
    canvas = _canvas(stream, words)
    _title_page(canvas, words)
    keys = {heading.title: heading.key for heading in headings}
    for number, some in enumerate(listed):
        _contents_page(canvas, words, some, number + 2, is_first=number == 0)
    coming = iter(headings)
    chapter = words.title
    for number, page in enumerate(pages, 2 + len(listed)):
        begun = [part.heading.text for _, part in page if part.heading is not None and part.heading.level <= 2]  # noqa: PLR2004
        on_top = page and page[0][1].heading is not None and begun
        _running_head(canvas, words.title, begun[0] if on_top else chapter, number)
        chapter = begun[-1] if begun else chapter
        for top, part in page:
            if part.heading is not None:
                _bookmark(canvas, next(coming), top)
            _draw(canvas, part, top, keys)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _canvas(stream: io.BytesIO, words: ManualTitle) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    canvas = Canvas(
        stream, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pdfVersion=(1, 7), lang=words.lang, pageCompression=1,
        initialFontName=fonts.registered_name(fonts.FANGSONG), invariant=1,
    )  # fmt: skip
    canvas.setTitle(f"{words.title} {words.subtitle}")
    canvas.setAuthor(words.title)
    canvas.setSubject(words.edition)
    canvas.setCreator("郑采台账")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _title_page(canvas: Any, words: ManualTitle) -> None:
    middle = PAGE_WIDTH / 2
    fill(canvas, _BLACK)
    draw_text(canvas, words.title, fonts.TITLE, 34, middle, PAGE_HEIGHT * 0.64, align=0.5)
    draw_text(canvas, words.subtitle, fonts.FANGSONG, 20, middle, PAGE_HEIGHT * 0.57, align=0.5)
    draw_rule(canvas, middle - 60, PAGE_HEIGHT * 0.535, 120, 0.8, _GREY)
    fill(canvas, _GREY)
    draw_text(canvas, words.edition, fonts.FANGSONG, 11, middle, PAGE_HEIGHT * 0.5, align=0.5)
    canvas.showPage()


def _contents_page(
    canvas: Any, words: ManualTitle, headings: Sequence[_Heading], number: int, *, is_first: bool
) -> None:
    _running_head(canvas, words.title, words.contents, number)
    top = _TOP
    fill(canvas, _BLACK)
    if is_first:
        draw_text(canvas, words.contents, fonts.TITLE, 17, _LEFT, _height(top, 17))
        canvas.bookmarkHorizontal("contents", 0, PAGE_HEIGHT - top + 6)
        canvas.addOutlineEntry(words.contents, "contents", 0)
    top += 2.5 * _PITCH
    for heading in headings:
        is_section = heading.level > 2  # noqa: PLR2004
        size = _SIZE if not is_section else _SMALL + 0.5
        x, y = _LEFT + (_INDENT * 1.2 if is_section else 0.0), _height(top, size)
        draw_text(canvas, heading.title, fonts.FANGSONG, size, x, y)
        draw_text(canvas, str(heading.page), fonts.FANGSONG, size, _LEFT + _WIDTH, y, align=1.0)
        begin = x + fonts.width(heading.title, fonts.FANGSONG, size) + 6
        end = _LEFT + _WIDTH - fonts.width(str(heading.page), fonts.FANGSONG, size) - 6
        _dots(canvas, begin, end, y)
        canvas.linkRect("", heading.key, (x, y - 4, _LEFT + _WIDTH, y + size), relative=0, thickness=0)
        top += _LISTED_PITCH
    canvas.showPage()


def _dots(canvas: Any, begin: float, end: float, y: float) -> None:
    place = begin - begin % 6 + 6
    while place < end:
        draw_rule(canvas, place, y + 1, 0.9, 0.9, _GREY)
        place += 6


def _running_head(canvas: Any, title: str, chapter: str, number: int) -> None:
    y = PAGE_HEIGHT - 15 * MM
    fill(canvas, _GREY)
    draw_text(canvas, title, fonts.FANGSONG, 9, _LEFT, y)
    draw_text(canvas, chapter, fonts.FANGSONG, 9, _LEFT + _WIDTH, y, align=1.0)
    draw_rule(canvas, _LEFT, y - 5, _WIDTH, 0.5, _GREY)
    draw_text(canvas, str(number), fonts.FANGSONG, 9, PAGE_WIDTH / 2, 13 * MM, align=0.5)
    fill(canvas, _BLACK)


def _bookmark(canvas: Any, heading: _Heading, top: float) -> None:
    canvas.bookmarkHorizontal(heading.key, 0, PAGE_HEIGHT - _TOP - top + 6)
    canvas.addOutlineEntry(heading.title, heading.key, 1 if heading.level > 2 else 0, closed=True)  # noqa: PLR2004


def _height(top: float, size: float) -> float:
    """The baseline of a line whose room begins `top` below the paper's head."""
    return PAGE_HEIGHT - top - size


def _draw(canvas: Any, part: _Part, top: float, keys: dict[str, str]) -> None:
    below = _TOP + top
    if part.picture is not None:
        path, wide, high = part.picture
        foot = PAGE_HEIGHT - below - high
        x = _LEFT + (_WIDTH - wide) / 2
        canvas.drawImage(str(path), x, foot, wide, high)
        canvas.setStrokeColorRGB(*_GREY)
        canvas.setLineWidth(0.5)
        canvas.rect(x, foot, wide, high)
        return
    if part.cells:
        _draw_row(canvas, part, below, keys)
        return
    if part.mark:
        draw_text(
            canvas, part.mark, fonts.FANGSONG, part.size, _LEFT + part.x - 4, _height(below, part.size), align=1.0
        )
    for place, line in enumerate(part.lines):
        _draw_line(canvas, part, line, _LEFT + part.x, _height(below + place * part.pitch, part.size), keys)


def _draw_row(canvas: Any, part: _Part, below: float, keys: dict[str, str]) -> None:
    if part.is_head:
        canvas.setFillColorRGB(0.92, 0.94, 0.96)
        canvas.rect(_LEFT, PAGE_HEIGHT - below - part.height, _WIDTH, part.height, stroke=0, fill=1)
        fill(canvas, _BLACK)
    for x, _, lines in part.cells:
        for place, line in enumerate(lines):
            y = _height(below + _CELL - 2 + place * part.pitch, part.size)
            _draw_line(canvas, part, line, _LEFT + x + _CELL, y, keys)
    draw_rule(canvas, _LEFT, PAGE_HEIGHT - below - part.height, _WIDTH, 0.4, _GREY)


def _draw_line(canvas: Any, part: _Part, line: tuple[PlacedRun, ...], x: float, y: float, keys: dict[str, str]) -> None:
    for placed in line:
        style = placed.run.style
        fill(canvas, _COLOURS[style])
        text_operators.write_text(canvas, placed.text, part.faces[style], part.size, x + placed.x, y, 0.0)
        key = keys.get(placed.run.target) if style == LINK else None
        if key is not None:
            area = (x + placed.x, y - 3, x + placed.x + placed.width, y + part.size)
            canvas.linkRect("", key, area, relative=0, thickness=0)
    fill(canvas, _BLACK)
