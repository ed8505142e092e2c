"""The list of what is shipped agrees with the lock, and each has a licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.installer.helpers import INSTALLER, script
from zhengzhou_desk.common.shipped import QT

if TYPE_CHECKING:
    from pathlib import Path


def locked() -> dict[str, str]:
    said = (INSTALLER.parent / "requirements.lock").read_text(encoding="utf-8")
    return {
        name.lower(): version for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", said, re.MULTILINE)
    }


def test_whatever_is_shipped_is_locked_and_listed_with_its_licence(tmp_path: Path) -> None:
    licences = script("licences.py")
    licences.main(tmp_path)
    said = (tmp_path / "LICENCES.txt").read_text(encoding="utf-8")
    shipped = licences.shipped()
    assert {"pyside6-essentials", "shiboken6", "pillow", "cffi", "reportlab"} <= set(shipped)
    assert set(shipped) <= set(locked())
    for name in shipped:
        listed = re.search(rf"^{name} \S+: (.+)$", said, re.MULTILINE)
        assert listed is not None and listed[1] != "see its text", name
        assert list(tmp_path.glob(f"{name}-*")) or name in (*QT, "chinesecalendar"), name
    assert (tmp_path / "LGPL-3.txt").is_file() and "download.qt.io" in said and "three years" not in said
    assert "pytest" not in said and "mypy" not in said
    for font in (INSTALLER.parent / "resources" / "fonts").glob("*.ttf"):
        assert font.name in said
