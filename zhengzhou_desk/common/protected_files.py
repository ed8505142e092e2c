"""Protected files: books, their locks and journals, backups, packages, sealed or not, which no output may replace."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused, system_words

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x5A5A4442  # "ZZDB", at its place in the header of every book
BOOK_ENDING = ".zzd"
# What stands in a package, a zip archive that begins with one of them.
PACKAGE_ENDING = ".zdp"
PACKAGE_PARTS = ("manifest.json", "units.json", "digest.json")
# What SQLite, the lock and a copy that is being made put beside a book, by what follows the book's name.
_BESIDE = (".lock", "-journal", "-wal", "-shm", ".part")

# How every sealed file begins; what a text transfer would change is in it.
SEALED_MARK = b"\x89ZZDSEAL\r\n\x1a\n"
_ALIKE = 10  # of its twelve bytes: with fewer damaged ones it is still known for what it was

_SQLITE = b"SQLite format 3\x00"
_ID_AT = 68
_ZIP, _ZIP_NAME_AT = b"PK\x03\x04", 30
_HEAD = 100

# The books that this program has open, by device and number of their files, and how often. None is opened only to be
# looked at: POSIX drops every lock of a program on a file when it closes any of its handles, SQLite's among them.
_open_books: Counter[tuple[int, int]] = Counter()


def note_opened(identity: tuple[int, int]) -> None:
    """Notes that this program has a book open."""
    _open_books[identity] += 1


def note_closed(identity: tuple[int, int]) -> None:
    """Notes that it has closed it again."""
    _open_books[identity] -= 1


def identity_of(path: Path) -> tuple[int, int]:
    """Which file it is, by whatever name. Raises OSError where there is none."""
    status = path.stat()
    return status.st_dev, status.st_ino


def is_open(path: Path) -> bool:
    """Whether a path leads to a book that this program has open."""
    try:
        return _open_books[identity_of(path)] > 0
    except OSError:  # a file that is not there or cannot be asked
        return False


def refuse_protected(path: Path) -> None:
    """Refuses `path` as the place of an output where a book, what belongs to one, or a package stands.

    Its first bytes tell a book or a package whatever its name; its name tells a damaged one.
    """
    refuse_side_file(path)
    if not path.is_file():
        return
    ending = path.suffix.lower()
    if ending == BOOK_ENDING or _is_book(path):
        raise Refused("{path} 是账册或备份，不能被覆盖。请另取文件名", path=path)
    if ending == PACKAGE_ENDING or _is_package(path):
        raise Refused("{path} 是上报包，不能被覆盖。请另取文件名", path=path)
    if is_sealed(_head(path)):
        raise Refused("{path} 是加密的备份或上报包，不能被覆盖。请另取文件名", path=path)


def refuse_side_file(path: Path) -> None:
    """Refuses the name of a book's lock or journal, even while there is none: the book could not be opened any more."""
    name = path.name.lower()
    books = [
        path.with_name(path.name[: -len(ending)]) for ending in _BESIDE if name.endswith(ending) and name != ending
    ]
    if any(book.is_file() and (book.suffix.lower() == BOOK_ENDING or _is_book(book)) for book in books):
        raise Refused("{path} 是账册的附属文件，不能被覆盖。请另取文件名", path=path)


def is_sealed(head: bytes) -> bool:
    """Whether a file that begins so is a sealed one (common/sealing.py), sound or not."""
    there = zip(head, SEALED_MARK, strict=False)
    return sum(found == wanted for found, wanted in there) >= _ALIKE


def _is_book(path: Path) -> bool:
    if is_open(path):
        return True
    head = _head(path)
    return head.startswith(_SQLITE) and head[_ID_AT : _ID_AT + 4] == APPLICATION_ID.to_bytes(4, "big")


def _is_package(path: Path) -> bool:
    head = _head(path)
    return head.startswith(_ZIP) and head[_ZIP_NAME_AT:].startswith(tuple(part.encode() for part in PACKAGE_PARTS))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise Refused(
            "看不出 {path} 是什么文件（{reason}），不能覆盖。请另取文件名", path=path, reason=system_words(error)
        ) from None
