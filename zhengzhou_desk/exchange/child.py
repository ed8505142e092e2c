"""The child processes in which files from outside are read: how one is started, waited for and given up."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.confined import environment
from zhengzhou_desk.exchange.limits import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# With what comes before and after, no file holds the program for more than ten.
SECONDS = 9.0
_LOOK_SECONDS = 0.2
# What a frozen program is started with to become a child (see __main__).
CHILD = "--read-in-child"
# What a child may do: the module of this package that does it.
SHEETS, PACKAGES = "sheet_process", "package_process"
# Loads this very package and nothing that stands in the current folder, is named by a PYTHON*
# variable or lies in the person's own site folder; the last place looked at is where the package
# stands, for what was installed beside it. It ends without taking apart what it has read, a million cells perhaps.
_START = """
import os, sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
home = sys.argv.pop(1)
sys.path.append(home)
spec = PathFinder.find_spec("zhengzhou_desk", [home])
sys.modules["zhengzhou_desk"] = package = module_from_spec(spec)
spec.loader.exec_module(package)
from zhengzhou_desk.exchange import child
os._exit(child.work(sys.argv[1:]))
"""


class GivenUp(Exception):  # noqa: N818 - no error of the program's: the file's, or the person's choice
    """A child that was killed, because it took too long or because the person has cancelled."""

    def __init__(self, *, cancelled: bool) -> None:
        super().__init__()
        self.cancelled = cancelled


def give(path: Path, copy: Path) -> None:
    """Copies a file into the child's folder. Refuses what is no file, and what is larger than any file to be read."""
    if not path.exists():
        raise Refused("没有文件 {path}", path=path)
    if path.is_dir():
        raise Refused("{path} 是文件夹，不是文件", path=path)
    if not path.is_file():
        raise Refused("{path} 是设备或管道，不是文件", path=path)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=error.strerror or error) from None
    if size > LARGEST_FILE:
        raise Refused("{path} 太大（{size} MB），不予读取", path=path, size=size // 2**20)
    give_content(content, copy)


def give_content(content: bytes, copy: Path) -> None:
    """Writes what a child is to read into its folder."""
    try:
        copy.write_bytes(content)
    except OSError as error:
        raise Refused(
            "临时文件夹 {folder} 写不进去：{reason}", folder=copy.parent, reason=error.strerror or error
        ) from None


def run(
    job: str,
    arguments: Sequence[str],
    folder: str,
    seconds: float = SECONDS,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    answers: Callable[[], int] = lambda: 0,
) -> int:
    """Runs a child in `folder` to its end; returns its exit status. Raises GivenUp.

    It may take so many seconds for each of its `answers`, which are counted while it works.
    """
    import subprocess  # the child itself starts none

    until, had = time.monotonic() + seconds, 0
    with subprocess.Popen(  # noqa: S603 - our own child
        [*command(job), *arguments],
        cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as child:  # fmt: skip
        # The child lives while this end of its input is open, even where this program is killed; and
        # its output, on which it says nothing, closes when it ends.
        held, child.stdin = child.stdin, None
        with held:  # type: ignore[union-attr]
            while True:
                try:
                    child.communicate(timeout=max(min(_LOOK_SECONDS, until - time.monotonic()), 0))
                    return child.returncode  # noqa: TRY300 - nothing is left to do
                except subprocess.TimeoutExpired:
                    if cancelled():
                        child.kill()
                        raise GivenUp(cancelled=True) from None
                    if (now := answers()) > had:
                        until, had = time.monotonic() + seconds, now
                    if time.monotonic() >= until:
                        child.kill()
                        raise GivenUp(cancelled=False) from None


def work(arguments: Sequence[str]) -> int:
    """What a child does: the job named first, with the other arguments; returns its exit status."""
    if arguments[0] == PACKAGES:
        from zhengzhou_desk.exchange import package_process

        return package_process.main(list(arguments[1:]))
    from zhengzhou_desk.exchange import sheet_process

    return sheet_process.main(list(arguments[1:]))


def command(job: str) -> list[str]:
    """The command line that starts this program as a child that does `job`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD, job]
    home = str(Path(__file__).resolve().parents[2])
    return [os.path.abspath(sys.executable), "-I", "-B", "-c", _START, home, job]  # noqa: PTH100 - a link stays one: it leads to the environment
