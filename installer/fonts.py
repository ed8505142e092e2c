"""Copies the fonts for a package, each character once where faces share it: `python installer/fonts.py FROM TO`.

A face keeps what the page draws with it. The Song face only fills gaps of the body's face, so it gives up what that
has; the title's and the Kai face keep what the body's face has and what no other has, the rest the Song face draws, as
zhengzhou_desk/documents/fonts.py does for characters that a face lacks. No character is lost from all of them.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

BODY, TITLE = "LXGWZhuqueFangsong-Regular.ttf", "NotoSerifSC_700Bold.ttf"
KAI, SONG, RARE = "LXGWWenKaiGBLite-Regular.ttf", "NotoSerifSC_400Regular.ttf", "HanaMinB.ttf"
# The body's face has these too, but the page takes them from the Song face.
FROM_SONG = frozenset(map(ord, "“”‘’（）·"))
UNUSED_TABLES = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx")


def is_chinese(code: int) -> bool:
    """Whether a character is one of the unified ideographs."""
    return 0x3400 <= code <= 0x9FFF or code >= 0x20000  # noqa: PLR2004 - the blocks of Unicode


def shares(fonts: dict[str, set[int]]) -> dict[str, set[int]]:
    """What each font that shares with others keeps of its characters."""
    body, title, kai, song = (fonts[name] for name in (BODY, TITLE, KAI, SONG))
    return {
        TITLE: {code for code in title if code in body or not is_chinese(code)},
        KAI: {code for code in kai if code in body or code not in song | fonts[RARE]},
        SONG: song - (body - FROM_SONG),
    }


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
    subset.save_font(font, str(target), options)


def characters(font: Path) -> set[int]:
    """The characters that a font draws."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return set(opened.getBestCmap())


def main(source: Path, target: Path) -> None:
    """Copies all, cuts three, and fails where a character was lost."""
    shutil.copytree(source, target, dirs_exist_ok=True)
    before = {path.name: characters(path) for path in source.glob("*.ttf")}
    for name, kept in shares(before).items():
        cut(source / name, target / name, kept)
    (target / "SHA256SUMS").unlink()  # of the fonts as they were
    lost = set().union(*before.values()) - set().union(*(characters(path) for path in target.glob("*.ttf")))
    if lost:
        sys.exit(f"{len(lost)} characters are in no font any more, such as U+{min(lost):04X}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
