"""Which C library the files of a folder need: `python installer/linux/c_library.py FOLDER NEWEST`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

VERSION = re.compile(rb"\0GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\0)")


def needed(file: Path) -> tuple[int, int] | None:
    """The newest version of the C library that a program or library names; None for files that are neither."""
    with file.open("rb") as opened:
        if opened.read(4) != b"\x7fELF":
            return None
        content = opened.read()
    return max(((int(major), int(minor)) for major, minor in VERSION.findall(content)), default=(0, 0))


def too_new(folder: Path, newest: tuple[int, int]) -> list[str]:
    """The files that need a newer C library than this, each with the version it needs."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    versions = [(path, version) for path in files if (version := needed(path)) is not None]
    return [f"{path} needs GLIBC_{major}.{minor}" for path, (major, minor) in versions if (major, minor) > newest]


if __name__ == "__main__":
    major, minor = sys.argv[2].split(".")
    refused = too_new(Path(sys.argv[1]), (int(major), int(minor)))
    sys.exit("\n".join(refused) if refused else 0)
