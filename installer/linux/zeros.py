"""Takes out of libraries what is never loaded: `python installer/linux/zeros.py FOLDER`.

That is the names for those who debug, at the end, and zeros before a part that is aligned to 2 MB: whoever packed these
wheels moved a table to the next boundary, and one of 64 KB, the largest page of a processor of ours, is enough. Nothing
moves in memory, so nothing in the code has to be changed.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

LOAD = 1
PAGE = 0x10000
BLOCK = 0x1000  # of a disk: less than one is not worth writing the file again


def without_zeros(content: bytes) -> bytes:
    """The library with its last part moved forward in the file, and without what no part holds."""
    if content[:6] != b"\x7fELF\x02\x01":
        return content
    (heads,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    parts = {
        place: list(struct.unpack_from("<IIQQQQQQ", content, place))
        for place in range(heads, heads + size * count, size)
    }
    end = max([heads + size * count, *(part[2] + part[5] for part in parts.values())])
    kept = _moved(content, heads, parts)
    if kept is None and len(content) - end < BLOCK:
        return content
    made = bytearray(content[:end]) if kept is None else kept
    # The table of sections is for those who link and debug; its places would be wrong now.
    struct.pack_into("<Q", made, 40, 0)
    struct.pack_into("<HHH", made, 58, 0, 0, 0)
    return bytes(made)


def _moved(content: bytes, heads: int, parts: dict[int, list[int]]) -> bytearray | None:
    """The library up to the end of its last part, with that moved forward; None where it saves nothing."""
    # Kind, rights, place in the file, in memory twice, length in the file, in memory, boundary.
    loaded = sorted((part for part in parts.values() if part[0] == LOAD), key=lambda part: part[2])
    if len(loaded) < 2:  # noqa: PLR2004 - nothing stands before the only one
        return None
    last, end = loaded[-1], max(part[2] + part[5] for part in loaded[:-1])
    begin = end + (last[3] - end) % PAGE
    saved = last[2] - begin
    if saved < PAGE or end <= heads < last[2]:
        return None
    moved = range(last[2], last[2] + last[5] + 1)
    kept = bytearray(content[:end].ljust(begin, b"\0") + content[last[2] : last[2] + last[5]])
    last[7] = PAGE
    for place, part in parts.items():
        if part[2] in moved:
            part[2] -= saved
        struct.pack_into("<IIQQQQQQ", kept, place - saved if place in moved else place, *part)
    struct.pack_into("<Q", kept, 32, heads - saved if heads in moved else heads)
    return kept


if __name__ == "__main__":
    for path in Path(sys.argv[1]).rglob("*.so*"):
        before = path.read_bytes()
        after = without_zeros(before)
        if len(after) < len(before):
            path.write_bytes(after)
            print(f"{path.name}: {len(before)} → {len(after)}")
