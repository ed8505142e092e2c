"""A desk of two schools, the first of which reserves too little; a city's desk, and how it reads packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock, filing, new_desk, order, unit
from zhengzhou_desk.common import sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.package import Package, read_package
from zhengzhou_desk.services import data_set, submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two schools; the first reserved 50,000 元 last year, and files 60,000 of 800,000 this year."""
    with new_desk(
        tmp_path,
        unit(), filing(year=2023, total=500_000, reserve=50_000), filing(reserve=60_000),
        unit("101004", "第二小学"), filing("101004", year=2023, total=100_000, reserve=10_000), filing("101004"),
        order("A1", "101003", 1_000),
    ) as desk:  # fmt: skip
        yield desk


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Desk]:
    """The city's desk, without submissions."""
    with Desk.new(
        tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李"
    ) as desk:
        yield desk


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are cheap to try, for tests that try many."""
    monkeypatch.setattr(sealing, "LOG_N", 14)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages are read by this process, for tests that read thousands one by one."""

    def read(
        files: Sequence[Path], unlocked: Mapping[Path, bytes | Refused], _progress: object
    ) -> list[Package | Refused]:
        return [_read(path, unlocked.get(path)) for path in files]

    def look_into(
        files: Sequence[Path],
        look: Callable[[Path, Package], Any],
        unlocked: Mapping[Path, bytes | Refused],
        _progress: object,
    ) -> list[Any]:
        return [_looked_into(path, unlocked.get(path), look) for path in files]

    monkeypatch.setattr(data_set, "read_packages", read)
    monkeypatch.setattr(submissions, "look_into_packages", look_into)


def _looked_into(path: Path, unlocked: bytes | Refused | None, look: Callable[[Path, Package], Any]) -> Any:
    read = _read(path, unlocked)
    try:
        return read if isinstance(read, Refused) else look(path, read)
    except Refused as refused:
        return refused


def _read(path: Path, unlocked: bytes | Refused | None) -> Package | Refused:
    try:
        if isinstance(unlocked, Refused):
            raise unlocked
        return read_package(path, unlocked)
    except Refused as refused:
        return refused
