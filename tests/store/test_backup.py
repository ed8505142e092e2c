"""Copies: on the disk before they count, compared before they count, and another's unfinished one left alone."""

from __future__ import annotations

import datetime
import os
import sys
import time
from pathlib import Path

import pytest

from tests.books import book, clock, filing, new_desk, opened, unit
from tests.store.test_place import rights
from zhengzhou_desk.common import atomic_file, sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import backup, book_file
from zhengzhou_desk.store.backup import AUTOMATIC, automatic, back_up, backups, superseded, verified
from zhengzhou_desk.store.checkup import DAMAGED, checkup
from zhengzhou_desk.store.io_errors import Damaged

DAY = datetime.timedelta(days=1)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing(), name="台账.zzd") as desk:
        return desk.path


def test_a_copy_is_on_the_disk_before_it_takes_its_name(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, link = os.fsync, os.link
    whole = source.stat().st_size

    def synced(file: int) -> None:
        steps.append("whole" if os.fstat(file).st_size == whole else "other")
        sync(file)

    def linked(source: Path, target: Path) -> None:
        steps.append(f"name {Path(target).name}")
        link(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "link", linked)
    copy = back_up(source, tmp_path, clock())
    named = steps.index(f"name {copy.name}")
    assert "whole" in steps[:named], "the copy itself"
    assert steps[named + 1 :] or sys.platform == "win32", "the folder that holds its name"


def test_an_unfinished_copy_goes_once_it_is_surely_abandoned(source: Path, tmp_path: Path) -> None:
    young, old, other = (tmp_path / name for name in (".zzd-0123456789ab.part", ".zzd-ba9876543210.part", "他人.part"))
    now = time.time()
    for part, hours in ((young, 23), (old, 25), (other, 600)):
        part.touch()
        os.utime(part, (now - hours * 3600, now - hours * 3600))
    back_up(source, tmp_path, clock())
    left = sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".part")
    assert left == sorted([young.name, other.name])


def test_of_a_day_the_last_copy_stays(tmp_path: Path) -> None:
    names = [f"台账_202404{day:02d}-{hour}00.zzd" for day in range(1, 29) for hour in ("09", "12", "17")]
    for name in names:
        (tmp_path / name).touch()
    copies = backup.backups(tmp_path, tmp_path / "台账.zzd")
    gone = {copy.path.name for copy in backup.superseded(copies)}
    left = [name for name in names if name not in gone]
    assert "台账_20240428-1700.zzd" in left
    earlier = [name for name in left if name[3:11] < "20240427"]
    assert earlier
    assert all(name.endswith("-1700.zzd") for name in earlier), "the day's last copy, never its first"


def test_a_copy_reads_as_the_book(source: Path, tmp_path: Path) -> None:
    copy = back_up(source, tmp_path, clock(), pinned=True)
    assert verified(copy) == verified(source)
    assert copy.name == "台账_20240401-0930_保留.zzd"
    assert not any(copy.with_name(copy.name + suffix).exists() for suffix in book_file.SIDE_FILES)


def test_old_backups_are_thinned_and_pinned_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "账.zzd"
    for month in range(1, 13):
        for day in range(1, 29):
            tmp_path.joinpath(f"账_2024{month:02d}{day:02d}-1200.zzd").touch()
    tmp_path.joinpath("账_20240101-1300_保留.zzd").touch()
    copies = backups(tmp_path, path)
    gone = superseded(copies)
    left = {copy.path.name for copy in copies} - {copy.path.name for copy in gone}
    assert "账_20240101-1300_保留.zzd" in left
    assert "账_20241228-1200.zzd" in left
    assert 12 <= len(left) <= 32


def test_two_copies_of_one_minute_have_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)
    real = atomic_file.put_in_place

    def overtaken(part: Path, target: Path) -> None:
        """Somebody else takes the name between the look and the link."""
        monkeypatch.setattr(atomic_file, "put_in_place", real)
        target.write_bytes(b"another")
        real(part, target)

    monkeypatch.setattr(atomic_file, "put_in_place", overtaken)
    made = back_up(path, tmp_path, clock())
    assert made.name.endswith("0930-2.zzd")
    verified(made)


def test_all_copies_of_the_latest_two_days_stay(tmp_path: Path) -> None:
    for name in ("0401-0800", "0401-0801", "0401-1700", "0329-0900", "0329-1000", "0301-0900", "0301-1000"):
        tmp_path.joinpath(f"账_2024{name}.zzd").touch()
    gone = superseded(backups(tmp_path, tmp_path / "账.zzd"))
    assert [copy.path.name for copy in gone] == ["账_20240301-0900.zzd"]


def test_a_copy_is_made_of_what_has_no_copy_yet_also_within_the_minute(tmp_path: Path) -> None:
    path = book(tmp_path)
    first = automatic(path, clock())
    assert automatic(path, clock()) == first
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
        second = automatic(path, clock(), desk.store.image())
        assert second != first
        assert verified(second) == desk.store.digest()
    assert automatic(path, clock()) == second
    assert rights(second) == 0o600 or sys.platform == "win32"


def test_a_copy_is_made_before_an_import_a_merge_and_a_large_paste(tmp_path: Path) -> None:
    path = book(tmp_path)
    folder = tmp_path / AUTOMATIC
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
        before = desk.store.digest()
        assert not folder.exists()
        for number, (name, size) in enumerate((("import", 1), ("merge", 1), ("paste", 100), ("paste", 99)), 1):
            rows = tuple(Change(None, Unit(code=f"2{number}{at:04d}", name="x")) for at in range(size))
            desk.apply(Entry(name, rows, ("x", "x")))
            copies = backups(folder, path)
            assert len(copies) == min(number, 3)
            if number < 4:
                assert before in {verified(copy.path) for copy in copies}
            before = desk.store.digest()


def test_a_new_book_is_filled_without_a_copy_of_nothing(tmp_path: Path) -> None:
    book(tmp_path)
    assert not (tmp_path / AUTOMATIC).exists()


def test_a_step_whose_copy_cannot_be_made_is_not_taken(tmp_path: Path) -> None:
    path = book(tmp_path)
    (tmp_path / AUTOMATIC).write_text("a file", encoding="utf-8")
    with opened(path) as desk:
        before = desk.store.digest()
        with pytest.raises(Refused):
            desk.apply(Entry("import", (Change(None, Unit(code="2", name="x")),), ("x",)))
        assert desk.store.digest() == before


def test_a_damaged_book_is_not_copied_and_the_sentence_names_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    path.write_bytes(path.read_bytes().replace("第一小学".encode(), "第九小学".encode()))
    with pytest.raises(Damaged, match="账册 一.zzd 里有数据在程序之外被改动过"):
        back_up(path, tmp_path, clock())
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


# -- sealed ------------------------------------------------------------------------------------------

PASSWORD = "备份的密码 2024"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)


def test_a_sealed_copy_is_verified_and_read_with_its_password_alone(source: Path, tmp_path: Path, quick: None) -> None:
    copy = back_up(source, tmp_path, clock(), password=PASSWORD)
    assert copy.name == "台账_20240401-0930_加密.zzd"
    assert rights(copy) == 0o600 or sys.platform == "win32"
    assert "第一小学".encode() not in copy.read_bytes()
    assert verified(copy, PASSWORD) == verified(source)
    with pytest.raises(Refused, match="要有密码"):
        verified(copy)
    with pytest.raises(Refused, match="密码不对"):
        verified(copy, "不是这个密码")
    assert all(check.ok for check in checkup(copy, clock(), password=PASSWORD))
    with pytest.raises(Refused, match="不能直接打开"):
        opened(copy)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".zzd-")] == []


def test_a_copy_that_does_not_come_out_again_is_not_kept(
    source: Path, tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = sealing.seal
    monkeypatch.setattr(sealing, "seal", lambda pages, *more: right(pages[:4096] + pages[8192:], *more))
    with pytest.raises(Damaged):
        back_up(source, tmp_path, clock(), password=PASSWORD)
    assert list(tmp_path.glob("*_加密*")) == []


def test_sealed_copies_are_listed_never_thinned_and_take_no_other_s_place(source: Path, quick: None) -> None:
    folder = source.parent / AUTOMATIC
    folder.mkdir()
    plain = back_up(source, folder, clock())
    copy = back_up(source, folder, clock(), password=PASSWORD)
    kept = back_up(source, folder, clock(), password=PASSWORD, pinned=True)
    assert kept.name == "台账_20240401-0930_加密_保留.zzd"
    found = {one.path: one for one in backups(folder, source)}
    assert {path: (one.sealed, one.pinned) for path, one in found.items()} == {
        plain: (False, False), copy: (True, False), kept: (True, True),
    }  # fmt: skip
    assert superseded(found.values()) == []
    later = [backup.Backup(folder / f"{day}", clock() + day * DAY, pinned=False) for day in range(1, 40)]
    gone = superseded([*found.values(), *later])
    assert plain in [one.path for one in gone]
    assert not {copy, kept} & {one.path for one in gone}
    only = [backup.Backup(folder / f"{day}", clock() + day * DAY, pinned=False, sealed=True) for day in range(1, 40)]
    assert superseded([found[plain], *only]) == [], "forty sealed ones later it is still the newest that can be read"


def test_the_automatic_copy_is_compared_with_the_newest_that_can_be_read(source: Path, quick: None) -> None:
    first = automatic(source, clock())
    back_up(source, source.parent / AUTOMATIC, clock() + DAY, password=PASSWORD)
    assert automatic(source, clock() + 2 * DAY) == first


def test_an_image_that_is_not_at_rest_is_damage(source: Path, tmp_path: Path, quick: None) -> None:
    """In WAL part of it would be in another file, which is not there."""
    pages = bytearray(source.read_bytes())
    pages[18:20] = b"\x02\x02"
    path = tmp_path / "x.zzd"
    path.write_bytes(sealing.seal(bytes(pages), PASSWORD, sealing.BOOK))
    with pytest.raises(Damaged, match="已损坏"):
        verified(path, PASSWORD)
    assert [check.state for check in checkup(path, clock(), password=PASSWORD) if not check.ok] == [DAMAGED]


def test_an_image_that_is_no_book_is_refused_though_it_was_sealed(tmp_path: Path, quick: None) -> None:
    path = tmp_path / "x.zzd"
    for pages, said in ((b"not a book" * 100, "不是郑采台账的账册"), (b"", "不是郑采台账的账册")):
        path.write_bytes(sealing.seal(pages, PASSWORD, sealing.BOOK))
        for look in (lambda: verified(path, PASSWORD), lambda: checkup(path, clock(), password=PASSWORD)):
            with pytest.raises(Refused, match=said):
                look()


def test_a_copy_that_the_disk_gives_back_otherwise_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path)
    (tmp_path / "到").mkdir()
    read = Path.read_bytes

    def altered(file: Path) -> bytes:
        given = read(file)
        return given[:-1] + bytes([given[-1] ^ 1]) if file.parent.name == "到" else given

    monkeypatch.setattr(Path, "read_bytes", altered)
    with pytest.raises(Refused, match="与账册不符"):
        back_up(path, tmp_path / "到", clock())
    assert not list((tmp_path / "到").iterdir())
