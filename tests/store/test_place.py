"""Files in their places: never in each other's way, never through links, for the owner alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.books import book, clock, opened
from tests.store.helpers import cuts
from tests.systems import posix
from zhengzhou_desk.common.atomic_file import atomic, open_log
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing, exports, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.backup import back_up, backups, verified
from zhengzhou_desk.store.restore import restore


@posix
@pytest.mark.parametrize("what", ["backup", "upgrade", "new"])
def test_what_a_killed_program_leaves_is_in_nobody_s_way_in_the_same_minute(tmp_path: Path, what: str) -> None:
    path = tmp_path / "账.zzd"
    if what == "backup":
        with Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who=""):
            pass

    def job() -> None:
        if what == "backup":
            back_up(path, tmp_path, clock())
        elif what == "upgrade":
            opened(path).close()
        else:
            Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who="").close()

    def ready() -> None:
        if what == "upgrade":
            shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
        elif what == "new":
            path.unlink(missing_ok=True)

    ready()
    for _ in cuts(job):
        if what == "new" and path.exists():
            verified(path)
            continue
        job()
        verified(path)
        ready()


@posix
def test_our_own_notes_and_settings_are_not_written_through_links(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    for name in ("settings.json", "crash.log"):
        (tmp_path / name).symlink_to(victim)
    Settings(tmp_path / "settings.json").put("look", "dark")
    assert Settings(tmp_path / "settings.json").get("look", "") == "dark"
    with pytest.raises(OSError):
        open_log(tmp_path / "crash.log")
    assert victim.read_text(encoding="utf-8") == "valuable"


@posix
@pytest.mark.parametrize("umask", [0, 0o022, 0o277])
def test_books_copies_packages_and_notes_are_for_their_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = book(tmp_path)
        with opened(path) as desk:
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
            assert rights(path.with_name(path.name + "-journal")) == 0o600
            exports.export_book(desk, tmp_path / "export.xlsx")
            submissions.write(desk, tmp_path / "a.zdp", 2024, now=clock(), contacts=True)
            old = tmp_path / "old.xlsx"
            old.touch()
            old.chmod(0o644)
            exports.export_book(desk, old)
        made = [back_up(path, tmp_path, clock()), back_up(path, tmp_path, clock(), pinned=True)]
        path.chmod(0o644)
        kept = restore(path, made[0], clock())
        Settings(tmp_path / "settings.json").put("look", "dark")
        with open_log(tmp_path / "crash.log") as file:
            file.write("x")
        assert kept is not None
        for each in (
            path,
            kept,
            *made,
            old,
            *(tmp_path / name for name in ("export.xlsx", "a.zdp", "settings.json", "crash.log")),
        ):
            assert rights(each) == 0o600, each
    finally:
        os.umask(before)


@posix
def test_an_upgraded_book_s_copy_is_private_too(tmp_path: Path) -> None:
    path = tmp_path / "旧.zzd"
    shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
    path.chmod(0o644)
    opened(path).close()
    (copy,) = backups(tmp_path, path)
    assert rights(copy.path) == 0o600


@posix
def test_papers_to_be_handed_on_have_the_usual_rights(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with atomic(tmp_path / "通知书.pdf") as part:
            part.write_bytes(b"x")
    finally:
        os.umask(before)
    assert rights(tmp_path / "通知书.pdf") == 0o644


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777
