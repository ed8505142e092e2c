"""Copies the fonts for a package, each character once where faces share it: `python installer/fonts.py FROM TO [KEPT]`.

A face keeps what the page draws with it. The Song face only fills gaps of the body's face, so it gives up what that
has; the title's, the Hei and the Kai face keep what the body's face has and what no other has, the rest the Song face
draws, as zhengzhou_desk/documents/fonts.py does for characters that a face lacks. The face of rare characters gives up
what the Song face draws before it is asked; both are drawn on a coarser grid. No character is lost from all of them.

KEPT is a folder in which the result stays for the next build, by the digest of the fonts and of this script.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path
from typing import Any

BODY, TITLE = "LXGWZhuqueFangsong-Regular.ttf", "NotoSerifSC_700Bold.ttf"
KAI, SONG, RARE = "LXGWWenKaiGBLite-Regular.ttf", "NotoSerifSC_400Regular.ttf", "HanaMinB.ttf"
HEI = "NotoSansSC_400Regular.ttf"
# The face of rare characters is changed under the Hanazono Font License, which permits it under any name; the OFL, the
# other licence of it, reserves its names, so that the changed one has a name of its own in either case.
CHANGED_NAME = "ZhengzhouDeskRareMing"
NAMES = (1, 3, 4, 6, 16)  # family, identity, full name, PostScript's name, typographic family
# The two faces that only fill gaps are drawn on half the grid of 1000 or 1024 to the size. That moves a point of a
# character of 16 pt by 0.006 mm at most, a seventh of a printer's dot. Where an outline is a chain of straight lines, a
# point that is about as close to the line between its neighbours goes.
FILLING = (SONG, RARE)
COARSER, STRAIGHT = 2, 0.75
FEWEST = 5  # a contour of fewer points has none to spare
# The body's face has these too, but the page takes them from the Song face.
FROM_SONG = frozenset(map(ord, "“”‘’（）·"))
UNUSED_TABLES = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx")


def is_chinese(code: int) -> bool:
    """Whether a character is one of the unified ideographs."""
    return 0x3400 <= code <= 0x9FFF or code >= 0x20000  # noqa: PLR2004 - the blocks of Unicode


def shares(fonts: dict[str, set[int]]) -> dict[str, set[int]]:
    """What each font that shares with others keeps of its characters."""
    body, title, hei, kai, song, rare = (fonts[name] for name in (BODY, TITLE, HEI, KAI, SONG, RARE))
    shared = {
        TITLE: {code for code in title if code in body or not is_chinese(code)},
        HEI: {code for code in hei if code in body or not is_chinese(code) or code not in song},
        KAI: {code for code in kai if code in body or code not in song | rare},
        SONG: song - (body - FROM_SONG),
    }
    return {**shared, RARE: rare - shared[SONG] - (body & shared[TITLE] & shared[HEI])}


def cut(source: Path, target: Path, kept: set[int]) -> None:
    """Writes a font with these characters alone; neither hints nor layout, which the page makes no use of."""
    from fontTools import subset  # a tool of the build alone

    options = subset.Options(
        hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"], name_languages=["*"],
        glyph_names=False, drop_tables=list(UNUSED_TABLES),
    )  # fmt: skip
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    if source.name in FILLING:
        draw_coarser(font)
    if source.name == RARE:
        for record in font["name"].names:
            if record.nameID in NAMES:
                record.string = CHANGED_NAME
    subset.save_font(font, str(target), options)


def draw_coarser(font: Any) -> None:
    """Draws a font on a coarser grid; what is of straight lines without the points that are then of no use."""
    from fontTools.ttLib import scaleUpem

    scaleUpem.scale_upem(font, font["head"].unitsPerEm // COARSER)
    for glyph in map(font["glyf"].__getitem__, font.getGlyphOrder()):
        if glyph.numberOfContours <= 0 or not all(flag & 1 for flag in glyph.flags):
            continue
        points, ends, begin = [], [], 0
        for end in glyph.endPtsOfContours:
            points += fewer(list(glyph.coordinates[begin : end + 1]))
            ends.append(len(points) - 1)
            begin = end + 1
        glyph.coordinates = type(glyph.coordinates)(points)
        glyph.flags = bytearray([1]) * len(points)
        glyph.endPtsOfContours = ends
        glyph.recalcBounds(font["glyf"])


def fewer(contour: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A closed contour without the points that lie on the line between others (Douglas and Peucker, 1973)."""
    points = [point for place, point in enumerate(contour) if point != contour[place - 1]] or contour[:1]
    count = len(points)
    if count < FEWEST:
        return points
    (x, y), around = points[0], [*points, points[0]]
    farthest = max(range(count), key=lambda place: (points[place][0] - x) ** 2 + (points[place][1] - y) ** 2)
    kept, open_parts = {0, farthest}, [(0, farthest), (farthest, count)]
    while open_parts:
        begin, end = open_parts.pop()
        if end - begin < 2:  # noqa: PLR2004 - nothing lies between neighbours
            continue
        (x, y), (to_x, to_y) = around[begin], around[end]
        wide, high = to_x - x, to_y - y
        # Twice the area of the triangle with the line: the distance from it times its length, both squared.
        areas = [(wide * (b - y) - high * (a - x)) ** 2 for a, b in around[begin + 1 : end]]
        most = max(areas)
        if most > STRAIGHT**2 * (wide**2 + high**2):
            middle = begin + 1 + areas.index(most)
            kept.add(middle)
            open_parts += [(begin, middle), (middle, end)]
    return [points[place] for place in sorted(kept)]


def characters(font: Path) -> set[int]:
    """The characters that a font draws."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return set(opened.getBestCmap())


def main(source: Path, target: Path, kept: Path | None = None) -> None:
    """Copies all, cuts those that share, and fails where a character was lost."""
    before = {path.name: characters(path) for path in source.glob("*.ttf")}
    shutil.copytree(source, target, dirs_exist_ok=True)
    stored = kept / digest(source) if kept else None
    if stored and stored.is_dir():
        shutil.copytree(stored, target, dirs_exist_ok=True)
    else:
        for name, characters_kept in shares(before).items():
            cut(source / name, target / name, characters_kept)
    (target / "SHA256SUMS").unlink(missing_ok=True)  # of the fonts as they were
    lost = set().union(*before.values()) - set().union(*(characters(path) for path in target.glob("*.ttf")))
    if lost:
        sys.exit(f"{len(lost)} characters are in no font any more, such as U+{min(lost):04X}")
    if stored and not stored.is_dir():
        draft = stored.with_suffix(".part")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(target, draft)
        draft.rename(stored)


def digest(source: Path) -> str:
    """What the result depends on: the fonts and this script."""
    whole = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(source.glob("*.ttf")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
