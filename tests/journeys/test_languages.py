"""Everything a person reads at the command line is in the language asked for, also what the system and argparse would say."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.books import clock, written
from zhengzhou_desk.cli.parser import COMMANDS
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import ENGLISH, LANGUAGES
from zhengzhou_desk.records import CLASSES
from zhengzhou_desk.services.desk import Desk

BAD = (
    "", "--bogus", "frob", "check", "check {b} --unit", "check {b} --year abc", "check {b} --year 1", "check {b} --on 2024-13-45", "check {b} --on 1900-01-01",
    "check {b} more", "check {b} --json=5", "check {b} --o x", "notices {b} --year 2024", "notices {b} --year 2024 --out n --o x", "import {b}",
    "check {b} --unit 999", "check nofile", "check folder", "check text.zzd", "check empty.zzd", "import {b} nofile.xlsx", "import {b} empty.xlsx",
    "import {b} folder", "import {b} nosense.csv", "import {b} junk.xlsx", "export {b} --out no/e.xlsx", "export {b} --out folder.xlsx", "export {b} --out e.txt",
    "export {b} --out {b}", "export {b} --out {long}.xlsx", "export text.zzd --out e.xlsx", "bulletin {b} --year 2019 --out b.pdf", "assess {b} --year 2019 --out a.xlsx",
    "notices {b} --year 2024 --out text.zzd", "notices {b} --year 2024 --out n --unit x", "package {b} --year 2024 --out old.zdp", "merge {b} old.zdp",
    "new {b} --region 410105 --bureau x --year 2024", "new c.zzd --region zz --bureau x --year 2024", "new no/c.zzd --region 410105 --bureau x --year 2024",
    "verify nofile", "verify text.zzd", "backup {b} --out nofolder", "restore {b} {b}", "restore r.zzd nofile", "restore folder {b}", "open nofile", "nofile",
    "demo --no-window --out text.zzd",
)  # fmt: skip
GOOD = (
    "--version", "check {b} --on 2024-11-20", "check {b} --year 2019", "import {b} bad.csv", "import {b} more.xlsx --dry-run", "export {b} --out e.xlsx",
    "summary {b} --year 2024 --out s.xlsx", "accounts {b} --out a.xlsx", "bulletin {b} --year 2024 --on 2024-11-20 --out b.pdf",
    "assess {b} --year 2024 --on 2024-11-20 --out as.xlsx", "notices {b} --year 2024 --on 2024-11-20 --out n --merged m.pdf", "notices {b} --year 2019 --out n",
    "package {b} --year 2024 --out new.zdp", "merge city.zzd old.zdp text.zzd nofile.zdp folder", "merge city.zzd old.zdp", "verify {b}", "backup {b}", "restore r.zzd {b}",
    "upgrade {b}", "diagnose {b} --out diagnosis.zip",
    "new c.zzd --region 410105 --bureau x --year 2024",
)  # fmt: skip
NAME = "county.zzd"
# Chinese characters and punctuation; quotation marks are of both languages.
CHINESE = re.compile(r"[\u3001-\u3017\u3400-\u9fff\uff01-\uff5e]")
SENTENCE = re.compile(r"[A-Za-z']{2,}(?: [A-Za-z']{2,})+")
# Headings of the workbook, which are Chinese in every language, and an answer that a cell is to be given.
HEADINGS = ("单位编码", "年度", "核对", "单位")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county, and files of every wrong sort beside it."""
    made = tmp_path_factory.mktemp("lang")
    before = Path.cwd()
    os.chdir(made)
    try:
        assert run(["demo", "--no-window", "--out", "d"]) == 0
        Path("d", "示例县.zzd").rename(NAME)
        assert run(["new", "city.zzd", "--region", "410100", "--bureau", "City", "--year", "2024"]) == 0
        assert run(["package", NAME, "--year", "2024", "--out", "old.zdp"]) == 0
    finally:
        os.chdir(before)
    (made / "text.zzd").write_text("hello", encoding="utf-8")
    (made / "nosense.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (made / "bad.csv").write_text(
        "年度,单位编码,年度食堂食材采购总额,预留份额\n2024,101003,x,1\n2024,zzz,10,y\n", encoding="utf-8"
    )
    (made / "junk.xlsx").write_bytes(b"PK\3\4junk")
    for name in ("empty.zzd", "empty.xlsx"):
        (made / name).touch()
    for name in ("folder", "folder.xlsx"):
        (made / name).mkdir()
    written(made / "more.xlsx", 单位=[["单位编码", "单位名称", "more"], ["101003", "X", "1"]])
    return made


@pytest.fixture(scope="module")
def names(folder: Path) -> list[str]:
    """What is Chinese in every language: the names in the book, the longest first."""
    with Desk.opened(folder / NAME, clock=clock, who="", writable=False) as desk:
        rows = (row for cls in CLASSES for row in desk.tables.all(cls))
        found = {
            cell
            for row in rows
            for cell in row.cells()
            if isinstance(cell, str) and CHINESE.search(cell) and len(cell) < 100
        }
        return sorted({*found, *HEADINGS, desk.bureau, desk.region_name, "郑州市"}, key=len, reverse=True)


def told(
    command: str, lang: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder)
    shutil.rmtree("n", ignore_errors=True)
    for name in ("c.zzd", "r.zzd", "new.zdp"):
        Path(name).unlink(missing_ok=True)
    capsys.readouterr()
    status = run([*(word.format(b=NAME, long="x" * 300) for word in command.split()), "--lang", lang])
    said = capsys.readouterr()
    return status, said.out + said.err


def foreign(text: str, lang: str, names: list[str], folder: Path) -> list[str]:
    """The lines that are not in the language."""
    found = []
    for line in text.splitlines():
        left = line.replace(str(folder), "").replace("zhengzhou-desk", "")
        if lang == ENGLISH:
            for name in names:
                left = left.replace(name, "")
            if CHINESE.search(left):
                found.append(line)
        elif SENTENCE.search(left):
            found.append(line)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", BAD)
def test_refusals(
    command: str,
    lang: str,
    folder: Path,
    names: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, text = told(command, lang, folder, monkeypatch, capsys)
    assert status == 2, text
    assert len(text.splitlines()) == 1
    assert foreign(text, lang, names, folder) == []
    assert bool(CHINESE.search(text)) == (lang != ENGLISH) or any(name in text for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", GOOD)
def test_answers(
    command: str,
    lang: str,
    folder: Path,
    names: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, text = told(command, lang, folder, monkeypatch, capsys)
    assert status in (0, 1), text
    assert foreign(text, lang, names, folder) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(
    command: str, lang: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = told(f"{command} --help", lang, folder, monkeypatch, capsys)
    assert status == 0
    assert foreign(text, lang, [], folder) == []
    assert lang == ENGLISH or not re.search(r"\b[A-Z]{4,}\b", text.replace("JSON", "")), text


def test_the_system_s_reasons_are_in_our_own_words() -> None:
    for number in errno.errorcode:
        words = system_words(OSError(number, os.strerror(number), "x"))
        assert not SENTENCE.search(words.text())
        assert not CHINESE.search(words.text(ENGLISH))
        assert os.strerror(number) not in (words.text(), words.text(ENGLISH))


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOTDIR, errno.ELOOP, errno.EBUSY, 999])
def test_a_file_that_cannot_be_written_says_why(number: int, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused, atomic(tmp_path / "a"):
        raise OSError(number, os.strerror(number))
    assert not SENTENCE.search(str(refused.value).replace(str(tmp_path), ""))
