"""Restoring: verified before and after, and nothing put in place that is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book, clock, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up, verified
from zhengzhou_desk.store.restore import restore


def test_a_backup_is_verified_and_restored_even_beside_a_stale_journal(tmp_path: Path) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    digest = verified(copy)
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(500))
    kept = restore(path, copy, clock(), who="王")
    assert kept is not None
    assert kept.exists()
    assert verified(path) == digest
    with opened(path) as desk:
        assert desk.rows(Filing)[0].reserve == 8_000_000


def test_a_damaged_backup_is_not_put_in_place(tmp_path: Path) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    damaged = copy.read_bytes().replace("第一小学".encode(), "第九小学".encode())
    copy.write_bytes(damaged)
    before = path.read_bytes()
    with pytest.raises(Refused):
        restore(path, copy, clock(), who="王")
    assert path.read_bytes() == before
