"""Sealing a backup and restoring it, beside the bare library sealing the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tests.benchmarks.rows import Row, median_of, timed
from tests.books import clock, filing, new_desk, order, unit
from zhengzhou_desk.common import sealing
from zhengzhou_desk.store.backup import back_up
from zhengzhou_desk.store.restore import restore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run

PASSWORD = "only to be opened again"


def rows(run: Run) -> Iterator[Row]:
    folder = run.folder / "sealing"
    folder.mkdir()
    orders = (order(f"{number:012d}", "101003", 100 + number) for number in range(run.size("sealed")))
    with new_desk(folder, unit(), filing(), *orders, name="台账.zzd") as desk:
        book = desk.path
    pages = book.read_bytes()
    size = f"{len(pages) / 2**20:.0f} MB"

    def bare() -> None:
        key = Scrypt(b"x" * 16, 32, 1 << sealing.LOG_N, 8, 1).derive(b"password")
        AESGCM(key).encrypt(b"0" * 12, pages, None)

    alone = median_of(run.times(3), bare)
    took = median_of(run.times(3), lambda: sealing.seal(pages, PASSWORD, sealing.BOOK))
    yield Row("seal a book", size, took, "s", "scrypt and AES-GCM", alone)
    took, copy = timed(lambda: back_up(book, folder, clock(), password=PASSWORD))
    yield Row("  back up, sealed and verified", size, took, "s", "scrypt and AES-GCM", alone)
    took, _ = timed(lambda: restore(folder / "新.zzd", copy, clock(), password=PASSWORD))
    yield Row("  restore the sealed backup", size, took, "s", "scrypt and AES-GCM", alone)
