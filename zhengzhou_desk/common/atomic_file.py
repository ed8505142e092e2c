"""Files written whole or not at all: built as a draft, put on the disk, then given their name in one step."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import DISK_FULL, NO_RIGHT, Refused, system_words
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.common.protected_files import refuse_protected

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from typing import TextIO

# The endings of what is written.
XLSX, PDF, WORD = ".xlsx", ".pdf", ".docx"
_PREFIX, _SUFFIX = ".zzd-", ".part"
_OPEN_ELSEWHERE = (32, 33)  # Windows: sharing and lock violations
# A virus scanner of Windows looks into every new file for an instant, and meanwhile no name of it can be changed.
_SCANNED_SECONDS = 1.0 if os.name == "nt" else 0.0
_INSTANT = 0.05
_ABANDONED_SECONDS = 24 * 3600
# For the owner alone: what holds names, telephone numbers or the bureau's whole book.
PRIVATE = 0o600
_USUAL = 0o666  # less what the person's umask takes away
_COPIED_BYTES = 1 << 20
# 255 units of UTF-16, the most that any disk of Windows takes, which itself only says that there is no such file.
_LONGEST_NAME = 2 * 255
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


class NameTaken(Refused):
    """A file has the name already."""


# -- outputs: workbooks, papers, packages, settings --------------------------------------------------


@contextlib.contextmanager
def atomic(path: Path | str, *endings: str, private: bool = False) -> Iterator[Path]:
    """A new file to write beside `path`, put in its place when the block ends well.

    The new file is on the disk before it takes the name, so a kill, a crash or a full disk leaves
    the old file as it was. Raises Refused when the folder or the disk does not let it be written,
    when a book or a package stands there, and when the name has none of the `endings` of what is written.

    A `private` file (workbooks with contacts, packages, settings) is for its owner alone, whatever stood
    there before. Papers and summaries carry no personal data and are made to be handed on: they get the usual rights.
    """
    refuse_ending(path, *endings)
    target = Path(os.path.realpath(path))
    draft = _draft_name(target.parent)
    try:
        with _plain_errors(target, draft):
            _refuse_unwritable(target)
            _begin(draft, target, private=private)
            yield draft
            now = draft.stat().st_mtime
            sync(draft)
            refuse_protected(target)  # one may have been put there meanwhile
            _rename_over(draft, target)
            _sweep(target.parent, now)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def refuse_target(path: Path | str, *endings: str) -> None:
    """Refuses at once what `atomic` would refuse in the end: before long work, or before the first of several files."""
    refuse_ending(path, *endings)
    target = Path(os.path.realpath(path))
    with _plain_errors(target, target):
        _refuse_unwritable(target)


def refuse_ending(path: Path | str, *endings: str) -> None:
    """Refuses a name that does not end like what is written there."""
    if endings and not Path(path).name.lower().endswith(endings):
        raise Refused("{path} 的扩展名不对，这里写出的文件应以 {endings} 结尾", path=path, endings=endings)


def made_folder(folder: Path) -> None:
    """Makes sure that there is a folder to write into; refuses a name that a file has, and a place that takes none."""
    target = Path(os.path.realpath(folder))
    try:
        refuse_protected(target)
        if target.exists() and not target.is_dir():
            raise Refused("{folder} 是文件，不是文件夹。请另选文件夹", folder=folder)
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("建立不了文件夹 {folder}：{reason}", folder=folder, reason=system_words(error)) from None


def _refuse_unwritable(target: Path) -> None:
    """Refuses a target that must not or cannot be replaced."""
    if len(target.name.encode("utf-16-le", "surrogatepass")) > _LONGEST_NAME:
        raise _too_long(target)
    refuse_protected(target)
    if target.is_dir():
        raise Refused("{path} 是文件夹，写不成文件。请另取文件名", path=target)
    if target.exists():
        if not target.is_file():
            raise Refused("{path} 不是普通文件，不能写入。请另取文件名", path=target)
        if not os.access(target, os.W_OK):
            raise Refused("{path} 是只读的，不能覆盖。请另取文件名", path=target)
    elif not target.parent.is_dir():
        raise Refused("没有文件夹 {folder}。请先建立，或换个位置保存", folder=target.parent)


def _begin(draft: Path, target: Path, *, private: bool) -> None:
    """An empty new file in the target's folder, with the rights the target has or would have."""
    _create(draft, PRIVATE if private else _USUAL)
    if not private:
        with contextlib.suppress(OSError):
            draft.chmod(target.stat().st_mode & 0o777)


def open_log(path: Path) -> TextIO:
    """A log of the program's own to add to: for its owner alone, never through a link to something else."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINKS, PRIVATE)
    file = os.fdopen(handle, "a", encoding="utf-8")
    with contextlib.suppress(OSError):
        path.chmod(PRIVATE)  # an older version made it readable
    return file


# -- the steps: a draft, its name, the disk ----------------------------------------------------------


@contextlib.contextmanager
def draft_in(folder: Path, side_files: Sequence[str] = ()) -> Generator[Path, None, None]:
    """An empty private file under a name of its own, in which something is built before it counts.

    It is gone when the block ends, put in place or not, with the `side_files` (endings) that its writer
    keeps beside it; what killed programs have left is swept after a day.
    """
    draft = _draft_name(folder)
    try:
        _create(draft, PRIVATE)
        now = draft.stat().st_mtime
        yield draft
    finally:
        with contextlib.suppress(OSError):
            for ending in ("", *side_files):
                draft.with_name(draft.name + ending).unlink(missing_ok=True)
    _sweep(folder, now)


def _draft_name(folder: Path) -> Path:
    """A name in `folder` for a file that is not finished.

    It is random, so what a killed program left is never in the way.

    It is short whatever the finished file is called: a name of 84 Chinese characters leaves no room for more.
    """
    return folder / f"{_PREFIX}{secrets.token_hex(6)}{_SUFFIX}"


def _create(draft: Path, rights: int) -> None:
    """An empty new file, never one that is there and never through a link; a private one whatever the umask."""
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, rights))
    if rights == PRIVATE:
        draft.chmod(rights)


def put_in_place(draft: Path, path: Path) -> None:
    """Gives a finished file the name `path`; raises NameTaken where a file has it."""
    sync(draft)
    try:
        os.link(draft, path)  # unlike rename, this fails where something is there
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a stick or a share without hard links
        if os.path.lexists(path):
            raise _taken(path) from None
        _as_soon_as_let(lambda: draft.rename(path))
    else:
        _as_soon_as_let(draft.unlink)
    sync_folder(path.parent)


def replace(draft: Path, path: Path) -> None:
    """Gives a finished file the name `path` in one step, whatever has it now."""
    sync(draft)
    _rename_over(draft, path)


def _rename_over(draft: Path, path: Path) -> None:
    _as_soon_as_let(lambda: draft.replace(path))
    sync_folder(path.parent)


def _as_soon_as_let(step: Callable[[], object]) -> None:
    """Does a step with a file's name, again where another program has the file for an instant."""
    until = time.monotonic() + _SCANNED_SECONDS
    while True:
        try:
            step()
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(_INSTANT)
        else:
            return


def keep_also_as(path: Path, other: Path) -> None:
    """Makes sure that the file `path` stays on the disk as `other` too: by a link, by a copy where there are none.

    Raises NameTaken where a file is called `other`.
    """
    try:
        os.link(path, other)
    except FileExistsError:
        raise _taken(other) from None
    except OSError:
        with draft_in(other.parent) as draft:
            copy_into(draft, path)
            put_in_place(draft, other)
    sync_folder(other.parent)


def copy_into(draft: Path, source: Path) -> None:
    """Copies the bytes of `source` into `draft`, which is there, and makes sure that they are on the disk."""
    with source.open("rb") as given, draft.open("wb") as made:
        shutil.copyfileobj(given, made, _COPIED_BYTES)
    sync(draft)


def sync(path: Path) -> None:
    """Waits until the file is on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can do that."""
    if os.name == "nt":  # pragma: no cover - Windows has no such call
        return
    with contextlib.suppress(OSError):  # some network folders refuse it; the file is there
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path, now: float) -> None:
    """Removes drafts, and what SQLite put beside them, that a killed program left behind more than a day ago."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*{_SUFFIX}*"):
            if now - left.stat().st_mtime > _ABANDONED_SECONDS:
                left.unlink()


def _taken(path: Path) -> NameTaken:
    return NameTaken(sentence("{path} 已经存在，不会被覆盖。请换一个名字"), path=path)


# -- what goes wrong -----------------------------------------------------------------------------------


@contextlib.contextmanager
def _plain_errors(target: Path, draft: Path) -> Iterator[None]:
    """Says the system's refusals about these files in plain words; others are not ours to judge."""
    try:
        yield
    except OSError as error:
        if error.filename is not None and not _is_ours(Path(os.fsdecode(error.filename)), target, draft):
            raise
        raise _refusal(error, target) from error
    except UnicodeEncodeError:
        # As a name that this system's locale cannot write: the text itself is never written through a codec that can
        # fail.
        raise Refused(
            "文件名 {path} 里有这里的语言环境写不了的字。请另取文件名，或把语言环境设为 UTF-8", path=target
        ) from None


def _is_ours(path: Path, target: Path, draft: Path) -> bool:
    """Whether an error is about what is being written; sheets pass through the folder of temporary files."""
    import tempfile

    return path in (target, draft, target.parent) or (
        tempfile.tempdir is not None and path.parent == Path(tempfile.tempdir)
    )


def _refusal(error: OSError, target: Path) -> Refused:
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE or (
        os.name == "nt" and target.is_file() and _is_denied(error)
    ):
        return Refused("{path} 正被另一个程序（如 WPS、Excel）打开。请关闭后再试，或另取文件名", path=target)
    if error.errno in DISK_FULL:
        return Refused("磁盘已满，没有写入 {path}。原有文件未动；请腾出空间或换个位置", path=target)
    if _is_denied(error):
        return Refused("没有权限写入 {path}。请换个位置保存", path=target)
    if error.errno == errno.ENAMETOOLONG:
        return _too_long(target)
    return Refused("没有写成 {path}：{reason}", path=target, reason=system_words(error))


def _too_long(target: Path) -> Refused:
    return Refused("文件名太长：{path}。请取短一些的名字", path=target)


def _is_denied(error: OSError) -> bool:
    return error.errno in NO_RIGHT
