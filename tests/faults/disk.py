"""A disk that loses its power: what may be left of the calls that were made, by the promises that POSIX makes.

Only what was synced is sure. Of the rest each write may be there, missing or torn at a sector, and each change of a name
in a folder may be there or not, whatever came later: no file system is worse, and most are better.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from tests.faults.shim import Call

SECTOR = 512


@dataclass
class _File:
    """A file: what is surely on the disk, and what was done to it since."""

    sure: bytearray
    pending: list[Call] = field(default_factory=list)

    def left(self, chance: random.Random) -> bytes:
        """What may be there after the power has gone."""
        content = bytearray(self.sure)
        for call in self.pending:
            if chance.random() < 0.5:
                _apply(content, call)
            elif call.what == "write" and chance.random() < 0.5:
                _apply(content, call, {at for at in range(0, len(call.data), SECTOR) if chance.random() < 0.5})
        return bytes(content)

    def settle(self) -> None:
        """All of it is on the disk."""
        for call in self.pending:
            _apply(self.sure, call)
        self.pending.clear()


def _apply(content: bytearray, call: Call, sectors: set[int] | None = None) -> None:
    if call.what == "truncate":
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    if len(content) < call.offset:
        content.extend(bytes(call.offset - len(content)))
    for at in range(0, len(call.data), SECTOR):
        if sectors is None or at in sectors:
            piece = call.data[at : at + SECTOR]
            content[call.offset + at : call.offset + at + len(piece)] = piece


class Disk:
    """A folder as it stood at the beginning, and the calls made since."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._files: list[_File] = []
        # The file that has a number now: a number is given again when its file is gone.
        self._numbered: dict[int, int] = {}
        self._sure: dict[str, int] = {}
        self._folders: set[str] = set()
        self._folder_numbers = {folder.stat().st_ino: str(folder)}
        self._pending: list[Call] = []
        for path in folder.rglob("*"):
            if path.is_dir():
                self._folders.add(str(path))
                self._folder_numbers[path.stat().st_ino] = str(path)
            else:
                self._sure[str(path)] = self._new(path.stat().st_ino, path.read_bytes())

    def _new(self, number: int, content: bytes) -> int:
        self._files.append(_File(bytearray(content)))
        self._numbered[number] = len(self._files) - 1
        return self._numbered[number]

    def take(self, call: Call, *, honest: bool = True) -> None:
        """The next call. A disk that is not honest says that it has synced, and has not."""
        if call.what in ("write", "truncate"):
            self._files[self._numbered[call.file]].pending.append(call)
        elif call.what == "sync":
            if not honest:
                return
            if call.file in self._folder_numbers:
                self._settle_names(self._folder_numbers[call.file])
            else:
                self._files[self._numbered[call.file]].settle()
        elif call.what == "mkdir":
            self._folder_numbers[call.file] = call.first
            self._pending.append(call)
        else:
            file = self._new(call.file, b"") if call.what == "create" else self._numbered[call.file]
            self._pending.append(replace(call, file=file))

    def _settle_names(self, folder: str) -> None:
        mine: list[Call] = []
        others: list[Call] = []
        for call in self._pending:
            inside = folder in {str(Path(name).parent) for name in (call.first, call.second)}
            (mine if inside else others).append(call)
        self._pending = others
        _rename(self._sure, self._folders, mine)

    def put_into(self, target: Path, chance: random.Random) -> None:
        """Writes what may be left into the empty folder `target`."""
        names, folders = dict(self._sure), set(self._folders)
        _rename(names, folders, [call for call in self._pending if chance.random() < 0.5])
        for folder in folders:
            self._moved(folder, target).mkdir(parents=True, exist_ok=True)
        made: dict[int, Path] = {}
        for name, number in names.items():
            path = self._moved(name, target)
            path.parent.mkdir(parents=True, exist_ok=True)
            if number in made:
                path.hardlink_to(made[number])
            else:
                path.write_bytes(self._files[number].left(chance))
                made[number] = path

    def _moved(self, name: str, target: Path) -> Path:
        return target / Path(name).relative_to(self._root)


def _rename(names: dict[str, int], folders: set[str], calls: Iterable[Call]) -> None:
    """Carries out changes of names."""
    for call in calls:
        if call.what == "mkdir":
            folders.add(call.first)
        elif call.what == "create":
            names[call.first] = call.file
        elif call.what == "link":
            names[call.second] = call.file
        elif call.what == "rename":
            names.pop(call.first, None)
            names[call.second] = call.file
        elif call.what == "unlink":
            names.pop(call.first, None)
