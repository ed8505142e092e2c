"""What the program is shipped with and under which licence: read in a checkout, or from the list in a package."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.paths import FONTS, HOME

if TYPE_CHECKING:
    from collections.abc import Iterable

# Qt's wheels hold no text of their licence.
QT = ("pyside6-essentials", "shiboken6")
# For others without a text, what their metadata and sources say.
SAID = {"chinesecalendar": "MIT"}
_LIST = "LICENCES.txt"
# Where the Linux package puts the list; on Windows it stands within the program's own folder.
_LINUX = Path("/usr/share/doc/zhengzhou-desk/licences")


def normal(name: str) -> str:
    """A distribution's name as all spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(wanted: Iterable[str]) -> list[str]:
    """The distributions that are asked for and are on this system, and those that they need, by name."""
    asked, found = list(wanted), set()
    while asked:
        named = re.match(r"[A-Za-z0-9._-]+", line := asked.pop())
        if named is None or "extra ==" in line or normal(named[0]) in found:
            continue
        try:
            asked += metadata.requires(named[0]) or []
        except metadata.PackageNotFoundError:  # of another system
            continue
        found.add(normal(named[0]))
    # sqlite-utils asks for pip, which no package holds.
    return sorted(found - {"pip"})


def licence(name: str) -> str:
    """What a distribution says of its licence."""
    if name in QT:
        return "LGPL-3.0-only"
    about = metadata.metadata(name)
    stated: list[str] = [*about.get_all("License-Expression", []), *about.get_all("License", []), SAID.get(name, "")]
    for said in stated:
        if said and "\n" not in said and said != "UNKNOWN":
            return said
    classed = [said.rpartition(" :: ")[2] for said in about.get_all("Classifier", []) if said.startswith("License")]
    return ", ".join(classed) or "see its text"


def texts_folder() -> Path | None:
    """Where a package keeps the texts of the licences; None where the program runs from its sources."""
    places = (HOME / "licences", _LINUX) if getattr(sys, "frozen", False) else ()
    return next((place for place in places if (place / _LIST).is_file()), None)


def versions() -> dict[str, str]:
    """What is shipped by name, with its version."""
    lines = (re.match(r"([a-z0-9-]+) (\d\S*): ", line) for line in listing().splitlines())
    return {found[1]: found[2] for found in lines if found is not None}


def listing() -> str:
    """What is shipped, one a line with its licence."""
    folder = texts_folder()
    if folder is not None:
        return (folder / _LIST).read_text(encoding="utf-8")
    try:
        names = needed(metadata.requires("zhengzhou-desk") or [])
    except metadata.PackageNotFoundError:
        names = []
    lines = [f"{name} {metadata.version(name)}: {licence(name)}" for name in names]
    return "\n".join([*lines, *sorted(path.name for path in FONTS.glob("*.ttf"))])
