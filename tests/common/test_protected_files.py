"""No output ever replaces a book, what belongs to one, a backup or a package, by whatever name and way."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from tests.systems import MAKES_LINKS
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common.atomic_file import atomic, made_folder, refuse_target
from zhengzhou_desk.common.errors import Refused

COMMANDS = (
    ("export", "{book}", "--out", "{out}"),
    ("summary", "{book}", "--year", "2024", "--out", "{out}"),
    ("accounts", "{book}", "--out", "{out}"),
    ("bulletin", "{book}", "--year", "2024", "--out", "{out}"),
    ("assess", "{book}", "--year", "2024", "--out", "{out}"),
    ("package", "{book}", "--year", "2024", "--out", "{out}"),
    ("notices", "{book}", "--year", "2024", "--on", "2024-04-01", "--out", "{folder}", "--merged", "{out}"),
)
ENDINGS = {
    "export": ".xlsx",
    "summary": ".xlsx",
    "accounts": ".xlsx",
    "bulletin": ".pdf",
    "assess": ".xlsx",
    "package": ".zdp",
    "notices": ".pdf",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book whose unit files too little, beside another one, a backup and a package."""
    for name in ("a.zzd", "b.zzd"):
        new_desk(tmp_path, unit(), filing(reserve=10_000), name=name).close()
    (tmp_path / "a_20240401-0930.zzd").write_bytes((tmp_path / "a.zzd").read_bytes())
    assert run(["package", str(tmp_path / "a.zzd"), "--year", "2024", "--out", str(tmp_path / "p.zdp")]) == 0
    return tmp_path / "a.zzd"


def asked(command: tuple[str, ...], book: Path, out: Path) -> list[str]:
    return [word.format(book=book, out=out, folder=book.parent / "n") for word in command]


def refused(given: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(given) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_writes_over_what_is_kept(
    command: tuple[str, ...], book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = book.parent
    ending = ENDINGS[command[0]]
    # The same content under the ending that the command writes, where only the first bytes tell.
    for source, name in (("b.zzd", "kept"), ("p.zdp", "parcel")):
        shutil.copy(folder / source, folder / f"{name}{ending}")
    if MAKES_LINKS:
        (folder / f"link{ending}").symlink_to(folder / "b.zzd")
    os.link(folder / "a.zzd", folder / f"hard{ending}")
    (folder / "sub").mkdir()
    before = contents(folder)
    names = (
        "a.zzd",
        "b.zzd",
        "a_20240401-0930.zzd",
        "p.zdp",
        f"kept{ending}",
        f"parcel{ending}",
        *([f"link{ending}"] if MAKES_LINKS else []),
        f"hard{ending}",
    )
    for out in (*(folder / name for name in names), folder / "sub" / ".." / f"kept{ending}"):
        refused(asked(command, book, out), capsys)
        assert contents(folder) == before, out
    # A free name with the right ending is written.
    assert run(asked(command, book, folder / f"free{ending}")) == 0
    assert (folder / f"free{ending}").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_ending_fits_what_is_written(
    command: tuple[str, ...], book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(asked(command, book, book.parent / "x.txt"), capsys)
    assert ENDINGS[command[0]] in said
    assert not (book.parent / "x.txt").exists()
    assert run(asked(command, book, book.parent / f"X{ENDINGS[command[0]].upper()}")) == 0


@pytest.mark.parametrize("name", ["a.zzd.lock", "a.zzd-journal", "A.ZZD-WAL", "a.zzd-shm", "a.zzd.part", "a.xlsx.lock"])
def test_what_belongs_to_a_book_is_kept_also_before_it_is_there(name: str, book: Path) -> None:
    for spelling in ("A.ZZD", "a.xlsx"):
        if not (book.parent / spelling).exists():  # to Windows the first is the book itself
            shutil.copy(book, book.parent / spelling)
    for there in (False, True):
        path = book.parent / name
        if there:
            path.touch()
        with pytest.raises(Refused, match="附属文件"), atomic(path):
            pytest.fail("the block must not be entered")
    with pytest.raises(Refused, match="附属文件"):
        made_folder(book.parent / "a.zzd.lock")
    assert run(["new", str(book.parent / "a.zzd-wal"), "--region", "410105", "--bureau", "局", "--year", "2024"]) == 2
    assert not any(path.stat().st_size for path in book.parent.glob("a.zzd-wal")), "not written, whoever minds the case"


def test_a_folder_for_notices_holds_a_book_of_that_name(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book.parent / "n"
    folder.mkdir()
    shutil.copy(book, folder / "001_第一小学.pdf")
    before = book.read_bytes()
    given = ["notices", str(book), "--year", "2024", "--on", "2024-04-01", "--out", str(folder), "--issue"]
    refused(given, capsys)
    # Nothing has been issued for a paper that cannot be written.
    assert book.read_bytes() == before
    assert (folder / "001_第一小学.pdf").read_bytes() == before
    assert "账册" in refused([*given[:-3], "--out", str(book)], capsys)


def test_the_merged_file_is_none_of_the_single_ones(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = book.parent / "n"
    given = ["notices", str(book), "--year", "2024", "--on", "2024-04-01", "--out", str(folder), "--merged"]
    assert "001_第一小学.pdf" in refused([*given, str(folder / ".." / "n" / "001_第一小学.pdf")], capsys)
    assert list(folder.iterdir()) == []
    # Any other name in that folder, which the command makes, is right.
    assert run([*given, str(folder / "merged.pdf")]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["001_第一小学.pdf", "merged.pdf"]


def test_a_damaged_book_and_package_are_kept_by_their_name(tmp_path: Path) -> None:
    for name in ("x.zzd", "X.ZZD", "x.zdp"):
        (tmp_path / name).write_bytes(b"")
        with pytest.raises(Refused, match="不能被覆盖"):
            refuse_target(tmp_path / name)
    (tmp_path / "y.xlsx").write_bytes(b"SQLite format 3\x00" + bytes(84))  # another program's: may be replaced
    refuse_target(tmp_path / "y.xlsx", ".xlsx")


def test_a_book_put_there_meanwhile_is_kept(book: Path) -> None:
    target = book.parent / "new.xlsx"
    with pytest.raises(Refused, match="账册"), atomic(target, ".xlsx") as draft:
        draft.write_bytes(b"new")
        shutil.copy(book, target)
    assert target.read_bytes() == book.read_bytes()


def test_an_ordinary_output_is_replaced(book: Path) -> None:
    out = book.parent / "s.xlsx"
    out.write_bytes(b"old")
    assert run(["summary", str(book), "--year", "2024", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
    first = out.read_bytes()
    assert run(["export", str(book), "--out", str(out)]) == 0
    assert out.read_bytes() != first
