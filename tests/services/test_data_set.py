"""Packages as a data set: what stands in it is what the packages say, and its roll-ups are the program's own sums."""

from __future__ import annotations

import datetime
import json
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.books import DAY, clock, filing, new_desk, order, unit
from tests.services import roll_ups
from tests.services.described import problems
from tests.services.packages import NOW, PASSWORD, changed, digested, made, reported
from zhengzhou_desk.common import paths
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import data_set as files_of
from zhengzhou_desk.exchange import package, partitions
from zhengzhou_desk.records import Execution, Record
from zhengzhou_desk.records.report import APART
from zhengzhou_desk.records.submission import as_rows
from zhengzhou_desk.reports.bulletin_units import bulletin_units
from zhengzhou_desk.reports.city import manifest_figures
from zhengzhou_desk.reports.purchasing import counting_lines, months_report
from zhengzhou_desk.reports.summary import SUMS
from zhengzhou_desk.reports.unit_status import by_department, totals, unit_statuses
from zhengzhou_desk.services import data_set, exports, submissions
from zhengzhou_desk.services.desk import Desk

TODAY = NOW.date()
# The columns of the program's summary by the names of the roll-ups; what is left is not a sum.
SAID_AS = {"unknown": "not_known"}
# The lines of the program's own table of months.
MONTHS: dict[int | None, str] = {
    None: "按平台统计，不分月",
    0: "本年以前",
    13: "本年以后",
    **{month: f"{month}月" for month in range(1, 13)},
}
REGIONS = ("410102", "410103", "410104", "410105", "410106", "410108")


def district(chance: random.Random) -> list[Record]:
    """Units of three departments: exempt, unfiled, doubtful, sharing and gone ones, with orders or statistics."""
    rows: list[Record] = [unit(f"1{number}", f"{number}局", "none") for number in range(3)]
    for number in range(chance.randint(4, 14)):
        code = f"10{number:02}"
        gone = datetime.date(2024, 2, 1) if chance.random() < 0.15 else None
        is_shared = bool(number) and chance.random() < 0.15
        department = chance.choice(("10", "11", "12", None))
        rows.append(
            unit(
                code, f"第{number}小学", "shared" if is_shared else "own", canteen_host="1000" if is_shared else None,
                department=department, closed=gone,
            )
        )  # fmt: skip
        if chance.random() < 0.8:
            total = chance.choice((None, chance.randrange(10**6), chance.randrange(10**6)))
            rows.append(filing(code, total, chance.choice((None, chance.randrange(100_000)))))
        if chance.random() < 0.5:
            rows.append(filing(code, 500_000, chance.randrange(80_000), 2023))
        if chance.random() < 0.3:
            rows.append(
                Execution(year=2024, unit=code, as_of=DAY, traded=chance.randrange(10**8), paid=99, completed=7)
            )
    for number in range(chance.randrange(40)):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(chance.randrange(90))
        done = day + datetime.timedelta(chance.randrange(30)) if chance.random() < 0.6 else None
        rows.append(order(str(number), f"10{chance.randrange(16):02}", chance.randrange(1, 9_000), day,
                          channel=chance.choice(("platform", "platform", "other")), paid=done, accepted=done, evaluated=done))  # fmt: skip
    return rows


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path], dict[str, Any]]:
    """A data set of six random districts, their packages, and what the program itself says of them."""
    folder = tmp_path_factory.mktemp("市")
    found: dict[str, Any] = {"departments": {}, "months": {}, "doubtful": set()}
    seeds, files = random.Random(17).sample(range(10**6), 5), []
    for number, region in enumerate(REGIONS):
        path = folder / f"{region}.zdp"
        # Two districts report the very same: they share their ranks.
        seed = seeds[min(number, 4)]
        with new_desk(folder, *district(random.Random(seed)), region=region, name=f"{region}.zzd") as desk:
            submissions.write(desk, path, 2024, now=NOW)
            rows, view = unit_statuses(desk.engine, 2024), desk.engine.reader()
            for code, mine in by_department(rows).items():
                found["departments"][region, code] = manifest_figures(totals(mine))
            found["months"][region] = months_report(rows, counting_lines(rows, view), 2024, view)
            found["doubtful"] |= {(region, row.code) for row in bulletin_units(desk.engine, 2024) if row.is_doubtful}
        files.append(path)
    with Desk.new(folder / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李") as city:
        submissions.apply(city, submissions.examine(city, files))
        found["reports"] = {report.name: report for report in exports.summary(city, 2024)}
    data_set.write(files, folder / "数据 集", TODAY)
    return folder / "数据 集", files, found


def test_the_roll_ups_are_the_citys_own_sums_to_the_fen(districts: tuple[Path, list[Path], dict[str, Any]]) -> None:
    folder, files, found = districts
    said = roll_ups.by_duckdb(folder)
    table = found["reports"]["区县汇总"]
    sums = [heading.name for heading in SUMS if heading.name != "ratio"]
    lines = {line.values[0]: {name: line.values[table.place(name)] for name in sums} for line in table.lines}
    assert len(said["by_region"]) == len(files) == len(lines) - 1
    for row in said["by_region"]:
        assert {name: row[SAID_AS.get(name, name)] for name in sums} == lines[row["region"]]
    (year,) = said["by_year"]
    assert {name: year[SAID_AS.get(name, name)] for name in sums} == lines[None]
    assert year["regions"] == len(files)
    assert sum(lines[None][name] for name in ("required", "gap", "ordered", "completed")) > 0


def test_departments_months_and_doubts_are_those_of_the_districts(
    districts: tuple[Path, list[Path], dict[str, Any]],
) -> None:
    folder, _, found = districts
    said = roll_ups.by_duckdb(folder)
    by_department = {(row["region"], row["department"]): row for row in said["by_department"] if row["units"]}
    assert by_department.keys() == found["departments"].keys()
    named = {"fail": "failed", "unknown": "not_known", "pass": "passed", "closed": None}
    for key, (counts, amounts) in found["departments"].items():
        for name, value in {**counts, **amounts}.items():
            if (column := named.get(name, name)) is not None:
                assert by_department[key][column] == value, (key, name)
    for region, report in found["months"].items():
        mine = [row for row in said["by_month"] if row["region"] == region]
        amounts = slice(report.place("ordered"), report.place("ordered") + 3)
        own = [(line.values[0], *line.values[amounts]) for line in report.lines[:-1] if any(line.values[amounts])]
        assert own == [(MONTHS[row["month"]], row["ordered"], row["paid"], row["completed"]) for row in mine]
    assert {(row["region"], row["unit"]) for row in said["held_out"]} == found["doubtful"] != set()


def test_the_ranks_are_the_citys_own_and_equal_ones_are_shared(
    districts: tuple[Path, list[Path], dict[str, Any]],
) -> None:
    folder, files, found = districts
    table = found["reports"]["区县排名"]
    places = table.place("base_rank"), table.place("progress_rank")
    own = {line.values[0]: tuple(line.values[place] for place in places) for line in table.lines if line.key != APART}
    said = {row["region"]: (row["base_rank"], row["progress_rank"]) for row in roll_ups.by_duckdb(folder)["ranks"]}
    assert said == own
    assert said[files[-1].stem] == said[files[-2].stem]


@pytest.mark.skipif(roll_ups.no_spark() is not None, reason=str(roll_ups.no_spark()))
@pytest.mark.filterwarnings("ignore")
def test_spark_says_the_very_same_from_the_same_files_and_statements(
    districts: tuple[Path, list[Path], dict[str, Any]],
) -> None:
    folder, _, _ = districts
    assert roll_ups.by_spark(folder) == roll_ups.by_duckdb(folder)


def test_packages_and_data_set_hold_what_the_published_descriptions_say(
    districts: tuple[Path, list[Path], dict[str, Any]],
) -> None:
    folder, files, _ = districts
    described = json.loads((paths.ANALYTICS / "package-1.schema.json").read_text(encoding="utf-8"))
    for path in files:
        read = package.read_package(path)
        content: dict[str, Any] = {"manifest": read.manifest, "units": as_rows(read.units)}
        assert problems(content, described) == []
    content["units"][0]["reserve"] = "1"
    content["manifest"]["months"][0]["months"][0][0] = 14
    assert problems(content, described) == ["/manifest/months/0/months/0/0", "/units/0/reserve"]
    table = json.loads(files_of.SCHEMA.read_text(encoding="utf-8"))
    with duckdb.connect() as engine:
        roll_ups.views(engine, folder)
        whole: dict[str, Any] = {}
        for name, columns in files_of.columns().items():
            done = engine.execute(f"SELECT * FROM {name}")
            assert {column[0] for column in done.description or ()} == set(columns)
            whole[name] = [
                {column[0]: _plain(value) for column, value in zip(done.description or (), row, strict=True)}
                for row in done.fetchall()
            ]
            assert whole[name]
    assert problems(whole, table) == []


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


# -- which packages are taken -----------------------------------------------------------------------


def states(verdicts: tuple[data_set.FileVerdict, ...]) -> list[str]:
    return [verdict.state for verdict in verdicts]


def reserves(folder: Path) -> dict[str, int]:
    return {row["region"]: row["reserve"] for row in roll_ups.by_duckdb(folder, ("by_region",))["by_region"]}


def test_a_newer_package_takes_the_place_of_its_region_and_of_no_other(tmp_path: Path) -> None:
    old, other = reported(tmp_path), reported(tmp_path, "410103")
    later = NOW + datetime.timedelta(hours=1)
    new = reported(tmp_path, reserve=90_000, now=later, closed=True)
    folder = tmp_path / "d"
    assert states(data_set.write([old, other], folder, TODAY)) == [data_set.TAKEN] * 2
    untouched = {path: path.stat().st_mtime_ns for path in folder.rglob("region=410103/*/*")}
    assert reserves(folder) == {"410105": 13_010_000, "410103": 13_010_000}
    assert states(data_set.write([new], folder, TODAY)) == [data_set.TAKEN]
    assert reserves(folder) == {"410105": 14_000_000, "410103": 13_010_000}
    assert {path: path.stat().st_mtime_ns for path in untouched} == untouched
    assert states(data_set.write([old, new, other], folder, TODAY)) == [data_set.OLDER, data_set.SAME, data_set.SAME]
    again = tmp_path / "e"
    assert states(data_set.write([old, new], again, TODAY)) == [data_set.OLDER, data_set.TAKEN]
    assert reserves(again) == {"410105": 14_000_000}
    assert not list(tmp_path.rglob(partitions.DRAFT))


def test_what_an_earlier_program_made_has_its_year_and_no_months(tmp_path: Path) -> None:
    def without(manifest: Any) -> None:
        del manifest["months"], manifest["findings"]

    older = digested(reported(tmp_path, bought=80), "manifest.json", without)
    assert states(data_set.write([older], tmp_path / "d", TODAY)) == [data_set.TAKEN]
    said = roll_ups.by_duckdb(tmp_path / "d")
    assert [(row["month"], row["ordered"]) for row in said["by_month"]] == [(None, 8_000)]
    with duckdb.connect() as engine:
        roll_ups.views(engine, tmp_path / "d")
        assert engine.execute("SELECT by_month, with_findings FROM submissions").fetchall() == [(False, False)]
        assert engine.execute("SELECT count(*) FROM findings").fetchall() == [(0,)]


@pytest.mark.usefixtures("quick")
def test_sealed_and_signed_ones_are_taken_and_nobodys_telephone(tmp_path: Path) -> None:
    from zhengzhou_desk.common import signing

    key = signing.new_private()
    sealed = made(tmp_path, private=key, password=PASSWORD)
    refused = data_set.write([sealed], tmp_path / "d", TODAY)
    assert states(refused) == [data_set.REFUSED]
    assert "密码" in refused[0].sentence().text()
    assert not (tmp_path / "d").exists()
    unlocked = submissions.unlock([sealed], PASSWORD)
    assert states(data_set.write([sealed], tmp_path / "d", TODAY, unlocked=unlocked)) == [data_set.TAKEN]
    with duckdb.connect() as engine:
        roll_ups.views(engine, tmp_path / "d")
        assert engine.execute("SELECT signer IS NOT NULL FROM submissions").fetchall() == [(True,)]
    with new_desk(tmp_path, unit(contact="王老师", phone="0371-65000000"), filing(), name="c.zzd") as desk:
        submissions.write(desk, tmp_path / "c.zdp", 2024, now=NOW, contacts=True)
    data_set.write([tmp_path / "c.zdp"], tmp_path / "c", TODAY)
    assert {"contact", "phone"}.isdisjoint(name for table in files_of.columns().values() for name in table)


def test_what_is_not_sound_is_refused_and_the_others_are_written(tmp_path: Path) -> None:
    def one_fen(units: Any) -> None:
        units[0]["reserve"] += 1

    wrong = changed(reported(tmp_path), "units.json", one_fen, seal=True)
    verdicts = data_set.write([wrong, tmp_path / "没有.zdp", reported(tmp_path, "410103")], tmp_path / "d", TODAY)
    assert states(verdicts) == [data_set.REFUSED, data_set.REFUSED, data_set.TAKEN]
    assert "各单位之和为" in verdicts[0].sentence().text()
    assert list(reserves(tmp_path / "d")) == ["410103"]


def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path) -> None:
    path, folder = reported(tmp_path), tmp_path / "别的"
    folder.mkdir()
    (folder / "照片.txt").write_text("x", encoding="utf-8")
    with pytest.raises(Refused, match="不是空文件夹"):
        data_set.write([path], folder, TODAY)
    with pytest.raises(Refused, match="不是空文件夹"):
        data_set.write([path], folder / "照片.txt", TODAY)
    assert [each.name for each in folder.iterdir()] == ["照片.txt"]
    own = tmp_path / "d"
    data_set.write([path], own, TODAY)
    marker = own / files_of.MARKER
    marker.write_text(marker.read_text(encoding="utf-8").replace('"version": 1', '"version": 2'), encoding="utf-8")
    with pytest.raises(Refused, match="更新版本"):
        data_set.write([path], own, TODAY)


def test_without_the_engine_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(Refused, match=r"zhengzhou-desk\[analytics\]"):
        data_set.write([reported(tmp_path)], tmp_path / "d", TODAY)
    assert not (tmp_path / "d").exists()


@pytest.mark.usefixtures("read_here")
def test_a_run_that_is_killed_anywhere_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """Whatever it had moved is taken back by the next run: both districts change, or neither."""
    first = [reported(tmp_path), reported(tmp_path, "410103")]
    later = NOW + datetime.timedelta(hours=1)
    new = [reported(tmp_path, region, 90_000, now=later) for region in ("410105", "410103", "410104")]
    start = tmp_path / "d"
    data_set.write(first, start, TODAY)
    old, after = reserves(start), dict.fromkeys(("410103", "410104", "410105"), 14_010_000)
    for steps in range(0, 60, 3):
        folder = tmp_path / f"d{steps}"
        shutil.copytree(start, folder)
        if not killed(folder, new, steps):
            break
        assert files_of.parts_of(folder) == files_of.parts_of(start)
        assert reserves(folder) == old
        assert states(data_set.write(new, folder, TODAY)) == [data_set.TAKEN] * 3
        assert reserves(folder) == after
    assert steps > 20
    assert reserves(folder) == after


def killed(folder: Path, files: list[Path], steps: int) -> bool:
    """Whether a run was killed after so many moves; False where it was done before."""
    move, left = partitions._move, [steps]

    def moved(source: Path, target: Path) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        move(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partitions, "_move", moved)
        patch.setattr(partitions, "take_back", lambda folder: None)  # a killed program tidies nothing up
        try:
            data_set.write(files, folder, TODAY)
        except KeyboardInterrupt:
            return True
    return False


@pytest.mark.usefixtures("read_here")
def test_a_step_that_fails_is_taken_back_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another program holds a file open."""
    folder, moves = tmp_path / "d", []
    data_set.write([reported(tmp_path)], folder, TODAY)
    before = sorted(folder.rglob("*"))
    new = reported(tmp_path, reserve=90_000, now=NOW + datetime.timedelta(hours=1))
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        moves.append(self)
        if len(moves) == 9:
            raise PermissionError(13, "held")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Refused, match="写不了"):
        data_set.write([new], folder, TODAY)
    assert sorted(folder.rglob("*")) == before
    assert reserves(folder) == {"410105": 13_010_000}
