"""Reading packages in a process of its own, with limits on time and memory: many in one, each with its own time."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.exchange import child
from zhengzhou_desk.exchange.package import Package, Signature
from zhengzhou_desk.exchange.package_process import ANSWER
from zhengzhou_desk.records.submission import as_units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")


def read_packages(
    files: Sequence[Path],
    unlocked: Mapping[Path, bytes | Refused] = MappingProxyType({}),
    progress: Callable[[int, int], None] | None = None,
    *,
    seconds: float = child.SECONDS,
) -> list[Package | Refused]:
    """The package in each file, or why it cannot be taken; `unlocked` has what came out of sealed ones."""
    return look_into_packages(files, lambda _, package: package, unlocked, progress, seconds=seconds)


def look_into_packages(
    files: Sequence[Path],
    look: Callable[[Path, Package], T],
    unlocked: Mapping[Path, bytes | Refused] = MappingProxyType({}),
    progress: Callable[[int, int], None] | None = None,
    *,
    seconds: float = child.SECONDS,
) -> list[T | Refused]:
    """What `look` makes of the package in each file, or why it cannot be taken; it may refuse one as well.

    They are read by another process: a file that ends it, or takes too long, is refused and the others are read by
    the next one. That process sees copies, so that neither a name nor whoever writes meanwhile gets in the way. Each
    is looked into while it reads the next.
    """
    with tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        found: list[T | Refused | None] = [
            _copied(path, _copy(folder, at), unlocked.get(path)) for at, path in enumerate(files)
        ]
        answered = _Answers(folder, sum(each is not None for each in found), len(files), progress)

        def collect() -> int:
            """Takes what has been answered by now: that needs as long as the child does for the next ones."""
            for place, path in enumerate(files):
                answer = _copy(folder, place).with_suffix(ANSWER)
                if found[place] is None and answer.exists():
                    found[place] = _looked_into(path, answer, look)
            return answered.count()

        while any(each is None for each in found):
            at = next(at for at, each in enumerate(found) if each is None)
            in_time = True
            try:
                child.run(
                    child.PACKAGES, [name, _copy(folder, at).name, str(seconds * len(files) + 1)], name, seconds,
                    answers=collect,
                )  # fmt: skip
            except child.GivenUp:
                in_time = False
            collect()
            unread = next((place for place in range(at, len(files)) if found[place] is None), None)
            if unread is not None:
                found[unread] = _stopped(files[unread], seconds, in_time=in_time)
        answered.count()
        return [each for each in found if each is not None]


def _stopped(path: Path, seconds: float, *, in_time: bool) -> Refused:
    """The refusal of the file at which the child was killed, or ended by itself."""
    if in_time:
        return Refused("{path} 读不出来：读取程序中途停止。文件可能已损坏，请对方重新生成", path=path)
    return Refused("{path} 读了 {seconds} 秒还没有读完，已停止", path=path, seconds=int(seconds))


class _Words(NamedTuple):
    """A part of a sentence that came with its words in each language."""

    words: dict[str, str]

    def text(self, lang: str = CHINESE) -> str:
        """The words in a language."""
        return self.words[lang]


class _Answers:
    """Counts what is answered, the files that were refused unread among it, and says how many when there are more."""

    def __init__(self, folder: Path, refused: int, of: int, progress: Callable[[int, int], None] | None) -> None:
        self._folder, self._refused, self._of, self._progress, self._had = folder, refused, of, progress, 0

    def count(self) -> int:
        """How many answers there are now."""
        now = self._refused + sum(1 for _ in self._folder.glob(f"*{ANSWER}"))
        if now > self._had and self._progress is not None:
            self._progress(now, self._of)
        self._had = now
        return now


def _copy(folder: Path, at: int) -> Path:
    return folder / f"{at:06}"


def _copied(path: Path, copy: Path, unlocked: bytes | Refused | None) -> Refused | None:
    """Copies a file for the child, or what came out of it; why it could not be."""
    if isinstance(unlocked, Refused):
        return unlocked
    try:
        if unlocked is None:
            child.give(path, copy)
        else:
            child.give_content(unlocked, copy)
    except Refused as refused:
        return refused
    return None


def _looked_into(path: Path, answer: Path, look: Callable[[Path, Package], T]) -> T | Refused:
    with gc_paused():
        read = _taken(path, answer)
        if isinstance(read, Refused):
            return read
        try:
            return look(path, read)
        except Refused as refused:
            return refused


def _taken(path: Path, answer: Path) -> Package | Refused:
    """What the child has said of a file, which is not believed either."""
    try:
        said = json.loads(answer.read_text(encoding="utf-8", errors="surrogatepass"))
        if "refused" in said:
            fields = {
                name: _Words(value) if isinstance(value, dict) else value for name, value in said["fields"].items()
            }
            return Refused(said["refused"], **{**fields, "path": path})
        beside = said["beside"]
        signature = None if beside["signature"] is None else Signature(*beside["signature"])
        return Package(said["manifest"], as_units(said["units"]), beside["digest"], signature)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Refused("{path} 读不出来：读取程序中途停止。文件可能已损坏，请对方重新生成", path=path)
