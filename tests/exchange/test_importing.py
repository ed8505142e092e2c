"""Spreadsheets as bureaus get them: what is read, what is refused and where, and that nothing else changes."""

from __future__ import annotations

import datetime
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.books import new_desk, unit, written
from zhengzhou_desk import sample
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import guard
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, ImportPlan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.records import WORKBOOK, Change, Entry, Filing, Unit
from zhengzhou_desk.services import exports, impact, imports
from zhengzhou_desk.services.desk import Desk

HEAD = ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "状态"]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, unit("101003", "第一小学"), unit("101004", "金水区（东）小学")) as made:
        yield made


def reasons(plan: ImportPlan) -> str:
    return "\n".join(reason.text() for row in plan.refused for reason in row.reasons)


def remarks(plan: ImportPlan) -> str:
    return "\n".join(remark.text() for remark in plan.remarks)


# -- what is read ------------------------------------------------------------------------------


def test_new_changed_same_and_the_list_shown_is_the_list_applied(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx",
        填报=[HEAD, [2024, "101003", 1000000, "10万元", "已填报"], [2024, 101004, "８００", 80, None]],
    )
    plan = imports.plan_file(desk, path)
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    head = desk.store.head
    assert desk.store.head == head
    imports.apply_plan(desk, plan)
    assert [(row.unit, row.total, row.reserve) for row in desk.rows(Filing)] == [
        ("101003", 10**8, 10**7),
        ("101004", 80_000, 8_000),
    ]
    again = imports.plan_file(
        desk,
        written(
            tmp_path / "b.xlsx",
            填报=[HEAD, [2024, "101003", 1000000, 99999.99, "已填报"], [2024, "101004", 800, 80, None]],
        ),
    )
    assert [row.verdict for row in again.rows] == [CHANGED, SAME]
    assert [(c.name, old, new) for c, old, new in again.rows[0].changed] == [("reserve", 10**7, 9_999_999)]
    imports.apply_plan(desk, again)
    desk.undo()
    assert desk.rows(Filing)[0].reserve == 10**7


def test_a_real_sheet(desk: Desk, tmp_path: Path) -> None:
    """Title, unit of money, a group over two headings, a total that does not add up, notes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for row in (
        ["金水区2024年预留份额填报情况表"], [None, None, None, "单位：万元"],
        ["序号", "单位名称", "填报情况", None, "备注"], [None, None, "食堂食材采购总额", "预留金额（元）", None],
        [1, "第一小学", 100, 100000, None], [2, "金水区(东)小学", "２０．５", "20,500.00", None],
        ["合计", None, 120.5, 120500.01, None], ["填表人：王"],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("C3:D3")
    path = tmp_path / "real.xlsx"
    book.save(path)
    plan = imports.plan_file(desk, path)
    assert reasons(plan) == ""
    imports.apply_plan(desk, plan)
    assert [(row.year, row.unit, row.total, row.reserve) for row in desk.rows(Filing)] == [
        (2024, "101003", 100_000_000, 10_000_000), (2024, "101004", 20_500_000, 2_050_000),
    ]  # fmt: skip
    assert "合计 120,500.01 与明细不符，差 0.01" in remarks(plan)
    assert "说明文字" in remarks(plan)


TEXT = "年度,单位编码,年度食堂食材采购总额,预留份额\n2024,101003,1000000,100000\n"
HTML = "<html><meta charset=gb2312><table><tr><th>年度</th><th>单位编码</th><th>采购总额</th><th>预留份额</th></tr><tr><td>2024<td>101003<td>1,000,000<td>100000</tr></table>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TEXT.encode()), ("b.csv", b"\xef\xbb\xbf" + TEXT.encode()), ("c.csv", TEXT.encode("gb18030")),
        ("d.txt", TEXT.replace(",", "\t").encode("utf-16")), ("e.xls", HTML.encode("gb18030")), ("f.csv", TEXT.replace(",", "，").encode()),
    ],
)  # fmt: skip
def test_kinds_are_told_by_content(desk: Desk, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    plan = imports.plan_file(desk, path)
    assert reasons(plan) == ""
    assert [(row.after.cell("total"), row.after.cell("reserve")) for row in plan.rows if row.after] == [(10**8, 10**7)]


def test_units_are_found_by_credit_code_and_name_but_never_by_likeness(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit("101003", "第一小学", uscc="12410105000000027W"), unit("101004", "第二小学")) as desk:
        rows = [
            ["年度", "统一社会信用代码", "单位名称", "采购总额"],
            [2024, "12410105000000027W", None, 1],
            [2024, None, "第二小学 ", 2],
            [2024, None, "第三小学", 3],
        ]
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
        assert [row.after.cell("unit") for row in plan.rows if row.after] == ["101003", "101004"]
        assert "是否为：" in reasons(plan)
        assert "第二小学" in reasons(plan)


def test_two_units_of_one_credit_code_or_name_are_never_guessed_between(tmp_path: Path) -> None:
    credit = "12410105000000027W"
    units = (
        unit("101003", "第一小学", uscc=credit),
        unit("101004", "第二小学", uscc=credit),
        unit("101005", "第一小学"),
    )
    with new_desk(tmp_path, *units) as desk:
        rows = [
            ["年度", "统一社会信用代码", "单位名称", "采购总额"],
            [2024, credit, None, 1],
            [2024, None, "第一小学", 2],
        ]
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
        assert [row.verdict for row in plan.rows] == [REFUSED, REFUSED]
        said = reasons(plan)
        assert f"第 2 行‘{credit}’对应几个单位：101003、101004。请填单位编码" in said
        assert "第 3 行‘第一小学’对应几个单位：101003、101005。请填单位编码" in said
        assert plan.changes() == ()


def test_units_of_one_credit_code_within_the_file_are_not_guessed_between_either(tmp_path: Path) -> None:
    credit = "12410105000000027W"
    with new_desk(tmp_path) as desk:
        path = written(
            tmp_path / "a.xlsx",
            单位=[
                ["单位编码", "单位名称", "统一社会信用代码"],
                ["101003", "第一小学", credit],
                ["101004", "第二小学", credit],
            ],
            填报=[["年度", "统一社会信用代码", "采购总额"], [2024, credit, 1]],
        )
        plan = imports.plan_file(desk, path)
        assert [row.verdict for row in plan.rows] == [NEW, NEW, REFUSED]
        assert "对应几个单位：101003、101004" in reasons(plan)


def test_what_is_left_out_is_said(desk: Desk, tmp_path: Path) -> None:
    """Sheets and columns that are not read, and those that are read though nobody sees them."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    sheets: dict[str, list[list[Any]]] = {
        "填报": [
            [*HEAD, "经办人"],
            [2024, "101003", 100, 10, "已填报", "王"],
            [2024, "101004", 200, 20, "已填报", None],
        ],
        "说明": [["本表由各单位填写"], ["如有疑问请电话联系"]],
        "空表": [],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["填报"].row_dimensions[3].hidden = True
    book["填报"].column_dimensions["D"].hidden = True
    book["填报"].sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    plan = imports.plan_file(desk, path)
    said = remarks(plan)
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    assert "工作表“说明”没有认得的表头，没有读" in said
    assert "空表" not in said, "nothing is left out of a sheet that holds nothing"
    assert "工作表“填报”中不认得的列，没有读：经办人" in said
    assert "工作表“填报”是隐藏的，照样读了" in said
    assert "工作表“填报”有 1 个隐藏行，照样读了" in said
    assert "工作表“填报”的隐藏列照样读了：预留份额" in said


def test_cells_that_become_blank_are_counted_before_they_do(desk: Desk, tmp_path: Path) -> None:
    first = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 100, 10, "已填报"]]))
    assert "清空" not in remarks(first)
    imports.apply_plan(desk, first)
    again = imports.plan_file(desk, written(tmp_path / "b.xlsx", 填报=[HEAD, [2024, "101003", 100, None, None]]))
    assert "工作表“填报”有 2 个空格会清空原来的内容" in remarks(again)


@pytest.mark.parametrize(("sum_", "words"), [(300, None), (299.99, "差 -0.01"), (300.01, "差 0.01")])
def test_a_sum_in_the_file_that_is_not_the_sum_of_its_details_is_said(
    desk: Desk, tmp_path: Path, sum_: float, words: str | None
) -> None:
    rows = [HEAD, [2024, "101003", 100, 10, None], [2024, "101004", 200, 20, None], [None, "合计", sum_, 30, None]]
    said = remarks(imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows)))
    if words is None:
        assert "与明细不符" not in said
    else:
        assert words in said
        assert said.count("与明细不符") == 1


def test_a_subtotal_is_of_its_own_rows_and_not_compared_with_all(desk: Desk, tmp_path: Path) -> None:
    rows = [HEAD, [2024, "101003", 100, 10, None], [None, "小计", 100, 10, None],
            [2024, "101004", 200, 20, None], [None, "小计", 200, 20, None], [None, "合计", 300, 30, None]]  # fmt: skip
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    assert "与明细不符" not in remarks(plan)


def test_likely_columns_wait_for_a_person(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx",
        填报=[["年度", "单位编码", "食堂食材采购总额合计", "预留份额"], [2024, "101003", 1000000, 100000]],
    )
    plan = imports.plan_file(desk, path)
    layout = plan.layouts[0]
    assert [(match.heading, match.field) for match in layout.likely] == [("食堂食材采购总额合计", "total")]
    assert plan.rows[0].after is not None
    assert plan.rows[0].after.cell("total") is None
    chosen = imports.plan_file(desk, path, mappings={layout.fingerprint: {"食堂食材采购总额合计": "total"}})
    assert chosen.rows[0].after is not None
    assert chosen.rows[0].after.cell("total") == 10**8


@pytest.mark.parametrize(
    ("above", "heading", "fen"),
    [
        (None, "本年食堂花销(万元)", 100_000_000), (None, "本年食堂花销", 10_000),
        ("单位：万元", "本年食堂花销", 100_000_000), ("单位：万元", "本年食堂花销(元)", 10_000),
    ],
)  # fmt: skip
def test_a_column_that_a_person_chooses_is_in_the_unit_that_the_sheet_says(
    desk: Desk, tmp_path: Path, above: str | None, heading: str, fen: int
) -> None:
    """Chosen or found by its heading, 100 in a sheet in 万元 is a million yuan."""
    rows = [["年度", "单位编码", heading, "预留份额"], [2024, "101003", 100, 10]]
    path = written(tmp_path / "a.xlsx", 填报=[[above], *rows] if above else rows)
    shape = imports.plan_file(desk, path).layouts[0].fingerprint
    plan = imports.plan_file(desk, path, mappings={shape: {heading: "total"}})
    (row,) = plan.rows
    assert row.after is not None
    assert row.after.cell("total") == fen
    assert row.after.cell("reserve") == (10_000_000 if above else 1_000)


# -- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([2024, "101003", "三万", 1, None], "第 2 行“年度食堂食材采购总额”‘三万’不是金额"),
        ([2024, "101003", -5, 1, None], "负数"),
        ([2024, "999", 5, 1, None], "‘999’不在账册的单位表中"),
        ([None, "101003", 5, 1, None], "“年度”不能空着，可用 --year 指明"),
        ([2024, None, 5, 1, None], "“单位编码”不能空着"),
        ([2024, "101003", 5, 1, "批准"], "不在可选之列"),
        ([2024, "101003", 1.005, 1, None], "精确到分以下"),
        ([2024, "101003", "=1/0", 1, None], "公式没有结果"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_changes(desk: Desk, tmp_path: Path, row: list[Any], words: str) -> None:
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, row]))
    assert [each.verdict for each in plan.rows] == [REFUSED]
    assert words in reasons(plan)
    assert plan.changes() == ()


def test_a_row_twice_and_a_field_twice(desk: Desk, tmp_path: Path) -> None:
    plan = imports.plan_file(
        desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 1, 1, None], [2024, "101003", 2, 2, None]])
    )
    assert "第 3 行与第 2 行重复" in reasons(plan)
    with pytest.raises(Refused, match="两列都是"):
        imports.plan_file(
            desk,
            written(tmp_path / "b.xlsx", 填报=[["年度", "单位编码", "预留份额", "预留份额"], [2024, "101003", 1, 2]]),
        )


def test_year_from_the_command_line_or_the_title(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", 填报=[["单位编码", "采购总额", "预留份额"], ["101003", 1, 1]])
    assert imports.plan_file(desk, path, 2025).rows[0].after.cell("year") == 2025  # type: ignore[union-attr]


def test_units_of_the_same_file_are_known(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        path = written(
            tmp_path / "a.xlsx",
            填报=[HEAD, [2024, "101003", 1, 1, None]],
            单位=[["单位编码", "单位名称"], ["101003", "一小"]],
        )
        assert imports.plan_file(desk, path).count(NEW) == 2


def test_refused_rows_come_back_as_a_workbook_that_imports_once_mended(desk: Desk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from zhengzhou_desk.exchange.workbook import write_refused

    plan = imports.plan_file(
        desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", "三万", 1, None], [2024, "101004", 2, 2, None]])
    )
    back = tmp_path / "back.xlsx"
    write_refused(back, plan, lambda reason: reason.text())
    book = load_workbook(back)
    assert "不是金额" in str(book["填报"]["F2"].value)
    book["填报"]["C2"] = 30000
    book.save(back)
    mended = imports.plan_file(desk, back)
    assert [row.verdict for row in mended.rows] == [NEW]


def hostile(folder: Path) -> list[tuple[str, Path]]:
    base = written(folder / "base.xlsx", 填报=[HEAD, [2024, "101003", 1, 1, None]]).read_bytes()

    def changed(name: str, part: str, old: bytes, new: bytes) -> Path:
        path = folder / f"{name}.xlsx"
        with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for item in source.namelist():
                content = source.read(item)
                target.writestr(item, content.replace(old, new) if item == part else content)
        return path

    sheet = "xl/worksheets/sheet1.xml"
    spaces = folder / "spaces.xlsx"
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(spaces, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.namelist():
            target.writestr(item, source.read(item))
        target.writestr("xl/media/big.xml", b" " * (450 * 2**20))
    files = [
        (
            "far",
            changed(
                "far", sheet, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            ),
        ),
        (
            "merge",
            changed(
                "merge",
                sheet,
                b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            ),
        ),
        ("doctype", changed("doctype", sheet, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
        ("bomb", spaces),
    ]
    for name, content in (
        ("truncated", base[: len(base) // 2]), ("empty", b""), ("picture", b"\x89PNG\r\n\x1a\n" + bytes(100)), ("text", b"\x00\x01\xff" * 50),
        ("encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    ):  # fmt: skip
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        files.append((name, path))
    return files


def test_hostile_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    for name, path in hostile(tmp_path):
        started = datetime.datetime.now()
        with pytest.raises(Refused) as caught:
            read_workbook(path)
        assert caught.value.text().strip(), name
        assert caught.value.text("en").strip(), name
        assert (datetime.datetime.now() - started).total_seconds() < 8, name


def test_two_thousand_mutated_files_harm_nobody(tmp_path: Path) -> None:
    """Each mutant is examined and read as the child reads it, many to a process; a child that dies is only a refusal."""
    base = written(
        tmp_path / "base.xlsx",
        单位=[["单位编码", "单位名称"], ["101003", "一小"]],
        填报=[HEAD, *([2024, "101003", n, n, None] for n in range(30))],
    )
    sources = [base.read_bytes(), TEXT.encode(), TEXT.encode("gb18030"), HTML.encode("gb18030"), TEXT.encode("utf-16")]
    chance = random.Random(832)
    folder = tmp_path / "mutants"
    folder.mkdir()
    for number in range(2_000):
        content = bytearray(chance.choice(sources))
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(content))
            if chance.random() < 0.3:
                del content[place : place + chance.randint(1, 40)]
            else:
                content[place] = chance.randrange(256)
            if not content:
                content = bytearray(b"x")
        folder.joinpath(f"{number:04d}.xlsx").write_bytes(content)
    import subprocess
    import sys

    script = (
        "import sys, pathlib\n"
        f"sys.path.insert(0, {str(Path(guard.__file__).parents[2])!r})\n"
        "from zhengzhou_desk.common.errors import Refused\n"
        "from zhengzhou_desk.exchange import sheet_process as child\n"
        "child._limit(250)\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir())[int(sys.argv[2]):]:\n"
        "    try:\n"
        "        child.read(path)\n"
        "        print('read', flush=True)\n"
        "    except Refused as refused:\n"
        "        assert refused.text()\n"
        "        print('refused', flush=True)\n"
    )
    done = deaths = 0
    while done < 2_000:
        ran = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(done)],
            capture_output=True,
            text=True,
            timeout=250,
            check=False,
        )
        lines = len(ran.stdout.split())
        assert "Traceback" not in ran.stderr, ran.stderr[-2000:]
        done += lines
        if ran.returncode:
            deaths += 1
            done += 1
    assert deaths < 20


# -- round trip --------------------------------------------------------------------------------------


def test_export_and_import_give_the_same_records(tmp_path: Path) -> None:
    rows = sample.county(160, 600)
    with new_desk(tmp_path, *rows, name="a.zzd") as first, new_desk(tmp_path, name="b.zzd") as second:
        exports.export_book(first, tmp_path / "all.xlsx")
        plan = imports.plan_file(second, tmp_path / "all.xlsx")
        assert reasons(plan) == ""
        imports.apply_plan(second, plan)
        for cls in WORKBOOK:
            assert [row.cells() for row in first.tables.all(cls)] == [row.cells() for row in second.tables.all(cls)], (
                cls
            )
        again = imports.plan_file(second, tmp_path / "all.xlsx")
        assert again.count(SAME) == len(again.rows)


@pytest.mark.parametrize("evil", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "<b>粗</b>", "A&B<C", "'单引号"])
def test_text_is_never_a_formula(tmp_path: Path, evil: str) -> None:
    from openpyxl import load_workbook

    with new_desk(tmp_path, Unit(code="101003", name=evil), name="a.zzd") as desk:
        exports.export_book(desk, tmp_path / "x.xlsx")
        cell = load_workbook(tmp_path / "x.xlsx")["单位"]["B2"]
        assert cell.data_type == "s"
        assert cell.value == desk.rows(Unit)[0].name
        with new_desk(tmp_path, name="b.zzd") as other:
            imports.apply_plan(other, imports.plan_file(other, tmp_path / "x.xlsx"))
            assert other.rows(Unit)[0].name == desk.rows(Unit)[0].name


def test_one_year_of_the_workbook(tmp_path: Path) -> None:
    with new_desk(
        tmp_path, unit(), Filing(year=2023, unit="101003", total=1), Filing(year=2024, unit="101003", total=2)
    ) as desk:
        exports.export_book(desk, tmp_path / "x.xlsx", 2023)
        sheets = {sheet.name: sheet for sheet in read_workbook(tmp_path / "x.xlsx")}
        assert len(sheets["填报"].rows) == 2
        assert len(sheets["单位"].rows) == 2


def test_an_import_is_one_line_of_the_journal(desk: Desk, tmp_path: Path) -> None:
    before = len(desk.journal())
    rows = [[2024, "101003", 1, 1, None], [2024, "101004", 1, 1, None]]
    imports.apply_plan(desk, imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, *rows])))
    assert len(desk.journal()) == before + 1
    assert desk.apply(Entry("remove", tuple(Change(row, None) for row in desk.rows(Filing)), ("填报", "2"))) is not None


def test_choices_are_remembered_for_the_next_file_of_the_shape(desk: Desk, tmp_path: Path) -> None:
    from zhengzhou_desk.services import import_memory

    rows = [["年度", "单位名称", "食堂食材采购总额合计"], [2024, "金水东小", 5]]
    path = written(tmp_path / "a.xlsx", 填报=rows)
    plan = imports.plan_file(desk, path)
    assert plan.rows[0].unknown_name == "金水东小"
    import_memory.remember_mapping(desk, plan.layouts[0].fingerprint, {"食堂食材采购总额合计": "total"})
    import_memory.remember_alias(desk, "金水东小", "101004")
    again = imports.plan_file(desk, path)
    assert [(row.verdict, row.after.cell("unit"), row.after.cell("total")) for row in again.rows if row.after] == [
        (NEW, "101004", 500)
    ]


def test_what_would_be_found_is_foreseen(desk: Desk, tmp_path: Path) -> None:
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 1000, 1, "已填报"]]))
    digest = desk.store.digest()
    seen = impact.impact_of(desk, plan.changes())
    assert desk.store.digest() == digest
    assert "ratio" in {found.rule for found in seen.appearing}
    assert {(found.rule, found.unit) for found in seen.vanishing} == {("not_filed", "101003")}
    imports.apply_plan(desk, plan)
    assert "ratio" in {found.rule for found in desk.findings()}
    assert [(column.name, before, after) for column, before, after in plan.sums()] == [
        ("total", 0, 100_000),
        ("reserve", 0, 100),
    ]
