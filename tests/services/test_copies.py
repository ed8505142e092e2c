"""Two copies of one book edited apart: what each has, and what of it can be taken over."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.books import HOME, clock, county, filing, new_desk, opened, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import CLASSES, Account, Change, Dismissal, Entry, Filing, Purchase, Unit, UnitAlias
from zhengzhou_desk.services import copies, editing, years
from zhengzhou_desk.services.copies import ALREADY, NOT_TAKEN, PARTLY, TAKEN
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.journal_pages import heads_beside

Edit = Callable[[Desk], object]


def apart(folder: Path, here: Edit, there: Edit, *, name: str = "金水 (冲突 2024-04-01).zzd") -> tuple[Path, Path]:
    """A book and a copy of it, each edited on its own."""
    book = county(folder)
    other = Path(shutil.copy(book, folder / name))
    for path, edit in ((book, here), (other, there)):
        with opened(path) as desk:
            edit(desk)
    return book, other


def nothing(desk: Desk) -> None:
    pass


def put(cls: type[Filing | Unit | Account | Purchase], row: int, column: str, given: object) -> Edit:
    def edit(desk: Desk) -> None:
        record = desk.tables.get(cls, row)
        assert record is not None
        editing.edit(desk, record, column, given)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(desk: Desk) -> None:
        for one in edits:
            one(desk)

    return edit


def states(book: Path, other: Path) -> list[str]:
    with opened(book) as desk:
        return [offer.state for offer in copies.plan(desk, copies.compare(desk, other)).offers]


def test_both_lists_in_words(tmp_path: Path) -> None:
    book, other = apart(tmp_path, put(Filing, 2, "reserve", "70000"), put(Filing, 4, "total", "900000"))
    with opened(book) as desk:
        found = copies.compare(desk, other)
        assert found.common == 2
        assert [step.text() for step in found.here] == ["2024-04-01 09:30 王 修改 2024 101003 金水第一小学 预留份额"]
        assert [step.text() for step in found.there] == [
            "2024-04-01 09:30 王 修改 2024 101004 第二小学 年度食堂食材采购总额"
        ]
        assert found.there[0].text("en") != found.there[0].text()


def test_chosen_steps_are_taken_over_as_one_that_can_be_taken_back(tmp_path: Path) -> None:
    book, other = apart(
        tmp_path,
        put(Filing, 2, "reserve", "70000"),
        both(put(Filing, 4, "total", "900000"), put(Filing, 4, "reserve", "90000"), put(Unit, 3, "name", "新名小学")),
    )
    before = other.read_bytes()
    with opened(book) as desk:
        planned = copies.plan(desk, copies.compare(desk, other), [3, 4])
        assert [offer.state for offer in planned.offers] == [TAKEN, TAKEN]
        assert len(planned.changes) == 1, "two edits of one row are one change of it"
        entry = copies.take(desk, planned)
        row = desk.tables.get(Filing, 4)
        assert row is not None
        assert (row.total, row.reserve) == (90_000_000, 9_000_000)
        assert editing.journal_text(desk, desk.journal(1)[0]) == "从 金水 (冲突 2024-04-01).zzd 带过来 2 步"
        assert entry.about[2] == "3,4"
        with pytest.raises(Refused):
            copies.plan(desk, copies.compare(desk, other), [99])
        desk.undo()
        back = desk.tables.get(Filing, 4)
        assert back is not None
        assert back.total == 80_000_000
    assert other.read_bytes() == before
    assert not list(tmp_path.glob(other.name + "?*")), "neither lock nor journal beside the other copy"


def test_a_row_that_says_something_else_here_is_refused_with_the_reason(tmp_path: Path) -> None:
    book, other = apart(tmp_path, put(Filing, 2, "reserve", "70000"), put(Filing, 2, "reserve", "75000"))
    with opened(book) as desk:
        (offer,) = copies.plan(desk, copies.compare(desk, other)).offers
        assert offer.state == NOT_TAKEN
        assert "“预留份额”在这里是‘70,000.00’" in str(offer.reasons[0])
        with pytest.raises(Refused, match="没有可以带过来的"):
            copies.take(desk, copies.plan(desk, copies.compare(desk, other)))


def test_what_was_done_in_both_is_here_already(tmp_path: Path) -> None:
    edit = put(Filing, 2, "reserve", "70000")
    book, other = apart(tmp_path, both(put(Filing, 4, "total", "1"), edit), edit)
    assert states(book, other) == [ALREADY]


def test_rows_added_in_both_get_ids_of_their_own_and_later_steps_follow_them(tmp_path: Path) -> None:
    def added(code: str) -> Edit:
        return lambda desk: editing.add(desk, Unit, {"code": code, "name": f"单位{code}", "canteen": "none"})

    def later(desk: Desk) -> None:
        (row,) = desk.tables.find(Unit, ("code",), ("105",))
        editing.edit(desk, row, "name", "改过的名")
        editing.add(desk, Filing, {"year": 2024, "unit": "105", "total": "100000", "reserve": "20000"})

    book, other = apart(tmp_path, added("104"), both(added("105"), later))
    with opened(book) as desk:
        compared = copies.compare(desk, other)
        only_edit = copies.plan(desk, compared, [4])
        assert only_edit.offers[0].state == NOT_TAKEN
        assert "没有带过来" in str(only_edit.offers[0].reasons[0])
        only_filing = copies.plan(desk, compared, [5])
        assert "不在这里的单位表中" in str(only_filing.offers[0].reasons[0])
        copies.take(desk, copies.plan(desk, compared))
        names = {row.code: row.name for row in desk.tables.all(Unit)}
        assert names["104"] == "单位104"
        assert names["105"] == "改过的名"
        assert len({row.id for row in desk.tables.all(Unit)}) == 5
        assert copies.gone_on(desk, heads_beside(book)) == [], "what was looked through is no news"
        desk.undo()
        assert copies.gone_on(desk, heads_beside(book)) == [other]
        desk.redo()
    assert states(book, other) == [ALREADY, ALREADY, ALREADY]
    with opened(other) as desk:
        (row,) = desk.tables.find(Unit, ("code",), ("105",))
        editing.edit(desk, row, "name", "又改过")
    assert states(book, other) == [ALREADY, ALREADY, ALREADY, TAKEN]


def test_the_same_row_added_in_both_differently_is_refused(tmp_path: Path) -> None:
    def added(total: str) -> Edit:
        return lambda desk: editing.add(desk, Filing, {"year": 2025, "unit": "101003", "total": total})

    book, other = apart(tmp_path, added("1000"), added("2000"))
    assert states(book, other) == [NOT_TAKEN]
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    assert states(*apart(tmp_path, both(put(Filing, 2, "reserve", "1"), added("2000")), added("2000"))) == [ALREADY]


def test_of_a_paste_the_rows_that_fit_are_taken(tmp_path: Path) -> None:
    def paste(desk: Desk) -> None:
        cells = [(row, "platform_note", "补") for row in desk.tables.all(Filing)]
        editing.edit_many(desk, cells)

    book, other = apart(tmp_path, put(Filing, 2, "platform_note", "这里写的"), paste)
    with opened(book) as desk:
        planned = copies.plan(desk, copies.compare(desk, other))
        assert [offer.state for offer in planned.offers] == [PARTLY]
        assert len(planned.changes) == 4
        assert len(planned.offers[0].reasons) == 1


def test_personal_fields_are_said_as_not_carried_over(tmp_path: Path) -> None:
    phone = put(Unit, 2, "phone", "0371-123")
    many: Edit = lambda desk: editing.edit_many(  # noqa: E731
        desk, [(desk.tables.get(Unit, 3), "phone", "1"), (desk.tables.get(Unit, 3), "note", "有人")]  # type: ignore[list-item]
    )  # fmt: skip
    book, other = apart(tmp_path, put(Filing, 2, "reserve", "1"), both(phone, many))
    with opened(book) as desk:
        first, second = copies.plan(desk, copies.compare(desk, other)).offers
        assert first.state == NOT_TAKEN
        assert "个人信息" in str(first.reasons[0])
        assert second.state == TAKEN
        assert "没有带过来" in str(second.reasons[0])


def test_what_is_issued_closed_locked_or_used_is_left_alone(tmp_path: Path) -> None:
    def issue(desk: Desk) -> None:
        register.issue(desk, drafting.drafts(desk))

    def used(desk: Desk) -> None:
        editing.add(desk, Unit, {"code": "104", "name": "四小", "canteen": "none"})

    def removes(desk: Desk) -> None:
        editing.remove(desk, list(desk.tables.all(Account)))

    book, other = apart(
        tmp_path,
        lambda desk: years.close_year(desk, 2023),
        both(issue, put(Filing, 3, "reserve", "51000"), lambda desk: years.close_year(desk, 2023), removes),
    )
    with opened(book) as desk:
        offers = copies.plan(desk, copies.compare(desk, other)).offers
        assert [offer.state for offer in offers] == [NOT_TAKEN, NOT_TAKEN, NOT_TAKEN, TAKEN]
        assert "已结账" in str(offers[1].reasons[0])


def test_a_new_code_takes_its_rows_along_or_stays(tmp_path: Path) -> None:
    book, other = apart(tmp_path, put(Filing, 2, "reserve", "1"), put(Unit, 2, "code", "101009"))
    with opened(book) as desk:
        copies.take(desk, copies.plan(desk, copies.compare(desk, other)))
        assert {row.unit for row in desk.tables.all(Filing)} == {"101", "101009", "101004"}
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    book, other = apart(
        tmp_path,
        lambda desk: editing.remove(desk, [desk.tables.get(Filing, 2)]),  # type: ignore[list-item]
        put(Unit, 2, "code", "101009"),
    )
    assert states(book, other) == [NOT_TAKEN]


def test_a_dismissal_follows_its_row(tmp_path: Path) -> None:
    def there(desk: Desk) -> None:
        editing.add(desk, Purchase, {"number": "B1", "day": "2024-03-02", "buyer": "101003", "amount": "5"})
        (row,) = desk.tables.find(Purchase, ("number",), ("B1",))
        desk.apply(
            Entry(
                "set_aside", (Change(None, Dismissal(rule="unassigned", about="purchase", row=row.id, reason="查过")),)
            )
        )

    def here(desk: Desk) -> None:
        editing.add(desk, Purchase, {"number": "C1", "day": "2024-03-02", "buyer": "101003", "amount": "5"})

    book, other = apart(tmp_path, here, there)
    with opened(book) as desk:
        copies.take(desk, copies.plan(desk, copies.compare(desk, other)))
        (row,) = desk.tables.find(Purchase, ("number",), ("B1",))
        assert [one.row for one in desk.tables.all(Dismissal)] == [row.id]
        assert row.id == 4


def test_only_copies_that_have_gone_on_are_told(tmp_path: Path) -> None:
    book, other = apart(tmp_path, nothing, put(Filing, 2, "reserve", "1"))
    same = Path(shutil.copy(book, tmp_path / "金水 - 副本.zzd"))
    (tmp_path / "别的").mkdir()
    shutil.copy(new_book(tmp_path / "别的"), tmp_path / "别的.zzd")
    (tmp_path / "乱.zzd").write_bytes(b"SQLite format 3\0" + bytes(5_000))
    shutil.copy(other, tmp_path / "金水_20240401-0930_恢复前.zzd")
    shutil.copy(other, tmp_path / "金水_20240401-0930.zzd")
    with opened(book) as desk:
        beside = heads_beside(book)
        assert {ends.path for ends in beside} == {other, same, tmp_path / "别的.zzd"}
        assert copies.gone_on(desk, beside) == [other]
        editing.edit(desk, next(iter(desk.rows(Filing))), "reserve", "5")
        assert copies.gone_on(desk, beside) == [other], "an older state is no news"


def new_book(folder: Path) -> Path:
    with Desk.new(folder / "b.zzd", region="410102", bureau="中原区财政局", year=2024, clock=clock, who="李") as desk:
        return desk.path


@pytest.mark.parametrize(
    "name", ["金水(1).zzd", "金水 (王's conflicted copy).zzd", "金水.sync-conflict-20240401.zzd", "金水.zzd.冲突"]
)
def test_names_that_programs_give_to_copies(tmp_path: Path, name: str) -> None:
    book, other = apart(tmp_path, nothing, put(Filing, 2, "reserve", "1"), name=name)
    with opened(book) as desk:
        assert copies.gone_on(desk, heads_beside(book)) == [other]


def test_another_book_or_a_damaged_journal_is_refused(tmp_path: Path) -> None:
    book, other = apart(tmp_path, nothing, put(Filing, 2, "reserve", "1"))
    (tmp_path / "x").mkdir()
    with opened(book) as desk:
        with pytest.raises(Refused, match="就是现在打开的"):
            copies.compare(desk, book)
        with pytest.raises(Refused, match="是另一本账册"):
            copies.compare(desk, new_book(tmp_path / "x"))
        with closing(sqlite3.connect(other)) as connection:
            connection.execute("UPDATE anchor SET number = 7")
            connection.commit()
        with pytest.raises(Refused, match="日志读不全"):
            copies.compare(desk, other)


def test_lines_that_no_program_has_written_are_refused_one_by_one(tmp_path: Path) -> None:
    import json
    import zlib

    from zhengzhou_desk.store import journal

    book, other = apart(tmp_path, nothing, nothing)
    wrong: list[object] = [
        [["filing", 2, {"reserve": 6_000_000}, {"reserve": -5}]], [["filing", 2, [1], [2]]], [["nope", 1, None, {}]],
        [["filing", 2, {"gibt": 1}, {"gibt": 2}]], [["unit", "x", {"name": 1}, {"name": 2}]], [[1, 2]], {"a": 1},
        [["filing", 2, {"day": 1}, None]], [["unit", 9, None, {"name": "ohne"}]],
    ]  # fmt: skip
    with closing(sqlite3.connect(other)) as connection:
        number, head = connection.execute("SELECT number, head FROM anchor").fetchone()
        for said in wrong:
            packed = zlib.compress(json.dumps(said).encode())
            number += 1
            line = (number, "2024-04-02 08:00:00", "李", "edit", ["a", "b"], None, packed)
            chained = journal.chain_hash(head, *line)
            values = (*line[:4], json.dumps(line[4]), *line[5:], head, chained)
            connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
            head = chained
        connection.execute("UPDATE anchor SET number = ?, head = ?", (number, head))
        connection.commit()
    assert states(book, other) == [NOT_TAKEN] * len(wrong)


def test_another_year_and_an_empty_history(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(), order("A", "101003", 5)) as desk:
        other = Path(shutil.copy(desk.path, tmp_path / "副本.zzd"))
        found = copies.compare(desk, other)
        assert (found.here, found.there) == ((), ())
        assert copies.plan(desk, found).changes == ()
        assert desk.today == datetime.date(2024, 4, 1)


def test_two_copies_brought_to_a_new_format_apart_still_exchange_steps(tmp_path: Path) -> None:
    """What the upgrade made is the same in both: it is not taken over twice, and edits of it find their row."""
    old = HOME / "tests/store/books/format_2.zzd"
    book, other = (Path(shutil.copy(old, tmp_path / name)) for name in ("金水.zzd", "金水 副本.zzd"))
    opened(book).close()
    with Desk.opened(other, clock=clock, who="李") as desk:
        editing.edit(desk, desk.rows(Filing)[0], "platform_note", "那里改的")
        editing.remove(desk, desk.rows(UnitAlias)[:1])
    with opened(book) as desk:
        before = {cls: len(list(desk.tables.all(cls))) for cls in CLASSES}
        compared = copies.compare(desk, other)
        planned = copies.plan(desk, compared)
        assert [offer.state for offer in planned.offers[-2:]] == [TAKEN, TAKEN]
        copies.take(desk, planned)
        assert desk.rows(Filing)[0].platform_note == "那里改的"
        after = {cls: len(list(desk.tables.all(cls))) for cls in CLASSES}
        assert after == before | {UnitAlias: before[UnitAlias] - 1}
    assert all(check.ok for check in checkup(book))


def test_a_row_that_others_here_use_is_not_removed_because_it_was_there(tmp_path: Path) -> None:
    book, other = apart(
        tmp_path,
        lambda desk: editing.add(desk, Filing, {"year": "2025", "unit": "101003", "total": "5"}),
        lambda desk: editing.remove(desk, [row for row in desk.rows(Filing) if row.unit == "101003"]),
    )
    with opened(other) as desk:
        editing.remove(desk, [row for row in desk.rows(Unit) if row.code == "101003"])
    with opened(book) as desk:
        *_, removal = copies.plan(desk, copies.compare(desk, other)).offers
        assert removal.state == NOT_TAKEN
        assert "在这里还有别的行用到，不能删除" in str(removal.reasons[0])
