"""Personal data: masked until asked for, deleted for good, and found in no file but those that are to hold it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import package
from zhengzhou_desk.records import Account, BookYear, Followup, Unit
from zhengzhou_desk.services import editing, exports, journal_words, personal, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import backup

if TYPE_CHECKING:
    from pathlib import Path

NUMBER, NAME, STREET = "13917345628", "欧阳明德", "金水区文化路917号"
CLOSED = datetime.date(2015, 6, 1)


def old_book(folder: Path) -> Desk:
    """A unit closed in 2015 and its SOE, and a unit that goes on."""
    closed = unit("101009", "旧校", contact=NAME, phone=NUMBER, closed=CLOSED)
    soe = Account(name="旧公司", uscc="91410105MA00000001", unit="101009", contact=NAME, phone=NUMBER, address=STREET)
    return new_desk(folder, closed, soe, unit(contact="张三", phone="13800000000"), filing())


def holds(path: Path) -> bool:
    content = path.read_bytes()
    return any(word.encode() in content for word in (NUMBER, NAME, STREET))


def test_what_has_ended_is_blanked_as_one_step_and_is_in_no_byte_of_the_file(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        assert holds(desk.path), "the control: it was there"
        assert personal.outdated(desk, 2015) == ()
        assert personal.forget(desk, 2019) == 2
        assert (desk.journal()[0].name, desk.journal()[0].about) == ("forget", ("2", "2019"))
        assert not holds(desk.path)
        assert [row.phone for row in desk.tables.all(Unit)] == [None, "13800000000"]
        assert personal.forget(desk, 2019) == 0
        with pytest.raises(Refused, match="不能撤回"):
            editing.undo_line(desk, desk.journal()[0].number)
        with pytest.raises(Refused, match="还没有到"):
            personal.forget(desk, 2030)
    backup.verified(desk.path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and holds(path)], "no copy was made on the way"


def test_backups_that_still_hold_it_are_found_and_deleted_pinned_ones_only_if_asked(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        usual = backup.automatic(desk.path, clock())
        kept = backup.back_up(desk.path, tmp_path, clock(), pinned=True)
        personal.forget(desk, 2019)
        after = backup.back_up(desk.path, tmp_path, clock())
        found = personal.copies_holding(desk)
        assert {(copy.path.name, copy.pinned, copy.cells) for copy in found} == {
            (usual.name, False, 5),
            (kept.name, True, 5),
        }
        gone, left = personal.delete_copies(found)
        assert ([copy.path.name for copy in gone], [copy.path.name for copy in left]) == ([usual.name], [kept.name])
        assert personal.delete_copies(left, pinned=True)[1] == []
        assert after.exists()
        assert personal.copies_holding(desk) == []


def test_a_sealed_copy_of_before_is_listed_and_goes_only_if_asked(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        sealed = backup.back_up(desk.path, tmp_path, clock(), password="一二三四五六七八")
        assert personal.copies_holding(desk) == []  # nothing has been deleted yet
        personal.forget(desk, 2019)
        found = personal.copies_holding(desk)
        assert [(copy.path, copy.sealed, copy.cells) for copy in found] == [(sealed, True, None)]
        assert personal.delete_copies(found, pinned=True) == ([], found)
        assert personal.delete_copies(found, sealed=True) == (found, [])
        assert not sealed.exists()


def test_a_copy_that_cannot_be_read_is_named_and_stays(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        copy = backup.back_up(desk.path, tmp_path, clock())
        copy.write_bytes(b"?" * 5_000)
        found = personal.copies_holding(desk)
        assert [(each.path.name, each.cells) for each in found] == [(copy.name, None)]
        assert personal.delete_copies(found, pinned=True) == ([], found)


def test_who_looked_is_journalled_once_in_a_sitting(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        before = len(desk.journal())
        assert not desk.shows_personal
        for shown in (True, False, True):
            desk.show_personal(shown=shown)
        assert [line.name for line in desk.journal()[:-before]] == ["show_personal"]
        assert desk.undoable is None or desk.undoable.name != "show_personal"
        path = desk.path
    with Desk.opened(path, clock=clock, who="李", writable=False) as desk:
        assert not desk.shows_personal, "masked again when it is opened"
        desk.show_personal(shown=True)
        assert desk.shows_personal
    backup.verified(path)


def test_a_mask_is_never_written_over_the_true_value(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        row = next(iter(desk.tables.all(Unit)))
        for column, mask in (("phone", "139****5628"), ("contact", "欧＊")):
            with pytest.raises(Refused, match="遮住的个人信息"):
                editing.edit(desk, row, column, mask)
        assert row in desk.tables.all(Unit)


def test_outputs_hold_none_unless_asked_for(tmp_path: Path) -> None:
    """The marked number in every file that is made: only the workbook with contacts may have it."""
    with old_book(tmp_path) as desk:
        out = tmp_path / "out"
        out.mkdir()
        exports.export_book(desk, out / "without.xlsx", contacts=False)
        exports.write_summary(desk, out / "summary.xlsx", 2024)
        journal_words.write_journal(desk, out / "journal.xlsx")
        submissions.write(desk, out / "p.zdp", 2024, now=clock())
        exports.export_book(desk, tmp_path / "with.xlsx")
    import zipfile

    def said(path: Path) -> bytes:
        with zipfile.ZipFile(path) as packed:
            return b"".join(packed.read(name) for name in packed.namelist())

    marks = [word.encode() for word in (NUMBER, NAME, STREET, "13800000000", "张三")]
    for path in out.iterdir():
        assert not any(mark in said(path) for mark in marks), path
    assert all(mark in said(tmp_path / "with.xlsx") for mark in marks), "the control"
    assert package.read_package(out / "p.zdp").manifest["contacts"] is False


def test_notes_on_errors_lose_what_the_book_and_the_eye_know_as_personal(tmp_path: Path) -> None:
    with old_book(tmp_path) as desk:
        said = personal.without_personal(
            f"ValueError: {NAME} {NUMBER} {STREET} 13700001111 0371-65951234 410105001", desk.tables
        )
        assert said == "ValueError: ＊＊＊ ＊＊＊ ＊＊＊ ＊＊＊ ＊＊＊ 410105001"
        assert personal.is_held(desk.tables, NUMBER)
        assert not personal.is_held(desk.tables, "")


def test_a_file_that_cannot_be_written_anew_is_said_and_done_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with old_book(tmp_path) as desk:

        def full(_desk: Desk) -> None:
            raise Refused("磁盘已满，没有改动")

        with monkeypatch.context() as patch:
            patch.setattr(Desk, "compact", full)
            with pytest.raises(Refused, match="已经从各表中删除并保存，但账册文件"):
                personal.forget(desk, 2019)
        assert personal.outdated(desk, 2019) == ()
        assert personal.forget(desk, 2019) == 0
        assert not holds(desk.path)


def test_whom_one_spoke_with_goes_with_its_year_even_where_that_is_closed(tmp_path: Path) -> None:
    row = Followup(year=2015, unit="101003", day=CLOSED, means="call", whom=NAME)
    with new_desk(tmp_path, unit(), row, BookYear(year=2015, closed=True)) as desk:
        assert [each.id for each in personal.outdated(desk, 2016)] == [next(iter(desk.tables.all(Followup))).id]
        assert personal.outdated(desk, 2015) == ()
        personal.forget(desk, 2019)
        assert next(iter(desk.tables.all(Followup))).whom is None
        assert not holds(desk.path)
