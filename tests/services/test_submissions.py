"""District and city: a package says what the book says, and the city takes in only what is whole and newer."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.books import DAY, filing, new_desk, order, unit
from tests.services.packages import NOW, changed, digested, reported, states
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import package
from zhengzhou_desk.records import Change, Entry, Execution, Submission
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.submission import TEXTS, unpacked
from zhengzhou_desk.records.submission_details import FindingCount, MonthSum
from zhengzhou_desk.reports import city
from zhengzhou_desk.services import exports, submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_package_says_what_the_book_says(tmp_path: Path) -> None:
    read = package.read_package(reported(tmp_path, closed=True))
    assert (read.region, read.year, read.manifest["bureau"]) == ("410105", 2024, "金水区财政局")
    assert read.manifest["counts"]["units"] == 2
    assert read.manifest["counts"]["fail"] == 1
    assert read.manifest["totals"]["reserve"] == 13_000_000
    assert [(row.code, row.reserve, row.state) for row in read.units][:2] == [
        ("101003", 8_000_000, "pass"),
        ("101004", 5_000_000, "fail"),
    ]
    assert read.units[2].state == "closed"
    assert "sm3" in json.loads(zipfile.ZipFile(reported(tmp_path, "410103")).read("digest.json"))["units.json"]


def test_package_and_merge_count_the_same_units(tmp_path: Path, whole: Desk) -> None:
    """A unit that is gone is in the package by name, and counted by neither."""
    gone = datetime.date(2024, 1, 31)
    with new_desk(
        tmp_path, unit("101003"), unit("101005", "老校", closed=gone), filing("101003"), region="410105", name="区.zzd"
    ) as desk:
        count = submissions.write(desk, tmp_path / "a.zdp", 2024, now=NOW)
    assert count == 1
    (verdict,) = submissions.examine(whole, [tmp_path / "a.zdp"])
    assert dict(verdict.sentence().fields)["count"] == count
    assert verdict.submission is not None
    assert len(unpacked(verdict.submission)) == 2


def test_a_package_says_what_was_bought_each_month_and_what_the_rules_found(tmp_path: Path) -> None:
    """By months where there are order lines; statistics have none. An older program's package says neither."""
    rows = (
        unit("101003"), unit("101004", "第二小学"), filing("101003"), filing("101004", 600_000, 50_000),
        order("1", "101003", 10, datetime.date(2023, 12, 30)),
        order("2", "101003", 20, datetime.date(2024, 1, 5), paid=datetime.date(2024, 2, 1)),
        order("3", "101003", 30, datetime.date(2024, 1, 6)), order("4", "无此单位", 5, datetime.date(2024, 1, 7)),
        Execution(year=2024, unit="101004", as_of=DAY, traded=700, paid=500, completed=300),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        submissions.write(desk, tmp_path / "a.zdp", 2024, now=NOW)
    read = package.read_package(tmp_path / "a.zdp")
    assert read.months == (
        MonthSum("101003", 1, 5_000, 0, 0),
        MonthSum("101003", 2, 0, 2_000, 0),
        MonthSum("101004", None, 700, 500, 300),
    )
    assert read.findings is not None
    ratio = next(row for row in read.findings if row.rule == "ratio")
    assert ratio == FindingCount("101004", "filing", "ratio", "error", found=1, settled=0)
    assert {row.unit for row in read.findings} <= {"101003", "101004", None}

    def without(manifest: Any) -> None:
        del manifest["months"], manifest["findings"]

    older = package.read_package(digested(tmp_path / "a.zdp", "manifest.json", without))
    assert (older.months, older.findings, older.units) == (None, None, read.units)


def test_contacts_stay_at_home_unless_asked_for(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(contact="王老师", phone="0371-65000000"), filing()) as desk:
        submissions.write(desk, tmp_path / "a.zdp", 2024, now=NOW)
        assert "王老师".encode() not in zipfile.ZipFile(tmp_path / "a.zdp").read("units.json")
        submissions.write(desk, tmp_path / "b.zdp", 2024, now=NOW, contacts=True)
        assert package.read_package(tmp_path / "b.zdp").units[0].phone == "0371-65000000"


def test_accepted_same_older_in_one_undoable_step(whole: Desk, tmp_path: Path) -> None:
    first, second = reported(tmp_path), reported(tmp_path, "410103")
    verdicts = submissions.examine(whole, [first, second])
    assert states(verdicts) == [submissions.ACCEPTED, submissions.ACCEPTED]
    assert not whole.rows(Submission)
    submissions.apply(whole, verdicts)
    assert [row.region for row in whole.rows(Submission)] == ["410105", "410103"]
    assert unpacked(whole.rows(Submission)[0]) == package.read_package(first).units
    assert states(submissions.examine(whole, [first])) == [submissions.SAME]
    newer = reported(tmp_path, reserve=90_000, now=NOW + datetime.timedelta(hours=1))
    submissions.apply(whole, submissions.examine(whole, [newer]))
    assert [row.reserve for row in whole.rows(Submission)] == [14_010_000, 13_010_000]
    assert states(submissions.examine(whole, [first])) == [submissions.OLDER]
    whole.undo()
    assert whole.rows(Submission)[0].reserve == 13_010_000
    whole.undo()
    assert not whole.rows(Submission)


def test_of_two_packages_of_one_district_the_newer_is_taken_whatever_the_order(whole: Desk, tmp_path: Path) -> None:
    old, new = reported(tmp_path), reported(tmp_path, now=NOW + datetime.timedelta(hours=1))
    assert states(submissions.examine(whole, [old, new])) == [submissions.OLDER, submissions.ACCEPTED]
    verdicts = submissions.examine(whole, [new, old])
    assert states(verdicts) == [submissions.ACCEPTED, submissions.OLDER]
    submissions.apply(whole, verdicts)
    assert len(whole.rows(Submission)) == 1


def test_one_fen_changed_is_found_out(whole: Desk, tmp_path: Path) -> None:
    def one_fen(units: Any) -> None:
        units[0]["reserve"] += 1

    path = reported(tmp_path)
    tampered = submissions.examine(whole, [changed(path, "units.json", one_fen, seal=False)])
    assert states(tampered) == [submissions.NOT_TAKEN]
    assert "校验码不符" in tampered[0].sentence().text()
    inconsistent = submissions.examine(whole, [changed(path, "units.json", one_fen, seal=True)])
    assert "上报 130100.00，各单位之和为 130100.01" in inconsistent[0].sentence().text()
    assert submissions.apply(whole, inconsistent) is None


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        ("manifest.json", lambda m: m.update(year="2024"), "封面信息"),
        ("manifest.json", lambda m: m.pop("as_of"), "封面信息"),
        ("manifest.json", lambda m: m.update(version=2), "更新版本"),
        ("manifest.json", lambda m: m.update(format="x"), "不是上报包"),
        ("manifest.json", lambda m: m.update(region="410205"), "不属于"),
        ("manifest.json", lambda m: m["counts"].update(units=7), "应填报单位数 上报 7，各单位之和为 3"),
        ("manifest.json", lambda m: m["totals"].pop("gap"), "尚差 上报 —"),
        (
            "manifest.json",
            lambda m: m["months"][0]["months"][0].__setitem__(2, 1),
            "单位 101003 的各月采购之和与全年不符",
        ),
        ("manifest.json", lambda m: m["months"][0].update(unit="9"), "明细中有单位 9，名单中没有"),
        ("manifest.json", lambda m: m["months"][0]["months"][0].__setitem__(0, 14), "“各月采购”"),
        ("manifest.json", lambda m: m["findings"][0].update(unit="9"), "明细中有单位 9，名单中没有"),
        ("manifest.json", lambda m: m["findings"][0].update(phone="1"), "“审核结果”"),
        ("units.json", lambda u: u.append(u[0]), "出现两次（第 4 行）"),
        ("units.json", lambda u: u[1].update(total="很多"), "第 2 行“total”"),
        ("units.json", lambda u: u[1].update(total=1.5), "第 2 行“total”"),
        ("units.json", lambda u: u[1].update(state="好"), "第 2 行“state”"),
        ("units.json", lambda u: u[1].update(secret="x"), "第 2 行“secret”"),
        ("units.json", lambda u: u.insert(0, 3), "第 1 行"),
    ],
)
def test_what_contradicts_itself_is_refused_and_says_where(
    whole: Desk, tmp_path: Path, part: str, change: Callable[[Any], None], said: str
) -> None:
    verdicts = submissions.examine(whole, [changed(reported(tmp_path), part, change, seal=True)])
    assert states(verdicts) == [submissions.NOT_TAKEN]
    assert said in verdicts[0].sentence().text()
    assert verdicts[0].sentence().text("en")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a package", b"\x00" * 500])
def test_any_other_file_is_refused(whole: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zdp"
    path.write_bytes(content)
    assert states(submissions.examine(whole, [path, tmp_path / "没有.zdp", tmp_path])) == [submissions.NOT_TAKEN] * 3


@pytest.mark.usefixtures("read_here")
def test_every_cut_of_a_package_is_refused(whole: Desk, tmp_path: Path) -> None:
    good = reported(tmp_path).read_bytes()
    path = tmp_path / "x.zdp"
    for length in range(0, len(good), 37):
        path.write_bytes(good[:length])
        assert states(submissions.examine(whole, [path])) == [submissions.NOT_TAKEN]


def test_a_bomb_is_refused(whole: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.zdp"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("manifest.json", "digest.json", "units.json"):
            packed.writestr(name, b" " * (70 * 2**20 if name == "units.json" else 2))
    assert "太大" in submissions.examine(whole, [path])[0].sentence().text()


def test_a_district_takes_no_packages(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit()) as desk, pytest.raises(Refused, match="只有市级账册"):
        submissions.examine(desk, [])


def test_the_citys_summary_ties_and_ranks(whole: Desk, tmp_path: Path) -> None:
    files = [
        reported(tmp_path, "410105", bought=8_000),
        reported(tmp_path, "410103", bought=8_000),
        reported(tmp_path, "410104", 90_000, bought=1),
    ]
    submissions.apply(whole, submissions.examine(whole, files))
    reports = {report.name: report for report in exports.summary(whole, 2024)}
    table, ranking = reports["区县汇总"], reports["区县排名"]
    total = table.lines[-1].values
    assert total[table.place("reserve")] == 13_010_000 * 2 + 14_010_000
    assert [line.values[0] for line in table.lines] == ["410103", "410104", "410105", None]
    placed = {
        line.values[0]: (line.values[ranking.place("base_rank")], line.values[ranking.place("progress_rank")])
        for line in ranking.lines
    }
    assert placed == {"410103": (2, 1), "410105": (2, 1), "410104": (1, 3)}
    assert {line.values[-1] for line in reports["全市核对"].lines} == {0}
    assert not exports.write_summary(whole, tmp_path / "s.xlsx", 2024)
    book = load_workbook(tmp_path / "s.xlsx", data_only=True)
    assert book.sheetnames[1:5] == ["区县汇总", "区县排名", "全市单位明细", "全市核对"]


# -- every field in range and form -------------------------------------------------------------------

ODD: list[Any] = [
    None, True, False, -1, -(10**30), 10**30, 10**17, 1.5, float("nan"), float("inf"), "", " ", "\ud800", "甲\udfff", "\0", "\u202e甲", "a\nb",
    "甲" * 5_000_000, "9999-12-31", "0001-01-01", "2024-02-30", "20240401", "2024-04-01T09:30:00+08:00", "9999-12-31T00:00:00", "－5", "４１０１０５",
    [], {}, [[]], {"ordered": 1.0}, {"ordered": 10**30, "paid": 0, "completed": 0}, {"units": True}, {"甲": "乙"}, [{"a": [{}]}] * 3,
]  # fmt: skip


def places(value: Any) -> list[list[Any]]:
    """Where each field of a part is, inside tables as well."""
    if isinstance(value, dict):
        return [[name, *rest] for name, inner in value.items() for rest in ([], *places(inner))]
    return [[0, *rest] for rest in places(value[0])] if isinstance(value, list) else []


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("part", ["manifest.json", "units.json"])
def test_odd_values_in_any_field_are_refused_or_as_good_as_said_before(whole: Desk, tmp_path: Path, part: str) -> None:
    good = reported(tmp_path, closed=True)
    honest = package.read_package(good)
    with zipfile.ZipFile(good) as packed:
        content = json.loads(packed.read(part))
    before = whole.store.digest()
    taken = []
    for place in places(content):
        for odd in ODD:
            if isinstance(odd, str) and len(odd) > 10**6 and place[-1] not in ("bureau", "name", "made", "journal"):
                continue

            def change(there: Any, place: list[Any] = place, odd: Any = odd) -> None:
                for name in place[:-1]:
                    there = there[name]
                there[place[-1]] = odd

            verdicts = submissions.examine(whole, [digested(good, part, change)])
            assert verdicts[0].sentence().text().encode()
            assert len(verdicts[0].sentence().text("en")) < 1_000
            if states(verdicts) == [submissions.ACCEPTED]:
                taken.append((place, odd))
                submissions.apply(whole, verdicts)
                assert exports.summary(whole, 2024)
                whole.undo()
            assert whole.store.digest() == before
    for place, odd in taken:
        # A text may be any text of a fair length; an amount outside any unit may be owed.
        if place[-1] in (*TEXTS, "bureau", "program", "law", "region_name"):
            assert odd is None or (isinstance(odd, str) and 0 < len(odd) <= 200 and clean(odd) == odd), place
        elif place[0] == "findings":  # how many there are can be checked against nothing: none may be said, or more
            assert odd == [] or type(odd) is int, place
        else:
            assert (place[0], odd) in {("unassigned", -1), ("contacts", True), ("contacts", False), ("journal", "")}, (
                place
            )
    assert honest == package.read_package(good)


@pytest.mark.parametrize(
    ("field", "value"), [("as_of", "2024-04-02"), ("as_of", "2099-12-31"), ("made", "2024-04-02T00:00:00")]
)
def test_figures_of_a_day_to_come_are_refused(whole: Desk, tmp_path: Path, field: str, value: str) -> None:
    verdicts = submissions.examine(
        whole, [digested(reported(tmp_path), "manifest.json", lambda said: said.update({field: value}))]
    )
    assert states(verdicts) == [submissions.NOT_TAKEN]
    assert "晚于今天（2024-04-01）" in verdicts[0].sentence().text()


def test_a_package_from_a_day_to_come_that_was_taken_once_is_no_bar_to_a_true_one(whole: Desk, tmp_path: Path) -> None:
    path = reported(tmp_path)
    row = submissions.examine(whole, [path])[0].submission
    assert row is not None
    whole.apply(
        Entry(
            "merge",
            (Change(None, dataclasses.replace(row, day=datetime.date(9999, 12, 31), digest="0" * 64)),),
            ("1", "区"),
        )
    )
    verdicts = submissions.examine(whole, [path])
    assert states(verdicts) == [submissions.ACCEPTED]
    submissions.apply(whole, verdicts)
    assert [row.day for row in whole.rows(Submission)] == [DAY]


@pytest.mark.usefixtures("read_here")
def test_no_broken_byte_of_a_package_ends_in_anything_but_a_sentence(whole: Desk, tmp_path: Path) -> None:
    good = reported(tmp_path).read_bytes()
    path, chance = tmp_path / "x.zdp", random.Random(14)
    for _ in range(1_500):
        content = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        verdict = submissions.examine(whole, [path])[0]
        assert verdict.sentence().text()
        assert (
            verdict.state == submissions.NOT_TAKEN
            or package.read_package(path).digest
            == hashlib.sha256(zipfile.ZipFile(path).read("manifest.json")).hexdigest()
        )


def test_units_put_in_place_of_those_that_the_manifest_vouches_for_are_refused(whole: Desk, tmp_path: Path) -> None:
    """Sums unchanged and every digest made to fit, but for the one inside the manifest."""
    path = reported(tmp_path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    units = json.loads(parts["units.json"])
    units[0]["name"] = "别的小学"
    parts["units.json"] = json.dumps(units, ensure_ascii=False).encode()
    sums = {name: {"sha256": hashlib.sha256(parts[name]).hexdigest()} for name in ("units.json", "manifest.json")}
    parts["digest.json"] = json.dumps(sums).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    verdicts = submissions.examine(whole, [path])
    assert states(verdicts) == [submissions.NOT_TAKEN]
    assert "units.json 与校验码不符" in verdicts[0].sentence().text()


def test_the_citys_ties_show_what_a_district_said_of_itself_otherwise(whole: Desk, tmp_path: Path) -> None:
    submissions.apply(whole, submissions.examine(whole, [reported(tmp_path)]))
    row = whole.rows(Submission)[0]
    said = dataclasses.replace(
        row, total=(row.total or 0) + 1, reserve=(row.reserve or 0) + 2, completed=(row.completed or 0) + 3
    )
    whole.apply(Entry("edit", (Change(row, said),), ("x", "y")))
    ties = next(report for report in city.city_reports(whole.engine, 2024) if report.name == "全市核对")
    assert [line.values[-1] for line in ties.lines] == [-1, -2, -3]
    assert [line.values[1] for line in ties.lines] == [row.total, row.reserve, row.completed]
    assert exports.untied(exports.summary(whole, 2024)) == tuple(str(line.values[0]) for line in ties.lines)


def test_a_closed_unit_of_a_district_is_listed_and_not_counted_by_the_city(whole: Desk, tmp_path: Path) -> None:
    verdicts = submissions.examine(whole, [reported(tmp_path, closed=True)])
    assert states(verdicts) == [submissions.ACCEPTED]
    submissions.apply(whole, verdicts)
    assert (whole.rows(Submission)[0].units, whole.rows(Submission)[0].reserve) == (2, 13_000_000)
    sheets = {report.name: report for report in city.city_reports(whole.engine, 2024)}
    table, details = sheets["区县汇总"], sheets["全市单位明细"]
    assert table.lines[-1].values[table.place("reserve")] == 13_000_000
    gone = next(line for line in details.lines if line.values[details.place("name")] == "老校")
    assert set(gone.values[details.place("total") :]) == {None}
