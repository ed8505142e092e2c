"""Sealing: only the right password opens, nothing altered is believed, and every refusal is true."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common import sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.protected_files import SEALED_MARK, is_sealed
from zhengzhou_desk.common.sealing import BOOK, KEY, PACKAGE, PasswordNeeded, Unsound, WrongPassword

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD, CONTENT = "食堂-2024 reserve", b"reserve 80,000.00"
# Where what stands in the header of 64 bytes.
VERSION, SORT, LOG_N, R, P, SALT, NONCE, VERIFIER, SEALED = 12, 13, 14, 15, 16, 17, 33, 45, 61

# As an input method in full-width mode gives what is typed.
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses cost an eighth of what they cost elsewhere."""
    monkeypatch.setattr(sealing, "LOG_N", 14)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.zdp"
    made.write_bytes(sealing.seal(CONTENT, PASSWORD, PACKAGE))
    return made


def refitted(whole: bytearray) -> bytes:
    """What somebody writes who has altered the file and knows how its checksum is made."""
    return bytes(whole[:-32]) + hashlib.sha256(whole[:-32]).digest()


def test_what_was_sealed_comes_out_again_and_cannot_be_read_before(path: Path) -> None:
    assert sealing.is_sealed_file(path)
    assert CONTENT not in path.read_bytes()
    assert sealing.read(path, PACKAGE, PASSWORD) == CONTENT
    for content in (b"", b"\0" * 3_000_000):
        path.write_bytes(sealing.seal(content, PASSWORD, BOOK))
        assert sealing.read(path, BOOK, PASSWORD) == content


def test_the_same_content_is_never_sealed_alike(path: Path) -> None:
    again = sealing.seal(CONTENT, PASSWORD, PACKAGE)
    assert again[SALT:VERIFIER] != path.read_bytes()[SALT:VERIFIER]
    assert again[SEALED:] != path.read_bytes()[SEALED:]


def test_a_password_in_full_width_letters_is_the_same(path: Path) -> None:
    assert sealing.read(path, PACKAGE, PASSWORD.translate(WIDE)) == CONTENT


@pytest.mark.parametrize("given", ["", "x", PASSWORD + " ", PASSWORD.upper(), "食堂-2024 reserv", "\ud800" * 9])
def test_a_wrong_password_is_said(path: Path, given: str) -> None:
    with pytest.raises(WrongPassword, match="密码不对"):
        sealing.read(path, PACKAGE, given)


def test_without_a_password_it_is_asked_for(path: Path) -> None:
    with pytest.raises(PasswordNeeded, match="要有密码才能读"):
        sealing.read(path, PACKAGE, None)


def test_a_weak_password_is_refused() -> None:
    with pytest.raises(Refused, match="至少要 8 位"):
        sealing.seal(CONTENT, "1234567", BOOK)


def test_every_flipped_byte_is_damage_and_said_without_a_password(path: Path) -> None:
    good = path.read_bytes()
    for place in range(len(good)):
        for flip in (0x01, 0x80, 0xFF):
            path.write_bytes(good[:place] + bytes([good[place] ^ flip]) + good[place + 1 :])
            assert sealing.is_sealed_file(path), place
            with pytest.raises(Unsound, match="已损坏或不完整"):
                sealing.read(path, PACKAGE, None)


def test_every_cut_and_whatever_is_added_is_damage(path: Path) -> None:
    good = path.read_bytes()
    for length in range(len(SEALED_MARK), len(good)):
        path.write_bytes(good[:length])
        with pytest.raises(Unsound, match="已损坏或不完整"):
            sealing.read(path, PACKAGE, PASSWORD)
    path.write_bytes(good + b"\n")
    with pytest.raises(Unsound, match="已损坏或不完整"):
        sealing.read(path, PACKAGE, PASSWORD)


def test_every_byte_altered_by_someone_who_refits_the_checksum_is_refused_with_a_true_sentence(path: Path) -> None:
    good = path.read_bytes()
    said: dict[int, str] = {}
    for place in range(len(good) - 32):
        altered = bytearray(good)
        altered[place] ^= 0x01
        path.write_bytes(refitted(altered))
        with pytest.raises(Refused) as refused:
            sealing.read(path, PACKAGE, PASSWORD)
        said[place] = refused.value.text()
        assert refused.value.text("en")
    assert all("被人改动过" in said[place] for place in [*range(VERSION), *range(NONCE, VERIFIER)])
    assert all("被人改动过" in said[place] for place in range(SEALED, len(good) - 32))
    assert "更新版本" in said[VERSION]
    assert all("加密参数" in said[place] for place in (R, P))
    assert "被人改动过" in said[SORT]
    assert all("密码不对" in said[place] for place in [LOG_N, *range(SALT, NONCE), *range(VERIFIER, SEALED)]), (
        "with another salt or verifier the right password is wrong; the sentence says that, too"
    )
    assert "被人改过" in said[SALT]


@pytest.mark.parametrize(
    ("place", "value"), [(LOG_N, 0), (LOG_N, 13), (LOG_N, 19), (LOG_N, 30), (LOG_N, 255), (R, 0), (R, 9), (R, 255), (P, 0), (P, 5), (P, 255)]
)  # fmt: skip
def test_parameters_that_would_eat_memory_or_time_are_refused_before_anything_is_derived(
    path: Path, place: int, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def derived(*_: object) -> None:
        raise AssertionError("scrypt was asked")

    altered = bytearray(path.read_bytes())
    altered[place] = value
    path.write_bytes(refitted(altered))
    monkeypatch.setattr(sealing, "_keys", derived)
    with pytest.raises(Unsound, match="占尽内存或时间"):
        sealing.read(path, PACKAGE, PASSWORD)


def test_another_sort_is_said_before_a_password_is_asked_for(path: Path) -> None:
    with pytest.raises(Refused, match="是加密的上报包，不是备份"):
        sealing.read(path, BOOK, None)
    with pytest.raises(Refused, match="是加密的上报包，不是签名密钥"):
        sealing.read(path, KEY, PASSWORD)


def test_what_was_sealed_as_one_sort_cannot_be_passed_off_as_another(path: Path) -> None:
    altered = bytearray(path.read_bytes())
    altered[SORT : SORT + 1] = BOOK
    path.write_bytes(refitted(altered))
    with pytest.raises(Unsound, match="被人改动过"):
        sealing.read(path, BOOK, PASSWORD)


def test_what_is_too_large_is_refused_unread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LARGEST", 1_000_000)
    with path.open("ab") as file:
        file.truncate(1_100_000)
    with pytest.raises(Refused, match="太大"):
        sealing.read(path, PACKAGE, PASSWORD)
    with pytest.raises(Refused, match="不能加密"):
        sealing.seal(b"x" * 1_000_001, PASSWORD, BOOK)


def test_too_little_memory_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.kdf import scrypt

    def none_left(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(scrypt, "Scrypt", none_left)
    with pytest.raises(Refused, match="内存不足"):
        sealing.read(path, PACKAGE, PASSWORD)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00", SEALED_MARK[:9], b"\0" * 200])
def test_other_files_are_not_sealed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert not sealing.is_sealed_file(path)
    assert not is_sealed(content)
    assert not sealing.is_sealed_file(tmp_path / "没有")
    assert not sealing.is_sealed_file(tmp_path)


def test_neither_the_commands_nor_the_window_load_cryptography_before_it_is_needed() -> None:
    modules = "cli.submissions, zhengzhou_desk.cli.books, zhengzhou_desk.cli.keys, zhengzhou_desk.app, zhengzhou_desk.gui.main_window"
    code = f"import sys, zhengzhou_desk.{modules}; print([name for name in sys.modules if name.startswith(('cryptography', '_cffi'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
