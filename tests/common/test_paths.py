"""Where the program's files stand, and how a file's name is shown that the locale could not make out."""

from __future__ import annotations

import os

import pytest

from zhengzhou_desk.common import paths


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes only there")
@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("填报.xlsx".encode(), "填报.xlsx"),
        ("填报.xlsx".encode("gb18030"), "填报.xlsx"),
        (b"plain.csv", "plain.csv"),
        (b"\xff\xff", "\ufffd\ufffd"),
    ],
)
def test_a_name_is_shown_as_it_was_meant(raw: bytes, shown: str) -> None:
    assert paths.readable(os.fsdecode(raw)) == shown


def test_what_the_program_brings_along_is_there() -> None:
    for place in (paths.FONTS, paths.POLICY, paths.TEMPLATES, paths.ICONS, paths.HELP, paths.TRANSLATIONS):
        assert place.is_dir() and any(place.iterdir()), place
    assert paths.SAMPLE.is_file()
