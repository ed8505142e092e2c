"""One writer for a book: the second is told who has it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.books import book, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.lock import Locked


def test_a_second_writer_is_told_who_has_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path):
        with pytest.raises(Locked, match="王"):
            opened(path)
        with opened(path, writable=False) as reader:
            assert not reader.writable
            with pytest.raises(Refused, match="只读"):
                editing.edit(reader, reader.rows(Filing)[0], "reserve", 1)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    path = book(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refused):
            opened(path)
        with opened(path, writable=False) as desk:
            assert desk.rows(Unit)
    finally:
        tmp_path.chmod(0o700)
