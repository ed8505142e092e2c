"""Sealing (加密): a backup, a package or a key under a password, by scrypt (RFC 7914) and AES-256-GCM.

A sealed file is a header, the sealed content with its tag, and the SHA-256 of both:

    mark 12 | version 1 | sort 1 | scrypt's log2 N, r, p, 1 each | salt 16 | nonce 12 | verifier 16

The checksum needs no password, so that damage is said before one is asked for. The verifier, drawn from scrypt beside
the key, tells a wrong password; the tag covers header and content and tells what somebody altered who made the checksum
fit. Everything is read in memory, up to a limit.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
import unicodedata
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import message, sentence
from zhengzhou_desk.common.protected_files import SEALED_MARK, is_open, is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

# What is sealed; it stands in the header, so that a person is told before a password is asked for.
BOOK, PACKAGE, KEY = b"B", b"P", b"K"
_CALLED = {BOOK: message("备份"), PACKAGE: message("上报包"), KEY: message("签名密钥")}
SHORTEST_PASSWORD = 8
LARGEST = 512 * 2**20

_VERSION = 1
# 128 MB and half a second for every guess.
LOG_N, _R, _P = 17, 8, 1
# What a header may ask for, looked at before it is done: 256 MB and four times that long.
_LOG_N_ALLOWED, _P_ALLOWED = range(14, 19), range(1, 5)
_HEADER = struct.Struct(">12sB1sBBB16s12s16s")
_KEY_BYTES, _VERIFIER_BYTES, _TAG_BYTES, _SUM_BYTES = 32, 16, 16, 32
_MEGABYTE = 2**20


class PasswordNeeded(Refused):
    """The file is sealed and no password was given."""


class WrongPassword(Refused):
    """The password is not the one that the file was sealed with."""


class Unsound(Refused):
    """The sealed file is not as it was written: damaged on its way, or altered by somebody."""


def is_sealed_file(path: Path) -> bool:
    """Whether a sealed file stands there, sound or not. A file that cannot be read is none: its reader says why."""
    try:
        if not path.is_file() or is_open(path):  # a pipe would be waited for, an open book would lose its locks
            return False
        with path.open("rb") as file:
            return is_sealed(file.read(len(SEALED_MARK)))
    except (OSError, ValueError):
        return False


def refuse_weak(password: str) -> None:
    """Refuses a new password that is guessed too easily."""
    if len(_folded(password)) < SHORTEST_PASSWORD:
        raise Refused("密码太短，至少要 {least} 位", least=SHORTEST_PASSWORD)


def seal(content: bytes, password: str, sort: bytes) -> bytes:
    """The content sealed under a password. Refuses a weak one, and a content larger than can be read again."""
    refuse_weak(password)
    if len(content) > LARGEST:
        raise Refused("内容超过 {most} MB，不能加密。请不加密，存在加密的磁盘上", most=LARGEST // _MEGABYTE)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    key, verifier = _keys(password, salt, LOG_N, _P)
    header = _HEADER.pack(SEALED_MARK, _VERSION, sort, LOG_N, _R, _P, salt, nonce, verifier)
    whole = bytearray(header)
    whole += _cipher(key).encrypt(nonce, content, header)
    whole += hashlib.sha256(whole).digest()
    return bytes(whole)


def sealed_bytes(path: Path, sort: bytes) -> bytes:
    """A sealed file as it stands, once everything has been looked at that needs no password."""
    try:
        if path.stat().st_size > LARGEST + _HEADER.size + _TAG_BYTES + _SUM_BYTES:
            raise Refused("{path} 太大，加密的文件不能超过 {most} MB", path=path, most=LARGEST // _MEGABYTE)
        whole = path.read_bytes()
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
    look(whole, path, sort)
    return whole


def look(whole: bytes, path: Path, sort: bytes) -> None:
    """Refuses what is damaged, newer, of another sort, or asks for more memory than it may."""
    if len(whole) < _HEADER.size + _TAG_BYTES + _SUM_BYTES or not _is_whole(whole):
        raise Unsound(
            sentence("{path} 已损坏或不完整：加密文件的校验和不符。请重新复制或请对方重新发送，或换一份备份"), path=path
        )
    mark, version, found, log_n, r, p, *_ = _HEADER.unpack_from(whole)
    if mark != SEALED_MARK:
        raise _altered(path)
    if version != _VERSION:
        raise Refused("{path} 由更新版本的程序加密，请先升级本程序", path=path)
    if found not in _CALLED:
        raise _altered(path)
    if found != sort:
        raise Refused("{path} 是加密的{found}，不是{wanted}", path=path, found=_CALLED[found], wanted=_CALLED[sort])
    if log_n not in _LOG_N_ALLOWED or r != _R or p not in _P_ALLOWED:
        raise Unsound(
            sentence("{path} 的加密参数不是本程序会写的，照做会占尽内存或时间，没有打开。请对方重新生成"), path=path
        )


def unsealed(whole: bytes, path: Path, password: str | None) -> bytes:
    """The content of a sealed file that was looked at. Raises WrongPassword, and Unsound for what was altered."""
    if password is None:
        raise PasswordNeeded(sentence("{path} 是加密的，要有密码才能读"), path=path)
    *_, log_n, _r, p, salt, nonce, verifier = _HEADER.unpack_from(whole)
    key, found = _keys(password, salt, log_n, p)
    if not hmac.compare_digest(found, verifier):
        raise wrong_password(path)
    from cryptography.exceptions import InvalidTag

    view = memoryview(whole)
    try:
        return _cipher(key).decrypt(nonce, view[_HEADER.size : -_SUM_BYTES], view[: _HEADER.size])
    except InvalidTag:
        raise _altered(path) from None


def wrong_password(path: Path) -> WrongPassword:
    """The refusal of a wrong password. Whoever altered salt or verifier has made the right one wrong."""
    return WrongPassword(
        sentence("{path} 的密码不对。请核对大小写和输入法；密码确实无误的，是文件开头被人改过，请对方重新生成"),
        path=path,
    )


def read(path: Path, sort: bytes, password: str | None) -> bytes:
    """The content of the sealed file at `path`."""
    return unsealed(sealed_bytes(path, sort), path, password)


def _is_whole(whole: bytes) -> bool:
    view = memoryview(whole)
    return hashlib.sha256(view[:-_SUM_BYTES]).digest() == view[-_SUM_BYTES:]


def _altered(path: Path) -> Unsound:
    return Unsound(sentence("{path} 加密以后被人改动过，没有采用。请对方重新生成，或换一份备份"), path=path)


def _folded(password: str) -> str:
    """A password as it is used: one that an input method gave in full-width letters is the same password."""
    return unicodedata.normalize("NFKC", password)


def _keys(password: str, salt: bytes, log_n: int, p: int) -> tuple[bytes, bytes]:
    """The key and the verifier of a password."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    try:
        made = Scrypt(salt=salt, length=_KEY_BYTES + _VERIFIER_BYTES, n=1 << log_n, r=_R, p=p).derive(
            _folded(password).encode("utf-8", "surrogatepass")
        )
    except MemoryError:
        raise Refused("内存不足，没有加密或解密。请关闭一些程序后再试") from None
    return made[:_KEY_BYTES], made[_KEY_BYTES:]


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
