"""The fonts of a package: each character once where faces share it, and every character still drawn as before."""

from __future__ import annotations

import functools

from tests.installer.helpers import script
from zhengzhou_desk.common.paths import FONTS
from zhengzhou_desk.documents import fonts

SHARED = script("fonts.py")


@functools.cache
def characters(name: str) -> set[int]:
    from reportlab.pdfbase.ttfonts import TTFontFile

    return set(TTFontFile(str(FONTS / name)).charToGlyph)


def test_no_character_is_lost_and_the_body_is_drawn_as_before() -> None:
    before = {path.name: characters(path.name) for path in FONTS.glob("*.ttf")}
    shared = SHARED.shares(before)
    after = {**before, **shared}
    assert set().union(*after.values()) == set().union(*before.values())
    assert sum(map(len, shared.values())) < sum(len(before[name]) for name in shared) * 2 / 3
    body, sans = fonts._CHAINS[fonts.FANGSONG], fonts._CHAINS[fonts.HEI]
    for chain in (body, sans):
        for code in set().union(*(before[fonts._FILES[key]] for key in chain)):
            assert first(chain, before, code) == first(chain, after, code), chr(code)
    # The page takes these from the Song face although the body's face has them.
    assert {ord(character) for character in fonts._BETTER_IN_SONG} <= after[fonts._FILES[fonts._SONG]]


def first(chain: tuple[str, ...], held: dict[str, set[int]], code: int) -> str | None:
    return next((key for key in chain if code in held[fonts._FILES[key]]), None)


def test_every_character_of_the_title_and_of_headings_is_still_drawn() -> None:
    before = {path.name: characters(path.name) for path in FONTS.glob("*.ttf")}
    after = {**before, **SHARED.shares(before)}
    for face in (fonts.TITLE, fonts.KAI):
        chain = fonts._CHAINS[face]
        for code in set().union(*(before[fonts._FILES[key]] for key in chain)):
            assert first(chain, after, code) is not None, chr(code)
