"""Settings of the program on this computer (never of a book): recent books, language, looks."""

from __future__ import annotations

import getpass
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from zhengzhou_desk.files import atomic

RECENT = "recent"
MOST_RECENT = 8


def user() -> str:
    """Who is at the keyboard, as the computer knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class Settings:
    """Named values in one small file; a file that cannot be read or written costs nothing but the memory of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            found = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self._values = found

    @classmethod
    def of_user(cls) -> Settings:
        """The settings of the person logged in."""
        import platformdirs  # noqa: PLC0415 - the command line seldom needs it

        return cls(Path(platformdirs.user_config_dir("zhengzhou-desk", appauthor=False)) / "settings.json")

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - JSON values
        return self._values.get(name, default)

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - JSON values
        """Keeps a value; a disk that refuses is not worth a question."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        with suppress(Exception):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_symlink():  # what it leads to is not ours to replace
                self._path.unlink()
            with atomic(self._path, private=True) as part:
                part.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")

    # -- recent books ---------------------------------------------------------------------

    def recent(self) -> list[Path]:
        """The books opened last that are still there, the newest first."""
        return [path for path in map(Path, self.get(RECENT, [])) if path.is_file()]

    def opened(self, book: Path) -> None:
        """Remembers a book as the one opened last."""
        others = [text for text in self.get(RECENT, []) if text != str(book.resolve())]
        self.put(RECENT, [str(book.resolve()), *others][:MOST_RECENT])
