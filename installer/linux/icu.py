"""Makes Qt's ICU data smaller by what the program never asks for: `python installer/linux/icu.py libicudata.so.73`.

Qt brings 30 MB of it: every language's collation, calendars, names of countries and old encodings. Kept are what ICU
itself starts with, Chinese and English, and the encodings of Chinese. Qt does without what ICU lacks.
"""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

LOAD = 1
# Names within the data, after "icudt73l/".
KEPT = re.compile(
    r"((coll|curr|lang|region|zone)/)?(root|res_index|pool|supplementalData|zh|zh_Hans|zh_Hans_CN|zh_CN|en|en_US)\.res"
    r"|coll/ucadata\.icu|[a-zA-Z]*\.icu|nfk?c(_cf)?\.nrm|uts46\.nrm"
    r"|(keyTypeData|timezoneTypes|metaZones|windowsZones|zoneinfo64|numberingSystems|plurals|likelySubtags|icuver"
    r"|currencyNumericCodes|dayPeriods|pluralRanges|langInfo)\.res"
    r"|(gb18030|ibm-1386_P100-2001|ibm-1383_P110-1999|ibm-1373_P100-2002)\.cnv"
)
UNUSED = re.compile(r"unames\.icu|coll/zh\.res")


def smaller(data: bytes) -> bytes:
    """The data with the items that are kept alone: a head, a sorted table of names and places, names, items."""
    (head,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, head)
    table = [struct.unpack_from("<II", data, head + 4 + 8 * place) for place in range(count)]
    ends = [place for _, place in table[1:]] + [len(data) - head]
    items = []
    for (name_at, begin), end in zip(table, ends, strict=True):
        name = data[head + name_at : data.index(b"\0", head + name_at)]
        short = name.decode("ascii").partition("/")[2]
        if KEPT.fullmatch(short) and not UNUSED.fullmatch(short):
            items.append((name + b"\0", data[head + begin : head + end]))
    names_at = 4 + 8 * len(items)
    at = _aligned(names_at + sum(len(name) for name, _ in items), 16)
    entries, names, bodies = b"", b"", b""
    for name, body in items:
        entries += struct.pack("<II", names_at + len(names), at + len(bodies))
        names += name
        bodies += body + bytes(-len(body) % 16)
    return data[:head] + (struct.pack("<I", len(items)) + entries + names).ljust(at, b"\0") + bodies


def library(content: bytes) -> bytes:
    """The library with smaller data: what comes after its read-only data moves forward, where a page is a page."""
    if content[:6] != b"\x7fELF\x02\x01":
        raise SystemExit("not a 64-bit little-endian library")
    (heads,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    parts = {
        place: list(struct.unpack_from("<IIQQQQQQ", content, place))
        for place in range(heads, heads + size * count, size)
    }
    # Kind, rights, place in the file, in memory twice, length in the file, in memory, boundary.
    first, *others = sorted((part for part in parts.values() if part[0] == LOAD), key=lambda part: part[2])
    begin = content.index(b"CmnD") - 12  # the kind of data, after its length, its mark and its order of bytes
    data = smaller(content[begin : first[5]])
    first[5] = first[6] = begin + len(data)
    after, end = others[0][2], max(part[2] + part[5] for part in parts.values())
    page = max(part[7] for part in others)
    saved = (after - first[5]) // page * page
    kept = bytearray((content[:begin] + data).ljust(after - saved, b"\0") + content[after:end])
    for place, part in parts.items():
        if part[2] >= after:
            part[2] -= saved
        struct.pack_into("<IIQQQQQQ", kept, place - saved if place >= after else place, *part)
    struct.pack_into("<Q", kept, 32, heads - saved if heads >= after else heads)
    # The table of sections is for those who link and debug; its places would be wrong now.
    struct.pack_into("<Q", kept, 40, 0)
    struct.pack_into("<HHH", kept, 58, 0, 0, 0)
    return bytes(kept)


def _aligned(place: int, to: int) -> int:
    return -(-place // to) * to


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_bytes(library(path.read_bytes()))
