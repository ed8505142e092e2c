"""The jobs that are cut, refused and starved: everything that writes, and what must hold wherever it ends."""

from __future__ import annotations

import datetime
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.books import clock, county, written
from zhengzhou_desk.__main__ import main
from zhengzhou_desk.cli import books, documents, opening, personal, submissions, workbooks
from zhengzhou_desk.common import sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.package import read_package
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import book_file
from zhengzhou_desk.store.backup import SUFFIX, back_up, state, verified
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[str], None]
    # Number and hash of the last line of the journal, and the digest of the content.
    State = tuple[int, str, str] | None

BOOK = "金水.zzd"
OLD_FORMAT = Path(__file__).parents[1] / "store" / "books" / "format_2.zzd"
# What an output is called. An older one of the same name stands there before; a package is never written over.
XLSX, PDF, PACKAGE = "o.xlsx", "o.pdf", "o.zdp"
_OLD = b"an older file"
_PASSWORD, _PASSWORD_FILE = "only to be opened again", "password"
_SEAL = f"--seal --password-file @/{_PASSWORD_FILE}"
OK, REFUSED = "ok", "refused "
# What is said at the next step about one of which it was not known whether it reached the disk.
_WRITTEN_AFTER_ALL = "上一步其实已写入"


@dataclass(frozen=True)
class Job:
    """Work in a folder that holds BOOK; `run` tells each step that is acknowledged and returns the exit status."""

    name: str
    run: Callable[[Path, Tell], int]
    prepare: Callable[[Path], None] = lambda folder: None
    book: str = BOOK
    output: str | None = None


# -- the jobs ---------------------------------------------------------------------------------------------


def _command(line: str) -> Callable[[Path, Tell], int]:
    """A command of the command line, in which @ is the folder; status 0 acknowledges it."""

    def run(folder: Path, tell: Tell) -> int:
        status = main([word.replace("@", str(folder)) for word in line.split()])
        if status == 0:
            tell(OK)
        return status

    return run


def _at_the_desk(*steps: Callable[[Desk], object]) -> Callable[[Path, Tell], int]:
    """Steps in an open book. One that is refused is tried once more, as a person would; then it is given up."""

    def run(folder: Path, tell: Tell) -> int:
        try:
            with Desk.opened(folder / BOOK, clock=clock, who="王") as desk:
                for step in steps:
                    _step(desk, step, tell)
        except Refused as refused:
            print(refused.text(), file=sys.stderr)
            return 2
        return 0

    return run


def _step(desk: Desk, step: Callable[[Desk], object], tell: Tell) -> None:
    try:
        step(desk)
    except Refused as refused:
        tell(REFUSED + refused.text())
        try:
            step(desk)
        except Refused as again:
            if _WRITTEN_AFTER_ALL not in again.text():
                raise
    tell(OK)


def _edit(amount: int) -> Callable[[Desk], object]:
    return lambda desk: editing.edit(desk, desk.rows(Filing)[0], "reserve", str(amount))


def _paste(amount: int) -> Callable[[Desk], object]:
    return lambda desk: editing.edit_many(
        desk, [(row, "reserve", str(amount)) for row in desk.rows(Filing) if row.reserve is not None]
    )


_EDITS = (_edit(50_001), _edit(50_002), Desk.undo, Desk.redo, Desk.undo, _edit(50_003))


def _sheet(folder: Path) -> None:
    rows = [[2024, f"{number}", number * 10, number] for number in (101003, 101004)]
    written(folder / "a.xlsx", 预留填报=[["年度", "单位编码", "年度采购总额", "预留份额"], *rows])


def _backup(folder: Path) -> None:
    copies = folder / "copies"
    copies.mkdir()
    shutil.move(back_up(folder / BOOK, copies, clock()), copies / "b.zzd")
    with Desk.opened(folder / BOOK, clock=clock, who="王") as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "1")


def _password(folder: Path) -> None:
    (folder / _PASSWORD_FILE).write_text(_PASSWORD, encoding="utf-8")


def _sealed_backup(folder: Path) -> None:
    _password(folder)
    copies = folder / "copies"
    copies.mkdir()
    shutil.move(back_up(folder / BOOK, copies, clock(), password=_PASSWORD), copies / "b.zzd")


def _old_book(folder: Path) -> None:
    shutil.copy(OLD_FORMAT, folder / "old.zzd")


def _open_old(folder: Path, tell: Tell) -> int:
    try:
        Desk.opened(folder / "old.zzd", clock=clock, who="王").close()
    except Refused as refused:
        print(refused.text(), file=sys.stderr)
        return 2
    tell(OK)
    return 0


def _packages(folder: Path) -> None:
    main(["package", str(folder / BOOK), "--year", "2024", "--out", str(folder / "p.zdp"), "--on", "2024-04-01"])
    Desk.new(folder / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="王").close()


def _other_copy(folder: Path) -> None:
    """A copy of the book that has gone on, as the book has."""
    shutil.copy(folder / BOOK, folder / "o.zzd")
    for name, row in (("o.zzd", 0), (BOOK, 1)):
        with Desk.opened(folder / name, clock=clock, who="王") as desk:
            editing.edit(desk, desk.rows(Filing)[row], "platform_note", "改过")


def _closed_unit(folder: Path) -> None:
    """A unit that was closed long ago, with a telephone."""
    with Desk.opened(folder / BOOK, clock=clock, who="王") as desk:
        closed = Unit(code="199009", name="旧校", phone="13917345628", closed=datetime.date(2015, 6, 1))
        desk.apply(Entry("add", (Change(None, closed),), ("1", "2")))


JOBS = (
    Job("edits", _at_the_desk(*_EDITS)),
    Job("paste", _at_the_desk(_paste(71_000), Desk.undo, _paste(72_000))),
    Job("import", _command(f"import @/{BOOK} @/a.xlsx"), _sheet),
    Job("new", _command("new @/new.zzd --region 410105 --bureau 局 --year 2024"), book="new.zzd"),
    Job("backup", _command(f"backup @/{BOOK}")),
    Job("restore", _command(f"restore @/{BOOK} @/copies/b.zzd"), _backup),
    Job("sealed backup", _command(f"backup @/{BOOK} {_SEAL}"), _password),
    Job("sealed restore", _command(f"restore @/{BOOK} @/copies/b.zzd --password-file @/{_PASSWORD_FILE}"), _sealed_backup),
    Job("migration", _open_old, _old_book, book="old.zzd"),
    Job("export", _command(f"export @/{BOOK} --out @/{XLSX}"), output=XLSX),
    Job("summary", _command(f"summary @/{BOOK} --year 2024 --on 2024-04-01 --out @/{XLSX}"), output=XLSX),
    Job("accounts", _command(f"accounts @/{BOOK} --mark --out @/{XLSX}"), output=XLSX),
    Job("bulletin", _command(f"bulletin @/{BOOK} --year 2024 --on 2024-04-01 --keep --out @/{PDF}"), output=PDF),
    Job("assessment", _command(f"assess @/{BOOK} --year 2024 --on 2024-04-01 --out @/{XLSX}"), output=XLSX),
    Job("notices", _command(f"notices @/{BOOK} --year 2024 --on 2024-04-01 --issue --out @/n --merged @/{PDF}"), output=PDF),
    Job("package", _command(f"package @/{BOOK} --year 2024 --on 2024-04-01 --out @/{PACKAGE}"), output=PACKAGE),
    Job("sealed package", _command(f"package @/{BOOK} --year 2024 --on 2024-04-01 --out @/{PACKAGE} {_SEAL}"), _password,
        output=PACKAGE),
    Job("copies", _command(f"copies @/{BOOK} @/o.zzd --take all"), _other_copy),
    Job("forget", _command(f"forget @/{BOOK} --before 2020"), _closed_unit),
    Job("journal", _command(f"journal @/{BOOK} --out @/{XLSX}"), output=XLSX),
    Job("merge", _command("merge @/市.zzd @/p.zdp"), _packages, book="市.zzd"),
)  # fmt: skip


def _careless(folder: Path, tell: Tell) -> int:
    """A program as one should not write it: says it is done too early, and writes over the old file."""
    tell(OK)
    (folder / PDF).write_bytes(b"")
    with (folder / PDF).open("wb") as file:
        for _ in range(10):
            file.write(b"%PDF" + bytes(60_000))
        file.write(b"%%EOF\n")
    with Desk.opened(folder / BOOK, clock=clock, who="王") as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "7")
    return 0


CARELESS = Job("careless", _careless, output=PDF)


def stop_clocks() -> None:
    """The same hour for every try, so that the same work gives the same book."""
    for module in (books, documents, opening, personal, submissions, workbooks):
        vars(module)["now"] = clock
    sealing.LOG_N = 14  # nobody guesses here
    book_file.BUSY_SECONDS = 0.01  # nobody else is there to be waited for


def template(job: Job, folder: Path) -> None:
    """The folder in which a job begins."""
    folder.mkdir(parents=True, exist_ok=True)
    county(folder)
    job.prepare(folder)
    if job.output not in (None, PACKAGE):
        (folder / str(job.output)).write_bytes(_OLD)


# -- what must hold ---------------------------------------------------------------------------------------


def state_of(folder: Path, job: Job) -> State:
    """What the book of a job holds; None where there is none."""
    path = folder / job.book
    return state(path) if path.exists() else None


def faults_of_book(folder: Path, job: Job, allowed: list[State]) -> list[str]:
    """What is wrong with the book after a job was cut: `allowed` are the states in which it may be."""
    path = folder / job.book
    if not path.exists():
        return [] if None in allowed else ["the book is gone"]
    faults = [f"verify says: {check.title}" for check in checkup(path, clock()) if not check.ok]
    try:
        Store.opened(path, now=clock, who="王").close()
        verified(path)
    except Refused as refused:
        return [*faults, f"does not open: {refused.text()}"]
    if path.name == "old.zzd":  # an upgraded book has a line of its own about it
        return faults
    found = state(path)
    return faults if found in allowed else [*faults, f"holds {found}, not one of {allowed}"]


def faults_of_files(folder: Path, job: Job, before: dict[str, bytes]) -> list[str]:
    """Which of the files that a person would find beside the book are neither as they were nor whole."""
    faults = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if not path.is_file() or _is_ours(path) or name == job.book or before.get(name) == (data := path.read_bytes()):
            continue
        if not _is_whole(path, data):
            faults.append(f"{name} is torn ({len(data)} bytes)")
    missing = [name for name in before if not (folder / name).exists() and not _is_ours(Path(name))]
    return faults + [f"{name} is gone" for name in missing]


def _is_ours(path: Path) -> bool:
    """Whether a file is a draft, a lock or a side file, which a person does not look at, or a book (see above)."""
    return path.name.startswith(".zzd-") or path.suffix in (".lock", ".lck") or "zzd-journal" in path.name


def _is_whole(path: Path, data: bytes) -> bool:
    if sealing.is_sealed_file(path):
        return _comes_out(path)
    if path.suffix == SUFFIX:
        try:
            Store.opened(path, now=clock, who="王").close()
            verified(path)
        except Refused:
            return False
        return True
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(path) as packed:
            return packed.testzip() is None
    except zipfile.BadZipFile:
        return False


def _comes_out(path: Path) -> bool:
    """Whether what was sealed can be had again."""
    try:
        if path.suffix == SUFFIX:
            verified(path, _PASSWORD)
        else:
            read_package(path, sealing.read(path, sealing.PACKAGE, _PASSWORD))
    except Refused:
        return False
    return True


def faults_of_next(folder: Path, job: Job) -> list[str]:
    """What keeps the next start, edit or backup from working."""
    path = folder / job.book
    if not path.exists():
        return []
    later = clock() + datetime.timedelta(minutes=1)
    try:
        with Desk.opened(path, clock=clock, who="李") as desk:
            editing.set_setting(desk, "contact", "李")
        for moment in (clock(), later):
            back_up(path, folder, moment)
    except Refused as refused:
        return [f"the next step is refused: {refused.text()}"]
    return []
