"""Passwords at the command line: typed where nobody sees them, or read from a file; never an argument."""

from __future__ import annotations

import getpass
import sys
import warnings
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.common.sealing import is_sealed_file, refuse_weak

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console

_LONGEST = 1024


def to_seal(arguments: argparse.Namespace, console: Console) -> str | None:
    """The password that an output is to be sealed with; None where it is not to be sealed."""
    if arguments.seal:
        return new(arguments.password_file, console)
    if arguments.password_file is not None:
        raise Refused("只写了 --password-file，没有写 --seal。要加密请加 --seal")
    return None


def new(file: Path | None, console: Console) -> str:
    """A new password: from a file, or typed twice."""
    password = in_file(file) if file is not None else asked(message("新密码（至少 8 位，不显示）："), console)
    refuse_weak(password)
    if file is None and asked(message("再输一遍："), console) != password:
        raise Refused("两遍密码不一样，什么都没有做。请重来")
    return password


def to_open(path: Path, file: Path | None, console: Console) -> str | None:
    """The password of a file that is sealed; None where it is not."""
    if not is_sealed_file(path):
        return None
    return in_file(file) if file is not None else asked(message("{path} 的密码（不显示）：", path=path), console)


def asked(question: Message, console: Console) -> str:
    """A password that is typed and not shown. Refuses where there is no terminal to type at."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown
        try:
            if not has_keyboard():
                raise EOFError
            return getpass.getpass(question.text(console.lang))
        except (getpass.GetPassWarning, EOFError):
            raise Refused("这里不能输入密码。请把密码写进一个文件，用 --password-file 指出") from None


def has_keyboard() -> bool:
    """Whether somebody may type here. Windows would wait for a key also in a task that nobody sees."""
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    try:
        handle = msvcrt.get_osfhandle(0)
    except OSError:
        return False
    mode = ctypes.byref(ctypes.c_ulong())
    return bool(ctypes.windll.kernel32.GetConsoleMode(ctypes.c_void_p(handle), mode))


def in_file(path: Path) -> str:
    """The first line of a text file."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            line = file.readline(_LONGEST + 1).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("读不了密码文件 {path}：{reason}", path=path, reason=system_words(error)) from None
    if not 0 < len(line) <= _LONGEST:
        raise Refused("密码文件 {path} 的第一行是空的或太长。请只写密码", path=path)
    return line
