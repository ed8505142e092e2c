"""A document's content as JSON and back, exactly, for the register's frozen copy."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import json
import types
import typing
from typing import Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import content as parts
from zhengzhou_desk.documents.content import NoticeContent

VERSION = 1
_VERSION, _SORT = "version", "is"
_BLOCKS = {cls.__name__.lower(): cls for cls in typing.get_args(parts.Block)}


def to_json(content: NoticeContent) -> str:
    """The content as one line of JSON; fields at their default are left out."""
    frozen = {_VERSION: VERSION, **_plain(content)}
    return json.dumps(frozen, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> NoticeContent:
    """The content that `to_json` wrote. Raises Refused for anything else."""
    try:
        given = json.loads(text)
    except ValueError as error:
        raise Refused("文书内容已损坏，读不出来：{reason}", reason=str(error)) from error
    if not isinstance(given, dict) or given.pop(_VERSION, None) != VERSION:
        raise Refused("文书内容不是本版本程序写的。请用新版本打开")
    try:
        content = _made(NoticeContent, given)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Refused("文书内容已损坏，读不出来：{reason}", reason=str(error)) from error
    assert isinstance(content, NoticeContent)
    return content


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not dataclasses.is_dataclass(value):
        return value
    sort = type(value).__name__.lower()
    given = {_SORT: sort} if sort in _BLOCKS else {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if held != field.default or type(held) is not type(field.default):
            given[field.name] = _plain(held)
    return given


def _made(wanted: Any, given: Any) -> Any:
    """`given` as a value of the type `wanted`; raises TypeError, ValueError or KeyError where it is none."""
    origin = typing.get_origin(wanted)
    if origin is tuple:
        if not isinstance(given, list):
            raise TypeError(f"{given!r}")
        return tuple(_made(typing.get_args(wanted)[0], item) for item in given)
    if origin in (typing.Union, types.UnionType):
        if isinstance(given, dict):
            return _made(_BLOCKS[given[_SORT]], {name: item for name, item in given.items() if name != _SORT})
        if given is None and type(None) in typing.get_args(wanted):
            return None
        return _made(next(kind for kind in typing.get_args(wanted) if kind is not type(None)), given)
    if dataclasses.is_dataclass(wanted):
        hints = _hints(typing.cast("type", wanted))
        return typing.cast("type", wanted)(**{name: _made(hints[name], item) for name, item in given.items()})
    if wanted is datetime.date:
        return datetime.date.fromisoformat(given)
    if type(given) is not wanted:
        raise TypeError(f"{given!r}")
    return given


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)
