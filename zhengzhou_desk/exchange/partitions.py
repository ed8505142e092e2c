"""Folders of a data set that take the places of earlier ones together: all of them, or none."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import sync, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# Inside the data set's folder, beside the tables, and hidden from engines that look at all of it.
DRAFT = "_zzd-writing"
_NEW, _OLD, _PLAN = "new", "old", "plan.json"


@contextmanager
def draft(folder: Path) -> Iterator[Path]:
    """A new folder inside `folder` to write the parts into; whatever is left of it is removed.

    What a run before was broken off in is taken back first.
    """
    take_back(folder)
    made = folder / DRAFT / _NEW
    made.mkdir(parents=True)
    try:
        yield made
    finally:
        take_back(folder)


def put_in_place(folder: Path, places: Sequence[str]) -> None:
    """Moves the parts from the draft to their `places`, each instead of what stands there.

    A place of which the draft has nothing is left empty. Where a step fails, all are taken back at once; after a kill
    by the next run.
    """
    new, old, plan = (folder / DRAFT / name for name in (_NEW, _OLD, _PLAN))
    for path in sorted(new.rglob("*")):
        sync_folder(path) if path.is_dir() else sync(path)
    # Which places were empty is written down first: what stands there later is then known to be new.
    part = plan.with_suffix(".part")
    part.write_text(json.dumps({place: (folder / place).exists() for place in places}), encoding="utf-8")
    sync(part)
    part.replace(plan)
    sync_folder(plan.parent)
    for place in places:
        if (folder / place).exists():
            _move(folder / place, old / place)
        if (new / place).exists():
            _move(new / place, folder / place)
    sync_folder(folder)
    plan.unlink()  # from here on the new parts are the data set


def take_back(folder: Path) -> None:
    """Takes back what was not finished, and removes the draft."""
    old, plan = folder / DRAFT / _OLD, folder / DRAFT / _PLAN
    if plan.exists():
        for place, was_there in json.loads(plan.read_text(encoding="utf-8")).items():
            is_moved = (old / place).exists()
            if is_moved or not was_there:
                _remove(folder / place)
            if is_moved:
                _move(old / place, folder / place)
        plan.unlink()
    _remove(folder / DRAFT)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    sync_folder(target.parent)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
