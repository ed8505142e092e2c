"""The fonts of a package: each character once where faces share it, and every character still drawn as before."""

from __future__ import annotations

import functools

from tests.installer.helpers import script
from zhengzhou_desk import app
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
    cut = shared.keys() - {SHARED.RARE}
    assert sum(len(shared[name]) for name in cut) < sum(len(before[name]) for name in cut) * 2 / 3
    chain = fonts._CHAINS[fonts.FANGSONG]
    for code in set().union(*(before[fonts._FILES[key]] for key in chain)):
        assert first(chain, before, code) == first(chain, after, code), chr(code)
    # The page takes these from the Song face although the body's face has them.
    assert {ord(character) for character in fonts._BETTER_IN_SONG} <= after[fonts._FILES[fonts._SONG]]


def first(chain: tuple[str, ...], held: dict[str, set[int]], code: int) -> str | None:
    return next((key for key in chain if code in held[fonts._FILES[key]]), None)


def test_every_character_of_the_title_and_of_headings_is_still_drawn() -> None:
    before = {path.name: characters(path.name) for path in FONTS.glob("*.ttf")}
    after = {**before, **SHARED.shares(before)}
    for face in (fonts.TITLE, fonts.HEI, fonts.KAI):
        chain = fonts._CHAINS[face]
        for code in set().union(*(before[fonts._FILES[key]] for key in chain)):
            assert first(chain, after, code) is not None, chr(code)


def test_on_the_screen_two_faces_together_have_what_one_had() -> None:
    before = {path.name: characters(path.name) for path in FONTS.glob("*.ttf")}
    after = {**before, **SHARED.shares(before)}
    lost = before[app._FONTS[0]] - set().union(*(after[name] for name in app._FONTS))
    # What the body's face has and the page takes from it, the sans has too.
    assert lost == set()


def test_an_outline_loses_only_the_points_on_its_lines() -> None:
    square = [(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 10)]
    assert SHARED.fewer(square) == [(0, 0), (10, 0), (10, 10), (0, 10)]
    bent = [(0, 0), (5, 1), (10, 0), (10, 10), (0, 10)]
    assert SHARED.fewer(bent) == bent, "one unit is more than is given up"
    assert SHARED.fewer([(0, 0), (40, 0), (41, 30)]) == [(0, 0), (40, 0), (41, 30)]
