"""The process that reads spreadsheets: it runs nothing that lies about, needs no name it cannot read, and never outlives who asked."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.books import new_desk, unit, written
from tests.exchange.made import MAIN, xlsx
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import child, sheet_process
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.exchange.sheet import NOT_COMPUTED, BrokenCell, Row, Sheet, ShownNumber

HOME = Path(__file__).resolve().parents[2]
SCRIPT = Path(sys.executable).parent / "zhengzhou-desk"
UNITS = [["单位编码", "单位名称"], ["101005", "第三小学"]]
PLANTED = (
    "csv", "json", "decimal", "html", "zipfile", "datetime", "faulthandler", "threading", "argparse", "subprocess", "tempfile", "xml",
    "python_calamine", "platformdirs", "sqlite_utils",
)  # fmt: skip
# Python looks for these by itself, in every process that is not isolated.
BY_ITSELF = ("sitecustomize", "usercustomize")


# On Windows a program stands there that starts Python by itself.
script = pytest.mark.skipif(not SCRIPT.is_file(), reason="no script beside Python that starts the program")


def plant(folder: Path, names: tuple[str, ...], mark: Path, *, package: bool = True) -> Path:
    """Modules that leave a mark when they are run, and a package that is called like ours."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        folder.joinpath(f"{name}.py").write_text(
            f"with open({str(mark)!r}, 'a') as file: print({name!r}, __file__, file=file)\nraise SystemExit(9)\n"
        )
    if package:
        (folder / "zhengzhou_desk").mkdir()
        (folder / "zhengzhou_desk" / "__init__.py").write_text(folder.joinpath(f"{names[0]}.py").read_text())
    return folder


@script
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
@pytest.mark.parametrize("start", ["script", "-I"])
def test_nothing_that_lies_about_is_run(tmp_path: Path, start: str, locale: str) -> None:
    """Also not where the program starts itself again: in a bare C locale, so as to name files in Chinese."""
    mark = tmp_path / "mark"
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    here = plant(tmp_path / "here", (*PLANTED, *BY_ITSELF), mark)
    # Where the person's script is not started isolated, Python itself runs these two and finds the
    # package before anything of ours runs.
    isolated = start == "-I"
    names = (*PLANTED, *BY_ITSELF) if isolated else PLANTED
    named = plant(tmp_path / "named", names, mark, package=isolated)
    own = plant(tmp_path / "own" / "lib" / version / "site-packages", names, mark, package=isolated)
    with new_desk(tmp_path, unit()) as desk:
        book = desk.store.path
    sheets = [written(here / "a.xlsx", 单位=UNITS), here / "b.csv"]
    sheets[1].write_text("单位编码,单位名称\n101006,第四小学\n", encoding="utf-8")
    # Measuring begins before anything of ours runs, and would be the first to import what lies about.
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))},
        "PYTHONPATH": str(named), "PYTHONSTARTUP": str(here / "csv.py"), "PYTHONUSERBASE": str(tmp_path / "own"), "HOME": str(tmp_path),
        "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    assert own.is_dir()
    for sheet in sheets:
        options = ["-I"] if isolated else []
        done = subprocess.run(
            [sys.executable, *options, str(SCRIPT), "import", str(book), sheet.name],
            cwd=here,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done
        assert "新增 1 行" in done.stdout
    assert not mark.exists(), mark.read_text()


def test_every_process_is_started_isolated() -> None:
    """Whoever starts another process must think of this: there is one place that does.

    The program's start is another: it puts itself in its own place, with the options it was given (-I among them),
    and trusts as little the second time.
    """
    package = HOME / "zhengzhou_desk"
    starts = ("subprocess", "os.exec", "os.spawn", "os.system", "os.popen", "multiprocessing", "QProcess")
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(f"{word}" in path.read_text(encoding="utf-8") for word in starts)
    }
    found.remove("exchange/confined.py")  # which names them to forbid them
    assert found == {"exchange/child.py", "__main__.py"}
    start = (package / "__main__.py").read_text(encoding="utf-8")
    assert [word for word in starts if word in start] == ["os.exec"]
    assert start.count("os.exec") == 1
    assert "*sys.orig_argv[1:]" in start
    assert child.command(child.SHEETS)[1] == "-I"


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child.command(child.SHEETS) == [sys.executable, child.CHILD, child.SHEETS]


@script
@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "zh_CN.GBK"},
    ],
)
def test_a_file_in_a_chinese_folder_is_read_in_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    folder = tmp_path / "金水区 账册"
    folder.mkdir()
    with new_desk(tmp_path, unit()) as desk:
        book = desk.store.path.rename(tmp_path / "b.zzd")
    written(folder / "单位 表.xlsx", 单位=UNITS)
    (folder / "单位.csv").write_text("单位编码,单位名称\n101006,第四小学\n", encoding="gb18030")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    for name in ("单位 表.xlsx", "单位.csv"):
        done = subprocess.run(
            [sys.executable, str(SCRIPT), "import", str(book), str(folder / name)],
            env={**environment, **locale}, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode(errors="replace")


def test_a_sheet_of_a_text_file_bears_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "填报 2024年.csv"
    path.write_text("单位编码,采购总额\n101003,5\n", encoding="utf-8")
    assert read_workbook(path)[0].name == "填报 2024年"


def endless(folder: Path) -> Path:
    """A workbook that is well formed and takes longer than anyone waits."""
    with_values = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1">'.encode()
        + b"<v/>" * 90_000_000
        + b"</c></row></sheetData></worksheet>"
    )
    return xlsx(folder / "endless.xlsx", with_values)


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return endless(tmp_path_factory.mktemp("slow"))


def is_at_work_in(place: Path) -> bool:
    """Whether a process has a folder as its own: Windows then gives that no other name. At first nobody can tell."""
    copy = place / sheet_process.COPY
    if not copy.exists() or time.time() - copy.stat().st_mtime < 8:
        return False
    try:
        place.rename(place.with_name("other")).rename(place)
    except OSError:
        return True
    return False


def children(folder: str) -> list[int]:
    """The processes that were started with a file in `folder`."""
    if sys.platform == "win32":
        return [number for number, place in enumerate(Path(folder).iterdir()) if is_at_work_in(place)]
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if any(word.startswith(folder.encode()) for word in words):
                found.append(int(process.name))
    return found


def test_a_file_that_takes_too_long_is_given_up(slow: Path) -> None:
    assert child.SECONDS < 10
    with pytest.raises(Refused, match="还没有读完，已停止"):
        read_workbook(slow, seconds=0.5)


def test_who_thinks_better_of_it_is_heard(slow: Path) -> None:
    with pytest.raises(Refused, match="已取消"):
        read_workbook(slow, cancelled=lambda: True)


@pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists() and sys.platform != "win32", reason="processes are looked for in /proc"
)
@pytest.mark.parametrize("how", ["kill", "terminate"])
def test_the_child_ends_with_its_parent(slow: Path, tmp_path: Path, how: str) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    script = f"import sys; sys.path.insert(0, {str(HOME)!r})\nfrom pathlib import Path\nfrom zhengzhou_desk.exchange.reading import read_workbook\nread_workbook(Path({str(slow)!r}), seconds=250)"
    parent = subprocess.Popen([sys.executable, "-c", script], env={**os.environ, "TMPDIR": str(folder)})
    while not children(str(folder)):
        assert parent.poll() is None
        time.sleep(0.02)
    getattr(parent, how)()
    parent.wait()
    # Bounded by the time limit of the test alone: without the pipe the child goes on for 250 seconds.
    until = time.monotonic() + 60
    while children(str(folder)) and time.monotonic() < until:
        time.sleep(0.05)
    assert children(str(folder)) == []


def test_the_child_gives_up_by_itself(slow: Path, tmp_path: Path) -> None:
    """Where the parent hangs and holds the pipe open, the child's own limit ends it."""
    command = [*child.command(child.SHEETS), str(slow), str(tmp_path / "answer"), "0.5"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as started:
        held, started.stdin = started.stdin, None
        assert started.wait(60) != 0
        assert held is not None
        held.close()
    assert not (tmp_path / "answer").exists()


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    read_workbook(written(tmp_path / "a.xlsx", 单位=UNITS))
    with pytest.raises(Refused):
        read_workbook(xlsx(tmp_path / "b.xlsx", "<c<c"))
    assert list((tmp_path / "t").iterdir()) == []


@pytest.mark.parametrize("special", [pytest.param("fifo", marks=posix), "device"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, special: str) -> None:
    path = Path(os.devnull)
    if special == "fifo":
        path = tmp_path / "pipe"
        os.mkfifo(path)
    with pytest.raises(Refused, match="是设备或管道"):
        read_workbook(path)


# -- what it answers -----------------------------------------------------------------------------------


def every_kind_of_cell(folder: Path) -> Path:
    """A workbook with a head over two columns, every kind of cell, hidden rows and columns, and a hidden sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "填报"
    sheet["A1"], sheet["C1"] = "单位", "金额"
    sheet.merge_cells("A1:B1")
    sheet.append(["101003", True, 1004.92])
    sheet.append([datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 8, 30), 0.1 + 0.2])
    sheet.append([5, "#REF!", -0.5])
    sheet["B6"] = "=1+1"
    sheet.row_dimensions[3].hidden = sheet.column_dimensions["C"].hidden = True
    book.create_sheet("旧表").sheet_state = "hidden"
    book["旧表"]["B2"] = "旧"
    book.save(folder / "各种.xlsx")
    return folder / "各种.xlsx"


@pytest.mark.usefixtures("read_there_and_here")
def test_every_kind_of_cell_comes_through(tmp_path: Path) -> None:
    sheet, old = read_workbook(every_kind_of_cell(tmp_path))
    day = datetime.date(2024, 3, 1)
    assert sheet.rows == (
        ("单位", "单位", "金额"), ("101003", True, Decimal("1004.92")), (day, day, Decimal("0.3")),
        (Decimal(5), BrokenCell("#REF!"), Decimal("-0.5")), (), (None, NOT_COMPUTED),
    )  # fmt: skip
    assert (sheet.first, sheet.hidden_rows, sheet.hidden_columns, sheet.hidden) == (
        1,
        frozenset({3}),
        frozenset({2}),
        False,
    )
    assert (old.rows, old.first, old.hidden) == (((None, "旧"),), 2, True)


@pytest.mark.usefixtures("read_here")
def test_a_file_that_needs_too_much_memory_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "大.xlsx", 单位=UNITS)

    def greedy(_: Path) -> None:
        raise MemoryError

    monkeypatch.setattr(sheet_process, "read", greedy)
    with pytest.raises(Refused, match="大.xlsx 需要的内存太多"):
        read_workbook(path)


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_COLUMNS"])
def test_a_sheet_beyond_any_table_is_refused_by_what_the_library_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """The marks are counted before; this is for a library that sees more than they do."""
    monkeypatch.setattr(sheet_process, limit, 1)
    with pytest.raises(Refused, match="远在表外"):
        read_workbook(written(tmp_path / "a.xlsx", 单位=UNITS))


def test_cells_that_are_equal_and_not_the_same_stay_apart_on_their_way() -> None:
    """Each different cell travels once: 1 is no 1.0 where a code is refused by its digits, and true is no number."""
    day = datetime.date(2024, 3, 1)
    row: Row = (
        "1", Decimal(1), Decimal("1.0"), True, Decimal("-0"), Decimal(0), False, None, "", day, "2024-03-01",
        ShownNumber(Decimal("1.0"), "100%", "0%"), ShownNumber(Decimal(1), "100%", "0%"), BrokenCell("#REF!"), "#REF!",
    )  # fmt: skip
    for rows in ((row, row[::-1]), (row, (), row[:3], (None,) * 40), ((), ()), ()):
        sheet = Sheet("a", rows, frozenset({2}), 3, frozenset({1}), hidden=True)
        there = sheet_process.unpacked(json.loads(json.dumps(sheet_process._packed(sheet))), "b")
        assert repr(there) == repr(sheet)
