"""The unified social credit code: one wrong digit is seen, and what is wrong is told apart."""

from __future__ import annotations

import pytest

from zhengzhou_desk.policy import uscc

# The example of GB 32100-2015.
STANDARD = "91350100M000100Y43"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        (STANDARD, None),
        ("12410105000000027W", None),
        (STANDARD[:-1], "length"),
        (STANDARD.replace("M", "I"), "character"),
        (STANDARD.lower(), "character"),
        (STANDARD.replace("35", "53"), "check"),
    ],
)
def test_what_is_wrong_with_a_code(code: str, wrong: str | None) -> None:
    assert uscc.code_fault(code) == wrong


def test_any_one_character_typed_wrong_is_seen() -> None:
    for place, right in enumerate(STANDARD):
        for other in uscc.ALPHABET:
            if other != right:
                assert uscc.code_fault(STANDARD[:place] + other + STANDARD[place + 1 :]) == "check"
