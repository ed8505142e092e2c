"""Lists what a package ships, each with its licence and the text of it: `python installer/licences.py FOLDER`."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from importlib import metadata
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))  # run by name, from an environment that need not hold the program

from zhengzhou_desk.common.shipped import licence, needed  # noqa: E402

OFFER = """\
Within Python and these libraries: OpenSSL (Apache-2.0), SQLite (public domain), libffi (MIT), bzip2, xz and zlib (their
own); with Qt: ICU (Unicode-3.0); with Pillow and pypdfium2 what their texts name. On Linux also libxcb (MIT).

Qt and PySide6 (with shiboken6) are used under the GNU Lesser General Public License, version 3 (LGPL-3.txt, with
GPL-3.txt, to which it refers). They stand in the package as separate libraries and may be replaced by others of
the same interface. Their code was not changed; parts that are not used were left out. Their sources, of exactly
the versions named above, are published by their makers: Qt at https://download.qt.io/archive/qt/, PySide6 and
shiboken6 at https://download.qt.io/official_releases/QtForPython/pyside6/. Whoever cannot reach them asks the one
who gave them this package.
"""


def shipped() -> list[str]:
    """The distributions that the program needs on this system, and those that they need, by name."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return needed(project["dependencies"])


def texts(name: str) -> dict[str, Path]:
    """The files of a distribution that hold its licence and those of what it brings, by a name for each."""
    found = {}
    for file in metadata.files(name) or []:
        place = file.parts[1:] if file.parts[0].endswith(".dist-info") else ()
        named = bool(place) and re.match(r"(?i)(licen[cs]e|copying|notice)", place[0])
        if named and (path := Path(str(file.locate()))).is_file():
            inner = place[1:] or place
            found["-".join((name, *inner))] = path
    return dict(sorted(found.items()))


def main(folder: Path) -> None:
    """Writes LICENCES.txt and the texts beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name in shipped():
        lines.append(f"{name} {metadata.version(name)}: {licence(name)}")
        for called, text in texts(name).items():
            shutil.copyfile(text, folder / called)
    lines += ["", "Fonts, each under the licence that stands beside it in resources/fonts/licenses:"]
    lines += sorted(f"  {path.name}" for path in (HOME / "resources" / "fonts").glob("*.ttf"))
    for text in (*(HOME / "installer" / "licences").glob("*.txt"), HOME / "LICENSE"):
        shutil.copyfile(text, folder / text.name)
    head = "Zhengzhou Desk is under the MIT licence (LICENSE). It is shipped with Python (PSF licence) and:\n\n"
    (folder / "LICENCES.txt").write_text(head + "\n".join(lines) + "\n\n" + OFFER, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
