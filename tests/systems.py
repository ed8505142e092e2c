"""What the system can do on which the tests run, for those that need it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="kills and rights as POSIX has them")


def _is_wine() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.windll.ntdll, "wine_get_version")


IS_WINE = _is_wine()


def _makes_links() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to(Path(folder))
        except OSError:
            return False
        return link.is_symlink()


# Windows allows them to administrators and developers, wine to nobody.
MAKES_LINKS = _makes_links()
links = pytest.mark.skipif(not MAKES_LINKS, reason="links cannot be made here")
