"""Packages as a district makes them, and as they come when somebody has changed them."""

from __future__ import annotations

import datetime
import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, Any

from tests.books import DAY, filing, new_desk, order, unit
from zhengzhou_desk.services import submissions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime.datetime(2024, 4, 1, 9, 30)
PASSWORD = "区县与市局约好的"


def reported(
    folder: Path,
    region: str = "410105",
    reserve: int = 80_000,
    *,
    bought: int = 0,
    now: datetime.datetime = NOW,
    closed: bool = False,
) -> Path:
    """The package of a district of two units, the second of them below 10 %."""
    path = folder / f"{region}-{now:%H%M}.zdp"
    gone = datetime.date(2024, 1, 31) if closed else None
    rows = (
        unit("101003", "第一小学"), unit("101004", "第二小学", contact="王老师", phone="0371-65000000"), unit("101005", "老校", closed=gone),
        filing("101003", 800_000, reserve), filing("101003", 800_000, 80_000, 2023), filing("101004", 600_000, 50_000), filing("101005", 1_000, 100), order("1", "101003", bought or 1, accepted=DAY, paid=DAY, evaluated=DAY),
    )  # fmt: skip
    with new_desk(folder, *rows, region=region, name=f"{region}-{now:%H%M}.zzd") as desk:
        submissions.write(desk, path, 2024, now=now)
    return path


def states(verdicts: tuple[submissions.PackageVerdict, ...]) -> list[str]:
    return [verdict.state for verdict in verdicts]


def changed(path: Path, part: str, change: Callable[[Any], None], *, seal: bool) -> Path:
    """The package with one part changed; with `seal` by someone who also makes the digests fit."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: json.loads(packed.read(name)) for name in packed.namelist()}
    change(parts[part])
    texts = {name: json.dumps(parts[name], ensure_ascii=False).encode() for name in ("units.json", "manifest.json")}
    if seal:
        parts["manifest.json"]["units_sha256"] = hashlib.sha256(texts["units.json"]).hexdigest()
        texts["manifest.json"] = json.dumps(parts["manifest.json"], ensure_ascii=False).encode()
        parts["digest.json"] = {name: {"sha256": hashlib.sha256(text).hexdigest()} for name, text in texts.items()}
    other = path.with_name("改过.zdp")
    with zipfile.ZipFile(other, "w") as packed:
        for name, text in {**texts, "digest.json": json.dumps(parts["digest.json"]).encode()}.items():
            packed.writestr(name, text)
    return other


def digested(path: Path, part: str, change: Callable[[Any], None]) -> Path:
    """A package changed by someone who also makes the digests fit, whatever the change."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: json.loads(packed.read(name)) for name in packed.namelist()}
    if part == "units.json":
        change(parts[part])
    texts = {"units.json": json.dumps(parts["units.json"]).encode()}
    parts["manifest.json"]["units_sha256"] = hashlib.sha256(texts["units.json"]).hexdigest()
    if part == "manifest.json":
        change(parts[part])
    texts["manifest.json"] = json.dumps(parts["manifest.json"]).encode()
    texts["digest.json"] = json.dumps(
        {name: {"sha256": hashlib.sha256(text).hexdigest()} for name, text in texts.items()}
    ).encode()
    other = path.with_name("封好.zdp")
    with zipfile.ZipFile(other, "w") as packed:
        for name, text in texts.items():
            packed.writestr(name, text)
    return other


def made(
    folder: Path, name: str = "a", *, private: bytes | None = None, password: str | None = None, hours: int = 0
) -> Path:
    """A package of 金水区, signed or sealed or neither."""
    now = NOW + datetime.timedelta(hours=hours)
    with new_desk(folder, unit("101003"), filing("101003"), name=f"{name}.zzd") as desk:
        submissions.write(desk, folder / f"{name}.zdp", 2024, now=now, private=private, password=password)
    return folder / f"{name}.zdp"


def commented(path: Path, comment: bytes) -> Path:
    """The same archive with another comment."""
    with zipfile.ZipFile(path, "a") as packed:
        packed.comment = comment
    return path
