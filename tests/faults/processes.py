"""Two processes at one book in every pairing, and what happens to its file while a desk has it open."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.books import clock, filing, new_desk, unit, written
from tests.faults import jobs, trial
from tests.faults.family import Family, Outcome, Tier
from tests.faults.jobs import BOOK
from zhengzhou_desk.__main__ import main
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.backup import back_up, verified
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WRITER_STEPS = 100_000


# -- one who writes all the time ----------------------------------------------------------------------


@dataclass
class Writer:
    """A process that has the book open and gives two filings the same reserve, again and again."""

    process: int
    reading: int

    def stopped(self) -> int:
        """Stops it without warning; how many steps it has acknowledged."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        said = b""
        while part := os.read(self.reading, 1 << 16):
            said += part
        os.close(self.reading)
        return said.count(b"\n")


@contextlib.contextmanager
def writer(path: Path) -> Iterator[Writer]:
    """Somebody who writes while the block runs."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _write(path, writing)
    os.close(writing)
    made = Writer(child, reading)
    os.read(reading, 1)  # until the first step is acknowledged
    try:
        yield made
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError, OSError):
            made.stopped()


def _write(path: Path, told: int) -> None:
    try:
        os.set_blocking(told, False)
        with Desk.opened(path, clock=clock, who="甲") as desk:
            for number in range(1, _WRITER_STEPS):
                rows = desk.rows(Filing)[:2]
                with contextlib.suppress(Refused):  # a reader may be in the way for a moment
                    editing.edit_many(desk, [(row, "reserve", str(number)) for row in rows])
                    with contextlib.suppress(BlockingIOError):
                        os.write(told, b"\n")
    finally:
        os._exit(0)


# -- the other ------------------------------------------------------------------------------------------


def _run(line: str, folder: Path) -> trial.Ended:
    return trial.forked(lambda tell: main([word.replace("@", str(folder)) for word in line.split()]))


WRITES = {
    "import": f"import @/{BOOK} @/a.xlsx",
    "notices": f"notices @/{BOOK} --year 2024 --on 2024-04-01 --issue --out @/n",
    "accounts": f"accounts @/{BOOK} --mark --out @/o.xlsx",
    "bulletin": f"bulletin @/{BOOK} --year 2024 --on 2024-04-01 --keep --out @/o.pdf",
    "restore": f"restore @/{BOOK} @/copy.zzd",
    "merge": f"merge @/{BOOK} @/p.zdp",
}
READS = {
    "check": f"check @/{BOOK} --json --on 2024-04-01",
    "export": f"export @/{BOOK} --out @/o.xlsx",
    "summary": f"summary @/{BOOK} --year 2024 --on 2024-04-01 --out @/s.xlsx",
    "package": f"package @/{BOOK} --year 2024 --on 2024-04-01 --out @/q.zdp",
    "verify": f"verify @/{BOOK}",
    "backup": f"backup @/{BOOK} --out @/copies",
}


def _prepared(tier: Tier) -> Path:
    folder = tier.place()
    with new_desk(
        folder, unit("101003", "第一小学"), unit("101004", "第二小学"),
        filing("101003", reserve=1), filing("101004", reserve=1), name=BOOK,
    ):  # fmt: skip
        pass
    (folder / "copies").mkdir()
    shutil.move(back_up(folder / BOOK, folder, clock()), folder / "copy.zzd")
    written(folder / "a.xlsx", 预留填报=[["年度", "单位编码", "预留份额"], [2024, "101003", 7]])
    with contextlib.redirect_stdout(None):
        main(["package", str(folder / BOOK), "--year", "2024", "--out", str(folder / "p.zdp"), "--on", "2024-04-01"])
    return folder


def _beside_a_writer(tier: Tier, name: str, line: str, *, writes: bool) -> list[str]:
    """What is wrong when a command is given while somebody writes."""
    folder = _prepared(tier)
    with writer(folder / BOOK) as other:
        ended = _run(line, folder)
        done = other.stopped()
    faults = [ended.fault] if ended.fault else []
    if writes:
        if ended.status != 2 or "甲" not in ended.complaint:
            faults.append(f"was not kept out by the one who has the book: {ended}")
    elif ended.status == 2:
        faults.append(f"was kept from reading: {ended.complaint!r}")
    elif torn := _torn(folder, name, ended):
        faults.append(torn)
    faults += [f"verify says: {check.title}" for check in checkup(folder / BOOK, clock()) if not check.ok]
    with Desk.opened(folder / BOOK, clock=clock, who="乙") as desk:
        reserves = {row.reserve for row in desk.rows(Filing)}
        if len(reserves) != 1:
            faults.append(f"a step was half done: {reserves}")
        # The last step may have been written and not yet acknowledged.
        if sum(line.who == "甲" for line in desk.journal()) < done:
            faults.append("an acknowledged step is gone")
    shutil.rmtree(folder)
    return faults


def _torn(folder: Path, name: str, ended: trial.Ended) -> str | None:
    """What in the output shows two moments at once: the two reserves that are always equal."""
    found: set[object] = set()
    if name == "export":
        rows = load_workbook(folder / "o.xlsx", read_only=True)["填报"].iter_rows(values_only=True)
        head = next(rows)
        found = {row[head.index("预留份额")] for row in rows}
    elif name == "package":
        with zipfile.ZipFile(folder / "q.zdp") as packed:
            found = {each["reserve"] for each in json.loads(packed.read("units.json"))}
    elif name == "backup":
        verified(next((folder / "copies").glob("*.zzd")))
    elif name == "verify" and "✗" in ended.said:
        return f"a sound book is called unsound: {ended.said}"
    return f"two moments at once: {found}" if len(found) > 1 else None


# -- what happens to the file under an open desk --------------------------------------------------------


def _moved(path: Path) -> None:
    path.rename(path.with_name("别处.zzd"))


def _removed(path: Path) -> None:
    path.unlink()


def _replaced(path: Path) -> None:
    """As a sync program does: another copy takes the name."""
    other = path.with_name("other")
    shutil.copyfile(path.with_name("copy.zzd"), other)
    other.replace(path)


def _written_over(path: Path) -> None:
    """As a careless copy does: the bytes of another book in the same file."""
    path.write_bytes(path.with_name("copy.zzd").read_bytes())


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _linked(path: Path) -> None:
    path.with_name("second.zzd").hardlink_to(path)


SITUATIONS: dict[str, tuple[Callable[[Path], None], bool]] = {
    # Whether an edit may go on afterwards.
    "moved": (_moved, False),
    "removed": (_removed, False),
    "replaced": (_replaced, False),
    "written over": (_written_over, False),
    "emptied": (_emptied, False),
    "hard link": (_linked, True),
}


def _under_a_desk(tier: Tier, name: str) -> list[str]:
    """What is wrong when something happens to the file of an open book."""
    folder = _prepared(tier)
    happens, may_go_on = SITUATIONS[name]

    def work(tell: Callable[[str], None]) -> int:
        with Desk.opened(folder / BOOK, clock=clock, who="甲") as desk:
            editing.edit(desk, desk.rows(Filing)[0], "reserve", "5")
            happens(folder / BOOK)
            tell("happened")
            before = {path.name: path.read_bytes() for path in folder.glob("*.zzd")}
            for _ in range(2):
                try:
                    editing.edit(desk, desk.rows(Filing)[0], "reserve", "6")
                except Refused as refused:
                    tell(refused.text())
                else:
                    tell("written")
            after = {path.name: path.read_bytes() for path in folder.glob("*.zzd")}
            if after != before:
                tell("changed")
        return 0

    ended = trial.forked(work)
    faults = [ended.fault] if ended.fault else []
    went_on = {"written", "changed"} & set(ended.steps)
    if went_on and not may_go_on:
        faults.append(f"went on writing: {ended.steps}")
    if may_go_on and "written" not in ended.steps:
        faults.append(f"would not go on: {ended.steps}")
    shutil.rmtree(folder)
    return faults


# -- locks ------------------------------------------------------------------------------------------------


def _lock_of_the_dead(tier: Tier) -> list[str]:
    """A lock file that a program which died has left, of this computer or another, keeps nobody out."""
    faults = []
    for host in (os.uname().nodename, "另一台电脑"):
        folder = _prepared(tier)
        lock = folder / f"{BOOK}.lock"
        lock.write_text(json.dumps({"who": "甲", "host": host, "pid": 999_999_999, "since": "2024-01-01 08:00"}))
        ended = _run(WRITES["import"], folder)
        if ended.status or ended.fault:
            faults.append(f"kept out by a lock that nobody holds ({host}): {ended}")
        shutil.rmtree(folder)
    return faults


def _conflict_copy(tier: Tier) -> list[str]:
    """A copy that a sync program has put beside the book is another book, and no backup of it."""
    folder = _prepared(tier)
    copy = folder / "金水 (冲突的副本 2024-04-01).zzd"
    shutil.copyfile(folder / BOOK, copy)
    before = copy.read_bytes()
    faults = []
    with Desk.opened(folder / BOOK, clock=clock, who="甲") as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "5")
        with Desk.opened(copy, clock=clock, who="乙") as other:
            editing.edit(other, other.rows(Filing)[0], "reserve", "6")
            if (desk.rows(Filing)[0].reserve, other.rows(Filing)[0].reserve) != (500, 600):
                faults.append("two books became one")
    if copy.read_bytes() == before:
        faults.append("the copy was not written")
    shutil.rmtree(folder)
    return faults


def run(tier: Tier) -> Outcome:
    """Every pairing and every situation, as often as there are tries for."""
    outcome = Outcome()
    rounds = max(1, tier.tries // (len(WRITES) + len(READS) + len(SITUATIONS) + 2))
    jobs.stop_clocks()
    for number in range(rounds):
        for name, line in {**WRITES, **READS}.items():
            outcome.add(f"{name} beside a writer, {number}", _beside_a_writer(tier, name, line, writes=name in WRITES))
        for name in SITUATIONS:
            outcome.add(f"{name} under a desk, {number}", _under_a_desk(tier, name))
        outcome.add(f"lock, {number}", _lock_of_the_dead(tier))
        outcome.add(f"conflict copy, {number}", _conflict_copy(tier))
    for _ in range(5):
        outcome.control(_without_a_lock(tier))
    return outcome


def _without_a_lock(tier: Tier) -> list[str]:
    """A copy of the file while somebody writes, as one should not make it: bytes of several moments."""
    folder = _prepared(tier)
    faults = []
    with writer(folder / BOOK):
        for number in range(50):
            copy = folder / f"bytes{number}.zzd"
            shutil.copyfile(folder / BOOK, copy)
            if any(not check.ok for check in checkup(copy, clock())):
                faults.append("torn")
                break
    shutil.rmtree(folder)
    return faults


FAMILY = Family(
    name="processes",
    tries_what="two processes in every pairing (a desk that writes beside each command), stale and foreign locks, a hard"
    " link, a book moved, removed, replaced or written over under an open desk, conflict copies",
    failed_when="two writers, a torn read, an untrue sentence",
    control="the file copied by its bytes while somebody writes",
    quick=20,
    deep=2_000,
    run=run,
)
