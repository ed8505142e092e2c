"""The manual: its chapters as the window shows them, and all of it as one PDF."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from zhengzhou_desk import __version__
from zhengzhou_desk.common.messages import CHINESE, message, sentence, translated
from zhengzhou_desk.common.paths import HELP
from zhengzhou_desk.documents import manual_text, pdf
from zhengzhou_desk.documents.manual_pages import ManualTitle, manual_pdf

if TYPE_CHECKING:
    from pathlib import Path

# Written by hand, then made of the program by tests/manual_parts.py.
_FILES = ("manual", "menus", "rules", "refusals")
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
# Chinese fonts set these as wide as a character, which English text does not want.
_LATIN_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "–", "…": "..."})  # noqa: RUF001


@functools.cache
def chapters(lang: str) -> tuple[tuple[str, str], ...]:
    """The chapters of the manual in a language: the title of each and its Markdown."""
    text = "\n".join((HELP / f"{name}_{lang}.md").read_text(encoding="utf-8") for name in _FILES)
    parts = text.removeprefix("# ").split("\n## ")
    return tuple((part.partition("\n")[0].strip(), f"## {part}") for part in parts)


def pictures(lang: str) -> Path:
    """The folder of the pictures that the manual of a language names."""
    return HELP / "pictures" / lang


def as_pdf(lang: str) -> bytes:
    """The manual as one PDF."""
    text = "\n".join(chapter for _, chapter in chapters(lang))
    if lang != CHINESE:
        text = text.translate(_LATIN_MARKS)
    blocks = manual_text.blocks(text, joined="" if lang == CHINESE else " ")
    title, subtitle, contents = (
        translated(each, lang) for each in (sentence("郑采台账"), sentence("使用手册"), sentence("目录"))
    )
    edition = message("版本 {version}", version=__version__).text(lang)
    return manual_pdf(ManualTitle(title, subtitle, contents, edition, _LANGUAGES[lang]), blocks, pictures(lang))


def write_pdf(lang: str, path: Path) -> None:
    """Writes the manual as a PDF, whole or not at all."""
    pdf.write(path, as_pdf(lang))
