"""Whatever the computer around the program is like: its clock, zone, locale, folders, users and sticks."""

from __future__ import annotations

import datetime
import errno
import os
import re
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from tests.books import HOME, county
from tests.faults import jobs, shim, trial
from tests.faults.family import Family, Outcome, Tier
from tests.faults.jobs import BOOK, JOBS
from zhengzhou_desk.__main__ import main
from zhengzhou_desk.cli import books, documents, opening, submissions, workbooks
from zhengzhou_desk.cli import check as check_command
from zhengzhou_desk.store.backup import AUTOMATIC, automatic
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NOBODY = 65534
# A year's work in few commands; @ is the folder. With the status that each must end with.
DAY = (
    (f"export @/{BOOK} --out @/o.xlsx", 0),
    (f"import @/{BOOK} @/o.xlsx", 0),
    (f"check @/{BOOK} --json", 1),
    (f"notices @/{BOOK} --year 2024 --issue --out @/n --merged @/o.pdf", 0),
    (f"summary @/{BOOK} --year 2024 --out @/s.xlsx", 0),
    (f"bulletin @/{BOOK} --year 2024 --keep --out @/b.pdf", 0),
    (f"package @/{BOOK} --year 2024 --out @/p.zdp", 0),
    (f"backup @/{BOOK} --out @", 0),
    (f"verify @/{BOOK}", 0),
)


def _work(folder: Path, moments: Callable[[], datetime.datetime]) -> list[str]:
    """The day's commands by a clock; what is wrong with them."""

    def day(tell: Callable[[str], None]) -> int:
        for module in (books, documents, opening, submissions, workbooks, check_command):
            vars(module)["now"] = moments
        for line, expected in DAY:
            status = main([word.replace("@", str(folder)) for word in line.split()])
            if status != expected:
                tell(f"{line} ended with {status}")
        return 0

    ended = trial.forked(day)
    faults = [f"{fault}: {ended.complaint}" for fault in ended.steps] + ([ended.fault] if ended.fault else [])
    return faults + [f"verify says: {check.title}" for check in checkup(folder / BOOK) if not check.ok]


def _prepared(tier: Tier, name: str = "账册 目录") -> Path:
    folder = tier.place() / name
    folder.mkdir(parents=True)
    county(folder)
    return folder


# -- clocks and zones ---------------------------------------------------------------------------------

CLOCKS = {
    "six years back": lambda: datetime.datetime(2018, 4, 1, 9),
    "after 2038": lambda: datetime.datetime(2038, 1, 20, 9),
    "a leap day": lambda: datetime.datetime(2024, 2, 29, 23, 59, 59),
    "the end of a year": lambda: datetime.datetime(2024, 12, 31, 23, 59, 59, 999_999),
}
ZONES = ("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Nowhere/Nothing")


def _running_back() -> Callable[[], datetime.datetime]:
    """A clock that is set back by a day at every look."""
    days = iter(range(1000))
    return lambda: datetime.datetime(2024, 4, 1, 9) - datetime.timedelta(days=next(days))


def _over_midnight() -> Callable[[], datetime.datetime]:
    """A clock that passes midnight, and the end of a year, between two looks."""
    seconds = iter(range(1000))
    return lambda: datetime.datetime(2023, 12, 31, 23, 59, 57) + datetime.timedelta(seconds=next(seconds))


def _at(tier: Tier, moments: Callable[[], datetime.datetime]) -> list[str]:
    return _work(_prepared(tier), moments)


def _zone(tier: Tier, name: str) -> list[str]:
    with mock.patch.dict(os.environ, TZ=name):
        time.tzset()
        try:
            return _work(_prepared(tier), lambda: datetime.datetime.fromtimestamp(1_711_900_000))  # noqa: DTZ006 - the zone is what is tried
        finally:
            os.environ.pop("TZ", None)
            time.tzset()


def _rotation(tier: Tier) -> list[str]:
    """A clock that has been wrong for a day takes no good copy away."""
    folder = _prepared(tier)
    book = folder / BOOK
    for day in range(1, 20):
        automatic(book, datetime.datetime(2024, 3, day, 9))
        trial.forked(partial(_alone, ["import", str(book), str(_sheet(folder, day))]))
    before = {path.name for path in (folder / AUTOMATIC).iterdir()}
    for wrong in (datetime.datetime(2099, 1, 1), datetime.datetime(1999, 1, 1)):
        automatic(book, wrong)
        trial.forked(partial(_alone, ["import", str(book), str(_sheet(folder, wrong.year))]))
    gone = {name for name in before if not (folder / AUTOMATIC / name).exists()}
    return [f"a wrong clock has taken {len(gone)} copies away"] if len(gone) > 2 else []


def _sheet(folder: Path, number: int) -> Path:
    path = folder / "a.csv"
    path.write_text(f"年度,单位编码,预留份额\n2024,101003,{number}\n", encoding="utf-8")
    return path


# -- folders, users and sticks ------------------------------------------------------------------------


def _long_path(tier: Tier) -> list[str]:
    """200 characters of Chinese and spaces are worked in; where SQLite cannot hold the path, that is said."""
    folder = _prepared(tier, "/".join(["金水区财政局 canteens and produce of the year 2024"] * 4))
    faults = [] if len(str(folder)) >= 200 else ["the path is not long"]
    faults += _work(folder, lambda: datetime.datetime(2024, 4, 1, 9))
    deep = tier.place() / "/".join(["郑州市 金水区财政局 政府采购 台账" * 3] * 4)
    deep.mkdir(parents=True)
    (deep / BOOK).write_bytes((folder / BOOK).read_bytes())
    for line in (["new", str(deep / "new.zzd"), "--region", "410105", "--bureau", "局", "--year", "2024"],
                 ["check", str(deep / BOOK)], ["backup", str(deep / BOOK)], ["verify", str(deep / BOOK)]):  # fmt: skip
        ended = trial.forked(partial(_alone, line))
        if ended.status != 2 or "路径太长" not in ended.complaint:
            faults.append(f"{line[0]}: {ended}")
    return faults


def _alone(line: list[str], tell: Callable[[str], None]) -> int:
    return main(line)


def _longest_name(tier: Tier) -> list[str]:
    """A name that fills what a disk allows leaves no room for what is written beside it: one sentence each."""
    folder = _prepared(tier)
    faults = []
    for characters in range(74, 84):
        path = folder / ("长" * characters + ".zzd")
        for line in (["new", str(path), "--region", "410105", "--bureau", "局", "--year", "2024"],
                     ["backup", str(path)], ["verify", str(path)],
                     ["export", str(folder / BOOK), "--out", str(path.with_suffix(".xlsx"))]):  # fmt: skip
            ended = trial.forked(partial(_alone, line))
            if (
                ended.fault
                or ended.status not in (0, 2)
                or (ended.status == 2 and len(ended.complaint.splitlines()) != 1)
            ):
                faults.append(f"{line[0]} with {characters} characters: {ended}")
    return faults


def _as_nobody(folder: Path, line: str) -> trial.Ended:
    def leave(tell: Callable[[str], None]) -> int:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
        return main([word.replace("@", str(folder)) for word in line.split()])

    return trial.forked(leave)


def _another_user(tier: Tier, *, sees: bool) -> list[str]:
    """Somebody else's book: private, it is not shown at all; in a folder that may only be read, nothing is written."""
    folder = _prepared(tier)
    for place in (tier.folder, *reversed([each for each in folder.parents if tier.folder in each.parents]), folder):
        place.chmod(0o755)
    (folder / BOOK).chmod(0o644 if sees else 0o600)
    before = (folder / BOOK).read_bytes()
    faults = []
    for line, status in DAY:
        ended = _as_nobody(folder, line)
        reads = sees and line.split()[0] in ("check", "verify")
        expected = {status} if reads else {2}
        if ended.fault or ended.status not in expected:
            faults.append(f"{line}: {ended}")
        if ended.status == 2 and len(ended.complaint.splitlines()) != 1:
            faults.append(f"not one sentence: {ended.complaint!r}")
    if (folder / BOOK).read_bytes() != before:
        faults.append("the book was written")
    return faults


def _without_links(tier: Tier) -> list[str]:
    """A stick or a share that knows no hard links: everything is done all the same."""
    faults = []
    for job in JOBS:
        folder = tier.place()
        jobs.template(job, folder)
        ended = trial.forked(
            partial(job.run, folder), partial(shim.fail, folder, shim.LINKS, 1, errno.EPERM, for_good=True)
        )
        if ended.status or ended.fault:
            faults.append(f"{job.name}: {ended}")
        faults += jobs.faults_of_next(folder, job)
    return faults


# -- locales --------------------------------------------------------------------------------------------


def _locale(tier: Tier, codec: str, **environment: str) -> list[str]:
    """A process of its own in another locale, in which files have the names that this locale writes."""

    def named(name: str) -> str:
        return os.fsdecode(name.encode(codec))

    folder = _prepared(tier).rename(tier.place() / named("账册 目录"))
    (folder / BOOK).rename(folder / named(BOOK))
    faults = []
    for line, status in DAY:
        words = [word.encode(codec).replace(b"@", os.fsencode(folder)) for word in line.split()]
        done = subprocess.run(
            [sys.executable.encode(), b"-m", b"zhengzhou_desk", *words],
            cwd=HOME, capture_output=True, check=False, timeout=60,
            env={"PATH": os.environ["PATH"], "HOME": str(HOME), "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environment},
        )  # fmt: skip
        if done.returncode != status or done.stderr:
            faults.append(f"{line}: {done.returncode} {done.stderr.decode(codec, 'replace')}")
    return faults


def _cases(tier: Tier) -> Iterable[tuple[str, Callable[[], list[str]], str | None]]:
    """Each case: its name, how it is tried, and why it cannot be tried here."""
    for name, clock in CLOCKS.items():
        yield name, partial(_at, tier, clock), None
    yield "a clock that runs back", partial(_at, tier, _running_back()), None
    yield "over midnight", partial(_at, tier, _over_midnight()), None
    for zone in ZONES:
        yield f"zone {zone}", partial(_zone, tier, zone), None
    yield "rotation of copies", lambda: _rotation(tier), None
    yield "a long path", lambda: _long_path(tier), None
    yield "the longest names", lambda: _longest_name(tier), None
    needs_root = None if os.geteuid() == 0 else "only root can become another user"
    yield "another user's private book", lambda: _another_user(tier, sees=False), needs_root
    yield "a folder that may only be read", lambda: _another_user(tier, sees=True), needs_root
    yield "a stick without links", lambda: _without_links(tier), None
    yield "locale C", lambda: _locale(tier, "utf-8", LC_ALL="C"), None
    made = tier.folder / "locales"
    yield "locale GBK", lambda: _locale(tier, "gbk", LC_ALL="zh_CN.GBK", LOCPATH=str(made)), _no_gbk(made)
    yield "a FAT stick", lambda: _on_a_stick(tier), _no_fat()


def _no_gbk(folder: Path) -> str | None:
    """Makes the locale in `folder`; why it cannot."""
    if shutil.which("localedef") is None:
        return "no localedef"
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["localedef", "-i", "zh_CN", "-f", "GBK", folder / "zh_CN.GBK"], capture_output=True, text=True, check=False
    )
    return None if (folder / "zh_CN.GBK").exists() else f"the system has no source of the locale: {done.stderr[-80:]}"


def _no_fat() -> str | None:
    """Why no FAT file system can be mounted here."""
    if os.geteuid():
        return "only root can mount"
    if shutil.which("mkfs.vfat") is None:
        return "no mkfs.vfat"
    if not re.search(r"\bvfat\b", Path("/proc/filesystems").read_text(encoding="ascii")):
        return "the kernel knows no FAT"
    return None


def _on_a_stick(tier: Tier) -> list[str]:
    """The day's work on a FAT file system: no links, no rights, names of its own."""
    image, place = tier.folder / "stick.img", tier.place()
    image.write_bytes(bytes(32 << 20))
    subprocess.run(["mkfs.vfat", str(image)], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["mount", "-o", "loop,utf8", str(image), str(place)], check=True)
    try:
        county(place)
        return _work(place, lambda: datetime.datetime(2024, 4, 1, 9))
    finally:
        subprocess.run(["umount", str(place)], check=True)


def run(tier: Tier) -> Outcome:
    """Every case once."""
    outcome = Outcome()
    for name, case, lack in _cases(tier):
        if lack is not None:
            outcome.skipped.append(f"{name}: {lack}")
        else:
            outcome.add(name, case())
    damaged = _prepared(tier)
    book = damaged / BOOK
    book.write_bytes(book.read_bytes()[:-4096])
    outcome.control(_work(damaged, lambda: datetime.datetime(2024, 4, 1, 9)))
    return outcome


FAMILY = Family(
    name="surroundings",
    tries_what="a day's work with the clock back, forward, running back, over midnight, on a leap day; other zones; C and"
    " GBK locales; long paths and names; another user; read-only folder; a stick without links",
    failed_when="a traceback, an untrue sentence, a book that verify does not call sound, a copy lost",
    control="the same work with a book that lacks its last page",
    quick=1,
    deep=1,
    run=run,
    needs_shim=True,
)
