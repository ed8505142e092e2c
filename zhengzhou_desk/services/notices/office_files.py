"""Papers for the bureau's office system as .docx, and the list by which it fills in a form of its own."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import WORD, atomic, made_folder, refuse_target
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import pdf, word_file
from zhengzhou_desk.documents.content import chinese_day
from zhengzhou_desk.exchange.account_form import write_list
from zhengzhou_desk.records import Change, Entry, Notice
from zhengzhou_desk.records.kinds import rate, yuan
from zhengzhou_desk.records.notice import REFILE
from zhengzhou_desk.services.notices import drafting, earlier_letters
from zhengzhou_desk.services.notices.grounds import ratio_text
from zhengzhou_desk.services.notices.rendering import content_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.services.desk import Desk

OFFICE_COPY = "office_copy"
_NOTED = "可修改的Word文件"


def write_word(path: Path, content: NoticeContent) -> None:
    """Writes a paper as .docx, whole or not at all."""
    with atomic(path, WORD) as part:
        part.write_bytes(word_file.as_docx(content))


def write_words(
    desk: Desk,
    contents: Sequence[NoticeContent],
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Writes one .docx per document into `folder`, named as the PDFs are; returns the files.

    Refuses, before any is written, an altered book and places that cannot be written.
    """
    desk.refuse_altered()
    made_folder(folder)
    names = (pdf.file_name(number, content.addressee, WORD) for number, content in enumerate(contents, 1))
    places = [folder / name for name in names]
    for place in places:
        refuse_target(place, WORD)
    written: list[Path] = []
    for number, (content, place) in enumerate(zip(contents, places, strict=True), 1):
        if cancelled is not None and cancelled():
            break
        write_word(place, content)
        written.append(place)
        if progress is not None:
            progress(number, len(contents))
    return tuple(written)


def copy_issued(desk: Desk, path: Path, notice: Notice) -> None:
    """Writes an issued notice as .docx from its frozen text, and notes in the register that there is such a copy."""
    desk.refuse_altered()
    write_word(path, content_of(notice))
    note_copies(desk, (notice,), desk.today)


def note_copies(desk: Desk, notices: Collection[Notice], day: datetime.date) -> None:
    """Notes in the register that copies which may be amended are about; the frozen text stays what was issued."""
    if not desk.writable:
        return
    changes = tuple(Change(row, _noted(row, day)) for row in notices if _NOTED not in (row.note or ""))
    if changes:
        desk.apply(Entry(OFFICE_COPY, changes, (str(len(changes)),)))


def note_copies_of(desk: Desk, contents: Collection[NoticeContent]) -> None:
    """The same for documents that were written: those of them that have been issued stand in the register."""
    numbers = {content.number for content in contents if not content.is_draft}
    note_copies(desk, [row for row in desk.tables.all(Notice) if row.number in numbers], desk.today)


def _noted(row: Notice, day: datetime.date) -> Notice:
    said = f"{chinese_day(day)}另存有{_NOTED}，以台账所存文字为准"
    return dataclasses.replace(row, note=f"{row.note}；{said}" if row.note else said)


# -- the list for a mail merge ------------------------------------------------------------------------------

MERGE_COLUMNS = (
    ("单位编码", 14), ("单位名称", 24), ("主管部门", 18), ("联系人", 10), ("联系电话", 16), ("年度", 8),
    ("采购总额（元）", 16), ("预留份额（元）", 16), ("上年预留（元）", 16), ("应预留（元）", 16), ("尚差（元）", 16),
    ("预留比例", 10), ("应达比例", 10), ("存在问题", 60), ("依据", 40), ("回复期限", 16), ("发文字号", 22),
)  # fmt: skip


def write_merge_list(
    desk: Desk, path: Path, codes: Collection[str] | None = None, *, reply_by: datetime.date | None = None
) -> int:
    """Writes what a notice to each under-filing unit says as one row, for a form of the bureau's own; returns how many.

    Whom to ask stands there: such a list is for the bureau alone. Refuses an altered book, and an empty list.
    """
    desk.refuse_altered()
    rows = {row.unit.code: row for row in drafting.under_filing(desk, codes)}
    drafts = drafting.drafts(desk, codes, reply_by=reply_by)
    if not drafts:
        raise Refused("没有需要督促重新填报的单位")
    open_ones = earlier_letters.open_notices(desk, REFILE)
    lines = []
    for content in drafts:
        row, issued = rows[content.unit], open_ones.get(content.unit)
        amounts = (row.total, row.reserve, row.last_year, row.required, row.gap)
        lines.append((
            content.unit, content.addressee, content.department, row.unit.contact or "", row.unit.phone or "",
            str(row.year), *("" if fen is None else yuan(fen) for fen in amounts), ratio_text(row),
            rate(row.asked_ratio) if row.asked_ratio is not None else "",
            "；".join(ground.text for ground in content.grounds),
            "；".join(dict.fromkeys(ground.article for ground in content.grounds if ground.article)),
            chinese_day(content.reply_by) if content.reply_by else "", issued.number or "" if issued else "",
        ))  # fmt: skip
    title = f"{desk.year}年督促重新填报名单（{chinese_day(desk.today)}）"
    write_list(path, title, MERGE_COLUMNS, lines, is_source=True)
    return len(lines)
