"""A document's content as JSON and back, exactly, for the register's frozen copy."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.plain_json import new_converter
from zhengzhou_desk.documents.content import (
    Attachment,
    Block,
    ChartBlock,
    Contact,
    Figure,
    FigureBlock,
    FormBlock,
    FormField,
    Ground,
    NoticeContent,
    Paragraph,
    Series,
    TableBlock,
    TableColumn,
)

if TYPE_CHECKING:
    from cattrs import Converter

VERSION = 1
_VERSION, _SORT = "version", "is"
# What a block is called in JSON, whatever its class is called.
_BLOCKS: dict[type, str] = {
    Paragraph: "paragraph",
    FigureBlock: "figureblock",
    TableBlock: "tableblock",
    ChartBlock: "chartblock",
    FormBlock: "formblock",
}
# Every field is written. Until November 2026 those at their default were left out: what is not there was this,
# and stays so whatever the classes' own defaults become. A later field gets its value for old documents here too.
_ABSENT: dict[type, dict[str, Any]] = {
    Ground: {"article": ""},
    Contact: {"phone": ""},
    Figure: {},
    Series: {},
    Attachment: {"landscape": False},
    Paragraph: {"level": 0, "lead": ""},
    FigureBlock: {"caption": ""},
    TableBlock: {"caption": "", "strong": [], "unit": "", "note": "", "dense": False},
    TableColumn: {"weight": 10, "align": "left", "money": False},
    ChartBlock: {
        "title": "", "sort": "bar", "decimals": 0, "unit": "", "mark": None, "mark_label": "", "says_values": False,
    },
    FormBlock: {"note": ""},
    FormField: {"value": "", "height": 1, "wide": False},
    NoticeContent: {
        "department": "", "format": "letter", "mark": "", "code_word": "", "number_year": None, "serial": None,
        "reply_by": None, "grounds": [], "figures": [], "contacts": [], "attachments": [], "note": "", "copies": [],
        "printer": "", "printed": None, "seal": 42, "signer": None, "journal": "",
        "units": [],
    },
}  # fmt: skip


def to_json(content: NoticeContent) -> str:
    """The content as one line of JSON, every field of it."""
    frozen = {_VERSION: VERSION, **_converter().unstructure(content)}
    return json.dumps(frozen, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> NoticeContent:
    """The content that `to_json` wrote, now or in an earlier version. Raises Refused for anything else."""
    try:
        given = json.loads(text)
    except ValueError as error:
        raise Refused("文书内容已损坏，读不出来：{reason}", reason=str(error)) from error
    if not isinstance(given, dict) or given.pop(_VERSION, None) != VERSION:
        raise Refused("文书内容不是本版本程序写的。请用新版本打开")
    try:
        return _converter().structure(given, NoticeContent)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Refused("文书内容已损坏，读不出来：{reason}", reason=str(error)) from error


@functools.cache
def _converter() -> Converter:
    from cattrs.strategies import configure_tagged_union

    converter = new_converter()
    for cls, absent in _ABSENT.items():
        converter.register_structure_hook(cls, _reader(converter, cls, absent))
    configure_tagged_union(Block, converter, tag_generator=_BLOCKS.__getitem__, tag_name=_SORT)
    return converter


def _reader(converter: Converter, cls: type, absent: dict[str, Any]) -> Any:
    from cattrs.gen import make_dict_structure_fn

    read: Any = make_dict_structure_fn(cls, converter)
    return lambda given, _: read({**absent, **given}, cls)
