"""The scripts that make the packages, as their tests import them: they are run by name and stand in no package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

INSTALLER = Path(__file__).parent.parent.parent / "installer"


def script(name: str) -> Any:
    """One script as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, INSTALLER / name)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
