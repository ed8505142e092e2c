"""Lists of units against the book: accepted as changes of units, left with a reason, told again only where new."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.books import YUAN, clock, filing, new_desk, order, unit, written
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.unit_list import ListedUnit, UnitList
from zhengzhou_desk.records import Filing, Purchase, Setting, Unit, UnitChange
from zhengzhou_desk.records.personal import masked
from zhengzhou_desk.reports.unit_comparison import Difference
from zhengzhou_desk.services import editing, unit_changes, unit_lists
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.unit_lists import Terms

DAY = datetime.date(2024, 4, 1)
TERMS = Terms(DAY, "金编〔2024〕3号")
ROWS = [
    ["单位编码", "单位名称", "主管部门", "统一社会信用代码", "状态", "联系人", "单位级次"],
    ["101", "教育体育局", "", "", "正常", "", ""],
    ["101009", "第一小学", "教育体育局", "12410105000000027W", "正常", "", ""],
    ["101004", "第二小学", "102", "", "正常", "", ""],
    ["102", "卫健局", "", "", "正常", "", ""],
    ["102003", "第一医院", "102", "", "停用", "", ""],
    ["103001", "新校", "101", "", "正常", "李四", "二级"],
]


@pytest.fixture
def book(tmp_path: Path) -> Desk:
    return new_desk(
        tmp_path,
        unit("101", "教育局"), unit("101003", "第一小学", department="101"), unit("101004", "第二小学", department="101"),
        unit("102", "卫健局"), unit("102003", "第一医院", department="102"), unit("102004", "第二医院", department="102"),
        filing("101003"), filing("101003", year=2023), order("A1", "101003", 100),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "名录.xlsx", 名录=ROWS)


def kinds(found: tuple[Difference, ...]) -> list[tuple[str, str]]:
    return [(each.kind, each.code) for each in found]


def test_every_difference_accepted_is_the_right_change_and_nothing_is_left(book: Desk, path: Path) -> None:
    compared = unit_lists.compare_file(book, path)
    assert kinds(compared.fresh) == [
        ("missing", "103001"), ("extra", "102004"), ("renamed", "101"), ("recoded", "101003"),
        ("moved", "101004"), ("credit", "101003"), ("gone", "102003"),
    ]  # fmt: skip
    before = book.store.head
    planned = unit_lists.plan(book, compared.listed, compared.fresh, TERMS)
    assert book.store.head == before, "what is planned is not done"
    entry = unit_changes.apply(book, planned)
    assert unit_lists.compare(book, compared.listed).fresh == ()
    assert editing.journal_text(book, book.journal()[0]) == "按名录 名录.xlsx 办理 7 处差异，依据：金编〔2024〕3号"
    school = book.unit("101009")
    assert school is not None
    assert (school.name, school.uscc, school.department) == ("第一小学", "12410105000000027W", "101")
    # What was filed and bought follows the code.
    assert {row.unit for row in book.tables.all(Filing)} == {"101009"}
    assert [row.buyer for row in book.tables.all(Purchase)] == ["101009"]
    new = book.unit("103001")
    assert new is not None
    assert (new.founded, new.department, new.contact, new.level) == (DAY, "101", "李四", "2")
    changes = {(row.kind, row.old_unit or row.new_unit): row for row in book.tables.all(UnitChange)}
    assert changes.keys() == {("new", "103001"), ("rename", "101"), ("dissolve", "102003"), ("dissolve", "102004")}
    assert {row.basis for row in changes.values()} == {"金编〔2024〕3号"}
    assert {row.day for row in changes.values()} == {DAY}
    book.undo()
    assert unit_lists.compare(book, compared.listed).fresh == compared.fresh
    assert not book.tables.all(UnitChange)
    assert entry.number


def test_what_was_left_is_told_again_only_once_it_has_changed(book: Desk, path: Path, tmp_path: Path) -> None:
    compared = unit_lists.compare_file(book, path)
    with pytest.raises(Refused, match="理由"):
        unit_lists.leave(book, compared.listed, compared.fresh, "  ")
    unit_lists.leave(book, compared.listed, compared.fresh, "机构改革未完，暂不变更")
    again = unit_lists.compare_file(book, path)
    assert again.fresh == ()
    assert {reason for _, reason in again.left} == {"机构改革未完，暂不变更"}
    assert [each for each, _ in again.left] == list(compared.fresh)
    # Next month the same system's list has another name, another new unit, and lacks the same hospital.
    rows = [row[:] for row in ROWS]
    rows[1][1] = rows[2][2] = "教体局"
    rows.append(["103002", "第二新校", "101", "", "正常", "", ""])
    later = unit_lists.compare_file(book, written(tmp_path / "五月.xlsx", 名录=rows))
    assert kinds(later.fresh) == [("missing", "103002"), ("renamed", "101")]
    # A list of another shape is another system's: what it lacks is told.
    other = written(tmp_path / "平台.xlsx", 名录=[row[:2] for row in ROWS])
    assert ("extra", "102004") in kinds(unit_lists.compare_file(book, other).fresh)
    unit_lists.take_up(book, again.listed, [each for each, _ in again.left][:1])
    assert kinds(unit_lists.compare_file(book, path).fresh) == [("missing", "103001")]
    assert unit_lists.take_up(book, again.listed, compared.fresh[:1]) is None
    book.undo()
    book.undo()
    assert unit_lists.compare_file(book, path).fresh == compared.fresh
    assert not [row for row in book.tables.all(Setting) if row.name.startswith("list_")]


def test_what_is_left_again_has_the_newest_reason_and_no_personal_data(book: Desk, path: Path) -> None:
    compared = unit_lists.compare_file(book, path)
    unit_lists.leave(book, compared.listed, compared.fresh, "一")
    unit_lists.leave(book, compared.listed, compared.fresh[:1], "二")
    left = dict(unit_lists.compare_file(book, path).left)
    assert left[compared.fresh[0]] == "二"
    kept = [row for row in book.tables.all(Setting) if row.name.startswith("list_left")]
    assert len(kept) == 7
    assert not any("李四" in f"{row.name}{row.value}" for row in kept)
    assert masked("李四") != "李四"


def test_which_unit_a_doubtful_row_is_is_asked_once(book: Desk, tmp_path: Path) -> None:
    rows = [
        ROWS[0][:4],
        *(row[:4] for row in ROWS[1:5]),
        ["102003", "第一医院"],
        ["102004", "城关医院"],
        ["105", "第二医院"],
    ]
    path = written(tmp_path / "疑.xlsx", 名录=rows)
    asked = [each for each in unit_lists.compare_file(book, path).fresh if each.kind == "asked"]
    assert [(each.code, [unit.code for unit in each.candidates]) for each in asked] == [
        ("102004", ["102004"]),
        ("105", ["102004"]),
    ]
    with pytest.raises(Refused, match="第 7 行‘城关医院’请先指明是哪个单位"):
        unit_lists.plan(book, unit_lists.compare_file(book, path).listed, asked, TERMS)
    assert asked[0].row is not None and asked[1].row is not None
    unit_lists.say_which(book, asked[0].row, None)
    unit_lists.say_which(book, asked[1].row, book.unit("102004"))
    assert editing.journal_text(book, book.journal()[0]) == "名录比对认定 第二医院：102004 第二医院"
    told = kinds(unit_lists.compare_file(book, path).fresh)
    assert ("recoded", "102004") in told and ("missing", "102004") in told
    # The code is free only once the other unit has left it.
    compared = unit_lists.compare_file(book, path)
    missing = [each for each in compared.fresh if each.kind == "missing"]
    with pytest.raises(Refused, match="编码 102004 现在是 第二医院 的|编码 102004 已有单位使用"):
        unit_lists.plan(book, compared.listed, missing, TERMS)
    for kind in ("recoded", "missing"):
        chosen = [each for each in compared.fresh if each.kind == kind and each.code == "102004"]
        unit_changes.apply(book, unit_lists.plan(book, compared.listed, chosen, TERMS))
    assert (book.unit("105").name, book.unit("102004").name) == ("第二医院", "城关医院")  # type: ignore[union-attr]


def test_a_unit_that_has_another_name_and_another_code_is_one_change_under_the_new_code(
    book: Desk, tmp_path: Path
) -> None:
    credit = "12410105000000027W"
    editing.edit(book, book.unit("101003"), "uscc", credit)  # type: ignore[arg-type]
    path = written(tmp_path / "名录.xlsx", 名录=[ROWS[0], ["101009", "金水第一小学", "101", credit, "正常"]])
    compared = unit_lists.compare_file(book, path)
    mine = [each for each in compared.fresh if each.kind in ("renamed", "recoded")]
    unit_changes.apply(book, unit_lists.plan(book, compared.listed, mine, TERMS))
    (change,) = book.tables.all(UnitChange)
    assert (change.old_unit, change.new_unit, change.new_name) == ("101009", "101009", "金水第一小学")
    assert book.unit("101009").name == "金水第一小学"  # type: ignore[union-attr]
    assert book.unit_status(book.unit("101009")).last_year == 80_000 * YUAN  # type: ignore[arg-type]


def test_units_that_were_only_forgotten_are_added_without_a_founding(book: Desk, path: Path) -> None:
    compared = unit_lists.compare_file(book, path)
    missing = [each for each in compared.fresh if each.kind == "missing"]
    unit_changes.apply(book, unit_lists.plan(book, compared.listed, missing, Terms(DAY, founded=False)))
    added = book.unit("103001")
    assert added is not None
    assert added.founded is None
    assert not book.tables.all(UnitChange)


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        (["", "没有编码的学校", "", "", "正常"], "没有单位编码，不能新增"),
        (["101004", "第二小学", "民政局", "", "正常"], "主管部门‘民政局’不在账册中"),
        (["101007", "第二小学", "101", "12410105000000027W", "正常"], "编码 101007 已有单位使用"),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_the_book_stays(
    book: Desk, tmp_path: Path, extra: list[str], why: str
) -> None:
    editing.add(book, Unit, {"code": "101007", "name": "第七小学", "closed": "2023-01-01"})
    editing.edit(book, book.unit("101004"), "uscc", extra[3])  # type: ignore[arg-type]
    school = [*ROWS[2][:3], "", "正常"]
    path = written(tmp_path / "名录.xlsx", 名录=[ROWS[0], ROWS[1], school, ROWS[4], ROWS[5], extra])
    compared = unit_lists.compare_file(book, path)
    before = book.store.head
    chosen = [each for each in compared.fresh if each.row is not None and each.row.number == 6]
    with pytest.raises(Refused, match=why):
        unit_lists.plan(book, compared.listed, chosen, TERMS)
    assert book.store.head == before


def test_a_unit_that_the_book_has_closed_comes_back_unless_a_change_says_where_it_went(
    book: Desk, tmp_path: Path
) -> None:
    path = written(
        tmp_path / "名录.xlsx", 名录=[["单位编码", "单位名称"], ["102003", "第一医院"], ["102004", "第二医院"]]
    )
    editing.edit(book, book.unit("102003"), "closed", "2024-02-01")  # type: ignore[arg-type]
    unit_changes.apply(book, unit_changes.dissolve(book, book.unit("102004"), datetime.date(2024, 2, 1)))  # type: ignore[arg-type]
    compared = unit_lists.compare_file(book, path)
    back = [each for each in compared.fresh if each.kind == "back"]
    assert kinds(tuple(back)) == [("back", "102003"), ("back", "102004")]
    with pytest.raises(Refused, match="已登记合并或撤销"):
        unit_lists.plan(book, compared.listed, back, TERMS)
    unit_changes.apply(book, unit_lists.plan(book, compared.listed, back[:1], TERMS))
    assert kinds(unit_lists.compare(book, compared.listed).fresh)[-1] == ("back", "102004")


def test_the_list_of_the_book_itself_tells_nothing(book: Desk, tmp_path: Path) -> None:
    from zhengzhou_desk.services import exports

    exports.export_book(book, tmp_path / "账册.xlsx")
    compared = unit_lists.compare_file(book, tmp_path / "账册.xlsx")
    assert compared.fresh == ()
    assert len(compared.listed.rows) == 6


# -- any list: once all is accepted, nothing differs -----------------------------------------------------


def _department(each: Unit, codes: dict[str, str], *, moves: bool) -> str | None:
    """The department as the list has it, where it may have another code."""
    if each.department is None:
        return None
    code = {"101": "102", "102": "101"}[each.department] if moves else each.department
    return codes.get(code, code)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_after_accepting_all_the_same_list_tells_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    count = data.draw(st.integers(3, 12))
    units = [unit("101", "教育局"), unit("102", "卫健局")]
    units += [
        unit(f"{101 + place % 2}{place:03}", f"第{place}单位", department=f"{101 + place % 2}")
        for place in range(3, count)
    ]
    rows: list[ListedUnit] = []
    departments: dict[str, str] = {}
    for place, each in enumerate(units):
        how = data.draw(
            st.sampled_from(["", "renamed", "recoded", "moved", "credit", "gone", "extra", "renamed+moved"])
        )
        if how == "extra":
            continue
        rows.append(
            ListedUnit(
                "名录", place,
                departments.setdefault(each.code, f"9{each.code}" if how == "recoded" else each.code),
                f"{each.name}甲" if "renamed" in how else each.name,
                f"12{place:016}" if how == "credit" else None,
                _department(each, departments, moves="moved" in how),
                stopped=how == "gone",
            )
        )  # fmt: skip
    rows += [
        ListedUnit("名录", 90 + place, f"77{place}", f"新{place}", department=departments.get("101", "101"))
        for place in range(data.draw(st.integers(0, 3)))
    ]
    with new_desk(tmp_path_factory.mktemp("list"), *units) as desk:
        given_ = UnitList("名录.xlsx", tuple(data.draw(st.permutations(rows))), "shape")
        compared = unit_lists.compare(desk, given_)
        if compared.fresh:
            unit_changes.apply(desk, unit_lists.plan(desk, given_, compared.fresh, TERMS))
        assert unit_lists.compare(desk, given_).fresh == ()
        assert len({row.code for row in desk.tables.all(Unit)}) == len(desk.tables.all(Unit))
        assert clock().date() == DAY
