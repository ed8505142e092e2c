"""Messages: a Chinese template with named fields, shown in Chinese or English."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from zhengzhou_desk.common import paths

if TYPE_CHECKING:
    import gettext
    from collections.abc import Iterable

CHINESE = "zh"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)
_MANY = 2


@runtime_checkable
class Translatable(Protocol):
    """Anything that has a text in each language: a Message, a Refused, a choice's label."""

    def text(self, lang: str = CHINESE) -> str:
        """The sentence in a language."""
        ...


def sentence(text: str) -> str:
    """Marks a literal as words of the program, so that Babel collects it; it is translated when it is shown."""
    return text


class _InContext(str):
    """A word with the context by which it is looked up; in Chinese a word like any other."""

    __slots__ = ("context",)
    context: str


def in_context(context: str, text: str) -> str:
    """Marks a word that is another one in English elsewhere; `context` tells the translator what it is here."""
    word = _InContext(text)
    word.context = context
    return word


def counted(text: str) -> str:
    """Marks a literal whose English depends on its {count} (a step's: on the first number among its words).

    Chinese has one form for every number, so the one literal stands for both of the English ones.
    """
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: a literal Chinese template and the values of its {fields}.

    Values that are Translatable themselves are said in the same language.
    """

    template: str
    fields: tuple[tuple[str, object], ...] = ()

    def text(self, lang: str = CHINESE) -> str:
        """The sentence in a language, its fields filled in."""
        fields = dict(self.fields)
        count = fields.get("count")
        # What is no number here was one in another process: taken for many.
        template = translated(self.template, lang, count if count is None or isinstance(count, int) else _MANY)
        return template.format_map({name: localized(value, lang) for name, value in fields.items()})

    def __str__(self) -> str:
        return self.text()


def message(template: str, /, **fields: object) -> Message:
    """The one way to write a sentence below the window; `template` must be a literal."""
    return Message(template, tuple(fields.items()))


def localized(value: object, lang: str) -> object:
    """`value` as it enters a sentence of language `lang`."""
    if type(value) in (str, int):  # most are, and asking whether they can be translated takes longest
        return value
    if isinstance(value, Message) or isinstance(value, Translatable):  # noqa: SIM101 - the first is asked far faster
        return value.text(lang)
    if isinstance(value, list | tuple):
        return listed((str(localized(item, lang)) for item in value), lang)
    return value


def listed(texts: Iterable[str], lang: str) -> str:
    """Names one after another, with the mark that the language has for it."""
    return ("、" if lang == CHINESE else ", ").join(texts)


def clauses(texts: Iterable[str], lang: str) -> str:
    """Sentences one after another in one line."""
    return ("；" if lang == CHINESE else "; ").join(texts)


def translated(source: str, lang: str, count: int | None = None) -> str:
    """`source` (Chinese) in `lang`, in the form for `count` of them; itself where no translation is known."""
    if lang == CHINESE or not source:  # by the empty source gettext means the head of the file
        return source
    known = catalogue(lang)
    if isinstance(source, _InContext):
        return known.pgettext(source.context, source)
    found = source if count is None else known.ngettext(source, source, count)
    return known.gettext(source) if found == source else found


@functools.cache
def catalogue(lang: str) -> gettext.GNUTranslations:
    """All translations of the program into a language, read once as Babel has compiled them."""
    # Found only where a sentence is to be English: Chinese ones, and the process that reads spreadsheets, do without.
    import gettext

    return gettext.translation("zhengzhou_desk", paths.TRANSLATIONS, [lang])
