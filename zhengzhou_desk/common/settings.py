"""Settings of the program on this computer (never of a book): recent books, language, looks."""

from __future__ import annotations

import getpass
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from zhengzhou_desk.common.atomic_file import atomic

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
RECENT = "recent"
MOST_RECENT = 8


def user() -> str:
    """The login name of the person at the computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Settings:
    """Named values in one small file.

    A file that cannot be read or written is ignored: the program runs with defaults.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        with suppress(OSError, ValueError, RecursionError):
            found = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self._values = found

    @classmethod
    def of_user(cls) -> Settings:
        """The settings of the person logged in."""
        import platformdirs

        return cls(Path(platformdirs.user_config_dir("zhengzhou-desk", appauthor=False)) / "settings.json")

    @property
    def folder(self) -> Path:
        """Where what this program keeps on this computer stands."""
        return self._path.parent

    def get(self, name: str, default: T) -> T:
        """The value kept under a name; the default where there is none, or one of another sort than the default.

        The file may have been written by another version, or by hand.
        """
        found = self._values.get(name)
        return found if type(found) is type(default) and _is_sound(found) else default

    def texts(self, name: str, otherwise: Iterable[str] = ()) -> list[str]:
        """The texts kept as a list under a name; `otherwise` where none was ever kept."""
        return [text for text in self.get(name, list[Any](otherwise)) if isinstance(text, str) and _is_sound(text)]

    def has_any(self, prefix: str) -> bool:
        """Whether anything is kept under a name that begins so."""
        return any(name.startswith(prefix) for name in self._values)

    def put(self, name: str, value: Any) -> None:
        """Keeps a value; a failure to write is ignored."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        with suppress(Exception):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_symlink():  # what it leads to is not ours to replace
                self._path.unlink()
            with atomic(self._path, private=True) as part:
                # Half a character that the file held before is written as it was, escaped.
                part.write_bytes(
                    json.dumps(self._values, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
                )

    # -- recent books ---------------------------------------------------------------------

    def recent(self) -> list[Path]:
        """The books opened last that are still there, the newest first."""
        return [path for path in map(Path, self.texts(RECENT)) if _is_file(path)]

    def opened(self, book: Path) -> None:
        """Remembers a book as the one opened last."""
        others = [text for text in self.texts(RECENT) if text != str(book.resolve())]
        self.put(RECENT, [str(book.resolve()), *others][:MOST_RECENT])


def _is_sound(value: object) -> bool:
    """Whether a text can be a file's name and be written again: JSON may hold half characters."""
    if not isinstance(value, str):
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for any disk
        return False
