"""Passwords at the command line: from a file or typed, never an argument; sealed files from backup to restore."""

from __future__ import annotations

import getpass
import warnings
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from tests.cli.helpers import desk as in_a_process
from zhengzhou_desk.cli import passwords
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common import sealing
from zhengzhou_desk.store.backup import verified

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "县里的备份密码 1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing(), name="台账.zzd") as desk:
        return desk.path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the password, as an editor on Windows leaves it."""
    path = tmp_path / "密码.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"{PASSWORD}\r\n不是密码\r\n".encode())
    return path


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """A person types `answers`; the questions are noted."""
    left, asked = list(answers), []

    def answer(question: str) -> str:
        asked.append(question)
        if not left:
            raise AssertionError(question)
        return left.pop(0)

    monkeypatch.setattr(passwords, "has_keyboard", lambda: True)
    monkeypatch.setattr(getpass, "getpass", answer)
    return asked


def test_a_sealed_backup_is_made_looked_at_and_restored(
    book: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "U盘"
    out.mkdir()
    assert run(["backup", str(book), "--out", str(out), "--seal", "--password-file", str(file)]) == 0
    (copy,) = out.iterdir()
    assert copy.name.endswith("_加密.zzd")
    assert verified(copy, PASSWORD) == verified(book)
    assert run(["verify", str(copy), "--password-file", str(file)]) == 0
    assert run(["restore", str(tmp_path / "新.zzd"), str(copy), "--password-file", str(file)]) == 0
    assert verified(tmp_path / "新.zzd") == verified(book)
    wrong = tmp_path / "错.txt"
    wrong.write_text("不是这个密码", encoding="utf-8")
    capsys.readouterr()
    for command in (["verify", str(copy)], ["restore", str(tmp_path / "又.zzd"), str(copy)]):
        assert run([*command, "--password-file", str(wrong)]) == 2
        assert "的密码不对" in capsys.readouterr().err
    assert not (tmp_path / "又.zzd").exists()
    assert run(["check", str(copy)]) == 2
    assert "不能直接打开" in capsys.readouterr().err


def test_a_new_password_is_typed_twice_and_another_s_once(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = typed(monkeypatch, PASSWORD, PASSWORD, PASSWORD)
    assert run(["backup", str(book), "--seal"]) == 0
    (copy,) = tmp_path.glob("*_加密.zzd")
    assert run(["verify", str(copy)]) == 0
    assert [question.startswith(("新密码", "再输一遍", str(copy))) for question in asked] == [True] * 3
    typed(monkeypatch, PASSWORD, PASSWORD + "x")
    capsys.readouterr()
    assert run(["backup", str(book), "--seal"]) == 2
    assert "两遍密码不一样" in capsys.readouterr().err
    typed(monkeypatch, "short")
    assert run(["backup", str(book), "--seal"]) == 2
    assert "至少要 8 位" in capsys.readouterr().err
    assert len(list(tmp_path.glob("*_加密*.zzd"))) == 1


def test_nothing_is_asked_of_what_is_not_sealed(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch)
    assert run(["verify", str(book)]) == 0
    assert run(["backup", str(book)]) == 0
    (copy,) = tmp_path.glob("台账_*.zzd")
    assert run(["restore", str(tmp_path / "新.zzd"), str(copy)]) == 0


def test_a_password_file_alone_seals_nothing_and_says_so(
    book: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backup", str(book), "--password-file", str(file)]) == 2
    assert "请加 --seal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "是空的"), (b"\n" + PASSWORD.encode(), "是空的"), (b"x" * 5000, "太长"), (b"\xff\xfe\x00", "读不了密码文件"), (None, "读不了密码文件")],
)  # fmt: skip
def test_a_password_file_that_says_nothing_is_refused(
    book: Path, tmp_path: Path, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.txt"
    if content is not None:
        path.write_bytes(content)
    assert run(["backup", str(book), "--seal", "--password-file", str(path)]) == 2
    assert said in capsys.readouterr().err


def test_where_nobody_can_type_unseen_it_is_said(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def shown(_question: str) -> str:
        warnings.warn("echo", getpass.GetPassWarning, stacklevel=1)
        return PASSWORD

    monkeypatch.setattr(getpass, "getpass", shown)
    assert run(["backup", str(book), "--seal"]) == 2
    assert "用 --password-file 指出" in capsys.readouterr().err


def test_where_nobody_sees_the_question_nobody_is_waited_for(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _: pytest.fail("it waits for a key"))
    monkeypatch.setattr(passwords, "has_keyboard", lambda: False)
    assert run(["backup", str(book), "--seal"]) == 2
    assert "用 --password-file 指出" in capsys.readouterr().err


def test_without_a_terminal_a_process_refuses_and_does_not_wait(book: Path, tmp_path: Path) -> None:
    done = in_a_process("backup", book, "--seal", folder=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "--password-file" in done.stderr
