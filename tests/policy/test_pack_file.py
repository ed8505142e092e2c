"""A policy pack as a file: written in one way, refused where a byte was altered or something is missing."""

from __future__ import annotations

import datetime
import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.pack_file import (
    PolicyPack,
    file_text,
    grouped,
    kept_text,
    read_content,
    read_file,
    read_text,
    typed,
)
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import params

if TYPE_CHECKING:
    from collections.abc import Callable

# As a person writes one down.
DRAFT = """
year = 2025
region = "4101"
region_name = "郑州市"
issuer = "郑州市财政局"
issued = 2024-12-20
sources = ["郑州市财政局网站"]
[documents]
"郑财购〔2024〕9号" = "关于调整预留比例的通知"
[articles.new-1]
document = "郑财购〔2024〕9号"
clause = "一"
place = "第一条"
source = "郑州市财政局网站"
says.zh = "预留比例调整为12%。"
says.en = "The ratio becomes 12 %."
[values.canteen_ratio]
value = "12%"
articles = ["new-1"]
[values."severity.rounding"]
value = "off"
articles = ["new-1"]
[values.filing_due]
articles = ["new-1"]
value = "03-31"
"""


def draft(**other: Any) -> PolicyPack:
    return read_content({**tomllib.loads(DRAFT), **other}, "草稿")


def test_a_pack_is_read_as_it_was_written() -> None:
    pack = draft()
    raw = file_text(pack).encode()
    assert read_file(raw, "一.zdlaw") == pack
    assert read_text(kept_text(pack), "账册") == pack
    assert read_file(raw.replace(b"\n", b"\r\n"), "一.zdlaw") == pack, (
        "what a mail program makes of line ends is no harm"
    )
    assert pack.issued == datetime.date(2024, 12, 20)
    assert pack.values["canteen_ratio"] == (1200, ("new-1",))
    assert json.loads(raw)["digest"] == pack.digest and len(grouped(pack.digest).split()) == 16


def test_every_value_of_the_program_s_packs_is_typed_so_that_it_is_read_again() -> None:
    for name, rows in packs().values.items():
        for row in rows:
            assert row.value is None or params()[name].kind.parse(typed(name, row.value)) == row.value


def test_every_altered_byte_is_refused() -> None:
    raw = file_text(draft()).encode()
    for place in range(len(raw)):
        for flip in (1, 32):
            altered = bytearray(raw)
            altered[place] ^= flip
            with pytest.raises(Refused):
                read_file(bytes(altered), "一.zdlaw")


def test_another_way_of_writing_the_same_is_refused() -> None:
    text = file_text(draft())
    twice = text.replace('"year"', '"year": 2024,\n "year"', 1)
    for other in (text.replace("\n ", "\n  ", 1), json.dumps(json.loads(text)), f"\ufeff{text}", f"{text} ", twice):
        with pytest.raises(Refused):
            read_file(other.encode(), "一.zdlaw")


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    said = json.loads(file_text(draft()))
    change(said)
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda said: said.update(digest="0" * 64), "内容与摘要不符"),
        (lambda said: said.update(format=2), "较新的格式 2，本程序只认到格式 1。请先升级程序"),
        (lambda said: said.update(format="1"), "不是政策包"),
        (lambda said: said.pop("year"), "没有写明从哪一年起用"),
        (lambda said: said["values"]["canteen_ratio"].update(value="15%"), "内容与摘要不符"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_sentence(
    change: Callable[[dict[str, Any]], object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        read_file(changed(change), "一.zdlaw")


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"PK\x03\x04", b"1" * 200_000])
def test_what_is_no_pack_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused, match="不是政策包"):
        read_file(raw, "一.zdlaw")


def _article(**other: Any) -> dict[str, Any]:
    said = tomllib.loads(DRAFT)["articles"]["new-1"]
    return {"articles": {"new-1": {**said, **other}}}


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (_article(source=""), "条文 new-1 没有写明出处"),
        (_article(says={"zh": "只有中文"}), "不完整或不合格式"),
        ({"values": {"new_rate": {"value": "1%", "articles": ["new-1"]}}}, "不认识的数值 new_rate。请先升级程序"),
        ({"values": {"canteen_ratio": {"value": "很多", "articles": ["new-1"]}}}, "“食堂食材预留比例”不能是 很多："),
        ({"values": {"canteen_ratio": {"value": 12, "articles": ["new-1"]}}}, "不能是 12：要写成文字"),
        ({"values": {"canteen_ratio": {"value": "12%", "articles": []}}}, "“食堂食材预留比例”没有写明依据的条文"),
        ({"values": {"canteen_ratio": {"value": "12%", "articles": ["b"]}}}, "没有写明依据的条文"),
        ({"year": "明年"}, "年度不对"),
        ({"region": "郑州"}, "不完整或不合格式"),
        ({"issuer": " "}, "不完整或不合格式"),
        ({"issued": "昨天"}, "不完整或不合格式"),
    ],
)  # fmt: skip
def test_what_a_pack_lacks_or_gets_wrong_is_named(other: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        draft(**other)


def test_a_pack_too_long_for_a_book_is_refused() -> None:
    pack = draft(**_article(says={"zh": "长" * 25_000, "en": "long"}))
    with pytest.raises(Refused, match="太长"):
        read_file(file_text(pack).encode(), "一.zdlaw")
