"""Keeping the book safe without being asked: verified copies beside it, made in the background, and their age."""

from __future__ import annotations

import datetime
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.store.backup import automatic, backups, kept_before, state
from zhengzhou_desk.store.journal_pages import heads_beside
from zhengzhou_desk.store.old_copies import folders_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.window_api import Start
    from zhengzhou_desk.store.backup import Backup
    from zhengzhou_desk.store.journal_pages import Heads
    from zhengzhou_desk.store.store import Store

# Settings of this computer: the folder a person chose last for copies, and what went wrong at the last closing.
ELSEWHERE, FAILED = "backup_folder", "backup_failed"
_OLD_DAYS = 7


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("keeping", text)


def folders(book: Path, settings: Settings) -> list[Path]:
    """The folders that may hold copies of a book."""
    elsewhere = settings.get(ELSEWHERE, "")
    return [*folders_of(book), *([Path(elsewhere)] if elsewhere else [])]


def copies(book: Path, settings: Settings) -> list[Backup]:
    """The copies of a book, newest first: beside it, in its folder of automatic ones, where a person put them last."""
    book = resolved(book)
    found: dict[Path, Backup] = {}
    for folder in folders(book, settings):
        with suppress(OSError):  # a stick that is not in is no trouble
            found |= {copy.path: copy for copy in backups(folder, book)}
    return sorted(found.values(), key=lambda copy: copy.order, reverse=True)


def kind_of(copy: Backup) -> str:
    """What sort of copy it is, for a list."""
    if copy.sealed:
        return tr("加密，长期保留") if copy.pinned else tr("加密")
    return tr("长期保留") if copy.pinned else tr("自动或手工")


def _readable(book: Path, settings: Settings) -> list[Backup]:
    """The copies that say by themselves what is in them."""
    return [copy for copy in copies(book, settings) if not copy.sealed]


def all_copies(book: Path, settings: Settings) -> list[Backup]:
    """These, and the books that were kept when a copy took their place, newest first."""
    kept: list[Backup] = []
    with suppress(OSError):
        kept = kept_before(book)
    return sorted([*copies(book, settings), *kept], key=lambda copy: copy.order, reverse=True)


def age(book: Path, settings: Settings, now: datetime.datetime) -> tuple[str, bool]:
    """When the last copy was made, in words, and whether that is too long ago."""
    found = copies(book, settings)
    if not found:
        return tr("还没有备份"), True
    days = (now.date() - found[0].made.date()).days
    if days <= 0:
        return tr("今天已备份"), False
    return said(counted("{count} 天前备份"), count=days), days > _OLD_DAYS


def is_due(book: Path, settings: Settings) -> bool:
    """Whether the book has been written to since its last copy."""
    if not book.is_file():
        return False
    found = _readable(book, settings)
    said = state(found[0].path) if found else None
    # A copy that cannot be read says nothing, which is not the same as what a book says that cannot be read either.
    return said is None or said != state(book)


def copy_in_background(
    book: Path, start: Start, ended: Callable[[Path | None, str], object], pages: bytes | None = None
) -> None:
    """Makes one copy of a book, or of `pages`, an image of it, on another thread.

    The program waits for it before it ends.

    `ended` is called on that thread with the copy, or with why there is none.
    """
    thread = threading.Thread(target=_copy, args=(book.resolve(), start, ended, pages), name="backup")
    thread.start()


# A book that is closed and opened again at once is copied once.
_one_at_a_time = threading.Lock()


def _copy(book: Path, start: Start, ended: Callable[[Path | None, str], object], pages: bytes | None) -> None:
    try:
        with _one_at_a_time:
            if pages is None and not is_due(book, start.settings):
                found = _readable(book, start.settings)
                path = found[0].path if found else None
            else:
                path = automatic(book, start.clock(), pages)
    except Refused as refused:
        ended(None, str(localized(refused, start.lang)))
    else:
        if path is not None:
            ended(path, "")


def look_beside(book: Path, found: Callable[[list[Heads]], object]) -> None:
    """Looks for other copies beside a book on another thread; `found` is called there with the ends of their journals.

    Only a few pages of each are read, and nothing is locked.
    """

    def look() -> None:
        others = heads_beside(book)
        if others:
            found(others)

    threading.Thread(target=look, name="copies", daemon=True).start()


def look_in_background(store: Store, altered: Callable[[], object]) -> None:
    """Reads every row of a book again on another thread; `altered` is called there where it says something else.

    A disk that cannot be read now is said when figures are asked for.
    """

    def look() -> None:
        with suppress(Refused):
            if not store.content_agrees():
                altered()

    threading.Thread(target=look, name="content").start()
