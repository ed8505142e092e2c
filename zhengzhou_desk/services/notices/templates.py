"""Texts of official documents: the program's own, or the bureau's, kept in the book and checked before use."""

from __future__ import annotations

import contextlib
import functools
import json
import string
import tomllib
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import TEMPLATES
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhengzhou_desk.services.desk import Desk

REFILE = "refile"
KINDS = (REFILE, "remind", "bulletin", "change", "report", "message")
PREFIX = "template:"
# What every document of a kind has, so that it may stand in each of its paragraphs.
_COMMON = frozenset({"bureau", "year", "day"})
_COMMON_OF = dict.fromkeys((REFILE, "remind", "message"), frozenset({"unit", "reply_by"}))


@functools.cache
def original(kind: str) -> Mapping[str, str]:
    """The program's own paragraphs of a kind of document, by name."""
    with (TEMPLATES / f"{kind}.toml").open("rb") as file:
        return tomllib.load(file)


def texts(desk: Desk, kind: str) -> dict[str, str]:
    """The paragraphs in force: the bureau's where it has its own, else the program's; one that is tried comes first."""
    own = _own(desk, kind)
    tried = _TRIAL.get()
    if tried is not None and tried.kind == kind:
        own = {**own, tried.name: tried.text}
    return {name: own.get(name, text) for name, text in original(kind).items()}


def _own(desk: Desk, kind: str) -> dict[str, str]:
    """The bureau's own paragraphs, also those that only another version of the program knows."""
    own = desk.setting(PREFIX + kind)
    return json.loads(own) if own else {}


def change(desk: Desk, kind: str, name: str, text: str | None) -> bool:
    """Gives the bureau its own wording of a paragraph, or (None) takes the program's again."""
    kept = _own(desk, kind)
    kept.pop(name, None)
    if text is not None and text != original(kind)[name]:
        check(kind, name, text)
        kept[name] = text
    editing.set_setting(desk, PREFIX + kind, json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None)
    return bool(kept)


def check(kind: str, name: str, text: str) -> None:
    """Refuses a paragraph with a name in braces that a unit may not have there, or with broken braces."""
    allowed = fields(kind, name)
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        raise Refused("“{name}”中的花括号不成对。名称要写成 {example}", name=name, example="{year}") from None
    unknown = sorted({_written(*part[1:]) for part in parts} - allowed)
    if unknown:
        raise Refused(
            "“{name}”中有不认得的名称：{unknown}。可用的有：{allowed}",
            name=name,
            unknown=tuple(unknown),
            allowed=tuple(sorted(allowed)),
        )


def _written(field: str | None, spec: str | None, conversion: str | None) -> str:
    """A name as it stands in the braces; one with a format behind it is no name."""
    return f"{field}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}"


def fields(kind: str, name: str) -> frozenset[str]:
    """The names that may stand in braces in one paragraph.

    They are those of the program's own wording, for a unit that is written to has these there, and what every
    document of the kind has.
    """
    own = (field for _, field, _, _ in string.Formatter().parse(original(kind)[name]) if field)
    return _COMMON | _COMMON_OF.get(kind, frozenset()) | frozenset(own)


# -- filling in ------------------------------------------------------------------------------------------


def filled(kind: str, name: str, text: str, values: Mapping[str, str | None]) -> str:
    """A paragraph with its names filled in. Refuses one that names a thing that this unit does not have."""
    tried = _TRIAL.get()
    is_tried = tried is not None and (tried.kind, tried.name) == (kind, name)
    try:
        said = text.format_map(_Values(kind, name, values))
    except Refused:
        if tried is not None and is_tried:
            tried.failed.append(name)
        raise
    if tried is not None and is_tried:
        tried.made.append((values.get("unit") or "", said))
    return said


class _Values(dict[str, str]):
    """The values of one document; what is not there or None stops it with a sentence."""

    def __init__(self, kind: str, name: str, values: Mapping[str, str | None]) -> None:
        super().__init__({field: value for field, value in values.items() if value is not None})
        self._called = f"{original(kind)['name']}/{name}"
        self._unit = values.get("unit") or values.get("bureau") or ""

    def __missing__(self, field: str) -> str:
        raise Refused(
            "{unit}没有“{field}”这一项，文书文字“{paragraph}”却写了它。请改写这一段，或者恢复原文",
            unit=self._unit, field=field, paragraph=self._called,
        )  # fmt: skip


# -- trying a wording before it is kept --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """A wording that is tried; `made` is what it said and to which unit, `failed` where it could not be filled in."""

    kind: str
    name: str
    text: str
    made: list[tuple[str, str]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


_TRIAL: ContextVar[Trial | None] = ContextVar("trial", default=None)


@contextlib.contextmanager
def trying(kind: str, name: str, text: str) -> Iterator[Trial]:
    """While it lasts, documents are drafted with `text` in place of a paragraph."""
    trial = Trial(kind, name, text)
    token = _TRIAL.set(trial)
    try:
        yield trial
    finally:
        _TRIAL.reset(token)
