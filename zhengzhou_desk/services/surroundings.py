"""Surroundings: what of this computer a fault may depend on, for whoever helps: system, libraries, fonts, locale."""

from __future__ import annotations

import locale
import os
import platform
import sys
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common import shipped
from zhengzhou_desk.documents import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Language, input method, session and scale: none of these holds a name or a path.
_TOLD = (
    "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "GTK_IM_MODULE",
    "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI",
)  # fmt: skip


def told(cleaned: Callable[[str], str], environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """All of it, without the computer's name and without a window.

    A person may have called the file of a font whatever there is: its name goes through `cleaned`.
    """
    return {
        "system": platform.system(),
        "release": platform.release(),
        "platform": platform.platform(),
        "machine": platform.machine(),
        "distribution": _distribution(),
        "python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "locale": [part or "" for part in locale.getlocale()],
        "names of files": sys.getfilesystemencoding(),
        "environment": {name: environment[name] for name in _TOLD if name in environment},
        "libraries": shipped.versions(),
        "fonts of papers": {face: [cleaned(name) for name in files] for face, files in fonts.files().items()},
        "fonts missing": [cleaned(name) for name in fonts.files_missing()],
    }


def _distribution() -> str:
    """Debian, UOS or Kylin with its version; empty where a system does not say."""
    try:
        said = platform.freedesktop_os_release()
    except OSError:
        return ""
    return said.get("PRETTY_NAME", said.get("NAME", ""))
