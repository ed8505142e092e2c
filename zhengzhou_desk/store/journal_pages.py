"""The journal of a book read page by page, without SQLite: its lines, its ends, and other copies of the same book."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common import protected_files
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.store import book_file, journal, pages
from zhengzhou_desk.store.backup import is_copy
from zhengzhou_desk.store.io_errors import plain_errors
from zhengzhou_desk.store.journal import JournalLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.store.pages import RawRow, RawValue, TablePages

# The columns of the journal and of the anchor to its end.
_JOURNAL = ("number", "at", "who", "name", "about", "undoes", "changes", "previous", "hash")
ANCHOR = ("id", "number", "head", "content")
# How many files of a folder are looked at, and what stands beside a book that is none.
_MOST_FILES = 2_000
_BESIDE = (*book_file.SIDE_FILES, ".lock", ".part")


def journal_of(path: Path) -> list[JournalLine]:
    """The lines of the journal that can still be read, oldest first; none where there are none."""
    refuse_foreign(path)
    with plain_errors(path), book_file.at_rest(resolved(path)) as file, pages.opened(file) as found:
        root = found.roots().get("journal")
        return list(lines_in(found.table(root.page).rows)) if root is not None else []


def whole_journal_of(path: Path) -> list[JournalLine]:
    """Every line of the journal of another book, oldest first, which is neither written nor locked.

    Refuses a journal that is not there from its first line to its last: it is damaged, or being written just now.
    """
    refuse_foreign(path)
    with plain_errors(path), book_file.at_rest(resolved(path)) as file, pages.opened(file) as found:
        roots = found.roots()
        tables = [found.table(roots[name].page) for name in ("journal", "anchor") if name in roots]
    if len(tables) == len(("journal", "anchor")):
        lines, anchors = list(lines_in(tables[0].rows)), anchors_in(tables[1])
        if is_chained(lines) and anchors == [(len(lines), lines[-1].hash)]:
            return lines
    raise Refused("{path} 的日志读不全，不能比对。它可能正在被写入，请稍候再试；还是这样，请对它做“体检”", path=path)


def anchors_in(found: TablePages) -> list[tuple[RawValue, ...]]:
    """Number and hash of the last line, as the anchor has them."""
    return [row.values[1:3] for row in found.rows if len(row.values) == len(ANCHOR)]


def is_chained(lines: Sequence[JournalLine]) -> bool:
    """Whether lines are there from the first one on, and none of them was altered."""
    previous = journal.GENESIS
    for expected, line in enumerate(lines, 1):
        if line.number != expected or line.previous != previous or line.computed_hash() != line.hash:
            return False
        previous = line.hash
    return bool(lines)


def refuse_foreign(path: Path) -> None:
    """Refuses another program's file; one whose very beginning is unreadable may be a book."""
    book_file.refuse_no_file(path)
    if protected_files.is_open(path):
        raise Refused("{path} 正开着，请先关闭", path=path)
    with plain_errors(path), path.open("rb") as file:
        beginning = file.read(16)
    if beginning.strip(b"\0") and beginning.startswith(b"SQLite"):
        book_file.refuse_foreign_file(path)


def lines_in(rows: Iterable[RawRow]) -> Iterator[JournalLine]:
    """The lines of a journal among the rows of its table; what is none is left out."""
    for row in rows:
        if not is_line(row):
            continue
        with suppress(ValueError, TypeError):
            line = JournalLine.of((row.number, *row.values[1:]))
            if all(isinstance(word, str) for word in line.about):
                yield line


def is_line(row: RawRow) -> bool:
    """Whether a row has the values of a line of the journal."""
    if len(row.values) != len(_JOURNAL):
        return False
    kinds = [str, str, str, str, int, bytes, str, str]
    return all(
        isinstance(value, kind) or (value is None and kind is int)
        for value, kind in zip(row.values[1:], kinds, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Heads:
    """The ends of a book's journal: the hash of its first line, which no two books share, and its last line."""

    path: Path
    first: str
    last: JournalLine


def heads(path: Path) -> Heads | None:
    """The ends of the journal of a book that is not open here; None where they cannot be made out.

    Only the few pages that lead there are read, and nothing is locked.
    """
    with suppress(OSError, Refused), pages.opened(path) as found:
        root = found.roots().get("journal")
        if root is not None:
            rows = (found.row(root.page, 1), found.last_row(root.page))
            ends = list(lines_in(row for row in rows if row is not None))
            if len(ends) == 2:  # noqa: PLR2004 - the first and the last
                return Heads(path, ends[0].hash, ends[1])
    return None


def heads_beside(book: Path) -> list[Heads]:
    """Of the other books in the folder of one, the ends of their journals; backups that the program made left out.

    Whatever a program that synchronises folders calls its copies, they begin with the same name or end alike.
    """
    book = resolved(book)
    found = []
    with suppress(OSError):
        for path in sorted(book.parent.iterdir())[:_MOST_FILES]:
            like = path.suffix.lower() == book.suffix.lower() or path.name.startswith(book.stem)
            if path == book or not like or is_copy(path, book) or path.name.endswith(_BESIDE):
                continue
            if path.is_file() and (ends := heads(path)) is not None:
                found.append(ends)
    return found
