"""Texts of official documents: the program's own, or the bureau's, kept in the book and checked before use."""

from __future__ import annotations

import functools
import json
import string
import tomllib
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import TEMPLATES
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.services.desk import Desk

REFILE = "refile"
KINDS = (REFILE, "remind", "bulletin", "change", "report")
PREFIX = "template:"


@functools.cache
def original(kind: str) -> Mapping[str, str]:
    """The program's own paragraphs of a kind of document, by name."""
    with (TEMPLATES / f"{kind}.toml").open("rb") as file:
        return tomllib.load(file)


def texts(desk: Desk, kind: str) -> dict[str, str]:
    """The paragraphs in force: the bureau's where it has its own, else the program's."""
    own = _own(desk, kind)
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
    """Refuses a paragraph with a field that the program's own never fills in, or with broken braces."""
    allowed = fields(kind)
    try:
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError:
        raise Refused("“{name}”中的花括号不成对。名称要写成 {example}", name=name, example="{year}") from None
    unknown = sorted(used - allowed)
    if unknown:
        raise Refused(
            "“{name}”中有不认得的名称：{unknown}。可用的有：{allowed}",
            name=name,
            unknown=tuple(unknown),
            allowed=tuple(sorted(allowed)),
        )


def fields(kind: str) -> frozenset[str]:
    """The names that may stand in braces in a kind of document."""
    return frozenset(
        field for text in original(kind).values() for _, field, _, _ in string.Formatter().parse(text) if field
    )
