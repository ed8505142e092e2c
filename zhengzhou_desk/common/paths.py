"""Where the program's own files stand, in a checkout, an installed package and a frozen bundle."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _home() -> Path:
    """The folder that holds resources/ and i18n/."""
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
    for home in (package.parent, package / "data", frozen, frozen / "lib"):
        if (home / "resources" / "policy").is_dir():
            return home
    return package.parent


HOME = _home()
RESOURCES = HOME / "resources"
TRANSLATIONS = HOME / "i18n"
FONTS = RESOURCES / "fonts"
ICC = RESOURCES / "icc"
POLICY = RESOURCES / "policy"
TEMPLATES = RESOURCES / "templates"
HEADINGS = RESOURCES / "headings.toml"
ICONS = RESOURCES / "icons"
HELP = RESOURCES / "help"
ANALYTICS = RESOURCES / "analytics"
SAMPLE = RESOURCES / "sample" / "county.xlsx"


def log_path() -> Path:
    """Where errors of this program are noted on this computer; a crash below Python in native.log beside it."""
    import platformdirs

    return Path(platformdirs.user_log_dir("zhengzhou-desk", appauthor=False)) / "crash.log"


def resolved(path: Path) -> Path:
    """The file behind a link. One that leads back to itself stays as it is: `Path.resolve` fails before Python 3.13."""
    return Path(os.path.realpath(path))


def readable(name: str) -> str:
    """A file's name as it can be shown and kept, where the locale could not make it out: UTF-8, else GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        for encoding in ("utf-8", "gb18030"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return raw.decode(errors="replace")
    return name
