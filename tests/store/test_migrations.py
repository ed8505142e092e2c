"""Books of earlier formats are brought up to date: nothing is lost, and digest, journal and replay still agree."""

from __future__ import annotations

import datetime
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import (
    Account,
    ColumnMapping,
    DistrictCode,
    Filing,
    KeptBulletin,
    Notice,
    Setting,
    Spending,
    Submission,
    UnitAlias,
)
from zhengzhou_desk.records.submission import unpacked
from zhengzhou_desk.reports.bulletin_units import BulletinFigures
from zhengzhou_desk.services import editing, import_memory
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, rendering
from zhengzhou_desk.store import digest, journal, replay, schema
from zhengzhou_desk.store.backup import backups, verified
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from collections.abc import Sequence


BOOKS = Path(__file__).parent / "books"
DAY = datetime.date(2024, 4, 1)
# What the program of format 2 read out of format_2.zzd: a bulletin kept twice, a mapping chosen in two steps and one
# that was undone, a name that first meant another unit, a name too long for a setting, two notices, a district.
FIGURES = BulletinFigures(
    asked=3, filed=3, confirmed=3, reserve=9_100_000, ordered=560_000, paid=500_000, completed=500_000, counted=500_000,
    base=9_100_000,
)  # fmt: skip
MAPPINGS = {"a1b2": {"说明": "", "预留（新）": "reserve", "食堂食材采购总额合计": "total"}}
ALIASES = {"金水一小": "101003", "金水二小": "101004", ("一个很长很长的旧名称" * 6)[:54]: "101005"}
DIGEST = "796591778512d7bd93b776a492ef7c17689badcb95840f88acf74f2bdb10f2fc"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of a book of format 2."""
    return Path(shutil.copy(BOOKS / "format_2.zzd", tmp_path / "旧账册.zzd"))


def upgraded(path: Path) -> Desk:
    return Desk.opened(path, clock=clock, who="赵")


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_settings_kept_stands_in_tables_of_its_own(path: Path) -> None:
    with upgraded(path) as desk:
        assert bulletins.kept(desk, 2024) == {DAY: FIGURES}
        assert import_memory.mappings(desk) == MAPPINGS
        assert import_memory.aliases(desk) == ALIASES
        assert sorted(row.name for row in desk.rows(Setting)) == [
            "bureau", "contact", "phone", "region", "template:bulletin",
        ]  # fmt: skip
        assert len(desk.rows(ColumnMapping)) == 3
        assert [content.unit for content in map(rendering.content_of, desk.rows(Notice))] == ["101004", "101005"]
        assert [unit.name for row in desk.rows(Submission) for unit in unpacked(row)] == ["七小"]


def test_nothing_else_changes(path: Path) -> None:
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    untouched = [name for name in tables if name not in ("setting", "journal", "anchor") and not name.startswith("_")]
    columns = {
        name: ", ".join(f'"{column}"' for _, column, *_ in rows(path, f'PRAGMA table_info("{name}")'))
        for name in untouched
        if name != "sqlite_sequence"
    }
    before = {name: rows(path, f'SELECT {columns[name]} FROM "{name}"') for name in columns}
    lines = rows(path, "SELECT * FROM journal ORDER BY number")
    upgraded(path).close()
    assert {name: rows(path, f'SELECT {columns[name]} FROM "{name}"') for name in before} == before
    assert rows(path, "SELECT * FROM journal ORDER BY number")[:-1] == lines


def test_digest_journal_and_replay_agree_before_and_after(path: Path) -> None:
    assert all(check.ok for check in checkup(path, clock())), "as an earlier program left it"
    assert verified(path) == DIGEST
    with upgraded(path) as desk:
        line = desk.store.lines(1)[0]
        assert (line.number, line.name, line.about, line.who, line.at) == (
            19, "upgrade", ("5",), "赵", "2024-04-01 09:30:00",
        )  # fmt: skip
        assert editing.step_text(line) == "升级账册格式：5 项移到各自的表中"
    assert [(check.title.text(), check.state) for check in checkup(path, clock()) if not check.ok] == []
    verified(path)
    with closing(sqlite3.connect(path)) as connection:
        assert replay.differences(connection) == []
        assert replay.broken_at(connection) is None
    (copy,) = backups(path.parent, path)
    assert copy.pinned
    assert verified(copy.path) == DIGEST


def test_a_second_opening_changes_nothing(path: Path) -> None:
    upgraded(path).close()
    before = path.read_bytes()
    with upgraded(path) as desk:
        assert import_memory.aliases(desk) == ALIASES
    assert path.read_bytes() == before
    assert len(backups(path.parent, path)) == 1


def test_a_book_with_nothing_to_move_gets_no_line(tmp_path: Path) -> None:
    path = Path(shutil.copy(BOOKS / "format_1.zzd", tmp_path / "旧.zzd"))
    count = len(rows(path, "SELECT number FROM journal"))
    upgraded(path).close()
    assert len(rows(path, "SELECT number FROM journal")) == count
    assert rows(path, "PRAGMA user_version") == [(schema.VERSION,)]
    with closing(sqlite3.connect(path)) as connection:
        assert replay.differences(connection) == []


def test_older_steps_are_taken_back_or_refused_in_words(path: Path) -> None:
    with upgraded(path) as desk:
        names = {line.number: (line.name, line.about or ("",), line.undoes) for line in desk.journal()}
        for number, (name, about, _) in names.items():
            if name == "upgrade":
                with pytest.raises(Refused, match="不能撤回"):
                    editing.undo_line(desk, number)
            elif name == "bulletin" or about[0].startswith(("mapping:", "alias:")):
                with pytest.raises(Refused, match="“设置”中的行后来又改过，不能直接撤回"):
                    editing.undo_line(desk, number)
        edit = next(number for number, (name, *_) in names.items() if name == "edit")
        editing.undo_line(desk, edit)
        assert desk.rows(Filing)[0].reserve == 8_000_000
        contact = next(number for number, (_, about, _) in names.items() if about == ("contact",))
        editing.undo_line(desk, contact)
        assert desk.setting("contact") is None
        assert sum(1 for _, (_, about, undoes) in names.items() if undoes and about == ("mapping:c3d4",)) == 1
    assert all(check.ok for check in checkup(path, clock()))


def test_the_new_tables_are_written_on_and_taken_back(path: Path) -> None:
    with upgraded(path) as desk:
        import_memory.remember_alias(desk, "金水二小", "101005")
        import_memory.remember_mapping(desk, "a1b2", {"说明": "note", "预留（新）": "reserve"})
        assert import_memory.aliases(desk) == ALIASES | {"金水二小": "101005"}
        assert import_memory.mappings(desk) == {"a1b2": MAPPINGS["a1b2"] | {"说明": "note"}}
        assert editing.step_text(desk.store.lines(1)[0]) == "修改设置 电子表格的列"
        assert len(desk.rows(UnitAlias)) == 3
        desk.undo()
        desk.undo()
        assert (import_memory.aliases(desk), import_memory.mappings(desk)) == (ALIASES, MAPPINGS)
        bulletins.keep(desk, bulletins.make(desk, 2024))
        assert len(desk.rows(KeptBulletin)) == 1, "kept again on the same day: the same row"
    assert all(check.ok for check in checkup(path, clock()))


# -- settings that no program of ours has written ---------------------------------------------------------


def added(path: Path, settings: Sequence[tuple[str, int | None, str | None]]) -> None:
    """Puts settings into a book of format 2 so that its digest holds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany("INSERT INTO setting (name, year, value) VALUES (?, ?, ?)", settings)
        connection.execute("UPDATE anchor SET content = ?", (digest.as_text(digest.of_book(connection)),))
        connection.commit()


def test_a_kept_bulletin_of_another_version_does_not_stop_the_next_one(path: Path) -> None:
    full = dict.fromkeys(
        ("asked", "filed", "confirmed", "reserve", "ordered", "paid", "completed", "counted", "base"), 1
    )
    less = {name: value for name, value in full.items() if name != "paid"}
    added(path, [
        ("bulletin:2024-01-31", 2024, json.dumps(full | {"来自新版": {"x": 1}})),
        ("bulletin:2024-02-29", 2024, json.dumps(less)),
        ("bulletin:2024-03-31", 2024, json.dumps(full | {"paid": "1", "base": 2**70})),
    ])  # fmt: skip
    with upgraded(path) as desk:
        assert sorted(bulletins.kept(desk, 2024)) == [datetime.date(2024, 1, 31), DAY], "a blank figure is not 0"
        assert len(desk.rows(KeptBulletin)) == 4
        last = bulletins.previous(desk, 2024)
        assert last is not None
        assert last[0] == datetime.date(2024, 1, 31)
        assert bulletin_document.content(desk, bulletins.make(desk, 2024)).title


def test_a_setting_that_cannot_be_made_out_stays_where_it_is(path: Path) -> None:
    odd = [
        ("bulletin:2024-13-31", 2024, "{}"), ("bulletin:2024-01-31", None, "{}"), ("bulletin:2024-02-01", 2024, "{"),
        ("mapping:x", None, "[1]"), ("mapping:y", None, '{"a": 1}'), ("mapping:z", None, "{}"), ("alias:", None, "1"),
        ("alias:w", None, None), ("mapping:", None, '{"a": "b"}'),
    ]  # fmt: skip
    added(path, odd)
    with upgraded(path) as desk:
        assert {row.name for row in desk.rows(Setting)} >= {name for name, *_ in odd}
        assert (bulletins.kept(desk, 2024), import_memory.mappings(desk)) == ({DAY: FIGURES}, MAPPINGS)
        assert import_memory.aliases(desk) == ALIASES


def test_the_line_of_the_upgrade_hangs_on_the_journal_s_chain(path: Path) -> None:
    upgraded(path).close()
    (before, line) = rows(path, "SELECT * FROM journal ORDER BY number DESC LIMIT 2")[::-1]
    made = journal.JournalLine.of(line)
    assert made.previous == before[-1]
    assert made.computed_hash() == made.hash
    assert rows(path, "SELECT number, head FROM anchor") == [(made.number, made.hash)]


def test_a_book_of_the_first_format_is_brought_up_to_date_and_a_copy_of_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "旧账册.zzd"
    shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
    with pytest.raises(Refused, match="先以可写方式打开一次"):
        opened(path, writable=False)
    with opened(path) as desk:
        account = desk.rows(Account)[0]
        assert (account.note, account.regulator) == ("x", None)
        editing.edit(desk, account, "regulator", "区国资局")
        desk.undo()
        editing.undo_line(desk, 3)
        assert desk.rows(Account)[0].note is None
        editing.edit(desk, desk.rows(Spending)[0], "funds", "5万元")
    assert all(check.ok for check in checkup(path))
    (copy,) = backups(tmp_path, path)
    assert copy.pinned
    assert verified(copy.path) == verified(Path(__file__).parent / "books" / "format_1.zzd")


def test_of_what_districts_submitted_before_it_is_not_known_who_made_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(BOOKS / "format_3.zzd", tmp_path / "旧.zzd"))
    before = rows(path, "SELECT * FROM submission")
    with upgraded(path) as desk:
        (row,) = desk.rows(Submission)
        assert (row.origin, row.signer, row.origin_reason) == (None, None, None)
        assert desk.rows(DistrictCode) == []
        assert len(desk.journal()) == 19, "nothing was moved: no line says so"
    assert rows(path, "SELECT * FROM submission") == [(*row, None, None, None) for row in before]
    assert all(check.ok for check in checkup(path, clock()))
    (copy,) = backups(tmp_path, path)
    assert (copy.pinned, verified(copy.path)) == (True, verified(BOOKS / "format_3.zzd"))
