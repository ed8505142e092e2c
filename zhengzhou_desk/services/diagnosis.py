"""Diagnostic information for whoever helps: one zip without personal data, names or rows."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhengzhou_desk import __version__
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.paths import log_path
from zhengzhou_desk.common.settings import user
from zhengzhou_desk.records import CLASSES
from zhengzhou_desk.services import surroundings
from zhengzhou_desk.services.personal import without_personal
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.schema import VERSION

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.services.desk import Desk

# Of a note on errors only the end is told: what happened last.
_MOST = 64 * 1024
# The settings that are told (gui/preferences.py has their names): none holds a name or a path.
_TOLD: dict[str, Any] = {
    "language": "", "look": "", "size": "", "density": "", "zoom": 100, "panel": True, "tree": True, "inspector": True,
}  # fmt: skip
_TAKEN_OUT = "＊＊＊"
_SHORTEST_CODE = 6
# A note may be about a book opened last week: whatever is Chinese goes, names above all, and every long code.
# File and line of the fault remain.
_CHINESE = re.compile(r"[^\x00-\x7f]+")
_CODE = re.compile(r"(?<![0-9A-Za-z])(?=[0-9A-Z]*\d)[0-9A-Z]{9,}(?![0-9A-Za-z])")
# The folder of a person on this computer.
_HOME = re.compile(r"((?:/home|[\\/]Users)[\\/]+)[^\\/'\"\n]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What is told of the open book: how many, never what. `words` is what must not be told."""

    path: Path
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    words: frozenset[str]
    tables: Tables


def notes() -> tuple[Path, ...]:
    """Where this program notes its errors on this computer."""
    log = log_path()
    return log, log.with_suffix(".old"), log.with_name("native.log")


def told(settings: Settings) -> dict[str, Any]:
    """The settings of this computer that are told."""
    return {name: settings.get(name, otherwise) for name, otherwise in _TOLD.items()}


def facts(desk: Desk) -> BookFacts:
    """What is told of a book, counted."""
    return BookFacts(
        desk.path,
        {cls.table.name: len(desk.tables.all(cls)) for cls in CLASSES},
        dict(sorted(Counter(finding.rule for finding in desk.engine.findings()).items())),
        _words(desk.tables) | {desk.bureau, desk.region_name},
        desk.tables,
    )


def _words(tables: Tables) -> frozenset[str]:
    """Whatever a row says in Chinese or as a long code: names of units and enterprises, documents, remarks."""
    return frozenset(
        value
        for cls in CLASSES
        for row in tables.all(cls)
        for column in cls.table.columns
        if isinstance(value := row.cell(column.name), str)
        and (len(value) >= _SHORTEST_CODE or (len(value) > 1 and not value.isascii()))
    )


def write(
    out: Path,
    window: Mapping[str, Any],
    settings: Mapping[str, Any],
    notes: Iterable[Path],
    book: BookFacts | None,
    now: Callable[[], datetime.datetime],
) -> None:
    """Writes the zip. `window` is what it is shown with, empty without one; a note that is not there is left out."""
    parts = {
        "program.json": _json(
            {
                "version": __version__,
                "book format": VERSION,
                **surroundings.told(lambda name: cleaned(name, book)),
                "window": window,
            }
        ),
        "settings.json": _json(settings),
    }
    for note in notes:
        if (said := _end(note)) is not None:
            parts[note.name] = cleaned(said, book)
    if book is not None:
        # The sentences unfilled: their fields name files, computers and persons.
        checks = [{"state": check.state, "check": check.title.template} for check in checkup(book.path, now())]
        parts["book.json"] = _json({"rows": book.rows, "findings": book.findings, "checkup": checks})
    with atomic(out, ".zip", private=True) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)


def cleaned(text: str, book: BookFacts | None) -> str:
    """A note without what the book says, whose computer it is, or where its files stand."""
    if book is not None:
        for place in (book.path, book.path.parent):
            for spelled in {str(place), str(place).replace("\\", "\\\\")}:
                text = text.replace(spelled, _TAKEN_OUT)
        for word in sorted({*book.words, book.path.stem}, key=len, reverse=True):
            if word in text:
                text = text.replace(word, _TAKEN_OUT)
    text = _HOME.sub(rf"\g<1>{_TAKEN_OUT}", text)
    if who := user():
        text = re.sub(rf"(?<!\w){re.escape(who)}(?!\w)", _TAKEN_OUT, text)
    text = without_personal(text, book.tables if book is not None else None)
    return _CODE.sub(_TAKEN_OUT, _CHINESE.sub(_TAKEN_OUT, text))


def _end(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _MOST))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
