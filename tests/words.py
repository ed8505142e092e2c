"""Brings the English catalogue up to what the program says, by Babel: python -m tests.words [--check]."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

HOME = Path(__file__).parent.parent
FILE = HOME / "i18n" / "en" / "LC_MESSAGES" / "zhengzhou_desk.po"
FIELD = re.compile(r"\{(\w*)")


def pybabel(*arguments: str | Path) -> None:
    """Runs one of Babel's commands at the head of the checkout, from where files are named."""
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", *map(str, arguments)]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)


def update(file: Path) -> None:
    """Collects every sentence into the catalogue, keeps the English that is there, and compiles it.

    Sorted, unwrapped and without line numbers, so that it changes only where the program's words change.
    """
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "zhengzhou_desk.pot"
        pybabel(
            "extract", "--mapping", "pyproject.toml", "--sort-output", "--no-wrap", "--add-location=file",
            "--output", template, "zhengzhou_desk",
        )  # fmt: skip
        pybabel(
            "update", "--no-fuzzy-matching", "--ignore-obsolete", "--no-wrap", "--ignore-pot-creation-date",
            "--locale=en", "--input-file", template, "--output-file", file,
        )  # fmt: skip
    pybabel("compile", "--locale=en", "--input-file", file, "--output-file", file.with_suffix(".mo"))


def catalogue(file: Path = FILE) -> Catalog:
    """The sentences with their English."""
    with file.open("rb") as source:
        return read_po(source)


def parts(message: Message) -> tuple[str, list[str]]:
    """The source of a sentence and its English forms, one or two."""
    source, english = message.id, message.string
    forms = [english] if isinstance(english, str) else list(english or [""])
    return source if isinstance(source, str) else source[0], forms


def faults(known: Catalog) -> Iterator[str]:
    """What is wrong with the English: missing, doubtful, or with other fields than its source."""
    for message in known:
        if not message.id:
            continue
        source, forms = parts(message)
        if not all(forms) or message.fuzzy:
            places = ", ".join(sorted({place for place, _ in message.locations}))
            yield f"no English for: {source}  ({places})"
        elif any(sorted(FIELD.findall(form)) != sorted(FIELD.findall(source)) for form in forms):
            yield f"other fields in the English for: {source}"
        if "{count}" in source and not message.pluralizable:
            yield f"has a {{count}}, so it is to be written in counted(): {source}"


def main(arguments: list[str]) -> int:
    """Brings the catalogue up to date, or with `--check` only says what is wrong with it; returns the exit status."""
    if "--check" not in arguments:
        update(FILE)
        print("\n".join(faults(catalogue())) or f"{len(catalogue())} sentences, all translated")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / FILE.name
        shutil.copy(FILE, fresh)
        update(fresh)
        wrong = [*faults(catalogue(fresh))]
        for one in (fresh, fresh.with_suffix(".mo")):
            kept = FILE.with_name(one.name)
            if not kept.exists() or kept.read_bytes() != one.read_bytes():
                wrong.append(f"i18n: {one.name} is not what the program says: run ./dev words")
    print("\n".join(wrong) or "every sentence has its English")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
