"""The official page: head, body, signature, imprint and page numbers by GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import blocks, fonts, line_breaking, tagging
from zhengzhou_desk.documents.blocks import LaidBlock
from zhengzhou_desk.documents.content import DOCUMENT, NUMBER, SHEET, FormBlock, NoticeContent, chinese_day
from zhengzhou_desk.documents.geometry import (
    BLACK,
    CHARACTER,
    GREY,
    HEIGHT,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    RED,
    SEVEN_EIGHTHS,
    SIZE,
    SIZE_4,
    SPACING,
    TITLE_SIZE,
    TOP,
    WIDTH,
    baseline,
    draw_rule,
    draw_text,
    draw_text_line,
    fill,
)
from zhengzhou_desk.documents.tagging import Tag

if TYPE_CHECKING:
    from zhengzhou_desk.documents.content import Attachment

# 7.3.5.5: where signature and date do not fit, lines may come closer before anything else is done.
TIGHTER = (1.0, 0.97, 0.94)
# With two empty lines above the signature a seal of 42 or 45 mm over signature and date ends within
# one line below the text (7.3.5.1).
ABOVE_SIGNATURE = 2
_LEAST_WITH_SIGNATURE = 2
# More than an attachment's mark and title stay where they are.
_TITLED = 4


@dataclass(slots=True)
class PageLayout:
    """One page: laid blocks with their distance from the paper's head; `turned` ones hold a turned table.

    One that `closes` the document bears its imprint. Blank ones before an imprint are not `numbered`, nor is that page.
    """

    placed: list[tuple[LaidBlock, float]] = field(default_factory=list)
    begins: float = TOP
    turned: bool = False
    closes: bool = False
    numbered: bool = True

    @property
    def ends(self) -> float:
        """Where its type area ends, from the paper's head (of a turned page: from its left edge)."""
        return LEFT + WIDTH if self.turned else TOP + HEIGHT

    @property
    def left(self) -> float:
        """Where the text begins, in points from the left edge."""
        return PAGE_HEIGHT - TOP - HEIGHT if self.turned else LEFT

    @property
    def used(self) -> float:
        """How far down the page is filled, in points from the top of its text."""
        return max((top + piece.height for piece, top in self.placed), default=self.begins)


def draw_document(canvas: Any, content: NoticeContent, *, double_sided: bool = False) -> int:
    """Draws all pages of a document; returns how many. In a double-sided batch it ends on an even page."""
    sheets = laid_out(content, double_sided=double_sided)
    for number, sheet in enumerate(sheets, 1):
        if sheet.turned:
            canvas.saveState()
            # Turned to the left: the table's head lies at the paper's left edge on every page (8).
            canvas.translate(PAGE_WIDTH, 0)
            canvas.rotate(90)
            canvas.translate(0, PAGE_WIDTH - PAGE_HEIGHT)
        if number == 1 and content.format != SHEET:
            with tagging.marked(canvas, Tag()):
                _draw_head(canvas, content)
        for piece, top in sheet.placed:
            fill(canvas, BLACK)
            if piece.blank:
                continue
            with tagging.marked(canvas, piece.tag or Tag()):
                piece.draw(canvas, sheet.left, top)
        if sheet.turned:
            canvas.restoreState()
        if sheet.closes:
            with tagging.marked(canvas, Tag()):
                _draw_imprint(canvas, content)
                _draw_journal(canvas, content)
        if sheet.numbered:
            with tagging.marked(canvas, tagging.ARTIFACT):
                _draw_number(canvas, content, number)
        canvas.showPage()
    count = len(sheets)
    if double_sided and count % 2:
        canvas.showPage()
        count += 1
    return count


# -- head -------------------------------------------------------------------------------------------


def mark_size(content: NoticeContent) -> float:
    """The red head as large as its line allows, at most 48 pt."""
    room = WIDTH if content.format == DOCUMENT else 170 * MM
    return min(48.0, room * 0.96 * 1000 / max(1, fonts.width(content.red_head, fonts.TITLE, 1000)))


def _mark_ink(content: NoticeContent) -> tuple[float, float]:
    """How far the red head's ink reaches above and below its baseline, in points."""
    size = mark_size(content)
    above, below = fonts.ink(content.red_head, fonts.TITLE)
    return above * size / 1000, below * size / 1000


def _draw_head(canvas: Any, content: NoticeContent) -> None:
    """发文机关标志, 发文字号 and the red rules, as the format wants."""
    size = mark_size(content)
    centre = PAGE_WIDTH / 2
    fill(canvas, RED)
    top = _mark_top(content)
    y = PAGE_HEIGHT - top - _mark_ink(content)[0]
    draw_text(canvas, content.red_head, fonts.TITLE, size, centre, y, align=0.5)
    fill(canvas, BLACK)
    if content.format == DOCUMENT:
        number = _number_top(content)
        if content.signer is None:
            draw_text(canvas, content.number, fonts.FANGSONG, SIZE, centre, baseline(number), align=0.5)
        else:
            _draw_upward(canvas, content.number, content.signer, baseline(number))
        draw_rule(canvas, LEFT, PAGE_HEIGHT - (number + SIZE + 4 * MM), WIDTH, 1.4, RED)
        return
    side = (PAGE_WIDTH - 170 * MM) / 2
    upper = PAGE_HEIGHT - _first_rule(content)
    draw_rule(canvas, side, upper - 0.7, 170 * MM, 1.4, RED)
    draw_rule(canvas, side, upper - 2.9, 170 * MM, 0.5, RED)
    draw_rule(canvas, side, 20 * MM + 0.7, 170 * MM, 1.4, RED)
    draw_rule(canvas, side, 20 * MM + 2.9, 170 * MM, 0.5, RED)
    draw_text(canvas, content.number, fonts.FANGSONG, SIZE, LEFT + WIDTH, baseline(_number_top(content)), align=1.0)


def _draw_upward(canvas: Any, number: str, signer: str, y: float) -> None:
    """上行文: the number one character in from the left, 签发人 one from the right, the name in 楷体 (7.2.5, 7.2.6)."""
    draw_text(canvas, number, fonts.FANGSONG, SIZE, LEFT + CHARACTER, y)
    name = signer or "　" * 4
    wide = fonts.width(name, fonts.KAI, SIZE)
    end = LEFT + WIDTH - CHARACTER
    draw_text(canvas, name, fonts.KAI, SIZE, end, y, align=1.0)
    draw_text(canvas, "签发人：", fonts.FANGSONG, SIZE, end - wide, y, align=1.0)


def _mark_top(content: NoticeContent) -> float:
    """GB/T 9704 §7.2.4: 35 mm below the type area's top; §10.1: 30 mm below the paper's head."""
    return TOP + 35 * MM if content.format == DOCUMENT else 30 * MM


def _first_rule(content: NoticeContent) -> float:
    return _mark_top(content) + sum(_mark_ink(content)) + 4 * MM


def _number_top(content: NoticeContent) -> float:
    if content.format == DOCUMENT:
        return _mark_top(content) + sum(_mark_ink(content)) + 2 * PITCH + SEVEN_EIGHTHS
    return _first_rule(content) + 3.2 + SEVEN_EIGHTHS


def _body_begins(content: NoticeContent) -> float:
    """Where the title begins: two lines below what is above it."""
    if content.format == SHEET:
        return TOP
    after = _number_top(content) + SIZE
    if content.format == DOCUMENT:
        after += 4 * MM
    return after + 2 * PITCH - (PITCH - SEVEN_EIGHTHS - SIZE) - SEVEN_EIGHTHS


# -- body -------------------------------------------------------------------------------------------


def laid_out(content: NoticeContent, *, double_sided: bool = False) -> list[PageLayout]:
    """The pages of a document. Signature and date never stand alone on one."""
    best = _fewest_pages(content)
    if content.format != DOCUMENT:
        # A letter ends before its slip, which the unit sends back: copies and journal stay with the letter.
        best[-1].closes = True
    many, titled = len(content.attachments) > 1, len(best[-1].placed)
    for place, attachment in enumerate(content.attachments, 1):
        attached = _attached(_numbered(attachment, content.number), place if many else None)
        titled = _TITLED if len(attached) == 1 else 0
        best += attached
    if content.format == DOCUMENT:
        _close(best, content, titled, double_sided=double_sided)
    return best


def _close(sheets: list[PageLayout], content: NoticeContent, titled: int, *, double_sided: bool) -> None:
    """版记 on the last page (GB/T 9704 §7.4), which of a sheet printed on both sides is its back, an even page.

    It lies upright and stands on no turned page: behind one it has a page of its own. Where that would be odd, a
    blank one comes before it, and neither is numbered (7.5).
    """
    if sheets[-1].turned:
        sheets.append(PageLayout())
    elif sheets[-1].used + _imprint_height(content) > sheets[-1].ends:
        # The imprint never stands alone where rows of an attachment can go along.
        _take_along(sheets, [], titled)
    if len(sheets) % 2 and not sheets[-1].placed:
        sheets[-1:] = [PageLayout(numbered=False), PageLayout(numbered=False)]
    elif len(sheets) % 2 and double_sided:
        sheets.append(PageLayout())
    sheets[-1].closes = True


def _fewest_pages(content: NoticeContent) -> list[PageLayout]:
    """The body in lines of the usual distance, or closer where that saves a page."""
    best = _body(content, PITCH)
    if len(best) == 1 or not _could_fit(best[:-1], best):
        return best
    return min((best, *(_body(content, PITCH * tighter) for tighter in TIGHTER[1:])), key=len)


def _could_fit(fewer: list[PageLayout], sheets: list[PageLayout]) -> bool:
    """Whether the closest lines could bring all that stands on `sheets` onto fewer: most letters need no second try."""
    over = 0.5 + PITCH - SIZE
    room = sum(sheet.ends - sheet.begins + over for sheet in fewer)
    filled = sum(
        min(piece.height, HEIGHT)
        for sheet in sheets
        for piece, _ in sheet.placed
        # Empty lines and repeated heads may fall away where pages do.
        if not piece.blank and piece.tag is not tagging.ARTIFACT
    )
    return filled * min(TIGHTER) <= room


def _body(content: NoticeContent, pitch: float) -> list[PageLayout]:
    sheets = [PageLayout(begins=_body_begins(content))]
    before = [*_title(content), *blocks.blank(pitch), *_addressee(content, pitch)]
    body = [*before, *blocks.laid_blocks(content.body, pitch), *_attachment_note(content, pitch)]
    signed = content.format != SHEET
    tail = [*blocks.blank(pitch, ABOVE_SIGNATURE), *_signature(content, pitch)] if signed else []
    _flow(sheets, body)
    # A letter's copies stand on the page of the signature; so does the imprint where no attachment follows.
    below = 0.0 if content.attachments and content.format == DOCUMENT else _imprint_height(content)
    if len(sheets) > 1 and _prose(sheets[-1]) < _LEAST_WITH_SIGNATURE:
        taken = [piece for piece, _ in sheets.pop().placed]
        _take_along(sheets, taken, len(before) if len(sheets) == 1 else 0)
    if not _fits(sheets[-1], tail, below):
        _take_along(sheets, [], len(before) if len(sheets) == 1 else 0)
    _flow(sheets, tail, keep=True)
    if content.note:
        _flow(sheets, _note(content, pitch))
    return sheets


def _fits(sheet: PageLayout, tail: list[LaidBlock], below: float) -> bool:
    return sheet.used + sum(piece.height for piece in tail) + below <= sheet.ends + (
        0.0 if below else 0.5 + PITCH - SIZE
    )


def _prose(sheet: PageLayout) -> int:
    """How many lines of the text itself, or rows of its tables, stand on a page: not the note of attachments."""
    return sum(_is_text(piece) for piece, _ in sheet.placed)


def _is_text(piece: LaidBlock) -> bool:
    return piece.prose or not (piece.text or piece.blank)


def _take_along(sheets: list[PageLayout], taken: list[LaidBlock], titled: int) -> None:
    """Begins a new page with the last lines of the text, so that the signature has some above it.

    The page before keeps its first `titled` blocks, and does not end with a line that announces the next.
    """
    last = sheets[-1]
    while len(last.placed) > titled and (sum(map(_is_text, taken)) < _LEAST_WITH_SIGNATURE or last.placed[-1][0].leads):
        taken.insert(0, last.placed.pop()[0])
    if not last.placed:
        sheets.pop()
    sheets.append(PageLayout(begins=TOP if sheets else last.begins))
    head = taken[0].head if taken else None
    if head is not None:
        taken.insert(0, replace(head, tag=tagging.ARTIFACT))
    _flow(sheets, taken)


def _flow(sheets: list[PageLayout], flowing: list[LaidBlock], *, keep: bool = False) -> None:
    """Puts blocks below one another and begins a new page where one is full."""
    for place, piece in enumerate(flowing):
        sheet = sheets[-1]
        top = sheet.used
        needed, last = _together(flowing, place)
        # The space below the last line's characters may hang over the edge of the type area.
        over = PITCH - SIZE if last.text else 0.0
        if not keep and top + needed > sheet.ends + 0.5 + over and sheet.placed:
            sheet = PageLayout(begins=LEFT if sheet.turned else TOP, turned=sheet.turned)
            sheets.append(sheet)
            top = sheet.begins
            if piece.blank:
                continue
            if piece.head is not None:
                sheet.placed.append((replace(piece.head, tag=tagging.ARTIFACT), top))
                top += piece.head.height
        sheet.placed.append((piece, top))


def _together(flowing: list[LaidBlock], place: int) -> tuple[float, LaidBlock]:
    """The height of a block with what it announces, and the last of these; of what fills a page the block alone."""
    end = place
    while flowing[end].leads or (end > place and flowing[end].blank):
        if end + 1 == len(flowing):
            break
        end += 1
    needed = sum(piece.height for piece in flowing[place : end + 1])
    return (needed, flowing[end]) if needed < HEIGHT / 2 else (flowing[place].height, flowing[place])


def _title(content: NoticeContent) -> list[LaidBlock]:
    lines = line_breaking.balanced(content.title, fonts.TITLE, TITLE_SIZE, WIDTH)
    pitch, tag = TITLE_SIZE * 1.55, Tag(tagging.TITLE)

    def line(text: str) -> LaidBlock:
        return LaidBlock(
            pitch,
            lambda canvas, x, top: draw_text(
                canvas, text, fonts.TITLE, TITLE_SIZE, x + WIDTH / 2, baseline(top, TITLE_SIZE), align=0.5
            ),
            text=False,
            tag=tag,
        )

    return [line(text) for text in lines]


def _addressee(content: NoticeContent, pitch: float) -> list[LaidBlock]:
    if not content.addressee:
        return []
    said = content.addressee.rstrip("：:") + "："
    lines = line_breaking.lines(said, fonts.FANGSONG, SIZE, WIDTH, spacing=SPACING)
    tag = Tag()
    return [replace(blocks.line_block(line, fonts.FANGSONG, pitch), tag=tag) for line in lines]


def _attachment_note(content: NoticeContent, pitch: float) -> list[LaidBlock]:
    """GB/T 9704 §7.3.4: below an empty line 附件：, two characters in; several are numbered one under another."""
    if not content.attachments:
        return []
    found = blocks.blank(pitch)
    many = len(content.attachments) > 1
    for number, attachment in enumerate(content.attachments, 1):
        lead = ("附件：" if number == 1 else "　　　") + (f"{number}. " if many else "")
        found += _hanging(lead, attachment.title.replace("\n", ""), pitch)
    return found


def _hanging(lead: str, text: str, pitch: float) -> list[LaidBlock]:
    """A text two characters in, whose further lines begin below its first character after the lead."""
    hang = line_breaking.lines(lead, fonts.FANGSONG, SIZE, WIDTH, spacing=SPACING)[0].width
    width = WIDTH - 2 * CHARACTER - hang
    lines = line_breaking.lines(lead + text, fonts.FANGSONG, SIZE, width, spacing=SPACING, indent=-hang)

    tag = Tag()

    def block(line: line_breaking.TextLine) -> LaidBlock:
        return LaidBlock(
            pitch,
            lambda canvas, x, top: draw_text_line(
                canvas, line, fonts.FANGSONG, SIZE, x + 2 * CHARACTER + hang, baseline(top)
            ),
            tag=tag,
        )

    return [block(line) for line in lines]


def _signature(content: NoticeContent, pitch: float) -> list[LaidBlock]:
    """GB/T 9704 §7.3.5.1: the date ends four characters from the right; the bureau is centred above it."""
    day = chinese_day(content.day)
    wide = fonts.width(day, fonts.FANGSONG, SIZE)
    right = LEFT + WIDTH - 4 * CHARACTER
    centre = right - wide / 2
    half = fonts.width(content.bureau, fonts.FANGSONG, SIZE) / 2
    # A long name must stay within the type area.
    middle = min(centre, LEFT + WIDTH - half)
    return [
        LaidBlock(
            pitch,
            lambda canvas, _x, top: draw_text(
                canvas, content.bureau, fonts.FANGSONG, SIZE, middle, baseline(top), align=0.5
            ),
        ),
        LaidBlock(
            pitch, lambda canvas, _x, top: draw_text(canvas, day, fonts.FANGSONG, SIZE, right, baseline(top), align=1.0)
        ),
    ]


def _note(content: NoticeContent, pitch: float) -> list[LaidBlock]:
    """附注: two characters in, in brackets, on the line below the date."""
    from zhengzhou_desk.documents.content import Paragraph

    said = content.note.strip("（）()")
    return blocks.paragraph(Paragraph(f"（{said}）"), pitch)


def _numbered(attachment: Attachment, number: str) -> Attachment:
    """The attachment with the document's number where a form asks for it."""
    return replace(
        attachment,
        blocks=tuple(
            replace(
                block,
                lines=tuple(replace(box, value=number) if box.value == NUMBER else box for box in block.lines),
            )
            if isinstance(block, FormBlock)
            else block
            for block in attachment.blocks
        ),
    )


def _attached(attachment: Attachment, number: int | None) -> list[PageLayout]:
    """GB/T 9704 §7.3.7: on a page of its own; 附件 in 黑体 at the upper left, the title centred on the third line."""
    sheets = [PageLayout(begins=LEFT if attachment.landscape else TOP, turned=attachment.landscape)]
    width = HEIGHT if attachment.landscape else WIDTH
    head = "附件" if number is None else f"附件{number}"

    def mark(canvas: Any, x: float, top: float) -> None:
        draw_text(canvas, head, fonts.HEI, SIZE, x, baseline(top))

    tag = Tag(tagging.HEADING)
    titles = line_breaking.balanced(attachment.title, fonts.TITLE, TITLE_SIZE, width)

    def titled(text: str) -> LaidBlock:
        return LaidBlock(
            TITLE_SIZE * 1.5,
            lambda canvas, x, top: draw_text(
                canvas, text, fonts.TITLE, TITLE_SIZE, x + width / 2, baseline(top, TITLE_SIZE), align=0.5
            ),
            text=False,
            tag=tag,
        )

    flowing = [LaidBlock(PITCH, mark), *blocks.blank(PITCH), *(titled(text) for text in titles)]
    flowing += blocks.laid_blocks(attachment.blocks, PITCH, width)
    _flow(sheets, flowing)
    return sheets


# -- foot -------------------------------------------------------------------------------------------


def _draw_number(canvas: Any, content: NoticeContent, number: int) -> None:
    """GB/T 9704 §7.5: 4号, a dash on either side, 7 mm below the type area.

    Odd to the right, even to the left, one character in.

    The letter format shows none on its first page (10.1).
    """
    if content.format != DOCUMENT and number == 1:
        return
    said = f"— {number} —"
    top = TOP + HEIGHT + 7 * MM
    # The dash lies at the middle of its square; 7 mm is measured to it.
    y = PAGE_HEIGHT - top - SIZE_4 * 0.3
    if number % 2:
        draw_text(canvas, said, fonts.FANGSONG, SIZE_4, LEFT + WIDTH - SIZE_4, y, align=1.0)
    else:
        draw_text(canvas, said, fonts.FANGSONG, SIZE_4, LEFT + SIZE_4, y)


# Below everything that GB/T 9704 sets: the letter's lower rules lie 20 mm from the foot, a page number ends above them.
_JOURNAL_BASELINE, _JOURNAL_SIZE = 13 * MM, 7.5


def _draw_journal(canvas: Any, content: NoticeContent) -> None:
    """The head of the journal in 六号, in grey, outside the type area at the foot of the page that closes the text."""
    if content.journal:
        fill(canvas, GREY)
        said = f"账册校验 {content.journal}"
        draw_text(canvas, said, fonts.FANGSONG, _JOURNAL_SIZE, LEFT, _JOURNAL_BASELINE)
        fill(canvas, BLACK)


def _draw_imprint(canvas: Any, content: NoticeContent) -> None:
    """版记: copies and printer between rules at the foot of the page that closes the document.

    A letter names its copies alone (GB/T 9704 §10.1).
    """
    if not content.copies and content.format != DOCUMENT:
        return
    leading = _IMPRINT_LEADING
    lines = _copy_lines(content)
    with_printer = content.format == DOCUMENT
    bottom = TOP + HEIGHT
    top = bottom - _imprint_height(content)
    if with_printer:
        draw_rule(canvas, LEFT, PAGE_HEIGHT - top, WIDTH, 0.35 * MM)
        draw_rule(canvas, LEFT, PAGE_HEIGHT - bottom, WIDTH, 0.35 * MM)
        if lines:
            draw_rule(canvas, LEFT, PAGE_HEIGHT - (bottom - leading), WIDTH, 0.25 * MM)
    for place, line in enumerate(lines):
        y = baseline(top + leading * place + (leading - SIZE_4) / 2, SIZE_4)
        draw_text_line(canvas, line, fonts.FANGSONG, SIZE_4, LEFT + SIZE_4 + _COPIES_HANG, y)
    if with_printer:
        y = baseline(bottom - leading + (leading - SIZE_4) / 2, SIZE_4)
        draw_text(canvas, content.printer or content.bureau, fonts.FANGSONG, SIZE_4, LEFT + SIZE_4, y)
        day = chinese_day(content.printed or content.day)
        draw_text(canvas, f"{day}印发", fonts.FANGSONG, SIZE_4, LEFT + WIDTH - SIZE_4, y, align=1.0)


_IMPRINT_LEADING = SIZE_4 * 1.75
_COPIES_HANG = 3 * SIZE_4


def _imprint_height(content: NoticeContent) -> float:
    """How much of the last page the imprint takes; 0 where there is none."""
    return _IMPRINT_LEADING * (len(_copy_lines(content)) + int(content.format == DOCUMENT))


def _copy_lines(content: NoticeContent) -> list[line_breaking.TextLine]:
    """抄送：…, whose further lines begin below the first character after the colon (7.4.2)."""
    if not content.copies:
        return []
    said = f"抄送：{'，'.join(content.copies)}。"
    width = WIDTH - 2 * SIZE_4 - _COPIES_HANG
    return line_breaking.lines(said, fonts.FANGSONG, SIZE_4, width, indent=-_COPIES_HANG)
