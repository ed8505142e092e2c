"""The bureau's signing key (签名密钥): kept on this computer beside the settings, sealed under a password.

Whoever has the file and the password can sign as the bureau. The key is in no book and no backup: where it or its
password is lost, a new one is made and its code told to the city.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common import sealing, signing
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.common.sealing import KEY, WrongPassword
from zhengzhou_desk.records.check_code import code_of

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

FILE = "signing-key.json"
_FORMAT, _VERSION = "zhengzhou-desk-signing-key", 1
_LARGEST = 64 * 2**10


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key as it is kept: what everybody may know of it, and what only the password opens."""

    path: Path
    public: bytes
    made: str
    sealed: bytes

    @property
    def code(self) -> str:
        """What is read over the telephone."""
        return code_of(self.public)

    def opened(self, password: str) -> bytes:
        """The private key. Refuses a wrong password, and a file that was altered."""
        try:
            sealing.look(self.sealed, self.path, KEY)
            private = sealing.unsealed(self.sealed, self.path, password)
        except WrongPassword:
            raise WrongPassword(
                sentence("签名密钥的密码不对。忘了密码的，请重新生成密钥，并把新的核对码告诉市局")
            ) from None
        except sealing.Unsound:
            raise _broken(self.path) from None
        if len(private) != signing.PRIVATE_BYTES or signing.public_of(private) != self.public:
            raise _broken(self.path)
        return private


def is_there(folder: Path) -> bool:
    """Whether this computer has a key, sound or not."""
    return (folder / FILE).exists()


def kept(folder: Path) -> SigningKey | None:
    """The key of this computer; None where there is none. Refuses a file that cannot be made out."""
    path = folder / FILE
    try:
        if path.stat().st_size > _LARGEST:
            raise _broken(path)
        said: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused("读不了签名密钥 {path}：{reason}", path=path, reason=system_words(error)) from None
    except (ValueError, RecursionError):
        raise _broken(path) from None
    if not isinstance(said, dict) or said.get("format") != _FORMAT:
        raise _broken(path)
    if said.get("version") != _VERSION:
        raise Refused("签名密钥 {path} 由更新版本的程序生成，请先升级本程序", path=path)
    try:
        key = SigningKey(
            path, bytes.fromhex(said["public"]), str(said["made"]), base64.b64decode(said["sealed"], validate=True)
        )
    except (ValueError, KeyError, TypeError):
        raise _broken(path) from None
    if len(key.public) != signing.PUBLIC_BYTES:
        raise _broken(path)
    return key


def make(folder: Path, password: str, now: datetime.datetime, *, replace: bool = False) -> SigningKey:
    """Makes a key and keeps it under a password. Refuses to take the place of one without `replace`."""
    path = folder / FILE
    if not replace and is_there(folder):
        raise Refused("这台电脑上已经有签名密钥。重新生成后原来的作废，要把新的核对码告诉市局")
    private = signing.new_private()
    key = SigningKey(
        path, signing.public_of(private), now.isoformat(timespec="seconds"), sealing.seal(private, password, KEY)
    )
    said = {
        "format": _FORMAT, "version": _VERSION, "public": key.public.hex(), "made": key.made,
        "sealed": base64.b64encode(key.sealed).decode(),
    }  # fmt: skip
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("建立不了文件夹 {folder}：{reason}", folder=folder, reason=system_words(error)) from None
    with atomic(path, private=True) as part:
        part.write_text(json.dumps(said, indent=1), encoding="utf-8")
    return key


def _broken(path: Path) -> Refused:
    return Refused("签名密钥 {path} 已损坏或被改动过，不能用。请重新生成，并把新的核对码告诉市局", path=path)
