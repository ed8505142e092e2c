"""Text as it enters the book: nothing that deceives the eye, and two spellings of one name are one name."""

from __future__ import annotations

import sys

import pytest

from zhengzhou_desk.records.clean import _LOOKALIKE, _SPACES, _UNWANTED, clean, folded, name_key


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("第一\u200b小学", "第一小学"),
        ("\u202e学小一第", "学小一第"),
        ("第一\n\n小学\t东校区", "第一 小学 东校区"),
        ("\u3000第一小学\u3000", "第一小学"),
        ("\ufeff第一\ud800小学\x00", "第一小学"),
    ],
)
def test_what_nobody_sees_does_not_enter(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_codes_of_full_width_are_those_of_half_width() -> None:
    assert folded("１０１００３") == "101003"
    assert folded("ＡＢ－１２") == "AB-12"  # noqa: RUF001 - the full-width letters are what is tested


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("金水区（东）小学", "金水区(东)小学"),
        ("金水区（东）小学", "金水区 （东） 小学"),
        ("金水区【东】小学", "金水区〔东〕小学"),
        ("ＡＢ小学", "ab小学"),
    ],
)
def test_brackets_spaces_and_width_make_no_other_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != name_key("金水区西小学")


def test_what_is_printable_needs_no_cleaning() -> None:
    """The short way of every sign there is says the same as the long one."""
    for number in range(sys.maxunicode + 1):
        text = f"一{chr(number)}二 "
        plain = _SPACES.sub(" ", _UNWANTED.sub("", text.replace("\u3000", " "))).strip()
        assert clean(text) == plain or _LOOKALIKE.match(chr(number)), hex(number)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("⻔球协会", "门球协会"),
        ("⽔利⻋队", "水利车队"),
        ("⻢鞍山", "马鞍山"),
        ("金水區", "金水區"),
        ("\uf9e9村", "里村"),
        ("𠮷野", "𠮷野"),
    ],
)
def test_what_only_looks_like_a_common_character_becomes_one(typed: str, kept: str) -> None:
    assert clean(typed) == folded(typed) == kept
    assert name_key(typed) == name_key(kept)


def test_every_radical_has_one_common_character() -> None:
    for number in range(0x2E80, 0x2FD6):
        assert len(clean(chr(number))) <= 1
