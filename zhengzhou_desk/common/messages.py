"""Messages: a Chinese template with named fields, shown in Chinese or English."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from zhengzhou_desk.common import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE = "zh"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)


@runtime_checkable
class Translatable(Protocol):
    """Anything that has a text in each language: a Message, a Refused, a choice's label."""

    def text(self, lang: str = CHINESE) -> str:
        """The sentence in a language."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: a literal Chinese template and the values of its {fields}.

    Values that are Sayable themselves are said in the same language.
    """

    template: str
    fields: tuple[tuple[str, object], ...] = ()

    def text(self, lang: str = CHINESE) -> str:
        """The sentence in a language, its fields filled in."""
        return translated(self.template, lang).format_map({name: localized(value, lang) for name, value in self.fields})

    def __str__(self) -> str:
        return self.text()


def message(template: str, /, **fields: object) -> Message:
    """The one way to write a sentence below the window; `template` must be a literal."""
    return Message(template, tuple(fields.items()))


def localized(value: object, lang: str) -> object:
    """`value` as it enters a sentence of language `lang`."""
    if type(value) in (str, int):  # most are, and asking whether they can be translated takes longest
        return value
    if isinstance(value, Translatable):
        return value.text(lang)
    if isinstance(value, list | tuple):
        separator = "、" if lang == CHINESE else ", "
        return separator.join(str(localized(item, lang)) for item in value)
    return value


def translated(source: str, lang: str) -> str:
    """`source` (Chinese) in `lang`; the source itself where no translation is known."""
    return source if lang == CHINESE else dictionary(lang).get(source, source)


@functools.cache
def dictionary(lang: str) -> Mapping[str, str]:
    """All translations of the program, source → translation, read once from the .ts file.

    The .ts file is read as it stands: one file serves the window, the command line and the
    translators, and nothing has to be compiled (Qt's own .qm would need Qt below the window).
    """
    # Found only where a sentence is to be English: Chinese ones, and the process that reads spreadsheets, do without.
    import xml.etree.ElementTree as ET

    tree = ET.parse(paths.TRANSLATIONS / f"zhengzhou_desk_{lang}.ts")  # noqa: S314 - our own file
    return {
        entry.findtext("source", ""): entry.findtext("translation", "")
        for entry in tree.iter("message")
        if entry.findtext("translation")
    }
