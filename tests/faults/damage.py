"""Damaged files: bytes and bits flipped, pages zeroed, swapped, out of date, ends cut off, in every file of ours."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tests.books import clock, county, filing, unit, written
from tests.faults import jobs, many
from tests.faults.family import Family, Outcome, Tier
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.records import Change, Entry, Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import backup, digest
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from collections.abc import Callable

    # What a book says: the digest of its rows as they were read, and its journal in words.
    Said: TypeAlias = tuple[int, str]

BOOK, CITY, COPY, PACKAGE, SHEET, KEPT = "金水.zzd", "市.zzd", "copy.zzd", "p.zdp", "a.xlsx", "settings.json"
UNFINISHED = "unfinished"
_PAGE = 4096
_YEAR = ("--year", "2024", "--on", "2024-04-01")
# What a command says of a book that was altered outside the program.
_WORD = "在程序之外被改动过"
_KINDS = ("byte", "byte", "bit", "bit", "bytes", "zeroed", "swapped", "stale", "truncated", "cut page", "extended")


@dataclass(frozen=True)
class Template:
    """Sound files, an older state of the book, and what they say."""

    folder: Path
    sound: dict[str, bytes]
    older: bytes
    says: Said
    # What a book may say in which a step was cut short.
    halves: tuple[Said, Said]
    merged: str


def said_by(desk: Desk) -> Said:
    """What a book says that is open."""
    try:
        lines = [(line.number, line.at, line.who, line.name, line.about, line.undoes) for line in desk.journal()]
    except Refused as refused:
        return desk.store._held(), refused.text()
    return desk.store._held(), repr(lines)


def _says(path: Path) -> Said:
    with Desk.opened(path, clock=clock, who="王", writable=False) as desk:
        return said_by(desk)


# -- the sound files ---------------------------------------------------------------------------------------


def template(folder: Path) -> Template:
    """Makes the sound files."""
    jobs.stop_clocks()
    book = county(folder)
    with Desk.opened(book, clock=clock, who="王") as desk:
        more = [unit(f"1011{number:02}", f"第{number}中学", department="101") for number in range(30)]
        some = [filing(row.code, 100_000 + number, 9_000) for number, row in enumerate(more)]
        desk.apply(Entry("import", tuple(Change(None, row) for row in (*more, *some)), ("a",)))
        older = book.read_bytes()
        editing.edit(desk, desk.rows(Filing)[1], "reserve", "70000")
        editing.edit(desk, desk.rows(Filing)[2], "total", "900000")
    _command("notices", book, *_YEAR, "--issue", "--unit", "101003", "--out", folder / "n")
    _command("bulletin", book, *_YEAR, "--keep", "--out", folder / "b.pdf")
    _command("package", book, *_YEAR, "--out", folder / PACKAGE)
    shutil.copy(book, folder / COPY)
    with Desk.new(folder / CITY, region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="王"):
        pass
    written(
        folder / SHEET, 预留填报=[["年度", "单位编码", "年度采购总额", "预留份额"], [2024, "101003", 800_000, 81_000]]
    )
    (folder / KEPT).write_text(json.dumps(_settings(book), ensure_ascii=False, indent=1), encoding="utf-8")
    says = _says(book)
    _cut_short(folder)
    names = (BOOK, COPY, CITY, PACKAGE, SHEET, KEPT, UNFINISHED, f"{UNFINISHED}-journal")
    sound = {name: (folder / name).read_bytes() for name in names}
    merged = _merged(folder)
    return Template(folder, sound, older, says, (says, _finished(folder)), merged)


def _command(*words: object) -> None:
    answer = many.command(*words)
    assert answer.status == 0, answer


def _settings(book: Path) -> dict[str, object]:
    """What the program keeps of a person who has used it for a while."""
    return {
        "recent": [str(book)], preferences.LANGUAGE: "en", preferences.LOOK: "dark", preferences.SIZE: "large",
        preferences.PANEL: False, preferences.GEOMETRY: "AdnQywADAAA=", preferences.STATE: "AAAA/wAAAAD9",
        "hidden.unit": ["note"], "columns.unit": {"order": ["code", "name"], "widths": {"code": 90}},
        "filters.filing": {"待查": {"text": "小学", "columns": {"state": "confirmed"}}}, "backup.elsewhere": str(book.parent),
        "backup.failed": "磁盘已满", "findings.share": 0.3, "font.body": "/usr/share/fonts/a.ttf",
    }  # fmt: skip


def _paste(desk: Desk) -> None:
    editing.edit_many(desk, [(row, "reserve", "8888") for row in desk.rows(Filing) if row.reserve is not None])


def _cut_short(folder: Path) -> None:
    """A book in the middle of a step, half of it in the file and what was there before in its journal."""
    work = folder / "work.zzd"
    shutil.copy(folder / BOOK, work)
    child = os.fork()
    if child == 0:
        desk = Desk.opened(work, clock=clock, who="王")
        connection = desk.store._connection
        connection.execute("PRAGMA cache_size=1")
        connection.set_trace_callback(lambda statement: os._exit(9) if statement.startswith("COMMIT") else None)
        _paste(desk)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    work.rename(folder / UNFINISHED)
    work.with_name("work.zzd-journal").rename(folder / f"{UNFINISHED}-journal")
    work.with_name("work.zzd.lock").unlink()
    assert (folder / UNFINISHED).read_bytes() != (folder / BOOK).read_bytes()


def _finished(folder: Path) -> Said:
    """What the book says with the step whole."""
    work = folder / "work.zzd"
    shutil.copy(folder / BOOK, work)
    with Desk.opened(work, clock=clock, who="王") as desk:
        _paste(desk)
        return said_by(desk)


def _merged(folder: Path) -> str:
    """The digest of the city's book with the package in it."""
    work = folder / "merged.zzd"
    shutil.copy(folder / CITY, work)
    _command("merge", work, folder / PACKAGE)
    return _digest(work)


def _digest(path: Path) -> str:
    found = backup.state(path)
    return found[2] if found else ""


# -- damage ------------------------------------------------------------------------------------------------


def damaged(chance: random.Random, sound: bytes, older: bytes) -> tuple[str, bytes]:
    """A file with one damage, and in words which."""
    kind = chance.choice(_KINDS)
    content = bytearray(sound)
    place = chance.randrange(len(content))
    if chance.random() < 0.6:  # where something stands
        place = next((at for at in range(place, len(content)) if content[at]), place)
    page = place // _PAGE * _PAGE
    if kind == "byte":
        content[place] ^= chance.randint(1, 255)
    elif kind == "bit":
        content[place] ^= 1 << chance.randrange(8)
    elif kind == "bytes":
        for _ in range(chance.randint(2, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    elif kind == "zeroed":
        size = chance.choice((1, 16, 512, _PAGE))
        start = place // size * size
        content[start : start + size] = bytes(min(size, len(content) - start))
    elif kind == "swapped":
        other = chance.randrange(0, len(content), _PAGE)
        first, second = content[page : page + _PAGE], content[other : other + _PAGE]
        if len(first) == len(second):
            content[page : page + _PAGE], content[other : other + _PAGE] = second, first
    elif kind == "stale":
        content[page : page + _PAGE] = older[page : page + _PAGE]
    elif kind == "truncated":
        del content[place:]
    elif kind == "cut page":
        del content[page:]
    else:
        content += chance.randbytes(chance.choice((1, 100, _PAGE)))
    return f"{kind} at {place}", bytes(content)


# -- uses of a damaged book --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A folder with a damaged file in it, and what it should say."""

    made: Template
    folder: Path

    def put(self, name: str, target: str | None = None) -> Path:
        """One of the sound files."""
        path = self.folder / (target or name)
        path.write_bytes(self.made.sound[name])
        return path

    def reading(self, path: Path, allowed: tuple[Said, ...], *, writable: bool = False) -> tuple[bool, list[str]]:
        """Whether the rows are as they should be, and what is wrong with what is said where they are not."""
        try:
            with Desk.opened(path, clock=clock, who="王", writable=writable) as desk:
                said = said_by(desk)
                agrees = desk.store.content_agrees()
        except Refused:
            return False, []
        sound = said[0] in {rows for rows, _ in allowed}
        if not sound and agrees:
            return sound, ["opened with other figures without a word"]
        if said not in allowed and all(check.ok for check in checkup(path, clock())):
            return sound, ["opened with another history, and the checkup finds nothing"]
        return sound, []


Use: TypeAlias = "Callable[[Place, Path], list[str]]"


def _writes(*words: str) -> Use:
    """A command that lets figures out; @ is the book and ^ the folder."""

    def use(place: Place, path: Path) -> list[str]:
        sound, faults = place.reading(path, (place.made.says,))
        answer = many.command(*(word.replace("@", str(path)).replace("^", str(place.folder)) for word in words))
        faults += answer.faults()
        if answer.status != 2 and not sound:
            faults.append(f"{words[0]}: other figures were let out: {answer}")
        return faults

    return use


def _check(place: Place, path: Path) -> list[str]:
    sound, faults = place.reading(path, (place.made.says,))
    answer = many.command("check", path, *_YEAR)
    faults += answer.faults()
    if answer.status != 2 and not sound and _WORD not in answer.complaint:
        faults.append("check: other figures without a word")
    return faults


def _verify(place: Place, path: Path) -> list[str]:
    sound, faults = place.reading(path, (place.made.says,))
    answer = many.command("verify", path)
    faults += answer.faults()
    if answer.status == 0 and not sound:
        faults.append("verify finds nothing")
    return faults


def _edit(place: Place, path: Path) -> list[str]:
    """A step in an altered book does not make it pass for a sound one."""
    sound, faults = place.reading(path, (place.made.says,), writable=True)
    answer = many.command("import", path, place.put(SHEET))
    faults += answer.faults()
    if not sound and answer.status == 0:
        with Desk.opened(path, clock=clock, who="王") as desk:
            if desk.store.content_agrees():
                faults.append("after an import it passes for sound")
    return faults


def _restore_from(place: Place, path: Path) -> list[str]:
    book = place.put(BOOK, "b.zzd")
    answer = many.command("restore", book, path)
    faults = answer.faults()
    if _says(book) != place.made.says and all(check.ok for check in checkup(book, clock())):
        faults.append(f"other figures were restored: {answer}")
    if answer.status and book.read_bytes() != place.made.sound[BOOK]:
        faults.append(f"refused, and yet the book has changed: {answer}")
    return faults


def _restore_over(place: Place, path: Path) -> list[str]:
    answer = many.command("restore", path, place.put(COPY, "c.zzd"))
    faults = answer.faults()
    if answer.status:
        return [*faults, f"a damaged book is not replaced: {answer.complaint}"]
    if _says(path) != place.made.says:
        faults.append("another book was restored")
    return faults


_USES: dict[str, Use] = {
    "check": _check,
    "verify": _verify,
    "edit": _edit,
    "restore from": _restore_from,
    "restore over": _restore_over,
    "summary": _writes("summary", "@", *_YEAR, "--out", "^/s.xlsx"),
    "export": _writes("export", "@", "--out", "^/e.xlsx"),
    "package": _writes("package", "@", *_YEAR, "--out", "^/o.zdp"),
    "accounts": _writes("accounts", "@", "--out", "^/f.xlsx"),
    "assess": _writes("assess", "@", *_YEAR, "--out", "^/g.xlsx"),
    "bulletin": _writes("bulletin", "@", *_YEAR, "--out", "^/h.xlsx"),
    "notices": _writes("notices", "@", *_YEAR, "--unit", "101003", "--out", "^/n"),
    "backup": _writes("backup", "@"),
}


def _unfinished(place: Place, path: Path) -> list[str]:
    """A book whose last step was cut short: as before the step or after it, or something is said."""
    answer = many.command("verify", path)
    faults = answer.faults()
    sound, more = place.reading(path, place.made.halves, writable=True)
    if answer.status == 0 and not sound:
        faults.append("verify finds nothing")
    return faults + more


def _merge(place: Place, path: Path) -> list[str]:
    city = place.put(CITY)
    before = _digest(city)
    answer = many.command("merge", city, path)
    faults = answer.faults()
    if _digest(city) != (place.made.merged if answer.status == 0 else before):
        faults.append(f"another package was taken: {answer}")
    return faults


def _start(place: Place, path: Path) -> list[str]:
    """The program's settings: whatever the file says, there is a value of the right sort, and a new one is kept."""
    settings = Settings(path)
    preferences.language(settings, "zh")
    faults = []
    for name, value in _settings(path).items():
        found = settings.get(name, value)
        if type(found) is not type(value):
            faults.append(f"{name} is {found!r}")
        settings.texts(name)
    settings.recent()
    settings.opened(path)
    if [kept.name for kept in Settings(path).recent()[:1]] != [path.name]:
        faults.append("what was opened is not kept")
    return faults


# -- the family --------------------------------------------------------------------------------------------


def _tried(made: Template, tier: Tier, name: str, content: dict[str, bytes], use: Use) -> list[str]:
    """Puts the files in a folder of their own and uses the first."""
    folder = tier.place()
    for each, data in content.items():
        (folder / each).write_bytes(data)
    try:
        return use(Place(made, folder), folder / name)
    finally:
        shutil.rmtree(folder)


def _missed(sound: bytes, content: bytes) -> list[str]:
    """What SQLite's own integrity check does not find: the control."""
    with closing(sqlite3.connect(":memory:")) as before, closing(sqlite3.connect(":memory:")) as after:
        try:
            before.deserialize(sound)
            after.deserialize(content)
            if after.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return []
            return (
                [] if digest.of_book(before) == digest.of_book(after) else ["other figures, and SQLite finds nothing"]
            )
        except (sqlite3.Error, UnicodeDecodeError, TypeError, MemoryError):  # or nothing is left of the file
            return []


def _tries(made: Template, tier: Tier, number: int) -> list[str]:
    """One damage of one file and one use of it."""
    chance = tier.chance(number)
    sort = chance.choices(("book", UNFINISHED, "package", "settings"), (60, 20, 12, 8))[0]
    if sort == "book":
        what, content = damaged(chance, made.sound[BOOK], made.older)
        use = chance.choice(list(_USES))
        return _named(f"{use} {what}", _tried(made, tier, BOOK, {BOOK: content}, _USES[use]))
    if sort == UNFINISHED:
        files = {name: made.sound[name] for name in (UNFINISHED, f"{UNFINISHED}-journal")}
        name = chance.choice((*files, f"{UNFINISHED}-journal"))
        what, files[name] = damaged(chance, files[name], made.older)
        use = chance.choices(("look", "restore over"), (4, 1))[0]
        do = _unfinished if use == "look" else _restore_over
        return _named(f"{use} {name} {what}", _tried(made, tier, UNFINISHED, files, do))
    name, do = (PACKAGE, _merge) if sort == "package" else (KEPT, _start)
    what, content = damaged(chance, made.sound[name], made.sound[KEPT])
    return _named(f"{sort} {what}", _tried(made, tier, name, {name: content}, do))


def _named(case: str, faults: list[str]) -> list[str]:
    return [f"{case}: {fault}" for fault in faults]


def _trusted(made: Template, tier: Tier, number: int) -> list[str]:
    return _missed(made.sound[BOOK], damaged(tier.chance("control", number), made.sound[BOOK], made.older)[1])


def run(tier: Tier) -> Outcome:
    """Every damage and use that the seed brings."""
    many.need_forks()
    outcome = Outcome()
    tempfile.tempdir = str(tier.folder)  # what a try that is ended leaves there goes with the rest
    made = template(tier.place())
    for name, faults in many.each([(str(number), partial(_tries, made, tier, number)) for number in tier.numbers()]):
        outcome.add(name, faults)
    for _, faults in many.each(
        [(str(number), partial(_trusted, made, tier, number)) for number in tier.numbers()[::2]]
    ):
        outcome.control(faults)
    return outcome


FAMILY = Family(
    name="damage",
    tries_what="flipped bytes and bits, zeroed, swapped and stale pages, cut ends: book, backup, package, settings,"
    " journal file",
    failed_when="other figures without a word, a traceback, held longer than 10 s",
    control="the same damage looked at by SQLite's own integrity check",
    quick=2_000,
    deep=30_000,
    run=run,
    numbered=True,
)
