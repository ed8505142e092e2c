"""Lists what a package ships, each with its licence and the text of it: `python installer/licences.py FOLDER`."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from importlib import metadata
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
# Qt's wheels hold no text of their licence.
QT = ("pyside6-essentials", "shiboken6")
# For others without a text, what their metadata and sources say.
SAID = {"chinesecalendar": "MIT"}
OFFER = """\
Within Python and these libraries: OpenSSL (Apache-2.0), SQLite (public domain), libffi (MIT), bzip2, xz and zlib (their
own); with Qt: ICU (Unicode-3.0); with Pillow and pypdfium2 what their texts name. On Linux also libxcb (MIT).

Qt and PySide6 (with shiboken6) are used under the GNU Lesser General Public License, version 3 (LGPL-3.txt, with
GPL-3.txt, to which it refers). They stand in the package as separate libraries and may be replaced by others of
the same interface. Their code was not changed; parts that are not used were left out. Their sources are those of
the versions named above, as the Qt Project publishes them; whoever received this package may also ask its
developers for a copy on a medium, for the cost of sending it, for three years from when it was received.
"""


def normal(name: str) -> str:
    """A distribution's name as all spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped() -> list[str]:
    """The distributions that the program needs on this system, and those that they need, by name."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked, found = list(project["dependencies"]), set()
    while asked:
        wanted = asked.pop()
        named = re.match(r"[A-Za-z0-9._-]+", wanted)
        if named is None or "extra ==" in wanted or normal(named[0]) in found:
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
    for said in (about.get("License-Expression"), about.get("License"), SAID.get(name)):
        if said and "\n" not in said and said != "UNKNOWN":
            return said
    classed = [said.rpartition(" :: ")[2] for said in about.get_all("Classifier", []) if said.startswith("License")]
    return ", ".join(classed) or "see its text"


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
