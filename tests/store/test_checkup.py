"""体检 and opening: damage is only said when it is damage; what was altered outside is seen, looked at and confirmed."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.books import book, clock, filing, new_desk, opened, unit
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing, exports, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletins, drafting, register, rendering
from zhengzhou_desk.services.notices.city_report import city_report
from zhengzhou_desk.store import book_file, digest, schema
from zhengzhou_desk.store import checkup as checkups
from zhengzhou_desk.store.backup import verified
from zhengzhou_desk.store.checkup import ADVICE, ALTERED, DAMAGED, GOOD, UNSEEN, Check, checkup
from zhengzhou_desk.store.io_errors import Altered, Damaged
from zhengzhou_desk.store.lock import Locked, path_of


def altered(path: Path, statement: str = "UPDATE filing SET reserve = 1") -> Path:
    """The book after somebody has been at it with another tool."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    return path


def states(path: Path) -> set[str]:
    return {check.state for check in checkup(path)}


def advice(checks: tuple[Check, ...], state: str) -> str:
    return "；".join(f"{check.title} {check.advice}" for check in checks if check.state == state)


# -- damage is only said when it is damage -----------------------------------------------------------


def unfinished(path: Path) -> Path:
    """A copy of the book as a program that died while writing would have left it, its journal still to be played back."""
    left = path.with_name("left.zzd")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE filing SET reserve = 5")
        connection.execute("CREATE TABLE spill(x)")
        connection.execute(
            "INSERT INTO spill WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT randomblob(99) FROM n"
        )
        for suffix in ("", "-journal"):
            shutil.copy(str(path) + suffix, str(left) + suffix)
        connection.execute("ROLLBACK")
    return left


def test_a_book_that_was_not_closed_is_sound_and_says_so(tmp_path: Path) -> None:
    left = unfinished(book(tmp_path))
    before = left.read_bytes()
    checks = checkup(left)
    assert "没有正常关闭 什么都没有丢" in advice(checks, ADVICE)
    assert {check.state for check in checks} <= {GOOD, ADVICE}
    assert left.read_bytes() == before
    with pytest.raises(Refused, match="没有正常关闭，什么都没有丢"):
        opened(left, writable=False)
    opened(left).close()
    verified(left)
    assert "没有正常关闭" not in advice(checkup(left), ADVICE)


def test_a_book_that_was_not_closed_and_is_damaged_as_well_is_damaged(tmp_path: Path) -> None:
    left = unfinished(book(tmp_path))
    content = left.read_bytes()
    left.write_bytes(content[:4096] + bytes(4096 * 6) + content[4096 * 7 :])
    assert DAMAGED in states(left)


def test_a_book_in_use_is_looked_at_beside_its_window(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
        assert states(path) <= {GOOD, ADVICE}


def test_a_book_that_another_program_has_for_itself_is_not_called_damaged(tmp_path: Path) -> None:
    path = book(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        checks = checkup(path)
    assert "正被另一个程序使用" in advice(checks, UNSEEN)
    assert all(check.ok for check in checks)


def test_a_disk_that_cannot_be_read_is_not_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)

    def fail(path: Path) -> bytes:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_READ"
        raise error

    monkeypatch.setattr(book_file, "image", fail)
    checks = checkup(path)
    assert "出错" in advice(checks, UNSEEN)
    assert all(check.ok for check in checks)


def test_little_room_is_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)
    monkeypatch.setattr(checkups, "_ROOM", 1 << 62)
    checks = checkup(path)
    assert "磁盘还有空间 只剩" in advice(checks, ADVICE)
    assert all(check.ok for check in checks)


def test_a_name_of_a_table_that_is_no_text_is_damage(tmp_path: Path) -> None:
    path = book(tmp_path)
    content = path.read_bytes()
    assert content.count(b"tablenoticenotice") == 1
    path.write_bytes(content.replace(b"tablenoticenotice", b"table\xa5oticenotice"))
    assert DAMAGED in states(path)


def test_a_book_of_a_newer_program_is_not_damaged(tmp_path: Path) -> None:
    path = altered(book(tmp_path), f"PRAGMA user_version = {schema.VERSION + 1}")
    checks = checkup(path)
    assert "更新的版本" in advice(checks, UNSEEN)
    assert all(check.ok for check in checks)


# -- what opening cannot make sense of -----------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE anchor SET content = 'g' || substr(content, 2)",
        "UPDATE anchor SET content = ''",
        "UPDATE anchor SET number = 7",
        "DELETE FROM anchor",
        "UPDATE book_year SET year = 1000000000000",
        "UPDATE book_year SET year = -5",
        "UPDATE book_year SET closed = 2",
        "UPDATE filing SET year = 0",
        "UPDATE filing SET first_filed = '2024-3-1'",
        "UPDATE filing SET first_filed = '20240301'",
        "UPDATE filing SET first_filed = 'x'",
        "UPDATE filing SET state = 'x'",
        "UPDATE unit SET canteen = 'x'",
        "UPDATE unit SET name = hex(zeroblob(2000000))",
    ],
)
def test_nonsense_in_the_file_is_damage_at_opening(tmp_path: Path, statement: str) -> None:
    path = altered(book(tmp_path), statement)
    for writable in (True, False):
        with pytest.raises(Damaged):
            opened(path, writable=writable)
    assert DAMAGED in states(path) or ALTERED in states(path)


def test_figures_that_no_rule_can_judge_are_damage_at_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhengzhou_desk.services import desk as desks

    path = book(tmp_path)
    for error in (ValueError("year"), OverflowError("date value out of range"), KeyError("x")):

        def fail(*given: object, error: Exception = error, **more: object) -> None:
            raise error

        monkeypatch.setattr(desks, "Engine", fail)
        with pytest.raises(Damaged):
            opened(path)
        monkeypatch.undo()
    opened(path).close()  # and the lock is free


# -- what was altered outside -------------------------------------------------------------------------


def ways_out(desk: Desk, folder: Path) -> dict[str, object]:
    """Everything that lets figures out of the book."""
    return {
        "export": lambda: exports.export_book(desk, folder / "a.xlsx"),
        "summary": lambda: exports.write_summary(desk, folder / "b.xlsx"),
        "summary on paper": lambda: city_report(desk, 2024),
        "package": lambda: submissions.write(desk, folder / "c.zdp", 2024, now=clock()),
        "bulletin": lambda: bulletins.make(desk, 2024),
        "assess": lambda: exports.write_score_sheet(desk, folder / "d.xlsx"),
        "accounts": lambda: exports.write_accounts(desk, folder / "e.xlsx"),
        "unit changes": lambda: exports.write_changes(desk, folder / "f.xlsx"),
        "assess on paper": lambda: bulletins.score_letter(desk),
        "issue": lambda: register.issue(desk, drafting.drafts(desk)),
        "notices": lambda: rendering.write_documents(desk, drafting.drafts(desk), folder),
        "printed notices": lambda: rendering.merged_pdf(desk, drafting.drafts(desk)),
    }


def test_an_altered_figure_leaves_by_no_way_until_somebody_has_looked(tmp_path: Path) -> None:
    path = altered(
        book(tmp_path, unit(), filing(), filing(year=2023)), "UPDATE filing SET reserve = 100 WHERE year = 2024"
    )
    out = tmp_path / "out"
    out.mkdir()
    with opened(path) as desk:
        assert not desk.store.is_altered  # not asked yet: opening a large book does not wait for it
        for name, way in ways_out(desk, out).items():
            with pytest.raises(Altered, match="在程序之外被改动过"):
                way()  # type: ignore[operator]
                pytest.fail(name)
        assert desk.store.is_altered
        assert list(out.iterdir()) == []
        editing.edit(desk, desk.rows(Unit)[0], "note", "还可以修改")
        with pytest.raises(Altered):
            exports.export_book(desk, out / "a.xlsx")
        desk.accept_content()
        for way in ways_out(desk, out).values():
            way()
    with opened(path, writable=False) as desk:
        desk.refuse_altered()


def test_what_was_altered_is_listed_confirmed_and_can_be_taken_back(tmp_path: Path) -> None:
    path = book(tmp_path, unit(), unit("101004", "第二小学"), filing())
    for statement in (
        "UPDATE filing SET reserve = 100, state = 'returned'",
        "DELETE FROM unit WHERE code = '101004'",
        "INSERT INTO unit(code, name) VALUES ('9', '影子学校')",
    ):
        altered(path, statement)
    checks = checkup(path)
    said = advice(checks, ALTERED)
    assert DAMAGED not in {check.state for check in checks}
    assert "“填报”第 1 号的“预留份额” 日志所记：80,000.00；现在：1.00" in said
    assert "日志所记：已确认；现在：已退回" in said
    assert "日志所记：第二小学；现在：空白" in said
    assert "日志所记：空白；现在：影子学校" in said
    assert "3 行与日志所记不同" in said
    with opened(path) as desk:
        count = len(desk.journal())
        entry = desk.accept_content()
        line = desk.journal()[0]
        assert (line.name, line.about, line.number, line.who) == ("accept_content", ("3",), count + 1, "王")
        assert {(trace.table, trace.before is None, trace.after is None) for trace in line.traces()} == {
            ("filing", False, False), ("unit", True, False), ("unit", False, True),
        }  # fmt: skip
        assert all(check.ok for check in checkup(path)), advice(checkup(path), ALTERED)
        verified(path)
        editing.undo_line(desk, entry.number)
        assert desk.rows(Filing)[0].reserve == 8_000_000
        assert [row.name for row in desk.rows(Unit)] == ["第一小学", "第二小学"]
    assert all(check.ok for check in checkup(path))


def test_an_altered_personal_field_or_digest_is_confirmed_though_the_journal_does_not_know_it(tmp_path: Path) -> None:
    for number, statement in enumerate(
        ("UPDATE unit SET phone = '1'", "UPDATE anchor SET content = replace(content, '1', '2')")
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = altered(book(folder, unit(phone="13900001234"), filing()), statement)
        assert "在程序之外被改动过" in advice(checkup(path), ALTERED)
        with opened(path) as desk:
            with pytest.raises(Altered):
                desk.refuse_altered()
            assert desk.accept_content().about == ("0",)
        assert all(check.ok for check in checkup(path))


def test_a_broken_history_cannot_be_confirmed_away(tmp_path: Path) -> None:
    path = book(tmp_path)
    content = path.read_bytes()
    at = content.index("王".encode(), content.index(b"new_book") - 40)
    path.write_bytes(content[:at] + "李".encode() + content[at + len("李".encode()) :])
    altered(path)
    assert DAMAGED in states(path)
    with opened(path) as desk:
        with pytest.raises(Damaged):
            desk.accept_content()
        with pytest.raises(Altered):
            exports.export_book(desk, tmp_path / "a.xlsx")


def test_a_line_of_the_journal_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = book(tmp_path)
    altered(path, "DROP TRIGGER journal_keeps_words")
    altered(path, "UPDATE journal SET changes = x'00'")
    trigger = next(line for line in schema.FIRST.split("CREATE TRIGGER ") if line.startswith("journal_keeps_words"))
    altered(path, f"CREATE TRIGGER {trigger}")
    checks = checkup(path)
    assert "日志第 1 号已损坏" in advice(checks, DAMAGED)
    with opened(path) as desk:
        assert len(desk.journal()) == 2
        with pytest.raises(Refused, match="日志第 2 号已损坏"):
            editing.undo_line(desk, 2)
        with pytest.raises(Damaged):
            desk.accept_content()


def test_what_is_read_only_cannot_be_confirmed(tmp_path: Path) -> None:
    path = altered(book(tmp_path))
    with opened(path, writable=False) as desk, pytest.raises(Refused, match="只读"):
        desk.accept_content()


def test_rows_altered_while_the_book_is_open_are_not_confirmed_unseen(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk:
        altered(path)
        with pytest.raises(Refused, match="已在别处被改动"):
            desk.accept_content()


def test_every_flipped_byte_that_reaches_a_figure_is_told(tmp_path: Path) -> None:
    """Whatever byte is flipped: refused, seen to be altered, or without effect on any row."""
    path = book(tmp_path)
    whole = path.read_bytes()
    with opened(path, writable=False) as desk:
        rows = {cls: list(desk.tables.all(cls)) for cls in (Unit, Filing)}
    seen = {"refused": 0, "altered": 0, "same": 0}
    for place in range(4096, len(whole), 61):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        try:
            with opened(path, writable=False) as desk:
                if desk.store.content_agrees():
                    assert rows == {cls: list(desk.tables.all(cls)) for cls in (Unit, Filing)}
                    seen["same"] += 1
                else:
                    seen["altered"] += 1
        except Refused:
            seen["refused"] += 1
    assert seen["same"] > 0


def test_a_byte_changed_anywhere_in_the_content_is_found(tmp_path: Path) -> None:
    path = book(tmp_path)
    whole = path.read_bytes()
    row = "第一小学".encode()
    at = whole.index(row)
    path.write_bytes(whole[:at] + "第二小学".encode() + whole[at + len(row) :])
    checks = checkup(path)
    assert not all(check.ok for check in checks)
    for place in range(100, len(whole), max(1, len(whole) // 150)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            for check in checkup(path):
                assert check.title.text("en")
        except Refused:
            continue


CHAIN, CONTENT, REPLAY = "日志环环相扣", "内容与校验值一致", "按日志重做一遍，与各表一致"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing()) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "70000")
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "75000")
        path = desk.path
    assert wrong(path) == set()
    return path


def wrong(path: Path) -> set[str]:
    return {check.title.text() for check in checkup(path) if not check.ok}


def by_hand(path: Path, *statements: str, seal: bool = False) -> None:
    """Statements of somebody who takes the book's guards away for the while, and with `seal` the digest along."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)
        if seal:
            whole = digest.as_text(digest.of_book(connection))
            connection.execute("UPDATE anchor SET content = ?", (whole,))
        for _, sql in guards:
            connection.execute(sql)


def test_a_journal_without_its_last_line(edited: Path) -> None:
    by_hand(edited, "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)")
    assert CHAIN in wrong(edited)


def test_a_journal_without_a_line_in_its_middle(edited: Path) -> None:
    by_hand(edited, "DELETE FROM journal WHERE number = 2")
    assert CHAIN in wrong(edited)


def test_a_journal_with_another_name_in_it(edited: Path) -> None:
    by_hand(edited, "UPDATE journal SET who = '李' WHERE number = 2")
    assert CHAIN in wrong(edited)


def test_a_figure_altered_by_hand(edited: Path) -> None:
    by_hand(edited, "UPDATE filing SET reserve = 8000000")
    assert {CONTENT, REPLAY} <= wrong(edited)


def test_a_figure_altered_together_with_the_digest_is_found_by_the_journal(edited: Path) -> None:
    by_hand(edited, "UPDATE filing SET reserve = 8000000", seal=True)
    assert wrong(edited) == {REPLAY, "“填报”第 1 号的“预留份额”"}


def test_a_row_taken_away_together_with_the_digest_is_found_by_the_journal(edited: Path) -> None:
    by_hand(edited, "DELETE FROM filing", seal=True)
    found = wrong(edited)
    assert {title for title in found if "第 1 号" not in title} == {REPLAY}
    assert {f"“填报”第 1 号的“{column}”" for column in ("年度", "单位编码", "预留份额")} <= found


# -- a lock file that lies about ---------------------------------------------------------------------


def locked_by(path: Path, host: str) -> None:
    words = {"who": "李", "host": host, "pid": 9, "since": "2024-03-01 09:00"}
    path_of(path).write_text(json.dumps(words), encoding="utf-8")


@pytest.mark.parametrize(
    ("host", "means"),
    [(socket.gethostname(), "在这台电脑上.*没有正常关闭"), ("财政二", "在另一台电脑 财政二 上.*先在那里关闭")],
)
def test_a_lock_that_was_left_is_explained_and_goes_as_is_said(tmp_path: Path, host: str, means: str) -> None:
    path = book(tmp_path)
    locked_by(path, host)
    before = path_of(path).read_bytes()
    checks = checkup(path)
    assert re.search(f"锁文件 .*李 自 2024-03-01 09:00 起{means}", advice(checks, ADVICE))
    assert all(check.ok for check in checks)
    assert path_of(path).read_bytes() == before
    opened(path).close()
    assert "锁文件" not in advice(checkup(path), ADVICE)


def test_the_lock_of_an_open_book_is_no_matter_and_stays(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path):
        assert "锁文件" not in advice(checkup(path), ADVICE)
        with pytest.raises(Locked):
            opened(path)


@posix
@pytest.mark.parametrize("sort", ["symbolic", "hard", "pipe"])
def test_a_lock_that_is_another_file_is_said_before_the_book_is_opened(tmp_path: Path, sort: str) -> None:
    path = book(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    if sort == "hard":
        os.link(victim, path_of(path))
    elif sort == "pipe":
        os.mkfifo(path_of(path))
    else:
        path_of(path).symlink_to(victim)
    assert "不是本程序的锁文件" in advice(checkup(path), ADVICE)
    assert victim.read_text(encoding="utf-8") == "valuable"
