"""Mutated spreadsheets and packages: refused or read whole, soon, within their memory, and nobody is left behind."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.books import clock, county, two_schools, written
from tests.exchange.made import HEAD, HTML, MAIN, TEXT, ods, sheet_xml, xlsx
from tests.exchange.test_xls_records import WORKBOOK
from tests.faults import jobs, many, mutants, office_sheets
from tests.faults.family import Family, Outcome, Tier
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import HEADINGS
from zhengzhou_desk.exchange import child as children
from zhengzhou_desk.exchange import known_words, sheet_process
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import backup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BOOK, CITY, PACKAGE = "账册 一.zzd", "市.zzd", "p.zdp"
_BECOME_REAPER = 36
# One in so many is read by a child as the program starts it; the others by one that is only forked, which is quicker.
_STARTED = 50
_KILLED = 250
_GONE_SECONDS = 5.0
_TRUSTED_SECONDS = 2.0
_ENDINGS = (".xlsx", ".xls", ".csv", ".xlsm", ".ods", ".txt", ".xlsb", ".html", "")


# -- the sound files ---------------------------------------------------------------------------------------


def template(folder: Path) -> dict[str, bytes]:
    """Two books to take files into, and a file of every kind."""
    jobs.stop_clocks()
    two_schools(folder).close()
    district = folder / "district"
    district.mkdir()
    county(district)
    many.command("package", district / "金水.zzd", "--year", "2024", "--on", "2024-04-01", "--out", folder / PACKAGE)
    with Desk.new(folder / CITY, region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="王"):
        pass
    units = [["单位编码", "单位名称"], *([f"1011{number:02}", f"第{number}中学"] for number in range(8))]
    filings = [HEAD, *([2024, "101003", 900_000, 90_000, None] for _ in range(1)), [2024, "101004", 1, 1, "待确认"]]
    written(folder / "xlsx", 单位=units, 填报=filings)
    xlsx(folder / "xlsx by hand", sheet_xml(_rows(HEAD[:4], [2024, 101003, 900_000, 90_000], [2024, 101004, "1+1", 5])))
    parts = mutants.parts_of((folder / "xlsx").read_bytes()) | {"xl/vbaProject.bin": WORKBOOK}
    (folder / "xlsm").write_bytes(mutants.together(parts))
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in HEAD[:4]
    )
    values = "".join(
        f'<table:table-cell office:value-type="float" office:value="{value}"/>' for value in (2024, 101003, 9, 1)
    )
    ods(folder / "ods", f"<table:table-row>{cells}</table:table-row><table:table-row>{values}</table:table-row>")
    (folder / "xls").write_bytes(WORKBOOK)
    (folder / "xlsb").write_bytes(mutants.xlsb([HEAD[:4], [2024.0, "101003", 9.0, 1.0], [2024.0, "101004", 9.0, 1.0]]))
    (folder / "csv").write_text(TEXT, encoding="utf-8")
    (folder / "tsv").write_text(TEXT.replace(",", "\t"), encoding="utf-8")
    (folder / "html").write_text(HTML.replace("gb2312", "utf-8"), encoding="utf-8")
    sound = office_sheets.grid(random.Random(7))
    for wrapping in ("mhtml", "xml"):
        (folder / wrapping).write_bytes(office_sheets.wrapped(sound, wrapping, folder))
    names = (
        "xlsx",
        "xlsx by hand",
        "xlsm",
        "ods",
        "xls",
        "xlsb",
        "csv",
        "tsv",
        "html",
        "mhtml",
        "xml",
        PACKAGE,
        BOOK,
        CITY,
    )
    _load(folder)
    return {name: (folder / name).read_bytes() for name in names} | _slow(folder)


def _load(folder: Path) -> None:
    """Each sound file is taken in as it should be; what is needed for that is loaded from now on."""
    for name in _WAYS:
        if name == PACKAGE:
            answer = many.command("merge", shutil.copy(folder / CITY, folder / "loaded.zzd"), folder / name)
        else:
            sheet_process.read(folder / name)
            answer = many.command("import", folder / BOOK, folder / name, "--dry-run", "--skip-refused")
        assert answer.status in (0, 1), (name, answer)


def _rows(*rows: Sequence[object]) -> str:
    """Cells as text in place, numbers, and a formula whose value is owed."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = ""
        for column, value in zip("ABCDE", row, strict=False):
            at = f'r="{column}{number}"'
            if value == "1+1":
                cells += f"<c {at}><f>1+1</f></c>"
            elif isinstance(value, str):
                cells += f'<c {at} t="inlineStr"><is><t>{value}</t></is></c>'
            else:
                cells += f"<c {at}><v>{value}</v></c>"
        lines.append(f'<row r="{number}">{cells}</row>')
    return "".join(lines)


def _slow(folder: Path) -> dict[str, bytes]:
    """Files that unpack to far more than they are, or take longer than anybody waits."""
    bombs = {
        "bomb of spaces": b"<worksheet>" + b" " * (300 << 20),
        "bomb of values": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1">'.encode() + b"<v/>" * 30_000_000,
        "bomb of rows": f'<worksheet xmlns="{MAIN}"><sheetData>'.encode() + b"<row/>" * 10_000_000,
    }
    made = {name: xlsx(folder / name, content).read_bytes() for name, content in bombs.items()}
    made["bomb of strings"] = xlsx(
        folder / "strings", sheet_xml(""), strings=b"<sst>" + b"<si><t>x</t></si>" * 9_000_000
    ).read_bytes()
    return made | {"bomb in a package": mutants.together({PACKAGE: bytes(90 << 20), "units.json": b" " * (200 << 20)})}


# -- one try -----------------------------------------------------------------------------------------------

_WAYS: dict[str, tuple[str, ...]] = {
    "xlsx": ("bytes", "packing", "markup", "markup"), "xlsx by hand": ("bytes", "packing", "markup", "markup"), "xlsm": ("bytes", "packing"),
    "ods": ("bytes", "packing", "markup", "markup"), "xls": ("bytes",), "xlsb": ("bytes", "packing", "parts"), "csv": ("bytes", "text", "text"),
    "tsv": ("bytes", "text"), "html": ("bytes", "page", "page"), "mhtml": ("bytes", "text", "page"),
    "xml": ("bytes", "page", "page", "page"), PACKAGE: ("bytes", "packing", "json", "json", "json"),
}  # fmt: skip
_WEIGHTS = {
    "xlsx": 20,
    "xlsx by hand": 16,
    "xlsm": 4,
    "ods": 12,
    "xls": 8,
    "xlsb": 6,
    "csv": 10,
    "tsv": 4,
    "html": 10,
    "mhtml": 5,
    "xml": 10,
    PACKAGE: 20,
}
# How many tries are of sheets as offices send them; of these, how many are changed like the others.
_OF_OFFICES, _CHANGED = 0.3, 0.3
_BOMBS = 0.002


def mutant(chance: random.Random, sound: dict[str, bytes]) -> tuple[str, bytes]:
    """A file and in words what was done to it."""
    bombs = [name for name in sound if name.startswith("bomb")]
    if chance.random() < _BOMBS:
        name = chance.choice(bombs)
        return name, sound[name]
    kind = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    way = chance.choice(_WAYS[kind])
    content = sound[kind]
    for _ in range(chance.choice((1, 1, 2))):
        with suppress(Exception):  # changed once already, it need not be what it was
            content = _changed(chance, content, kind, way)
    return f"{kind} {way}", content


def _changed(chance: random.Random, content: bytes, kind: str, way: str) -> bytes:
    if way == "bytes":
        return mutants.bytes_changed(chance, content)
    if way == "packing":
        return mutants.packing_changed(chance, content)
    if way == "json":
        return mutants.package_changed(chance, content)
    if way == "markup":
        return mutants.part_changed(chance, content, ".xml", mutants.markup_changed)
    if way == "parts":
        parts = mutants.parts_of(content)
        name = chance.choice([name for name in parts if name.endswith(".bin")])
        parts[name] = mutants.bytes_changed(chance, parts[name])
        return mutants.together(parts)
    change = mutants.markup_changed if way == "page" else mutants.text_changed
    changed = change(chance, content.decode())
    return changed.encode("utf-8", "surrogatepass") if isinstance(changed, str) else changed


def _tries(sound: dict[str, bytes], tier: Tier, number: int) -> list[str]:
    """One mutant taken into a book."""
    chance = tier.chance(number)
    folder = tier.place()
    try:
        if number % _KILLED == _KILLED - 1:
            return [f"killed: {fault}" for fault in _killed(sound, folder, chance)]
        if chance.random() < _OF_OFFICES:
            children.run = _forked_run  # type: ignore[assignment]
            return [f"office: {fault}" for fault in (*_from_an_office(sound, folder, chance), *_left_behind())]
        what, content = mutant(chance, sound)
        merges = what.startswith(PACKAGE) or "package" in what or chance.random() < 0.02
        file = folder / f"f{'.zdp' if merges else chance.choice(_ENDINGS)}"
        file.write_bytes(content)
        name = CITY if merges else BOOK
        (folder / name).write_bytes(sound[name])
        children.run = _STARTED_RUN if number % _STARTED == 0 else _forked_run  # type: ignore[assignment]
        faults = _merged(folder / name, file) if merges else _imported(folder / name, file, chance)
        return [f"{what}: {fault}" for fault in (*faults, *_left_behind())]
    finally:
        shutil.rmtree(folder)


def _from_an_office(sound: dict[str, bytes], folder: Path, chance: random.Random) -> list[str]:
    """A sheet as offices send them: read alike in whatever it is wrapped, and taken whole or not at all."""
    rows, book = office_sheets.grid(chance), folder / BOOK
    book.write_bytes(sound[BOOK])
    with _own_words(folder, chance):
        one, other = chance.sample(office_sheets.wrappings(rows), 2)
        content = office_sheets.wrapped(rows, one, folder)
        if chance.random() < _CHANGED:
            content = _changed(chance, content, one, {"csv": "text", "xlsx": "markup"}.get(one, "page"))
            (folder / f"{office_sheets.NAME}.xls").write_bytes(content)
            return _imported(book, folder / f"{office_sheets.NAME}.xls", chance)
        options = [word for said in office_sheets.maps(chance) for word in ("--map", said)]
        (folder / f"{office_sheets.NAME}.xls").write_bytes(content)
        (folder / other / f"{office_sheets.NAME}.xls").parent.mkdir()
        (folder / other / f"{office_sheets.NAME}.xls").write_bytes(office_sheets.wrapped(rows, other, folder))
        ways = [
            many.command("import", book, place / f"{office_sheets.NAME}.xls", "--dry-run", "--json", *options)
            for place in (folder, folder / other)
        ]
        faults = [fault for answer in ways for fault in answer.faults()]
        said = [_read_as(answer) for answer in ways]
        if said[0] != said[1]:
            faults.append(f"{one} {said[0]} and {other} {said[1]} of {rows} with {options}")
        return faults or _imported(book, folder / f"{office_sheets.NAME}.xls", chance, options)


def _read_as(answer: many.Answer) -> object:
    """What an import says of a file's rows, whatever the file is."""
    if answer.status == 2:
        return "refused"
    file = json.loads(answer.said)["files"][0]
    counts = [file[name] for name in ("new", "changed", "same", "refused")]
    return (*counts, *(row["text"] for row in file["left_out"]))


@contextmanager
def _own_words(folder: Path, chance: random.Random) -> Iterator[None]:
    """Now and then the bureau has a file of headings of its own, and something in it is wrong."""
    if chance.random() < 0.8:
        yield
        return
    before = os.environ.get("XDG_CONFIG_HOME")
    path = folder / "zhengzhou-desk" / HEADINGS.name
    path.parent.mkdir()
    own = office_sheets.words_changed(chance, HEADINGS.read_text(encoding="utf-8"))
    path.write_bytes(own if isinstance(own, bytes) else own.encode())
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    known_words.known_words.cache_clear()
    try:
        yield
    finally:
        os.environ.pop("XDG_CONFIG_HOME") if before is None else os.environ.update(XDG_CONFIG_HOME=before)
        known_words.known_words.cache_clear()


def _imported(book: Path, file: Path, chance: random.Random, options: Sequence[str] = ()) -> list[str]:
    """As before, or as after a whole import: what is read again is all there."""
    before = backup.state(book)
    some = ("--skip-refused",) if chance.random() < 0.5 else ()
    answer = many.command("import", book, file, *some, *options)
    faults = answer.faults()
    after = backup.state(book)
    if before == after:
        return faults
    if answer.status == 2 or (answer.status == 1 and not some):
        return [*faults, f"refused, and yet the book has changed: {answer}"]
    again = many.command("import", book, file, "--dry-run", "--json", *options)
    if again.status == 2:
        return [*faults, *again.faults(), f"read once and not again: {again.complaint}"]
    said = json.loads(again.said)["files"][0]
    if said["new"] or said["changed"]:
        faults.append(f"read again, {said['new']} rows are new and {said['changed']} changed")
    return faults + _unsound(book, 1)


def _merged(book: Path, file: Path) -> list[str]:
    before = backup.state(book)
    answer = many.command("merge", book, file)
    faults = answer.faults()
    after = backup.state(book)
    if answer.status == 0:
        again = many.command("merge", book, file)
        if backup.state(book) != after or again.status != 0:
            faults.append(f"taken once and not the same again: {again}")
        return faults + _unsound(book, 1)
    return faults if before == after else [*faults, f"refused, and yet the book has changed: {answer}"]


def _unsound(book: Path, steps: int) -> list[str]:
    """What is wrong with a book after so many steps beyond its first."""
    try:
        verified = backup.verified(book)
        with Desk.opened(book, clock=clock, who="王", writable=False) as desk:
            lines = desk.journal()
    except Refused as refused:
        return [f"the book does not open any more: {refused.text()}"]
    known = backup.state(book)
    return [] if known and verified == known[2] and len(lines) <= 2 + steps else [f"{len(lines)} steps"]


def _left_behind() -> list[str]:
    """Whether a process is left that should have ended; those of children come to us, too."""
    until = time.monotonic() + _GONE_SECONDS
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                if time.monotonic() > until:
                    return ["a child is left behind"]
                time.sleep(0.01)
        except ChildProcessError:
            return []


def _killed(sound: dict[str, bytes], folder: Path, chance: random.Random) -> list[str]:
    """The program is killed while its child reads: the child ends as well, and the book is as it was."""
    book, file = folder / BOOK, folder / "f.xlsx"
    book.write_bytes(sound[BOOK])
    file.write_bytes(sound["bomb of values"])
    child = os.fork()
    if child == 0:
        children.run = _STARTED_RUN
        many.command("import", book, file)
        os._exit(0)
    time.sleep(chance.uniform(0.02, 0.5))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _left_behind() + _unsound(book, 0)


# -- the reading child -------------------------------------------------------------------------------------

_STARTED_RUN = children.run


def _forked_run(
    job: str,
    arguments: Sequence[str],
    folder: str,
    seconds: float,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    answers: Callable[[], int] = lambda: 0,
) -> int:
    """The reading child with all its limits, forked from this process and not started anew."""
    child = os.fork()
    if child == 0:
        _read([job, *arguments], folder)
    until = time.monotonic() + seconds
    while True:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise children.GivenUp(cancelled=False)
        time.sleep(0.001)


def _read(arguments: Sequence[str], folder: str) -> None:
    """What the child does, which has a pipe for its input that nobody closes."""
    status = 1
    try:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        os.chdir(folder)
        os.dup2(os.pipe()[0], 0)
        status = children.work(arguments)
    finally:
        os._exit(status)


def _as_reaper() -> None:
    """Children of children that have ended become ours; what a library shouts is not shown, as it is not by the program."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    gc.freeze()  # a collection in a child would copy every page of its parent
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_BECOME_REAPER, 1, 0, 0, 0)


# -- the family --------------------------------------------------------------------------------------------


def _trusted(sound: dict[str, bytes], tier: Tier, number: int) -> list[str]:
    """The control: the libraries themselves, in the program's own process."""
    signal.setitimer(signal.ITIMER_REAL, _TRUSTED_SECONDS)
    what, content = mutant(tier.chance(number), sound)
    if what.startswith(PACKAGE):
        json.loads(mutants.parts_of(content)["units.json"])
        return []
    path = tier.place() / "f.xlsx"
    path.write_bytes(content)
    try:
        if what.startswith(("xlsx", "xlsm", "bomb")) and number % 2:
            import openpyxl

            for sheet in openpyxl.load_workbook(path):
                list(sheet.values)
        else:
            import python_calamine

            book = python_calamine.CalamineWorkbook.from_path(str(path))
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()
    finally:
        shutil.rmtree(path.parent)
    return []


def run(tier: Tier) -> Outcome:
    """Every mutant that the seed brings."""
    many.need_forks()
    outcome = Outcome()
    tempfile.tempdir = str(tier.folder)  # what a try that is ended leaves there goes with the rest
    sound = template(tier.place())
    for name, faults in many.each(
        [(str(number), partial(_tries, sound, tier, number)) for number in tier.numbers()], _as_reaper
    ):
        outcome.add(name, faults)
    for _, faults in many.each(
        [(str(number), partial(_trusted, sound, tier, number)) for number in tier.numbers()[::20]]
    ):
        outcome.control(faults)
    return outcome


FAMILY = Family(
    name="sheets",
    tries_what=(
        "mutated xlsx, xlsm, xls, xlsb, ods, csv, tsv, html, mhtml, Excel 2003 XML and packages; bombs; killed while "
        "reading; sheets as offices send them, in every wrapping, with --map and a bureau's own headings"
    ),
    failed_when=(
        "a traceback, held longer than 10 s, more than 1 GB, a partial import, a child left behind, one sheet read "
        "otherwise in another wrapping"
    ),
    control="the same files given to openpyxl and calamine themselves",
    quick=1_500,
    deep=50_000,
    run=run,
    numbered=True,
)
