"""Sealing: a backup of a book of 60 MB, plain and sealed, and restoring it, beside the bare library."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tests.books import clock, filing, new_desk, order, unit
from zhengzhou_desk.common import sealing
from zhengzhou_desk.store.backup import back_up, verified
from zhengzhou_desk.store.restore import restore

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
ORDERS = 860_000
PASSWORD = "only to be opened again"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        orders = (order(f"{number:012d}", "101003", 100 + number) for number in range(ORDERS))
        with new_desk(folder, unit(), filing(), *orders, name="台账.zzd") as desk:
            book = desk.path
        print(f"the book: {book.stat().st_size / 2**20:.0f} MB")
        pages = book.read_bytes()
        key = _timed("scrypt alone", lambda: Scrypt(b"x" * 16, 48, 1 << sealing.LOG_N, 8, 1).derive(b"password"))
        _timed("AES-256-GCM alone", lambda: AESGCM(key[:32]).encrypt(b"0" * 12, pages, None))
        whole = _timed("sealed in memory", lambda: sealing.seal(pages, PASSWORD, sealing.BOOK))
        _timed("and opened again", lambda: sealing.unsealed(whole, book, PASSWORD))
        _timed("backup, verified", lambda: back_up(book, folder, clock()))
        copy = _timed("backup, sealed and verified", lambda: back_up(book, folder, clock(), password=PASSWORD))
        _timed("the sealed one verified", lambda: verified(copy, PASSWORD))
        _timed("the sealed one restored", lambda: restore(folder / "新.zzd", copy, clock(), password=PASSWORD))
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _timed(what: str, job: Callable[[], T]) -> T:
    started = time.perf_counter()
    answer = job()
    print(f"{what + ':':<32}{time.perf_counter() - started:6.2f} s")
    return answer


if __name__ == "__main__":
    main()
