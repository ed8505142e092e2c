"""A book of two units, into which tests import, and the reading of files in this very process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.books import two_schools
from zhengzhou_desk.exchange import child, package_process, sheet_process


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with two_schools(tmp_path) as made:
        yield made


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process as the child reads them, only not confined.

    For tests of what is read: a child is started without an environment, so that what it does cannot be measured.
    """

    def work(job: str, arguments: Sequence[str], *_: object, **__: object) -> int:
        return child.work([job, *arguments])

    monkeypatch.setattr(child, "run", work)
    for process in (sheet_process, package_process):
        monkeypatch.setattr(process, "confine", lambda folder, seconds: None)


@pytest.fixture(params=["in the child", "here"])
def read_there_and_here(request: pytest.FixtureRequest) -> None:
    """The same by the child, which has a limit of time, and in this process."""
    if request.param == "here":
        request.getfixturevalue("read_here")
