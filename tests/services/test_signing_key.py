"""The bureau's key on this computer: only its password opens it, and nobody else may read the file."""

from __future__ import annotations

import base64
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock
from zhengzhou_desk.common import sealing, signing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.sealing import WrongPassword
from zhengzhou_desk.services import signing_key

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "一个够长的密码 1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)


def test_a_key_is_made_kept_and_opened(tmp_path: Path) -> None:
    folder = tmp_path / "设置"
    assert signing_key.kept(folder) is None
    made = signing_key.make(folder, PASSWORD, clock())
    found = signing_key.kept(folder)
    assert found == made
    private = made.opened(PASSWORD)
    assert signing.public_of(private) == made.public
    assert private not in made.path.read_bytes()
    assert base64.b64encode(private) not in made.path.read_bytes()
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o777 == 0o600


def test_the_password_is_asked_for_by_name(tmp_path: Path) -> None:
    made = signing_key.make(tmp_path, PASSWORD, clock())
    with pytest.raises(WrongPassword, match="忘了密码的，请重新生成密钥"):
        made.opened("另一个够长的密码")
    with pytest.raises(Refused, match="至少要 8 位"):
        signing_key.make(tmp_path / "x", "short", clock())
    assert not signing_key.is_there(tmp_path / "x")


def test_a_key_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    first = signing_key.make(tmp_path, PASSWORD, clock())
    with pytest.raises(Refused, match="已经有签名密钥"):
        signing_key.make(tmp_path, PASSWORD, clock())
    assert signing_key.kept(tmp_path) == first
    second = signing_key.make(tmp_path, PASSWORD, clock(), replace=True)
    assert second.code != first.code


def test_another_key_put_under_the_same_file_is_found_out(tmp_path: Path) -> None:
    """Who puts his own public half in would have his code told to the city."""
    made = signing_key.make(tmp_path, PASSWORD, clock())
    said = json.loads(made.path.read_bytes())
    made.path.write_text(json.dumps(said | {"public": signing.public_of(signing.new_private()).hex()}))
    found = signing_key.kept(tmp_path)
    assert found is not None
    with pytest.raises(Refused, match="已损坏或被改动过"):
        found.opened(PASSWORD)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"public": "zz"}, "已损坏"), ({"public": "00"}, "已损坏"), ({"public": 5}, "已损坏"), ({"sealed": "*"}, "已损坏"),
        ({"sealed": 5}, "已损坏"), ({"format": "x"}, "已损坏"), ({"version": 2}, "更新版本"), ({"made": None}, ""), ({"sealed": ""}, ""),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_made_out_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    made = signing_key.make(tmp_path, PASSWORD, clock())
    made.path.write_text(json.dumps(json.loads(made.path.read_bytes()) | change))
    if said:
        with pytest.raises(Refused, match=said):
            signing_key.kept(tmp_path)
        return
    found = signing_key.kept(tmp_path)
    assert found is not None
    if "sealed" in change:
        with pytest.raises(Refused, match="已损坏"):
            found.opened(PASSWORD)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * 100_000])
def test_a_garbled_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / signing_key.FILE).write_bytes(content)
    with pytest.raises(Refused, match="已损坏"):
        signing_key.kept(tmp_path)
    assert signing_key.is_there(tmp_path)
    assert signing_key.make(tmp_path, PASSWORD, clock(), replace=True) == signing_key.kept(tmp_path)


def test_every_flipped_byte_of_the_sealed_half_is_refused(tmp_path: Path) -> None:
    made = signing_key.make(tmp_path, PASSWORD, clock())
    for place in range(0, len(made.sealed), 5):
        altered = bytearray(made.sealed)
        altered[place] ^= 1
        broken = signing_key.SigningKey(made.path, made.public, made.made, bytes(altered))
        with pytest.raises(Refused, match="已损坏或被改动过"):
            broken.opened(PASSWORD)
