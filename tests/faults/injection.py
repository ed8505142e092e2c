"""Texts that want to be more than text: into every field, and out on every sheet, page, label and line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdfium2

from tests.books import HOME, clock
from tests.faults import jobs, trial
from tests.faults.family import Family, Outcome, Skipped, Tier
from zhengzhou_desk.__main__ import main
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Filing, Record, Spending, Unit, UnitChange
from zhengzhou_desk.records.kinds import Text
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MARK = "甲"
BEACON = "beacon.png"
# What is put into the fields: each has MARK in it, so that it is found again.
CORPUS = (
    f"<b>{MARK}</b>", f"<img src='{BEACON}'>{MARK}", f"<a href='http://x.invalid/'>{MARK}</a>", f"{MARK}&amp;&lt;", f"<script>{MARK}</script>",
    f"<para>{MARK}", f"{MARK}</para></font>", f"<font size=99>{MARK}", f"<br/>{MARK}", f"<!-- {MARK}", f"<![CDATA[{MARK}]]>", f"]]>{MARK}",
    f"=1+1+{MARK}", f"+1+{MARK}", f"-1+{MARK}", f"@SUM(1){MARK}", f'=HYPERLINK("http://x.invalid","{MARK}")', f"=cmd|'/c calc'!{MARK}",
    f"'={MARK}", f"\t={MARK}", f"http://x.invalid/{MARK}", f"mailto:x@x.invalid?{MARK}", f"internal:{MARK}!A1", f"\\\\host\\share\\{MARK}",
    f"../../{MARK}", f"..\\..\\{MARK}", f"/etc/{MARK}", f"C:\\{MARK}", f"CON{MARK}", f"{MARK}/乙", f'{MARK}?*|<>":', f"{MARK}.", f".{MARK}", f"~{MARK}",
    f"{{0}}{MARK}{{name}}", f"{{MARK.__class__}}{MARK}", f"%s%n%d{MARK}", f"${{{MARK}}}", f"$({MARK})", f"`{MARK}`", f"'; DROP TABLE unit; -- {MARK}",
    f"\x1b[2J\x1b]0;x\x07{MARK}", f"{MARK}\u202e乙丙", f"\u200b{MARK}\u200d", f"\ufeff{MARK}", f"{MARK}\r\n乙", f"{MARK}\x00乙", f"{MARK}\x08\x7f", f"{MARK}\u2028乙",
    f"{MARK}𠮷", f"{MARK}\ufffe", f"{MARK}e\u0301", f"_x0041_{MARK}", f"&{MARK}(&A)", f"--help{MARK}",
)  # fmt: skip
_CONTROL = {"Cc", "Cf", "Zl", "Zp", "Cs"}
_BASES: dict[type[Record], dict[str, object]] = {
    Unit: {"canteen": "自办"},
    UnitChange: {"day": "2024-01-05", "kind": "更名", "old_unit": "900000", "new_unit": "900000"},
    Account: {"unit": "900000", "state": "未开通"},
}


# -- in ---------------------------------------------------------------------------------------------------


def _filled(path: Path) -> int:
    """A book with every text of the corpus in every field that takes text; how many were put in."""
    count = 0
    with Desk.new(path, region="410105", bureau="金水区财政局", year=2024, clock=clock, who="王") as desk:
        desk.copies = lambda desk: None
        for number, text in enumerate(CORPUS):
            code = f"9{number:05}"
            for cls, base in _BASES.items():
                columns = [column for column in cls.table.columns if type(column.kind) is Text]
                more = {"code": code} if cls is Unit else {}
                with suppress(Refused):
                    editing.add(desk, cls, {**base, **more, **{column.name: text for column in columns}})
                    count += len(columns)
            with suppress(Refused):
                editing.add(
                    desk, Filing, {"year": 2024, "unit": code, "total": "1000", "reserve": "1", "platform_note": text}
                )
                editing.add(
                    desk, Spending, {"year": 2024, "unit": code, "members": 3, "welfare": "100", "purchased": "1"}
                )
                count += 1
        for name in ("bureau", "contact", "phone", "office"):
            with suppress(Refused):
                editing.set_setting(desk, name, CORPUS[0])
                count += 1
    return count


# -- out --------------------------------------------------------------------------------------------------

COMMANDS = (
    "export @/b.zzd --out @/export.xlsx", "summary @/b.zzd --year 2024 --on 2024-04-01 --out @/summary.xlsx",
    "accounts @/b.zzd --out @/accounts.xlsx", "assess @/b.zzd --year 2024 --on 2024-04-01 --out @/assess.xlsx",
    "assess @/b.zzd --year 2024 --on 2024-04-01 --out @/assess.pdf",
    "bulletin @/b.zzd --year 2024 --on 2024-04-01 --out @/bulletin.xlsx", "bulletin @/b.zzd --year 2024 --on 2024-04-01 --out @/bulletin.pdf",
    "check @/b.zzd --on 2024-04-01", "check @/b.zzd --json --on 2024-04-01", "--lang en check @/b.zzd --on 2024-04-01",
    "notices @/b.zzd --year 2024 --on 2024-04-01 --out @/notices --merged @/merged.pdf",
    "package @/b.zzd --year 2024 --on 2024-04-01 --contacts --out @/p.zdp", "import @/b.zzd @/export.xlsx --dry-run",
)  # fmt: skip


def _faults_of_line(said: str) -> list[str]:
    """Control characters that would reach a terminal."""
    wild = {character for character in said if character != "\n" and unicodedata.category(character) in _CONTROL}
    return [f"prints {sorted(map(ascii, wild))}"] if wild else []


def _faults_of_workbook(path: Path) -> list[str]:
    """Formulas, links and foreign parts that came from a text."""
    faults = []
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            if name.endswith(".rels") and (b"External" in content or b"x.invalid" in content):
                faults.append(f"{path.name}: a link in {name}")
            if not name.startswith("xl/worksheets/sheet"):
                continue
            for element in ET.fromstring(content).iter():  # noqa: S314 - what the program has just written
                tag = element.tag.rpartition("}")[2]
                if tag == "f" and MARK in (element.text or ""):
                    faults.append(f"{path.name}: a formula {element.text!r}")
                if tag == "hyperlink":
                    faults.append(f"{path.name}: a hyperlink in {name}")
    return faults


def _faults_of_page(path: Path) -> list[str]:
    """Links on a page, and tags that were obeyed: the notice to the first unit shows its name as it is."""
    faults = [f"{path.name}: a link"] if re.search(rb"/(URI|JavaScript|Launch|GoToR)\b", path.read_bytes()) else []
    if path.name != "merged.pdf":
        return faults
    document = pypdfium2.PdfDocument(path.read_bytes())
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return (
        faults if CORPUS[0] in re.sub(r"\s", "", text) else [*faults, f"{path.name}: {CORPUS[0]!r} is not on the page"]
    )


def _outputs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each command, and what is wrong with what it wrote and said."""
    for line in COMMANDS:
        ended = trial.forked(partial(_command, line.replace("@", str(folder)).split()))
        faults = _faults_of_line(ended.said + ended.complaint) + ([ended.fault] if ended.fault else [])
        if "--json" in line:
            json.loads(ended.said)
        if ended.status == 2:
            faults.append(f"refused: {ended.complaint}")
        yield line, faults
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            yield path.name, _faults_of_workbook(path)
        elif path.suffix == ".pdf":
            yield path.name, _faults_of_page(path)
    strange = [path for path in folder.rglob("*") if re.search(r'[<>:"|?*\\\x00-\x1f]|[. ]$', path.name)]
    yield "names of files", [f"a name that Windows refuses: {path.name!r}" for path in strange]


def _command(words: list[str], tell: Callable[[str], None]) -> int:
    return main(words)


# -- on the screen ------------------------------------------------------------------------------------------


def _screen(folder: Path) -> list[str]:
    """Opens the window on the book in a process of its own, visits all of it, and reports what is rendered."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.rendered", str(folder / "b.zzd")],
        cwd=HOME, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LD_PRELOAD": ""},
    )  # fmt: skip
    if done.returncode:
        return [f"the window ended with {done.returncode}: {done.stderr[-800:]}"]
    return done.stdout.splitlines()


def run(tier: Tier) -> Outcome:
    """One book with everything in it, every command, and the window."""
    if tier.tries < 1:
        raise Skipped("nothing asked for")
    outcome = Outcome()
    folder = tier.place()
    jobs.stop_clocks()
    filled = _filled(folder / "b.zzd")
    (folder.parent / "outside").mkdir()
    for name, faults in _outputs(folder):
        outcome.add(name, faults)
    outcome.add("window", _screen(folder))
    if strange := [path for path in folder.parent.rglob("*") if folder not in path.parents and path.is_file()]:
        outcome.add("paths", [f"written outside: {strange}"])
    outcome.tried += filled
    _control(folder, outcome)
    return outcome


def _control(folder: Path, outcome: Outcome) -> None:
    """A sheet as a library writes it by itself: text that begins with = becomes a formula, an address a link."""
    import xlsxwriter

    path = folder / "control.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, text in enumerate(CORPUS):
            with suppress(Exception):
                sheet.write(row, 0, text)
    outcome.control(_faults_of_workbook(path))
    outcome.control(_faults_of_line("".join(CORPUS)))


FAMILY = Family(
    name="injection",
    tries_what="markup, formulas, links, paths, control characters and the like in every text field, out on every sheet,"
    " page, file name, line of output, label and tooltip",
    failed_when="rendered, a formula or a link, a path outside, a control character on the terminal",
    control="a library's own way to write a cell; the texts printed as they are",
    quick=1,
    deep=1,
    run=run,
)
