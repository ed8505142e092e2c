"""What is shipped is listed from its sources too, and in a package from the list that it brings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from zhengzhou_desk.common import shipped

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_from_source_the_libraries_say_it_themselves() -> None:
    said = shipped.listing().splitlines()
    assert shipped.texts_folder() is None
    assert any(line.startswith("pyside6-essentials ") and line.endswith(": LGPL-3.0-only") for line in said)
    assert any(line.startswith("openpyxl ") and line.endswith(": MIT") for line in said)
    assert "HanaMinB.ttf" in said
    assert not any(line.startswith(("pytest", "mypy")) for line in said)
    versions = shipped.versions()
    assert versions["pyside6-essentials"] == versions["shiboken6"] and versions["openpyxl"][0].isdigit()
    assert not any(name.endswith("ttf") for name in versions)


def test_a_package_shows_the_list_that_it_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "LICENCES.txt").write_text("what is shipped\n", encoding="utf-8")
    monkeypatch.setattr(shipped, "HOME", tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert shipped.texts_folder() == tmp_path / "licences"
    assert shipped.listing() == "what is shipped\n"
