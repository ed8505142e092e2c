"""Packs the parts of a .deb as tightly as every dpkg can read: `python installer/linux/pack.py UNPACKED PACKED`.

xz, because the dpkg of older systems knows no zstd; with the filter for the machine code of x86, which dpkg-deb has no
option for and every reader of xz understands. The one for aarch64 is too new for the systems we know.
"""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

MAGIC = b"!<arch>\n"
HEAD = 60  # the bytes before each member: name 16, day 12, user 6, group 6, mode 8, length 10, end 2
X86 = "_amd64."


def members(archive: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The head and the content of each member of an archive of ar."""
    place = len(MAGIC)
    while place < len(archive):
        head = archive[place : place + HEAD]
        length = int(head[48:58])
        yield head, archive[place + HEAD : place + HEAD + length]
        place += HEAD + length + length % 2


def packed(archive: bytes, *, x86: bool) -> bytes:
    """The archive with its two tars compressed; the mark of the format stays as it is."""
    made = bytearray(MAGIC)
    for head, content in members(archive):
        name = head[:16].rstrip()
        if name.endswith(b".tar"):
            kept, name = compressed(content, x86=x86 and name == b"data.tar"), name + b".xz"
        else:
            kept = content
        made += name.ljust(16) + head[16:48] + str(len(kept)).encode().ljust(10) + head[58:] + kept
        made += b"\n" * (len(kept) % 2)
    return bytes(made)


def compressed(content: bytes, *, x86: bool) -> bytes:
    """A tar as .xz."""
    filters: list[dict[str, int]] = [{"id": lzma.FILTER_X86}] if x86 else []
    # Four bits of the byte before, one more than usual, foretell the outlines of fonts better.
    tight = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4}
    return lzma.compress(content, filters=[*filters, tight])


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.write_bytes(packed(Path(sys.argv[1]).read_bytes(), x86=X86 in target.name))
