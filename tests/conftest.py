"""What all tests share: no screen needed, the same random sequences everywhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # a window that is shown nowhere does not know the fonts of Windows
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parent.parent / "resources" / "fonts"))
# A test may load openpyxl before the program does, which has it write by itself (exchange/__init__.py).
os.environ.setdefault("OPENPYXL_LXML", "False")
settings.register_profile(
    "here",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("here")


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main() -> Generator[None, object, object]:
    """Ends the process as soon as all is said, as the workers of a parallel run do.

    While the interpreter goes down, Qt may still call widgets whose Python half is gone, and crash: that is no failure
    of a test. What measures coverage writes its figures at that very time, so it is left to end by itself.
    """
    status = yield
    if "PySide6.QtWidgets" in sys.modules and "coverage" not in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 0)
    return status
