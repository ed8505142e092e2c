"""The command that deletes outdated personal data: tried first, then done, then the backups."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.books import clock, new_desk, unit
from zhengzhou_desk.cli.run import DONE, FOUND, REFUSED, run
from zhengzhou_desk.store import backup

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_tried_done_and_the_backups_after_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with new_desk(tmp_path, unit(phone="13917345628", closed=datetime.date(2010, 1, 1))) as desk:
        path = desk.path
    copy = backup.back_up(path, tmp_path, clock())
    words = ["forget", str(path), "--before", "2015"]
    before = path.read_bytes()
    assert run([*words, "--dry-run"]) == DONE
    assert path.read_bytes() == before
    assert run([*words, "--pinned-too"]) == REFUSED
    assert run(words) == FOUND
    assert b"13917345628" not in path.read_bytes()
    assert copy.name in capsys.readouterr().out
    assert run([*words, "--delete-backups"]) == DONE
    assert not copy.exists()
    out = capsys.readouterr().out
    assert "13917345628" not in out


def test_an_encrypted_backup_goes_only_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with new_desk(tmp_path, unit(phone="13917345628", closed=datetime.date(2010, 1, 1))) as desk:
        path = desk.path
    sealed = backup.back_up(path, tmp_path, clock(), password="一二三四五六七八")
    words = ["forget", str(path), "--before", "2015"]
    assert run([*words, "--sealed-too"]) == REFUSED
    assert run([*words, "--delete-backups"]) == FOUND
    assert "可能还保存着" in capsys.readouterr().out
    assert sealed.exists()
    assert run([*words, "--delete-backups", "--sealed-too"]) == DONE
    assert not sealed.exists()
