"""Initials: a place is found as its people call it, and not as a dictionary might."""

from __future__ import annotations

import pytest

from zhengzhou_desk.common import pinyin


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("金水区第一小学", "jsqdy", True), ("金水区第一小学", "二小", False), ("金水区第一小学", "第一", True),
        ("长葛市第一小学", "cgs", True), ("长葛市第一小学", "zgs", False), ("管城区实验小学", "gcq", True),
        ("荥阳市教育局", "xys", True), ("中牟县财政局", "zmx", True), ("重庆路小学", "cql", True), ("第一小学", "", True),
        ("B12班小学", "b12", True), ("第一小学", " 第一 ", True), ("第一小学", "d1", False),
    ],
)  # fmt: skip
def test_names_are_found_by_their_initials(name: str, typed: str, found: bool) -> None:
    assert pinyin.matches(name, typed) is found


def test_more_names_than_a_province_has_are_read_once_each() -> None:
    """A key that is typed goes through all names: a cache that holds fewer would read every one of them again."""
    names = [f"第{number}预算单位" for number in range(30_000)]
    for name in names[:100]:
        pinyin.initials(name)
    assert pinyin.initials.cache_parameters()["maxsize"] >= 10 * len(names)
    before = pinyin.initials.cache_info().misses
    pinyin.initials(names[0])
    assert pinyin.initials.cache_info().misses == before
